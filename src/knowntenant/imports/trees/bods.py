"""BODS files: people and companies, and who owns or controls whom, with shares and ranges.

A shareholding is an ownership; votes, appointments and offices are control; other interests, and
those nobody specifies, are holdings of an untold share, so that nothing is taken for nobody's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowntenant.facts.declaration import Fact
from knowntenant.facts.types import Contact, Control, Ownership, Person, Presence
from knowntenant.imports.trees.bods_statements import (
    LEI_SCHEME,
    Body,
    Statement,
    Type,
    country,
    links,
    mapping,
    mappings,
    statement,
    text,
)
from knowntenant.imports.trees.gleif import is_lei, plain_number
from knowntenant.imports.trees.json_values import values
from knowntenant.imports.trees.plain import NO_SHARE
from knowntenant.imports.trees.reach import Reach
from knowntenant.imports.trees.telling import Given, Notes, Telling
from knowntenant.law.kinds import fold

_ROLES = {
    "boardchair": "director",
    "boardmember": "director",
    "nominator": "nominator",
    "seniormanagingofficial": "senior_officer",
    "settlor": "settlor",
    "trustee": "trustee",
}
_CONTROLS = frozenset(
    {"appointmentofboard", "controlbylegalframework", "controlviacompanyrulesorarticles",
     "otherinfluenceorcontrol", "protector", "rightsgrantedbycontract", "votingrights"}
)  # fmt: skip
_NOBODY = frozenset({"nobeneficialowners"})


@dataclass(frozen=True, slots=True)
class Bods:
    """A file of BODS statements, as a JSON list or a statement on each line."""

    path: Path

    def links(self) -> Iterator[tuple[str, str]]:
        """Give the ids that each statement ties together. Raises ListUnreadableError."""
        for row, value in values(self.path):
            told = statement(value, row)
            if told is not None:
                yield from links(told)

    def tellings(self, reach: Reach, notes: Notes) -> Iterator[Telling]:
        """Give people, companies, holdings and control, of the statements that still count."""
        found: list[Statement] = []
        for row, value in values(self.path):
            told = statement(value, row)
            if told is None:
                what = "is no person, entity or relationship statement with an id"
                notes.problem(self.path.name, row, "statementType", what)
            elif (told.subject if told.type is Type.RELATION else told.id) in reach:
                found.append(told)
        names = _names(found)
        for one in _last(found):
            yield from _Teller(self.path.name, one, names, notes).tellings()


def _names(found: Iterable[Statement]) -> Mapping[str, str]:
    """Give for each id the name to go by: the entity's number, else the id last given to it."""
    newer = {old: one.id for one in found for old in one.replaces}
    numbers = {one.id: one.identifiers[0] for one in found if one.identifiers}
    return {id_: numbers.get(_newest(id_, newer), _newest(id_, newer)) for id_ in newer} | numbers


def _newest(id_: str, newer: Mapping[str, str]) -> str:
    seen = {id_}
    while (after := newer.get(id_, id_)) not in seen:
        seen.add(after)
        id_ = after
    return id_


