# ruff: noqa: INP001 - scripts stand here, run as `python -m benchmarks.NAME`
"""How long re-screening takes: by the change, at several sizes of base and delta; and in full.

Customers are made up with a seed: three in five are people, their first and last names drawn from
the frequent names of one country each (names-dataset, as the screening cases hold them); the others
are companies, put together of two that report to the SEC. The delta is entries of the real SDN list
of 2021-07 that were not on the one of 2019-01 (or were changed), the frozen words those of 2019-01.
Without these files it says so and ends. Nothing is compared with the clock but by this script.

    python -m benchmarks.rescreen [--data DIR] [--sizes 10000,100000] [--full 4000]
"""

import argparse
import gzip
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowntenant.actions.customer_index import make_index, open_index
from knowntenant.actions.rescreen_full import Part, write_customers
from knowntenant.actions.screen_workers import screen_all
from knowntenant.imports.lists.loading import load_lists
from knowntenant.screening.batches import screen_parties
from knowntenant.screening.delta import Delta, compare
from knowntenant.screening.entry import Kind
from knowntenant.screening.matcher import DEFAULT_ALGORITHM
from knowntenant.screening.party import Party
from knowntenant.screening.rescreening import Base, concerned, delta_matcher
from knowntenant.screening.steady import SteadyMatcher

SEED, PEOPLE, MIDDLE = 20261124, 0.6, 0.3
BIRTHS = ((1940, 2005), (1, 12), (1, 28))
PART = 5_000
DELTAS = (10, 100, 1_000)
FEW, CHUNK = 4_000, 500


@dataclass(frozen=True, slots=True)
class Names:
    """What customers' names are drawn from: first and last names by country; companies' words."""

    first: dict[str, list[str]]
    last: dict[str, list[str]]
    companies: list[list[str]]


def names_of(data: Path) -> Names:
    """Read the names."""
    folder = data / "screening_cases" / "sources"
    with gzip.open(folder / "names_by_country.json.gz", "rt", encoding="utf-8") as file:
        told = json.load(file)
    first, last = (
        {c: _flat(names) for c, names in told[part].items()} for part in ("first", "last")
    )
    both = sorted(c for c in first.keys() & last if first[c] and last[c])
    with gzip.open(folder / "sec_company_names.txt.gz", "rt", encoding="utf-8") as file:
        companies = [words for line in file if (words := line.split())]
    return Names({c: first[c] for c in both}, {c: last[c] for c in both}, companies)


