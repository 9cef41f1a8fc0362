"""The Denied Persons List of the Bureau of Industry and Security, parted by tabs."""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.csl_sources import hashed
from knowntenant.imports.lists.drafting import Listing
from knowntenant.imports.lists.ofac_words import country_words
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.rows import Cells, delimited, headed
from knowntenant.imports.lists.us_days import listed_day, us_day
from knowntenant.screening.entry import Entry, Kind, NameKind

LIST = "us_bis_dpl"
_PLACE = ("street_address", "city", "state", "postal_code", "country")


def read_bis_denied(path: Path, report: Report) -> Iterator[Entry]:
    """Read dpl.txt; a row is an entry, also where one order names somebody at two addresses.

    The list has no numbers, so an id is made of name, address and the order's day.

    Raises:
        ListUnreadableError: it has no such columns, was cut off, or holds no entry.
    """
    rows = delimited(path, "\t")
    _, first = next(rows, (0, []))
    names = [name.strip().casefold() for name in first]
    if not {"name", "effective_date"} <= set(names):
        message = f"{path.name}: this is no Denied Persons List. Fetch it once more."
        raise ListUnreadableError(message)
    listing = Listing(path, report, LIST, LIST)
    for cells in headed(rows, names, path, report):
        yield from _entries(cells, listing, report)
    listing.close()


def _entries(cells: Cells, listing: Listing, report: Report) -> Iterator[Entry]:
    draft = listing.draft(cells.number)
    name, begins = cells.take("name"), cells.take("effective_date")
    draft.name(name, NameKind.PRIMARY)
    place = [cells.take(part) for part in _PLACE]
    draft.address(*place)
    words = country_words(place[-1])
    if words:
        draft.country("country", words)
    listed_day(draft, "effective_date", begins)
    ends = cells.take("expiration_date")
    draft.remark(us_day(ends) or ends, "Ends")
    draft.remark(cells.take("fr_citation"), "Federal Register")
    draft.remark(cells.take("action"))
    cells.settle(listing.file, report)
    number = hashed(name, *place, begins)
    yield from listing.entries(draft, number, Kind.LEGAL_ENTITY, field="name")
