"""Clearances: a cleared alert stays cleared until something that mattered changes on either side.

A clearance remembers the fingerprint that was judged. When the same party meets any entry of it
again, in whatever cluster, the fingerprints are compared field by field. It **reopens** when a
field that mattered differs, when the cluster has an entry that nobody judged, when another name
took part, when an entry is hit that was not, or when the score of an entry rises by more than the
margin over the score that was judged (so that small rises cannot creep up unseen). It **stays**
otherwise: an entry that left the list or the cluster, or is no longer hit, brings nothing new, and
neither does a lower score, nor a name that took no part.

Chosen: a clearance under **another algorithm** stays and is marked to be looked at again. Facts are
compared as ever, but scores of two algorithms cannot be set off against each other, and each may
lay other names side by side; there only a name reopens that was not there at the time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowntenant.screening.alerts import MACHINE, Act, Alert, State, Step
from knowntenant.screening.fingerprint import Fingerprint, Seen, Side

MARGIN = 0.05
"""How far a score may rise before it is something new, in shares of 1."""
_FACTS = {
    "kind": "kind",
    "birth_dates": "birth dates",
    "countries": "countries",
    "identifiers": "identifiers",
    "programmes": "programmes",
    "list_name": "list",
}


@dataclass(frozen=True, slots=True)
class Clearance:
    """A clearance: what was judged, under which algorithm, by whom, when and why."""

    party: str
    fingerprint: Fingerprint
    algorithm: str
    who: str
    when: datetime
    why: str


class Outcome(StrEnum):
    """What earlier clearances say about an alert."""

    UNKNOWN = "unknown"  # nobody cleared this party of this target
    STAYS = "stays cleared"
    LOOK_AGAIN = "stays cleared, look again"
    REOPENS = "reopens"


@dataclass(frozen=True, slots=True)
class Carried:
    """What earlier clearances say, and why; `by`: those that count, the latest first.

    reasons name fields and entry ids, and never the personal data in them.
    """

    outcome: Outcome
    reasons: tuple[str, ...] = ()
    by: tuple[Clearance, ...] = ()


def clearance_of(alert: Alert) -> Clearance:
    """Take the clearance of a cleared alert that a person judged. Raises ValueError for others."""
    if alert.state is not State.CLEARED or alert.steps[-1].act is not Act.CLEAR:
        message = f"alert {alert.id} was not cleared by a person, so it gives no clearance"
        raise ValueError(message)
    last = alert.steps[-1]
    return Clearance(alert.party, alert.fingerprint, alert.algorithm, last.who, last.when, last.why)


def compare(alert: Alert, clearances: Iterable[Clearance], margin: float = MARGIN) -> Carried:
    """Compare an alert with the clearances in force, those taken back since left out.

    Of several that judged an entry the latest counts; entries that merged into one cluster may be
    covered by several together.
    """
    known = _known(alert, clearances)
    if not known:
        return Carried(Outcome.UNKNOWN)
    used = tuple(reversed(_in_order({judged.by for judged in known.values()})))
    changes = tuple(dict.fromkeys(_changes(alert, known, margin)))
    if changes:
        return Carried(Outcome.REOPENS, changes, used)
    old = sorted({one.algorithm for one in used} - {alert.algorithm})
    if old:
        why = f"cleared under {', '.join(old)}, and scored by {alert.algorithm} now"
        return Carried(Outcome.LOOK_AGAIN, (why,), used)
    return Carried(Outcome.STAYS, ("nothing that mattered has changed",), used)


def carry(
    alert: Alert, clearances: Iterable[Clearance], now: datetime, margin: float = MARGIN
) -> tuple[Alert, Carried]:
    """Give a new alert as earlier clearances leave it: cleared still, or open and saying why."""
    carried = compare(alert, clearances, margin)
    why = "; ".join(carried.reasons)
    if carried.outcome is Outcome.UNKNOWN:
        return alert, carried
    if carried.outcome is Outcome.REOPENS:
        return alert.after(Step(Act.REOPEN, MACHINE, now, why)), carried
    again = carried.outcome is Outcome.LOOK_AGAIN
    return alert.after(Step(Act.CARRY, carried.by[0].who, now, why, again)), carried


def carry_all(
    alerts: Iterable[Alert],
    clearances: Iterable[Clearance],
    now: datetime,
    margin: float = MARGIN,
) -> list[tuple[Alert, Carried]]:
    """Do what `carry` does for many alerts, each compared with the clearances of its party only."""
    by_party: dict[str, list[Clearance]] = defaultdict(list)
    for one in clearances:
        by_party[one.party].append(one)
    return [carry(alert, by_party.get(alert.party, ()), now, margin) for alert in alerts]


@dataclass(frozen=True, slots=True)
class _Judged:
    """An entry as a clearance judged it."""

    seen: Seen
    by: Clearance


def _known(alert: Alert, clearances: Iterable[Clearance]) -> dict[str, _Judged]:
    """Give, for each entry of the alert, how it was judged last for the party."""
    known: dict[str, _Judged] = {}
    for one in _in_order(one for one in clearances if one.party == alert.party):
        before = {seen.entry: seen for seen in one.fingerprint.entries}
        shared = {now: before[now] for now in alert.fingerprint.ids() if now in before}
        if shared:
            shared |= _renumbered(alert.fingerprint, one.fingerprint, shared)
            known |= {now: _Judged(seen, one) for now, seen in shared.items()}
    return known


def _in_order(clearances: Iterable[Clearance]) -> list[Clearance]:
    """Give clearances by time, the latest last, whatever order they come in."""
    found = list(clearances)
    if len(found) > 1:  # mostly there is one, and digests take time
        found.sort(key=lambda one: (one.when, one.who, one.why, one.fingerprint.digest()))
    return found


def _renumbered(
    now: Fingerprint, before: Fingerprint, shared: Mapping[str, Seen]
) -> dict[str, Seen]:
    """Give entries under a new id that are else as one whose id has gone was; each for one."""
    gone = [seen for seen in before.entries if seen.entry not in shared]
    found: dict[str, Seen] = {}
    for seen in now.entries:
        alike = next((one for one in gone if one.side == seen.side), None)
        if seen.entry not in shared and alike:
            gone.remove(alike)
            found[seen.entry] = alike
    return found


def _changes(alert: Alert, known: Mapping[str, _Judged], margin: float) -> Iterator[str]:
    now = alert.fingerprint
    for one in {judged.by: None for judged in known.values()}:
        yield from _differences("the party", one.fingerprint.party, now.party)
    for seen in now.entries:
        judged = known.get(seen.entry)
        if judged is None:
            yield f"entry {seen.entry}: new in the cluster"
        else:
            yield from _differences(f"entry {seen.entry}", judged.seen.side, seen.side)
            yield from _of_hits(seen, judged, margin, same=judged.by.algorithm == alert.algorithm)


def _differences(whose: str, before: Side, now: Side) -> Iterator[str]:
    for field, words in _FACTS.items():
        if getattr(before, field) != getattr(now, field):
            yield f"{whose}: {words} changed"


def _of_hits(now: Seen, judged: _Judged, margin: float, *, same: bool) -> Iterator[str]:
    before, entry = judged.seen, f"entry {now.entry}"
    asked = before.asked if same else judged.by.fingerprint.party.names
    listed = before.listed if same else before.side.names
    if set(now.asked) - set(asked):
        yield f"{entry}: another name of the party took part"
    if set(now.listed) - set(listed):
        yield f"{entry}: another name of the entry took part"
    if now.score is None or not same:
        return
    if before.score is None:
        yield f"{entry}: hit, which it was not"
    elif now.score > before.score + margin:
        yield f"{entry}: the score rose from {before.score:.3f} to {now.score:.3f}"
