"""No foreign customer, and no new foreign reseller, before the Department knows (7.304(d))."""

from knowntenant.certification.filers import MUTING, OWN, muted
from knowntenant.certification.notifications import Notification, chain_of
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Provider
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.scope.accounts import account_in_scope
from knowntenant.scope.foreign_resellers import foreign_or_us, is_us_reseller
from knowntenant.scope.lifting import ACCOUNT, lifted

FURNISH = "certification.may_furnish"
SUPPLY = "certification.may_supply_reseller"


@decides(
    FURNISH,
    Declared(
        of="account",
        answers=YES_NO,
        asks=(*MUTING, ACCOUNT),
        readings=("D2", "D16", "D17", "D32", "D36"),
    ),
)
def may_furnish(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    """Say whether the provider may furnish an account, as far as its certification form goes.

    No for a newly established provider that has filed no form, where the account is in scope; yes
    once the form is filed, for an account out of scope, for a provider that is not new, and while
    an exemption stands. Unknown where scope, or whether the provider is new, is open.
    """
    filed, (new, facts) = _of_provider(inquiry)
    scope = account_in_scope(inquiry, account)
    exempt = muted(inquiry, OWN) or lifted(inquiry, account, inquiry.law.cite(FURNISH))
    if filed is not None:
        verdict, text, facts = YES, f"the form was filed on {filed.day}", filed.facts
    elif exempt is not None or scope.value is NO or new is NO:
        why = "exempt" if exempt else "not new" if new is NO else f"asked about {account}, all US"
        verdict, text = YES, f"the provider has filed no form, and is {why}"
    elif scope.value is YES and new is YES:
        verdict, text = NO, f"a new provider has filed no form, and {account} is in scope"
    else:
        what = f"{account} is in scope" if scope.value is not YES else "the provider is new"
        verdict, text = UNKNOWN, f"no form was filed, and whether {what} is open"
    reason = inquiry.law.reason(FURNISH, text, facts)
    return Answer(verdict, (reason,)).resting_on(*((exempt,) if exempt else (scope,)))


@decides(
    SUPPLY,
    Declared(of="reseller", answers=YES_NO, asks=MUTING, readings=("D2", "D17", "D27", "D36")),
)
def may_supply_reseller(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether products may be supplied to a reseller, as far as its notification goes.

    No for a foreign reseller until a first or yearly form, or a compiled one, was filed for it;
    yes for a US reseller and for one that an exemption covers; unknown where its status is. Who
    benefits may make a US person a foreign reseller (D27).
    """
    filed = chain_of(inquiry, reseller).last
    stands = foreign_or_us(inquiry, reseller)
    exempt = muted(inquiry, reseller)
    if filed is not None:
        verdict, text = YES, f"the Department was notified of {reseller} on {filed.day}"
    elif exempt is not None:
        verdict, text = YES, f"an exemption silences the notification of {reseller}"
    elif stands.value is UNKNOWN:
        verdict, text = UNKNOWN, f"whether {reseller} is a foreign person is not known"
    elif is_us_reseller(inquiry, reseller):
        verdict, text = YES, f"{reseller} is a US reseller"
    else:
        verdict, text = NO, f"{reseller} is foreign, and the Department was not notified of it"
    reason = inquiry.law.reason(SUPPLY, text, filed.facts if filed else ())
    return Answer(verdict, (reason,)).resting_on(*((exempt,) if exempt else ()), stands)


def _of_provider(
    inquiry: Inquiry,
) -> tuple[Notification | None, tuple[Verdict, tuple[str, ...]]]:
    """Give what the provider filed last and whether it is new: for all accounts, so found once."""
    key = (FURNISH, inquiry.law.pack.sha256, inquiry.day)
    return inquiry.known.once(
        key, lambda: (chain_of(inquiry, OWN).last, _newly_established(inquiry))
    )


def _newly_established(inquiry: Inquiry) -> tuple[Verdict, tuple[str, ...]]:
    providers = inquiry.every(Provider)
    said = [p.newly_established for p in providers if p.newly_established in (YES, NO)]
    facts = tuple(ref for provider in providers for ref in provider.refs)
    return (YES if YES in said else NO if NO in said else UNKNOWN), facts
