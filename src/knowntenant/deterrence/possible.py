"""Which finding on an exemption is possible, and what stands open (7.306(a), (b), (e))."""

from enum import StrEnum

from knowntenant.deterrence.exemptions import (
    Holder,
    granted,
    is_reseller,
    of_account,
    of_provider,
    of_reseller,
)
from knowntenant.deterrence.lifting import lifted
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Adp, Customer, Exemption, Product
from knowntenant.facts.types.deterrence import ExemptionState
from knowntenant.law.answer import NO, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, YES_NO, ListOf, Shape, choice

POSSIBLE = "deterrence.may_be_exempted"
THE_SECRETARY_DECIDES = "the Secretary decides: no deadline, no term and no claim in the text"


class Open(StrEnum):
    """What stands between somebody and an exemption."""

    ACCOUNT = "account"
    ADP = "adp"
    REQUEST = "request"
    MORE_INFORMATION = "more_information"
    DECISION = "decision"


OPEN = choice("open point", "what an exemption still waits for", Open)
FINDING = Shape(
    "possible finding", {"possible": YES_NO, "sections": ListOf(TEXT), "open": ListOf(OPEN)}
)


@decides(POSSIBLE, Declared(of="record", answers=FINDING, readings=("D2",)))
def may_be_exempted(inquiry: Inquiry, of: str) -> Answer[dict[str, object]]:
    """Say whether a finding for somebody, or for an account, is possible, and what is open.

    A provider that has an account, or offers any, may set up an ADP; with an ADP and a request a
    finding is possible. sections: those it would lift. open: what is still missing, and last the
    Secretary's decision; nothing is open once the exemption stands.
    """
    kind, told = _asked_about(inquiry, of)
    open_ = () if granted(told) else _open(inquiry, kind, told, of)
    missing = {Open.ACCOUNT, Open.ADP, Open.REQUEST}.intersection(open_)
    verdict = NO if missing else YES
    text = f"a finding for {of} is {'not possible yet' if missing else 'possible'}"
    refs = tuple(ref for exemption in told for ref in exemption.refs)
    parts = (f"finding_{kind}", f"lifts_{kind}", "accounts", "more_information")
    reasons = tuple(inquiry.law.reason(POSSIBLE, text, refs, part=part) for part in parts)
    value = {"possible": verdict, "sections": lifted(inquiry, kind), "open": open_}
    taken = (inquiry.law.reading("D2"),)
    return Answer(value, reasons, taken, (THE_SECRETARY_DECIDES,))


def _asked_about(inquiry: Inquiry, of: str) -> tuple[Holder, tuple[Exemption, ...]]:
    """Give as what an id is asked about, and its exemptions whatever their state.

    Of a customer or account that no exemption names the provider's own says nothing.
    """
    if is_reseller(inquiry, of):
        return Holder.RESELLER, of_reseller(inquiry, of)
    account = inquiry.one(Account, of)
    if account is not None:
        return Holder.ACCOUNT, of_account(inquiry, account)
    as_lessee = inquiry.where(Exemption, lessee=of)
    holds = bool(inquiry.where(Account, customer=of)) or inquiry.one(Customer, of) is not None
    if as_lessee or holds:
        return Holder.ACCOUNT, as_lessee
    return Holder.PROVIDER, of_provider(inquiry, of)


def _open(inquiry: Inquiry, kind: Holder, told: tuple[Exemption, ...], of: str) -> tuple[Open, ...]:
    """Give what is missing, in the order in which it comes about."""
    found: list[Open] = []
    asked = [e for e in told if e.state is ExemptionState.REQUESTED]
    offered = bool(inquiry.every(Account)) or bool(inquiry.every(Product))
    if not offered:
        found.append(Open.ACCOUNT)
    if not _adps(inquiry, kind, told, of):
        found.append(Open.ADP)
    if not asked:
        found.append(Open.REQUEST)
    if any(e.asked_on is not None and not _answered(inquiry, e) for e in asked):
        found.append(Open.MORE_INFORMATION)
    return (*found, Open.DECISION)


def _adps(inquiry: Inquiry, kind: Holder, told: tuple[Exemption, ...], of: str) -> list[Adp]:
    """Give the ADPs on which a finding can rest: the provider's, or for a reseller its own too."""
    named = {exemption.adp for exemption in told}
    return [
        adp
        for adp in inquiry.every(Adp)
        if adp.reseller is None
        or adp.id in named
        or (kind is Holder.RESELLER and adp.reseller == of)
    ]


def _answered(inquiry: Inquiry, exemption: Exemption) -> bool:
    """Tell whether the Secretary's latest question has been answered by the day asked about."""
    asked, answered = exemption.asked_on, exemption.answered_on
    if asked is None or asked > inquiry.day:
        return True
    return answered is not None and asked <= answered <= inquiry.day
