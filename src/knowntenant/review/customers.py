"""Findings about one customer and its accounts: what is owed, who owns it, what may not stand open.

Each finding is a decision's answer; what is due, and since when it is late, the obligations say.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from knowntenant.facts.types import Account, Ownership
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.obligations.duties import of_customer as owed_to
from knowntenant.review.asking import Review
from knowntenant.review.finding import Finding, Subject, finding
from knowntenant.review.kinds import FindingKind, SubjectKind
from knowntenant.review.owed import capital, of_obligations
from knowntenant.verification.register import register_row

K = FindingKind
OWNERS, SCOPE = "ownership.beneficial_owners", "scope.account_in_scope"
BLOCKED, FREE = "verification.reregistration_blocked", "retention.deletion_from"
MAY_OPEN, WITHOUT_LEAVE = "identification.may_open", "identification.opened_without_leave"
DETERMINED, OUTCOME = "identification.us_determination", "verification.outcome"
GAPS = (
    ("is owned entirely by itself", K.OWNERSHIP_LOOP),
    ("the stated shares of", K.SHARES_OVER_WHOLE),
    ("who exercises substantial control", K.CONTROL_NOT_ANSWERED),
    ("is an individual or an entity is not stated", K.STATUS_UNKNOWN),
)
"""Words by which ownership.beneficial_owners flags a gap, and the kind of finding; any other gap
means that owners are incomplete. A test asks the decision for each of them."""

ODD_SHARES = (K.OWNERSHIP_LOOP, K.SHARES_OVER_WHOLE)
"""Shares that cannot be right: told of every customer with owners, whatever its accounts are."""

Row = dict[str, object]


def of_customer(review: Review, customer: str) -> tuple[list[Finding], list[Row]]:
    """Give the findings about a customer and its accounts, each once, and its register rows.

    A pack that does not identify customers has findings about what is owed only.
    """
    owed = of_obligations(review, owed_to(review.inquiry, customer), customer)
    if not review.decides(SCOPE):
        return _each_once(owed), []
    inquiry = review.inquiry
    accounts = inquiry.where(Account, customer=customer)
    open_ = [account for account in accounts if account.state in OPEN_STATES]
    rows = [row for account in open_ if (row := register_row(inquiry, account)) is not None]
    found = (
        *owed,
        *_reregistration(review, customer),
        *_owners(review, customer, open_),
        *(one for account in open_ for one in _open_account(review, customer, account.id)),
        *(one for row in rows for one in _unverified(review, customer, row)),
        *(one for account in accounts for one in _past_retention(review, customer, account)),
    )
    return _each_once(found), rows


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    found: dict[tuple[str, str, str], Finding] = {}
    for one in findings:
        found.setdefault((one.kind, one.subject.id, one.detail), one)
    return list(found.values())


def _reregistration(review: Review, customer: str) -> Iterator[Finding]:
    asked = review.ask(BLOCKED, customer)
    if asked.answer.value is YES:
        subject = Subject(SubjectKind.CUSTOMER, customer, customer)
        yield finding(K.REREGISTRATION, subject, asked, f"{asked.answer.because[0].text}.")


def _owners(review: Review, customer: str, open_: list[Account]) -> Iterator[Finding]:
    asks_all = any(review.ask(SCOPE, account.id).answer.value is not NO for account in open_)
    if not asks_all and not review.inquiry.where(Ownership, owned=customer):
        return
    asked = review.ask(OWNERS, customer)
    subject = Subject(SubjectKind.CUSTOMER, customer, customer)
    for gap in asked.answer.flags:
        kind = next((kind for words, kind in GAPS if words in gap), K.OWNERS_INCOMPLETE)
        if asks_all or kind in ODD_SHARES:
            yield finding(kind, subject, asked, capital(f"{gap}."), detail=gap)


def _open_account(review: Review, customer: str, account: str) -> Iterator[Finding]:
    asked = review.ask(WITHOUT_LEAVE, account)
    if asked.answer.value is not YES:
        return
    leave = review.ask(MAY_OPEN, account)
    subject = Subject(SubjectKind.ACCOUNT, account, customer, account)
    said = leave.answer.because[0].text
    obstacles = said.partition(f"{account} may not be opened: ")[2] or said
    what = f"Account {account} stands open: {obstacles}."
    yield finding(K.ACCOUNT_OPEN_WITHOUT_LEAVE, subject, asked, what)
    if review.ask(SCOPE, account).answer.value is NO:
        shown = review.ask(DETERMINED, account)
        if shown.answer.value is UNKNOWN:
            of_customer = Subject(SubjectKind.CUSTOMER, customer, customer, account)
            what = capital(f"{shown.answer.because[0].text}.")
            yield finding(K.US_CLAIM_UNPROVEN, of_customer, shown, what)


def _unverified(review: Review, customer: str, row: Row) -> Iterator[Finding]:
    missing = row["missing"] if isinstance(row["missing"], tuple) else ()
    if "deprovision_on" in missing:
        account = str(row["account"])
        subject = Subject(SubjectKind.ACCOUNT, account, customer, account)
        what = f"Account {account} is open and unverified, and no day is set on which it ends."
        yield finding(K.NO_DEPROVISION_DAY, subject, review.ask(OUTCOME, account), what)


def _past_retention(review: Review, customer: str, account: Account) -> Iterator[Finding]:
    if account.state in OPEN_STATES and _no_end_while_open(review):
        return
    asked = review.ask(FREE, account.id)
    free = asked.answer.value
    if isinstance(free, date) and free <= review.inquiry.day:
        subject = Subject(SubjectKind.ACCOUNT, account.id, customer, account.id)
        what = f"The records of account {account.id} may be deleted since {free}."
        yield finding(K.RECORDS_PAST_RETENTION, subject, asked, what)


def _no_end_while_open(review: Review) -> bool:
    """Tell whether the question can be spared: by this reading an open account has no such day.

    It is the dearest question of all, as it looks at every day on which the scope changed.
    """
    return review.inquiry.law.reading("D13").choice == "later"
