"""The whole sample: customers plain and planted in a shuffled order, resellers, products, truth."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from knowntenant.sample.access import write_access
from knowntenant.sample.files import Export, Format
from knowntenant.sample.folder import TRUTH
from knowntenant.sample.house import house
from knowntenant.sample.made import Seat, Visit, Visits
from knowntenant.sample.plain import plain
from knowntenant.sample.planted import STORIES, WORDS, seats_of
from knowntenant.sample.products import PRODUCT_TRUTH, PRODUCTS, PROVIDER
from knowntenant.sample.resellers import resellers
from knowntenant.sample.truth import Story, told_of

EVERY = 1000
"""In so many customers each situation stands once, and at least once in all."""

WHOLE = 90
"""From so many customers on all situations are there; below, the first of them are, and a third of
the customers are plain."""

Task = tuple[str, Callable[..., Story] | None, int]
"""The name of a situation ('' for plain), what makes it, and how many customers it has."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a sample. access_rows: None for fifty times the customers."""

    customers: int
    seed: int
    form: Format = Format.CSV
    access_rows: int | None = None

    @property
    def accesses(self) -> int:
        """How many rows of access are asked for."""
        return 50 * self.customers if self.access_rows is None else self.access_rows


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: rows by table, and how many customers are in a planted situation."""

    rows: dict[str, int]
    planted: int


def tasks(customers: int) -> list[Task]:
    """Give what is to be made for so many customers: situations first, then plain ones."""
    found: list[Task] = []
    plain_ones = 0 if customers >= WHOLE else (customers + 2) // 3
    left = customers - plain_ones
    for _ in range(max(1, customers // EVERY)):
        for name, make in STORIES:
            seats = seats_of(make)
            if seats <= left:
                found.append((name, make, seats))
                left -= seats
    return found + [("", None, 1)] * (left + plain_ones)


def write_sample(folder: Path, wanted: Wanted) -> Written:
    """Write a sample into an existing folder."""
    export = Export(folder, wanted.form)
    export.write({"provider": [PROVIDER], "products": list(PRODUCTS)})
    fixed = (house({name for name, _, _ in tasks(wanted.customers)}), resellers())
    for one in fixed:
        export.write(one.rows)
    visits: list[Visits] = []
    single: list[Visit] = []
    planted = 0
    with (folder / TRUTH).open("w", encoding="utf-8", newline="") as lines:
        for line in (*PRODUCT_TRUTH, *(line for one in fixed for line in one.truth)):
            lines.write(line.line() + "\n")
        for name, story in stories(wanted):
            for made in story.customers:
                export.write(made.rows)
                visits += made.visits
                single += made.single
            if name:
                planted += len(story.customers)
                lines.write(told_of(name, WORDS[name], story).line() + "\n")
    export.close()
    file = folder / f"access.{wanted.form}"
    rows = write_access(file, visits, single, rows=wanted.accesses, seed=wanted.seed)
    return Written({**export.counts, "access": rows}, planted)


def stories(wanted: Wanted) -> Iterator[tuple[str, Story]]:
    """Make everything in an order that the seed shuffles; every customer has chances of its own."""
    ordered = tasks(wanted.customers)
    Random(f"order/{wanted.seed}").shuffle(ordered)
    number = 0
    for name, make, count in ordered:
        seats = [
            Seat(number + n, Random(f"{wanted.seed}/{number + n}")) for n in range(1, count + 1)
        ]
        number += count
        story = make(*seats) if make else Story((plain(seats[0]),))
        yield name, story
