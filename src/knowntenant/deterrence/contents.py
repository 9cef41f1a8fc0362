"""What an ADP lacks of the contents that the proposal describes (7.306(b), (c), D3)."""

from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Adp, AdpElement, Reseller
from knowntenant.facts.types.deterrence import ADP_CONTENT, AdpContent, Leader
from knowntenant.facts.types.resellers import ResellerState
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, ListOf, Shape, choice

GAPS = "deterrence.adp_gaps"
Row = dict[str, object]


class Gap(StrEnum):
    """What is wrong: it is said to be missing, nothing is told of it, or nothing shows it."""

    MISSING = "missing"
    NOT_TOLD = "not_told"
    UNPROVEN = "unproven"


GAP = choice("kind of gap", "what is wrong with an element", Gap)
GAP_ROW = Shape("ADP gap", {"element": ADP_CONTENT, "clause": TEXT, "gap": GAP})


@decides(GAPS, Declared(of="adp", answers=ListOf(GAP_ROW), readings=("D3",)))
def adp_gaps(inquiry: Inquiry, adp: str) -> Answer[tuple[Row, ...]]:
    """Give the contents that an ADP lacks, each with its clause and what is wrong.

    An element is there once it is told to be covered and words or evidence show how. Oversight of
    resellers is asked while there are resellers, lessons of a consortium of those who take part
    in one (D3). Examples that the text gives and the ADP does not speak to are flagged: none of
    them is needed by itself.
    """
    told = inquiry.one(Adp, adp)
    taken = (inquiry.law.reading("D3"),)
    if told is None:
        return Answer(UNKNOWN, (inquiry.law.reason(GAPS, f"no ADP {adp} is told"),), taken)
    shown = elements(inquiry, adp)
    found = {e: gap for e in _asked(inquiry, told) if (gap := _gap(inquiry, told, shown, e))}
    rows: tuple[Row, ...] = tuple(
        {"element": e, "clause": clause_of(inquiry, e), "gap": gap} for e, gap in found.items()
    )
    reasons = tuple(
        inquiry.law.reason(GAPS, f"{adp}: {e} is {gap.replace('_', ' ')}", told.refs, part=e)
        for e, gap in found.items()
    )
    whole = (inquiry.law.reason(GAPS, f"{adp} lacks nothing that is described", told.refs),)
    flags = tuple(flag for e in shown if (flag := _unspoken(inquiry, shown[e], e)))
    return Answer(rows, reasons or whole, taken, flags)


def elements(inquiry: Inquiry, adp: str) -> dict[AdpContent, AdpElement]:
    """Give what was told last of each element of an ADP."""
    told = sorted(inquiry.where(AdpElement, adp=adp), key=lambda e: inquiry.day_of(e.begun))
    return {one.element: one for one in told if one.element is not None}


def clause_of(inquiry: Inquiry, element: AdpContent) -> str:
    """Give the clause that describes an element."""
    return inquiry.law.cite(GAPS, element)[0]


def counts(inquiry: Inquiry, leader: Leader | None) -> bool:
    """Tell whether somebody is of the level that may approve and oversee an ADP."""
    entry = inquiry.law.entry("adp_leaders", leader or Leader.OTHER)
    return entry is not None and entry.answer == str(YES)


def resellers_of(inquiry: Inquiry) -> tuple[Reseller, ...]:
    """Give the resellers with whom the provider deals on the day."""
    every = inquiry.every(Reseller)
    return tuple(one for one in every if one.state is not ResellerState.TERMINATED)


def _asked(inquiry: Inquiry, told: Adp) -> tuple[AdpContent, ...]:
    """Give the elements that this ADP is asked for."""
    spared: set[AdpContent] = set()
    if told.reseller is not None or not resellers_of(inquiry):
        spared.add(AdpContent.RESELLER_OVERSIGHT)
    if told.consortium is not YES or inquiry.law.reading("D3").choice == "literal":
        spared.add(AdpContent.CONSORTIUM_INSIGHTS)
    return tuple(element for element in AdpContent if element not in spared)


def _gap(
    inquiry: Inquiry, told: Adp, shown: dict[AdpContent, AdpElement], element: AdpContent
) -> Gap | None:
    """Give what is wrong with an element, or None."""
    match element:
        case AdpContent.APPROVAL:
            return _approval(inquiry, told)
        case AdpContent.LEADERSHIP:
            return _leader(inquiry, told.overseen_by)
        case _:
            return _shown(shown.get(element))


def _approval(inquiry: Inquiry, told: Adp) -> Gap | None:
    if _leader(inquiry, told.approved_by) is not None:
        return _leader(inquiry, told.approved_by)
    if told.approved_on is None:
        return Gap.UNPROVEN
    return Gap.MISSING if told.approved_on > inquiry.day else None


def _leader(inquiry: Inquiry, leader: Leader | None) -> Gap | None:
    if leader is None:
        return Gap.NOT_TOLD
    return None if counts(inquiry, leader) else Gap.MISSING


def _shown(element: AdpElement | None) -> Gap | None:
    if element is None or element.covered in (None, UNKNOWN):
        return Gap.NOT_TOLD
    if element.covered is NO:
        return Gap.MISSING
    return None if element.how or element.evidence else Gap.UNPROVEN


def _unspoken(inquiry: Inquiry, told: AdpElement, element: AdpContent) -> str:
    """Give the flag of examples of the text that an element does not speak to, or ''."""
    clause = clause_of(inquiry, element)
    rows = inquiry.law.pack.lists.get("adp_examples", {}).values()
    missing = [r.value for r in rows if r.clause == clause and r.value not in (told.examples or ())]
    if told.covered is not YES or not missing:
        return ""
    return f"{element} does not speak to these examples of the text: {', '.join(missing)}"
