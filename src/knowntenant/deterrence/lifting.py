"""What an exemption lifts, for whom, and what it leaves standing (7.306(a), (b), (e), D2, D36)."""

from knowntenant.deterrence.exemptions import (
    Holder,
    granted,
    holder,
    is_reseller,
    of_provider,
    of_reseller,
    reaching,
)
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Exemption
from knowntenant.law.answer import NO, YES, Answer, Reason, Taken, Verdict
from knowntenant.law.clauses import covers
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, YES_NO, ListOf, choice

EXEMPT_FROM = "deterrence.exempt_from"
ACCOUNT = "deterrence.account_exempt_from"
MUTES = "deterrence.mutes_reseller_filings"
FILINGS = "filings"
"""The part under which the pack names the clause of the filings that MUTES is about."""
KIND = choice("kind of holder", "as what an id is asked about", Holder)
Sections = tuple[str, ...]


@decides(
    EXEMPT_FROM,
    Declared(of="record", answers=ListOf(TEXT), takes={"kind": KIND}, readings=("D2",)),
)
def exempt_from(inquiry: Inquiry, of: str, kind: str = "") -> Answer[Sections]:
    """Give the sections that an exemption lifts, on the day, for a provider or one reseller.

    Empty without a granted exemption, and from the day of a revocation on. For a reseller the
    sections are lifted as far as that reseller goes. kind: 'provider' or 'reseller', if the facts
    do not say which the id is; an empty id asks about the provider.
    """
    reseller = kind == Holder.RESELLER or (kind != Holder.PROVIDER and is_reseller(inquiry, of))
    found = of_reseller(inquiry, of) if reseller else of_provider(inquiry, of)
    return _answered(inquiry, EXEMPT_FROM, of or "the provider", found)


@decides(ACCOUNT, Declared(of="account", answers=ListOf(TEXT), readings=("D2",)))
def account_exempt_from(inquiry: Inquiry, account: str) -> Answer[Sections]:
    """Give the sections that an exemption lifts, on the day, as far as one account goes.

    The provider's own reaches its direct accounts; one for a customer, or for a type of account,
    reaches those it names; one for a reseller reaches what is held through that reseller.
    """
    told = inquiry.one(Account, account)
    found = reaching(inquiry, told) if told else ()
    return _answered(inquiry, ACCOUNT, account, found)


@decides(
    MUTES,
    Declared(of="reseller", answers=YES_NO, asks=(EXEMPT_FROM,), readings=("D2", "D36")),
)
def mutes_reseller_filings(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether an exemption mutes the certification filings for one foreign reseller.

    Yes where a finding about that reseller stands. The provider's own finding mutes its own
    filings only (D36, 'resellers-go-on'), or those for its resellers too ('exempt-altogether').
    """
    taken = inquiry.law.reading("D36")
    own = inquiry.ask(EXEMPT_FROM, reseller, kind=Holder.RESELLER)
    provider = inquiry.ask(EXEMPT_FROM, "", kind=Holder.PROVIDER)
    if _lifts(inquiry, own):
        verdict, text = YES, f"{reseller} itself is exempt"
    elif not _lifts(inquiry, provider):
        verdict, text = NO, f"no exemption reaches the filings for {reseller}"
    elif taken.choice == "exempt-altogether":
        verdict, text = YES, f"the provider's exemption silences the filings for {reseller} too"
    else:
        verdict, text = NO, f"the provider is exempt, {reseller} is not: filings for it go on"
    return Answer(verdict, (inquiry.law.reason(MUTES, text),), (taken,)).resting_on(own, provider)


def lifted(inquiry: Inquiry, kind: Holder) -> Sections:
    """Give the sections that the pack's reading of D2 lifts for a kind of holder."""
    rows = inquiry.law.pack.lists.get(_list_of(inquiry, kind), {})
    return tuple(row.value for row in rows.values() if row.answer == str(YES))


def _list_of(inquiry: Inquiry, kind: Holder) -> str:
    """Give the name of the pack's list for a kind of holder under the reading taken of D2."""
    return f"lifted_{inquiry.law.reading('D2').choice}_{kind}".replace("-", "_")


def _lifts(inquiry: Inquiry, answer: Answer[object]) -> bool:
    (clause,) = inquiry.law.cite(MUTES, FILINGS)
    return isinstance(answer.value, tuple) and any(covers(s, clause) for s in answer.value)


def _answered(
    inquiry: Inquiry, name: str, of: str, found: tuple[Exemption, ...]
) -> Answer[Sections]:
    standing = granted(found)
    sections = [section for e in standing for section in lifted(inquiry, holder(e))]
    reasons = tuple(_because(inquiry, name, e) for e in standing)
    nothing = (inquiry.law.reason(name, f"no exemption stands for {of}", _refs(found)),)
    stateless = tuple(f"where exemption {e.id} stands is not told" for e in found if not e.state)
    taken: tuple[Taken, ...] = (inquiry.law.reading("D2"),)
    return Answer(tuple(dict.fromkeys(sections)), reasons or nothing, taken, stateless)


def _because(inquiry: Inquiry, name: str, exemption: Exemption) -> Reason:
    kind = holder(exemption)
    text = f"exemption {exemption.id} stands and lifts {', '.join(lifted(inquiry, kind))}"
    return inquiry.law.reason(name, text, exemption.refs, part=kind)


def _refs(found: tuple[Exemption, ...]) -> tuple[str, ...]:
    return tuple(ref for exemption in found for ref in exemption.refs)
