"""Alerts: the hits of one party on the entries of one target, with what people decided about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from knowntenant.screening.entry import Entry
from knowntenant.screening.fingerprint import Fingerprint, fingerprint
from knowntenant.screening.hit import Hit, Line
from knowntenant.screening.party import Party

MACHINE = "knowntenant"
"""Who acted where no person did."""


class State(StrEnum):
    """Where an alert stands."""

    OPEN = "open"
    ESCALATED = "escalated"  # somebody senior is asked
    PROPOSED = "proposed"  # one person holds it for true, and a second has to agree
    CONFIRMED = "confirmed"
    CLEARED = "cleared"


class Act(StrEnum):
    """What may be done with an alert."""

    ESCALATE = "escalate"
    PROPOSE = "propose"
    CONFIRM = "confirm"
    CLEAR = "clear"
    REOPEN = "reopen"
    CARRY = "carry"  # an earlier clearance, or a row of a good-guy list, still holds


STATE_AFTER: Mapping[Act, State] = {
    Act.ESCALATE: State.ESCALATED,
    Act.PROPOSE: State.PROPOSED,
    Act.CONFIRM: State.CONFIRMED,
    Act.CLEAR: State.CLEARED,
    Act.REOPEN: State.OPEN,
    Act.CARRY: State.CLEARED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done with an alert: by whom, when (an instant with a zone), and why.

    look_again: it holds, but a person should look at it in quiet.
    """

    act: Act
    who: str
    when: datetime
    why: str
    look_again: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """The hits of one party on the entries of one cluster; hits: the best first.

    opened: when it was first seen, an instant with a zone. steps: in the order of their taking.
    """

    party: str
    cluster: str
    hits: tuple[Hit, ...]
    fingerprint: Fingerprint
    opened: datetime
    steps: tuple[Step, ...] = ()

    @property
    def id(self) -> str:
        """Its identifier; of two alerts at one time, no two have the same."""
        return joined(self.party, self.cluster)

    @property
    def score(self) -> float:
        """The best of its hits' scores, 0 to 1."""
        return self.hits[0].score

    @property
    def algorithm(self) -> str:
        """The algorithm that gave the best hit."""
        return self.hits[0].algorithm

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries that were hit, the best first."""
        return tuple(dict.fromkeys(hit.entry for hit in self.hits))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The reasons: the waterfall of the best hit."""
        return self.hits[0].lines

    @property
    def state(self) -> State:
        """Where it stands after the last step."""
        return STATE_AFTER[self.steps[-1].act] if self.steps else State.OPEN

    @property
    def look_again(self) -> bool:
        """Tell whether the last step holds only until somebody looks at it again."""
        return bool(self.steps) and self.steps[-1].look_again

    def after(self, step: Step) -> "Alert":
        """Give the alert after a step, which is not judged here (see `decisions`)."""
        return replace(self, steps=(*self.steps, step))


def joined(party: str, target: str) -> str:
    """Join two identifiers so that no two pairs give the same; an ordinary one stays readable."""
    return f"{party.replace('%', '%25').replace('|', '%7C')}|{target}"


def alerts_of(
    hits: Iterable[Hit],
    parties: Mapping[str, Party],
    entries: Mapping[str, Entry],
    clusters: Mapping[str, str],
    opened: datetime,
) -> list[Alert]:
    """Make alerts of hits: one for each party and cluster, sorted by party and cluster.

    clusters: the cluster of each entry; an entry that is not named stands alone, under its own id.
    The fingerprint takes in all members of a cluster, hit or not. Raises ValueError where `opened`
    has no zone, KeyError where a hit names a party or an entry that is not given.
    """
    if opened.tzinfo is None:
        message = "the time at which alerts open needs a zone"
        raise ValueError(message)
    found: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit.party, clusters.get(hit.entry, hit.entry)].append(hit)
    members = _members(entries, clusters, {cluster for _, cluster in found})
    return [
        _alert(parties[party], cluster, found[party, cluster], members, entries, opened)
        for party, cluster in sorted(found)
    ]


def _members(
    entries: Mapping[str, Entry], clusters: Mapping[str, str], wanted: set[str]
) -> dict[str, dict[str, Entry]]:
    members: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries.values():
        cluster = clusters.get(entry.id, entry.id)
        if cluster in wanted:
            members[cluster][entry.id] = entry
    return members


def _alert(  # noqa: PLR0913, PLR0917 - what an alert is made of
    party: Party,
    cluster: str,
    hits: list[Hit],
    members: Mapping[str, Mapping[str, Entry]],
    entries: Mapping[str, Entry],
    opened: datetime,
) -> Alert:
    by_entry: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_entry[hit.entry].append(hit)
    every = {**members.get(cluster, {}), **{entry: entries[entry] for entry in by_entry}}
    ordered = sorted(hits, key=lambda hit: (-hit.score, hit.entry, hit.asked_name, hit.listed_name))
    taken = fingerprint(party, every.values(), by_entry)
    return Alert(party.id, cluster, tuple(ordered), taken, opened)
