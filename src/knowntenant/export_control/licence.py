"""Advanced chips for customers headquartered in D:5: a licence question; and barred end uses."""

from collections.abc import Iterator

from knowntenant.export_control.classified import advanced
from knowntenant.export_control.headquarters import d5_headquarters
from knowntenant.export_control.red_flags import duty_to_inquire
from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Account, Classification, Knowledge, Product
from knowntenant.facts.types.accounts import OVER_STATES
from knowntenant.facts.types.knowledge import Element
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO

QUESTION = "export_control.licence_question"
KNOWLEDGE = "export_control.knowledge"
_BARRED = (Element.MILITARY_INTELLIGENCE_END_USE, Element.WEAPONS_END_USE)
_EXISTING = "a bona fide data-center operator need not stop existing use until further notice"
_COUNSEL = "whether access to the items counts as supplying them is for counsel to say"


@decides(QUESTION, Declared(of="customer", answers=YES_NO))
def licence_question(inquiry: Inquiry, customer: str) -> Answer[Verdict]:
    """Say whether a licence question is open: advanced items, and a head office in D:5 or Macau.

    The answer is a question for counsel and no finding that a licence is missing. Unknown where
    the classification of the accelerators, or a head office or parent, is not stated.
    """
    seat = d5_headquarters(inquiry, customer)
    found = dict(_items(inquiry, customer))
    verdicts = set(found.values())
    items = YES if YES in verdicts else UNKNOWN if UNKNOWN in verdicts else NO
    both = {items, seat.value}
    verdict = NO if NO in both else UNKNOWN if UNKNOWN in both else YES
    named = ", ".join(sorted(product for product, one in found.items() if one is not NO))
    said = {YES: "has advanced items in", UNKNOWN: "may have advanced items in"}
    text = f"{customer} {said[items]} {named}" if named else f"{customer} has no advanced items"
    reason = inquiry.law.reason(QUESTION, text)
    flags = () if verdict is NO else (_EXISTING, _COUNSEL)
    return Answer(verdict, (reason,), (), flags).resting_on(seat)


@decides(KNOWLEDGE, Declared(of="customer", answers=YES_NO))
def knowledge(inquiry: Inquiry, customer: str) -> Answer[Verdict]:
    """Say whether there is knowledge that a customer's training serves a barred end use.

    Weapons of mass destruction, or military intelligence, for parties of D:5 or Macau. A person
    enters knowledge; unknown while a red flag is unresolved, which may amount to it.
    """
    entries = _entered(inquiry, "").get(customer, [])
    facts = tuple(ref for entry in entries for ref in entry.refs)
    if entries:
        uses = ", ".join(sorted({str(entry.of) for entry in entries}))
        text = f"knowledge about {customer} is entered: {uses}"
        return Answer(YES, (inquiry.law.reason(KNOWLEDGE, text, facts),))
    asked = duty_to_inquire(inquiry, customer)
    text = f"no knowledge about {customer} is entered"
    verdict = UNKNOWN if asked.value is YES else NO
    return Answer(verdict, (inquiry.law.reason(KNOWLEDGE, text),)).resting_on(asked)


@remembered
def _entered(inquiry: Inquiry, of: str) -> dict[str, list[Knowledge]]:
    """Give the knowledge of barred end uses by whom it is about, looked through once."""
    del of
    found: dict[str, list[Knowledge]] = {}
    for entry in inquiry.every(Knowledge):
        if entry.of in _BARRED and entry.about:
            found.setdefault(entry.about, []).append(entry)
    return found


def _items(inquiry: Inquiry, customer: str) -> Iterator[tuple[str, Verdict]]:
    """Give for each product that a customer holds whether it has advanced items."""
    for account in inquiry.where(Account, customer=customer):
        if account.state not in OVER_STATES:
            product = account.product
            yield product or account.id, _advanced(inquiry, product) if product else UNKNOWN


def _advanced(inquiry: Inquiry, product: str) -> Verdict:
    classified = inquiry.one(Classification, product)
    if classified is not None and classified.eccn:
        return advanced(inquiry.law, classified.eccn)
    told = inquiry.one(Product, product)
    return NO if told is not None and told.accelerators is NO else UNKNOWN
