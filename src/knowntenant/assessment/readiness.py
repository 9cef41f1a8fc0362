"""What an audit or inspection would find at hand: programs, copies, reviews (7.305(a), (e)(3))."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowntenant.assessment.exempt import PROGRAM, READINESS, lifted, standing
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ProgramReview, Reseller, ResellerCip
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, YES_NO, ListOf, Shape
from knowntenant.scope.foreign_resellers import dealt_with
from knowntenant.scope.lifting import PROVIDER
from knowntenant.scope.versions import in_effect

ROW = Shape("item at hand", {"item": TEXT, "of": ID, "clause": TEXT, "held": YES_NO, "why": TEXT})


@dataclass(frozen=True, slots=True)
class Item:
    """Something that an audit asks to see: what, whose, whether it is at hand, and why not."""

    item: str
    of: str
    held: Verdict
    why: str
    facts: tuple[str, ...] = ()


@decides(
    READINESS,
    Declared(answers=ListOf(ROW), asks=(PROVIDER,), readings=("D2", "D17", "D27")),
)
def audit_readiness(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give what an audit would ask to see, and whether it is at hand: yes, no or unknown.

    The written program in an approved version, a review of it, and a copy of the CIP of every
    foreign reseller, an exempt one too (7.305(a) goes on, D2); of one whose status is open it is
    listed as well. Empty where an exemption lifts assessments.
    """
    exempt = lifted(inquiry)
    if exempt is not None:
        reason = inquiry.law.reason(READINESS, "an exemption lifts assessments")
        return Answer((), (reason,)).resting_on(exempt)
    items = [_program(inquiry), _review(inquiry), *_copies(inquiry)]
    rows = tuple(_row(inquiry, item) for item in items)
    reasons = tuple(_reason(inquiry, item) for item in items)
    return Answer(rows, reasons).resting_on(*standing(inquiry))


def _program(inquiry: Inquiry) -> Item:
    """Give the version in effect; the approval of one that another has followed does not count."""
    version = in_effect(inquiry)
    if version is None:
        return Item(PROGRAM, "", NO, "no version is told")
    held = YES if version.approved_by else UNKNOWN
    why = f"the approval of version {version.id}, in effect, is{'' if held is YES else ' not'} told"
    return Item(PROGRAM, "", held, why, version.refs)


def _review(inquiry: Inquiry) -> Item:
    reviews = inquiry.every(ProgramReview)
    facts = tuple(ref for review in reviews for ref in review.refs)
    held = YES if reviews else NO
    return Item("program_review", "", held, f"{len(reviews)} reviews are told", facts)


def _copies(inquiry: Inquiry) -> Iterator[Item]:
    """Give the copy of each foreign reseller's CIP; none can be at hand where there is no CIP."""
    for reseller in inquiry.every(Reseller):
        if dealt_with(inquiry, reseller.id).value is NO:
            continue
        told = inquiry.one(ResellerCip, reseller.id)
        held = UNKNOWN if told is None or told.copy_held is None else told.copy_held
        none_kept = told is not None and told.kept is NO
        why = "it keeps no CIP" if none_kept else f"a copy is at hand: {held}"
        facts = told.refs if told else ()
        yield Item("reseller_cip_copy", reseller.id, NO if none_kept else held, why, facts)


def _row(inquiry: Inquiry, item: Item) -> dict[str, object]:
    (clause, *_) = inquiry.law.cite(READINESS, item.item)
    return {
        "item": item.item, "of": item.of or None, "clause": clause, "held": item.held,
        "why": item.why,
    }  # fmt: skip


def _reason(inquiry: Inquiry, item: Item) -> Reason:
    text = f"{item.item} of {item.of or 'the provider'}: {item.why}"
    return inquiry.law.reason(READINESS, text, item.facts, part=item.item)
