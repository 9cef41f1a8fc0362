"""Reseller accounts: those whose holder is going to offer the products onward (7.301)."""

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Account, Reseller
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.scope.products import product_in_scope

RESELLER_ACCOUNT = "scope.reseller_account"


@decides(RESELLER_ACCOUNT, Declared(of="account", answers=YES_NO))
@remembered
def reseller_account(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    """Say whether an account is there for its holder to offer IaaS products on to third parties.

    Yes where that is stated, where a reseller names the account, and where the holder is a reseller
    that names none. Unknown where nothing is stated, and where two statements contradict.
    """
    told = inquiry.one(Account, account)
    refs = told.refs if told is not None else ()
    product = told.product if told is not None else None
    scope = product_in_scope(inquiry, product) if product else None
    if scope is not None and scope.value is NO:
        reason = inquiry.law.reason(
            RESELLER_ACCOUNT, f"{account} is for {product}, no IaaS product", refs
        )
        return Answer(NO, (reason,)).resting_on(scope)
    verdict, text, facts = _stated(inquiry, account, told)
    clash = told is not None and told.offers_onward is NO and verdict is UNKNOWN
    flags = (f"{account} is named as a reseller account and stated not to be offered onward",)
    reason = inquiry.law.reason(RESELLER_ACCOUNT, text, tuple(dict.fromkeys((*refs, *facts))))
    return Answer(verdict, (reason,), flags=flags if clash else ())


def _stated(
    inquiry: Inquiry, account: str, told: Account | None
) -> tuple[Verdict, str, tuple[str, ...]]:
    """Give what the statements on an account come to, in words too, and those of resellers."""
    naming = _naming(inquiry, account, told)
    facts = tuple(ref for reseller in naming for ref in reseller.refs)
    onward = told.offers_onward if told is not None else None
    if onward is NO and naming:
        return UNKNOWN, f"the statements on {account} contradict each other", facts
    if onward is YES or naming:
        names = ", ".join(reseller.id for reseller in naming) or "its holder"
        return YES, f"{account} is there for {names} to offer the products onward", facts
    if onward is NO:
        return NO, f"the holder of {account} does not offer the products onward", facts
    return UNKNOWN, f"whether the holder of {account} offers the products onward is open", facts


def _naming(inquiry: Inquiry, account: str, told: Account | None) -> tuple[Reseller, ...]:
    """Give the resellers whose reseller account it is: by its name, or as its holder."""
    named = inquiry.where(Reseller, account=account)
    holder = inquiry.one(Reseller, told.customer) if told and told.customer else None
    if holder is None or holder.account is not None:
        return named
    return (*named, holder)


def resold_accounts(inquiry: Inquiry, person: str) -> tuple[str, ...]:
    """Give the accounts of a person that are known to be reseller accounts."""
    told = inquiry.one(Reseller, person)
    held = [account.id for account in inquiry.where(Account, customer=person)]
    named = [told.account] if told is not None and told.account else []
    return tuple(
        account
        for account in sorted({*held, *named})
        if reseller_account(inquiry, account).value is YES
    )


def resells(inquiry: Inquiry, person: str) -> bool:
    """Tell whether it is recorded of a person that it resells."""
    return inquiry.one(Reseller, person) is not None or bool(resold_accounts(inquiry, person))
