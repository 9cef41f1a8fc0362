from dataclasses import replace

import pytest

from knowntenant.screening.alerts import MACHINE, Act, Alert, State
from knowntenant.screening.clearance import (
    MARGIN,
    Clearance,
    Outcome,
    carry,
    carry_all,
    clearance_of,
    compare,
)
from knowntenant.screening.entry import (
    ListedName,
    NameKind,
)
from tests.screening.deciding import (
    ENTRY_CHANGES,
    FIRST,
    NOON,
    PARTY,
    PARTY_CHANGES,
    SECOND,
    alert_of,
    hit,
    judged,
    outcome,
    step,
)

BOTH = (FIRST, SECOND)


def reasons(now: Alert, *before: Clearance) -> str:
    carried = compare(now, before)
    assert carried.outcome is Outcome.REOPENS
    return "; ".join(carried.reasons)


def test_the_same_alert_stays_cleared_and_says_why() -> None:
    alert, carried = carry(alert_of(), [judged(alert_of())], NOON)
    assert carried.outcome is Outcome.STAYS
    assert alert.state is State.CLEARED
    assert (alert.steps[-1].act, alert.steps[-1].who) == (Act.CARRY, "An")
    assert alert.steps[-1].why == "nothing that mattered has changed"
    assert not alert.look_again


def test_an_alert_that_nobody_judged_stays_open() -> None:
    alert, carried = carry(alert_of(), [], NOON)
    assert (alert.state, alert.steps, carried.outcome) == (State.OPEN, (), Outcome.UNKNOWN)


def test_what_reopens_says_so_and_names_fields_without_personal_data() -> None:
    now = alert_of(party=replace(PARTY, birth_date="1950-01-01", name="Secret Name"))
    alert, _ = carry(now, [judged(alert_of())], NOON)
    last = alert.steps[-1]
    assert (alert.state, last.act, last.who) == (State.OPEN, Act.REOPEN, MACHINE)
    assert "the party: birth dates changed" in last.why
    assert "1950" not in last.why
    assert "ecret" not in last.why


@pytest.mark.parametrize("words", PARTY_CHANGES)
def test_a_change_of_the_party_that_matters_reopens(words: str) -> None:
    changed = replace(PARTY, **PARTY_CHANGES[words])  # type: ignore[arg-type] # any field may change
    assert words in reasons(alert_of(hit(party=changed), party=changed), judged(alert_of()))


@pytest.mark.parametrize("words", ENTRY_CHANGES)
def test_a_change_of_the_entry_that_matters_reopens(words: str) -> None:
    changed = replace(FIRST, **ENTRY_CHANGES[words])  # type: ignore[arg-type] # any field may change
    now = alert_of(hit(changed), entries=(changed,))
    assert f"sdn:1: {words}" in reasons(now, judged(alert_of()))


def test_a_weak_name_that_the_list_takes_for_strong_reopens() -> None:
    strong = replace(FIRST, names=(FIRST.names[0], ListedName("Bình Đẹp")))
    before = alert_of(hit(listed_name="Bình Đẹp"))
    now = alert_of(hit(strong, listed_name="Bình Đẹp"), entries=(strong,))
    assert "another name of the entry" in reasons(now, judged(before))


def test_a_new_alias_reopens_once_it_is_the_one_that_is_hit() -> None:
    more = replace(FIRST, names=(*FIRST.names, ListedName("Binh Nguyen", NameKind.ALIAS)))
    before = judged(alert_of())
    assert outcome(alert_of(hit(more), entries=(more,)), before) is Outcome.STAYS
    now = alert_of(hit(more, score=0.93, listed_name="Binh Nguyen"), entries=(more,))
    assert "another name of the entry" in reasons(now, before)


def test_a_name_that_stood_there_reopens_once_it_takes_part() -> None:
    before = judged(alert_of())
    asked = alert_of(hit(asked_name="محمد"))
    assert reasons(asked, before) == "entry sdn:1: another name of the party took part"
    listed = alert_of(hit(listed_name="Bình Đẹp"))
    assert reasons(listed, before) == "entry sdn:1: another name of the entry took part"


def test_a_score_reopens_when_it_rises_by_more_than_the_margin_however_slowly() -> None:
    before = judged(alert_of(hit(score=0.80)))
    assert outcome(alert_of(hit(score=0.80 + MARGIN)), before) is Outcome.STAYS
    assert outcome(alert_of(hit(score=0.5)), before) is Outcome.STAYS
    assert "rose from 0.800 to 0.851" in reasons(alert_of(hit(score=0.851)), before)


def test_the_score_of_each_entry_is_watched() -> None:
    before = judged(alert_of(hit(score=0.95), hit(SECOND, score=0.6), entries=BOTH))
    now = alert_of(hit(score=0.95), hit(SECOND, score=0.9), entries=BOTH)
    assert "un:2: the score rose" in reasons(now, before)


def test_a_new_entry_of_the_target_reopens_even_unhit() -> None:
    assert reasons(alert_of(entries=BOTH), judged(alert_of())) == "entry un:2: new in the cluster"


