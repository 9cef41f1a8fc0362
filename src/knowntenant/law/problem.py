"""What is wrong with an input, as a value: where, what, and what to do about it."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input. All problems of an input are given at once.

    where: file, line, row or key; what: the problem in words; remedy: what to do about it.
    """

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        """Give the problem as one line."""
        tail = f" {self.remedy}" if self.remedy else ""
        return f"{self.where}: {self.what}{tail}"


def nearest(word: str, known: "Iterable[str]") -> str:
    """Say which of the known words come nearest to a misspelt one, as the remedy of a problem."""
    pool = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), pool, n=3, cutoff=0.5)
    near += [low for low in pool if low not in near and word.casefold() in low.split(".")[-1:]]
    if near:
        return "Did you mean " + " or ".join(f"'{pool[low]}'" for low in near[:3]) + "?"
    shown = sorted(pool.values(), key=str.casefold)
    more = ", ..." if len(shown) > 12 else "."  # noqa: PLR2004 - a list that still fits two lines
    return "Known here: " + ", ".join(shown[:12]) + more
