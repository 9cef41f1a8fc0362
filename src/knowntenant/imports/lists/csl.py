"""The Consolidated Screening List of the United States in its delimited form."""

import re
from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.csl_entry import CslListing, CslRow
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.rows import Cells, delimited, headed
from knowntenant.screening.entry import Entry

_SINGLE = (
    *("_id", "source", "entity_number", "type", "name", "title", "federal_register_notice"),
    *("start_date", "end_date", "call_sign", "vessel_flag", "vessel_owner", "remarks"),
)
_MANY = re.compile(r"\s*;\s+|;$")
_COUNTRY = re.compile(r"^(?:(?P<before>.*),\s*)?(?P<code>[A-Z]{2})$", re.DOTALL)
_ID_COUNTRY = re.compile(r"^(?P<code>[A-Z]{2}),\s+(?P<number>.*)$", re.DOTALL)
_ID_DATES = re.compile(r"^(?:\d{4}-\d\d-\d\d,\s+)+")  # it expires, and was issued


def read_csl(path: Path, report: Report) -> Iterator[Entry]:
    """Read consolidated.csv: every list in it, each entry under its own list's name.

    Raises:
        ListUnreadableError: it has no such columns, was cut off, or holds no entry.
    """
    rows = delimited(path)
    _, first = next(rows, (0, []))
    names = [name.strip().lstrip("\ufeff").casefold() for name in first]
    if not {"source", "name", "alt_names"} <= set(names):
        message = f"{path.name}: this is no Consolidated Screening List. Fetch it once more."
        raise ListUnreadableError(message)
    listing = CslListing(path, report)
    for cells in headed(rows, names, path, report):
        row = _row(cells)
        cells.settle(path.name, report)
        yield from listing.entries(row)
    listing.close()


def _row(cells: Cells) -> CslRow:
    return CslRow(
        number=cells.number,
        texts={name: cells.take(name) for name in _SINGLE},
        names=_many(cells.take("alt_names")),
        programmes=_many(cells.take("programs")),
        addresses=[_address(text) for text in _many(cells.take("addresses"))],
        births=_many(cells.take("dates_of_birth")),
        birth_places=_many(cells.take("places_of_birth")),
        countries=_many(cells.take("citizenships")) + _many(cells.take("nationalities")),
        ids=[_id(text) for text in _many(cells.take("ids"))],
    )


def _many(text: str) -> list[str]:
    return [part.strip() for part in _MANY.split(text) if part.strip()]


def _address(text: str) -> tuple[str, str]:
    """Part an address from the code of its country at its end."""
    found = _COUNTRY.match(text)
    return ((found["before"] or "").strip(), found["code"]) if found else (text, "")


def _id(text: str) -> tuple[str, str, str]:
    """Part `CO, 2031-05-06, 10234256, Cedula No.` into label, number and country."""
    number, _, label = text.rpartition(", ")
    found = _ID_COUNTRY.match(number)
    number, country = (found["number"], found["code"]) if found else (number, "")
    return label, _ID_DATES.sub("", number), country
