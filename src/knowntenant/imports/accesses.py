"""The accesses that become records, out of all that were condensed (7.302(d)(1)(iii)(F)).

For each account the first and the last; the first and last act of administration; and the first
and last from a place that looks foreign, which may call for a new look at a US person's status.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from knowntenant.facts.places import Place
from knowntenant.facts.record import Record
from knowntenant.facts.types import Access
from knowntenant.facts.types.accounts import AccessAction
from knowntenant.imports.cells import BLANK, Bad, Guessed
from knowntenant.imports.columns import Guess
from knowntenant.imports.condensing import FETCHED, Condenser
from knowntenant.imports.judged import ROWS
from knowntenant.imports.relations import BATCH, TEXTS
from knowntenant.imports.rows import Counts
from knowntenant.imports.tally import SHOWN
from knowntenant.law.days import Moment


class Kept(StrEnum):
    """Which accesses of an account are kept as records."""

    FIRST = "first"
    LAST = "last"
    FIRST_ADMINISTRATION = "first administration"
    LAST_ADMINISTRATION = "last administration"
    FIRST_ABROAD = "first that looks foreign"
    LAST_ABROAD = "last that looks foreign"


ALL = tuple(Kept)
_SPOTS = (
    "min(earliest), max(latest),"
    " min(earliest) FILTER (administers), max(latest) FILTER (administers),"
    " min(earliest) FILTER (abroad), max(latest) FILTER (abroad)"
)


@dataclass(slots=True)
class Condensed:
    """What the condensing came to: rows read, rows after the review's day, accounts, rows kept."""

    read: int = 0
    late: int = 0
    accounts: int = 0
    kept: int = 0


@dataclass(slots=True)
class Meanings:
    """What the few texts of one column mean, each read once."""

    condenser: Condenser
    guesses: dict[Guess, None]
    read: dict[str, object] = field(default_factory=dict)
    partial: int = 0

    def learn(self, column: str) -> None:
        """Read every text of a column; a bad one is reported with its first rows, and counted."""
        base, judge = self.condenser.base, self.condenser.judge
        query = (
            f"SELECT {column}, sum(n) FROM groups WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 1"  # noqa: S608 - our own names
        )
        for text, count in base.execute(query).fetchall():
            value = judge.readers[column](text)
            if isinstance(value, Guessed):
                guess = Guess("access", f"{column} = {text}", value.word, "a word for it")
                self.guesses[guess] = None
            if isinstance(value, Bad):
                self.partial += int(count)
                self._report(column, text, value, int(count))
            self.read[text] = value.value if isinstance(value, Guessed) else value

    def _report(self, column: str, text: str, bad: Bad, count: int) -> None:
        tally, kind = self.condenser.tally, ("access", column, bad.kind)
        first = f"SELECT earliest FROM groups WHERE {column} = $1 ORDER BY 1 LIMIT {SHOWN}"  # noqa: S608 - our own names
        spots = [spot for (spot,) in self.condenser.base.execute(first, [text]).fetchall()]
        for spot in spots:
            tally.problem(kind, where(self.condenser, spot), bad.what, bad.remedy)
        tally.more(kind, count - len(spots))


def where(condenser: Condenser, spot: int) -> str:
    """Name the file and the row of a spot."""
    row, sources = spot % ROWS, condenser.sources
    source = sources[bisect_left(sources, row, key=lambda source: source.above) - 1]
    return source.sheet.where(row - source.above)


def kept_records(
    condenser: Condenser, guesses: dict[Guess, None], keep: Collection[Kept], counts: Counts
) -> tuple[list[Record], Condensed]:
    """Give the records of the accesses to keep, by account, and what the condensing came to."""
    actions, places = Meanings(condenser, guesses), Meanings(condenser, guesses)
    actions.learn("action")
    places.learn("located")
    chosen = _chosen(condenser, actions, places, keep)
    texts = dict(_texts(condenser, {spot for _, spots in chosen for spot in spots}))
    readers = _Readers(condenser, actions, places)
    records = [
        readers.record(account, texts[spot], where(condenser, spot))
        for account, spots in chosen
        for spot in spots
    ]
    late = condenser.base.execute("SELECT coalesce(sum(n), 0) FROM groups WHERE late").fetchall()
    counts.read, counts.bad = condenser.read, condenser.judge.bad
    counts.partial = min(
        condenser.judge.partial + actions.partial + places.partial, counts.read - counts.bad
    )
    counts.good = counts.read - counts.bad - counts.partial
    return records, Condensed(condenser.read, int(late[0][0]), len(chosen), len(records))


