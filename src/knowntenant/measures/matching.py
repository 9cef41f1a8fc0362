"""Which accounts a special measure reaches, and which it may reach (7.307(b)(1), (b)(2)).

Accounts are found from the persons down, so that a hundred thousand of them take seconds; each
one found is then judged on its own (judging.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.places import PLACES, Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.facts.types import Account, OnBehalfOf, Order, Presence, Reseller
from knowntenant.law.answer import NO, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, ListOf, Shape, choice
from knowntenant.measures.judging import (
    Match,
    holder_of,
    judged,
    judged_by_person,
    judged_by_place,
)
from knowntenant.measures.life import OVER, state
from knowntenant.measures.links import Because, accounts_of, in_front_of, is_live
from knowntenant.measures.reach import Doubt, is_plainly_elsewhere, reaches, standing
from knowntenant.persons.status import Status, status

MATCHING = "measures.matching_accounts"
UNSETTLED = "measures.unsettled_accounts"
WOULD = "measures.would_match"
_READINGS = ("D4", "D16", "D17")

BECAUSE = choice("reason of a match", "why a measure reaches an account", Because)
DOUBT = choice("doubt of a match", "why it is not settled that a measure reaches an account", Doubt)
MATCH = Shape("match", {"account": ID, "because": BECAUSE, "via": ID})
UNSURE = Shape("unsettled match", {"account": ID, "because": DOUBT, "via": ID})
Rows = tuple[dict[str, object], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The accounts reached for certain, and those of which it is not settled."""

    sure: tuple[Match, ...] = ()
    unsure: tuple[Match, ...] = ()


@decides(MATCHING, Declared(of="order", answers=ListOf(MATCH), readings=_READINGS))
def matching_accounts(inquiry: Inquiry, order: str) -> Answer[Rows]:
    """Give the accounts, kept or asked for, that a special measure reaches: each with why and how.

    Of a jurisdiction: accounts of foreign persons located there, their reseller accounts, and
    accounts kept on their behalf. Of a person: accounts that involve it, as holder, reseller,
    owner of any share, in control, or as the one for whom somebody else acts. A measure not yet
    issued, or over, reaches nothing.
    """
    return _answered(inquiry, order, MATCHING)


@decides(UNSETTLED, Declared(of="order", answers=ListOf(UNSURE), readings=_READINGS))
def unsettled_accounts(inquiry: Inquiry, order: str) -> Answer[Rows]:
    """Give the accounts of which the facts do not settle whether a measure reaches them, and why.

    status_unknown, place_not_told and region_not_told: facts are missing; territory: the person is
    in an area with a standing of its own; other_sign: a second office or an IP address points there
    or, where no place is told, a citizenship or a residence; owner_there: not the holder but a
    beneficial owner is there.
    """
    return _answered(inquiry, order, UNSETTLED)


@decides(WOULD, Declared(answers=ListOf(MATCH), takes={"place": PLACE}, readings=("D16", "D17")))
def would_match(inquiry: Inquiry, place: Place) -> Answer[Rows]:
    """Give the accounts that a measure against a jurisdiction would reach, were one issued.

    A dry run: nothing is ordered, and nothing follows from it.
    """
    found = _in_place(inquiry, place.code)
    text = f"a measure against {place} would reach {len(found.sure)} accounts"
    reason = inquiry.law.reason(WOULD, text)
    taken = (inquiry.law.reading("D17"),)
    flags = _unsettled(found)
    return Answer(tuple(match.as_row() for match in found.sure), (reason,), taken, flags)


@remembered
def matches_of(inquiry: Inquiry, order: str) -> Found:
    """Find the accounts that an order reaches, or may reach, whatever its state."""
    told = inquiry.one(Order, order)
    if told is None:
        return Found()
    if told.jurisdiction is None:
        return _involving(inquiry, told.person) if told.person else Found()
    if told.person is None:
        return _in_place(inquiry, told.jurisdiction.code)
    everywhere = (_in_place(inquiry, told.jurisdiction.code), _involving(inquiry, told.person))
    reached = {m.account for found in everywhere for m in (*found.sure, *found.unsure)}
    accounts = (inquiry.one(Account, account) for account in sorted(reached))
    return _sorted(judged(inquiry, account, told) for account in accounts if account is not None)


