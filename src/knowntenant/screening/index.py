"""Names of one sort (people, organisations, craft) made searchable by the words they hold."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase, digits
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowntenant.screening.divisions import other_divisions
from knowntenant.screening.names import Name
from knowntenant.screening.vocabulary import MEMORY, Neighbours, Vocabulary

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
SIGNS = ascii_lowercase + digits  # the words of one letter that there can be
FEWEST = 10_000  # names that a list counts as at least: a short one says little of frequency
MOST_CANDIDATES = 200
LEAST_COVER = 0.6
CLOSE = 0.9  # the gain from which on a word may be meant for another
Shares = Mapping[str, float]
Worth = Callable[[Floats, Floats, Floats, Floats], NDArray[np.bool_]]
Weigh = Callable[[str, float], float]  # of a word, and its share among the names of the list


class Reach(NamedTuple):
    """The names that hold a word near one word, in order.

    weight: what that word weighs; similar: the same by similarity; lenient: what lies between.
    """

    names: Ints
    weight: Floats
    similar: Floats
    lenient: Floats


NONE = np.empty(0, np.float32)
NOTHING = Reach(np.empty(0, np.int32), NONE, NONE, NONE)


def always(
    matched: Floats, slips: Floats, asked_left: Floats, listed_left: Floats
) -> NDArray[np.bool_]:
    """Say that every name is worth a closer look."""
    del slips, asked_left, listed_left
    return np.ones(len(matched), bool)


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that is looked for: its words with what they weigh and which words are near them."""

    name: Name
    weights: tuple[float, ...]
    near: tuple[Neighbours, ...]
    extra: tuple[Neighbours, ...]  # of two words written as one, and of one as two
    total: float  # what all words weigh, a misspelt one no more than what it may be meant for


