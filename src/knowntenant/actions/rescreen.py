"""Customers screened again when something changed: everybody once, then only what the change asks.

The first run is a full one and keeps an index of the customers. Later runs find what the lists have
new and search for that alone, and screen customers who are new; with the word shares of the full
run, so that every score is what a full run would give.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above

from knowntenant.actions.customer_index import make_index
from knowntenant.actions.customer_source import Source
from knowntenant.actions.listed import Listed
from knowntenant.actions.rescreen_full import FullRun, Part, Told, run_full, write_customers
from knowntenant.actions.rescreen_state import (
    Generation,
    State,
    StateUnusableError,
    read_state,
    write_entries,
    write_shares,
    write_state,
)
from knowntenant.actions.screen_workers import screen_all
from knowntenant.exports.writing import whole_at
from knowntenant.screening.batches import HITS, hits_batch, party_hash, screen_parties
from knowntenant.screening.delta import Delta, compare
from knowntenant.screening.matcher import WordShares
from knowntenant.screening.party import Party
from knowntenant.screening.rescreening import (
    CHANGES,
    Base,
    concerned,
    delta_matcher,
    settle,
    touched,
)
from knowntenant.screening.result import whole_hash
from knowntenant.screening.settings import Settings
from knowntenant.screening.steady import SteadyMatcher

MANY = 20
"""Changes of the list after which a full run is worth while, as its words are weighed anew then."""
MANY_CUSTOMERS = 100_000
"""Customers from whom on there is more than one process to search them."""
CHUNK, WORTH_SHARING = 500, 4_000
"""Customers that a process takes at a time, and from how many on there is more than one process."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is screened again: customers, lists, settings, and the folder of the state."""

    source: Source
    listed: Listed
    settings: Settings
    home: Path
    jobs: int = 1

    @property
    def of(self) -> dict[str, str]:
        """What a state has to be of."""
        return {
            "lists": whole_hash(self.listed.marks),
            "settings": self.settings.hash,
            "customers": self.source.sha256,
        }


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run by the change would have to do.

    delta: of the lists; new: customers who are new; gone: hashes of those who went; rows: of each
    segment, who may be meant by what the lists have new. customers: how many are kept.
    """

    delta: Delta
    new: tuple[Party, ...]
    gone: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    customers: int

    @property
    def concerned(self) -> int:
        """How many customers are looked at again."""
        return sum(map(len, self.rows))

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.delta or self.new or self.gone)


@dataclass(frozen=True, slots=True)
class Rescreened:
    """What a run came to; plan: None after a full one. changes: a table as `CHANGES`."""

    state: State
    plan: Plan | None
    changes: pa.Table
    rows: int = 0
    unusable: int = 0


def rescreen_full(asked: Asked, told: Told, indexing: Callable[[], None]) -> Rescreened:
    """Screen everybody, weigh words anew, and index the customers; an interrupted run goes on.

    indexing: told when everybody is screened. Raises what reading and the workers raise.
    """
    matcher = SteadyMatcher(asked.listed.entries, asked.settings.algorithm)
    before = _readable(asked.home)
    name = f"run-{_short(asked.of)}"
    if before is not None and name in {one.folder for one in before.generations}:
        name = f"{name}-again"  # the state rests on what is there until this is done
    folder = asked.home / name
    run = FullRun(
        asked.source,
        matcher,
        asked.settings,
        folder,
        {**asked.of, "shares": _short(_plain(matcher.shares))},
        asked.jobs,
    )
    parts = run_full(run, told)
    indexing()
    files = [(part.customers_in(folder), part.customers) for part in parts]
    segments = make_index(folder, files, matcher, asked.jobs)
    write_shares(folder / "shares.json", matcher.shares)
    write_entries(folder / "entries.jsonl", asked.listed.entries)
    generation = Generation(
        name,
        tuple(part.hits_in(folder).name for part in parts),
        tuple(tuple(path.name for path in files) for files in segments),
    )
    state = State(
        asked.of, f"{name}/entries.jsonl", f"{name}/shares.json", 0, (generation,), asked.home
    )
    changes = _since(before, state)
    _save(folder, changes)
    write_state(state)
    _clear(state)
    rows, unusable = sum(part.rows for part in parts), sum(part.unusable for part in parts)
    return Rescreened(state, None, changes, rows, unusable)


def plan_of(asked: Asked, state: State) -> tuple[Plan, list[Base], SteadyMatcher]:
    """Find what a run by the change has to do; nothing is written. Raises StateUnusableError."""
    if state.of["settings"] != asked.of["settings"]:
        message = "The state was made with another algorithm or threshold."
        raise StateUnusableError(message)
    delta = compare(state.read_entries(), asked.listed.entries)
    new, gone = _moved(asked, state)
    bases = state.bases()
    matcher = delta_matcher(bases, delta, asked.settings.algorithm, state.read_shares())
    count = sum(base.index.count for base in bases)
    finder = _Finder(matcher, asked.settings, bases)
    numbers = iter(range(len(bases)))
    jobs = asked.jobs if count >= MANY_CUSTOMERS else 1
    rows = tuple(screen_all(finder, numbers, jobs)) if delta.to_search else ((),) * len(bases)
    return Plan(delta, tuple(new), tuple(gone), rows, count), bases, matcher


def rescreen(asked: Asked, state: State, told: Told) -> Rescreened:
    """Search for what the lists have new, and screen new customers. Raises StateUnusableError."""
    plan, bases, matcher = plan_of(asked, state)
    if not plan:
        return Rescreened(state, plan, CHANGES.empty_table())
    entries, gone = touched(plan.delta), set(plan.gone)
    meant = (
        party for base, rows in zip(bases, plan.rows, strict=True) for party in base.parties(rows)
    )
    staying = (party for party in meant if not gone or party_hash(party) not in gone)
    tables = [_screened(matcher, staying, asked, told)]
    name = f"change-{len(state.generations):04}"
    folder = asked.home / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    segments: tuple[tuple[str, ...], ...] = ()
    if plan.new:
        shares = state.read_shares()
        everything = SteadyMatcher(asked.listed.entries, asked.settings.algorithm, shares)
        tables.append(_screened(everything, iter(plan.new), asked, told))
        segments = _kept(folder, plan.new, everything)
    fresh = pa.concat_tables(tables)
    settled = settle(state.hits_on(entries, gone), fresh, entries, gone)
    with whole_at(folder / "hits.parquet") as path:
        pq.write_table(fresh, path)
    write_entries(folder / "entries.jsonl", asked.listed.entries)
    _save(folder, settled.changes)
    generation = Generation(
        name, ("hits.parquet",), segments, tuple(sorted(entries)), tuple(sorted(gone))
    )
    after = State(
        asked.of,
        f"{name}/entries.jsonl",
        state.shares,
        state.changes + bool(plan.delta),
        (*state.generations, generation),
        asked.home,
    )
    write_state(after)
    return Rescreened(after, plan, settled.changes)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the customers of a segment who may be meant; all processes share the segments."""

    matcher: SteadyMatcher
    settings: Settings
    bases: Sequence[Base]

    def batch(self, number: int, /) -> tuple[int, ...]:
        """Give their rows."""
        base = self.bases[number]
        return tuple(concerned(base, self.matcher, self.settings.threshold_for))