def test_a_member_that_is_hit_for_the_first_time_reopens() -> None:
    now = alert_of(hit(), hit(SECOND), entries=BOTH)
    assert "un:2: hit, which it was not" in reasons(now, judged(alert_of(entries=BOTH)))


def test_what_left_the_target_or_is_no_longer_hit_stays_cleared() -> None:
    before = judged(alert_of(hit(), hit(SECOND), entries=BOTH))
    assert outcome(alert_of(entries=BOTH), before) is Outcome.STAYS
    assert outcome(alert_of(), before) is Outcome.STAYS


def test_a_clearance_survives_the_splitting_of_a_target() -> None:
    before = judged(alert_of(hit(), hit(SECOND), entries=BOTH))
    for entry in BOTH:
        assert (
            outcome(alert_of(hit(entry), entries=(entry,), cluster=entry.id), before)
            is Outcome.STAYS
        )


def test_clearances_survive_the_merging_of_targets_also_under_another_name() -> None:
    one = judged(alert_of(cluster="T1"))
    alias = hit(SECOND, asked_name="محمد")
    other = judged(alert_of(alias, entries=(SECOND,), cluster="T2"), days=2)
    merged = alert_of(hit(), alias, entries=BOTH, cluster="T9")
    carried = compare(merged, [one, other])
    assert carried.outcome is Outcome.STAYS
    assert carried.by == (other, one)
    assert "un:2: new" in reasons(merged, one)


def test_each_of_several_clearances_has_to_have_known_the_party_as_it_is() -> None:
    old = replace(PARTY, birth_date="1950")
    one = judged(alert_of(hit(SECOND, party=old), party=old, entries=(SECOND,)), days=1)
    other = judged(alert_of(), days=2)
    merged = alert_of(hit(), hit(SECOND), entries=BOTH)
    assert reasons(merged, one, other) == "the party: birth dates changed"


def test_a_clearance_of_another_party_says_nothing() -> None:
    other = replace(PARTY, id="C2")
    assert outcome(alert_of(hit(party=other), party=other), judged(alert_of())) is Outcome.UNKNOWN


def test_the_latest_clearance_counts() -> None:
    old = replace(PARTY, birth_date="1950")
    first, second = judged(alert_of(party=old), days=1), judged(alert_of(), days=2)
    assert outcome(alert_of(), second, first) is Outcome.STAYS
    assert outcome(alert_of(party=old), first, second) is Outcome.REOPENS


def test_an_entry_that_got_another_number_is_known_by_its_looks_once() -> None:
    before = judged(alert_of(hit(), hit(SECOND), entries=BOTH))
    renumbered = replace(SECOND, id="un:77")
    now = alert_of(hit(), hit(renumbered), entries=(FIRST, renumbered))
    assert outcome(now, before) is Outcome.STAYS
    twice = (FIRST, SECOND, renumbered)
    assert "un:77: new" in reasons(alert_of(hit(), hit(SECOND), entries=twice), before)
    third = replace(SECOND, id="un:78")
    assert "un:78: new" in reasons(alert_of(hit(), entries=(FIRST, renumbered, third)), before)
    alone = alert_of(hit(renumbered), entries=(renumbered,))
    assert outcome(alone, before) is Outcome.UNKNOWN
    higher = alert_of(hit(), hit(renumbered, score=0.99), entries=(FIRST, renumbered))
    assert "un:77: the score rose" in reasons(higher, before)


def test_under_another_algorithm_it_stays_and_is_to_be_looked_at_again() -> None:
    before = judged(alert_of())
    now = alert_of(hit(score=0.99, algorithm="kt-2", asked_name="محمد"))
    alert, carried = carry(now, [before], NOON)
    assert carried.outcome is Outcome.LOOK_AGAIN
    assert carried.reasons == ("cleared under kt-1, and scored by kt-2 now",)
    assert (alert.state, alert.look_again) == (State.CLEARED, True)


def test_under_another_algorithm_new_facts_and_new_names_still_reopen() -> None:
    new = replace(PARTY, aliases=("Somebody Else",))
    now = alert_of(hit(party=new, asked_name="Somebody Else", algorithm="kt-2"), party=new)
    assert "another name of the party" in reasons(now, judged(alert_of()))
    changed = replace(FIRST, programmes=())
    now = alert_of(hit(changed, algorithm="kt-2"), entries=(changed,))
    assert "programmes changed" in reasons(now, judged(alert_of()))


def test_many_alerts_are_carried_as_one_by_one() -> None:
    other = replace(PARTY, id="C2")
    alerts = [alert_of(), alert_of(hit(party=other), party=other), alert_of(cluster="T2")]
    before = [judged(alert_of())]
    assert carry_all(alerts, before, NOON) == [carry(alert, before, NOON) for alert in alerts]
    assert [carried.outcome for _, carried in carry_all(alerts, before, NOON)] == [
        Outcome.STAYS, Outcome.UNKNOWN, Outcome.STAYS,
    ]  # fmt: skip


@pytest.mark.parametrize("act", [Act.CARRY, Act.ESCALATE])
def test_only_a_clearance_by_a_person_gives_a_clearance(act: Act) -> None:
    with pytest.raises(ValueError, match="not cleared by a person"):
        clearance_of(alert_of().after(step(act)))
