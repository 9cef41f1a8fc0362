"""Foreign reseller or US reseller, asked alike by 7.303, 7.304 and 7.308 (7.301, D27)."""

from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Account, Customer, Reseller
from knowntenant.facts.types.resellers import ResellerState
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Unknown, Verdict
from knowntenant.persons.status import Status, status
from knowntenant.scope.reselling import resells, resold_accounts

KIND_OF = "resellers.kind"
"""The decision that shows to others what is worked out here."""
BY_BENEFICIARY = "reseller_by_beneficiary"


class ResellerKind(StrEnum):
    """A reseller is one or the other; which one may be unknown."""

    FOREIGN_RESELLER = "foreign_reseller"
    US_RESELLER = "us_reseller"


@remembered
def foreign_or_us(inquiry: Inquiry, reseller: str) -> Answer[ResellerKind]:
    """Say of somebody taken for a reseller which of the two kinds it is.

    D27, 'flag-only': the reseller itself counts, and a foreign beneficiary is flagged;
    'foreign-reseller': a foreign beneficiary makes a US person a foreign reseller.
    """
    own = _by_itself(inquiry, reseller)
    behind = beneficiaries(inquiry, reseller)
    if own.value == ResellerKind.FOREIGN_RESELLER or not behind:
        return own
    taken = inquiry.law.reading("D27")
    stands = {person: status(inquiry, person) for person in behind}
    foreign = [p for p, answer in stands.items() if answer.value == Status.FOREIGN_PERSON]
    is_open = UNKNOWN in {answer.value for answer in stands.values()}
    value: ResellerKind | Unknown = own.value
    if taken.choice == "foreign-reseller" and (foreign or is_open):
        value = ResellerKind.FOREIGN_RESELLER if foreign else UNKNOWN
    text, flags = _conflict(reseller, foreign, is_open=is_open)
    reason = inquiry.law.reason(KIND_OF, text, facts_of(inquiry, reseller), part="by_beneficiary")
    rests = (own, *stands.values())
    return Answer(value, (reason,), (taken,), flags).resting_on(*rests)


@remembered
def dealt_with(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether somebody is a foreign reseller with whom the provider deals on the day.

    No for a customer who does not sell on, a US reseller, and once the relationship has ended.
    """
    told = inquiry.one(Reseller, reseller)
    stands = foreign_or_us(inquiry, reseller)
    if is_no_reseller(inquiry, reseller):
        verdict, text = NO, f"{reseller} is a customer of whom no resale is recorded"
    elif stands.value == ResellerKind.US_RESELLER:
        verdict, text = NO, f"{reseller} is a US reseller, which is a provider itself"
    elif told is not None and told.state is ResellerState.TERMINATED:
        verdict, text = NO, f"the relationship with {reseller} has ended"
    elif stands.value is UNKNOWN:
        verdict, text = UNKNOWN, f"whether {reseller} is a foreign person is not known"
    else:
        verdict, text = YES, f"{reseller} is a foreign reseller"
    reason = inquiry.law.reason(KIND_OF, text, told.refs if told else (), part="reseller")
    return Answer(verdict, (reason,)).resting_on(stands)


def is_no_reseller(inquiry: Inquiry, person: str) -> bool:
    """Tell whether somebody is known as a customer, and nothing shows a resale."""
    return not resells(inquiry, person) and inquiry.one(Customer, person) is not None


def is_us_reseller(inquiry: Inquiry, reseller: str) -> bool:
    """Tell whether somebody who resells is shown to be a US reseller, a provider itself."""
    return foreign_or_us(inquiry, reseller).value == ResellerKind.US_RESELLER


def beneficiaries(inquiry: Inquiry, reseller: str) -> tuple[str, ...]:
    """Give who, other than the reseller, is said to benefit from it or its reseller accounts."""
    told = inquiry.one(Reseller, reseller)
    named = [told.beneficiary if told is not None else None]
    for id_ in resold_accounts(inquiry, reseller):
        account = inquiry.one(Account, id_)
        named.append(account.beneficiary if account is not None else None)
    return tuple(sorted({person for person in named if person and person != reseller}))


def facts_of(inquiry: Inquiry, reseller: str) -> tuple[str, ...]:
    """Give references of what is told of a reseller and of its reseller accounts."""
    told = inquiry.one(Reseller, reseller)
    own = told.refs if told is not None else ()
    accounts = [inquiry.one(Account, id_) for id_ in resold_accounts(inquiry, reseller)]
    refs = (ref for account in accounts if account is not None for ref in account.refs)
    return tuple(dict.fromkeys((*own, *refs)))


def _by_itself(inquiry: Inquiry, reseller: str) -> Answer[ResellerKind]:
    stands = status(inquiry, reseller)
    value: ResellerKind | Unknown = UNKNOWN
    text, part = f"whether {reseller} is a foreign person is not known", "reseller"
    if stands.value == Status.US_PERSON:
        value, part = ResellerKind.US_RESELLER, "us_reseller"
        text = f"{reseller} is a US person that resells"
    elif stands.value == Status.FOREIGN_PERSON:
        value, part = ResellerKind.FOREIGN_RESELLER, "foreign_reseller"
        text = f"{reseller} is a foreign person that resells"
    reason = inquiry.law.reason(KIND_OF, text, part=part)
    return Answer(value, (reason,)).resting_on(stands)


def _conflict(reseller: str, foreign: list[str], *, is_open: bool) -> tuple[str, tuple[str, ...]]:
    if foreign:
        text = (
            f"{', '.join(foreign)}, a foreign person, benefits from what {reseller} resells: by a"
            " published memo that makes it a foreign reseller, by the text it takes a foreign"
            " person as reseller"
        )
        return text, (BY_BENEFICIARY,)
    if is_open:
        text = f"whether who benefits from what {reseller} resells is foreign is not known"
        return text, (text,)
    return f"who benefits from what {reseller} resells are US persons", ()
