"""What the facts show of each prohibition; nobody's guilt is decided here (7.309(a)(2)-(8))."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowntenant.enforcement.statements import NOTICES, continuing_statements
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import (
    Account,
    Request,
    Reseller,
    ResellerCip,
    Statement,
    Transaction,
)
from knowntenant.facts.types.accounts import AccountState
from knowntenant.facts.types.enforcement import Limb, Recipient
from knowntenant.facts.types.resellers import ResellerState
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason
from knowntenant.law.clauses import covers
from knowntenant.scope.reporting import FINAL, filed_on

WINDOW, COPY = "certification.window", "resellers.cip_copy_due"
FOLLOW_UP, REPORT = "training.follow_up_due", "training.report_due"
FORWARD = "training.forward_due"
MUST_KEEP, BREACH = "resellers.must_keep_cip", "resellers.in_breach"
EXEMPT, EFFECT, SUSPEND = "deterrence.exempt_from", "measures.effect", "training.must_suspend"
CORRECTION, PROGRAM = "training.correction_due", "program.in_place"
ASKS = (
    BREACH, COPY, CORRECTION, EFFECT, EXEMPT, FINAL, FOLLOW_UP, FORWARD, MUST_KEEP, NOTICES,
    PROGRAM, REPORT, SUSPEND, WINDOW,
)  # fmt: skip
_SUPPLIED = (AccountState.PROVISIONAL, AccountState.OPENED, AccountState.RESTRICTED)
_STOPPED = (ResellerState.SUSPENDED, ResellerState.TERMINATED)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the facts show: which prohibition, of what, and the answer it rests on.

    doubt: why it is open, so that it is flagged and not shown.
    """

    limb: Limb
    of: str
    text: str
    answer: Answer[object]
    doubt: str = ""


def shown(inquiry: Inquiry) -> Iterator[Shown]:
    """Give everything that the facts show on the day asked about."""
    yield from _missed_certifications(inquiry)
    yield from _missed_answers(inquiry)
    yield from _missed_reports(inquiry)
    yield from _own_program(inquiry)
    for reseller in inquiry.every(Reseller):
        yield from _without_program(inquiry, reseller)
        yield from _not_suspended(inquiry, reseller)
    yield from _against_orders(inquiry)
    yield from _false(inquiry)


def _missed_certifications(inquiry: Inquiry) -> Iterator[Shown]:
    """Give the filers whose yearly window closed without a certification ('' is the provider)."""
    for filer in ("", *(reseller.id for reseller in inquiry.every(Reseller))):
        answer = inquiry.ask(WINDOW, filer)
        if isinstance(answer.value, dict) and answer.value["state"] == "late":
            text = "the yearly certification is late"
            yield Shown(Limb.MISSED_FILING, filer or "provider", text, answer)


def _missed_answers(inquiry: Inquiry) -> Iterator[Shown]:
    """Give the Department's requests whose last day passed without an answer."""
    for request in inquiry.every(Request):
        answered = request.answered_on or date.max
        for name in (COPY, FOLLOW_UP):
            answer = inquiry.ask(name, request.id)
            if _passed(inquiry, answer) and answered > inquiry.day:
                yield Shown(Limb.MISSED_FILING, request.id, "the request is not answered", answer)


def _missed_reports(inquiry: Inquiry) -> Iterator[Shown]:
    """Give the covered transactions whose last day for a report passed without one."""
    for transaction in inquiry.every(Transaction):
        filed = filed_on(inquiry, transaction.id)
        if filed is not None and filed <= inquiry.day:
            continue
        for name, text in ((FORWARD, "no report is passed on"), (REPORT, "no report is filed")):
            answer = inquiry.ask(name, transaction.id)
            if _passed(inquiry, answer):
                yield Shown(Limb.MISSED_FILING, transaction.id, text, answer)


