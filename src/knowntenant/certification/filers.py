"""For whom a certification is filed: the provider, and each foreign reseller (7.304(a), (f), D36).

A filer is named by '' (or the provider's own id) or by a reseller's id.
"""

from collections.abc import Iterable, Iterator

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Account, Provider, Reseller
from knowntenant.law.answer import NO, YES, Answer
from knowntenant.scope.foreign_resellers import dealt_with
from knowntenant.scope.lifting import PROVIDER, lifted_for_provider

MUTES = "deterrence.mutes_reseller_filings"
OWN = ""
FILINGS = "filings"
"""The part under which the pack names the clause of the filings that MUTES is about."""
MUTING = (PROVIDER, MUTES)
"""What a decision asks to know whether an exemption silences a filer."""


def filer(inquiry: Inquiry, of: str) -> str:
    """Give the filer that an id names: '' for the provider's own id, else the id of a reseller."""
    return OWN if inquiry.one(Provider, of) is not None else of


def foreign_resellers(inquiry: Inquiry) -> list[str]:
    """Give the foreign resellers of the day, those of unknown origin left out."""
    return [r.id for r in inquiry.every(Reseller) if dealt_with(inquiry, r.id).value is YES]


def open_resellers(inquiry: Inquiry) -> list[str]:
    """Give the resellers of whom it is not known whether they are foreign."""
    return [
        r.id for r in inquiry.every(Reseller) if dealt_with(inquiry, r.id).value not in (YES, NO)
    ]


def muted(inquiry: Inquiry, of: str) -> Answer[object] | None:
    """Give the exemption that silences the certifications of a filer, or None.

    The provider's own silences its own; whether it reaches its resellers' is reading D36.
    """
    if of:
        found = inquiry.ask(MUTES, of)
        return found if found.value is YES else None
    return lifted_for_provider(inquiry, inquiry.law.cite(MUTES, FILINGS))


def filer_of(inquiry: Inquiry, account: Account) -> str:
    """Give in whose certification an account counts: its foreign reseller's, or the provider's."""
    through = account.reseller
    return through if through and dealt_with(inquiry, through).value is YES else OWN


def accounts_of(inquiry: Inquiry, of: str) -> tuple[Account, ...]:
    """Give the accounts that count in a filer's certification."""
    return _by_filer(inquiry, "").get(of, ())


def customers_of(inquiry: Inquiry, of: str) -> tuple[str, ...]:
    """Give the holders of the accounts that count in a filer's certification."""
    return tuple(dict.fromkeys(holders(accounts_of(inquiry, of))))


def holders(accounts: Iterable[Account]) -> Iterator[str]:
    """Give the customers of accounts; an account without one stands for its customer."""
    return (account.customer or account.id for account in accounts)


@remembered
def _by_filer(inquiry: Inquiry, _: str) -> dict[str, tuple[Account, ...]]:
    found: dict[str, list[Account]] = {}
    for account in inquiry.every(Account):
        found.setdefault(filer_of(inquiry, account), []).append(account)
    return {of: tuple(accounts) for of, accounts in found.items()}
