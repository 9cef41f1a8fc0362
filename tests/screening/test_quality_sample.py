import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.alerts import Alert
from knowntenant.screening.quality_sample import BANDS, Stratum, sample, stratum_of
from tests.screening.deciding import alert_of, cleared, hit


def made(number: int, score: float, who: str) -> Alert:
    return cleared(alert_of(hit(score=score), cluster=f"T{number}"), who)


@st.composite
def some(draw: st.DrawFn) -> list[Alert]:
    drawn = st.tuples(st.sampled_from([0.1, 0.6, 0.85, 0.99]), st.sampled_from(["An", "محمد"]))
    return [made(n, *what) for n, what in enumerate(draw(st.lists(drawn, max_size=12)))]


def twin(alerts: Sequence[Alert], seed: str, share: Fraction, least: int) -> set[str]:
    """The slow obvious twin: for each alert, count those of its stratum whose lot is smaller."""

    def lot(alert: Alert) -> str:
        return hashlib.sha256(f"{len(seed)}:{seed}{alert.id}".encode()).hexdigest()

    found = set()
    for alert in alerts:
        own = [a for a in alerts if stratum_of(a) == stratum_of(alert)]
        smaller = sum(lot(other) < lot(alert) for other in own)
        if smaller < max(least, ceil(share * len(own))):
            found.add(alert.id)
    return found


shares = st.fractions(0, 1)


@given(some(), st.text(max_size=4), shares, st.integers(0, 3), st.integers())
def test_the_draw_is_that_of_the_twin_whatever_the_order(
    alerts: list[Alert], seed: str, share: Fraction, least: int, chance: int
) -> None:
    seed = seed.encode("utf-8", "replace").decode()
    drawn = sample(alerts, seed=seed, share=share, least=least)
    assert {one.alert.id for one in drawn} == twin(alerts, seed, share, least)
    shuffled = Random(chance).sample(alerts, len(alerts))  # noqa: S311 - a test's order
    assert sample(shuffled, seed=seed, share=share, least=least) == drawn


@given(some(), shares, shares, st.integers(0, 3))
def test_a_larger_share_only_adds(
    alerts: list[Alert], one: Fraction, other: Fraction, least: int
) -> None:
    small, large = (
        {drawn.alert.id for drawn in sample(alerts, seed="s", share=share, least=least)}
        for share in sorted([one, other])
    )
    assert small <= large


@given(some(), shares, st.integers(0, 3))
def test_every_stratum_gives_its_share_and_at_least_the_least(
    alerts: list[Alert], share: Fraction, least: int
) -> None:
    drawn = Counter(one.stratum for one in sample(alerts, seed="s", share=share, least=least))
    for stratum, members in Counter(map(stratum_of, alerts)).items():
        assert drawn[stratum] == min(members, max(least, ceil(share * members)))


@given(some(), shares)
def test_a_stratum_does_not_hang_on_the_others(alerts: list[Alert], share: Fraction) -> None:
    every = sample(alerts, seed="s", share=share)
    for stratum in set(map(stratum_of, alerts)):
        own = [alert for alert in alerts if stratum_of(alert) == stratum]
        assert sample(own, seed="s", share=share) == [d for d in every if d.stratum == stratum]


def test_another_seed_draws_others() -> None:
    alerts = [made(number, 0.9, "An") for number in range(40)]
    first, second = (
        [one.alert.id for one in sample(alerts, seed=seed, share=Fraction(1, 4))]
        for seed in ("2027-Q1", "2027-Q2")
    )
    assert len(first) == len(second) == 10
    assert first != second


def test_open_alerts_are_passed_over_and_one_that_comes_twice_counts_once() -> None:
    alert = made(1, 0.9, "An")
    (drawn,) = sample([alert_of(), alert, alert], seed="s", share=Fraction(1))
    assert (drawn.alert, drawn.drawn, drawn.of) == (alert, 1, 1)
    assert drawn.stratum == Stratum(0.9, "An")


def test_bands_begin_where_they_say() -> None:
    found = [stratum_of(made(1, score, "An")).band for score in (0.0, 0.59, 0.6, 0.95, 1.0)]
    assert found == [0.0, 0.0, 0.6, 0.95, 0.95]
    assert BANDS[0] == 0.6


@pytest.mark.parametrize(
    ("share", "least"), [(Fraction(-1), 1), (Fraction(2), 1), (Fraction(1), -1)]
)
def test_a_sample_needs_a_share_and_a_least_number(share: Fraction, least: int) -> None:
    with pytest.raises(ValueError, match="share from 0 to 1"):
        sample([], seed="s", share=share, least=least)


def test_two_alerts_under_one_id_are_refused() -> None:
    alert = made(1, 0.9, "An")
    with pytest.raises(ValueError, match="two different alerts"):
        sample([alert, replace(alert, hits=(hit(score=0.8),))], seed="s", share=Fraction(1))
