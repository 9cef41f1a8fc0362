"""OFAC's delimited sets: the primary file, and its aliases, addresses and overflow beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.ofac_lists import PREFIX, SDN, list_of
from knowntenant.imports.lists.ofac_remarks import mine
from knowntenant.imports.lists.ofac_words import country_words
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.rows import Cells, delimited, headed
from knowntenant.screening.entry import Entry, IdKind, Kind, NameKind

PRIMARY = (
    *("Ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage"),
    *("GRT", "Vess_flag", "Vess_owner", "Remarks"),
)
ALIASES = ("Ent_num", "Alt_num", "Alt_type", "Alt_name", "Alt_remarks")
ADDRESSES = ("Ent_num", "Add_num", "Address", "City_State_Postal", "Country", "Add_remarks")
OVERFLOW = ("Ent_num", "Remarks_overflow")
_KINDS = {"individual": Kind.PERSON, "vessel": Kind.VESSEL, "aircraft": Kind.AIRPLANE}
_PROGRAMMES = re.compile(r"\]\s*\[|[\[\];]")
_NOTHING = "-0-"
_END = "\x1a"  # what an old system ends a file with
_REMARKS_SPACE = 995  # signs that fit into the cell, less what joined spaces may have taken
_CUT = "the remarks go on in a comments file that is not there; fetch the whole set"
_ROW = "a row whose first cell is no number was left out; look it up in the file"
_ORPHANS = "rows belong to entries that the primary file does not hold; fetch all files anew"


@dataclass(slots=True)
class _Beside:
    """What stands in the files beside the primary one, by number of entry."""

    aliases: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    addresses: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    overflow: dict[str, str] = field(default_factory=dict)


def read_ofac_delimited(path: Path, report: Report) -> Iterator[Entry]:
    """Read sdn.csv or cons_prim.csv with alt, add and comments files beside it, packed or plain.

    A file that is not there is a problem of the report, and the entries come without it.

    Raises:
        ListUnreadableError: a file of the set is of another format, or was cut off.
    """
    beside = _read_beside(path, report)
    listing = Listing(path, report, PREFIX, SDN)
    for cells in _rows(path, PRIMARY, report):
        number = cells.take("Ent_num")
        draft = listing.draft(cells.number)
        programmes = [
            name.strip() for name in _PROGRAMMES.split(cells.take("Program")) if name.strip()
        ]
        remarks = cells.take("Remarks")
        overflow = beside.overflow.pop(number, "")
        _fill(draft, cells, report, remarks, overflow)
        for programme in programmes:
            draft.programme(programme)
        for kind, name in beside.aliases.pop(number, ()):
            draft.name(name, NameKind.FORMER if kind.startswith("f") else NameKind.ALIAS)
        for address, city, country in beside.addresses.pop(number, ()):
            _place(draft, address, city, country)
        kind = _KINDS.get(cells.take("SDN_Type").lower(), Kind.ORGANIZATION)
        cells.settle(path.name, report)
        yield from listing.entries(
            draft,
            number,
            kind,
            field="Ent_num",
            list_name=list_of(path, programmes, remarks + overflow),
        )
    listing.close()
    _note_orphans(path, report, beside)


def _fill(draft: Draft, cells: Cells, report: Report, remarks: str, overflow: str) -> None:
    """Take the cells of the primary row."""
    draft.name(cells.take("SDN_Name"), NameKind.PRIMARY)
    draft.identifier(IdKind.CALL_SIGN, cells.take("Call_Sign"))
    flag = country_words(cells.take("Vess_flag"))
    if flag:
        draft.country("Vess_flag", flag)
    title = cells.take("Title")
    cut = len(remarks) >= _REMARKS_SPACE and not overflow and not remarks.endswith(".")
    if cut:
        draft.trouble("Remarks", _CUT)
    mine(draft, report, "Remarks", remarks + overflow, cut=cut)
    if title not in remarks:  # where it is a part of them, it is told already
        draft.remark(title, "Title")
    draft.remark(cells.take("Vess_owner"), "Vessel owner")


def _place(draft: Draft, address: str, city: str, country: str) -> None:
    draft.address(address, city, country)
    words = country_words(country)
    if words:
        draft.country("Country", words)


def _rows(path: Path, names: tuple[str, ...], report: Report) -> Iterator[Cells]:
    """Give the rows whose first cell is a number; a line of headings above them is left out."""
    good = bad = 0
    for cells in headed(_without_end(path), names, path, report):
        if cells.filled.get("Ent_num", "").isdecimal():
            good += 1
            filled = {name: text for name, text in cells.filled.items() if text != _NOTHING}
            yield Cells(cells.number, filled, cells.taken)
            continue
        bad += 1
        if bad > good + 1:
            message = f"{path.name}: this is no delimited file of OFAC. Fetch it once more."
            raise ListUnreadableError(message)
        if cells.number == 1:
            report.rows -= 1  # headings
        else:
            report.problem(path.name, cells.number, names[0], _ROW)


def _without_end(path: Path) -> Iterator[tuple[int, list[str]]]:
    for number, row in delimited(path):
        if any(cell.strip(f" {_END}") for cell in row):
            yield number, row


def _read_beside(path: Path, report: Report) -> _Beside:
    beside = _Beside()
    for cells in _sibling(path, ALIASES, report, "alt"):
        kind, name = cells.take("Alt_type"), cells.take("Alt_name")
        beside.aliases.setdefault(cells.take("Ent_num"), []).append((kind, name))
        cells.settle(path.name, report)
    for cells in _sibling(path, ADDRESSES, report, "add", "address"):
        number = cells.take("Ent_num")
        place = (cells.take("Address"), cells.take("City_State_Postal"), cells.take("Country"))
        if any(place):
            beside.addresses.setdefault(number, []).append(place)
        cells.settle(path.name, report)
    for cells in _sibling(path, OVERFLOW, report, "comments"):
        number, text = cells.take("Ent_num"), cells.take("Remarks_overflow")
        beside.overflow[number] = beside.overflow.get(number, "") + text
        cells.settle(path.name, report)
    return beside


def _sibling(path: Path, columns: tuple[str, ...], report: Report, *words: str) -> Iterator[Cells]:
    """Give the rows of the file beside the primary one, in any letter case, packed or plain."""
    stem, _, ending = path.name.casefold().removesuffix(".gz").partition(".")
    base = re.sub(r"^(cons)?_?(sdn|prim)", r"\1", stem)
    lead = "cons_" if stem.startswith("cons") else ""
    tail = base.removeprefix("cons")
    wanted = {f"{lead}{word}{tail}.{ending}" for word in words}
    wanted |= {f"sdn_{word}{tail}.{ending}" for word in words if not lead}
    for file in sorted(path.parent.iterdir()):
        if file.name.casefold().removesuffix(".gz") in wanted:
            yield from _rows(file, columns, report)
            return
    text = f"no {words[0]} file lies beside it, so what it holds is missing; fetch the whole set"
    report.problem(path.name, 0, "", text)


def _note_orphans(path: Path, report: Report, beside: _Beside) -> None:
    left = (("alt", beside.aliases), ("add", beside.addresses), ("comments", beside.overflow))
    for name, rows in left:
        if rows:
            report.problem(path.name, 0, "Ent_num", f"{name}: {len(rows):,} {_ORPHANS}")
