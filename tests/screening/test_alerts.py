from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowntenant.screening.alerts import Act, State, alerts_of, joined
from knowntenant.screening.matcher import Matcher
from tests.screening.deciding import FIRST, LINE, NOON, PARTY, SECOND, alert_of, cleared, hit, step


def test_hits_on_one_target_are_one_alert_with_the_best_hit_first() -> None:
    alert = alert_of(hit(score=0.7), hit(SECOND, score=0.9), entries=(FIRST, SECOND))
    assert alert.entries == ("un:2", "sdn:1")
    assert (alert.score, alert.algorithm, alert.lines) == (0.9, "kt-1", (LINE,))
    assert alert.state is State.OPEN
    assert not alert.look_again


def test_hits_on_two_targets_are_two_alerts() -> None:
    entries = {"sdn:1": FIRST, "un:2": SECOND}
    alerts = alerts_of([hit(SECOND), hit()], {"C1": PARTY}, entries, {}, NOON)
    assert [alert.cluster for alert in alerts] == ["sdn:1", "un:2"]
    assert [alert.id for alert in alerts] == ["C1|sdn:1", "C1|un:2"]


def test_entries_of_targets_that_were_not_hit_are_left_out() -> None:
    (alert,) = alerts_of([hit()], {"C1": PARTY}, {"sdn:1": FIRST, "un:2": SECOND}, {}, NOON)
    assert alert.fingerprint.ids() == {"sdn:1"}


def test_the_hits_of_a_matcher_become_alerts() -> None:
    party = replace(PARTY, name="NGUYEN, Van Binh")
    hits = Matcher([FIRST, SECOND]).hits(party)
    (alert,) = alerts_of(hits, {"C1": party}, {"sdn:1": FIRST, "un:2": SECOND},
                         {"sdn:1": "T", "un:2": "T"}, NOON)  # fmt: skip
    assert set(alert.entries) == {"sdn:1", "un:2"}


def test_the_fingerprint_takes_in_members_that_were_not_hit() -> None:
    alert = alert_of(entries=(FIRST, SECOND))
    assert alert.entries == ("sdn:1",)
    assert [seen.score for seen in alert.fingerprint.entries] == [0.9, None]


def test_of_several_hits_of_an_entry_the_fingerprint_keeps_every_name_and_the_best_score() -> None:
    (seen,) = alert_of(hit(score=0.7), hit(score=0.9, asked_name="محمد")).fingerprint.entries
    assert seen.score == 0.9
    assert seen.asked == ("nguyen van binh", "محمد")


def test_the_digest_names_a_fingerprint_without_its_personal_data() -> None:
    one, other = alert_of(), alert_of(party=replace(PARTY, birth_date="1964"))
    assert one.fingerprint.digest() == alert_of().fingerprint.digest()
    assert one.fingerprint.digest() != other.fingerprint.digest()
    assert len(one.fingerprint.digest()) == 64


def test_a_name_that_stands_twice_is_weak_only_where_it_is_weak_both_times() -> None:
    weak = alert_of().fingerprint.entries[0].side
    names = tuple(replace(name, kind=FIRST.names[0].kind) for name in FIRST.names)
    both = alert_of(entries=(replace(FIRST, names=(*FIRST.names, *names)),)).fingerprint
    assert "weak: binh dep" in weak.names
    assert "binh dep" in both.entries[0].side.names


def test_alerts_need_a_time_with_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        alert_of(opened=datetime(2027, 3, 1))  # noqa: DTZ001 - the case itself


def test_the_state_is_that_after_the_last_step() -> None:
    assert cleared(alert_of()).state is State.CLEARED
    assert cleared(alert_of()).after(step(Act.REOPEN)).state is State.OPEN


@given(*[st.text("ab|%7C25", max_size=5)] * 4)
@example("a|b", "c", "a", "b|c")
@example("a%7Cb", "c", "a|b", "c")
def test_no_two_pairs_have_one_identifier(a: str, b: str, c: str, d: str) -> None:
    assert (joined(a, b) == joined(c, d)) is ((a, b) == (c, d))
