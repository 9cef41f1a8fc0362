"""Made-up lists, whole: planted targets first, then as many invented ones as are wanted."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from random import Random

from knowntenant.sample.lists_files import write_targets
from knowntenant.sample.lists_folder import TRUTH, prepare
from knowntenant.sample.lists_made import Target, invented
from knowntenant.sample.lists_planted import Planted, planted

FIRST_NUMBER = 900_001


@dataclass(frozen=True, slots=True)
class WantedLists:
    """How many entries in all; customers, seed: of the sample that the lists go with."""

    entries: int
    seed: int
    customers: int


@dataclass(frozen=True, slots=True)
class WrittenLists:
    """How many entries each list has, by file; how many of the sample are to be found."""

    entries: Mapping[str, int]
    planted: int


def write_lists(folder: Path, wanted: WantedLists) -> WrittenLists:
    """Write lists into a folder that `refusal` says nothing against."""
    prepare(folder, entries=wanted.entries, seed=wanted.seed, customers=wanted.customers)
    found = planted(wanted.customers, wanted.seed, FIRST_NUMBER)
    own = dict.fromkeys(one.target for one in found)
    others = _invented(wanted.entries - len(own), FIRST_NUMBER + len(own), wanted.seed)
    targets = [*own, *others]
    Random(f"lists/order/{wanted.seed}").shuffle(targets)
    with (folder / TRUTH).open("w", encoding="utf-8", newline="") as lines:
        lines.writelines(f"{_line(one)}\n" for one in found)
    counts = write_targets(folder, targets)
    return WrittenLists(counts, sum(one.expected != "none" for one in found))


def _invented(entries: int, first: int, seed: int) -> Iterable[Target]:
    made = (
        target
        for number in count(first)
        for target in invented(number, Random(f"lists/{seed}/{number}"))
    )
    return islice(made, max(entries, 0))


def _line(one: Planted) -> str:
    told = {
        "situation": one.situation,
        "story": one.story,
        "about": one.who.about,
        "id": one.who.id,
        "entry": one.target.id,
        "expected": one.expected,
    }
    return json.dumps(told, ensure_ascii=False)
