"""Whether the written program is maintained and carried out (7.302(a))."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Verification
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.program.drift import DRIFT
from knowntenant.program.gaps import GAPS, is_given
from knowntenant.program.upkeep import REVIEW_DUE, TRAINING_DUE, last_review
from knowntenant.scope.accounts import account_in_scope
from knowntenant.scope.versions import in_effect

IN_PLACE = "program.in_place"


@dataclass(frozen=True, slots=True)
class Stands:
    """Where one condition of a program in place stands, and on which facts."""

    verdict: Verdict
    text: str
    facts: tuple[str, ...] = ()


@decides(
    IN_PLACE,
    Declared(
        answers=YES_NO, asks=(DRIFT, GAPS, REVIEW_DUE, TRAINING_DUE), readings=("D16", "D17", "D32")
    ),
)
def in_place(inquiry: Inquiry) -> Answer[Verdict]:
    """Say whether the written program is maintained and carried out on the day asked about.

    Written without gaps, approved, in effect as it is written, reviewed and its staff trained
    within the days that it sets itself, and nothing observed that it does not provide for. Unknown
    where no program was given or nothing is told of one of these.
    """
    if not is_given(inquiry.program):
        return Answer(UNKNOWN, (inquiry.law.reason(IN_PLACE, "no written program was given"),))
    found = list(_conditions(inquiry))
    verdict = next((v for v in (NO, UNKNOWN) if any(s.verdict is v for s in found)), YES)
    telling = [stands for stands in found if stands.verdict is verdict]
    reasons = tuple(inquiry.law.reason(IN_PLACE, s.text, s.facts) for s in telling)
    return Answer(verdict, reasons)


def _conditions(inquiry: Inquiry) -> Iterator[Stands]:
    gaps = inquiry.ask(GAPS).value
    yield Stands(NO if gaps else YES, f"{'with' if gaps else 'without'} gaps in what is written")
    yield _approved(inquiry)
    yield _in_effect(inquiry)
    yield _reviewed(inquiry)
    yield _trained(inquiry)
    yield _carried_out(inquiry)


def _approved(inquiry: Inquiry) -> Stands:
    day = inquiry.program.approved_on
    if day is None or not inquiry.program.approved_by:
        return Stands(NO, "nobody is told to have approved it")
    return Stands(YES if day <= inquiry.day else NO, f"approved on {day}")


def _in_effect(inquiry: Inquiry) -> Stands:
    told, program = in_effect(inquiry), inquiry.program
    if told is None:
        return Stands(UNKNOWN, "no version is told to be in effect")
    if told.version not in (None, program.version) or told.sha256 not in (None, program.sha256):
        return Stands(NO, f"{told.id} is in effect, which is not the program given", told.refs)
    return Stands(YES, f"{told.id} is in effect", told.refs)


def _reviewed(inquiry: Inquiry) -> Stands:
    last = last_review(inquiry)
    if last is not None and last.complies is NO:
        return Stands(NO, f"review {last.id} found that it falls short", last.refs)
    return _in_time(inquiry, REVIEW_DUE, "its review")


def _trained(inquiry: Inquiry) -> Stands:
    return _in_time(inquiry, TRAINING_DUE, "the training of its staff")


def _in_time(inquiry: Inquiry, name: str, what: str) -> Stands:
    due = inquiry.ask(name)
    if not isinstance(due.value, date):
        return Stands(UNKNOWN, f"when {what} is due is not known", due.facts)
    text = f"{what} is due by {due.value}"
    return Stands(YES if inquiry.day <= due.value else NO, text, due.facts)


def _carried_out(inquiry: Inquiry) -> Stands:
    drifted = inquiry.ask(DRIFT).value
    if drifted:
        return Stands(NO, "what happened is not what is written (program.drift)")
    if inquiry.every(Verification):
        return Stands(YES, "steps of verification are recorded, none otherwise than written")
    accounts = (a.id for a in inquiry.every(Account) if a.state in OPEN_STATES)
    if any(account_in_scope(inquiry, id_).value is not NO for id_ in accounts):
        return Stands(UNKNOWN, "accounts are open in scope, and no step of verification is told")
    return Stands(YES, "no account in scope is open, so there is nothing to carry out yet")