def _answered(inquiry: Inquiry, order: str, name: str) -> Answer[Rows]:
    stands, told = state(inquiry, order), inquiry.one(Order, order)
    taken = (inquiry.law.reading("D17"),)
    if told is None or stands.value in OVER:
        text = f"{order} reaches nothing: {stands.because[0].text}"
        return Answer((), (inquiry.law.reason(name, text),), taken).resting_on(stands)
    found = matches_of(inquiry, order)
    rows = found.sure if name == MATCHING else found.unsure
    flags = (*_unsettled(found), *_naming(inquiry, told))
    reasons = tuple(_reasons(inquiry, told, name, len(rows)))
    answer = Answer(tuple(match.as_row() for match in rows), reasons, taken, flags)
    return answer.resting_on(stands)


def _reasons(inquiry: Inquiry, order: Order, name: str, count: int) -> Iterator[Reason]:
    how = "is reached" if name == MATCHING else "may be reached"
    named = {"jurisdiction": order.jurisdiction, "person": order.person}
    for part, whom in named.items():
        if whom is not None:
            text = f"{order.id} names the {part} {whom}; accounts of which each {how}: {count}"
            yield inquiry.law.reason(name, text, order.refs, part=part)
    if order.jurisdiction is None and order.person is None:
        yield inquiry.law.reason(name, f"{order.id} names nobody and reaches nothing", order.refs)


def _naming(inquiry: Inquiry, order: Order) -> Iterator[str]:
    if order.person is None:
        return
    if order.jurisdiction is not None:
        yield f"{order.id} names a jurisdiction and a person: what either reaches is given"
    if status(inquiry, order.person).value == Status.US_PERSON:
        yield f"the facts show {order.person}, whom {order.id} names, as a US person"
    if not _is_told(inquiry, order.person):
        yield f"nothing but {order.id} tells of {order.person}: is the id that of the person named?"


def _is_told(inquiry: Inquiry, person: str) -> bool:
    """Tell whether anything beside the order is told of a person that matching could find."""
    known = inquiry.one(Presence, person) is not None or inquiry.one(Reseller, person) is not None
    below = in_front_of(inquiry, (person,))
    return known or len(below) > 1 or next(accounts_of(inquiry, person), None) is not None


def _unsettled(found: Found) -> tuple[str, ...]:
    return (f"accounts not settled: {len(found.unsure)}",) if found.unsure else ()


@remembered
def _in_place(inquiry: Inquiry, code: str) -> Found:
    named = PLACES[code]
    accounts = _candidates(inquiry, named)
    return _sorted(judged_by_place(inquiry, account, named) for account in accounts)


@remembered
def _involving(inquiry: Inquiry, person: str) -> Found:
    accounts = _of(inquiry, in_front_of(inquiry, (person,)))
    return _sorted(judged_by_person(inquiry, account, person) for account in accounts)


def _candidates(inquiry: Inquiry, named: Place) -> Iterable[Account]:
    """Give every account that a place may reach, and some that it does not."""
    reached = frozenset(p.code for p in PLACES.values() if reaches(named, p) is not NO)
    there, elsewhere = [], set()
    for presence in inquiry.every(Presence):
        if is_plainly_elsewhere(presence, reached):
            elsewhere.add(presence.person)
        elif standing(inquiry, presence.person, named)[0] is not NO:
            there.append(presence.person)
    there += [reseller.id for reseller in inquiry.every(Reseller)]
    there += [link.holder for link in inquiry.every(OnBehalfOf)]
    found = {account.id: account for account in _of(inquiry, in_front_of(inquiry, there))}
    for account in inquiry.every(Account):
        if account.beneficiary is not None or holder_of(account) not in elsewhere:
            found[account.id] = account
    return [account for account in found.values() if is_live(account)]


def _of(inquiry: Inquiry, persons: Iterable[str]) -> list[Account]:
    """Give the live accounts of persons, each once."""
    ids = dict.fromkeys(account for person in persons for account in accounts_of(inquiry, person))
    told = (inquiry.one(Account, account) for account in ids)
    return [account for account in told if account is not None and is_live(account)]


def _sorted(matches: Iterable[Match | None]) -> Found:
    found = sorted((m for m in matches if m is not None), key=lambda match: match.account)
    sure = tuple(match for match in found if match.is_sure)
    return Found(sure, tuple(match for match in found if not match.is_sure))
