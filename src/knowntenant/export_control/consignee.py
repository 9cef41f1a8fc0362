"""What the ultimate consignee of licensed chips in China or Macau has to show (91 FR 1684)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ConsigneeEvidence
from knowntenant.law.answer import YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, ListOf, fold

EVIDENCE = "export_control.consignee_evidence"
LIST = "consignee_evidence"


@decides(EVIDENCE, Declared(of="person", answers=ListOf(TEXT)))
def consignee_evidence(inquiry: Inquiry, consignee: str) -> Answer[tuple[str, ...]]:
    """Give the pieces of evidence about an ultimate consignee that are not at hand.

    The items are those of the pack: what the rule asks the exporter to certify, as far as it was
    verified. It binds only where a licence is asked for.
    """
    told = {fold(e.item): e for e in inquiry.where(ConsigneeEvidence, consignee=consignee)}
    items = inquiry.law.pack.lists.get(LIST, {})
    missing = [n for n in items if n not in told or told[n].held is not YES]
    because = [
        Reason(f"not at hand of {consignee}: {name}", (items[name].clause,)) for name in missing
    ]
    held = tuple(ref for fact in told.values() for ref in fact.refs)
    if not missing:
        because.append(inquiry.law.reason(EVIDENCE, f"all evidence of {consignee} is held", held))
    return Answer(tuple(missing), tuple(because), (), ("only where a licence is asked for",))
