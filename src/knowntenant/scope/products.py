"""Is a product line an IaaS product? By its kind, else by two limbs; a bundle splits (7.301)."""

from collections.abc import Iterator
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Product
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, YES_NO, ListOf, Shape, choice, fold, read_yes_no
from knowntenant.scope.bundles import parts_of

PRODUCT = "scope.product_in_scope"
PARTS = "scope.bundle_parts"
KINDS = "product_kinds"


class Limb(StrEnum):
    """The two limbs of the definition; a product that meets one only is no IaaS product."""

    BASIC_COMPUTING = "basic_computing"
    OWN_SOFTWARE = "own_software"


LIMBS = choice("limb of an IaaS product", "what makes a product an IaaS product", Limb)
PART = Shape("part of a bundle", {"product": ID, "in_scope": YES_NO})
PREAMBLE_ONLY = "preamble, not regulatory text"


@decides(PRODUCT, Declared(of="product", answers=YES_NO))
@remembered
def product_in_scope(inquiry: Inquiry, product: str) -> Answer[Verdict]:
    """Say whether a product line is an IaaS product; trial offers are no exception.

    The pack's list answers by kind. Where it leaves the kind open, or does not have it, both limbs
    decide: basic computing resources, and software of the customer's own choice on them. A bundle
    is one for the sake of its parts that are. Unknown where neither kind nor limbs settle it.
    """
    parts = parts_of(inquiry, product)
    return _bundle(inquiry, product, parts) if parts else line_in_scope(inquiry, product)


@decides(PARTS, Declared(of="product", answers=ListOf(PART)))
def bundle_parts(inquiry: Inquiry, product: str) -> Answer[tuple[dict[str, object], ...]]:
    """Say of each part of a bundle whether it is an IaaS product by itself.

    The rest of the bundle does not become one by being sold beside it. Empty for a single line.
    """
    parts = parts_of(inquiry, product)
    answers = [line_in_scope(inquiry, part) for part in parts]
    rows: tuple[dict[str, object], ...] = tuple(
        {"product": part, "in_scope": answer.value}
        for part, answer in zip(parts, answers, strict=True)
    )
    text = f"{product} is a bundle of {', '.join(parts)}" if parts else f"{product} is no bundle"
    reason = inquiry.law.reason(PARTS, text, _facts(inquiry, product))
    return Answer(rows, (reason,)).resting_on(*answers)


def limbs_of(told: Product | None) -> dict[Limb, Verdict | None]:
    """Give what is stated of the two limbs."""
    return {
        Limb.BASIC_COMPUTING: told.basic_computing if told else None,
        Limb.OWN_SOFTWARE: told.own_software if told else None,
    }


def line_in_scope(inquiry: Inquiry, product: str) -> Answer[Verdict]:
    """Say of one line by itself, bundle or not, whether it is an IaaS product."""
    told = inquiry.one(Product, product)
    kind = fold(told.kind) if told is not None and told.kind else ""
    entry = inquiry.law.entry(KINDS, kind)
    if entry is None:
        text = f"the kind of product {product} is not stated, or not in the pack's list"
        return _by_limbs(inquiry, product, text, ("product kind not known",))
    trial = ", a free or trial offer," if told is not None and told.trial is YES else ""
    text = f"{product}{trial} is {kind}: {entry.note}"
    answer = read_yes_no(entry.answer)
    if answer is UNKNOWN:
        return _by_limbs(inquiry, product, text, ())
    reasons = (Reason(text, (entry.clause,), _facts(inquiry, product)),)
    flags = (PREAMBLE_ONLY,) if entry.clause.startswith("preamble") else ()
    return Answer(answer, reasons, flags=(*flags, *_against(told, answer)))


def _bundle(inquiry: Inquiry, product: str, parts: tuple[str, ...]) -> Answer[Verdict]:
    answers = [line_in_scope(inquiry, part) for part in parts]
    values = [answer.value for answer in answers]
    verdict = YES if YES in values else UNKNOWN if UNKNOWN in values else NO
    within = [part for part, value in zip(parts, values, strict=True) if value is YES]
    named = ", ".join(within) or "none of them known to be an IaaS product"
    text = f"{product} is a bundle of {', '.join(parts)}; it counts for these parts only: {named}"
    reason = inquiry.law.reason(PRODUCT, text, _facts(inquiry, product), part="bundle")
    told = inquiry.one(Product, product)
    flags = (f"kind of bundle {product} not used: its parts are judged",)
    return Answer(verdict, (reason,), flags=flags if told and told.kind else ()).resting_on(
        *answers
    )


def _by_limbs(inquiry: Inquiry, product: str, why: str, flags: tuple[str, ...]) -> Answer[Verdict]:
    """Give the answer of the two limbs, the list having none; `flags` are for an open one."""
    stated = limbs_of(inquiry.one(Product, product))
    words = ", ".join(f"{limb} {value or 'not stated'}" for limb, value in stated.items())
    values = set(stated.values())
    verdict = NO if NO in values else YES if values == {YES} else UNKNOWN
    end = "" if why.endswith((".", "?")) else "."
    told = f"{why}{end} The limbs: {words}" if values != {None} else why
    reason = inquiry.law.reason(PRODUCT, told, _facts(inquiry, product), part="limbs")
    return Answer(verdict, (reason,), flags=flags if verdict is UNKNOWN else ())


def _against(told: Product | None, answer: Verdict) -> Iterator[str]:
    """Give a flag for each stated limb that contradicts what the list says of the kind.

    A kind that is none fails on the second limb; that the first is met says nothing against it.
    """
    for limb, stated in limbs_of(told).items():
        refuted = stated is NO if answer is YES else stated is YES and limb is Limb.OWN_SOFTWARE
        if refuted:
            yield f"a stated limb contradicts the kind: {limb} is {stated}"


def _facts(inquiry: Inquiry, product: str) -> tuple[str, ...]:
    told = inquiry.one(Product, product)
    return told.refs if told is not None else ()
