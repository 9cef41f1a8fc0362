"""Which transactions are covered, since when, and who reports them (7.301, 7.308(b))."""

from dataclasses import replace
from datetime import date

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Model, Provider, Transaction
from knowntenant.facts.types.training import PaidWith
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, YES_NO, ListOf, fold
from knowntenant.law.logic import every
from knowntenant.persons.status import Status, status
from knowntenant.training.changes import days_of_change
from knowntenant.training.model import LARGE
from knowntenant.training.parties import foreign

IS_TRANSACTION = "training.is_transaction"
IS_TRAINING = "training.is_training"
COVERED = "training.covered"
SINCE = "training.covered_since"
WHO = "training.who_reports"
KINDS, PROCESSES = "transaction_kinds", "training_processes"
_ANSWERS = {"yes": YES, "no": NO}
_READINGS = ("D16", "D17")


@decides(IS_TRANSACTION, Declared(of="transaction", answers=YES_NO))
def is_transaction(inquiry: Inquiry, transaction: str) -> Answer[Verdict]:
    """Say whether something is a transaction: a transfer of value, proposed or made.

    The pack lists the kinds that are, and those that are not.
    """
    told = inquiry.one(Transaction, transaction)
    if told is None or told.kind is None:
        text = f"what {transaction} is has not been told"
        return Answer(UNKNOWN, (inquiry.law.reason(IS_TRANSACTION, text),))
    verdict, note = _listed(inquiry, KINDS, told.kind)
    state = f", {told.state}" if told.state else ""
    text = f"{transaction} is a {fold(told.kind)}{state}: {note}"
    return Answer(verdict, (inquiry.law.reason(IS_TRANSACTION, text, told.refs),))


@decides(IS_TRAINING, Declared(of="transaction", answers=YES_NO))
def is_training(inquiry: Inquiry, transaction: str) -> Answer[Verdict]:
    """Say whether a model learns, or could learn, from data by the computing of a transaction.

    The pack lists the processes; fine-tuning counts. Naming the model that is trained says it too.
    """
    told = inquiry.one(Transaction, transaction)
    model = inquiry.one(Model, told.model) if told and told.model else None
    process = (told.process if told else None) or (model.process if model else None)
    if told is not None and process is not None:
        verdict, note = _listed(inquiry, PROCESSES, process)
        text = f"{transaction} is for {fold(process)}: {note}"
        return Answer(verdict, (inquiry.law.reason(IS_TRAINING, text, told.refs),))
    if told is not None and told.model is not None:
        text = f"{told.model} is or could be trained under {transaction}"
        return Answer(YES, (inquiry.law.reason(IS_TRAINING, text, told.refs),))
    text = f"what the computing under {transaction} is for has not been told"
    return Answer(UNKNOWN, (inquiry.law.reason(IS_TRAINING, text),))


@decides(COVERED, Declared(of="transaction", answers=YES_NO, asks=(LARGE,), readings=_READINGS))
@remembered
def covered(inquiry: Inquiry, transaction: str) -> Answer[Verdict]:
    """Say whether a transaction is covered on the day asked about.

    By, for or on behalf of a foreign person, and a large AI model of concern is trained or could
    be. A change that brings the model above the mark covers it from then on, and is then cited too.
    """
    found = _judged(inquiry, transaction)
    if found.value is not YES or _begun(inquiry, transaction)[1] is not NO:
        return found
    text = f"{transaction} was not covered when it was made; a development covered it"
    told = inquiry.one(Transaction, transaction)
    because = inquiry.law.reason(COVERED, text, told.refs if told else (), part="update")
    return replace(found, because=(*found.because, because))


@decides(SINCE, Declared(of="transaction", answers=DAY, asks=(LARGE,), readings=_READINGS))
@remembered
def covered_since(inquiry: Inquiry, transaction: str) -> Answer[date | None]:
    """Give the day since which a transaction has been covered, or none while it is not.

    The day of the transaction itself or, where a development or an update covered it, that day.
    """
    now = covered(inquiry, transaction)
    if now.value is not YES:
        text = f"{transaction} is not shown to be covered"
        return Answer(None, (inquiry.law.reason(SINCE, text, part="initial"),)).resting_on(now)
    since, before = _begun(inquiry, transaction)
    updated = before is NO
    part = "update" if updated else "initial"
    how = "a development since it was made" if updated else "its own day"
    text = f"{transaction} has been covered since {since}, {how}"
    return Answer(since, (inquiry.law.reason(SINCE, text, part=part),)).resting_on(now)


