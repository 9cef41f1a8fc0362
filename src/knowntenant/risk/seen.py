"""What the rows of a risk table look at, found in the facts about a customer (7.302(b) s.1).

Each factor gives the values found, each with why, and says whether facts that are not told could
add one. Which tier follows is decided beside, in tiers.py.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import PLACES, Place, lies_in
from knowntenant.facts.tier_rules import Condition, Factor
from knowntenant.facts.types import Account, Product, Reseller, ScreeningHit, Usage
from knowntenant.facts.types.accounts import LIVE_STATES
from knowntenant.facts.types.checks import Disposition
from knowntenant.facts.types.red_flags import RedFlag
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.kinds import fold
from knowntenant.ownership.owners import find_owners
from knowntenant.persons.kind import kind_of
from knowntenant.persons.status import presence_of, status
from knowntenant.scope.accounts import persons_of
from knowntenant.scope.holding import holding, payments_of


@dataclass(frozen=True, slots=True)
class Value:
    """A value found, in words why, and the facts that show it."""

    value: str
    why: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found of one factor. open_: what is not told and could add a value; '' for none."""

    values: tuple[Value, ...]
    open_: str = ""


def see(inquiry: Inquiry, customer: str, factor: Factor) -> Seen:
    """Find the values of a factor for a customer."""
    return _FINDS[factor](inquiry, customer)


def holds(condition: Condition, seen: Seen) -> tuple[Verdict, tuple[Value, ...]]:
    """Say whether a condition of a row holds, and by which values; unknown where more may be."""
    factor, wanted = condition
    meets = _MEETS.get(factor, _same)
    by = tuple(one for one in seen.values if any(meets(one.value, text) for text in wanted))
    if by:
        return YES, by
    return (UNKNOWN if seen.open_ else NO), ()


def _same(value: str, wanted: str) -> bool:
    return value == wanted


def _within(value: str, wanted: str) -> bool:
    return lies_in(PLACES[value], wanted)


def _over(value: str, wanted: str) -> bool:
    return Fraction(value) > Fraction(wanted)


_MEETS: Mapping[Factor, Callable[[str, str], bool]] = {
    Factor.JURISDICTION: _within,
    Factor.USAGE_HOURS_OVER: _over,
}


def _jurisdictions(inquiry: Inquiry, customer: str) -> Seen:
    found: list[Value] = []
    untold: list[str] = []
    for person in persons_of(inquiry, customer):
        presence = presence_of(inquiry, person)
        told: tuple[tuple[str, Iterable[Place | None]], ...] = ()
        if presence is not None:
            told = (
                ("is organised in", (presence.organised_in,)),
                ("is a citizen of", presence.citizen or ()),
                ("is a permanent resident of", presence.resident or ()),
                ("is located in", (presence.located,)),
                ("has its head office in", (presence.headquartered_in,)),
            )
        facts = presence.refs if presence is not None else ()
        places = [(place, how) for how, several in told for place in several if place is not None]
        found += [Value(p.code, f"{person} {how} {p.name}", facts) for p, how in places]
        untold += [] if places else [f"where {person} belongs"]
    return Seen(tuple(found), ", ".join(untold))


def _person_kind(inquiry: Inquiry, customer: str) -> Seen:
    kind = kind_of(inquiry, customer)
    if kind is None:
        return Seen((), f"whether {customer} is an individual or an entity")
    return Seen((Value(kind.value, f"{customer} is an {kind.value}"),))


def _products(inquiry: Inquiry, customer: str) -> Iterator[tuple[str, Product | None]]:
    for account in _live(inquiry, customer):
        yield account.id, inquiry.one(Product, account.product) if account.product else None


def _product_kinds(inquiry: Inquiry, customer: str) -> Seen:
    found = list(_products(inquiry, customer))
    told = [(account, one) for account, one in found if one is not None and one.kind]
    return Seen(
        tuple(
            Value(fold(one.kind or ""), f"account {account} is for {one.id}", one.refs)
            for account, one in told
        ),
        ", ".join(f"the product of account {a}" for a, one in found if one is None or not one.kind),
    )


def _of_products(field: str, words: str) -> Callable[[Inquiry, str], Seen]:
    """Make what finds a yes/no of the products that a customer holds; no is the absence of yes."""

    def find(inquiry: Inquiry, customer: str) -> Seen:
        found = list(_products(inquiry, customer))
        yes = [(a, one) for a, one in found if one is not None and getattr(one, field) is YES]
        if yes:
            return Seen(tuple(Value("yes", f"account {a} {words}", one.refs) for a, one in yes))
        untold = [a for a, one in found if one is None or getattr(one, field) in (None, UNKNOWN)]
        if untold:
            return Seen((), f"whether account {', '.join(untold)} {words}")
        return Seen((Value("no", f"no account of {customer} {words}"),))

    return find


