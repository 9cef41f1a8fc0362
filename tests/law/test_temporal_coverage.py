"""Time has no gaps: on the first day of each quarter every parameter has exactly one value.

No value is asserted here; the cases do that.
"""

import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowntenant.law.loading import load_pack, pack_names
from knowntenant.law.pack import DatedValue, Pack, Parameter
from tests.law.toy import NPRM, TOY

YEARS = 5
STALE = timedelta(days=400)

PACKS = [*(load_pack(name) for name in pack_names()), TOY]
every_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)


def quarters(start: date, years: int) -> Iterator[date]:
    """Give the start, and the first day of each quarter until so many years after it."""
    yield start
    for year in range(start.year, start.year + years + 1):
        for month in (1, 4, 7, 10):
            first = date(year, month, 1)
            if start < first <= start.replace(year=start.year + years):
                yield first


def holding(parameter: Parameter, day: date) -> list[DatedValue]:
    """Give the values that hold on a day: each from its own day until the next one begins."""
    ends = [later.start for later in parameter.values[1:]] + [date.max]
    spans = zip(parameter.values, ends, strict=True)
    return [v for v, end in spans if v.start <= day < end and v.value is not None]


def gaps(pack: Pack) -> list[str]:
    """Give every parameter and day on which it has no value, or more than one."""
    return [
        f"{parameter.name} on {day}"
        for day in quarters(pack.starts, YEARS)
        for parameter in pack.parameters.values()
        if [v.value for v in holding(parameter, day)] != [parameter.on(day)]
    ]


def not_looked_at(pack: Pack, today: date) -> list[str]:
    """Give the parameters that nobody has compared with their source for long."""
    rows = pack.parameters.values()
    return [row.name for row in rows if today - row.last_verified_on > STALE]


@every_pack
def test_every_parameter_has_exactly_one_value_on_the_first_day_of_each_quarter(pack: Pack) -> None:
    assert len(list(quarters(pack.starts, YEARS))) > YEARS * 4
    assert gaps(pack) == []


@every_pack
def test_every_parameter_has_a_clause_of_its_pack_and_a_day_on_which_it_was_checked(
    pack: Pack,
) -> None:
    for parameter in pack.parameters.values():
        assert parameter.clause in pack.clauses
        assert parameter.last_verified_on > pack.starts
        assert all(dated.source for dated in parameter.values)


@every_pack
def test_a_parameter_that_was_not_checked_for_long_is_only_warned_of(pack: Pack) -> None:
    found = not_looked_at(pack, date.today())  # noqa: DTZ011 - the reader's own day is meant
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        for name in found:
            warnings.warn(f"{pack.name}: {name} was last checked long ago", stacklevel=1)


def test_a_planted_gap_and_a_value_that_ended_are_found() -> None:
    share = NPRM.parameters["beneficial_owner_share"]
    late = DatedValue(date(2024, 6, 1), share.values[0].value, "late")
    ended = DatedValue(date(2026, 1, 2), None, "ended")
    made = replace(NPRM, parameters={"share": replace(share, values=(late, ended))})
    found = gaps(made)
    assert found[:3] == [f"{share.name} on {day}" for day in ("2024-01-29", "2024-04-01")] + [
        f"{share.name} on 2026-04-01"
    ]


def test_a_planted_parameter_that_nobody_checked_is_found() -> None:
    today = max(row.last_verified_on for row in NPRM.parameters.values()) + STALE
    assert not_looked_at(NPRM, today) == []
    assert not_looked_at(NPRM, today + timedelta(days=1)) == list(NPRM.parameters)
