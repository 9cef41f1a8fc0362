"""Every word that stands in a name of a list, and which of them are near a word asked about."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from knowntenant.screening.scripts.groups import equivalents
from knowntenant.screening.scripts.skeleton import skeleton
from knowntenant.screening.spelling import Deletions
from knowntenant.screening.word_tables import synonyms

LAST = "\x7f"  # stands after every letter
MEMORY = 20_000  # words whose neighbours are remembered
SHORTEST_BEGINNING = 3
SHORTEST_SOUND = 4
MOST_BEGINNINGS = 40
LENIENT = 0.5  # what any near word gains at least when names are looked for
PET_NAMES = "N"  # groups of short and kindred names begin so


class How(IntEnum):
    """In what way two words are the same word, the surest first."""

    SAME = 0
    SOUND = 1  # one sound, spelled in two ways
    GROUP = 2  # one given or family name in two languages, scripts or spellings
    SYNONYM = 3  # a word of company names, abbreviated or translated
    TYPO1 = 4
    NICKNAME = 5
    SHORT = 6  # the beginning of the other word
    SOUND_NEAR = 7
    TYPO2 = 8
    JOINED = 9
    INITIAL = 10


class Near(NamedTuple):
    """How near a word of the list is to the word asked about: 1 is the same word."""

    similarity: float
    how: How


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The words of the list that are near one word, by their numbers, the nearest last.

    gain: what each adds when names are looked for, where spelling counts less than in a score.
    """

    near: dict[int, Near]
    ids: NDArray[np.int32]
    similarity: NDArray[np.float32]
    gain: NDArray[np.float32]


SOUND, SOUND_NEAR = (0.55, 0.42), (0.25, 0.5)
"""What one sound, or nearly one, comes to for words without a letter in common, and what all
letters in common add to it."""
SOUNDS = (How.SOUND, How.SOUND_NEAR)
LEAST_NEAR = 0.5  # words that sound alike count from this similarity on
SAME = Near(1.0, How.SAME)
FIXED = {
    how: Near(similarity, how)
    for how, similarity in (
        (How.GROUP, 0.92),
        (How.SYNONYM, 0.9),
        (How.NICKNAME, 0.75),
        (How.SHORT, 0.7),
    )
}


class Parts(NamedTuple):
    """What a vocabulary is made of, so that it can be kept and need not be made again.

    by_sound, by_group: the numbers of words by how they sound, and by what groups they are of.
    near_sounds: slips among the sounds, in the order of by_sound.
    """

    words: Sequence[str]
    deletions: Deletions
    by_sound: Mapping[str, Sequence[int]]
    by_group: Mapping[str, Sequence[int]]
    near_sounds: Deletions


