"""Findings from obligations: what is owed, by which day and whether it is late, said as findings.

Which duties there are, and when one is late, is decided in the room of obligations.
"""

from collections.abc import Iterable, Iterator, Mapping

from knowntenant.facts.types import Account
from knowntenant.law.answer import UNKNOWN
from knowntenant.obligations.duties import ASKED
from knowntenant.obligations.row import Obligation, ObligationKind, ObligationState
from knowntenant.review.asking import Review
from knowntenant.review.finding import Asked, Finding, Subject, When, finding
from knowntenant.review.kinds import FindingKind, SubjectKind
from knowntenant.review.missing import missing_data
from knowntenant.review.owed_kinds import OWED
from knowntenant.scope.accounts import persons_of

K, Owed = FindingKind, ObligationKind
_PENDING = (ObligationState.OPEN, ObligationState.LATE)
OUTCOME = "verification.outcome"

SAID: Mapping[ObligationKind, tuple[str, FindingKind, FindingKind]] = {
    Owed.CLOSE_OR_RESTRICT_ACCOUNT: (
        "verification.after_failure", K.VERIFICATION_FAILED, K.VERIFICATION_FAILED,
    ),
    Owed.COLLECT_DATA: ("identification.missing_data", K.DATA_MISSING, K.DATA_MISSING),
    Owed.COMPLETE_RECORD: ("retention.record_gaps", K.RECORD_INCOMPLETE, K.RECORD_INCOMPLETE),
    Owed.DEPROVISION_ACCOUNT: (OUTCOME, K.PROVISIONAL_USE_ENDING, K.PROVISIONAL_USE_OVER),
    Owed.HAND_OVER_CIP: ("resellers.cip_copy_due", K.CIP_COPY_DUE, K.CIP_COPY_DUE),
    Owed.OPEN_REDRESS: ("verification.redress", K.REDRESS_TO_OPEN, K.REDRESS_TO_OPEN),
    Owed.RECHECK_US_STATUS: ("persons.recheck_due", K.RECHECK_DUE, K.RECHECK_DUE),
    Owed.REPORT_MALICIOUS_ACTIVITY: (
        "resellers.required_steps", K.RESELLER_STEPS_OPEN, K.RESELLER_STEPS_OPEN,
    ),
    Owed.REVERIFY_CUSTOMER: ("verification.next_review", K.REVIEW_DUE_SOON, K.REVIEW_OVERDUE),
    Owed.SETTLE_STATUS: ("scope.account_in_scope", K.STATUS_UNKNOWN, K.STATUS_UNKNOWN),
    Owed.TAKE_STEPS_TO_CLOSE: (
        "resellers.required_steps", K.RESELLER_STEPS_OPEN, K.RESELLER_STEPS_OPEN,
    ),
    Owed.TERMINATE_RESELLER: (
        "resellers.termination_due", K.RESELLER_CLOCK_RUNNING, K.RESELLER_OVERDUE,
    ),
    Owed.VERIFY_IDENTITY: (OUTCOME, K.IDENTITY_NOT_VERIFIED, K.IDENTITY_NOT_VERIFIED),
}  # fmt: skip
"""For each kind of obligation: the decision behind it, the finding while open, and once late."""

_COMING = (Owed.REVERIFY_CUSTOMER, Owed.DEPROVISION_ACCOUNT)
"""Shown only once late or soon: a day far off is no finding."""


def of_obligations(
    review: Review, rows: Iterable[Obligation], customer: str = ""
) -> Iterator[Finding]:
    """Give the findings of obligations that are open or late; an exemption may mute others."""
    for row in rows:
        if row.state in _PENDING and not _is_far(review, row):
            if row.kind in SAID:
                yield from _of_row(review, row, customer)
            else:
                yield _as_owed(review, row, customer)


def _as_owed(review: Review, row: Obligation, customer: str) -> Finding:
    """Say an obligation as it is, with the reasons of the answer that it rests on."""
    asked = Asked(_decided_by(review, row), row.answer, review.inquiry.law.pack.name)
    late = row.state is ObligationState.LATE
    what = capital(f"{row.because}.")
    kind, when = FindingKind(row.kind.value), When(row.due, late)
    return finding(kind, _about(review, row, customer), asked, what, detail=row.clause, when=when)


def _decided_by(review: Review, row: Obligation) -> str:
    """Name the decision that carries out the clause which the obligation rests on."""
    clause = review.inquiry.law.pack.clauses.get(row.clause)
    names = clause.decision if clause is not None else ()
    return next((name for name in names if name in ASKED), next(iter(names), ""))