@decides(
    WHO,
    Declared(of="transaction", answers=ListOf(ID), asks=(LARGE,), readings=_READINGS),
)
def who_reports(inquiry: Inquiry, transaction: str) -> Answer[tuple[str, ...]]:
    """Give who reports a covered transaction to the Department.

    Whoever supplies the computing infrastructure, and a US person who carries out the training on
    it; never the owner of the building it stands in. Where neither is told: the provider.
    """
    told = inquiry.one(Transaction, transaction)
    now = covered(inquiry, transaction)
    if now.value is NO:
        text = f"nobody reports {transaction}: it is not covered"
        return Answer((), (inquiry.law.reason(WHO, text),)).resting_on(now)
    found = _reporting(inquiry, told) if told else ()
    if not found:
        text = f"on whose infrastructure {transaction} runs has not been told"
        return Answer(UNKNOWN, (inquiry.law.reason(WHO, text),)).resting_on(now)
    text = f"{', '.join(found)}: supplies the computing or carries out the training"
    if told is not None and told.facility_of and told.facility_of not in found:
        text += f"; {told.facility_of} owns the building only"
    return Answer(found, (inquiry.law.reason(WHO, text, told.refs if told else ()),)).resting_on(
        now
    )


@remembered
def last_covered_since(inquiry: Inquiry, transaction: str) -> date | None:
    """Give the day since which a transaction is covered or, if it no longer is, last was."""
    for day in (inquiry.day, *reversed(days_of_change(inquiry, transaction))):
        since = covered_since(inquiry.on(day), transaction).value
        if isinstance(since, date):
            return since
    return None


def _reporting(inquiry: Inquiry, told: Transaction) -> tuple[str, ...]:
    trainer = told.trained_by
    if trainer and status(inquiry, trainer).value == Status.FOREIGN_PERSON:
        trainer = None
    named = tuple(dict.fromkeys(p for p in (told.machines_of, trainer) if p))
    return named or tuple(provider.id for provider in inquiry.every(Provider))


@remembered
def _judged(inquiry: Inquiry, transaction: str) -> Answer[Verdict]:
    """Judge a transaction on one day, whatever it was before."""
    told = inquiry.one(Transaction, transaction)
    kind, training = is_transaction(inquiry, transaction), is_training(inquiry, transaction)
    if told is None:
        text = f"nothing is told of {transaction}"
        return Answer(UNKNOWN, (inquiry.law.reason(COVERED, text, part="initial"),))
    persons = foreign(inquiry, told)
    large = _large(inquiry, told)
    verdicts = (kind.value, training.value, persons.verdict, large.value)
    verdict = every(v for v in verdicts if isinstance(v, Verdict))
    words = {YES: "is covered", NO: "is not covered", UNKNOWN: "is not shown to be covered or not"}
    text = f"{transaction} {words[verdict]}; {persons.text}"
    because = [inquiry.law.reason(COVERED, text, told.refs, part="initial")]
    if PaidWith.COMPUTE_CREDITS in (told.paid_with or ()):
        text = f"{transaction} is paid with compute credits, which are value like any other"
        because.append(inquiry.law.reason(COVERED, text, told.refs, part="compute_credits"))
    answer = Answer(verdict, tuple(because), flags=persons.flags)
    return answer.resting_on(kind, training, large, *persons.rests_on)


@remembered
def _begun(inquiry: Inquiry, transaction: str) -> tuple[date, Verdict]:
    """Give the day since which a transaction is covered, and what it was shown to be before.

    Only for a transaction that is covered; yes where it never was anything else.
    """
    since = inquiry.day
    for day in reversed(days_of_change(inquiry, transaction)):
        earlier = _judged(inquiry.on(day), transaction).value
        if earlier is not YES:
            return since, NO if earlier is NO else UNKNOWN
        since = day
    return since, YES


def _large(inquiry: Inquiry, told: Transaction) -> Answer[object]:
    if told.model is not None:
        return inquiry.ask(LARGE, told.model)
    return Answer(UNKNOWN, flags=(f"which model {told.id} is about has not been told",))


def _listed(inquiry: Inquiry, listed: str, word: str) -> tuple[Verdict, str]:
    """Give what a list of the pack says of a word; a word that it lacks is unknown."""
    entry = inquiry.law.entry(listed, fold(word))
    if entry is None:
        return UNKNOWN, "the pack does not list this"
    return _ANSWERS.get(entry.answer, UNKNOWN), entry.note
