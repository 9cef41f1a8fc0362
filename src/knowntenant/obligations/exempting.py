"""Duties that an exemption silences while it stands: shown as muted, never dropped (7.306, D36)."""

from dataclasses import replace

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Exemption, Request, Reseller
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.law.answer import YES, Answer
from knowntenant.law.clauses import covers
from knowntenant.obligations.row import Obligation, ObligationState

EXEMPT_FROM = "deterrence.exempt_from"
ACCOUNT = "deterrence.account_exempt_from"
FILINGS = "deterrence.mutes_reseller_filings"
ASKS = (ACCOUNT, EXEMPT_FROM, FILINGS)
_PENDING = (ObligationState.OPEN, ObligationState.LATE)


def muted(inquiry: Inquiry, row: Obligation) -> Obligation:
    """Give a row as it stands under the exemptions of the day: muted, or as it is.

    Muted while the section of its clause is lifted for whom it is about; from the day of a
    revocation on it is back as it was. Sections that no exemption lifts are never muted.
    """
    if row.state not in _PENDING or not inquiry.every(Exemption):
        return row
    if EXEMPT_FROM not in inquiry.law.pack.decided:
        return row
    why = _silenced(inquiry, row)
    if why is None:
        return row
    because = f"{why.because[0].text}, so this waits: {row.because}"
    return replace(row, state=ObligationState.MUTED, because=because)


def _silenced(inquiry: Inquiry, row: Obligation) -> Answer[object] | None:
    """Give the answer that silences a row, or None."""
    reseller = _reseller(inquiry, row.of)
    if reseller:
        return _of_reseller(inquiry, row.clause, reseller)
    answers = [inquiry.ask(ACCOUNT, account) for account in _accounts(inquiry, row.of)]
    answers = answers or [inquiry.ask(EXEMPT_FROM, "", kind="provider")]
    return answers[0] if all(_lifts(answer, row.clause) for answer in answers) else None


def _of_reseller(inquiry: Inquiry, clause: str, reseller: str) -> Answer[object] | None:
    """Give what silences a row about a reseller; of its filings the reading of D36 says it."""
    own = inquiry.ask(EXEMPT_FROM, reseller, kind="reseller")
    provider = inquiry.ask(EXEMPT_FROM, "", kind="provider")
    if _lifts(own, clause):
        return own
    if not _lifts(provider, clause):
        return None
    (filings,) = inquiry.law.cite(FILINGS, "filings")
    is_filing = covers(_section(filings), clause)
    goes_on = is_filing and inquiry.ask(FILINGS, reseller).value is not YES
    return None if goes_on else provider


def _reseller(inquiry: Inquiry, of: str) -> str:
    """Give the reseller that a row is about, itself or through a request, or ''."""
    request = inquiry.one(Request, of)
    named = (request.reseller if request else None) or of
    return named if inquiry.one(Reseller, named) is not None else ""


def _accounts(inquiry: Inquiry, of: str) -> tuple[str, ...]:
    """Give the account that a row is about, or the open ones of the customer it is about."""
    if inquiry.one(Account, of) is not None:
        return (of,)
    return tuple(a.id for a in inquiry.where(Account, customer=of) if a.state in OPEN_STATES)


def _lifts(answer: Answer[object], clause: str) -> bool:
    sections = answer.value if isinstance(answer.value, tuple) else ()
    return any(covers(str(section), clause) for section in sections)


def _section(clause: str) -> str:
    return clause.partition("(")[0]
