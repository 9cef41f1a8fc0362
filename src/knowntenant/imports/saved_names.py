"""Names of one sort of a saved index: their words, what is near them, and who bears them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from knowntenant.imports.saved_entries import read_grouped, write_grouped
from knowntenant.imports.saved_parts import AGAIN, Saved, SavedIndexError, Writing
from knowntenant.screening.index import Index, Ints
from knowntenant.screening.spelling import Deletions
from knowntenant.screening.vocabulary import Parts, Vocabulary
from knowntenant.screening.weighing import organization_weight, person_weight

Words = tuple[str, ...]
FORM = "\x1f"  # between the classes of legal forms of one name


class SameNames(Mapping[Words, Sequence[int]]):
    """The numbers of the names of exactly some words, found among those that hold the rarest."""

    def __init__(
        self, vocabulary: Vocabulary, names: tuple[Ints, Ints], post: tuple[Ints, Ints]
    ) -> None:
        self._number = vocabulary.number
        self._words = vocabulary.words
        self._first, self._of_names = names
        self._post_first, self._post = post

    def __getitem__(self, words: Words) -> list[int]:
        try:
            numbers = [self._number[word] for word in words]
        except KeyError:
            raise KeyError(words) from None
        first = self._first
        holding = self._holding(numbers)
        long = holding[first[holding + 1] - first[holding] == len(numbers)]
        laid = self._of_names[first[long][:, None] + np.arange(len(numbers))]
        found: list[int] = long[(laid == numbers).all(axis=1)].tolist()
        if not found:
            raise KeyError(words)
        return found

    def _holding(self, numbers: list[int]) -> Ints:
        """Give the names that hold the rarest of some words; all, where there are no words."""
        if not numbers:
            return np.arange(len(self._first) - 1, dtype=np.int32)
        starts = self._post_first
        rarest = min(numbers, key=lambda word: starts[word + 1] - starts[word])
        return self._post[starts[rarest] : starts[rarest + 1]]

    def __iter__(self) -> Iterator[Words]:
        words, of_names, first = self._words, self._of_names.tolist(), self._first.tolist()
        every = (tuple(words[word] for word in of_names[a:b]) for a, b in pairwise(first))
        return iter(dict.fromkeys(every))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def write_names(writing: Writing, name: str, index: Index) -> None:
    """Add an index; its parts begin with a name."""
    parts = index.vocabulary.parts()
    writing.texts(f"{name}.vocabulary", parts.words)
    _write_deletions(writing, f"{name}.slips", parts.deletions)
    _write_deletions(writing, f"{name}.near_sounds", parts.near_sounds)
    write_grouped(writing, f"{name}.sounds", parts.by_sound)
    write_grouped(writing, f"{name}.groups", parts.by_group)
    forms = {form: place for place, form in enumerate(dict.fromkeys(index.forms))}
    writing.texts(f"{name}.form_names", (FORM.join(form) for form in forms))
    writing.numbers(f"{name}.forms", (forms[form] for form in index.forms), "<i4")
    writing.texts(f"{name}.share_words", index.shares)
    writing.numbers(f"{name}.shares", index.shares.values(), "<f8")
    for part in ("owner_first", "owner", "first", "words", "post_first", "post"):
        writing.numbers(f"{name}.{part}", getattr(index, part), "<i4")
    writing.numbers(f"{name}.weight", index.weight, "<f4")
    writing.numbers(f"{name}.total", index.total, "<f4")


def read_names(saved: Saved, name: str, listed: int, *, trade: bool) -> Index:
    """Give an index back; listed: how many listed names there are. Raises SavedIndexError."""
    vocabulary = _vocabulary(saved, name, trade=trade)
    count = len(vocabulary.words)
    form_names = [_form(text) for text in saved.texts(f"{name}.form_names").every()]
    forms = saved.places(f"{name}.forms", len(form_names)).tolist()
    words, post = saved.places(f"{name}.words", count), saved.places(f"{name}.post", len(forms))
    owner = saved.places(f"{name}.owner", listed)
    first = saved.starts(f"{name}.first", len(words))
    post_first = saved.starts(f"{name}.post_first", len(post))
    owner_first = saved.starts(f"{name}.owner_first", len(owner))
    weight, total = saved.numbers(f"{name}.weight", "<f4"), saved.numbers(f"{name}.total", "<f4")
    shares = saved.numbers(f"{name}.shares", "<f8").tolist()
    share_words = saved.texts(f"{name}.share_words").every()
    lengths = (len(first) - 1, len(owner_first) - 1, len(total))
    words_told = (len(post_first) - 1, len(weight))
    fits = set(lengths) == {len(forms)} and set(words_told) == {count}
    if not fits or len(shares) != len(share_words):
        message = f"The saved index does not fit together: {name}. {AGAIN}"
        raise SavedIndexError(message)
    return Index(
        vocabulary,
        organization_weight if trade else person_weight,
        dict(zip(share_words, shares, strict=True)),
        [form_names[form] for form in forms],
        owner_first,
        owner,
        first,
        words,
        post_first,
        post,
        weight,
        weight.tolist(),
        total,
        SameNames(vocabulary, (first, words), (post_first, post)),
    )


def _vocabulary(saved: Saved, name: str, *, trade: bool) -> Vocabulary:
    words = saved.texts(f"{name}.vocabulary").every()
    count = len(words)
    by_sound = read_grouped(saved, f"{name}.sounds", count)
    parts = Parts(
        words,
        _read_deletions(saved, f"{name}.slips", words, 2),
        by_sound,
        read_grouped(saved, f"{name}.groups", count),
        _read_deletions(saved, f"{name}.near_sounds", list(by_sound), 1),
    )
    return Vocabulary.of_parts(parts, trade=trade)


def _write_deletions(writing: Writing, name: str, deletions: Deletions) -> None:
    writing.numbers(f"{name}.hashes", deletions.hashes, "<u8")
    writing.numbers(f"{name}.ids", deletions.ids, "<i4")


def _read_deletions(saved: Saved, name: str, words: Sequence[str], most: int) -> Deletions:
    hashes, ids = saved.numbers(f"{name}.hashes", "<u8"), saved.places(f"{name}.ids", len(words))
    if len(hashes) != len(ids):
        message = f"The saved index does not fit together: {name}. {AGAIN}"
        raise SavedIndexError(message)
    return Deletions(words, hashes, ids, most)


def _form(text: str) -> Words:
    return tuple(text.split(FORM)) if text else ()
