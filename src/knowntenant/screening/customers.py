"""An index of customers: which of them may be meant by the entries that a list has new.

A matcher looks for a customer's name among those listed. This turns it round: it looks for a listed
name among the customers', and gives everybody of whom the matcher would look at that name, and
some more. What it costs follows the listed names and the customers near them, not all customers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowntenant.screening.algorithm import Weights, algorithm
from knowntenant.screening.customer_words import Array, CustomerWords, Keyed
from knowntenant.screening.divisions import other_divisions
from knowntenant.screening.entry import Kind
from knowntenant.screening.hope import promising
from knowntenant.screening.index import LEAST_COVER, Asked
from knowntenant.screening.matcher import names_of
from knowntenant.screening.names import Name
from knowntenant.screening.party import Party
from knowntenant.screening.qualifiers import bare, numbers_of
from knowntenant.screening.scripts.skeleton import skeleton
from knowntenant.screening.spelling import Ids
from knowntenant.screening.steady import SteadyIndex, SteadyMatcher, Weighed

SLACK = 1e-4
"""How much less than a matcher this asks for, as rounded numbers add up in more than one way."""
EVERYTHING = 1e9  # more than any name weighs: words that join may leave nothing over
Floats = NDArray[np.float64]
INITIALLED = 3  # the bit that says that a name holds a single letter; those before are `TELLS`
TELLS = (("birth_date", "2000-01-01"), ("countries", ("de",)), ("address", "1 Long Street"))
"""What a customer may tell besides a name, each with its bit, and with an example."""
GAINS = ("what the listed word weighs", "that by similarity", "what the customer's word weighs")
Judge = Callable[[int, Floats, Floats, Floats, Floats, Floats], NDArray[np.bool_]]
"""Given what customers tell, what their names weigh, what goes together, what slips take away of
it, and what is left over of the customers' names, and of the listed one."""


class Alike(NamedTuple):
    """The customers' words to which a listed word is near.

    weight: what the listed word weighs; similar: how near each is. divided: names in which the
    listed word may stand as two, or as a part of one.
    """

    weight: float
    words: Ids
    similar: Floats
    divided: Ids


