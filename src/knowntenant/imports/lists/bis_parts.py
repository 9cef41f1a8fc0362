"""Entity List, Unverified List and Military End User List, as tables by the regulation's columns.

Built from the columns that 15 CFR 744, supplements 4, 6 and 7, print, and not tried on a real file;
the Consolidated Screening List carries all three.
"""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.csl_sources import hashed
from knowntenant.imports.lists.drafting import Listing
from knowntenant.imports.lists.ofac_words import country_words
from knowntenant.imports.lists.opening import open_text
from knowntenant.imports.lists.reading import ListUnreadableError, Reader, Report
from knowntenant.imports.lists.rows import Cells, delimited, headed, heading
from knowntenant.imports.lists.us_days import listed_day
from knowntenant.imports.lists.us_names import add_names
from knowntenant.imports.texts import delimiter_of
from knowntenant.screening.entry import Entry, Kind, NameKind

_NAME = ("name", "entity", "entityname", "listedperson", "listedpersonandaddress", "party")
_ALIASES = ("alternatename", "alternatenames", "aliases", "alias", "aka", "altnames")
_ADDRESS = ("address", "addresses", "streetaddress")
_REST = ("city", "stateprovince", "state", "postalcode", "zip")
_COUNTRY = ("country", "destination")
_SINCE = ("effectivedate", "startdate", "dateadded")
_NOTICE = (
    *("federalregistercitation", "federalregisternotice", "frcitation"),
    "federalregistercitationanddateofpublication",
)


def _reader(list_name: str) -> Reader:
    def read(path: Path, report: Report) -> Iterator[Entry]:
        rows = delimited(path, _delimiter(path))
        _, first = next(rows, (0, []))
        names = [heading(name) for name in first]
        if not set(_NAME) & set(names):
            message = f"{path.name}: no column holds names. Name one of its columns 'Entity'."
            raise ListUnreadableError(message)
        listing = Listing(path, report, list_name, list_name)
        for cells in headed(rows, names, path, report):
            yield from _entries(cells, listing, report)
        listing.close()

    return read


read_bis_entities = _reader("us_bis_el")
"""Read the Entity List as a table, parted by commas, tabs or semicolons, with a line of headings.

Columns by heading, letter case and spaces aside: Entity or Name (may hold `a.k.a.` names), Alias,
Address, City, State, Postal code, Country, Effective date, Federal Register citation. Raises
ListUnreadableError where no column holds names, or the file was cut off.
"""
read_bis_unverified = _reader("us_bis_uvl")
"""Read the Unverified List, of the same columns as the Entity List."""
read_bis_military = _reader("us_bis_meu")
"""Read the Military End User List, of the same columns as the Entity List."""


def _delimiter(path: Path) -> str:
    with open_text(path) as text:
        return delimiter_of(text.readline().strip("\r\n\ufeff"))


def _entries(cells: Cells, listing: Listing, report: Report) -> Iterator[Entry]:
    draft = listing.draft(cells.number)
    name, country, address = cells.take(*_NAME), cells.take(*_COUNTRY), cells.take(*_ADDRESS)
    add_names(draft, name, NameKind.PRIMARY)
    for alias in cells.take(*_ALIASES).split(";"):
        add_names(draft, alias, NameKind.ALIAS)
    draft.address(address, *(cells.take(part) for part in _REST), country)
    words = country_words(country)
    if words:
        draft.country("country", words)
    listed_day(draft, "effectivedate", cells.take(*_SINCE))
    draft.remark(cells.take(*_NOTICE), "Federal Register")
    cells.settle(listing.file, report)
    number = hashed(name, country, address)
    yield from listing.entries(draft, number, Kind.LEGAL_ENTITY, field="name")
