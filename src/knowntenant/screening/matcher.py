"""The matcher: lists made searchable, an algorithm, and the hits of a party."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from itertools import islice
from typing import NamedTuple

from knowntenant.screening.algorithm import Algorithm, Weights
from knowntenant.screening.algorithm import algorithm as frozen
from knowntenant.screening.alignment import align
from knowntenant.screening.comparison import Comparison, compare
from knowntenant.screening.entry import Entry, Kind
from knowntenant.screening.explanation import lines, pairs
from knowntenant.screening.hit import Hit
from knowntenant.screening.hope import promising
from knowntenant.screening.index import Asked, Index, Shares, always
from knowntenant.screening.listed import ORGANIZATIONS, PEOPLE, Listed, ListedAs
from knowntenant.screening.names import Name, organization_names, person_names
from knowntenant.screening.party import Party
from knowntenant.screening.qualifiers import Qualified, bare, numbers_of, qualify
from knowntenant.screening.scoring import name_points, points_of, score_of
from knowntenant.screening.weighing import organization_weight, person_weight

DEFAULT_ALGORITHM = "kt-1"
MOST_READINGS = 4  # of one name in another script that are listed or looked for
WORTH_A_LOOK = -7.0  # log-odds of a name below which nothing besides the name could save it
AT_ONCE = 1_000  # parties whose words are looked up together
LEAST_SCORE = 0.1
"""Scores below are not given at all."""


class WordShares(NamedTuple):
    """How frequent words are in the names of a list, so that scores outlive a change of it."""

    people: Shares
    organizations: Shares


class Seen(NamedTuple):
    """A listed name laid beside a name of the party: which index it is of, and what was seen.

    bearers: the entries that it was looked at for, where that was for their number; else empty.
    """

    people: bool
    asked: Asked
    name: int
    compared: Comparison
    bearers: frozenset[int] = frozenset()


class Scored(NamedTuple):
    """An entry with its score and everything that an explanation is made of."""

    score: float
    base: float
    entry: int
    listed: str
    seen: Seen
    qualified: Qualified


class Matcher:
    """Lists made searchable, under one frozen algorithm."""

    def __init__(
        self,
        entries: Iterable[Entry],
        algorithm: str = DEFAULT_ALGORITHM,
        shares: WordShares | None = None,
    ) -> None:
        listed = Listed.of(entries)
        self.listed = listed
        people = list(_readings(listed, PEOPLE, person_names))
        self.people = Index.of(people, person_weight, trade=False, shares=shares and shares.people)
        organizations = list(_readings(listed, ORGANIZATIONS, organization_names))
        self.organizations = Index.of(
            organizations, organization_weight, trade=True, shares=shares and shares.organizations
        )
        self._algorithm = frozen(algorithm)

    @classmethod
    def of_parts(
        cls, listed: Listed, people: Index, organizations: Index, algorithm: str
    ) -> "Matcher":
        """Give a matcher of what another was made of, without making it again."""
        made = cls.__new__(cls)
        made.listed = listed
        made.people = people
        made.organizations = organizations
        made._algorithm = frozen(algorithm)  # noqa: SLF001 - an object of this class
        return made

    def under(self, algorithm: Algorithm) -> "Matcher":
        """Give the same lists under another algorithm, such as one that is being learned."""
        made = copy(self)
        made._algorithm = algorithm  # noqa: SLF001 - an object of this class
        return made

    @property
    def algorithm(self) -> str:
        """The name of the algorithm."""
        return self._algorithm.name

    @property
    def threshold(self) -> float:
        """The algorithm's own threshold."""
        return self._algorithm.threshold

    @property
    def shares(self) -> WordShares:
        """How frequent words are in the names that the matcher was made of."""
        return WordShares(self.people.shares, self.organizations.shares)

    def entry(self, number: str) -> Entry:
        """Give an entry by its id."""
        return self.listed.entries[self.listed.numbers[number]]

    def scores(self, party: Party) -> list[tuple[str, float]]:
        """Give entry ids with scores, best first; what `hits` gives, without the explanation."""
        entries = self.listed.entries
        return [(entries[one.entry].id, one.score) for one in self._scored(party, LEAST_SCORE)]

    def scores_of(self, parties: Iterable[Party]) -> Iterator[list[tuple[str, float]]]:
        """Give the scores of many parties in turn, which costs less than one by one."""
        for some in batched(parties, AT_ONCE):
            self.look_ahead(some)
            yield from map(self.scores, some)

    def hits_of(
        self, parties: Iterable[Party], threshold: float | None = None
    ) -> Iterator[list[Hit]]:
        """Give the hits of many parties in turn, which costs less than one by one."""
        for some in batched(parties, AT_ONCE):
            self.look_ahead(some)
            yield from (self.hits(party, threshold) for party in some)

    def hits(self, party: Party, threshold: float | None = None) -> list[Hit]:
        """Give the hits of a party at or above a threshold, the most urgent first, explained."""
        least = self.threshold if threshold is None else threshold
        return [self._hit(party, one) for one in self._scored(party, least)]

    def look_ahead(self, parties: Iterable[Party]) -> None:
        """Find at once what is near the words of many parties, before they are screened in turn."""
        words: tuple[list[str], list[str]] = [], []
        for party in parties:
            for people, name in self._looked_for(party):
                words[people].extend(name.words)
        self.organizations.vocabulary.look_ahead(words[False])
        self.people.vocabulary.look_ahead(words[True])

    def seen(self, party: Party, least: float = 0.0) -> Iterator[Seen]:
        """Lay every listed name that may be one of the party's beside it.

        least: names are passed over that cannot reach this score.
        """
        for people, name in self._looked_for(party):
            index = self._index(people)
            asked = index.asked(name)
            worth = promising(self._weights(people), party, asked, least) if least else always
            for found in index.candidates(asked, worth):
                yield self._beside(people, asked, found)
        bearers = self._bearers(party)
        for people in (True, False) if bearers else ():
            index = self._index(people)
            if bearing := self._named(bearers, index):
                for name in _names_or_numbers(party, people=people):
                    asked = index.asked(name)
                    for found in bearing:
                        yield self._beside(people, asked, found)._replace(bearers=bearers)

    def _beside(self, people: bool, asked: Asked, found: int) -> Seen:  # noqa: FBT001 - as below
        """Lay a listed name beside the one asked about."""
        index = self._index(people)
        listed, weights = index.words_of(found), index.weights
        laid = align(asked, listed, index.vocabulary.words)
        worth = [weights[word] for word in listed]
        return Seen(people, asked, found, compare(asked, index.forms[found], worth, laid))

    def owners(self, seen: Seen) -> list[ListedAs]:
        """Give the listed names that read as the one seen."""
        named = (self.listed.names[one] for one in self._index(seen.people).owners_of(seen.name))
        return [one for one in named if not seen.bearers or one.entry in seen.bearers]

    def _scored(self, party: Party, least: float) -> list[Scored]:
        best: dict[tuple[int, bool], Scored] = {}
        rest: dict[tuple[int, bool], Qualified] = {}
        numbers = numbers_of(party)
        for seen in self.seen(party, least):
            weights = self._weights(seen.people)
            base = name_points(weights, seen.compared)
            if base < WORTH_A_LOOK and not (numbers or seen.compared.same_name):
                continue
            for told in self.owners(seen):
                key = (told.entry, told.weak)
                known = best.get(key)
                same = seen.compared.same_name
                if known and known.base > base and known.seen.people == seen.people and not same:
                    continue  # everything besides the name is the same
                qualified = rest.get(key)
                if qualified is None:
                    entry = self.listed.entries[told.entry]
                    qualified = rest[key] = qualify(party, entry, weak=told.weak)
                points = points_of(weights, base, qualified, same_name=same)
                score = score_of(weights, points)
                made = Scored(score, base, told.entry, told.text, seen, qualified)
                if known is None or self._better(made, known):
                    best[key] = made
        return self._in_order(best.values(), least)

    def _in_order(self, found: Iterable[Scored], least: float) -> list[Scored]:
        """Give each entry once, with its best name, the best entries first."""
        best: dict[int, Scored] = {}
        for one in found:
            known = best.get(one.entry)
            if one.score >= least and (known is None or self._better(one, known)):
                best[one.entry] = one
        entries = self.listed.entries
        return sorted(best.values(), key=lambda one: (-one.score, entries[one.entry].id))

    def _better(self, one: Scored, other: Scored) -> bool:
        """Say which of two names of an entry is shown; of equals it is always the same one."""
        if (one.score, one.base) != (other.score, other.base):
            return (one.score, one.base) > (other.score, other.base)
        return self._spelled(one) > self._spelled(other)

    def _spelled(self, one: Scored) -> tuple[str, str, list[str], tuple[str, ...]]:
        asked = one.seen.asked.name
        return one.listed, asked.text, self._words(one.seen), asked.words

    def _words(self, seen: Seen) -> list[str]:
        index = self._index(seen.people)
        return [index.vocabulary.words[word] for word in index.words_of(seen.name)]

    def _bearers(self, party: Party) -> frozenset[int]:
        """Give the entries that bear one of the party's numbers."""
        known = self.listed.bearers
        return frozenset(
            entry for number in numbers_of(party) for entry in known.get(bare(number), ())
        )

    def _named(self, entries: Iterable[int], index: Index) -> list[int]:
        """Give the names of entries, whatever they are."""
        listed = [name for entry in sorted(entries) for name in self.listed.names_of(entry)]
        return list(dict.fromkeys(name for one in listed for name in index.read_from(one)))

    def _looked_for(self, party: Party) -> Iterator[tuple[bool, Name]]:
        for people in (True, False):
            for name in names_of(party, people=people):
                yield people, name

    def _index(self, people: bool) -> Index:  # noqa: FBT001 - which of two, as everywhere here
        return self.people if people else self.organizations

    def _weights(self, people: bool) -> Weights:  # noqa: FBT001 - as above
        return self._algorithm.people if people else self._algorithm.organizations

    def _hit(self, party: Party, one: Scored) -> Hit:
        seen, entry = one.seen, self.listed.entries[one.entry]
        words = self._words(seen)
        sides = (party, entry)
        return Hit(
            party.id,
            entry.id,
            one.score,
            seen.asked.name.text,
            one.listed,
            self.algorithm,
            pairs(seen.asked.name, words, seen.compared),
            lines(self._weights(seen.people), seen.compared, one.qualified, sides),
        )