@dataclass(frozen=True, slots=True)
class CustomerNames:
    """Names of one sort, each sequence of words once.

    first, post: of each word the names that hold it, as often as they hold it. divisions: names
    by the sounds of their words when two are written as one, or one as two. owner_first, owner: of
    each name the rows of the customers who bear it. worth: of each word what it weighs, and what it
    weighs if it is misspelt; total: both, of each name. tells: what its owners tell, see `TELLS`.
    """

    words: CustomerWords
    first: Ids
    post: Ids
    divisions: Keyed
    owner_first: Ids
    owner: Ids
    worth: Floats
    total: Floats
    tells: NDArray[np.uint8]

    @classmethod
    def of(
        cls,
        names: Iterable[tuple[Name, int]],
        tells: NDArray[np.uint8],
        index: SteadyIndex,
        *,
        trade: bool,
    ) -> "CustomerNames":
        """Make it of names with the rows of their owners.

        tells: what each row tells; index: of the list, as it was frozen.
        """
        owners: dict[tuple[str, ...], list[int]] = {}
        for name, row in names:
            owners.setdefault(name.words, []).append(row)
        words = sorted({word for one in owners for word in one})
        number = {word: at for at, word in enumerate(words)}
        held = np.array([number[word] for one in owners for word in one], np.int32)
        lengths = np.fromiter(map(len, owners), np.int64, len(owners))
        holders = np.repeat(np.arange(len(owners), dtype=np.int32), lengths)
        order = np.argsort(held, kind="stable")
        divided = [
            (_sound(one), at)
            for at, of_name in enumerate(owners)
            for one in other_divisions(of_name, index.lexicon)
        ]
        worth = np.array([index.lexicon.worth(word) for word in words], np.float64).reshape(-1, 2)
        total = np.zeros((len(owners), 2), np.float64)
        np.add.at(total, holders, worth[held])
        counts = np.fromiter(map(len, owners.values()), np.int64, len(owners))
        owner = np.array([row for rows in owners.values() for row in rows], np.int32)
        told = np.zeros(len(owners), np.uint8)
        np.bitwise_or.at(told, np.repeat(np.arange(len(owners)), counts), tells[owner])
        told |= np.array([_initialled(one) << INITIALLED for one in owners], np.uint8)
        return cls(
            CustomerWords.of(words, trade=trade),
            np.searchsorted(held[order], np.arange(len(words) + 1)).astype(np.int32),
            holders[order],
            Keyed.of([sound for sound, _ in divided], [at for _, at in divided]),
            np.concatenate(([0], np.cumsum(counts))).astype(np.int32),
            owner,
            worth,
            total,
            told,
        )

    @property
    def arrays(self) -> dict[str, Array]:
        """Give everything as arrays by name."""
        return {
            **self.words.arrays,
            "first": self.first,
            "post": self.post,
            "divisions": self.divisions.hashes,
            "division_names": self.divisions.numbers,
            "owner_first": self.owner_first,
            "owner": self.owner,
            "worth": self.worth,
            "total": self.total,
            "tells": self.tells,
        }

    @classmethod
    def of_arrays(cls, told: Mapping[str, Array]) -> "CustomerNames":
        """Make it again of its arrays."""
        return cls(
            CustomerWords.of_arrays(told),
            told["first"],  # type: ignore[arg-type] # as it was saved; so are those below
            told["post"],  # type: ignore[arg-type] # as above
            Keyed(told["divisions"], told["division_names"]),  # type: ignore[arg-type] # as above
            told["owner_first"],  # type: ignore[arg-type] # as above
            told["owner"],  # type: ignore[arg-type] # as above
            told["worth"],  # type: ignore[arg-type] # as above
            told["total"],  # type: ignore[arg-type] # as above
            told["tells"],  # type: ignore[arg-type] # as above
        )

    def worth_of(self, word: str) -> Weighed | None:
        """Give what a word weighs, if a customer's name holds it."""
        number = self.words.find(word)
        return Weighed(*self.worth[number].tolist()) if number >= 0 else None

    def meant(self, index: SteadyIndex, judge: Judge) -> set[int]:
        """Give the rows of customers a name of whom may be one of an index's names.

        judge: says of names, by what their words weigh, which are worth a closer look.
        """
        known: dict[int, Alike] = {}
        rows: set[int] = set()
        for name in range(len(index.total)):
            listed = sorted(set(index.words_of(name)))
            for word in listed:
                if word not in known:
                    known[word] = self._alike(word, index)
            if listed:
                reached = self._reached([known[word] for word in listed])
                one = judge if not index.initialled[name] else _anybody
                found = self._covered(*reached, float(index.total[name]), one)
                found = np.concatenate((found, self._same(index, name)))
                rows.update(self.owner[_spread(self.owner_first, found)].tolist())
        return rows

    def _same(self, index: SteadyIndex, name: int) -> Ids:
        """Give the names that hold every word of a listed one: they are always looked at."""
        words = index.vocabulary.words
        numbers = {self.words.find(words[word]) for word in index.words_of(name)}
        if min(numbers) < 0:
            return np.empty(0, np.int32)
        held = [self.post[self.first[one] : self.first[one + 1]] for one in numbers]
        same: Ids = reduce(np.intersect1d, held)
        return same

    def _alike(self, word: int, index: SteadyIndex) -> Alike:
        """Give the customers' words to which a listed one is near, as the matcher sees it."""
        text, weight = index.vocabulary.words[word], index.weights[word]
        near = self.words.near(text, index.lexicon.ordered)
        seen = [
            index.vocabulary.neighbours(self.words.words[number]).near.get(word)
            for number in near.tolist()
        ]
        kept = np.array([one is not None for one in seen], np.bool_)
        similar = np.array([one.similarity for one in seen if one is not None])
        return Alike(weight, near[kept], similar, self.divisions.under(_sound(text)))

    def _reached(self, alike: Sequence[Alike]) -> tuple[Ids, Floats]:
        """Give names, and what each word and each division of theirs adds: see `GAINS`."""
        numbers = np.concatenate([one.words for one in alike])
        similar = np.concatenate([one.similar for one in alike])
        weight = np.repeat([one.weight for one in alike], [len(one.words) for one in alike])
        order = np.lexsort((np.arange(len(numbers)), similar, numbers))
        last = order[np.flatnonzero(np.diff(numbers[order], append=-1))]  # the nearest listed word
        words, weight, similar = numbers[last], weight[last], similar[last]
        gains = np.column_stack((weight, weight * similar, self.worth[words, 0]))
        counts = self.first[words + 1] - self.first[words]
        divided = np.concatenate([one.divided for one in alike])
        whole = np.repeat([one.weight for one in alike], [len(one.divided) for one in alike])
        return (
            np.concatenate((self.post[_spread(self.first, words)], divided)),
            np.concatenate(
                (
                    np.repeat(gains, counts, axis=0),
                    np.column_stack((whole, whole, np.full(len(whole), EVERYTHING))),
                )
            ),
        )

    def _covered(self, names: Ids, gains: Floats, total: float, judge: Judge) -> Ids:
        """Give the names of which enough is reached, and by which enough is."""
        order = np.argsort(names, kind="stable")
        names = names[order]
        starts = np.flatnonzero(np.diff(names, prepend=-1))
        found: Ids = names[starts]
        if not len(found):
            return found
        reached = np.add.reduceat(gains[order], starts)
        lenient = (reached[:, 0] + reached[:, 1]) / 2.0 + SLACK
        kept = 2.0 * np.minimum(lenient, total) + SLACK > LEAST_COVER * (
            self.total[found, 1] + total
        )
        found, reached = found[kept], reached[kept]
        matched = np.minimum(reached[:, 0] + SLACK, total)
        slips = np.maximum(reached[:, 0] - reached[:, 1] - SLACK, 0.0)
        asked = self.total[found, 0]
        left = np.maximum(asked - reached[:, 2] - SLACK, 0.0)
        listed = np.maximum(total - matched, 0.0)
        worth = np.zeros(len(found), np.bool_)
        for tells in np.unique(self.tells[found]).tolist():
            some = np.flatnonzero(self.tells[found] == tells)
            seen = (one[some] for one in (asked, matched, slips, left, listed))
            worth[some] = judge(tells, *seen)
        return found[worth]