def _about(review: Review, row: Obligation, customer: str) -> Subject:
    about = OWED[row.kind].about
    if about is SubjectKind.ACCOUNT:
        account = review.inquiry.one(Account, row.of)
        holder = customer or (account.customer if account else None) or ""
        return Subject(about, row.of, holder, row.of)
    return Subject(about, row.of, row.of if about is SubjectKind.CUSTOMER else "")


def _is_far(review: Review, row: Obligation) -> bool:
    shown_late = row.kind in _COMING or row.kind in OWED
    return shown_late and row.due is not None and not review.is_soon(row.due)


def _of_row(review: Review, row: Obligation, customer: str) -> Iterator[Finding]:
    decision, while_open, once_late = SAID[row.kind]
    asked = review.ask(decision, row.of)
    late = row.state is ObligationState.LATE
    subject, when = subject_of(row, customer), When(row.due, late)
    match row.kind:
        case Owed.COLLECT_DATA:
            yield from missing_data(review, customer, row.of)
        case Owed.SETTLE_STATUS:
            yield from _statuses(review, _of_customer(subject))
        case Owed.VERIFY_IDENTITY:
            yield _identity(_of_customer(subject), asked)
        case Owed.COMPLETE_RECORD:
            parts = asked.answer.value if isinstance(asked.answer.value, tuple) else ()
            listed = ", ".join(str(part) for part in parts)
            yield finding(
                K.RECORD_INCOMPLETE, _of_customer(subject), asked, _sentence(asked), detail=listed
            )
        case Owed.TAKE_STEPS_TO_CLOSE | Owed.REPORT_MALICIOUS_ACTIVITY:
            yield finding(while_open, subject, asked, _step(row, asked), detail=row.kind)
        case _:
            kind = once_late if late else while_open
            yield finding(kind, subject, asked, _dated(kind, row, asked), when=when)


def subject_of(row: Obligation, customer: str) -> Subject:
    """Give whom or what an obligation is about."""
    match row.kind:
        case Owed.HAND_OVER_CIP:
            return Subject(SubjectKind.REQUEST, row.of)
        case Owed.TAKE_STEPS_TO_CLOSE | Owed.REPORT_MALICIOUS_ACTIVITY | Owed.TERMINATE_RESELLER:
            return Subject(SubjectKind.RESELLER, row.of)
        case Owed.OPEN_REDRESS | Owed.RECHECK_US_STATUS | Owed.REVERIFY_CUSTOMER:
            return Subject(SubjectKind.CUSTOMER, row.of, customer)
        case _:
            return Subject(SubjectKind.ACCOUNT, row.of, customer, row.of)


def _of_customer(subject: Subject) -> Subject:
    return Subject(SubjectKind.CUSTOMER, subject.customer, subject.customer, subject.account)


def _statuses(review: Review, subject: Subject) -> Iterator[Finding]:
    for person in persons_of(review.inquiry, subject.customer):
        asked = review.ask("persons.status", person)
        if asked.answer.value is UNKNOWN:
            yield finding(K.STATUS_UNKNOWN, subject, asked, _sentence(asked), detail=person)


def _identity(subject: Subject, asked: Asked) -> Finding:
    doubtful = asked.answer.value == "doubtful"
    kind = K.IDENTITY_DOUBTFUL if doubtful else K.IDENTITY_NOT_VERIFIED
    came = str(asked.answer.value).replace("_", " ")
    told = "; ".join(r.text for r in asked.answer.because if not r.text.endswith(" verified"))
    return finding(kind, subject, asked, capital(f"{told}."), detail=came)


def _step(row: Obligation, asked: Asked) -> str:
    step = "steps to close" if row.kind is Owed.TAKE_STEPS_TO_CLOSE else "a report of malicious use"
    return capital(f"{asked.answer.because[0].text}; {step} not logged yet.")


def _dated(kind: FindingKind, row: Obligation, asked: Asked) -> str:
    match kind:
        case K.PROVISIONAL_USE_OVER:
            return f"Account {row.of} was to end on {row.due}, its customer being unverified."
        case K.PROVISIONAL_USE_ENDING:
            return f"Account {row.of} ends on {row.due} if its customer stays unverified."
        case K.REVIEW_OVERDUE:
            return f"{row.of} was to be verified again by {row.due}."
        case K.REVIEW_DUE_SOON:
            return f"{row.of} is to be verified again by {row.due}."
        case _:
            return _sentence(asked)


def _sentence(asked: Asked) -> str:
    return capital(f"{asked.answer.because[0].text}.")


def capital(text: str) -> str:
    """Give a sentence that begins with a word of ours with a capital; ids stay as they are."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() else text
