"""The matcher in its steady form: what a party and an entry come to turns on these two alone.

A matcher weighs words by how frequent they are in its lists, and asks its lists whether a word may
be cut in two. For a re-screening by the change that may not be: a score has to be the same whether
an entry stands among ten thousand or alone. So all that a list tells of words is frozen in word
shares, and whatever else could turn on what stands beside an entry is settled by the words
themselves: which of two equally near words counts, and which of two equal scores is shown.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np

from knowntenant.screening.divisions import other_divisions
from knowntenant.screening.entry import Entry
from knowntenant.screening.index import Asked, Index, Shares
from knowntenant.screening.matcher import DEFAULT_ALGORITHM, Matcher, Seen, WordShares
from knowntenant.screening.names import Name
from knowntenant.screening.party import Party
from knowntenant.screening.vocabulary import (
    MEMORY,
    Neighbours,
    Vocabulary,
)
from knowntenant.screening.weighing import organization_weight, person_weight


class Weighed(NamedTuple):
    """What a word weighs, and what it weighs if it is misspelt."""

    weight: float
    meant: float


Known = Callable[[str], Weighed | None]
"""Gives what is already known of a word."""


class Lexicon:
    """What the list on which shares were frozen says of a word, listed or not.

    index: of that list's names, or of nothing but its words; made of the shares when it is needed.
    """

    def __init__(
        self, shares: Shares, *, trade: bool, index: Index | None = None, known: Known | None = None
    ) -> None:
        self.ordered: Sequence[str] = sorted(shares)
        self._shares = shares
        self._trade = trade
        self._index = index
        self._told = known
        self._known: dict[str, Weighed] = {}

    def __contains__(self, word: object) -> bool:
        """Tell whether a word stood in the list."""
        return word in self._shares

    def worth(self, word: str) -> Weighed:
        """Give what a word weighs."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= MEMORY:
                self._known.clear()
            found = self._known[word] = self._find(word)
        return found

    def _find(self, word: str) -> Weighed:
        told = self._told(word) if self._told is not None else None
        if told is not None:
            return told
        if self._index is None:
            weigh = organization_weight if self._trade else person_weight
            self._index = Index.of(
                _words(self._shares), weigh, trade=self._trade, shares=self._shares
            )
        asked = self._index.asked(Name(word, (word,)))
        return Weighed(asked.weights[0], asked.total)


class SteadyMatcher(Matcher):
    """A matcher whose scores do not turn on what else stands on its lists, given the word shares.

    shares: of the list on which they were frozen; of these entries where none are given. known:
    what is known already of words in people's names, and in those of companies.
    """

    people: "SteadyIndex"
    organizations: "SteadyIndex"

    def __init__(
        self,
        entries: Iterable[Entry],
        algorithm: str = DEFAULT_ALGORITHM,
        shares: WordShares | None = None,
        known: tuple[Known, Known] | None = None,
    ) -> None:
        super().__init__(map(_in_order, entries), algorithm, shares)
        people, organizations = known or (None, None)
        own = shares is None
        self.people = SteadyIndex.made_of(self.people, own=own, trade=False, known=people)
        self.organizations = SteadyIndex.made_of(
            self.organizations, own=own, trade=True, known=organizations
        )

    def seen(self, party: Party, least: float = 0.0) -> Iterator[Seen]:
        """Lay listed names beside the party's, in an order of their own, as the first counts."""
        for _, some in groupby(super().seen(party, least), key=lambda one: id(one.asked)):
            yield from sorted(some, key=self._rank)

    def _rank(self, seen: Seen) -> int:
        return (self.people if seen.people else self.organizations).rank(seen.name)


class SteadyIndex(Index):
    """An index that finds a name whatever other names it holds."""

    __slots__ = ("_rank", "lexicon")
    lexicon: Lexicon
    _rank: list[int]

    @classmethod
    def made_of(cls, index: Index, *, own: bool, trade: bool, known: Known | None) -> "SteadyIndex":
        """Give the same index in its steady form; own: the shares are those of its own names."""
        words = SteadyVocabulary.made_of(index.vocabulary, sorted(index.shares))
        told = {one.name: getattr(index, one.name) for one in fields(Index) if one.init}
        told["vocabulary"] = words
        made = cls(**told)
        count = len(made.forms)
        order = sorted(range(count), key=lambda name: (made.words_of(name), made.forms[name]))
        rank = np.empty(count, np.int64)
        rank[order] = np.arange(count)
        lexicon = Lexicon(
            index.shares, trade=trade, index=Index(**told) if own else None, known=known
        )
        object.__setattr__(made, "lexicon", lexicon)
        object.__setattr__(made, "_rank", rank.tolist())
        return made

    def asked(self, name: Name) -> Asked:
        """Make a name ready to be looked for: what its words weigh, only the lexicon says."""
        worth = [self.lexicon.worth(word) for word in name.words]
        return Asked(
            name,
            tuple(one.weight for one in worth),
            tuple(self.vocabulary.neighbours(word) for word in name.words),
            tuple(map(self.vocabulary.whole, other_divisions(name.words, self.lexicon))),
            sum(one.meant for one in worth),
        )

    def rank(self, name: int) -> int:
        """Give the place of a name in an order that no other name changes."""
        return self._rank[name]


class SteadyVocabulary(Vocabulary):
    """A vocabulary that lets a short word stand for a longer one by the frozen words alone."""

    _frozen: Sequence[str]

    @classmethod
    def made_of(cls, vocabulary: Vocabulary, frozen: Sequence[str]) -> "SteadyVocabulary":
        """Give the same vocabulary; frozen: the words of the lexicon, in order."""
        made = cls.__new__(cls)
        made.__dict__.update(vocabulary.__dict__)
        made._known = {}  # noqa: SLF001 - an object of this class
        made._frozen = frozen  # noqa: SLF001 - as above
        return made

    @property
    def _counted(self) -> Sequence[str]:
        return self._frozen

    def _find(self, word: str) -> Neighbours:
        """Give the words near a word, of equally near ones the last in the alphabet last."""
        found = super()._find(word)
        order = np.array([found.near[number].similarity for number in found.ids.tolist()])
        by = np.lexsort((found.ids, order))
        columns = ((one.name, getattr(found, one.name)) for one in fields(found))
        told: dict[str, Any] = {
            name: one[by] for name, one in columns if isinstance(one, np.ndarray)
        }
        return replace(found, **told)


def _words(shares: Shares) -> Iterator[tuple[Name, int]]:
    return ((Name(word, (word,)), number) for number, word in enumerate(shares))


def _in_order(entry: Entry) -> Entry:
    return replace(entry, names=tuple(sorted(entry.names, key=lambda one: (one.text, one.kind))))
