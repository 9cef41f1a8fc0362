"""The provider itself, from house.toml: filings, its program, orders and requests (7.302-7.309)."""

from collections.abc import Collection
from dataclasses import dataclass

from knowntenant.sample.rows import Rows
from knowntenant.sample.situations import add_rows, read, truth_of
from knowntenant.sample.truth import Truth


@dataclass(frozen=True, slots=True)
class Fixed:
    """Rows that are the same for every seed, and the lines of truth about them."""

    rows: Rows
    truth: tuple[Truth, ...]


def house(stories: Collection[str]) -> Fixed:
    """Give what the sample tells of its provider; stories: which situations of customers it has."""
    rows: Rows = {}
    situations = [told for told in read("house.toml") if set(told.get("needs", ())) <= set(stories)]
    for told in situations:
        add_rows(told, rows)
    return Fixed(rows, tuple(truth_of(told, "provider") for told in situations))
