"""What an audit or inspection would find at hand: programs, copies, reviews (7.305(a), (e)(3))."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowntenant.assessment.exempt import EXEMPT, lifted
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ProgramReview, ProgramVersion, Reseller, ResellerCip
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, YES_NO, ListOf, Shape

READINESS = "assessment.audit_readiness"
MUST_KEEP = "resellers.must_keep_cip"
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
    Declared(answers=ListOf(ROW), asks=(EXEMPT, MUST_KEEP), readings=("D1", "D2", "D17")),
)
def audit_readiness(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give what an audit would ask to see, and whether it is at hand: yes, no or unknown.

    The written program in an approved version, a review of it, and a copy of the CIP of every
    foreign reseller; of a reseller whose status is open the copy is listed too. Empty where an
    exemption lifts assessments.
    """
    exempt = lifted(inquiry)
    if exempt is not None:
        reason = inquiry.law.reason(READINESS, "an exemption lifts assessments")
        return Answer((), (reason,)).resting_on(exempt)
    items = [_program(inquiry), _review(inquiry), *_copies(inquiry)]
    rows = tuple(_row(inquiry, item) for item in items)
    return Answer(rows, tuple(_reason(inquiry, item) for item in items))


def _program(inquiry: Inquiry) -> Item:
    versions = inquiry.every(ProgramVersion)
    approved = [version for version in versions if version.approved_by]
    facts = tuple(ref for version in versions for ref in version.refs)
    held = YES if approved else UNKNOWN if versions else NO
    why = f"{len(approved)} of {len(versions)} versions told are approved"
    return Item("written_program", "", held, why, facts)


def _review(inquiry: Inquiry) -> Item:
    reviews = inquiry.every(ProgramReview)
    facts = tuple(ref for review in reviews for ref in review.refs)
    held = YES if reviews else NO
    return Item("program_review", "", held, f"{len(reviews)} reviews are told", facts)


def _copies(inquiry: Inquiry) -> Iterator[Item]:
    """Give the copy of each foreign reseller's CIP; none can be at hand where there is no CIP."""
    for reseller in inquiry.every(Reseller):
        if inquiry.ask(MUST_KEEP, reseller.id).value is NO:
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
