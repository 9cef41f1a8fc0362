"""Two names laid beside each other, word by word: what goes together, and what is left over."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from knowntenant.screening.index import Asked
from knowntenant.screening.vocabulary import How, Near

INITIAL = Near(0.6, How.INITIAL)
JOINED = Near(0.9, How.JOINED)
LONG_ENOUGH_FOR_A_SLIP = 7
SHORTEST_JOINED = 4
SURE = 0.8


class Matched(NamedTuple):
    """Words that go together: their places in the two names (ends left out), and how near."""

    asked: int
    asked_end: int
    listed: int
    listed_end: int
    near: Near


class Alignment(NamedTuple):
    """What goes together, and the places of the words on either side that are left over."""

    matched: list[Matched]
    asked_left: list[int]
    listed_left: list[int]


def align(asked: Asked, listed: Sequence[int], words: Sequence[str]) -> Alignment:
    """Lay a listed name, given by the numbers of its words, beside the name asked about.

    Words that are surely the same go together first, and among equally near ones those that stand
    nearest to the same place; then words that one side writes as one and the other as two; then
    words less near; then initials.
    """
    found = []
    for i, neighbours in enumerate(asked.near):
        near = neighbours.near
        for j, number in enumerate(listed):
            one = near.get(number)
            if one is not None:
                found.append((-one.similarity, abs(i - j), i, j, one))
    found.sort()
    asked_left, listed_left = list(range(len(asked.near))), list(range(len(listed)))
    matched: list[Matched] = []
    sure = _take(found, SURE, asked_left, listed_left, matched)
    if asked_left and listed_left:
        texts = asked.name.words
        others = [words[number] for number in listed]
        _join(texts, others, asked_left, listed_left, matched)
        _take(found[sure:], 0.0, asked_left, listed_left, matched)
        _initials(texts, others, asked_left, listed_left, matched)
    return Alignment(matched, asked_left, listed_left)


def _take(
    found: Sequence[tuple[float, int, int, int, Near]],
    least: float,
    asked_left: list[int],
    listed_left: list[int],
    matched: list[Matched],
) -> int:
    """Match the nearest words that are left over, down to a similarity; give how many were seen."""
    for seen, (distance, _, i, j, near) in enumerate(found):
        if -distance < least:
            return seen
        if i in asked_left and j in listed_left:
            asked_left.remove(i)
            listed_left.remove(j)
            matched.append(Matched(i, i + 1, j, j + 1, near))
    return len(found)


def _initials(
    asked: Sequence[str],
    listed: Sequence[str],
    asked_left: list[int],
    listed_left: list[int],
    matched: list[Matched],
) -> None:
    for i in tuple(asked_left):
        for j in listed_left:
            one, other = asked[i], listed[j]
            if one[0] == other[0] and (len(one) == 1 or len(other) == 1):
                matched.append(Matched(i, i + 1, j, j + 1, INITIAL))
                asked_left.remove(i)
                listed_left.remove(j)
                break


def _join(
    asked: Sequence[str],
    listed: Sequence[str],
    asked_left: list[int],
    listed_left: list[int],
    matched: list[Matched],
) -> None:
    """Put words together that one side writes as one and the other side as two or three."""
    for j in tuple(listed_left):
        span = _joined(asked, asked_left, listed[j])
        if span is not None:
            matched.append(Matched(*span, j, j + 1, JOINED))
            listed_left.remove(j)
            asked_left[:] = [i for i in asked_left if not span[0] <= i < span[1]]
    for i in tuple(asked_left):
        span = _joined(listed, listed_left, asked[i])
        if span is not None:
            matched.append(Matched(i, i + 1, *span, JOINED))
            asked_left.remove(i)
            listed_left[:] = [j for j in listed_left if not span[0] <= j < span[1]]


def _joined(words: Sequence[str], left: Sequence[int], whole: str) -> tuple[int, int] | None:
    """Give the span of words left over that, written as one, are the whole word."""
    if len(whole) < SHORTEST_JOINED:
        return None
    for place, start in enumerate(left):
        if words[start][0] != whole[0]:
            continue
        text = words[start]
        for step in range(1, 3):
            if place + step >= len(left) or left[place + step] != start + step:
                break
            text += words[start + step]
            if text == whole or (
                len(whole) >= LONG_ENOUGH_FOR_A_SLIP
                and abs(len(text) - len(whole)) <= 1
                and OSA.distance(text, whole, score_cutoff=1) <= 1
            ):
                return start, start + step + 1
    return None
