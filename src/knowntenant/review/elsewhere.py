"""Findings that no customer has: resellers, requests of the Department, products, filings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.types import Product, Reseller
from knowntenant.law.answer import UNKNOWN, Answer
from knowntenant.obligations.duties import of_no_customer as owed_otherwise
from knowntenant.retention.terms import FILED
from knowntenant.review.asking import Review
from knowntenant.review.finding import Finding, Subject, finding
from knowntenant.review.kinds import FindingKind, SubjectKind
from knowntenant.review.owed import capital, of_obligations

K = FindingKind
PRODUCT, MUST_KEEP = "scope.product_in_scope", "resellers.must_keep_cip"
FREE = "retention.deletion_from"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a reseller stands: its name, whether foreign, its state, by when it is to be ended."""

    reseller: str
    name: str
    foreign: str
    state: str
    due: date | None
    flags: tuple[str, ...]


def of_no_customer(review: Review) -> Iterator[Finding]:
    """Give the findings about products, resellers, requests and filings that the pack decides."""
    if review.decides(PRODUCT):
        for product in review.inquiry.every(Product):
            yield from _product(review, product.id)
    if review.decides(MUST_KEEP):
        for reseller in review.inquiry.every(Reseller):
            yield from _reseller(review, reseller.id)
    yield from of_obligations(review, owed_otherwise(review.inquiry))
    if review.decides(FREE):
        for shape in FILED:
            for filing, *_ in review.inquiry.known.ledger.keys(shape):
                yield from _filing(review, filing)


def standings(review: Review) -> tuple[Standing, ...]:
    """Say where every reseller stands, where the pack asks anything of resellers."""
    resellers = review.inquiry.every(Reseller) if review.decides(MUST_KEEP) else ()
    return tuple(standing(review, one) for one in resellers)


def standing(review: Review, reseller: Reseller) -> Standing:
    """Say where a reseller stands."""
    duty, state = review.ask(MUST_KEEP, reseller.id), review.ask("resellers.state", reseller.id)
    due = review.ask("resellers.termination_due", reseller.id).answer
    status = review.ask("persons.status", reseller.id).answer.value
    return Standing(
        reseller.id,
        reseller.name or "",
        _plain(str(status)),
        _plain(str(state.answer.value)),
        due.value if isinstance(due.value, date) else None,
        state.answer.flags + tuple(f for f in duty.answer.flags if f not in state.answer.flags),
    )


def _product(review: Review, product: str) -> Iterator[Finding]:
    asked = review.ask(PRODUCT, product)
    if asked.answer.value is UNKNOWN:
        subject = Subject(SubjectKind.PRODUCT, product)
        yield finding(K.PRODUCT_SCOPE_UNKNOWN, subject, asked, _sentence(asked.answer))


def _reseller(review: Review, reseller: str) -> Iterator[Finding]:
    asked = review.ask(MUST_KEEP, reseller)
    if asked.answer.value is UNKNOWN:
        subject = Subject(SubjectKind.RESELLER, reseller)
        yield finding(K.RESELLER_STATUS_UNKNOWN, subject, asked, _sentence(asked.answer))


def _filing(review: Review, filing: str) -> Iterator[Finding]:
    asked = review.ask(FREE, filing)
    free = asked.answer.value
    if isinstance(free, date) and free <= review.inquiry.day:
        what = f"The copy of {filing} may be deleted since {free}."
        yield finding(K.RECORDS_PAST_RETENTION, Subject(SubjectKind.FILING, filing), asked, what)


def _sentence(answer: Answer[object]) -> str:
    return capital(f"{answer.because[0].text}.")


def _plain(word: str) -> str:
    return word.replace("_", " ")