def _last(found: Iterable[Statement]) -> Iterator[Statement]:
    """Give the statements that none replaces; of a record, the one of the last day."""
    by_id: dict[str, Statement] = {}
    for one in sorted(found, key=lambda one: (one.date, one.row)):
        by_id[one.id] = one
    replaced = {old for one in by_id.values() for old in one.replaces if old != one.id}
    return (one for one in by_id.values() if one.id not in replaced)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells what one statement says."""

    file: str
    statement: Statement
    names: Mapping[str, str]
    notes: Notes

    def tellings(self) -> Iterator[Telling]:
        match self.statement.type:
            case Type.RELATION:
                yield from self._relation()
            case Type.ENTITY:
                yield from self._entity()
            case Type.PERSON:
                yield from self._person()

    def _telling(self, shape: type[Fact], given: Mapping[str, Given]) -> Telling:
        told = {name: one for name, one in given.items() if one}
        return Telling(shape, told, self.file, self.statement.row, "BODS")

    def _entity(self) -> Iterator[Telling]:
        body, id_ = self.statement.body, self._name(self.statement.id)
        numbers = self.statement.identifiers
        lei = next(filter(is_lei, numbers), "")
        other = next((number for number in numbers if ":" in number), "")
        self._check_leis()
        person: dict[str, Given] = {
            "id": id_, "kind": "entity", "name": text(body.get("name")), "lei": lei,
            "names_used": _texts(body.get("alternateNames")), "register_number": other,
        }  # fmt: skip
        yield self._telling(Person, person)
        law = country(body.get("jurisdiction") or body.get("incorporatedInJurisdiction"))
        seat = _address(body, "business")
        where = {"organised_in": law, "headquartered_in": country(seat.get("country"))}
        if any(where.values()):
            yield self._telling(Presence, {"person": id_, **where})
        place = text((seat or _address(body, "registered")).get("address"))
        if place:
            yield self._telling(Contact, {"person": id_, "principal_place": place})

    def _check_leis(self) -> None:
        for told in mappings(self.statement.body.get("identifiers")):
            if text(told.get("scheme")) == LEI_SCHEME and not is_lei(
                plain_number(text(told.get("id")))
            ):
                what = "is no LEI: 20 letters and digits, of which the last two check the others"
                self.notes.problem(self.file, self.statement.row, "identifiers", what)

    def _person(self) -> Iterator[Telling]:
        body, id_ = self.statement.body, self._name(self.statement.id)
        names = [name for one in mappings(body.get("names")) if (name := _name(one))]
        person: dict[str, Given] = {
            "id": id_, "kind": "individual", "name": names[0] if names else "",
            "names_used": names[1:], "birth_date": text(body.get("birthDate")),
        }  # fmt: skip
        yield self._telling(Person, person)
        home = mapping(body.get("placeOfResidence")) or _address(body, "residence", "service")
        where: dict[str, Given] = {
            "citizen": [c for one in mappings(body.get("nationalities")) if (c := country(one))],
            "located": country(home.get("country")),
        }
        if any(where.values()):
            yield self._telling(Presence, {"person": id_, **where})
        if text(home.get("address")):
            yield self._telling(
                Contact, {"person": id_, "street_address": text(home.get("address"))}
            )

    def _relation(self) -> Iterator[Telling]:
        one, owned = self.statement, self._name(self.statement.subject)
        owner = self._name(one.party) if one.party else self._nobody_named(owned)
        if not owned:
            self.notes.problem(self.file, one.row, "subject", "names no entity")
        if not owned or not owner:
            return
        interests = mappings(one.body.get("interests")) or [{}]
        parts = one.body.get("componentStatementIDs") or one.body.get("componentRecords")
        for interest in interests:
            level = text(interest.get("directOrIndirect") or interest.get("interestLevel"))
            if level == "indirect" and parts:
                self.notes.leave_out(
                    "indirect interests in BODS that are told step by step as well"
                )
                continue
            yield self._interest(owner, owned, interest)

    def _interest(self, owner: str, owned: str, interest: Body) -> Telling:
        one = self.statement
        since = text(interest.get("startDate")) or one.date
        until = text(interest.get("endDate")) or (one.date if one.closed else "")
        kind = fold(text(interest.get("type"))).replace("_", "")
        role = _ROLES.get(kind, "other" if kind in _CONTROLS else "")
        where = (self.file, one.row, "BODS", since, until)
        if role:
            given = {"person": owner, "over": owned, "role": role}
            return Telling(Control, given, *where, {"ended": "yes"})
        held = share_told(mapping(interest.get("share"))) if kind == "shareholding" else NO_SHARE
        edge = {"owner": owner, "owned": owned, **held}
        return Telling(Ownership, edge, *where, {**NO_SHARE, "percent": "0"})

    def _nobody_named(self, owned: str) -> str:
        """Give an id to an owner whom nobody names; '' where it is said that there is none."""
        told = mapping(self.statement.body.get("interestedParty"))
        reason = text(mapping(told.get("unspecified") or told).get("reason"))
        if fold(reason).replace("_", "") in _NOBODY:
            self.notes.leave_out("statements in BODS that there is no beneficial owner")
            return ""
        return f"unnamed owner of {owned}" if owned else ""

    def _name(self, id_: str) -> str:
        return self.names.get(id_, id_)


def share_told(share: Body) -> Mapping[str, str]:
    """Give a share as a holding tells it. A bound that is excluded is told as one that is not."""
    least = text(share.get("minimum")) or text(share.get("exclusiveMinimum"))
    most = text(share.get("maximum")) or text(share.get("exclusiveMaximum"))
    exact = text(share.get("exact")) or (least if least == most else "")
    if exact:
        return {**NO_SHARE, "percent": exact}
    return {**NO_SHARE, "at_least": least or "none", "at_most": most or "none"}


def _texts(value: object) -> list[str]:
    return [text(one) for one in value if text(one)] if isinstance(value, list) else []


def _name(told: Body) -> str:
    parts = (told.get(part) for part in ("givenName", "patronymicName", "familyName"))
    return text(told.get("fullName")) or " ".join(filter(None, map(text, parts)))


def _address(body: Body, *types: str) -> Body:
    told = mappings(body.get("addresses"))
    return next((one for kind in types for one in told if one.get("type") == kind), {})
