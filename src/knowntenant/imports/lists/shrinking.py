"""Whether a new version of a list has lost so much that a person has to look at it first.

An authority once published its recent changes under the address of the whole list; who takes such
a file for the list screens against next to nothing, and nobody notices.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from knowntenant.screening.entry import Entry

USUAL_SHARE = Fraction(1, 10)
"""What a version may lose before a person is asked. OFAC's list from January 2019 to July 2021 and
the UN's from October 2024 to February 2026 lost less all in all; BIS's denied persons lost a
quarter of their names from 2019 to 2022."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much a version holds; names without case, None where they are not at hand any more."""

    entries: int
    names: frozenset[str] | None
    name_count: int


def size_of(entries: Iterable[Entry]) -> Size:
    """Measure a version."""
    held = list(entries)
    names = [name.text.casefold() for entry in held for name in entry.names]
    return Size(len(held), frozenset(names), len(names))


def shrunk(before: Size | None, after: Size, share: Fraction = USUAL_SHARE) -> list[str]:
    """Say why a version is not to be used before a person accepts it; nothing where it is fine."""
    if not after.entries:
        return ["it holds no entry at all"]
    if before is None:
        return []
    lost = [_less("entries", before.entries, before.entries - after.entries, share)]
    if before.names is None or after.names is None:
        gone, known = before.name_count - after.name_count, before.name_count
    else:
        gone, known = len(before.names - after.names), len(before.names)
    return [*filter(None, [*lost, _less("names", known, gone, share)])]


def _less(what: str, before: int, gone: int, share: Fraction) -> str:
    if gone <= before * share:
        return ""
    part = 100 * gone / before
    return (
        f"{gone:,} of {before:,} {what} are gone ({part:.0f} %; up to {float(share):.0%} is usual)"
    )