class Vocabulary:
    """The words of names of one sort, numbered in the order of the alphabet.

    trade: the words are those of companies, so that abbreviations and translations count, and not
    the spellings and pet forms of people's names.
    """

    def __init__(
        self, words: Sequence[str], deletions: Deletions, sounds: Sequence[str], *, trade: bool
    ) -> None:
        by_sound = _by_key([(sound,) for sound in sounds])
        groups = synonyms if trade else equivalents
        by_group = _by_key([tuple(groups(word)) for word in words])
        near_sounds = Deletions.of(list(by_sound), 1)
        self._lay_out(Parts(words, deletions, by_sound, by_group, near_sounds), trade=trade)

    def _lay_out(self, parts: Parts, *, trade: bool) -> None:
        self.trade = trade
        self.words = parts.words
        self.deletions = parts.deletions
        self.number = {word: number for number, word in enumerate(parts.words)}
        self._groups = synonyms if trade else equivalents
        self._by_sound = parts.by_sound
        self._by_group = parts.by_group
        self._sound_list = list(parts.by_sound)
        self._near_sounds = parts.near_sounds
        self._known: dict[str, Neighbours] = {}
        self._known_whole: dict[str, Neighbours] = {}
        self._ahead: dict[str, list[tuple[int, int]]] = {}
        self._ahead_sounds: dict[str, list[tuple[int, int]]] = {}

    @classmethod
    def of_parts(cls, parts: Parts, *, trade: bool) -> Self:
        """Give a vocabulary of what another was made of, without making it again."""
        made = cls.__new__(cls)
        made._lay_out(parts, trade=trade)  # noqa: SLF001 - an object of this class
        return made

    def parts(self) -> Parts:
        """Give what it is made of, to be kept."""
        return Parts(self.words, self.deletions, self._by_sound, self._by_group, self._near_sounds)

    @classmethod
    def of(cls, words: Iterable[str], *, trade: bool) -> "Vocabulary":
        """Number the words and make their index of slips."""
        ordered = sorted(set(words))
        sounds = [skeleton(word) for word in ordered]
        return cls(ordered, Deletions.of(ordered), sounds, trade=trade)

    def neighbours(self, word: str) -> Neighbours:
        """Give the words near a word; remembered, because words come back."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= MEMORY:
                self._known.clear()
            known = self._known[word] = self._find(word)
        return known

    def look_ahead(self, words: Iterable[str]) -> None:
        """Find what is spelled or sounds nearly like many words, which costs less than one by one.

        Call it before `neighbours` is asked for these words.
        """
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        sounds = dict.fromkeys(map(skeleton, new))
        self._ahead = self.deletions.near_each(new)
        self._ahead_sounds = self._near_sounds.near_each(
            [one for one in sounds if len(one) >= SHORTEST_SOUND]
        )

    def whole(self, word: str) -> Neighbours:
        """Give the word itself and those of its sound: what two words are when written as one."""
        known = self._known_whole.get(word)
        if known is None:
            if len(self._known_whole) >= MEMORY:
                self._known_whole.clear()
            known = self._known_whole[word] = self._find_whole(word)
        return known

    def _find_whole(self, word: str) -> Neighbours:
        alike = self._by_sound.get(skeleton(word), ())
        near = {number: _sound(word, self.words[number], 0) for number in alike}
        same = self.number.get(word)
        if same is not None:
            near[same] = SAME
        return _packed(near)

    def _find(self, word: str) -> Neighbours:
        near: dict[int, Near] = {}
        spelled = self._ahead.pop(word, None)
        for number, distance in self.deletions.near(word) if spelled is None else spelled:
            near[number] = _typo(word, self.words[number], distance)
        sound = skeleton(word)
        for number, distance in self._sounds_near(sound):
            _better(near, number, _sound(word, self.words[number], distance))
        for group in self._groups(word):
            how = self._how(group)
            for number in self._by_group.get(group, ()):
                _better(near, number, FIXED[how])
        for number in self._beginnings(word):
            _better(near, number, FIXED[How.SHORT])
        same = self.number.get(word)
        if same is not None:
            near[same] = SAME
        return _packed(near)

    def _how(self, group: str) -> How:
        if self.trade:
            return How.SYNONYM
        return How.NICKNAME if group[0] == PET_NAMES else How.GROUP

    def _sounds_near(self, sound: str) -> Iterable[tuple[int, int]]:
        for number in self._by_sound.get(sound, ()):
            yield number, 0
        if len(sound) >= SHORTEST_SOUND:
            alike = self._ahead_sounds.get(sound)
            for place, distance in self._near_sounds.near(sound) if alike is None else alike:
                if distance == 1:
                    for number in self._by_sound[self._sound_list[place]]:
                        yield number, 1

    @property
    def _counted(self) -> Sequence[str]:
        """The words by which it is judged whether too many begin with a word."""
        return self.words

    def _beginnings(self, word: str) -> Iterable[int]:
        if len(word) < SHORTEST_BEGINNING:
            return
        if len(beginning_with(self._counted, word)) <= MOST_BEGINNINGS:
            yield from beginning_with(self.words, word)
        for end in range(SHORTEST_BEGINNING, len(word)):
            number = self.number.get(word[:end])
            if number is not None:
                yield number


def beginning_with(words: Sequence[str], start: str) -> range:
    """Give the places, in ordered words, of those that begin so."""
    return range(bisect_left(words, start), bisect_right(words, start + LAST))


def _packed(near: dict[int, Near]) -> Neighbours:
    """Put the nearest last, so that it is what stays where one name holds two of them."""
    ordered = sorted(near, key=lambda number: near[number].similarity)
    similarity = np.array([near[number].similarity for number in ordered], np.float32)
    gain = np.float32(LENIENT) + np.float32(1.0 - LENIENT) * similarity
    return Neighbours(near, np.array(ordered, np.int32), similarity, gain)


def _better(near: dict[int, Near], number: int, one: Near) -> None:
    known = near.get(number)
    if one.similarity >= LEAST_NEAR and (known is None or known.similarity < one.similarity):
        near[number] = one


def _sound(one: str, other: str, distance: int) -> Near:
    return _sound_near(max(len(one), len(other)), OSA.distance(one, other), distance)


def _typo(one: str, other: str, distance: int) -> Near:
    return _slip_near(max(len(one), len(other)), distance, one[0] == other[0])


@cache
def _sound_near(length: int, letters: int, distance: int) -> Near:
    """Give how near two words are that sound the same, or nearly: letters count as well."""
    base, more = SOUND if distance == 0 else SOUND_NEAR
    return Near(base + more * (1.0 - letters / length), SOUNDS[distance])


@cache
def _slip_near(length: int, distance: int, begins_same: bool) -> Near:  # noqa: FBT001 - part of a cache's key
    """Give how near two words are that differ by slips; a slip weighs less in a long word."""
    loss = (0.7 if distance == 1 else 1.1 * distance) / (length - 1)
    loss += 0.0 if begins_same else 0.05
    return Near(max(1.0 - loss, 0.1), How.TYPO1 if distance == 1 else How.TYPO2)


def _by_key(keys: Sequence[Iterable[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, of_word in enumerate(keys):
        for key in of_word:
            if key:
                found[key].append(number)
    return dict(found)
