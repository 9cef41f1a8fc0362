"""Which column of ours a header of theirs stands for; every guess is shown, none is silent."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from knowntenant.imports.mapping import Mapped
from knowntenant.imports.near import near_columns
from knowntenant.imports.parts import Table
from knowntenant.law.kinds import fold

CUTOFF = 0.84  # so that "adress" is an address, while "state" and "rate" stay apart


@dataclass(frozen=True, slots=True)
class Guess:
    """A header, word or file that was taken for something of ours, and why."""

    table: str
    found: str
    taken_for: str
    why: str


@dataclass(frozen=True, slots=True)
class Matched:
    """Which position holds which column; what was guessed; which headers mean nothing to us."""

    columns: Mapping[str, int]
    guesses: tuple[Guess, ...]
    unmatched: tuple[str, ...]


def match(table: Table, header: Sequence[str], mapped: Mapped) -> Matched:
    """Match headers: as mapped, by name, by another name, by a near name, by likeness."""
    said = mapped.headers.get(table.name, {})
    left = {i: fold(name) for i, name in enumerate(header) if name.strip()}
    found: dict[str, int] = {}
    guesses: list[Guess] = []
    for i, name in list(left.items()):
        if name in said:
            del left[i]
            if said[name]:
                found[said[name]] = i
    for finds, why in _rounds(table):
        for i, name in list(left.items()):
            column = finds(name, [c for c in table.columns if c not in found])
            if column is not None:
                found[column] = i
                del left[i]
                if why:
                    guesses.append(Guess(table.name, header[i], column, why))
    return Matched(found, tuple(guesses), tuple(header[i] for i in left))


Finds = Callable[[str, Sequence[str]], str | None]


def _rounds(table: Table) -> Iterable[tuple[Finds, str]]:
    near = near_columns(table.name, table.columns, table.parts[0].fact)
    also = {name: tuple(map(fold, column.also)) for name, column in table.columns.items()}
    every = {name: (name, *also[name], *near[name]) for name in table.columns}
    yield (lambda name, free: name if name in free else None), ""
    yield (lambda name, free: _listed(name, free, also)), "another name of the column"
    yield (lambda name, free: _listed(name, free, near)), "a name that other systems use"
    yield (lambda name, free: _alike(name, free, every)), "spelt much like it"


def _listed(name: str, free: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> str | None:
    return next((column for column in free if name in names[column]), None)


def _alike(name: str, free: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> str | None:
    pool = {spelling: column for column in free for spelling in names[column]}
    close = get_close_matches(name, pool, n=1, cutoff=CUTOFF)
    return pool[close[0]] if close else None
