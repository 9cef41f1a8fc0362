"""What a re-screening remembers: the list and the words of then, the customers, and their hits.

A state is a folder. A full run is its first generation; every change adds one, with its new hits
and with what it takes back of those before. Nothing that was written is changed: `state.json` names
what counts, and is replaced as a whole.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped] # as above
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above

from knowntenant.actions.customer_index import hashes_of, open_index
from knowntenant.exports.writing import written_whole
from knowntenant.screening.batches import HITS
from knowntenant.screening.entry import (
    Entry,
    Identifier,
    IdKind,
    Kind,
    ListedName,
    NameKind,
    Source,
)
from knowntenant.screening.matcher import WordShares
from knowntenant.screening.rescreening import Base

VERSION = 1
STATE = "state.json"


class StateUnusableError(Exception):
    """A state cannot be gone on from; the text says why. `--full` makes it anew."""


@dataclass(frozen=True, slots=True)
class Generation:
    """What one run added, and what it took back of the runs before it.

    folder: within the state; hits: files of hits. customers: files of the customers it added, by
    segment of the index, each segment under its number in the folder. withdrawn: entries the hits
    on which it took back; gone: hashes of customers who went, likewise.
    """

    folder: str
    hits: tuple[str, ...]
    customers: tuple[tuple[str, ...], ...] = ()
    withdrawn: tuple[str, ...] = ()
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Which generations there are, and of what.

    of: hashes of lists, settings and customers, by name. entries: the file of the list's entries;
    shares: that of the frozen words. changes: how often the list changed since they were frozen.
    """

    of: Mapping[str, str]
    entries: str
    shares: str
    changes: int
    generations: tuple[Generation, ...]
    home: Path = field(default=Path(), compare=False)

    def later(self, number: int) -> tuple[set[str], set[int]]:
        """Give the entries and the customers that generations after one took back."""
        after = self.generations[number + 1 :]
        return {one for g in after for one in g.withdrawn}, {one for g in after for one in g.gone}

    def hits(self) -> Iterator[pa.Table]:
        """Give the hits that stand, file by file (`HITS`)."""
        for number, generation in enumerate(self.generations):
            withdrawn, gone = self.later(number)
            for name in generation.hits:
                table = pq.read_table(self.home / generation.folder / name, schema=HITS)
                yield without(table, withdrawn, gone)

    def hits_on(self, entries: Iterable[str], customers: Iterable[int] = ()) -> pa.Table:
        """Give the hits that stand on some entries, and those of some customers."""
        wanted = pa.array(sorted(entries), pa.string())
        people = pa.array(sorted(customers), pa.uint64())
        tables = [
            table.filter(
                pc.or_(pc.is_in(table["entry"], wanted), pc.is_in(table["party_hash"], people))
            )
            for table in self.hits()
        ]
        return pa.concat_tables([HITS.empty_table(), *tables])

    def bases(self) -> list[Base]:
        """Open the customers who have not left, segment by segment."""
        found = []
        for number, generation in enumerate(self.generations):
            _, gone = self.later(number)
            home = self.home / generation.folder
            for segment, files in enumerate(generation.customers):
                paths = [home / name for name in files]
                found.append(open_index(home / f"index-{segment:03}", paths, gone.__contains__))
        return found

    def customers(self) -> set[int]:
        """Give the hashes of all customers who have not left."""
        found: set[int] = set()
        for generation in self.generations:
            found -= set(generation.gone)
            home = self.home / generation.folder
            for files in generation.customers:
                for name in files:
                    found.update(hashes_of(home / name))
        return found

    def read_entries(self) -> list[Entry]:
        """Give the entries of the list that the hits are of. Raises StateUnusableError."""
        try:
            with (self.home / self.entries).open(encoding="utf-8") as file:
                return [entry_of(json.loads(line)) for line in file]
        except (OSError, ValueError, KeyError, TypeError):
            message = f"{self.home / self.entries} is missing or damaged."
            raise StateUnusableError(message) from None

    def read_shares(self) -> WordShares:
        """Give the frozen words. Raises StateUnusableError."""
        try:
            told = json.loads((self.home / self.shares).read_text(encoding="utf-8"))
            return WordShares(told["people"], told["organizations"])
        except (OSError, ValueError, KeyError, TypeError):
            message = f"{self.home / self.shares} is missing or damaged."
            raise StateUnusableError(message) from None


def read_state(home: Path) -> State | None:
    """Read the state in a folder, if there is one. Raises StateUnusableError."""
    path = home / STATE
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told.pop("version") != VERSION:
            return _of_another_version(path)
        told["generations"] = tuple(_generation(one) for one in told["generations"])
        return State(**told, home=home)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        message = f"{path} is damaged."
        raise StateUnusableError(message) from None


def _of_another_version(path: Path) -> NoReturn:
    message = f"{path} was written by another version of the software."
    raise StateUnusableError(message)


def write_state(state: State) -> None:
    """Put a state in the place of the one before, as a whole."""
    told: dict[str, Any] = {"version": VERSION, **_plain(state)}
    with written_whole(state.home / STATE) as file:
        json.dump(told, file, indent=1)


def write_entries(path: Path, entries: Sequence[Entry]) -> None:
    """Write entries, one a line, so that `State.read_entries` gives the same again."""
    with written_whole(path) as file:
        for entry in entries:
            file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")


def write_shares(path: Path, shares: WordShares) -> None:
    """Write frozen words; every share is read again as exactly the same number."""
    with written_whole(path) as file:
        json.dump(
            {"people": dict(shares.people), "organizations": dict(shares.organizations)}, file
        )


def entry_of(told: Mapping[str, Any]) -> Entry:
    """Make an entry again of its plain values."""
    plain: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in told.items()
    }
    plain["kind"] = Kind(told["kind"])
    plain["source"] = Source(**told["source"])
    plain["names"] = tuple(
        ListedName(one["text"], NameKind(one["kind"]), one["script"]) for one in told["names"]
    )
    plain["identifiers"] = tuple(
        Identifier(IdKind(one["kind"]), one["value"], one["country"]) for one in told["identifiers"]
    )
    return Entry(**plain)


def without(table: pa.Table, entries: Iterable[str], customers: Iterable[int]) -> pa.Table:
    """Give hits without those on some entries, and those of some customers."""
    out = pc.is_in(table["entry"], pa.array(sorted(entries), pa.string()))
    left = pc.is_in(table["party_hash"], pa.array(sorted(customers), pa.uint64()))
    return table.filter(pc.invert(pc.or_(out, left)))


def _plain(state: State) -> dict[str, Any]:
    return {
        "of": dict(state.of),
        "entries": state.entries,
        "shares": state.shares,
        "changes": state.changes,
        "generations": [asdict(one) for one in state.generations],
    }


def _generation(told: Mapping[str, Any]) -> Generation:
    segments = tuple(tuple(files) for files in told["customers"])
    return Generation(
        told["folder"],
        tuple(told["hits"]),
        segments,
        tuple(told["withdrawn"]),
        tuple(told["gone"]),
    )
