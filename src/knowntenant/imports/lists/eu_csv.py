"""The European Union's consolidated list of financial sanctions (CSV, version 1.1).

Cells are parted by semicolons; each row holds one fact of a target (a name, an address, a birth
date, a document) beside the target's own columns. Built from the published headings; not tried on
a real file.
"""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists import eu_facts as facts
from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.grouping import MOST_BYTES, grouped
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.rows import Cells, delimited, headed, heading
from knowntenant.screening.entry import Entry

HEADINGS = frozenset({"entitylogicalid", "namealiaswholename"})
_SUBJECTS = ("entitysubjecttype", "entitysubjecttypeclassificationcode")


def read_eu_csv(path: Path, report: Report) -> Iterator[Entry]:
    """Read the list. Raises ListUnreadableError, also in its midst."""
    rows = delimited(path, ";", most=MOST_BYTES)
    names = [heading(cell) for cell in next(rows, (0, [""]))[1]]
    if not set(names) >= HEADINGS:
        message = (
            f"{path.name}: the headings of the European list are missing (Entity_LogicalId, "
            "NameAlias_WholeName). Fetch the CSV of version 1.1 once more."
        )
        raise ListUnreadableError(message)
    listing = Listing(path, report, facts.PREFIX, facts.LIST_NAME)
    table = headed(rows, names, path, report)
    for number, members in grouped(table, lambda row: row.take("entitylogicalid"), path):
        draft = listing.draft(members[0].number)
        kind = facts.kind_of(*(row.take(name) for row in members for name in _SUBJECTS))
        for row in members:
            _read_row(row, draft)
            _date_file(row, report)
            row.settle(path.name, report)
        yield from listing.entries(draft, number, kind, field="Entity_LogicalId")
    listing.close()


def _read_row(row: Cells, draft: Draft) -> None:
    facts.read_entity(_getter(row, "entity"), draft)
    facts.read_name(_getter(row, "namealias"), row.take("namealiasremark"), draft)
    facts.read_birth(_getter(row, "birthdate"), draft)
    facts.read_country(_getter(row, "citizenship"), draft, "Citizenship")
    facts.read_address(_getter(row, "address"), draft)
    remark = row.take("identificationremark")
    facts.read_identification(_getter(row, "identification"), remark, draft)
    draft.programme(row.take("entityregulationprogramme"))
    if not draft.first_listed:
        published = row.take("entityregulationpublicationdate")
        draft.listed("Entity_Regulation_PublicationDate", published, day_first=True)
    facts.read_remark(row.take("entityremark"), draft)


def _date_file(row: Cells, report: Report) -> None:
    if not report.published:
        day = Draft(report, "", row.number)
        day.listed("fileGenerationDate", row.take("filegenerationdate"), day_first=True)
        report.published = day.first_listed
    row.take("filegenerationdate")


def _getter(row: Cells, group: str) -> facts.Get:
    def get(*names: str) -> str:
        return row.take(*(f"{group}{heading(name)}" for name in names))

    return get
