"""What was known at the end of a day, and how things stood on any day as known then."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar, cast

from knowntenant.facts.declaration import Fact
from knowntenant.facts.ledger import Key, Ledger, fold_link
from knowntenant.facts.record import Record
from knowntenant.law.days import day_of

F = TypeVar("F", bound=Fact)
T = TypeVar("T")


class Known:
    """The facts learned by the end of `as_of`. Later tellings replace only the keys they name."""

    def __init__(self, ledger: Ledger, as_of: date) -> None:
        """Look at a ledger as it was known at the end of a day."""
        self.ledger, self.as_of = ledger, as_of
        self._merged: dict[tuple[type[Fact], Key, date], Fact | None] = {}

    def once(self, key: tuple[object, ...], compute: Callable[[], T]) -> T:
        """Compute something about all facts known by `as_of` once, however often it is asked."""
        found = self.ledger.computed.get((self.as_of, *key))
        if found is None:
            found = self.ledger.computed[(self.as_of, *key)] = compute()
        return cast("T", found)

    def one(self, shape: type[F], key: str | Key, day: date) -> F | None:
        """Give a fact as it stood at the end of a day, or None where nothing was told of it."""
        asked = (shape, (key,) if isinstance(key, str) else key, day)
        if asked not in self._merged:
            self._merged[asked] = self._merge(*asked)
        found = self._merged[asked]
        return found if isinstance(found, shape) else None

    def where(self, shape: type[F], day: date, **wanted: str) -> tuple[F, ...]:
        """Give the facts of a type whose fields refer to what is wanted, on a day."""
        field, value = next(iter(wanted.items()))
        found: list[F] = []
        for key in self.ledger.keys_where(shape, field, value):
            fact = self.one(shape, key, day)
            if fact is not None and _matches(fact, wanted):
                found.append(fact)
        return tuple(found)

    def every(self, shape: type[F], day: date) -> tuple[F, ...]:
        """Give all facts of a type on a day."""
        found = (self.one(shape, key, day) for key in self.ledger.keys(shape))
        return tuple(fact for fact in found if fact)

    def records(self, shape: type[Fact], key: str | Key) -> tuple[Record, ...]:
        """Give the known records of one key, in the order in which they happened."""
        return tuple(self._live(shape, (key,) if isinstance(key, str) else key, date.max))

    def days_of_change(self, shape: type[Fact], key: str | Key) -> tuple[date, ...]:
        """Give the days on which something was told of a key, each once, in order."""
        days = {day_of(record.happened, self.ledger.zone) for record in self.records(shape, key)}
        return tuple(sorted(days))

    def _merge(self, shape: type[F], key: Key, day: date) -> F | None:
        records = tuple(self._live(shape, key, day))
        if not records:
            return None
        if len(records) == 1:  # by far the most, and nothing to merge
            return shape(records=records, **records[0].values)
        values: dict[str, object] = {}
        for record in records:
            values.update(record.values)
        return shape(records=records, **values)

    def _live(self, shape: type[Fact], key: Key, day: date) -> Iterable[Record]:
        superseded = self.ledger.superseded
        for happened, _, learned, _, record in self.ledger.entries(shape, key):
            if happened <= day and learned <= self.as_of:
                corrected = superseded.get(id(record)) if superseded else None
                if corrected is None or corrected > self.as_of:
                    yield record


def _matches(fact: Fact, wanted: Mapping[str, str]) -> bool:
    return all(_is(getattr(fact, field), value) for field, value in wanted.items())


def _is(value: object, wanted: str) -> bool:
    same = value == wanted
    return same or (isinstance(value, str) and fold_link(value) == fold_link(wanted))
