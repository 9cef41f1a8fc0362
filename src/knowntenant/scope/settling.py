"""What would settle an open question of scope: the facts still to be told (7.301)."""

from collections.abc import Iterator
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Product
from knowntenant.law.answer import UNKNOWN, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, ListOf, Shape, choice, fold
from knowntenant.scope.products import KINDS, limbs_of, line_in_scope, product_in_scope
from knowntenant.scope.us_products import UsLimb, lines_of, owner_of, us_limbs, us_line, us_product

SETTLES = "scope.settling_facts"


class Settling(StrEnum):
    """A fact that is still to be told."""

    BASIC_COMPUTING = "basic_computing"
    KIND = "kind"
    OPERATED_IN = "operated_in"
    OWNED_BY = "owned_by"
    OWN_SOFTWARE = "own_software"
    PRESENCE = "presence"


SETTLING = choice("settling fact", "a fact that is still to be told", Settling)
OPEN_FACT = Shape("open fact", {"of": ID, "fact": SETTLING})


@decides(SETTLES, Declared(of="product", answers=ListOf(OPEN_FACT), readings=("D17",)))
def settling_facts(inquiry: Inquiry, product: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give the facts that would settle whether a line is a US IaaS product; none once it is.

    Each names of what it is a fact: the line, a part of the bundle, or the owner. A kind is wanted,
    or both limbs in its place.
    """
    scope, of_us = product_in_scope(inquiry, product), us_product(inquiry, product)
    found: list[tuple[str, Settling]] = []
    for line in lines_of(inquiry, product):
        us_open = of_us.value is UNKNOWN and us_line(inquiry, line) is UNKNOWN
        if scope.value is UNKNOWN or us_open:
            found += _about_scope(inquiry, line)
        if us_open:
            found += _about_us(inquiry, line)
    rows: tuple[dict[str, object], ...] = tuple(
        {"of": of, "fact": fact} for of, fact in dict.fromkeys(found)
    )
    words = ", ".join(f"{fact} of {of}" for of, fact in dict.fromkeys(found)) or "nothing"
    reason = inquiry.law.reason(SETTLES, f"{product} is settled by: {words}")
    return Answer(rows, (reason,)).resting_on(scope, of_us)


def _about_scope(inquiry: Inquiry, line: str) -> Iterator[tuple[str, Settling]]:
    """Give what is wanted of a line: its kind where it tells none, and the limbs not stated."""
    if line_in_scope(inquiry, line).value is not UNKNOWN:
        return
    told = inquiry.one(Product, line)
    if told is None or inquiry.law.entry(KINDS, fold(told.kind or "")) is None:
        yield line, Settling.KIND
    for limb, stated in limbs_of(told).items():
        if stated is None or stated is UNKNOWN:
            yield line, Settling(limb)


def _about_us(inquiry: Inquiry, line: str) -> Iterator[tuple[str, Settling]]:
    limbs, owner = us_limbs(inquiry, line), owner_of(inquiry, line)
    if owner is None:
        yield line, Settling.OWNED_BY
    elif limbs[UsLimb.OWNED_BY_US_PERSON].value is UNKNOWN:
        yield owner, Settling.PRESENCE
    if limbs[UsLimb.OPERATED_IN_US].value is UNKNOWN:
        yield line, Settling.OPERATED_IN