@dataclass(frozen=True, slots=True)
class Customers:
    """Customers by row: their names as people's and as companies', and their numbers."""

    people: CustomerNames
    organizations: CustomerNames
    numbers: Keyed
    count: int = field(default=0)

    @classmethod
    def of(cls, parties: Iterable[Party], matcher: SteadyMatcher) -> "Customers":
        """Make the index; matcher: of the list on which shares were frozen, or with its shares."""
        people: list[tuple[Name, int]] = []
        organizations: list[tuple[Name, int]] = []
        keys: list[str] = []
        bearers: list[int] = []
        told = bytearray()
        for row, party in enumerate(parties):
            told.append(_tells(party))
            people += ((name, row) for name in names_of(party, people=True))
            organizations += ((name, row) for name in names_of(party, people=False))
            for number in numbers_of(party):
                keys.append(bare(number))
                bearers.append(row)
        tells = np.frombuffer(bytes(told), np.uint8)
        return cls(
            CustomerNames.of(people, tells, matcher.people, trade=False),
            CustomerNames.of(organizations, tells, matcher.organizations, trade=True),
            Keyed.of(keys, bearers),
            len(told),
        )

    @property
    def arrays(self) -> dict[str, Array]:
        """Give everything as arrays by name."""
        told: dict[str, Array] = {"count": np.array([self.count])}
        told |= {"numbers": self.numbers.hashes, "number_rows": self.numbers.numbers}
        for sort, names in (("people", self.people), ("organizations", self.organizations)):
            told |= {f"{sort}.{name}": array for name, array in names.arrays.items()}
        return told

    @classmethod
    def of_arrays(cls, told: Mapping[str, Array]) -> "Customers":
        """Make it again of its arrays."""
        return cls(
            CustomerNames.of_arrays(_under(told, "people.")),
            CustomerNames.of_arrays(_under(told, "organizations.")),
            Keyed(told["numbers"], told["number_rows"]),  # type: ignore[arg-type] # as saved
            int(told["count"][0]),
        )

    def meant_by(self, matcher: SteadyMatcher, least: float = 0.0) -> list[int]:
        """Give the rows of all customers who may have a hit on a matcher's entries, in order.

        least: the least score of a hit.
        """
        weights = algorithm(matcher.algorithm)
        rows = self.people.meant(matcher.people, _judge(weights.people, least))
        rows |= self.organizations.meant(
            matcher.organizations, _judge(weights.organizations, least)
        )
        for entry in matcher.listed.entries:
            for one in entry.identifiers:
                rows.update(self.numbers.under(bare(one.value)).tolist())
        return sorted(rows)


def _initialled(words: Sequence[str]) -> bool:
    """Say whether a name holds a single letter, which may stand for any word that begins so."""
    return any(len(word) == 1 for word in words)


def _anybody(  # noqa: PLR0913, PLR0917 - as a judge
    tells: int, asked: Floats, matched: Floats, slips: Floats, left: Floats, listed: Floats
) -> NDArray[np.bool_]:
    del tells, matched, slips, left, listed
    return np.ones(len(asked), np.bool_)


def _judge(weights: Weights, least: float) -> Judge:
    """Say which names may reach a score if everything else that a customer tells agrees."""
    tellers = [_teller(tells) for tells in range(1 << len(TELLS))]

    def judge(  # noqa: PLR0913, PLR0917 - what is seen of names
        tells: int, asked: Floats, matched: Floats, slips: Floats, left: Floats, listed: Floats
    ) -> NDArray[np.bool_]:
        if not least or not len(asked) or tells >> INITIALLED:
            return np.ones(len(asked), np.bool_)
        name = Asked(Name("", ()), (asked,), (), (), 0.0)  # type: ignore[arg-type] # many at once
        hope = promising(weights, tellers[tells], name, least)
        return hope(matched, slips, left, listed)  # type: ignore[arg-type] # finer numbers

    return judge


def _teller(tells: int) -> Party:
    """Give somebody who tells what some bits say."""
    told: dict[str, Any] = {name: one for bit, (name, one) in enumerate(TELLS) if tells >> bit & 1}
    return Party("", Kind.PERSON, "", **told)


def _tells(party: Party) -> int:
    return sum(bool(getattr(party, name)) << bit for bit, (name, _) in enumerate(TELLS))


def _sound(word: str) -> str:
    return skeleton(word) or f"={word}"


def _spread(first: Ids, numbers: Ids) -> Ids:
    """Give the places of everything that lies under some numbers."""
    starts = first[numbers]
    counts = first[numbers + 1] - starts
    ends = np.cumsum(counts)
    if not len(ends):
        return np.empty(0, np.int32)
    places: Ids = np.arange(ends[-1]) + np.repeat(starts - ends + counts, counts)
    return places


def _under(told: Mapping[str, Array], start: str) -> dict[str, Array]:
    return {name.removeprefix(start): one for name, one in told.items() if name.startswith(start)}
