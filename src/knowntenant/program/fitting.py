"""Whether the program was fitted to the risks of what is offered today (7.302(b) s.1)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.record import Record
from knowntenant.facts.types import Product
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.program.gaps import is_given

FITS = "program.fits"
_BY_NAME = frozenset({"id", "name"})


@decides(FITS, Declared(answers=YES_NO))
def fits(inquiry: Inquiry) -> Answer[Verdict]:
    """Say whether a dated assessment of risks stands behind the program, and is not overtaken.

    It needs a day (`risk_assessed_on`), a summary, and the rules that sort customers into risk
    tiers (`tier_rules`). It is overtaken by a product line that is new or changed (more than its
    name) after its day. Unknown where no program was given, or no product line is told.
    """
    verdict, text, facts = _judged(inquiry)
    return Answer(verdict, (inquiry.law.reason(FITS, text, facts),))


def _judged(inquiry: Inquiry) -> tuple[Verdict, str, tuple[str, ...]]:
    program, products = inquiry.program, inquiry.every(Product)
    if not is_given(program):
        return UNKNOWN, "no written program was given", ()
    day = program.risk_assessed_on
    if day is None or not program.risk_assessment_summary or not program.tier_rules:
        return NO, "no dated assessment of risks, with rules for risk tiers, stands behind it", ()
    if day > inquiry.day:
        return NO, f"the assessment of risks is dated {day}, after the day asked about", ()
    if not products:
        return UNKNOWN, "no product line is told, so nothing shows what the program must fit", ()
    for product in products:
        later = _changed_after(inquiry, product, day)
        if later is not None:
            text = f"product {product.id} is new or changed since the assessment of {day}"
            return NO, text, (later.ref,)
    return YES, f"no product line is new or changed since the assessment of {day}", ()


def _changed_after(inquiry: Inquiry, product: Product, day: date) -> Record | None:
    """Find a record after a day that makes the product another: a repeat of what was, does not."""
    known: dict[str, object] = {}
    for record in product.records:
        said = {k: v for k, v in record.values.items() if k not in _BY_NAME}
        changed = not known or any(known.get(key) != value for key, value in said.items())
        if changed and inquiry.day_of(record.happened) > day:
            return record
        known |= {"id": product.id, **said}
    return None
