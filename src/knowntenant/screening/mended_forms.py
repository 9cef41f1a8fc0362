"""Legal forms that are misspelt: doubled letters and single slips in words that only they have."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby

from knowntenant.screening.legal_forms import form_words
from knowntenant.screening.spelling import Deletions

MEMORY = 20_000  # words remembered
SHORT = 3  # letters of a form, such as llc, in which only doubled letters are mended
SHORTEST = 6  # letters of a word that may hold another slip than a doubled letter


def mend_forms(words: Sequence[str]) -> list[str]:
    """Give the words with those of misspelt legal forms put right; all others stay."""
    known = _table()[0]
    return [word if word in known else _mended(word) for word in words]


@cache
def _table() -> tuple[dict[str, str], dict[str, str], Deletions]:
    words = sorted(word for word in form_words() if len(word) >= SHORT)
    singles = {
        _single(word): word for word in words if len(word) == SHORT or len(word) >= SHORTEST - 1
    }
    return {word: word for word in words}, singles, Deletions.of(words, 1)


@lru_cache(MEMORY)
def _mended(word: str) -> str:
    known, singles, deletions = _table()
    if len(word) > SHORT and _single(word) in singles and _single(word) != word:
        return singles[_single(word)]
    if len(word) < SHORTEST:
        return word
    names = list(known)
    meant = [names[number] for number, _ in deletions.near(word) if len(names[number]) >= SHORTEST]
    return max(meant, key=len, default=word)


def _single(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))
