"""A provider that does nothing but resell may rely on the upstream program (7.302(b) s.2)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Adoption, Product, Reseller
from knowntenant.facts.types.adoptions import AdoptionState
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.resellers.kind import kind
from knowntenant.scope.foreign_resellers import ResellerKind
from knowntenant.scope.products import product_in_scope

MAY_ADOPT = "resellers.may_adopt_upstream"


@decides(MAY_ADOPT, Declared(of="reseller", answers=YES_NO, readings=("D17", "D27")))
def may_adopt_upstream(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether a reseller may meet its duties by the program of the provider upstream.

    Yes for a US reseller that does nothing but resell, while a signed agreement on it stands. A
    foreign reseller keeps a program of its own, and so does who has IaaS products of its own.
    """
    signed, drawn = _agreements(inquiry, reseller)
    upstream = ", ".join(one.upstream for one in signed)
    agreed = f"an agreement with {upstream} is signed" if signed else "no agreement is signed"
    is_of_kind = kind(inquiry, reseller)
    told = inquiry.one(Reseller, reseller)
    stated, own = _nothing_else(inquiry, reseller, told)
    us_one = YES if is_of_kind.value == ResellerKind.US_RESELLER else NO
    by_kind = UNKNOWN if is_of_kind.value is UNKNOWN else us_one
    met = (YES if signed else NO, by_kind, stated)
    verdict = NO if NO in met else UNKNOWN if UNKNOWN in met else YES
    words = f"own products {', '.join(own)}" if own else f"does nothing but resell: {stated}"
    facts = (*(told.refs if told else ()), *(ref for one in drawn for ref in one.refs))
    reason = inquiry.law.reason(MAY_ADOPT, f"{reseller}: {agreed}; {words}", facts)
    return Answer(verdict, (reason,)).resting_on(is_of_kind)


def _agreements(
    inquiry: Inquiry, reseller: str
) -> tuple[tuple[Adoption, ...], tuple[Adoption, ...]]:
    """Give the agreements that are signed and have not ended, and all of them."""
    drawn = inquiry.where(Adoption, reseller=reseller)
    return tuple(one for one in drawn if one.state is AdoptionState.SIGNED), drawn


def _nothing_else(
    inquiry: Inquiry, reseller: str, told: Reseller | None
) -> tuple[Verdict, tuple[str, ...]]:
    """Say whether a reseller only resells: as stated, unless an IaaS product of its own is told of.

    A line of its own that is no IaaS product does not count; one of which that is open may.
    """
    lines = sorted(line.id for line in inquiry.where(Product, owned_by=reseller))
    scopes = {line: product_in_scope(inquiry, line).value for line in lines}
    own = tuple(line for line, value in scopes.items() if value is YES)
    stated = (told.only_resells or UNKNOWN) if told is not None else UNKNOWN
    if own:
        return NO, own
    return (UNKNOWN if stated is YES and UNKNOWN in scopes.values() else stated), ()
