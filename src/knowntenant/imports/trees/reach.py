"""Which part of a large tree is about the provider's own: everything upward of given ids."""

from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_Numbers = NDArray[np.int64]


class Reach:
    """The ids within reach, by their hashes; two ids of one hash let at most one too many in."""

    def __init__(self, hashes: set[int] | None) -> None:
        """Take the hashes; None for everything."""
        self._hashes = hashes

    def __contains__(self, id_: str) -> bool:
        return self._hashes is None or hash(id_) in self._hashes


EVERYTHING = Reach(None)


class Links:
    """Links from ids to ids in 16 bytes each, so that millions fit into memory."""

    def __init__(self) -> None:
        """Begin without links."""
        self._from, self._to = array("q"), array("q")

    def add(self, one: str, other: str) -> None:
        """Say that whoever asks about the one needs the other."""
        self._from.append(hash(one))
        self._to.append(hash(other))

    def reached(self, starts: Iterable[str]) -> Reach:
        """Follow the links from the starts to their ends; loops are followed once."""
        begin, end = np.array(self._from, np.int64), np.array(self._to, np.int64)
        order = np.argsort(begin, kind="stable")
        begin, end = begin[order], end[order]
        front = np.unique(np.fromiter(map(hash, starts), np.int64))
        seen = set(front.tolist())
        while front.size:
            beyond = set(_beyond(begin, end, front).tolist()) - seen
            seen |= beyond
            front = np.fromiter(beyond, np.int64, len(beyond))
        return Reach(seen)


def _beyond(begin: _Numbers, end: _Numbers, front: _Numbers) -> _Numbers:
    """Give the ends of all links that begin in the front."""
    first = np.searchsorted(begin, front, side="left")
    counts = np.searchsorted(begin, front, side="right") - first
    places = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    return end.take(places)
