"""Does an exemption lift clauses for an account or customer? Asked alike by all (7.306(a), (b)).

The exemptions themselves are judged elsewhere (deterrence); they are asked by name.
"""

from collections.abc import Iterable

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Exemption
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.law.answer import Answer
from knowntenant.law.clauses import covers
from knowntenant.scope.holding import holding

ACCOUNT, PROVIDER = "deterrence.account_exempt_from", "deterrence.exempt_from"
ASKS = (ACCOUNT, PROVIDER)
"""What a decision asks that asks here."""


def lifted(inquiry: Inquiry, of: str, clauses: Iterable[str]) -> Answer[object] | None:
    """Give the exemption that lifts every one of some clauses on the day, or None.

    of: an account, or a customer, all of whose open accounts it has to reach; of somebody without
    an account, the provider's own counts. None where the pack decides no exemptions.
    """
    if not any_told(inquiry):
        return None
    accounts = holding(inquiry, of).accounts
    ids = [a.id for a in accounts if a.state in OPEN_STATES] or [a.id for a in accounts]
    answers = [inquiry.ask(ACCOUNT, id_) for id_ in ids]
    answers = answers or [inquiry.ask(PROVIDER, "", kind="provider")]
    return answers[0] if all(lifts(answer, clauses) for answer in answers) else None


def lifted_for_reseller(
    inquiry: Inquiry, reseller: str, clauses: Iterable[str]
) -> Answer[object] | None:
    """Give the exemption that lifts every one of some clauses for a reseller, or None.

    The reseller's own, or the provider's where it reaches so far.
    """
    if not any_told(inquiry):
        return None
    own = inquiry.ask(PROVIDER, reseller, kind="reseller")
    answers = (own, inquiry.ask(PROVIDER, "", kind="provider"))
    return next((answer for answer in answers if lifts(answer, clauses)), None)


def lifted_for_provider(inquiry: Inquiry, clauses: Iterable[str]) -> Answer[object] | None:
    """Give the provider's own exemption where it lifts every one of some clauses, or None."""
    found = inquiry.ask(PROVIDER, "", kind="provider")
    return found if lifts(found, clauses) else None


def lifts(answer: Answer[object], clauses: Iterable[str]) -> bool:
    """Tell whether the sections that an answer names contain every one of some clauses."""
    sections = answer.value if isinstance(answer.value, tuple) else ()
    wanted = tuple(clauses)
    return bool(wanted) and all(any(covers(str(s), clause) for s in sections) for clause in wanted)


def any_told(inquiry: Inquiry) -> bool:
    """Tell whether any exemption is told, and the pack decides what exemptions lift."""
    return bool(inquiry.every(Exemption)) and PROVIDER in inquiry.law.pack.decided
