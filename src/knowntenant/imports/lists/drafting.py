"""An entry in the making: what a reader found, kept once each, with its troubles noted.

All readers of lists outside the United States end here, so that a date, a country or a doubled
id is treated alike whatever the list.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.countries import country_codes
from knowntenant.imports.lists.dates import DateUnclearError, birth_date
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.lists.scripts import script_of
from knowntenant.screening.entry import (
    Entry,
    Identifier,
    IdKind,
    Kind,
    ListedName,
    NameKind,
    Source,
)

NO_NAME = "the entry has no name and was left out; look it up with its authority"
NO_COUNTRY = "no country of today goes by these words; the entry is kept without it"
TWICE = "two entries stand under this id; both are kept, the later one with a number added"
_DATES = re.compile(r"\s*(?:;|\bor\b|(?:^|\s)\(?\d{1,2}\)(?=\s))\s*", re.IGNORECASE)
_LONGEST_WEAK = 60  # characters
_SOLE_MARK = re.compile(r"^\(?\d{1,2}\)\s+")


class Draft:
    """What was found of one entry; `row` and the file say where."""

    def __init__(self, report: Report, file: str, row: int) -> None:
        self._report, self.file, self.row = report, file, row
        self.names: dict[str, ListedName] = {}
        self.births: dict[str, None] = {}
        self._countries: dict[str, None] = {}
        self._addresses: dict[str, None] = {}
        self._identifiers: dict[Identifier, None] = {}
        self._programmes: dict[str, None] = {}
        self._remarks: dict[str, None] = {}
        self._listed: list[str] = []
        self._troubles: set[tuple[str, str]] = set()

    def trouble(self, name: str, text: str) -> None:
        """Note a problem with a field of this entry, once; the text holds nothing personal."""
        if (name, text) not in self._troubles:
            self._troubles.add((name, text))
            self._report.problem(self.file, self.row, name, text)

    def name(self, text: str, kind: NameKind = NameKind.ALIAS) -> None:
        """Add a name; an alias in other than Latin letters is one in the original script.

        The first kind under which a name is met stays, so primary names are to come first.
        """
        text = " ".join(text.split())
        if not any(map(str.isalnum, text)):
            return
        script = script_of(text)
        if script and kind is NameKind.ALIAS:
            kind = NameKind.ORIGINAL_SCRIPT
        self.names.setdefault(text, ListedName(text, kind, script))

    def weak_name(self, text: str) -> None:
        """Add a name that a sentence calls weak; a piece of that sentence is not one."""
        plain = text.strip(" .:,-")
        if plain and len(plain) <= _LONGEST_WEAK:
            self.name(plain, NameKind.WEAK)

    def born(self, name: str, text: str, *, day_first: bool | None = None) -> None:
        """Add the dates of birth of a cell; one that cannot be read is a problem."""
        for part in filter(None, _DATES.split(_SOLE_MARK.sub("", text))):
            try:
                self.births[birth_date(part, day_first=day_first)] = None
            except DateUnclearError as wrong:
                self.trouble(name, str(wrong))

    def country(self, name: str, text: str) -> None:
        """Add the countries of a cell; words that name none are a problem."""
        codes, unknown = country_codes(text)
        self._countries |= dict.fromkeys(codes)
        if unknown:
            self.trouble(name, NO_COUNTRY)

    def address(self, *parts: str) -> None:
        """Add an address made of its parts, empty ones left out."""
        text = ", ".join(part.strip(" ,") for part in parts if part.strip(" ,"))
        if text:
            self._addresses[text] = None

    def identifier(self, kind: IdKind, value: str, country: str = "") -> None:
        """Add a number; its country is a code or a name, which may be unknown."""
        value = " ".join(value.split())
        if not any(map(str.isalnum, value)):
            return
        codes, _ = country_codes(country) if country else ((), ())
        self._identifiers[Identifier(kind, value, codes[0] if codes else "")] = None

    def un_reference(self, text: str) -> None:
        """Add the Security Council's number, by which one target is known on several lists."""
        if text:
            self.identifier(IdKind.OTHER, f"UN {text}")

    def ofsi_group(self, text: str) -> None:
        """Add the number by which both lists of the United Kingdom know a target."""
        if text:
            self.identifier(IdKind.OTHER, f"OFSI {text}")

    def programme(self, text: str) -> None:
        """Add a programme or regime."""
        if text.strip():
            self._programmes[" ".join(text.split())] = None

    def remark(self, text: str, label: str = "") -> None:
        """Add words of the list that no field has a place for."""
        if text.strip():
            plain = " ".join(text.split())
            self._remarks[f"{label}: {plain}" if label else plain] = None

    def listed(self, name: str, text: str, *, day_first: bool | None = None) -> None:
        """Add a day of listing; the earliest one counts."""
        if not text:
            return
        try:
            day = birth_date(text, day_first=day_first)
        except DateUnclearError as wrong:
            self.trouble(name, str(wrong))
            return
        if len(day) == len("2001-02-03"):
            self._listed.append(day)

    @property
    def first_listed(self) -> str:
        """The earliest day of listing, ISO, or empty."""
        return min(self._listed, default="")

    def made(self, number: str, list_name: str, kind: Kind) -> Entry:
        """Return the entry; the primary names come first."""
        ordered = sorted(self.names.values(), key=lambda name: name.kind is not NameKind.PRIMARY)
        return Entry(
            id=number,
            list_name=list_name,
            kind=kind,
            names=tuple(ordered),
            birth_dates=tuple(self.births),
            countries=tuple(self._countries),
            addresses=tuple(self._addresses),
            identifiers=tuple(self._identifiers),
            programmes=tuple(self._programmes),
            listed_on=self.first_listed,
            remarks=" | ".join(self._remarks),
            source=Source(self.file, self.row),
        )


class Listing:
    """One file being read: makes the entries and watches over their ids."""

    def __init__(self, path: Path, report: Report, prefix: str, list_name: str) -> None:
        self.file, self.report = path.name, report
        self._prefix, self._list_name = prefix, list_name
        self._ids: Counter[str] = Counter()

    def draft(self, row: int) -> Draft:
        """Begin an entry."""
        return Draft(self.report, self.file, row)

    def entries(
        self, draft: Draft, number: str, kind: Kind, *, field: str, list_name: str = ""
    ) -> Iterator[Entry]:
        """Give the entry of a draft, or note why there is none.

        Args:
            draft: what was found.
            number: the authority's own number, unique in the file.
            kind: what the entry is.
            field: the field that holds the number, named in problems.
            list_name: where not the file's.
        """
        if not draft.names:
            draft.trouble("name", NO_NAME)
            return
        if not number:
            draft.trouble(field, "the entry has no id; its row in the file stands for it")
            number = f"row-{draft.row}"
        self._ids[number] += 1
        if self._ids[number] > 1:
            draft.trouble(field, TWICE)
            number = f"{number}#{self._ids[number]}"
        yield draft.made(f"{self._prefix}:{number}", list_name or self._list_name, kind)

    def close(self) -> None:
        """End the file.

        Raises:
            ListUnreadableError: there was no entry in it, which no authority's list is.
        """
        if not self._ids:
            message = f"{self.file}: there is no entry in this file. Fetch it once more."
            raise ListUnreadableError(message)
