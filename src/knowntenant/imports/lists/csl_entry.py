"""One entry of the Consolidated Screening List, whichever form it was read from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowntenant.imports.lists.csl_sources import list_of_source, numbered
from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.ofac_remarks import mine, take
from knowntenant.imports.lists.ofac_words import country_words
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.us_days import listed_day
from knowntenant.imports.lists.us_names import add_names
from knowntenant.screening.entry import Entry, IdKind, Kind, NameKind

_KINDS = {
    "individual": Kind.PERSON,
    "entity": Kind.ORGANIZATION,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRPLANE,
}
_AS_PRINTED = frozenset({"us_sdn", "us_ssi", "us_cmic", "us_cap", "us_plc", "us_fse", "us_mbs"})
_STRAY_AND = re.compile(r"^and\s+(?=\S)")
_SOURCE = "no list of this name is known; the entry was left out until somebody adds it"


@dataclass(frozen=True, slots=True)
class CslRow:
    """A row or object: single texts by name, and what may be many.

    addresses: an address and its country. ids: label, number and country.
    """

    number: int
    texts: dict[str, str]
    names: list[str] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    births: list[str] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    ids: list[tuple[str, str, str]] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return a single text; empty where there is none."""
        return self.texts.get(name, "")


class CslListing:
    """A file being read: the lists inside it, each with ids of its own."""

    def __init__(self, path: Path, report: Report) -> None:
        """Begin a file."""
        self._path, self._report = path, report
        self._listings: dict[str, Listing] = {}
        self._lists: dict[str, str] = {}

    def entries(self, row: CslRow) -> Iterator[Entry]:
        """Give the entry of a row, or note why there is none."""
        list_name = list_of_source(row.text("source"))
        if not list_name:
            self._report.problem(self._path.name, row.number, "source", _SOURCE)
            return
        key = row.text("_id") or row.text("id")
        places = [" ".join(address) for address in row.addresses]
        prefix, number = numbered(
            list_name, row.text("entity_number"), key, row.text("name"), *places
        )
        listing = self._listings.get(prefix)
        if not listing:
            listing = Listing(self._path, self._report, prefix, list_name)
            self._listings[prefix] = listing
        # OFAC's bank on two of its lists is two entries here, of one number.
        if self._lists.setdefault(f"{prefix}:{number}", list_name) != list_name:
            number = f"{number}:{list_name}"
        draft = listing.draft(row.number)
        _fill(draft, row, self._report, as_printed=list_name in _AS_PRINTED)
        kind = _KINDS.get(row.text("type").casefold(), Kind.LEGAL_ENTITY)
        yield from listing.entries(draft, number, kind, field="id", list_name=list_name)

    def close(self) -> None:
        """End the file. Raises ListUnreadableError where there was no entry in it."""
        if not self._listings:
            message = f"{self._path.name}: there is no entry in this file. Fetch it once more."
            raise ListUnreadableError(message)


def _fill(draft: Draft, row: CslRow, report: Report, *, as_printed: bool) -> None:
    if as_printed:
        draft.name(row.text("name"), NameKind.PRIMARY)
        for name in row.names:
            draft.name(name)
    else:
        add_names(draft, row.text("name"), NameKind.PRIMARY)
        for name in row.names:
            add_names(draft, _STRAY_AND.sub("", name), NameKind.ALIAS)
    for programme in row.programmes:
        draft.programme(programme)
    for address, country in row.addresses:
        draft.address(address, country)
        _country(draft, "addresses", country)
    for country in row.countries:
        _country(draft, "nationalities", country)
    _facts(draft, row, report)


def _facts(draft: Draft, row: CslRow, report: Report) -> None:
    for text in row.births:
        if not take(draft, report, "dates_of_birth", "DOB", text):
            draft.remark(text, "DOB")
    for text in row.birth_places:
        draft.remark(text, "POB")
    for label, number, country in row.ids:
        if not take(draft, report, "ids", label, number, country=country):
            draft.remark(number, label.rstrip(" :-"))
    draft.identifier(IdKind.CALL_SIGN, row.text("call_sign"))
    _country(draft, "vessel_flag", row.text("vessel_flag"))
    listed_day(draft, "start_date", row.text("start_date"))
    mine(draft, report, "remarks", row.text("remarks"))
    draft.remark(row.text("title"), "Title")
    draft.remark(row.text("vessel_owner"), "Vessel owner")
    draft.remark(row.text("end_date"), "Ends")
    draft.remark(row.text("federal_register_notice"), "Federal Register")


def _country(draft: Draft, name: str, text: str) -> None:
    words = country_words(text)
    if words:
        draft.country(name, words)
