"""GLEIF: who a company is (level 1), which company consolidates it, or why it names none (level 2).

Consolidation is an accounting relation and no share: a company may be consolidated at 40 percent,
or by contract. So it becomes the `parent` fact, which says who stands above and neither owns nor
controls for the ownership rules; shares have to come from elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stdnum import lei

from knowntenant.facts.declaration import Fact
from knowntenant.facts.places import find
from knowntenant.facts.types import Contact, Parent, Person, Presence, UnnamedParent
from knowntenant.imports.trees.csv_rows import Row, header_of
from knowntenant.imports.trees.gleif_rows import (
    END,
    START,
    csv_records,
    json_records,
    xml_records,
)
from knowntenant.imports.trees.reach import Reach
from knowntenant.imports.trees.telling import Given, Notes, Telling

KIND, CATEGORY = "Relationship.RelationshipType", "Exception.Category"
_READERS = {".csv": csv_records, ".json": json_records, ".xml": xml_records}
_ADDRESS = ("FirstAddressLine", "City", "Region", "PostalCode", "Country")
_LENGTH, _MOST = 20, 30
_VOID = frozenset({"ANNULLED", "CANCELLED", "DUPLICATE"})
"""States of a registration under which a record was a mistake, or never became one."""
_PARENTS = {"IS_DIRECTLY_CONSOLIDATED_BY": "", "IS_ULTIMATELY_CONSOLIDATED_BY": "yes"}
_BRANCH = "IS_INTERNATIONAL_BRANCH_OF"
_LEVELS = {
    "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT": "direct",
    "ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT": "ultimate",
}
_REASONS = {
    "NATURAL_PERSONS": "natural_persons",
    "NON_CONSOLIDATING": "non_consolidating",
    "NO_KNOWN_PERSON": "no_known_person",
    "NO_LEI": "no_lei",
    "NON_PUBLIC": "non_public",
    "BINDING_LEGAL_COMMITMENTS": "non_public",
    "CONSENT_NOT_OBTAINED": "non_public",
    "DETRIMENT_NOT_EXCLUDED": "non_public",
    "DISCLOSURE_DETRIMENTAL": "non_public",
    "LEGAL_OBSTACLES": "non_public",
}
_STRENGTH = ("non_consolidating", "no_lei", "non_public", "no_known_person", "other")
"""Of several reasons the one that says most surely that somebody stands above is kept."""


def is_lei(text: str) -> bool:
    """Tell whether a text is an LEI: its length, its signs, and its two check digits."""
    return len(text) == _LENGTH and text.isascii() and text.isalnum() and lei.is_valid(text)


def plain_number(text: str) -> str:
    """Give an LEI, or a number of a register behind its scheme, as ids are compared."""
    return "".join(text.split()).upper()


@dataclass(frozen=True, slots=True)
class Gleif:
    """A file of GLEIF's: LEI records, relationship records or reporting exceptions.

    form: the ending of its name, such as .csv.
    """

    path: Path
    form: str

    def links(self) -> Iterator[tuple[str, str]]:
        """Give the pairs of child and parent. Raises ListUnreadableError."""
        if self.form == ".csv" and END not in header_of(self.path):
            return
        for raw in _READERS[self.form](self.path):
            if raw.parent:
                yield plain_number(raw.about), plain_number(raw.parent)

    def tellings(self, reach: Reach, notes: Notes) -> Iterator[Telling]:
        """Give parents, reasons for naming none, and what companies are."""
        for raw in _READERS[self.form](self.path):
            about = plain_number(raw.about)
            if about in reach:
                place = _Place(self.path.name, raw.number, raw.row(), notes)
                if place.get("Registration.RegistrationStatus") not in _VOID:
                    yield from _told(place, about)


@dataclass(frozen=True, slots=True)
class _Place:
    """A row and where it stands."""

    file: str
    number: int
    row: Row
    notes: Notes = field(repr=False)

    def get(self, name: str) -> str:
        return self.row.get(name, "").strip()

    def many(self, name: str) -> Sequence[str]:
        """Give the values of a column that is repeated with numbers."""
        found = (self.get(f"{name}.{n}") for n in range(1, _MOST))
        return [text for text in found if text]

    def is_lei(self, text: str, column: str) -> bool:
        if is_lei(text):
            return True
        what = "is no LEI: 20 letters and digits, of which the last two check the others"
        self.notes.problem(self.file, self.number, column, what)
        return False

    def telling(
        self, shape: type[Fact], given: Mapping[str, Given],
        since: str = "", until: str = "",
    ) -> Telling:  # fmt: skip
        level = "level 2" if shape in {Parent, UnnamedParent} else "level 1"
        ending = {"ended": "yes"} if shape is Parent else {}
        return Telling(shape, given, self.file, self.number, f"GLEIF {level}", since, until, ending)


def _told(place: _Place, about: str) -> Iterator[Telling]:
    if not place.is_lei(about, "LEI" if "LEI" in place.row else START):
        return
    if KIND in place.row:
        yield from _relation(place, about)
    elif CATEGORY in place.row:
        yield from _exception(place, about)
    else:
        yield from _company(place, about)


def _relation(place: _Place, child: str) -> Iterator[Telling]:
    kind, parent = place.get(KIND), plain_number(place.get(END))
    if kind not in _PARENTS and kind != _BRANCH:
        place.notes.leave_out(f"GLEIF relations of the kind {kind}")
        return
    if not place.is_lei(parent, END):
        return
    since, until = _period(place)
    if kind == _BRANCH:
        if not until:
            yield place.telling(Presence, {"person": child, "branch_of": parent}, since)
        return
    ultimate = {"ultimate": "yes"} if _PARENTS[kind] else {}
    yield place.telling(Parent, {"child": child, "parent": parent, **ultimate}, since, until)


def _period(place: _Place) -> tuple[str, str]:
    """Give the days of the relation itself; of one no longer active, at least when it was told."""
    since = until = ""
    for number in range(1, _MOST):
        if place.get(f"Relationship.Period.{number}.periodType") == "RELATIONSHIP_PERIOD":
            since = place.get(f"Relationship.Period.{number}.startDate")
            until = place.get(f"Relationship.Period.{number}.endDate")
    if place.get("Relationship.RelationshipStatus") == "INACTIVE" and not until:
        until = place.get("Registration.LastUpdateDate")
    return since, until


def _exception(place: _Place, child: str) -> Iterator[Telling]:
    level = _LEVELS.get(place.get(CATEGORY))
    if level is None:
        what = "is neither the direct nor the ultimate accounting consolidation parent"
        place.notes.problem(place.file, place.number, CATEGORY, what)
        return
    told = {_REASONS.get(reason, "other") for reason in place.many("Exception.Reason")}
    reason = next((one for one in _STRENGTH if one in told), "natural_persons")
    given = {"child": child, "level": level, "reason": reason if told else "other"}
    yield place.telling(UnnamedParent, given)


def _company(place: _Place, about: str) -> Iterator[Telling]:
    sole = place.get("Entity.EntityCategory") == "SOLE_PROPRIETOR"
    kind = "individual" if sole else "entity"
    others = [
        *place.many("Entity.OtherEntityNames.OtherEntityName"),
        *place.many("Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName"),
    ]
    number = place.get("Entity.RegistrationAuthority.RegistrationAuthorityEntityID")
    register = place.get("Entity.RegistrationAuthority.RegistrationAuthorityID")
    person: dict[str, Given] = {
        "id": about, "lei": about, "kind": kind, "name": place.get("Entity.LegalName"),
        "names_used": others, "register_number": f"{register}:{number}" if number else "",
    }  # fmt: skip
    yield place.telling(Person, {name: told for name, told in person.items() if told})
    where = {
        "organised_in": _place_of(place, "Entity.LegalJurisdiction", ""),
        "headquartered_in": _place_of(
            place, "Entity.HeadquartersAddress.Region", "Entity.HeadquartersAddress.Country"
        ),
    }
    told_where = {name: text for name, text in where.items() if text}
    if kind == "entity" and told_where:
        yield place.telling(Presence, {"person": about, **told_where})
    parts = (place.get(f"Entity.HeadquartersAddress.{one}") for one in _ADDRESS)
    address = ", ".join(part for part in parts if part)
    if address:
        yield place.telling(Contact, {"person": about, "principal_place": address})


def _place_of(place: _Place, region: str, country: str) -> str:
    """Give the region where the table of places has it, as for Crimea; else the country."""
    text = place.get(region)
    if text and find(text):
        return text
    return place.get(country) if country else text.partition("-")[0]
