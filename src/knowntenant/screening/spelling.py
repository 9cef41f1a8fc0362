"""Words of a list that are one or two slips of the pen away from a word: an index of deletions.

Two words within two edits of each other share a form that is left when up to two letters of each
are struck out; so it is enough to look up the few forms of the word asked about. Forms are made of
the first letters only, as SymSpell does (Wolf Garbe, 2012), and kept as sorted hashes.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

PREFIX = 7
ONE_FROM, TWO_FROM = 4, 5  # letters from which on a word may hold one slip, and two
AT_ONCE = 500  # words looked up at once, so that memory stays small
BASE = 1_099_511_628_211
MASK = 2**64 - 1
Ids = NDArray[np.int32]
Hashes = NDArray[np.uint64]


def edits_allowed(length: int) -> int:
    """Give how many slips a word of a length may hold and still count as the same word."""
    return 0 if length < ONE_FROM else 1 if length < TWO_FROM else 2


class Deletions:
    """An index of words by what is left of their first letters after deletions.

    words: numbered by their place. most: how many slips are looked for at all, 1 or 2.
    """

    def __init__(self, words: Sequence[str], hashes: Hashes, ids: Ids, most: int = 2) -> None:
        self._words = words
        self.hashes = hashes
        self.ids = ids
        self.most = most

    @classmethod
    def of(cls, words: Sequence[str], most: int = 2) -> "Deletions":
        """Make the index."""
        by_length: dict[int, list[int]] = {}
        for number, word in enumerate(words):
            if word.isascii() and edits_allowed(len(word)):
                by_length.setdefault(min(len(word), PREFIX), []).append(number)
        hashes, ids = [np.empty(0, np.uint64)], [np.empty(0, np.int32)]
        for numbers in by_length.values():
            made = _forms(np.array([_letters(words[number]) for number in numbers]), most)
            hashes.append(made.ravel())
            ids.append(np.repeat(np.array(numbers, np.int32), made.shape[1]))
        every, owners = np.concatenate(hashes), np.concatenate(ids)
        order = np.argsort(every, kind="stable")
        return cls(words, every[order], owners[order], most)

    def near(self, word: str) -> list[tuple[int, int]]:
        """Give the numbers of the words within the edits allowed, each with its distance."""
        return self.near_each([word])[word]

    def near_each(self, words: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        """Give the same for many words, which costs less than one by one."""
        found: dict[str, list[tuple[int, int]]] = {word: [] for word in words}
        by_length: dict[int, list[str]] = {}
        for word in found:
            if word.isascii() and edits_allowed(len(word)):
                by_length.setdefault(min(len(word), PREFIX), []).append(word)
        for alike in by_length.values():
            for start in range(0, len(alike), AT_ONCE):
                part = alike[start : start + AT_ONCE]
                for place, number, distance in self._pairs(part):
                    found[part[place]].append((number, distance))
        return found

    def _pairs(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Give places of words of one length, numbers of words near them, and distances."""
        wanted = _forms(np.array([_letters(word) for word in words]), self.most)
        order = np.argsort(wanted, axis=None)
        sought = wanted.ravel()[order]
        first = np.searchsorted(self.hashes, sought, "left")
        counts = np.searchsorted(self.hashes, sought, "right") - first
        hit = np.flatnonzero(counts)
        if not len(hit):
            return
        first, counts, asked = first[hit], counts[hit], order[hit] // wanted.shape[1]
        ends = np.cumsum(counts)
        places = np.arange(ends[-1]) + np.repeat(first - ends + counts, counts)
        pairs = np.unique(np.repeat(asked, counts) * len(self._words) + self.ids[places])
        asked, numbers = np.divmod(pairs, len(self._words))
        mine = [words[place] for place in asked.tolist()]
        theirs = [self._words[number] for number in numbers.tolist()]
        distances = process.cpdist(mine, theirs, scorer=OSA.distance, score_cutoff=self.most)
        for place in np.flatnonzero(distances <= self.most).tolist():
            distance = int(distances[place])
            if distance <= edits_allowed(min(len(mine[place]), len(theirs[place]))):
                yield int(asked[place]), int(numbers[place]), distance


def _letters(word: str) -> Hashes:
    return np.frombuffer(word[:PREFIX].encode(), np.uint8).astype(np.uint64)


def _forms(rows: Hashes, most: int) -> Hashes:
    """Give the hashes of all forms of words of one length: a row a word, a column a form."""
    factors, lengths = _factors(rows.shape[1], most)
    return rows @ factors + lengths


@cache
def _factors(length: int, most: int) -> tuple[Hashes, Hashes]:
    """Give what each letter counts in the hash of each form, and what the form's length counts."""
    gone = min(edits_allowed(length), most)
    kept = [one for out in range(gone + 1) for one in combinations(range(length), length - out)]
    factors = np.zeros((length, len(kept)), np.uint64)
    for form, places in enumerate(kept):
        for rank, place in enumerate(reversed(places)):
            factors[place, form] = pow(BASE, rank, MASK + 1)
    lengths = [len(places) * pow(BASE, PREFIX + 1, MASK + 1) & MASK for places in kept]
    return factors, np.array(lengths, np.uint64)
