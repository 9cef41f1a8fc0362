"""The UK Sanctions List, the one list of the United Kingdom since 2026 (CSV).

A line with the day of the report may stand above the headings. A row is one combination of a
target's names, addresses and other facts; `Unique ID` says which rows are one target. Built from
the published headings; not tried on a real file.
"""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.grouping import MOST_BYTES, grouped
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.rows import Cells, delimited, headed, heading
from knowntenant.imports.lists.uk_names import (
    kind_of,
    name_kind,
    read_birthplace,
    read_names,
    read_number,
)
from knowntenant.screening.entry import Entry, IdKind

LIST_NAME = "uk_sanctions"
HEADINGS = frozenset({"uniqueid", "ofsigroupid", "name6", "nametype", "regimename"})
_TITLE_ROWS = 5  # lines in which the headings are looked for
_LINES = (*(f"addressline{number}" for number in range(1, 7)), "addresspostalcode")
_NUMBERS = (
    (IdKind.PASSPORT, "passportnumber", "passportadditionalinformation"),
    (IdKind.NATIONAL_ID, "nationalidentifiernumber", "nationalidentifieradditionalinformation"),
    (IdKind.REGISTRATION, "businessregistrationnumbers", ""),
    (IdKind.IMO, "imonumber", ""),
    (IdKind.OTHER, "hullidentificationnumberhin", ""),
)
_REMARKS = {
    "title": "title",
    "position": "position",
    "typeofentity": "type",
    "typeofship": "type of ship",
    "parentcompany": "parent company",
    "subsidiaries": "subsidiaries",
    "currentowneroperators": "owner or operator",
    "previousowneroperators": "earlier owner or operator",
    "otherinformation": "",
    "ukstatementofreasons": "reasons",
}


def read_uk_list_csv(path: Path, report: Report) -> Iterator[Entry]:
    """Read the list. Raises ListUnreadableError, also in its midst."""
    rows = delimited(path, most=MOST_BYTES)
    names = _headings(rows, path, report)
    listing = Listing(path, report, "uk", LIST_NAME)
    table = headed(rows, names, path, report)
    for number, members in grouped(table, lambda row: row.take("uniqueid"), path):
        draft = listing.draft(members[0].number)
        kinds = [kind_of(row.take("designationtype", "individualentityship")) for row in members]
        for row in members:
            _read_row(row, draft)
            row.settle(path.name, report)
        yield from listing.entries(draft, number, kinds[0], field="Unique ID")
    listing.close()


def _headings(rows: Iterator[tuple[int, list[str]]], path: Path, report: Report) -> list[str]:
    """Return the headings, and take the day of the line above them."""
    for _, (number, row) in zip(range(_TITLE_ROWS), rows, strict=False):
        names = [heading(cell) for cell in row]
        if set(names) >= HEADINGS:
            return names
        label, _, day = " ".join(row).partition(":")
        if heading(label) == "reportdate":
            published = Draft(report, path.name, number)
            published.listed("Report Date", day.strip(), day_first=True)
            report.published = published.first_listed
    message = (
        f"{path.name}: the headings of the UK Sanctions List are missing (Unique ID, OFSI Group "
        "ID, Name 6, Name type, Regime Name). Fetch the CSV once more."
    )
    raise ListUnreadableError(message)


def _read_row(row: Cells, draft: Draft) -> None:
    kind = name_kind(row.take("nametype"), row.take("aliasstrength"))
    read_names(row, draft, kind)
    draft.born("D.O.B", row.take("dob"), day_first=True)
    draft.country("Nationality(/ies)", row.take("nationalityies"))
    country = row.take("addresscountry")
    draft.address(*map(row.take, _LINES), country)
    draft.country("Address Country", country)
    for name in ("currentbelievedflagofship", "previousflags"):
        draft.country(name, row.take(name))
    for id_kind, number, details in _NUMBERS:
        read_number(draft, id_kind, row.take(number), row.take(details) if details else "")
    draft.programme(row.take("regimename"))
    draft.listed("Date Designated", row.take("datedesignated"), day_first=True)
    draft.un_reference(row.take("unreferencenumber"))
    draft.ofsi_group(row.take("ofsigroupid"))
    for name, label in _REMARKS.items():
        draft.remark(row.take(name), label)
    read_birthplace(row, draft)
