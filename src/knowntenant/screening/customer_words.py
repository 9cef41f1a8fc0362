"""The words of customers' names, as arrays: which of them may be near a word of a list.

What the vocabulary of a matcher answers for a list, this answers for a million customers: from
sorted arrays that can lie on disk and are searched where they lie, so that a question costs what
it touches. It may name a word too many, never one too few.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import overload

import numpy as np
from numpy.typing import NDArray

from knowntenant.screening.scripts.groups import equivalents
from knowntenant.screening.scripts.skeleton import skeleton
from knowntenant.screening.spelling import Deletions, Hashes, Ids
from knowntenant.screening.vocabulary import (
    MOST_BEGINNINGS,
    SHORTEST_BEGINNING,
    beginning_with,
)
from knowntenant.screening.word_tables import synonyms

Array = NDArray[np.generic]
SHORTEST_SOUND = 4


@dataclass(frozen=True, slots=True)
class Texts(Sequence[str]):
    """Texts in ASCII as one array of signs, each read only when it is asked for."""

    signs: NDArray[np.uint8]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Texts":
        """Put texts one behind the other."""
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
        return cls(np.frombuffer("".join(texts).encode("ascii"), np.uint8), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self.signs[self.starts[place] : self.starts[place + 1]].tobytes().decode("ascii")


@dataclass(frozen=True, slots=True)
class Keyed:
    """Numbers under keys, as sorted hashes of the keys; two keys may share a hash, if seldom."""

    hashes: Hashes
    numbers: Ids

    @classmethod
    def of(cls, keys: Sequence[str], numbers: Sequence[int]) -> "Keyed":
        """Sort numbers by their keys."""
        known: dict[str, int] = {}
        hashes = np.fromiter((_hash(key, known) for key in keys), np.uint64, len(keys))
        order = np.argsort(hashes, kind="stable")
        return cls(hashes[order], np.asarray(numbers, np.int32)[order])

    def under(self, key: str) -> Ids:
        """Give the numbers under a key."""
        wanted = np.uint64(_hash(key, {}))
        first, last = (
            np.searchsorted(self.hashes, wanted, "left"),
            np.searchsorted(self.hashes, wanted, "right"),
        )
        return np.asarray(self.numbers[first:last])


@dataclass(frozen=True, slots=True)
class CustomerWords:
    """Words in the order of the alphabet, with the keys by which near ones are found.

    trade: they are words of companies' names.
    """

    trade: bool
    words: Texts
    by_word: Keyed
    slips: Deletions
    sounds: Texts
    near_sounds: Deletions
    by_sound: Keyed
    by_group: Keyed

    @classmethod
    def of(cls, words: Sequence[str], *, trade: bool) -> "CustomerWords":
        """Make the keys of words, which come sorted and once each."""
        heard = [skeleton(word) for word in words]
        sounds = sorted({sound for sound in heard if sound})
        groups = [(key, at) for at, word in enumerate(words) for key in _groups(word, trade=trade)]
        return cls(
            trade,
            Texts.of(words),
            Keyed.of(words, range(len(words))),
            Deletions.of(words),
            Texts.of(sounds),
            Deletions.of(sounds, 1),
            Keyed.of(heard, range(len(words))),
            Keyed.of([key for key, _ in groups], [at for _, at in groups]),
        )

    @property
    def arrays(self) -> dict[str, Array]:
        """Give everything as arrays by name."""
        return {
            "trade": np.array([self.trade]),
            "words": self.words.signs,
            "word_starts": self.words.starts,
            "by_word": self.by_word.hashes,
            "by_word_words": self.by_word.numbers,
            "slips": self.slips.hashes,
            "slip_words": self.slips.ids,
            "sounds": self.sounds.signs,
            "sound_starts": self.sounds.starts,
            "sound_slips": self.near_sounds.hashes,
            "sound_slip_sounds": self.near_sounds.ids,
            "by_sound": self.by_sound.hashes,
            "by_sound_words": self.by_sound.numbers,
            "by_group": self.by_group.hashes,
            "by_group_words": self.by_group.numbers,
        }

    @classmethod
    def of_arrays(cls, told: Mapping[str, Array]) -> "CustomerWords":
        """Make it again of its arrays."""
        words = Texts(told["words"], told["word_starts"])  # type: ignore[arg-type] # as saved
        sounds = Texts(told["sounds"], told["sound_starts"])  # type: ignore[arg-type] # as above
        return cls(
            bool(told["trade"][0]),
            words,
            Keyed(told["by_word"], told["by_word_words"]),  # type: ignore[arg-type] # as above
            Deletions(words, told["slips"], told["slip_words"]),  # type: ignore[arg-type] # as above
            sounds,
            Deletions(sounds, told["sound_slips"], told["sound_slip_sounds"], 1),  # type: ignore[arg-type] # as above
            Keyed(told["by_sound"], told["by_sound_words"]),  # type: ignore[arg-type] # as above
            Keyed(told["by_group"], told["by_group_words"]),  # type: ignore[arg-type] # as above
        )

    def find(self, word: str) -> int:
        """Give the number of a word, or -1."""
        for number in self.by_word.under(word).tolist():
            if self.words[number] == word:
                return int(number)
        return -1

    def near(self, word: str, frozen: Sequence[str]) -> Ids:
        """Give the words to which a listed word may be near, each once.

        frozen: the words of the list on which shares were frozen, in order; they say which words
        have too many continuations to stand for them.
        """
        short = np.fromiter(self._short(word, frozen), np.int32)
        return np.unique(np.concatenate((*self._alike(word), short)))

    def _alike(self, word: str) -> Iterable[Ids]:
        same = self.find(word)
        yield np.array([same] if same >= 0 else [], np.int32)
        yield np.array([number for number, _ in self.slips.near(word)], np.int32)
        sound = skeleton(word)
        yield self.by_sound.under(sound)
        if len(sound) >= SHORTEST_SOUND:
            for number, _ in self.near_sounds.near(sound):
                yield self.by_sound.under(self.sounds[number])
        for key in _groups(word, trade=self.trade):
            yield self.by_group.under(key)

    def _short(self, word: str, frozen: Sequence[str]) -> Iterable[int]:
        """Give the customers' words that begin with a listed one, or with which it begins."""
        if len(word) < SHORTEST_BEGINNING:
            return
        yield from beginning_with(self.words, word)
        for end in range(SHORTEST_BEGINNING, len(word)):
            start = word[:end]
            if len(beginning_with(frozen, start)) <= MOST_BEGINNINGS:
                number = self.find(start)
                if number >= 0:
                    yield number


def _groups(word: str, *, trade: bool) -> Iterable[str]:
    return synonyms(word) if trade else equivalents(word)


def _hash(key: str, known: dict[str, int]) -> int:
    found = known.get(key)
    if found is None:
        digest = blake2b(key.encode(), digest_size=8).digest()
        found = known[key] = int.from_bytes(digest, "little")
    return found
