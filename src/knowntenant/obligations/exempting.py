"""Duties that an exemption silences while it stands: shown as muted, never dropped (7.306, D36)."""

from dataclasses import replace

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Request, Reseller
from knowntenant.law.answer import YES, Answer
from knowntenant.law.clauses import covers
from knowntenant.obligations.row import Obligation, ObligationState
from knowntenant.obligations.row import ObligationKind as Kind
from knowntenant.scope.lifting import ACCOUNT, PROVIDER, any_told, lifted, lifts

FILINGS = "deterrence.mutes_reseller_filings"
ASKS = (ACCOUNT, PROVIDER, FILINGS)
_PENDING = (ObligationState.OPEN, ObligationState.LATE)
_ON_MANY_GROUNDS = (Kind.HAND_OVER_CIP,)
"""What stands under each of the clauses that its answer names: a reseller's CIP is asked for twice.

Of any other kind the row's own clause is the duty, and what else its answer names are premises.
"""


def muted(inquiry: Inquiry, row: Obligation) -> Obligation:
    """Give a row as it stands under the exemptions of the day: muted, or as it is.

    Muted while the sections of all clauses it stands under are lifted for whom it is about; while
    one is alive the row names that clause. From the day of a revocation on it is back as it was.
    Sections that no exemption lifts are never muted.
    """
    if row.state not in _PENDING or not any_told(inquiry):
        return row
    others = row.answer.clauses if row.kind in _ON_MANY_GROUNDS else ()
    silencing: list[Answer[object]] = []
    for clause in dict.fromkeys((row.clause, *others)):
        why = _silenced(inquiry, row.of, clause)
        if why is None:
            return replace(row, clause=clause)
        silencing.append(why)
    because = f"{silencing[0].because[0].text}, so this waits: {row.because}"
    return replace(row, state=ObligationState.MUTED, because=because)


def _silenced(inquiry: Inquiry, of: str, clause: str) -> Answer[object] | None:
    """Give the answer that silences a duty under a clause about somebody, or None."""
    reseller = _reseller(inquiry, of)
    return _of_reseller(inquiry, clause, reseller) if reseller else lifted(inquiry, of, (clause,))


def _of_reseller(inquiry: Inquiry, clause: str, reseller: str) -> Answer[object] | None:
    """Give what silences a row about a reseller; of its filings the reading of D36 says it."""
    own = inquiry.ask(PROVIDER, reseller, kind="reseller")
    provider = inquiry.ask(PROVIDER, "", kind="provider")
    if lifts(own, (clause,)):
        return own
    if not lifts(provider, (clause,)):
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


def _section(clause: str) -> str:
    return clause.partition("(")[0]
