"""A table of hits, as any tool can export one: CSV with a header, one hit a row.

Columns: party, party_kind, party_name, party_birth_date, party_countries, entry, list, entry_kind,
entry_names, entry_birth_dates, entry_countries, programmes, cluster, score, asked_name,
listed_name, reason, tool, algorithm. Needed are party, entry, list, score and tool, and a name on
both sides (party_name or asked_name; entry_names or listed_name). Several values stand in one cell,
parted by semicolons. The delimiter is a comma, semicolon or tab.
"""

import csv
import io
from collections.abc import Iterator

from knowntenant.imports.hits.taken import Taken, kind_of, text_of
from knowntenant.law.kinds import fold
from knowntenant.law.problem import Problem, nearest
from knowntenant.screening.entry import Entry, ListedName, NameKind
from knowntenant.screening.ftm import country_code, is_date
from knowntenant.screening.given import Given
from knowntenant.screening.hit import Hit, Line
from knowntenant.screening.party import Party

COLUMNS = (
    "party", "party_kind", "party_name", "party_birth_date", "party_countries", "entry", "list",
    "entry_kind", "entry_names", "entry_birth_dates", "entry_countries", "programmes", "cluster",
    "score", "asked_name", "listed_name", "reason", "tool", "algorithm",
)  # fmt: skip
NEEDED = ("party", "entry", "list", "score", "tool")
_NAMED = (("party_name", "asked_name"), ("entry_names", "listed_name"))

Cells = dict[str, Given]


def read_table(data: bytes, where: str = "table") -> Taken:
    """Read a table of hits; where: the file's name. Blank rows are passed over."""
    taken = Taken()
    text = text_of(data, where)
    if isinstance(text, Problem):
        taken.problems.append(text)
        return taken
    rows = _rows(text, where, taken)
    _, header = next(rows, (0, []))
    names = [fold(name) for name in header]
    if not _check_header(names, where, taken):
        return taken
    for number, row in rows:
        place = f"{where} row {number}"
        if len(row) > len(names):
            what = f"the row has {len(row)} cells and the header {len(names)}."
            taken.problems.append(Problem(place, what, "Put cells with the delimiter in quotes."))
        elif any(cell.strip() for cell in row):
            cells = {
                name: Given(cell.strip(), f"{place}, {name}", taken.problems)
                for name, cell in zip(names, row, strict=False)
                if cell.strip()
            }
            _read_row(cells, place, taken)
    return taken


def _rows(text: str, where: str, taken: Taken) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            yield number, row
    except csv.Error as wrong:
        what = f"the row cannot be read: {wrong}."
        taken.problems.append(Problem(f"{where} row {number + 1}", what, "Check its quotes."))


def _check_header(names: list[str], where: str, taken: Taken) -> bool:
    place, before = f"{where} row 1", len(taken.problems)
    for name in names:
        if name not in COLUMNS:
            what = f"there is no column '{name}'."
            taken.problems.append(Problem(place, what, nearest(name, COLUMNS)))
    for name in sorted({name for name in names if names.count(name) > 1}):
        taken.problems.append(Problem(place, f"the column '{name}' stands twice."))
    for name in NEEDED:
        if name not in names:
            taken.problems.append(Problem(place, f"the column '{name}' is missing."))
    for either, other in _NAMED:
        if either not in names and other not in names:
            what = f"neither '{either}' nor '{other}' is a column."
            taken.problems.append(Problem(place, what))
    return len(taken.problems) == before


def _read_row(cells: Cells, place: str, taken: Taken) -> None:
    before = len(taken.problems)
    for name in NEEDED:
        if name not in cells:
            taken.problems.append(Problem(place, f"'{name}' is empty."))
    for either, other in _NAMED:
        if either not in cells and other not in cells:
            taken.problems.append(Problem(place, f"'{either}' and '{other}' are both empty."))
    score = _score(cells["score"]) if "score" in cells else 0.0
    party, entry = _party(cells), _entry(cells)
    if len(taken.problems) > before:
        return
    taken.add_party(party, place)
    taken.add_entry(entry, _cell(cells, "cluster") or entry.id, place)
    asked = _cell(cells, "asked_name") or party.name
    listed = _cell(cells, "listed_name") or entry.names[0].text
    algorithm = "/".join(filter(None, (_cell(cells, "tool"), _cell(cells, "algorithm"))))
    reason = _cell(cells, "reason")
    lines = (Line("tool", 0.0, score, reason, asked, listed),) if reason else ()
    taken.hits.append(Hit(party.id, entry.id, score, asked, listed, algorithm, (), lines))


def _score(given: Given) -> float:
    text = str(given.value)
    try:
        score = float(text)
    except ValueError:
        given.problem("a number from 0 to 1 is expected here.")
        return 0.0
    if not 0 <= score <= 1:
        given.problem("the number has to be from 0 to 1.", "Divide percentages by 100.")
    return score


def _party(cells: Cells) -> Party:
    born = _cell(cells, "party_birth_date")
    if born and not is_date(born):
        cells["party_birth_date"].problem("a date is expected here: YYYY, YYYY-MM or YYYY-MM-DD.")
    return Party(
        _cell(cells, "party"),
        kind_of(cells.get("party_kind")),
        _cell(cells, "party_name") or _cell(cells, "asked_name"),
        birth_date=born,
        countries=_countries(cells, "party_countries"),
    )


def _entry(cells: Cells) -> Entry:
    names = _several(cells, "entry_names") or (_cell(cells, "listed_name"),)
    return Entry(
        _cell(cells, "entry"),
        _cell(cells, "list"),
        kind_of(cells.get("entry_kind")),
        (ListedName(names[0]), *(ListedName(text, NameKind.ALIAS) for text in names[1:])),
        _several(cells, "entry_birth_dates"),
        _countries(cells, "entry_countries"),
        programmes=_several(cells, "programmes"),
    )


def _countries(cells: Cells, name: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(map(country_code, _several(cells, name))))
    if "" in codes:
        cells[name].problem("a country is not known.", "Give its code, such as vn.")
    return codes


def _cell(cells: Cells, name: str) -> str:
    return str(cells[name].value) if name in cells else ""


def _several(cells: Cells, name: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in _cell(cells, name).split(";"))))