def customers(names: Names, count: int, seed: int = SEED) -> Iterator[Party]:
    """Make customers up; fewer of them are the first of more."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, guards nothing
    countries = list(names.first)
    for number in range(count):
        if chance.random() < PEOPLE:
            country = chance.choice(countries)
            words = [chance.choice(names.first[country]), chance.choice(names.last[country])]
            if chance.random() < MIDDLE:
                words.insert(0, chance.choice(names.first[country]))
            year, month, day = (chance.randint(*span) for span in BIRTHS)
            born = f"{year}-{month:02}-{day:02}"
            yield Party(f"C-{number}", Kind.PERSON, " ".join(words), (), born, (country.lower(),))
        else:
            one, other = chance.choice(names.companies), chance.choice(names.companies)
            words = [*one[: max(1, len(one) - 2)], *other[-2:]]
            yield Party(f"C-{number}", Kind.ORGANIZATION, " ".join(words), (), "", ("us",))


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared/data")
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--full", type=int, default=4_000, help="customers of the full run")
    parser.add_argument("--jobs", type=int, default=2)
    told = parser.parse_args()
    sdn = told.data / "watchlists" / "us" / "ofac_sdn"
    if not sdn.is_dir():
        sys.exit(f"skipped: {sdn} is not here, and the delta is taken from real lists")
    old, new = list(load_lists(sdn / "2019-01")), list(load_lists(sdn / "2021-07"))
    delta = compare(old, new)
    matter = [one for one in delta.changed if one.matters]
    _say(f"SDN 2019-01 -> 2021-07: {len(delta.added)} added, {len(matter)} changed so that it"
         f" matters, {len(delta.removed)} removed; load {os.getloadavg()}")  # fmt: skip
    frozen = SteadyMatcher(old)
    names = names_of(told.data)
    _full(frozen, list(customers(names, told.full)), told.jobs)
    for size in map(int, told.sizes.split(",")):
        folder = Path(tempfile.mkdtemp(prefix="rescreen-"))
        try:
            _measured(folder, frozen, names, delta, size, told.jobs)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _full(matcher: SteadyMatcher, parties: list[Party], jobs: int) -> None:
    wall, spent = time.perf_counter(), time.process_time()
    found = sum(1 for _ in screen_parties(matcher, parties))
    wall, spent = time.perf_counter() - wall, time.process_time() - spent
    _say(f"full run, one process: {len(parties) / spent:,.0f} customers a second of processor time"
         f" ({len(parties) / wall:,.0f} by the clock), {found} hits")  # fmt: skip
    minutes = 1e6 * spent / (jobs * len(parties)) / 60
    _say(f"  a million on {jobs} cores at that rate: {minutes:.1f} min")


def _measured(  # noqa: PLR0913, PLR0917 - all that a line of the table says
    folder: Path, frozen: SteadyMatcher, names: Names, delta: Delta, size: int, jobs: int
) -> None:
    files = _written(folder, names, size)
    start = time.perf_counter()
    segments = make_index(folder, files, frozen, jobs)
    built = time.perf_counter() - start
    disk = sum(one.stat().st_size for one in folder.glob("index-*/*")) / 1e6
    load = os.getloadavg()[0]
    _say(f"{size:>9,} customers: index built in {built:.1f} s ({disk:.0f} MB), load {load:.1f}")
    for count in DELTAS:
        chosen = _some(delta, count)
        start = time.perf_counter()
        bases = [open_index(folder / f"index-{n:03}", one) for n, one in enumerate(segments)]
        matcher = delta_matcher(bases, chosen, DEFAULT_ALGORITHM, frozen.shares)
        made = time.perf_counter() - start
        numbers = iter(range(len(bases)))
        rows = list(screen_all(_Finder(matcher, bases), numbers, min(jobs, len(bases))))
        found = time.perf_counter() - start
        count_of = sum(map(len, rows))
        work = zip(bases, rows, strict=True)
        hits = sum(screen_all(_Scorer(matcher), _chunks(work), jobs if count_of > FEW else 1))
        took = time.perf_counter() - start
        _say(
            f"    delta of {len(chosen.to_search):>5}: {took:6.2f} s (opened {made:.2f}, searched"
            f" {found - made:.2f}, scored {took - found:.2f}); {count_of:,} customers"
            f" concerned, {hits:,} hits; {took / count * 1000:.1f} ms an entry"
        )


@dataclass(frozen=True, slots=True)
class _Finder:
    matcher: SteadyMatcher
    bases: list[Base]

    def batch(self, number: int, /) -> list[int]:
        """Find who is concerned."""
        return concerned(self.bases[number], self.matcher)


@dataclass(frozen=True, slots=True)
class _Scorer:
    matcher: SteadyMatcher

    def batch(self, work: list[Party], /) -> int:
        """Score some customers."""
        return sum(1 for _ in screen_parties(self.matcher, work))


def _chunks(work: Iterator[tuple[Base, list[int]]]) -> Iterator[list[Party]]:
    some: list[Party] = []
    for base, rows in work:
        for party in base.parties(rows):
            some.append(party)
            if len(some) == CHUNK:
                yield some
                some = []
    yield some


def _written(folder: Path, names: Names, size: int) -> list[tuple[Path, int]]:
    files: list[tuple[Path, int]] = []
    some: list[Party] = []
    for number, party in enumerate(customers(names, size), 1):
        some.append(party)
        if len(some) == PART or number == size:
            part = Part(len(files), len(some), 0, len(some), 0)
            write_customers(part.customers_in(folder), some)
            files.append((part.customers_in(folder), len(some)))
            some = []
    return files


def _some(delta: Delta, count: int) -> Delta:
    """Give added and changed entries by turns, drawn with a seed."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable, guards nothing
    matter = [one for one in delta.changed if one.matters]
    changed = tuple(chance.sample(matter, min(count // 5, len(matter))))
    added = tuple(chance.sample(delta.added, min(count - len(changed), len(delta.added))))
    return Delta(added, changed, ())


def _flat(told: object) -> list[str]:
    if isinstance(told, dict):
        return [name for one in told.values() for name in _flat(one)]
    return [str(one) for one in told] if isinstance(told, list) else []


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
