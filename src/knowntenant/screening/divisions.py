"""How else a name may be divided: two of its words written as one, or one of them as two."""

from collections.abc import Container, Sequence
from itertools import pairwise

SHORTEST_JOINED, SHORTEST_PART = 5, 2  # letters


def other_divisions(words: Sequence[str], known: Container[str]) -> list[str]:
    """Give what a name's words are when two are written as one, or one as two.

    Only words that are not known are cut, and only into known ones.
    """
    found = [one for one in map("".join, pairwise(words)) if len(one) >= SHORTEST_JOINED]
    for word in words:
        if word not in known:
            found += _parts(word, known)
    return found


def _parts(word: str, known: Container[str]) -> list[str]:
    return [
        part
        for cut in range(2, len(word) - 1)
        if word[:cut] in known and word[cut:] in known
        for part in (word[:cut], word[cut:])
        if len(part) >= SHORTEST_PART
    ]