def _own_program(inquiry: Inquiry) -> Iterator[Shown]:
    """Give the provider itself where its own written program is not in place."""
    answer = inquiry.ask(PROGRAM)
    exempt = inquiry.ask(EXEMPT, "", kind="provider")
    if answer.value is not YES and not _lifts(exempt, answer):
        doubt = "whether a written program is in place" if answer.value is UNKNOWN else ""
        yield Shown(Limb.NO_PROGRAM, "provider", "its program is not in place", answer, doubt)


def _without_program(inquiry: Inquiry, reseller: Reseller) -> Iterator[Shown]:
    """Give the foreign resellers without a working program with whom the provider deals on."""
    keeps = inquiry.ask(MUST_KEEP, reseller.id)
    exempt = inquiry.ask(EXEMPT, reseller.id, kind="reseller")
    if keeps.value is NO or _lifts(exempt, keeps):
        return
    breach = inquiry.ask(BREACH, reseller.id)
    if breach.value is YES:
        text = "dealings went on after the last day for ending them"
        yield Shown(Limb.NO_PROGRAM, reseller.id, text, breach)
        return
    cip = inquiry.one(ResellerCip, reseller.id)
    if cip is not None and NO in (cip.kept, cip.implemented):
        doubt = "" if keeps.value is YES else f"whether {reseller.id} has to keep a program is open"
        yield Shown(Limb.NO_PROGRAM, reseller.id, "it has no working program", keeps, doubt)


def _not_suspended(inquiry: Inquiry, reseller: Reseller) -> Iterator[Shown]:
    """Give the resellers whose suspension for training reports is not carried out."""
    if reseller.state in _STOPPED:
        return
    answer = inquiry.ask(SUSPEND, reseller.id)
    if answer.value in (YES, UNKNOWN):
        doubt = f"whether supply to {reseller.id} is to be suspended is open"
        text = "supply is not suspended"
        open_ = doubt if answer.value is UNKNOWN else ""
        yield Shown(Limb.SUSPENSION_LEFT_OUT, reseller.id, text, answer, open_)


def _against_orders(inquiry: Inquiry) -> Iterator[Shown]:
    """Give the accounts that are supplied although a binding measure reaches them."""
    for account in inquiry.every(Account):
        if account.state not in _SUPPLIED:
            continue
        answer = inquiry.ask(EFFECT, account.id)
        rows = answer.value if isinstance(answer.value, tuple) else ()
        for row in (row for row in rows if row["state"] == "binding"):
            text = f"it is supplied against {row['order']}"
            sure = row["effect"] == "prohibited" and row["reached"] is YES
            doubt = "" if sure else f"whether {account.id} is supplied against {row['order']}"
            yield Shown(Limb.SUPPLY_AGAINST_ORDER, account.id, text, answer, doubt)


def _false(inquiry: Inquiry) -> Iterator[Shown]:
    """Give the statements found false, and those that a change made so and nobody corrected."""
    for made in inquiry.every(Statement):
        to_department = made.made_to in (None, Recipient.DEPARTMENT)
        if to_department and made.false_when_made is YES:
            reason: Answer[object] = Answer(YES, (_found_false(made),))
            yield Shown(Limb.FALSE_STATEMENT, made.id, "it was found false when made", reason)
    answer = continuing_statements(inquiry)
    rows = answer.value if isinstance(answer.value, tuple) else ()
    for row in rows:
        text = f"it lives on although {row['change']} overtook it"
        yield Shown(Limb.FALSE_STATEMENT, str(row["statement"]), text, answer)


def _passed(inquiry: Inquiry, answer: Answer[object]) -> bool:
    return isinstance(answer.value, date) and answer.value < inquiry.day


def _lifts(exempt: Answer[object], duty: Answer[object]) -> bool:
    """Tell whether an exemption lifts a clause that a duty rests on first."""
    sections = exempt.value if isinstance(exempt.value, tuple) else ()
    return any(covers(str(section), clause) for section in sections for clause in duty.clauses)


def _found_false(made: Statement) -> Reason:
    return Reason(f"somebody found {made.id} false when made", (), made.refs)
