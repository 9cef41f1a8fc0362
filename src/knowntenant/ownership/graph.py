"""The owners and controllers upward of an entity, as a graph of dated edges on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Control, Ownership

Holders = Mapping[str, Mapping[str, Fraction]]
"""For each entity, who holds it directly: owner to share, where 1 is the whole."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything upward of a root.

    controllers: for each entity, who controls it substantially; controlled: the same by person.
    """

    root: str
    holders: Holders
    controllers: Mapping[str, tuple[str, ...]]
    controlled: Mapping[str, tuple[str, ...]]
    edges: tuple[Ownership, ...]
    controls: tuple[Control, ...]

    @property
    def persons(self) -> tuple[str, ...]:
        """Everybody in the graph but the root, nearest first."""
        found = [owner for held in self.holders.values() for owner in held]
        found += [person for persons in self.controllers.values() for person in persons]
        return tuple(dict.fromkeys(person for person in found if person != self.root))

    def controlled_by(self, person: str) -> frozenset[str]:
        """Give every entity that a person controls, also through entities that it controls."""
        return _reached(self.controlled, person)

    def in_control_of(self, entity: str) -> frozenset[str]:
        """Give everybody who controls an entity, also through entities that they control."""
        return _reached(self.controllers, entity)


@remembered
def graph_of(inquiry: Inquiry, root: str) -> Graph:
    """Gather the ownership and control edges upward of a root on the day asked about."""
    holders: dict[str, dict[str, Fraction]] = {}
    controllers: dict[str, tuple[str, ...]] = {}
    edges: list[Ownership] = []
    controls: list[Control] = []
    front = [root]
    seen = {root}
    for entity in front:  # grows while it is walked: breadth first
        held = [e for e in inquiry.where(Ownership, owned=entity) if e.surely]
        ruled = inquiry.where(Control, over=entity)
        holders[entity] = {e.owner: (e.surely or Fraction(0)) / 100 for e in held}
        controllers[entity] = tuple(c.person for c in ruled if _substantial(inquiry, c))
        edges += held
        controls += ruled
        above = [e.owner for e in held] + [c.person for c in ruled]
        front += [p for p in dict.fromkeys(above) if p not in seen]
        seen.update(above)
    controlled: dict[str, tuple[str, ...]] = {}
    for entity, persons in controllers.items():
        for person in persons:
            controlled[person] = (*controlled.get(person, ()), entity)
    return Graph(root, holders, controllers, controlled, tuple(edges), tuple(controls))


def _reached(edges: Mapping[str, tuple[str, ...]], start: str) -> frozenset[str]:
    found: set[str] = set()
    front = [start]
    for one in front:  # grows while it is walked
        beyond = [other for other in edges.get(one, ()) if other not in found]
        found.update(beyond)
        front += beyond
    return frozenset(found)


def _substantial(inquiry: Inquiry, control: Control) -> bool:
    if control.substantial is not None or not control.counts:
        return control.counts
    return control.role is None or control.role in inquiry.program.substantial_roles
