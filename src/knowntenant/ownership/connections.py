"""Who is connected with an entity, near or far up: owners of any share, controllers, parents."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Control, Ownership, Parent
from knowntenant.law.answer import YES

OWNER, PARENT, CONTROLLER = "owner", "parent", "controller"


@dataclass(frozen=True, slots=True)
class Connection:
    """A tie of one person to one entity, the root or somebody above it.

    tie: owner, parent, the role through which it controls, or controller where no role is told.
    share: of an owner, in percent; the least where a range is told, None where neither is.
    """

    person: str
    tie: str
    of: str
    share: Fraction | None
    facts: tuple[str, ...]


@remembered
def connections_of(inquiry: Inquiry, root: str) -> tuple[Connection, ...]:
    """Give every tie above an entity on the day asked about, nearest first, loops walked once.

    A holding of 0 has ended. Somebody whose control is told not to be substantial is tied too: a
    director is, whether or not the law takes it for an owner.
    """
    front, found = [root], list[Connection]()
    for entity in front:  # grows while it is walked
        ties = tuple(_ties(inquiry, entity))
        found += (tie for tie in ties if tie.person != root)
        front += dict.fromkeys(tie.person for tie in ties if tie.person not in front)
    return tuple(found)


def _ties(inquiry: Inquiry, entity: str) -> Iterator[Connection]:
    for edge in inquiry.where(Ownership, owned=entity):
        if edge.percent != 0:
            yield Connection(edge.owner, OWNER, entity, edge.surely, edge.refs)
    for control in inquiry.where(Control, over=entity):
        if control.ended is not YES:
            role = control.role or CONTROLLER
            yield Connection(control.person, role, entity, None, control.refs)
    for parent in inquiry.where(Parent, child=entity):
        if parent.ended is not YES:
            yield Connection(parent.parent, PARENT, entity, None, parent.refs)
