"""Is a product line an IaaS product? A first answer by its kind, from the pack's list (7.301)."""

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Product
from knowntenant.law.answer import UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO, fold, read_yes_no

PRODUCT = "scope.product_in_scope"
KINDS = "product_kinds"


@decides(PRODUCT, Declared(of="product", answers=YES_NO))
@remembered
def product_in_scope(inquiry: Inquiry, product: str) -> Answer[Verdict]:
    """Say whether a product line is an IaaS product, by its kind; trial offers are no exception.

    Unknown where the kind is not stated, or where the pack's list leaves it open.
    """
    told = inquiry.one(Product, product)
    kind = fold(told.kind) if told is not None and told.kind else ""
    entry = inquiry.law.entry(KINDS, kind)
    facts = told.refs if told is not None else ()
    if entry is None:
        text = f"the kind of product {product} is not stated, or not in the pack's list"
        reason = inquiry.law.reason(PRODUCT, text, facts)
        return Answer(UNKNOWN, (reason,), flags=("product kind not known",))
    trial = ", a free or trial offer," if told is not None and told.trial is YES else ""
    text = f"{product}{trial} is {kind}: {entry.note}"
    reasons = (Reason(text, (entry.clause,), facts),)
    flags = ("preamble, not regulatory text",) if entry.clause.startswith("preamble") else ()
    return Answer(read_yes_no(entry.answer), reasons, flags=flags)
