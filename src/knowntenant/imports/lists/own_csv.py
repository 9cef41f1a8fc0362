"""One's own list: a plain CSV with a row for each target and headings in plain words.

The template (only `name` is needed; other headings are guessed, what nothing fits is ignored and
counted):

    id,name,aliases,kind,birth_date,countries,address,identifiers,programme,listed_on,remarks
    7,Ana Example,Anna Example; A. Example,person,1961-03-05,VN; US,"1 Road, Huế",\
passport (VN): B7654321; lei: 5299000J2N45DDNE4Y28,refused in 2026,2026-05-01,

Several values in a cell are parted by `;`. A kind is person, organisation, vessel, aircraft or
wallet; none means that it is not known. A date of birth may be a year, a month, `circa 1961` or
`1960-1965`. An identifier begins with its kind, and its country in brackets where there is one.
Cells may be parted by commas, semicolons, tabs or bars.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.opening import open_text
from knowntenant.imports.lists.own_words import COLUMNS, IDS, KINDS
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.rows import Cells, delimited, headed, heading
from knowntenant.screening.entry import Entry, IdKind, Kind, NameKind

PREFIX = "own"
_DELIMITERS = (",", ";", "\t", "|")
_BLOCK = 1 << 20  # characters
_LONGEST_LINE = 20_000  # characters of the line of headings
_IDENTIFIER = re.compile(
    r"(?P<kind>[A-Za-z][A-Za-z _-]*?)\s*(?:\((?P<where>[^()]*)\))?\s*[:=](?P<value>.+)"
)
_NO_KIND = (
    "no kind goes by this word; write person, organisation, vessel, aircraft or wallet. The entry "
    "is kept as one of which the kind is not known"
)
_NO_ID_KIND = (
    "no kind of identifier goes by this word; write lei, tax, registration, passport, national id, "
    "swift, imo, mmsi, call sign, tail number or wallet before the colon. It is kept as another"
)


def read_own_csv(path: Path, report: Report) -> Iterator[Entry]:
    """Read the list. Raises ListUnreadableError, also in its midst."""
    rows = delimited(path, delimiter_of(path))
    names = own_columns(next(rows, (0, [""]))[1])
    if "name" not in names:
        message = (
            f"{path.name}: no column is a name. Give the first line headings, one of them `name`; "
            "others are id, aliases, kind, birth_date, countries, address, identifiers, programme."
        )
        raise ListUnreadableError(message)
    listing = Listing(path, report, PREFIX, path.name.partition(".")[0])
    for row in headed(rows, names, path, report, whole=_ends_with_line(path)):
        draft = listing.draft(row.number)
        kind = _kind(row, draft)
        _read(row, draft)
        number = row.take("id") or f"row-{row.number}"
        row.settle(path.name, report)
        yield from listing.entries(draft, number, kind, field="id")


def delimiter_of(path: Path) -> str:
    """Return the sign that parts the cells of the headings: the most frequent of four."""
    with open_text(path) as text:
        line = text.readline(_LONGEST_LINE)
    return max(_DELIMITERS, key=line.count)


def _ends_with_line(path: Path) -> bool:
    """Say whether the last line has its end: people leave out cells, and are not cut off."""
    last = ""
    with open_text(path) as text:
        while block := text.read(_BLOCK):
            last = block
    return last.endswith(("\n", "\r"))


def own_columns(cells: list[str]) -> list[str]:
    """Return what each heading means, or the heading itself; of two that mean one, the first."""
    names: list[str] = []
    for cell in cells:
        meant = COLUMNS.get(heading(cell), "")
        names.append(meant if meant and meant not in names else f"({cell.strip()})")
    return names


def _kind(row: Cells, draft: Draft) -> Kind:
    text = row.take("kind")
    found = KINDS.get(heading(text))
    if found is None:
        draft.trouble("kind", _NO_KIND)
    return found or Kind.LEGAL_ENTITY


def _read(row: Cells, draft: Draft) -> None:
    draft.name(row.take("name"), NameKind.PRIMARY)
    for column, kind in (
        ("weak_aliases", NameKind.WEAK),
        ("former_names", NameKind.FORMER),
        ("aliases", NameKind.ALIAS),
    ):
        for text in row.take(column).split(";"):
            draft.name(text, kind)
    draft.born("birth_date", row.take("birth_date"))
    draft.country("countries", row.take("countries"))
    for text in row.take("address").split(";"):
        draft.address(text)
    for text in row.take("identifiers").split(";"):
        _read_identifier(text.strip(), draft)
    for text in row.take("programme").split(";"):
        draft.programme(text)
    draft.listed("listed_on", row.take("listed_on"))
    draft.remark(row.take("remarks"))


def _read_identifier(text: str, draft: Draft) -> None:
    found = _IDENTIFIER.fullmatch(text)
    if not found:
        draft.identifier(IdKind.OTHER, text)
        return
    kind = IDS.get(heading(found["kind"]))
    if kind is None:
        draft.trouble("identifiers", _NO_ID_KIND)
    draft.identifier(kind or IdKind.OTHER, found["value"], found["where"] or "")