@dataclass(frozen=True, slots=True)
class Index:
    """Names of one sort, each sequence of words once, however many entries bear it.

    forms: of each name its legal forms; first, words: its words; post_first, post: the names that
    hold each word. owner_first, owner: the listed names (by their numbers) that read so. weight,
    weights: of each word; total: of each name. same: the names of exactly these words. memory:
    what was reached from words asked about before.
    """

    vocabulary: Vocabulary
    weigh: Weigh
    shares: Shares
    forms: Sequence[tuple[str, ...]]
    owner_first: Ints
    owner: Ints
    first: Ints
    words: Ints
    post_first: Ints
    post: Ints
    weight: Floats
    weights: Sequence[float]
    total: Floats
    same: Mapping[tuple[str, ...], Sequence[int]]
    memory: dict[int, tuple[Neighbours, Reach]] = field(default_factory=dict)
    initialled: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        """Mark the names that hold a single letter, which may stand for any word that begins so."""
        marked = np.zeros(len(self.total), bool)
        for sign in SIGNS:
            number = self.vocabulary.number.get(sign)
            if number is not None:
                marked[self.post[self.post_first[number] : self.post_first[number + 1]]] = True
        object.__setattr__(self, "initialled", marked)

    @classmethod
    def of(
        cls,
        names: Iterable[tuple[Name, int]],
        weigh: Weigh,
        *,
        trade: bool,
        shares: Shares | None = None,
    ) -> "Index":
        """Make the index of readings, each with the number of the listed name it is read from.

        shares: what share of names holds each word, where that was frozen on another list; else it
        is counted here.
        """
        owners: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = {}
        for name, number_of_name in names:
            owners.setdefault((name.words, name.forms), []).append(number_of_name)
        vocabulary = Vocabulary.of((word for words, _ in owners for word in words), trade=trade)
        number = vocabulary.number
        first = _starts(len(words) for words, _ in owners)
        words = np.array([number[word] for words, _ in owners for word in words], np.int32)
        lengths = np.diff(first)
        post_first, post = _postings(words, lengths, len(vocabulary.words))
        if shares is None:
            share = (np.diff(post_first) / max(len(owners), FEWEST)).tolist()
            shares = dict(zip(vocabulary.words, share, strict=True))
        weight = np.array(
            [weigh(word, shares.get(word, 0.0)) for word in vocabulary.words], np.float32
        )
        total = np.zeros(len(owners), np.float32)
        np.add.at(total, np.repeat(np.arange(len(owners)), lengths), weight[words])
        owner_first = _starts(len(bearers) for bearers in owners.values())
        owner = np.array([name for bearers in owners.values() for name in bearers], np.int32)
        forms = [forms for _, forms in owners]
        return cls(
            vocabulary,
            weigh,
            shares,
            forms,
            owner_first,
            owner,
            first,
            words,
            post_first,
            post,
            weight,
            weight.tolist(),
            total,
            _same(owners),
        )

    def asked(self, name: Name) -> Asked:
        """Make a name ready to be looked for."""
        number, neighbours = self.vocabulary.number, self.vocabulary.neighbours
        weights = tuple(
            self.weights[number[word]] if word in number else self.weigh(word, self.share(word))
            for word in name.words
        )
        extra = map(self.vocabulary.whole, other_divisions(name.words, number))
        near = tuple(neighbours(word) for word in name.words)
        total = sum(map(self._meant, weights, near))
        return Asked(name, weights, near, tuple(extra), total)

    def _meant(self, weight: float, near: Neighbours) -> float:
        """Give what a word weighs if it is misspelt: as little as a word meant may weigh."""
        if not len(near.ids):
            return weight
        close = near.ids[near.gain >= CLOSE]
        return min(weight, float(self.weight[close].min())) if len(close) else weight

    def share(self, word: str) -> float:
        """Give what share of the names holds a word, by the shares that the index was made with."""
        return self.shares.get(word, 0.0)

    def candidates(self, asked: Asked, worth: Worth = always) -> list[int]:
        """Give the numbers of the names that cover most of what is asked and are covered by it.

        Names of the very same words are always among them.

        worth: says of names which are worth a closer look, by what matches, what slips take away
        of it, and what is left over on either side, all at best. It is not asked where a single
        letter on either side may stand for what seems left over.
        """
        if not len(self.total):
            return []
        near = [self._remembered(one) for one in asked.near]
        extra = [self._remembered(one) for one in asked.extra]
        lenient = np.zeros(len(self.total), np.float32)
        for reach in (*near, *extra):
            lenient[reach.names] += reach.lenient
        found = np.flatnonzero(lenient > LEAST_COVER * 0.5 * asked.total)
        total = self.total[found]
        cover = 2.0 * np.minimum(lenient[found], total) / (asked.total + total)
        covered = cover > LEAST_COVER
        found, total, cover = found[covered], total[covered], cover[covered]
        weight, similar, asked_left = _sums(asked, near, extra, found)
        matched = np.minimum(weight, total)
        slips = weight - similar
        hopeful = worth(matched, slips, asked_left, total - matched) | self.initialled[found]
        kept = np.flatnonzero(hopeful | any(len(word) == 1 for word in asked.name.words))
        if len(kept) > MOST_CANDIDATES:
            kept = kept[np.argpartition(cover[kept], -MOST_CANDIDATES)[-MOST_CANDIDATES:]]
        best: list[int] = found[kept[np.argsort(-cover[kept], kind="stable")]].tolist()
        return list(dict.fromkeys((*self.same.get(asked.name.words, ()), *best)))

    def _remembered(self, neighbours: Neighbours) -> Reach:
        """Give the names that hold a word near one word; remembered as long as its neighbours."""
        known = self.memory.get(id(neighbours))
        if known is None:
            if len(self.memory) >= MEMORY:
                self.memory.clear()
            known = self.memory[id(neighbours)] = neighbours, self._reach(neighbours)
        return known[1]

    def _reach(self, neighbours: Neighbours) -> Reach:
        """Give each name that holds a word near one word, with its nearest such word."""
        ids = neighbours.ids
        starts = self.post_first[ids]
        counts = self.post_first[ids + 1] - starts
        ends = np.cumsum(counts)
        if not len(ids) or not ends[-1]:
            return NOTHING
        place = np.arange(ends[-1])
        names = self.post[place + np.repeat(starts - ends + counts, counts)]
        last = np.empty(len(self.total), np.int64)
        last[names] = place  # the nearest word comes last, and stays
        kept = np.flatnonzero(last[names] == place)
        kept = kept[np.argsort(names[kept])]
        weight = np.repeat(self.weight[ids], counts)[kept]
        similar = weight * np.repeat(neighbours.similarity, counts)[kept]
        return Reach(names[kept], weight, similar, (weight + similar) * np.float32(0.5))

    def owners_of(self, name: int) -> list[int]:
        """Give the numbers of the listed names that read so."""
        owners: list[int] = self.owner[self.owner_first[name] : self.owner_first[name + 1]].tolist()
        return owners

    def read_from(self, listed: int) -> list[int]:
        """Give the names that a listed name reads as."""
        places = np.flatnonzero(self.owner == listed)
        names: list[int] = (np.searchsorted(self.owner_first, places, "right") - 1).tolist()
        return names

    def words_of(self, name: int) -> list[int]:
        """Give the numbers of the words of a name, in order."""
        words: list[int] = self.words[self.first[name] : self.first[name + 1]].tolist()
        return words


def _sums(
    asked: Asked, near: Sequence[Reach], extra: Sequence[Reach], found: NDArray[np.integer]
) -> tuple[Floats, Floats, Floats]:
    """Give of some names what matches, the same by similarity, and what is asked and left over.

    Where words are joined or parted, nothing may be left over.
    """
    weight, similar, of_asked = np.zeros((3, len(found)), np.float32)
    all_asked = sum(asked.weights)
    worth = (*asked.weights, *[all_asked] * len(extra))
    for mine, reach in zip(worth, (*near, *extra), strict=True):
        if len(reach.names):
            places = np.minimum(np.searchsorted(reach.names, found), len(reach.names) - 1)
            holds = reach.names[places] == found
            weight += reach.weight[places] * holds
            similar += reach.similar[places] * holds
            of_asked += np.float32(mine) * holds
    return weight, similar, np.maximum(all_asked - of_asked, 0.0)


def _same(
    names: Iterable[tuple[tuple[str, ...], tuple[str, ...]]],
) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for number, (words, _) in enumerate(names):
        found.setdefault(words, []).append(number)
    return found


def _starts(lengths: Iterable[int]) -> Ints:
    return np.concatenate(([0], np.cumsum(np.fromiter(lengths, np.int64)))).astype(np.int32)


def _postings(words: Ints, lengths: Ints, size: int) -> tuple[Ints, Ints]:
    owner = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    pairs = np.unique(words.astype(np.int64) * (len(lengths) + 1) + owner)
    word, name = np.divmod(pairs, len(lengths) + 1)
    first = np.searchsorted(word, np.arange(size + 1)).astype(np.int32)
    return first, name.astype(np.int32)
