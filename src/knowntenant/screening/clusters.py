"""Entries of one target on several lists, joined into clusters; every join says why.

Entries of one list stay apart unless something as good as a number joins them: whoever keeps a
list tells its targets apart.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from knowntenant.screening.cluster_joins import STRONG, Join, Reason, contradict, joins
from knowntenant.screening.cluster_marks import Marks, marks_of, together
from knowntenant.screening.entry import Entry

__all__ = ["Cluster", "Join", "Reason", "cluster_of", "clusters"]

MOST_MEMBERS = 60
"""No target has more ids; a cluster that would grow beyond came about by a chain of mistakes."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Entries of one target. id: the smallest of its members' ids; joins: what holds it together.

    A cluster that a smaller id joins changes its own, so decisions are looked up by members.
    """

    id: str
    members: tuple[str, ...]
    joins: tuple[Join, ...] = ()


def clusters(entries: Iterable[Entry]) -> list[Cluster]:
    """Join entries into clusters, ordered by id; the order of the entries makes no difference."""
    marks: dict[str, Marks] = {}
    for entry in entries:
        one = marks_of(entry)
        marks[one.id] = together(marks[one.id], one) if one.id in marks else one
    merging = _Merging(marks)
    for join in joins(list(marks.values())):
        merging.take(join)
    return merging.clusters()


def cluster_of(found: Iterable[Cluster]) -> dict[str, str]:
    """Give, for the id of every entry, the id of its cluster."""
    return {member: cluster.id for cluster in found for member in cluster.members}


class _Merging:
    """Clusters growing by joins, the strongest first; none may come to contradict itself.

    Two members of a cluster never contradict each other, so an entry without a date of birth
    cannot chain two namesakes of different age.
    """

    def __init__(self, marks: dict[str, Marks]) -> None:
        self._marks = marks
        self._head = {number: number for number in marks}
        self._members = {number: [number] for number in marks}
        self._joins: dict[str, list[Join]] = defaultdict(list)

    def take(self, join: Join) -> None:
        """Join two clusters, unless something of them speaks against it."""
        keep, give = sorted((self._head[join.first], self._head[join.second]))
        if keep == give or not self._may(keep, give, join.reason):
            return
        for member in self._members[give]:
            self._head[member] = keep
        self._members[keep] += self._members.pop(give)
        self._joins[keep] += [*self._joins.pop(give, ()), join]

    def _may(self, keep: str, give: str, reason: Reason) -> bool:
        if len(self._members[keep]) + len(self._members[give]) > MOST_MEMBERS:
            return False
        pairs = product(self._members[keep], self._members[give])
        return not any(
            contradict(self._marks[one], self._marks[other])
            or (reason not in STRONG and self._marks[one].list_name == self._marks[other].list_name)
            for one, other in pairs
        )

    def clusters(self) -> list[Cluster]:
        """Give what has come about."""
        return [
            Cluster(head, tuple(sorted(members)), tuple(sorted(self._joins.get(head, ()))))
            for head, members in sorted(self._members.items())
        ]
