"""Product lines sold together: a bundle splits into parts, each judged by itself (7.301)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Product


@remembered
def parts_of(inquiry: Inquiry, product: str) -> tuple[str, ...]:
    """Give the last parts of a bundle, bundles within it taken apart; nothing for a single line.

    Lines that name each other as their bundle are taken apart as far as that goes, and no further.
    """
    seen, front, last = {product}, [product], []
    for line in front:  # grows while it is walked
        below = [part.id for part in inquiry.where(Product, part_of=line) if part.id not in seen]
        seen.update(below)
        front += below
        if not below and line != product:
            last.append(line)
    return tuple(sorted(last))


def product_days(inquiry: Inquiry, product: str) -> set[date]:
    """Give the days on which something was told of a line, or of one that ever was part of it."""
    known = inquiry.known
    lines = dict.fromkeys((product,))
    front = [product]
    for line in front:  # grows while it is walked
        parts = [key[0] for key in known.ledger.keys_where(Product, "part_of", line)]
        front += [part for part in dict.fromkeys(parts) if part not in lines]
        lines.update(dict.fromkeys(parts))
    return {day for line in lines for day in known.days_of_change(Product, line)}


def told_of(inquiry: Inquiry, line: str) -> tuple[Product, ...]:
    """Give what is told of a line, and behind it what is told of the bundles that it is part of."""
    found: dict[str, Product] = {}
    named: str | None = line
    while named is not None and named not in found:
        told = inquiry.one(Product, named)
        if told is None:
            break
        found[named] = told
        named = told.part_of
    return tuple(found.values())
