# ruff: noqa: INP001 - a harness loads this file by its path
"""Our matcher behind the interface of a screening benchmark: dicts in, ids and scores out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from knowntenant.screening.algorithm import algorithm, read_algorithm
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, NameKind
from knowntenant.screening.matcher import DEFAULT_ALGORITHM, Matcher
from knowntenant.screening.party import Party

NAME_KINDS = {kind.value: kind for kind in NameKind}
Match = Callable[[Mapping[str, Any]], list[tuple[str, float]]]


class Adapter:
    """The default algorithm over entries and queries as the benchmark writes them."""

    def __init__(self, name: str = DEFAULT_ALGORITHM) -> None:
        self.algorithm = name
        self.default_threshold = algorithm(name).threshold
        self._matcher = Matcher((), name)

    def build(self, entries: Iterable[Mapping[str, Any]]) -> None:
        """Index entries."""
        self._matcher = Matcher(map(entry_of, entries), self.algorithm)

    def match(self, query: Mapping[str, Any]) -> list[tuple[str, float]]:
        """Give the ids of entries with their scores, best first."""
        return self._matcher.scores(party_of(query))

    def match_batch(self, queries: Iterable[Mapping[str, Any]]) -> list[list[tuple[str, float]]]:
        """Give the same for many queries."""
        return list(self._matcher.scores_of(map(party_of, queries)))

    def tuned(self, labelled: Sequence[tuple[Any, frozenset[str]]]) -> Match:
        """Give a `match` under weights learned from these cases alone."""
        # Only here: a harness loads this file alone, from wherever it stands.
        from benchmarks.learn_weights import learned_from  # noqa: PLC0415

        content = learned_from(self._matcher, labelled, self.default_threshold, seed=7)
        under = self._matcher.under(read_algorithm(self.algorithm, content.encode()))
        return lambda query: under.scores(party_of(query))


def entry_of(row: Mapping[str, Any]) -> Entry:
    """Make an entry of a benchmark's row."""
    return Entry(
        row["id"],
        row["list"],
        Kind(row["schema"]),
        tuple(
            ListedName(one["name"], NAME_KINDS.get(one["kind"], NameKind.ALIAS))
            for one in row["names"]
        ),
        tuple(row["birth_dates"]),
        tuple(row["countries"]),
        tuple(row["addresses"]),
        tuple(Identifier(IdKind.OTHER, value) for value in row["identifiers"]),
        tuple(row["programs"]),
    )


def party_of(query: Mapping[str, Any]) -> Party:
    """Make a party of a benchmark's query."""
    return Party(
        "",
        Kind(query["schema"]),
        query["name"],
        tuple(query.get("aliases", ())),
        query.get("birth_date", ""),
        tuple(query.get("countries", ())),
        query.get("address", ""),
        tuple(Identifier(IdKind.OTHER, value) for value in query.get("identifiers", ())),
    )