def _chosen(
    condenser: Condenser, actions: Meanings, places: Meanings, keep: Collection[Kept]
) -> list[tuple[str, list[int]]]:
    base = condenser.base
    administers = [t for t, v in actions.read.items() if v is AccessAction.ADMINISTRATION]
    abroad = [t for t, v in places.read.items() if isinstance(v, Place) and not v.united_states]
    marked = (
        "SELECT *, coalesce(list_contains($1::VARCHAR[], action), false) AS administers,"
        " coalesce(list_contains($2::VARCHAR[], located), false) AS abroad"
        " FROM groups WHERE NOT late"
    )
    query = f"SELECT account, {_SPOTS} FROM ({marked}) GROUP BY 1 ORDER BY 1"  # noqa: S608 - our own SQL
    taken = [i for i, kept in enumerate(ALL) if kept in keep]
    return [
        (account, sorted({spots[i] for i in taken if spots[i] is not None}))
        for account, *spots in base.execute(query, [administers, abroad]).fetchall()
    ]


def _texts(condenser: Condenser, spots: Collection[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the texts of the rows at the spots, in a second pass over the files."""
    base = condenser.base
    by_row = {spot % ROWS: spot for spot in spots}
    rows_wanted = list(by_row)
    base.execute("CREATE OR REPLACE TEMP TABLE chosen (row BIGINT)")
    for i in range(0, len(rows_wanted), BATCH):
        base.execute("INSERT INTO chosen SELECT unnest($1::BIGINT[])", [rows_wanted[i : i + BATCH]])
    listed = ", ".join(f"coalesce({name}, '')" for name in TEXTS)
    for source in condenser.sources:
        for relation in source.relations():
            query = (
                "CREATE OR REPLACE TEMP TABLE told AS"  # noqa: S608 - our own SQL
                f" SELECT row + {source.above} AS place, {listed} FROM ({relation.sql})"
                " WHERE place IN (SELECT row FROM chosen)"
            )
            base.execute(query, relation.given)
            found = base.execute("SELECT * FROM told")
            while rows := found.fetchmany(FETCHED):
                yield from ((by_row[place], tuple(texts)) for place, *texts in rows)


def _is_there(value: object) -> bool:
    return value is not None and value is not BLANK and not isinstance(value, Bad)


class _Readers:
    """Makes the record of a kept row; every text that was seen before is not read again."""

    def __init__(self, condenser: Condenser, actions: Meanings, places: Meanings) -> None:
        self._clock = condenser.mapped.clock
        self._ip: Callable[[str], object] = condenser.judge.readers["ip"]
        self._at: Callable[[str], object] = condenser.judge.readers["at"]
        self._seen: dict[str, object] = {}
        self._actions, self._places = actions.read, places.read

    def record(self, account: str, texts: tuple[str, ...], ref: str) -> Record:
        _, at, ip, action, located = texts
        found = {
            "account": account,
            "ip": self._address(ip),
            "action": self._actions.get(action),
            "located": self._places.get(located),
        }
        values = {name: value for name, value in found.items() if _is_there(value)}
        moment = self._moment(at)
        return Record(ref=ref, shape=Access, values=values, happened=moment, learned=moment)

    def _moment(self, text: str) -> Moment:
        value = self._at(text)
        if isinstance(value, Guessed | Bad) or value is None:  # judged before: it can be read
            raise AssertionError(text)
        return value  # type: ignore[return-value]  # a reader of moments gives moments

    def _address(self, text: str) -> object:
        if not text:
            return None
        if text not in self._seen:
            self._seen[text] = self._ip(text)
        return self._seen[text]
