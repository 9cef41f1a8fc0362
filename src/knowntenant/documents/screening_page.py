"""A screening as one self-contained page: hits with their waterfalls, notes, lists, method."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

import jinja2

from knowntenant.exports.style import house_style
from knowntenant.screening.hit import Line
from knowntenant.screening.result import Basis, Counts, Found, Note, Strength

MOST_HITS, MOST_CARDS = 1_000, 200
"""Hits in the table at the top, and hits that are shown with everything that made them."""
MOST_ROWS = 20
"""Rows named for one kind of note."""
_KINDS = {"LegalEntity": "person or organisation", "CryptoWallet": "wallet"}


class Step(NamedTuple):
    """One bar of a waterfall, in percent of its width: where it begins, how wide, where zero is."""

    line: Line
    left: float
    width: float
    zero: float


@dataclass(slots=True)
class NoteGroup:
    """Notes of one kind: how many, in which fields, the first rows, and what they say."""

    what: str
    remedy: str
    count: int = 0
    fields: dict[str, None] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)


def screening_page(
    basis: Basis, counts: Counts, hits: Iterable[Found], notes: Iterable[Note]
) -> Iterator[str]:
    """Give the page piece by piece; hits come ordered, and of many only the first are shown."""
    own = files("knowntenant.documents") / "templates" / "screening.css"
    return (
        _environment()
        .get_template("screening.html.j2")
        .generate(
            basis=basis,
            cards=MOST_CARDS,
            counts=counts,
            hits=list(islice(hits, MOST_HITS)),
            notes=grouped(notes),
            strengths=[str(strength) for strength in Strength],
            style=house_style(own.read_text(encoding="utf-8")),
        )
    )


def waterfall(hit: Found) -> list[Step]:
    """Lay the points of a hit end to end: each bar begins where the one before it ended."""
    ends = [0.0]
    for line in hit.lines:
        ends.append(ends[-1] + line.points)
    low = min(ends)
    scale = 100 / ((max(ends) - low) or 1.0)
    return [
        Step(
            line,
            round((min(begin, end) - low) * scale, 2),
            round(abs(line.points) * scale, 2),
            round(-low * scale, 2),
        )
        for line, begin, end in zip(hit.lines, ends, ends[1:], strict=False)
    ]


def grouped(notes: Iterable[Note]) -> list[NoteGroup]:
    """Group notes by kind, the most frequent first."""
    groups: dict[str, NoteGroup] = {}
    for note in notes:
        group = groups.setdefault(note.kind, NoteGroup(note.what, note.remedy))
        group.count += 1
        group.fields[note.field] = None
        if len(group.rows) < MOST_ROWS and note.row not in group.rows:
            group.rows.append(note.row)
    return sorted(groups.values(), key=lambda group: -group.count)


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("knowntenant.documents"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["n"] = lambda number: f"{number:,}"
    environment.filters["kind"] = lambda kind: _KINDS.get(kind, str(kind).lower())
    environment.filters["waterfall"] = waterfall
    return environment
