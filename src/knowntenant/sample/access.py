"""Accesses: millions of rows spread over the accounts by arithmetic, in the order of time.

Nothing here is drawn by chance: an account's number, a row's number and the seed give each row.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from importlib import resources
from pathlib import Path

import duckdb

from knowntenant.sample.files import Format
from knowntenant.sample.made import Visit, Visits

COPY = {
    Format.CSV: "FORMAT csv, HEADER",
    Format.JSONL: "FORMAT json",
    Format.PARQUET: "FORMAT parquet",
}
OFFICE_HOURS = 15 * 3600
MORNING = 5 * 3600
"""05:00 UTC is midnight or later in New York, so that no access falls on the day before."""

SEEDS = 1000


def write_access(
    file: Path, visits: Sequence[Visits], single: Sequence[Visit], *, rows: int, seed: int
) -> int:
    """Write the accesses: every single one, and the others spread until there are `rows`.

    Give how many were written: more than asked for where the single ones alone are more.
    """
    spread = [one for one in visits if one.first < one.end]
    number = {one.account: n for n, one in enumerate(visits)}
    each, over = divmod(max(rows - len(single), 0), len(spread) or 1)
    singles, periods, view, *_ = _statements()
    with duckdb.connect() as base:
        base.execute(f"SET VARIABLE seed = {seed % SEEDS}")
        base.execute(singles, {
            "account": [one.account for one in single],
            "moment": [_second(one.day, OFFICE_HOURS) for one in single],
            "action": [one.action for one in single],
            "located": [one.located for one in single],
            "number": [number.get(one.account, n) for n, one in enumerate(single)],
        })  # fmt: skip
        base.execute(periods, {
            "account": [one.account for one in spread],
            "first": [_second(one.first, MORNING) for one in spread],
            "until": [_second(one.end, 0) for one in spread],
            "located": [one.located for one in spread],
            "number": [number[one.account] for one in spread],
            "rows": [each + (n < over) for n in range(len(spread))],
        })  # fmt: skip
        base.execute(view)
        name, form = str(file).replace("'", "''"), Format(file.suffix[1:])
        base.execute(f"COPY access TO '{name}' ({COPY[form]})")
    return len(single) + (each * len(spread) + over if spread else 0)


def _statements() -> list[str]:
    text = resources.files(__package__).joinpath("access.sql").read_text(encoding="utf-8")
    return text.split(";\n")


def _second(day: date, seconds: int) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp()) + seconds
