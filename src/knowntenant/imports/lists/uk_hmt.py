"""The consolidated list of the United Kingdom's Treasury (CSV), of 2009 to 2020 and of 2022.

Its first line tells the day; the second has the headings. Each row is one name of a target, with
everything else repeated; `Group ID` says which rows are one target. Dates are DD/MM/YYYY, `00` for
what is not known.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.documents import told
from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.grouping import MOST_BYTES, grouped
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.rows import Cells, delimited, headed, heading
from knowntenant.imports.lists.uk_names import name_kind, read_birthplace, read_names, read_number
from knowntenant.screening.entry import Entry, IdKind, Kind

LIST_NAME = "uk_hmt"
HEADINGS = frozenset({"name6", "grouptype", "aliastype", "regime", "groupid"})
_TITLE_ROWS = 5  # lines in which the headings are looked for
_WEAK = re.compile(r"\blow quality a\.?k\.?a\.?s?\W+(.{1,200}?)(?=\.\s|\.?$|\[)", re.IGNORECASE)
_WEAK_PARTS = re.compile(r"\([a-z]\)|\band\b|[;,]")
_UN = re.compile(r"\bUN Ref(?:erence)?\.?:? ?\(?([A-Z]{2,3}[ie]\.\d{1,4})\b", re.IGNORECASE)
_SHIP = re.compile(r"^\W*IMO\b")


def read_uk_hmt(path: Path, report: Report) -> Iterator[Entry]:
    """Read the list. Raises ListUnreadableError, also in its midst."""
    rows = delimited(path, most=MOST_BYTES, ended=True)
    names = _headings(rows, path, report)
    listing = Listing(path, report, "uk", LIST_NAME)
    table = headed(rows, names, path, report)
    for number, members in grouped(table, lambda row: row.take("groupid"), path):
        draft = listing.draft(members[0].number)
        kinds = [_kind(row) for row in members]
        for row in members:
            _read_row(row, draft)
            row.settle(path.name, report)
        draft.ofsi_group(number)
        yield from listing.entries(draft, number, kinds[0], field="Group ID")
    listing.close()


def _headings(rows: Iterator[tuple[int, list[str]]], path: Path, report: Report) -> list[str]:
    """Return the headings, and take the day of the line above them."""
    for _, (number, row) in zip(range(_TITLE_ROWS), rows, strict=False):
        names = [heading(cell) for cell in row]
        if set(names) >= HEADINGS:
            return names
        if names[0] == "lastupdated" and len(row) > 1:
            published = Draft(report, path.name, number)
            published.listed("Last Updated", row[1], day_first=True)
            report.published = published.first_listed
    message = (
        f"{path.name}: the headings of the Treasury's list are missing (Name 6, Group Type, "
        "Alias Type, Regime, Group ID). Fetch ConList.csv once more."
    )
    raise ListUnreadableError(message)


def _read_row(row: Cells, draft: Draft) -> None:
    kind = name_kind(row.take("aliastype"), row.take("aliasquality"))
    read_names(row, draft, kind)
    draft.born("DOB", row.take("dob"), day_first=True)
    draft.country("Nationality", row.take("nationality"))
    country = row.take("country")
    lines = [row.take(f"address{number}") for number in range(1, 7)]
    draft.address(*lines, row.take("postzipcode"), country)
    draft.country("Country", country)
    _read_documents(row, draft)
    draft.programme(row.take("regime"))
    draft.listed("Listed On", row.take("listedon"), day_first=True)
    draft.remark(row.take("title"), "title")
    draft.remark(row.take("position"), "position")
    read_birthplace(row, draft)
    _read_information(row.take("otherinformation"), draft)


def _read_documents(row: Cells, draft: Draft) -> None:
    """Read the documents; the list of 2022 has number and details apart."""
    for kind, number, details in (
        (IdKind.PASSPORT, "passportnumber", "passportdetails"),
        (IdKind.NATIONAL_ID, "nationalidentificationnumber", "nationalidentificationdetails"),
        (IdKind.NATIONAL_ID, "ninumber", ""),
    ):
        text, more = row.take(number), row.take(details) if details else ""
        if number == "ninumber" or (more and not text):
            text, more = "", text or more
        read_number(draft, kind, text, more)


def _read_information(text: str, draft: Draft) -> None:
    draft.remark(text)
    for found in told(text):
        draft.identifier(found.kind, found.value, found.country)
    reference = _UN.search(text)
    if reference:
        draft.un_reference(reference[1])
    for weak in _WEAK.findall(text):
        for name in _WEAK_PARTS.split(weak):
            draft.weak_name(name)


def _kind(row: Cells) -> Kind:
    """Tell a ship by its text, which begins with the ship's number; a company's never does."""
    group = row.take("grouptype").casefold()
    if group == "individual":
        return Kind.PERSON
    ship = group == "ship" or _SHIP.match(row.take("otherinformation"))
    return Kind.VESSEL if ship else Kind.ORGANIZATION
