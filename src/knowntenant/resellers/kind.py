"""Foreign reseller or US reseller, as it is answered to others (7.301, D27)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Person
from knowntenant.law.answer import Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import choice
from knowntenant.scope.foreign_resellers import (
    KIND_OF,
    ResellerKind,
    facts_of,
    foreign_or_us,
    is_no_reseller,
)
from knowntenant.scope.reselling import resells

KIND = choice("kind of reseller", "foreign reseller or US reseller", ResellerKind)


@decides(KIND_OF, Declared(of="reseller", answers=KIND, readings=("D17", "D27")))
def kind(inquiry: Inquiry, reseller: str) -> Answer[ResellerKind | None]:
    """Say whether somebody is a foreign reseller or a US reseller; none for who does not resell.

    D27, 'flag-only': the reseller itself counts; a foreign beneficiary behind a US person is
    flagged ('reseller_by_beneficiary'), and a reason tells the conflict; 'foreign-reseller': such
    a reseller is treated as a foreign one, in 7.304 and 7.308 as in 7.303.
    """
    is_person = not resells(inquiry, reseller) and inquiry.one(Person, reseller) is not None
    if is_person or is_no_reseller(inquiry, reseller):
        text = f"{reseller} is somebody of whom no resale is recorded"
        return Answer(None, (inquiry.law.reason(KIND_OF, text, part="reseller"),))
    found = foreign_or_us(inquiry, reseller)
    text = f"{reseller} is taken for a reseller"
    resale = inquiry.law.reason(KIND_OF, text, facts_of(inquiry, reseller), part="reseller")
    return Answer(found.value, (*found.because, resale), found.readings, found.flags)
