"""A world told in a few words: facts read as people write them, and an inquiry about a day.

    world(
        ("2027-01-01", "customer", {"id": "C1", "kind": "individual"}),
        ("2027-01-01", "presence", {"person": "C1", "citizen": "VN"}),
    ).ask("2027-02-01", "persons.status", "C1")

Beside the fact's own keys a telling may name learned, corrects and label.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.declaration import fact_types
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import read_program
from knowntenant.facts.reading import Given, read_values
from knowntenant.facts.record import Record
from knowntenant.law.answer import Answer
from knowntenant.law.kinds import read_moment
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from knowntenant.obligations.registry import ROOMS
from tests.law.toy import NPRM

Telling = tuple[str, str, Mapping[str, Given]]
"""When it happened, the fact type, and its keys."""

NOTHING: Mapping[str, Given] = {}
NO_READINGS: Mapping[str, str] = {}
START = "2025-01-01"
ABOUT = ("learned", "corrects", "label")

assert ROOMS, "importing the registry registers every decision"


@dataclass(frozen=True)
class World:
    """Facts told so far. It does not change: `also` gives another world."""

    told: tuple[Telling, ...]

    def also(self, *told: Telling) -> "World":
        """Give the world in which more was told."""
        return World((*self.told, *told))

    @property
    def records(self) -> tuple[Record, ...]:
        """The tellings as records."""
        return tuple(record(told, f"fact {n}") for n, told in enumerate(self.told, start=1))

    def inquiry(
        self,
        as_of: str | date,
        *,
        pack: Pack = NPRM,
        readings: Mapping[str, str] = NO_READINGS,
        program: Mapping[str, Given] = NOTHING,
    ) -> Inquiry:
        """Give an inquiry about the end of a day, with the facts learned by then."""
        day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        settings, problems = read_program(program, "test")
        assert not problems, problems
        known = Known(Ledger(self.records, pack.zone), day)
        return Inquiry(known, Law(pack, readings), settings, day)

    def ask(
        self, as_of: str | date, question: str, of: str = "", **given: object
    ) -> Answer[object]:
        """Ask a decision by name under the proposal, with its own readings."""
        return self.inquiry(as_of).ask(question, of, **given)


def world(*told: Telling) -> World:
    """Tell a world."""
    return World(told)


def record(told: Telling, ref: str) -> Record:
    """Read one telling as people write it; whatever is wrong with it fails the test."""
    happened, name, written = told
    declared = fact_types()[name]
    keys = {key: value for key, value in written.items() if key not in ABOUT}
    values, problems = read_values(declared, keys, ref)
    assert not problems, problems
    corrects = written.get("corrects")
    return Record(
        ref=ref,
        shape=declared.shape,
        values=values,
        happened=read_moment(happened),
        learned=read_moment(str(written.get("learned", happened))),
        label=str(written.get("label", "")),
        corrects=None if corrects is None else day_or_label(str(corrects)),
    )


def day_or_label(text: str) -> str | date:
    """Read what a correction names: the day of the record that it replaces, or its label."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def entity(id_: str, place: str = "US-DE", day: str = START) -> tuple[Telling, Telling]:
    """Tell a customer that is an entity, and where it is organised."""
    is_one = (day, "customer", {"id": id_, "kind": "entity", "name": f"{id_} Ltd"})
    return is_one, (day, "presence", {"person": id_, "organised_in": place, "basis": "document"})


def individual(id_: str, citizen: str = "US", day: str = START) -> tuple[Telling, Telling]:
    """Tell an individual who is no customer, and the citizenship."""
    is_one = (day, "person", {"id": id_, "kind": "individual", "name": f"{id_} Nguyễn"})
    return is_one, (day, "presence", {"person": id_, "citizen": citizen, "basis": "document"})


def owns(owner: str, owned: str, percent: str, day: str = START) -> Telling:
    """Tell a share."""
    return day, "ownership", {"owner": owner, "owned": owned, "percent": percent}


def controls(person: str, over: str, day: str = START, **keys: str) -> Telling:
    """Tell a control edge."""
    return day, "control", {"person": person, "over": over, **keys}
