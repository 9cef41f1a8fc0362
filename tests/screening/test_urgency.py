from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.alerts import Alert
from knowntenant.screening.fingerprint import Side
from knowntenant.screening.known_lists import UNWEIGHED, WEIGHTS
from knowntenant.screening.urgency import (
    BirthAgreement,
    birth_agreement,
    by_urgency,
    shared_identifiers,
)
from tests.screening.deciding import FIRST, NOON, PARTY, alert_of, hit

if TYPE_CHECKING:
    from collections.abc import Callable


def side(*dates: str, identifiers: tuple[str, ...] = ()) -> Side:
    return Side("Person", (), dates, (), identifiers)


@pytest.mark.parametrize(
    ("ours", "theirs", "agreement"),
    [
        ("1964-02-29", "1964-02-29", BirthAgreement.DAY),
        ("1964-02-29", "1964", BirthAgreement.PARTLY),
        ("1964-02", "1964-02-29", BirthAgreement.PARTLY),
        ("1964-02-29", "1964-02-28", BirthAgreement.DISJOINT),
        ("1964", "1965", BirthAgreement.DISJOINT),
        ("1964", "~1965", BirthAgreement.PARTLY),
        ("1964", "~1966-01", BirthAgreement.DISJOINT),
        ("1964-02-29", "1960/1965", BirthAgreement.PARTLY),
        ("1966-01-01", "1960/1965", BirthAgreement.DISJOINT),
    ],
)
def test_birth_dates_agree_as_far_as_both_are_told(
    ours: str, theirs: str, agreement: BirthAgreement
) -> None:
    assert birth_agreement(side(ours), side(theirs)) is agreement
    assert birth_agreement(side(theirs), side(ours)) is agreement


def test_no_birth_date_is_neither_for_nor_against() -> None:
    assert birth_agreement(side(), side("1964")) is BirthAgreement.UNKNOWN


def test_the_pair_that_agrees_best_counts() -> None:
    assert birth_agreement(side("1964-02-29"), side("1950", "1964-02-29")) is BirthAgreement.DAY


def test_numbers_are_shared_whatever_kind_they_are_said_to_be() -> None:
    ours, theirs = side(identifiers=("passport vn b1",)), side(identifiers=("other - b1",))
    assert shared_identifiers(ours, theirs) == 1
    assert shared_identifiers(ours, side()) == 0


def ordered(*alerts: Alert) -> list[str]:
    found = by_urgency(alerts)
    assert by_urgency(reversed(alerts)) == found
    return [alert.cluster for alert in found]


def test_a_higher_score_comes_first_but_not_by_its_fourth_digit() -> None:
    bare = replace(FIRST, identifiers=())
    low = alert_of(hit(score=0.9), cluster="passport")
    high = alert_of(hit(bare, score=0.9001), entries=(bare,), cluster="bare")
    higher = alert_of(hit(bare, score=0.95), entries=(bare,), cluster="higher")
    assert ordered(high, low, higher) == ["higher", "passport", "bare"]


def test_ties_break_by_identifier_then_birth_date_then_list_then_age() -> None:
    bare = replace(FIRST, identifiers=())
    other = replace(bare, birth_dates=("1950",))
    watched = replace(bare, list_name="unverified_list")
    new_list = replace(bare, list_name="nobody weighed this")
    late = NOON + timedelta(days=1)
    alerts = [
        alert_of(entries=(bare,), opened=late, cluster="5 late"),
        alert_of(entries=(other,), cluster="8 other day of birth"),
        alert_of(entries=(watched,), cluster="7 watched"),
        alert_of(entries=(new_list,), cluster="6 new list"),
        alert_of(entries=(bare,), cluster="4 early"),
        alert_of(opened=late, cluster="1 passport"),
    ]
    assert [cluster[0] for cluster in ordered(*alerts)] == ["1", "4", "5", "6", "7", "8"]


def test_weights_are_data() -> None:
    bare = replace(FIRST, list_name="own list")
    alerts = [alert_of(cluster="sdn"), alert_of(entries=(bare,), cluster="own")]
    found = by_urgency(alerts, {"own list": 1000})
    assert [alert.cluster for alert in found] == ["own", "sdn"]


def comes_before(one: Alert, other: Alert) -> bool:
    """The slow obvious twin: the rules one by one."""
    rules: list[Callable[[Alert], Any]] = [
        lambda a: -round(a.score, 3),
        lambda a: -shared_identifiers(a.fingerprint.party, a.fingerprint.entries[0].side),
        lambda a: -birth_agreement(a.fingerprint.party, a.fingerprint.entries[0].side),
        lambda a: -WEIGHTS.get(a.fingerprint.entries[0].side.list_name, UNWEIGHED),
        lambda a: a.opened,
        lambda a: -a.score,
        lambda a: a.id,
    ]
    for rule in rules:
        if rule(one) != rule(other):
            return bool(rule(one) < rule(other))
    return False


@st.composite
def some_alerts(draw: st.DrawFn) -> list[Alert]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        entry = replace(
            FIRST,
            list_name=draw(st.sampled_from(["sdn", "un", "us_bis_uvl", "new"])),
            birth_dates=draw(st.sampled_from([(), ("1964",), ("1950",), ("1964-02-29",)])),
            identifiers=draw(st.sampled_from([(), FIRST.identifiers])),
        )
        score = draw(st.sampled_from([0.9, 0.9001, 0.8]))
        opened = NOON + timedelta(days=draw(st.integers(0, 1)))
        made = alert_of(
            hit(entry, score=score), entries=(entry,), cluster=f"T{number}", opened=opened
        )
        found.append(made)
    return found


@given(some_alerts(), st.randoms())
def test_the_order_is_total_stable_and_that_of_the_rules(
    alerts: list[Alert], chance: Random
) -> None:
    found = by_urgency(alerts)
    shuffled = list(alerts)
    chance.shuffle(shuffled)
    assert by_urgency(shuffled) == found
    assert all(comes_before(one, other) for one, other in pairwise(found))


def test_the_party_of_the_tests_has_a_passport_that_is_listed() -> None:
    assert shared_identifiers(alert_of().fingerprint.party, alert_of().fingerprint.entries[0].side)
    assert PARTY.identifiers
