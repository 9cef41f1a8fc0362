"""What is owed in notices: about disclosure, and about owners added (7.301 cip, 7.302(f)(1))."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Control, Disclosure, Notice, Ownership
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = (
    "privacy.customer_notice", "privacy.disclosure_notice", "privacy.owner_changes_untold",
    "privacy.owner_notice_clause",
)  # fmt: skip


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give the notices owed of disclosures."""
    for disclosure in inquiry.every(Disclosure):
        owed = inquiry.ask("privacy.disclosure_notice", disclosure.id)
        if owed.value is YES:
            yield now(Kind.TELL_OF_DISCLOSURE, disclosure.id, owed, "a notice that concerns it")
        elif owed.value is UNKNOWN:
            yield now(Kind.SETTLE_DISCLOSURE, disclosure.id, owed, "the facts that settle it")


def of_customer(inquiry: Inquiry, customer: str) -> Iterator[Obligation]:
    """Give the notices owed to one customer that holds an account, and those to be had from it."""
    if not inquiry.where(Account, customer=customer):
        return
    if inquiry.program.customer_notice_version:  # without one, which is owed is open
        yield from _notice(inquiry, customer)
    if any(not notice.concerns for notice in inquiry.where(Notice, to=customer)):
        terms = inquiry.ask("privacy.owner_notice_clause", customer)
        if terms.value is NO:
            yield now(Kind.BIND_CUSTOMER_TO_TELL, customer, terms, "its acceptance of the terms")
    owned = bool(inquiry.where(Ownership, owned=customer))
    if owned or bool(inquiry.where(Control, over=customer)):
        yield from _owners(inquiry, customer)


def _notice(inquiry: Inquiry, customer: str) -> Iterator[Obligation]:
    stands = inquiry.ask("privacy.customer_notice", customer)
    if isinstance(stands.value, dict) and stands.value["owed"] is YES:
        done_by = "a notice about disclosure in the program's version"
        yield now(Kind.GIVE_CUSTOMER_NOTICE, customer, stands, done_by)


def _owners(inquiry: Inquiry, customer: str) -> Iterator[Obligation]:
    """Give one row for each day on which owners joined of whom the customer did not tell."""
    untold = inquiry.ask("privacy.owner_changes_untold", customer)
    rows = untold.value if isinstance(untold.value, tuple) else ()
    done_by = "the customer's notice of the owners added"
    for due in sorted({due for row in rows if isinstance(due := row["due"], date)}):
        yield dated(inquiry, Kind.ASK_ABOUT_OWNERS, customer, untold, due, done_by)
