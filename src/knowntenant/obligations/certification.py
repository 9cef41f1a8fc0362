"""What certifications oblige to: forms, yearly filings, notices of changes, data (7.304)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Certification, Provider, Reseller
from knowntenant.law.answer import YES, Answer, Reason
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind
from knowntenant.scope.foreign_resellers import dealt_with

FORM = "certification.form"
SUBMISSIONS = "certification.reseller_submissions"
SUPPLY = "certification.may_supply_reseller"
UPDATES = "certification.irregular_updates"
WINDOW = "certification.window"
ASKS = (FORM, UPDATES, SUPPLY, SUBMISSIONS, WINDOW)
PROVIDER = "provider"
"""Whom a row is about where the provider has told no id of its own."""


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what certifications call for: changes always, filings once there is a filer.

    The filings of a provider are owed once it is told, or once anything was certified: before that
    the facts are of somebody's customers or resellers only.
    """
    if bool(inquiry.every(Provider)) or bool(inquiry.every(Certification)):
        yield from of_provider(inquiry)
        for reseller in inquiry.every(Reseller):
            yield from of_reseller(inquiry, reseller.id)
        yield from of_submissions(inquiry)
    yield from of_changes(inquiry)


def of_provider(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give the first form of the provider, or its yearly certification."""
    who = next((provider.id for provider in inquiry.every(Provider)), PROVIDER)
    window = inquiry.ask(WINDOW)
    if not _exempt(window) and _previous(window) is None:
        form = inquiry.ask(FORM)
        by = "the certification form, filed before any foreign customer is furnished by a new one"
        because = Reason("no certification form was filed", inquiry.law.cite(FORM)[:1])
        yield now(Kind.FILE_CERTIFICATION_FORM, who, Answer(form.value, (because,)), by)
    yield from _yearly(inquiry, "", who, window)


def of_reseller(inquiry: Inquiry, reseller: str) -> Iterator[Obligation]:
    """Give the first form about a foreign reseller, or the yearly one."""
    if dealt_with(inquiry, reseller).value is not YES:
        return
    window = inquiry.ask(WINDOW, reseller)
    if not _exempt(window) and _previous(window) is None:
        leave = inquiry.ask(SUPPLY, reseller)
        by = "a certification form for it, alone or compiled with others'"
        yield now(Kind.FILE_CERTIFICATION_FORM, reseller, leave, by)
    yield from _yearly(inquiry, reseller, reseller, window)


def of_submissions(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give the data that foreign resellers have yet to hand in for their forms."""
    answer = inquiry.ask(SUBMISSIONS)
    for row in _rows(answer):
        missing = row["missing"]
        if missing and isinstance(missing, tuple):
            reseller = str(row["reseller"])
            text = f"{reseller} has yet to hand in: {', '.join(missing)}"
            because = Answer(answer.value, (Reason(text, answer.clauses[-1:]),))
            kind, by = Kind.COLLECT_RESELLER_SUBMISSION, "a submission that fills these fields"
            yield now(kind, reseller, because, by)


def of_changes(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give the notices of changes between certifications; those not judged yet are to be judged."""
    answer = inquiry.ask(UPDATES)
    for row in _rows(answer):
        text = f"{row['what']} on {row['happened']}; no deadline in the text"
        because = Answer(answer.value, (Reason(text, (str(row["clause"]),)),))
        by = f"an irregular certification; our own target, policy and not law: {row['target']}"
        kind = Kind.NOTIFY_CHANGE
        if row["notify"] is not YES:
            kind, by = Kind.JUDGE_CHANGE, "a word on whether the change is significant or material"
        elif row["kind"] == "adp_review":
            kind, by = Kind.REVIEW_ADP, "a change of the deterrence program that answers it"
        yield now(kind, str(row["trigger"]), because, by)


def _yearly(inquiry: Inquiry, of: str, who: str, window: Answer[object]) -> Iterator[Obligation]:
    """Give the next yearly certification, and the last one as met in time or late."""
    kind, previous = Kind.CERTIFY_YEARLY, _previous(window)
    if previous is None:
        return
    before = inquiry.ask(WINDOW, of, filing_day=previous)
    for answer, done in ((before, previous), (window, None)):
        match answer.value:
            case {"opens": date() as opens, "due": date() as due}:
                by = f"a certification filed from {opens} on"
                yield dated(inquiry, kind, who, answer, due, by, done)


def _previous(window: Answer[object]) -> date | None:
    previous = window.value["previous"] if isinstance(window.value, dict) else None
    return previous if isinstance(previous, date) else None


def _exempt(window: Answer[object]) -> bool:
    return "exempt" in window.flags


def _rows(answer: Answer[object]) -> tuple[dict[str, object], ...]:
    return answer.value if isinstance(answer.value, tuple) else ()
