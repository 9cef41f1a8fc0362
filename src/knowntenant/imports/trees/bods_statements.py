"""Statements of the Beneficial Ownership Data Standard, 0.2 to 0.4, under one shape.

Versions 0.2 and 0.3 name each statement and say which it replaces; 0.4 names records, of which the
last statement counts. A statement that was replaced says nothing any more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowntenant.imports.trees.gleif import is_lei, plain_number

Body = Mapping[str, object]
NOTHING: Body = {}
LEI_SCHEME = "XI-LEI"


class Type(StrEnum):
    """What a statement is about."""

    PERSON = "person"
    ENTITY = "entity"
    RELATION = "relation"


_TYPES = {
    "personStatement": Type.PERSON,
    "entityStatement": Type.ENTITY,
    "ownershipOrControlStatement": Type.RELATION,
    "person": Type.PERSON,
    "entity": Type.ENTITY,
    "relationship": Type.RELATION,
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its id (0.4: of its record), what it replaces, and what it says.

    date: of the statement, ISO or empty. closed: the record counts no more from that day.
    """

    id: str
    type: Type
    date: str
    body: Body
    row: int
    replaces: tuple[str, ...] = ()
    closed: bool = False

    @property
    def subject(self) -> str:
        """The entity that a relation is about; '' where it names none."""
        return _party(self.body.get("subject"))

    @property
    def party(self) -> str:
        """Who owns or controls in a relation; '' where it is unspecified."""
        return _party(self.body.get("interestedParty"))

    @property
    def identifiers(self) -> tuple[str, ...]:
        """The numbers of an entity, LEI first: the LEI itself, else SCHEME:number.

        Those of people are not used as ids: they may be of a passport.
        """
        if self.type is not Type.ENTITY:
            return ()
        found = [_identifier(one) for one in mappings(self.body.get("identifiers"))]
        return tuple(sorted(filter(None, found), key=lambda one: not is_lei(one)))


def statement(value: object, row: int) -> Statement | None:
    """Give a JSON value as a statement; None where it is none."""
    if not isinstance(value, dict):
        return None
    type_ = _TYPES.get(text(value.get("statementType")) or text(value.get("recordType")))
    id_ = text(value.get("recordId")) or text(value.get("statementID"))
    if type_ is None or not id_:
        return None
    details = value.get("recordDetails")
    body = details if isinstance(details, dict) else value
    replaces = value.get("replacesStatements")
    return Statement(
        id_, type_, text(value.get("statementDate")), body, row,
        tuple(map(text, replaces)) if isinstance(replaces, list) else (),
        value.get("recordStatus") == "closed",
    )  # fmt: skip


def text(value: object) -> str:
    """Give a value if it is text, without blanks around it; '' otherwise."""
    return value.strip() if isinstance(value, str) else ""


def mapping(value: object) -> Body:
    """Give a value if it is a mapping; an empty one otherwise."""
    return value if isinstance(value, dict) else NOTHING


def mappings(value: object) -> Sequence[Body]:
    """Give the mappings of a list; none where it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def country(value: object) -> str:
    """Give a country as it is told: a code or name alone, or a mapping that holds them."""
    told = mapping(value)
    return text(value) or text(told.get("code")) or text(told.get("name"))


def links(one: Statement) -> Iterator[tuple[str, str]]:
    """Give the ids that a statement ties together, as `Tree.links` does."""
    if one.type is Type.RELATION:
        yield one.subject, one.party
    for other in (*one.replaces, *one.identifiers):
        yield one.id, other
        yield other, one.id


def _party(value: object) -> str:
    told = mapping(value)
    named = (told.get(f"describedBy{kind}Statement") for kind in ("Entity", "Person"))
    return text(value) or next(filter(None, map(text, named)), "")


def _identifier(told: Body) -> str:
    number, scheme = text(told.get("id")), text(told.get("scheme"))
    if scheme == LEI_SCHEME or (not scheme and is_lei(plain_number(number))):
        return plain_number(number)
    return plain_number(f"{scheme}:{number}") if number and scheme else ""