def _payments(inquiry: Inquiry, customer: str) -> Seen:
    payments = payments_of(inquiry, holding(inquiry, customer))
    told = [one for one in payments if one.means is not None]
    found = tuple(
        Value(str(one.means), f"{customer} pays by {one.means}", one.refs) for one in told
    )
    return Seen(found, "" if told else f"how {customer} pays")


def _reseller(inquiry: Inquiry, customer: str) -> Seen:
    through = [account for account in _live(inquiry, customer) if account.reseller]
    found = [
        Value("yes", f"account {one.id} is held through {one.reseller}", one.refs)
        for one in through
    ]
    own = inquiry.one(Reseller, customer)
    if own is not None:
        found.append(Value("yes", f"{customer} is a reseller", own.refs))
    return Seen(tuple(found) or (Value("no", f"no reseller stands between or is {customer}"),))


def _status_unknown(inquiry: Inquiry, customer: str) -> Seen:
    unknown = [p for p in persons_of(inquiry, customer) if status(inquiry, p).value is UNKNOWN]
    if unknown:
        text = f"whether {', '.join(unknown)} is a foreign person is not shown"
        return Seen((Value("yes", text),))
    return Seen((Value("no", f"the status of {customer} and its owners is known"),))


def _owners_unknown(inquiry: Inquiry, customer: str) -> Seen:
    gaps = find_owners(inquiry, customer).gaps
    if gaps:
        return Seen(tuple(Value("yes", gap) for gap in gaps))
    return Seen((Value("no", f"the owners of {customer} are known"),))


def _listed(inquiry: Inquiry, customer: str) -> Seen:
    hits = [h for p in persons_of(inquiry, customer) for h in inquiry.where(ScreeningHit, person=p)]
    confirmed = [hit for hit in hits if hit.disposition is Disposition.CONFIRMED]
    if confirmed:
        return Seen(
            tuple(Value("yes", f"{h.person} is on list {h.listed}", h.refs) for h in confirmed)
        )
    open_ = [hit.id for hit in hits if hit.disposition is not Disposition.CLEARED]
    if open_:
        return Seen((), f"whether hit {', '.join(open_)} is true")
    return Seen((Value("no", f"no hit of a list stands against {customer}"),))


def _red_flags(inquiry: Inquiry, customer: str) -> Seen:
    accounts = inquiry.where(Account, customer=customer)
    flags = (
        *inquiry.where(RedFlag, customer=customer),
        *(flag for account in accounts for flag in inquiry.where(RedFlag, account=account.id)),
    )
    raised = {flag.id: flag for flag in flags if flag.indicates_abuse is not NO}
    if raised:
        return Seen(tuple(Value("yes", f"red flag {f.id} stands", f.refs) for f in raised.values()))
    return Seen((Value("no", f"no red flag stands against {customer}"),))


def _usage(inquiry: Inquiry, customer: str) -> Seen:
    rows = [u for a in _live(inquiry, customer) for u in inquiry.where(Usage, account=a.id)]
    hours = sum((row.hours for row in rows if row.hours is not None), Fraction(0))
    untold = sum(row.hours is None for row in rows)
    text = f"{customer} used {float(hours):g} hours"
    facts = tuple(ref for row in rows for ref in row.refs)
    return Seen(
        (Value(str(hours), text, facts),), f"the hours of {untold} usage rows" if untold else ""
    )


def _live(inquiry: Inquiry, customer: str) -> tuple[Account, ...]:
    accounts = inquiry.where(Account, customer=customer)
    return tuple(account for account in accounts if account.state in LIVE_STATES)


_FINDS: Mapping[Factor, Callable[[Inquiry, str], Seen]] = {
    Factor.JURISDICTION: _jurisdictions,
    Factor.PERSON_KIND: _person_kind,
    Factor.PRODUCT_KIND: _product_kinds,
    Factor.ACCELERATORS: _of_products("accelerators", "has accelerators"),
    Factor.PAYMENT_MEANS: _payments,
    Factor.RESELLER: _reseller,
    Factor.TRIAL: _of_products("trial", "is a trial"),
    Factor.STATUS_UNKNOWN: _status_unknown,
    Factor.OWNERS_UNKNOWN: _owners_unknown,
    Factor.LISTED: _listed,
    Factor.RED_FLAGS: _red_flags,
    Factor.USAGE_HOURS_OVER: _usage,
}