def batched(parties: Iterable[Party], size: int) -> Iterator[list[Party]]:
    """Part parties into lists of a size."""
    rest = iter(parties)
    while some := list(islice(rest, size)):
        yield some


def names_of(party: Party, *, people: bool) -> list[Name]:
    """Give the readings of a party's names, as they are looked for among one sort of names."""
    is_none = party.kind not in PEOPLE if people else party.kind == Kind.PERSON
    return [] if is_none else _read(party, people=people)


def _names_or_numbers(party: Party, *, people: bool) -> list[Name]:
    """Give the names of a party; where it has none that can be read, its numbers stand for them."""
    return _read(party, people=people) or [
        Name(one.value, (bare(one.value).lower(),)) for one in party.identifiers if bare(one.value)
    ]


def _read(party: Party, *, people: bool) -> list[Name]:
    read = person_names if people else organization_names
    return [name for text in party.names for name in read(text)[:MOST_READINGS]]


def _readings(
    listed: Listed, kinds: frozenset[Kind], read: Callable[[str], tuple[Name, ...]]
) -> Iterator[tuple[Name, int]]:
    for number, name in enumerate(listed.names):
        if listed.entries[name.entry].kind in kinds:
            for one in read(name.text)[:MOST_READINGS]:
                yield one, number