@dataclass(frozen=True, slots=True)
class _Scorer:
    """Scores some customers at a time."""

    matcher: SteadyMatcher
    settings: Settings

    def batch(self, parties: Sequence[Party], /) -> tuple[int, pa.RecordBatch]:
        """Screen customers; give how many there were, and their hits."""
        found = screen_parties(self.matcher, parties, self.settings.threshold_for)
        return len(parties), hits_batch(found)


def _screened(
    matcher: SteadyMatcher, parties: Iterator[Party], asked: Asked, told: Told
) -> pa.Table:
    every = list(parties)
    chunks = (every[start : start + CHUNK] for start in range(0, len(every), CHUNK))
    jobs = asked.jobs if len(every) >= WORTH_SHARING else 1
    batches, done = [], 0
    for count, batch in screen_all(_Scorer(matcher, asked.settings), chunks, jobs):
        batches.append(batch)
        done += count
        told(done)
    return pa.Table.from_batches(batches, HITS)


def _moved(asked: Asked, state: State) -> tuple[list[Party], list[int]]:
    """Give the customers who are new, and the hashes of those who went; one who changed is both."""
    if state.of["customers"] == asked.source.sha256:
        return [], []
    known = state.customers()
    new: dict[int, Party] = {}
    seen: set[int] = set()
    for chunk in asked.source.chunks(CHUNK):
        for party in asked.source.parties(chunk)[0]:
            number = party_hash(party)
            seen.add(number)
            if number not in known:
                new.setdefault(number, party)
    return list(new.values()), sorted(known - seen)


def _kept(
    folder: Path, parties: Sequence[Party], matcher: SteadyMatcher
) -> tuple[tuple[str, ...], ...]:
    """Keep and index customers who are new; matcher: with the frozen words."""
    part = Part(0, len(parties), 0, len(parties), 0)
    write_customers(part.customers_in(folder), list(parties))
    segments = make_index(folder, [(part.customers_in(folder), len(parties))], matcher)
    return tuple(tuple(path.name for path in files) for files in segments)


def _since(before: State | None, after: State) -> pa.Table:
    """Give what a full run has otherwise than the state before it."""
    if before is None:
        return CHANGES.empty_table()
    old = pa.concat_tables([HITS.empty_table(), *before.hits()])
    new = pa.concat_tables([HITS.empty_table(), *after.hits()])
    every = frozenset(old["entry"].to_pylist())
    return settle(old, new, every).changes


def _readable(home: Path) -> State | None:
    try:
        return read_state(home)
    except StateUnusableError:
        return None


def _save(folder: Path, changes: pa.Table) -> None:
    with whole_at(folder / "changes.parquet") as path:
        pq.write_table(changes, path)


def _clear(state: State) -> None:
    """Take away what earlier runs left; the state does not speak of it any more."""
    named = {one.folder for one in state.generations}
    for pattern in ("run-*", "change-*"):
        for left in state.home.glob(pattern):
            if left.name not in named:
                shutil.rmtree(left, ignore_errors=True)


def _plain(shares: WordShares) -> dict[str, dict[str, float]]:
    return {"people": dict(shares.people), "organizations": dict(shares.organizations)}


def _short(told: object) -> str:
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]
