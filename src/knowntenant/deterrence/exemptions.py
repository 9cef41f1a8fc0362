"""Which exemptions stand on a day, and for whom: provider, reseller, customer, account type."""

from collections.abc import Iterable
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.ledger import fold_link
from knowntenant.facts.types import Account, Exemption, Product, Reseller
from knowntenant.facts.types.deterrence import ExemptionState
from knowntenant.law.kinds import fold


class Holder(StrEnum):
    """Whom an exemption is for; the pack lists what it lifts for each."""

    PROVIDER = "provider"
    RESELLER = "reseller"
    ACCOUNT = "account"


def holder(exemption: Exemption) -> Holder:
    """Say whom an exemption is for: the provider's own is the one that names nobody else."""
    if exemption.reseller is not None:
        return Holder.RESELLER
    if exemption.lessee is not None or exemption.account_type is not None:
        return Holder.ACCOUNT
    return Holder.PROVIDER


def of_provider(inquiry: Inquiry, provider: str = "") -> tuple[Exemption, ...]:
    """Give the provider's own exemptions, whatever their state; '' is whichever provider it is."""
    return tuple(
        exemption
        for exemption in inquiry.every(Exemption)
        if holder(exemption) is Holder.PROVIDER
        and (not provider or _same(exemption.provider or provider, provider))
    )


def of_reseller(inquiry: Inquiry, reseller: str) -> tuple[Exemption, ...]:
    """Give the exemptions for one foreign reseller, whatever their state."""
    return inquiry.where(Exemption, reseller=reseller)


def of_account(inquiry: Inquiry, account: Account) -> tuple[Exemption, ...]:
    """Give the exemptions that name an account's customer, or the account's product or its kind."""
    product = inquiry.one(Product, account.product) if account.product else None
    types = {fold(name) for name in (account.product, product.kind if product else None) if name}
    return tuple(
        exemption
        for exemption in inquiry.every(Exemption)
        if holder(exemption) is Holder.ACCOUNT and _reaches(exemption, account.customer, types)
    )


def reaching(inquiry: Inquiry, account: Account) -> tuple[Exemption, ...]:
    """Give every exemption that reaches an account, whatever its state.

    What is held through a reseller stands under that reseller's program (7.303(b)), so only a
    finding about the reseller reaches it, not the provider's own (D36).
    """
    through = of_reseller(inquiry, account.reseller) if account.reseller else of_provider(inquiry)
    return (*through, *of_account(inquiry, account))


def granted(exemptions: Iterable[Exemption]) -> tuple[Exemption, ...]:
    """Give those that stand: granted, and not refused or taken away."""
    return tuple(e for e in exemptions if e.state is ExemptionState.GRANTED)


def is_reseller(inquiry: Inquiry, of: str) -> bool:
    """Tell whether an id is that of a reseller: told as one, or named as one by an exemption."""
    return inquiry.one(Reseller, of) is not None or bool(of_reseller(inquiry, of))


def _same(one: str, other: str) -> bool:
    return fold_link(one) == fold_link(other)


def _reaches(exemption: Exemption, customer: str | None, types: set[str]) -> bool:
    """Tell whether both of what an exemption names, customer and type, are those of an account."""
    if exemption.lessee is not None and not _same(exemption.lessee, customer or ""):
        return False
    return exemption.account_type is None or fold(exemption.account_type) in types
