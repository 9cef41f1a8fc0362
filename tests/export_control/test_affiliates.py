"""The affiliates rule: on which days, whom it restricts, and the red flag of a smaller holding."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.loading import load_pack
from knowntenant.law.pack import Pack
from tests.law.changed import changed
from tests.world import Telling, World, individual, owns, world

RULE = load_pack("affiliates-50")
APPLIES = "export_control.affiliates_rule_applies"
RESTRICTED, MINORITY = "export_control.affiliate_restricted", "export_control.ownership_red_flag"
DAY = "2025-01-01"
IN_FORCE, SUSPENDED = "2026-11-10", "2026-11-09"


def listed(person: str, list_: str = "entity_list") -> Telling:
    return DAY, "listed", {"person": person, "list": list_}


def organised(company: str, place: str) -> Telling:
    return DAY, "presence", {"person": company, "organised_in": place}


def ask(
    made: World, question: str, on: str = IN_FORCE, of: str = "C1", pack: Pack = RULE
) -> Answer[object]:
    return made.inquiry(on, pack=pack).ask(question, of if question != APPLIES else "")


@given(offset=st.integers(-500, 900), until=st.none() | st.integers(-100, 600))
def test_the_rule_applies_on_its_days_unless_an_extension_runs(
    offset: int, until: int | None
) -> None:
    back = date(2026, 11, 10)
    day = back + timedelta(days=offset)
    last = back + timedelta(days=until) if until is not None else None
    told: list[Telling] = []
    if last is not None:
        told.append((DAY, "rule_extension", {"rule": "Affiliates 50", "until": str(last)}))
    first_time = date(2025, 9, 29) <= day < date(2025, 11, 10)
    expected = (first_time or day >= back) and not (last is not None and day <= last)
    assert ask(world(*told), APPLIES, str(day)).value is (YES if expected else NO)


def test_before_its_first_day_there_is_no_rule() -> None:
    answer = ask(world(), APPLIES, "2025-09-28")
    assert (answer.value, answer.clauses) == (NO, ("affiliates rule: effective 2025-09-29",))


def test_an_extension_without_a_last_day_leaves_the_rule_open() -> None:
    made = world(
        (DAY, "rule_extension", {"rule": "affiliates-50"}),
        listed("L1"), owns("L1", "C1", "60"), owns("L1", "C2", "20"), owns("P1", "C2", "80"),
        (DAY, "person", {"id": "P1", "kind": "individual"}),
    )  # fmt: skip
    assert ask(made, APPLIES).value is UNKNOWN
    assert ask(made, RESTRICTED).value is UNKNOWN
    assert ask(made, RESTRICTED, of="L1").value is YES
    assert ask(made, MINORITY).value is NO
    assert ask(made, MINORITY, of="C2").value is UNKNOWN


@pytest.mark.parametrize("name", ["Affiliates rule", "BIS affiliates rule", "50-percent rule"])
def test_the_rule_is_known_by_other_names_and_a_strange_one_is_flagged(name: str) -> None:
    until = {"until": "2099-01-01"}
    named = ask(world((DAY, "rule_extension", {"rule": name, **until})), APPLIES)
    strange = ask(world((DAY, "rule_extension", {"rule": "rule-x", **until})), APPLIES)
    assert (named.value, strange.value) == (NO, YES)
    assert any("the rule rule-x is recorded" in flag for flag in strange.flags)


@given(share=st.integers(1, 100), held=st.integers(1, 100))
def test_the_share_is_the_packs(share: int, held: int) -> None:
    made = world(
        listed("L1"), organised("C1", "MY"), *individual("P1", "MY"),
        owns("L1", "C1", str(held)), owns("P1", "C1", str(100 - held)),
    )  # fmt: skip
    pack = changed(RULE, affiliates_ownership_share=share)
    assert ask(made, RESTRICTED, pack=pack).value is (YES if held >= share else NO)
    assert ask(made, MINORITY, pack=pack).value is (NO if held >= share else YES)


@pytest.mark.parametrize(
    ("told", "on", "expected"),
    [
        ((listed("C1"),), IN_FORCE, YES),
        ((listed("C1"),), SUSPENDED, YES),
        ((listed("C1", "odd list"),), IN_FORCE, UNKNOWN),
        ((organised("C1", "US"), owns("L1", "C1", "100")), IN_FORCE, NO),
        ((owns("L1", "C1", "100"),), IN_FORCE, YES),
        ((organised("C1", "MY"), owns("L1", "C1", "100")), IN_FORCE, YES),
        ((organised("C1", "MY"), owns("L1", "C1", "100")), SUSPENDED, NO),
        ((organised("C1", "MY"), owns("E1", "C1", "100")), IN_FORCE, UNKNOWN),
        ((organised("C1", "MY"),), IN_FORCE, UNKNOWN),
        ((organised("C1", "MY"),), SUSPENDED, NO),
    ],
)
def test_listing_ownership_and_the_day_together_decide(
    told: tuple[Telling, ...], on: str, expected: object
) -> None:
    assert ask(world(listed("L1"), *told), RESTRICTED, on).value is expected


def test_ownership_is_flagged_while_the_rule_is_suspended_and_nothing_else_is() -> None:
    owned = world(listed("L1"), organised("C1", "MY"), owns("L1", "C1", "60"))
    assert ask(owned, RESTRICTED, SUSPENDED).flags == (
        "ownership of C1 by listed parties, or doubt about it, is a red flag meanwhile",
    )
    free = world(organised("C1", "MY"), *individual("P1", "MY"), owns("P1", "C1", "100"))
    assert ask(free, RESTRICTED, SUSPENDED).flags == ()


HIT = "screening_hit"


def test_a_smaller_holding_of_somebody_with_an_open_alert_leaves_the_red_flag_open() -> None:
    holders = [(DAY, "person", {"id": one, "kind": "individual"}) for one in ("L1", "P1")]
    alert = (DAY, HIT, {"id": "H1", "person": "L1", "listed": "entity_list"})
    made = world(*holders, owns("L1", "C1", "20"), owns("P1", "C1", "80"), alert)
    answer = ask(made, MINORITY)
    assert answer.value is UNKNOWN
    assert "L1" in answer.because[0].text
    assert ask(made, MINORITY, on=SUSPENDED).value is NO
    cleared = made.also((DAY, HIT, {"id": "H1", "person": "L1", "disposition": "cleared"}))
    assert ask(cleared, MINORITY).value is NO


def test_an_alert_of_its_own_hides_no_ownership() -> None:
    alert = (DAY, HIT, {"id": "H1", "person": "C1", "listed": "entity_list"})
    made = world(organised("C1", "CN"), alert, listed("L1"), owns("L1", "C1", "60"))
    assert ask(made, RESTRICTED).value is YES
    meanwhile = ask(made, RESTRICTED, on=SUSPENDED)
    assert (meanwhile.value, "red flag" in meanwhile.flags[0]) == (UNKNOWN, True)
    alone = ask(world(organised("C1", "CN"), alert), RESTRICTED)
    assert alone.value is UNKNOWN
    assert not any("the share" in reason.text for reason in alone.because)


def test_a_holding_of_nobody_listed_is_no_red_flag() -> None:
    holder = (DAY, "person", {"id": "E1", "kind": "individual"})
    made = world(organised("C1", "MY"), owns("E1", "C1", "20"), holder)
    answer = ask(made, MINORITY)
    assert (answer.value, answer.because[0].text) == (NO, "no listed party holds a part of C1")


@pytest.mark.parametrize("share", ["49.99", "50", "100"])
def test_a_us_holding_between_is_not_restricted_and_hides_nobody(share: str) -> None:
    made = world(
        listed("L1"), organised("US1", "US-DE"), organised("C1", "MY"), *individual("P1", "FR"),
        owns("L1", "US1", share), owns("P1", "US1", str(100 - Fraction(share))),
        owns("US1", "C1", "50"), owns("P1", "C1", "50"),
    )  # fmt: skip
    reached = Fraction(share) >= 50
    assert ask(made, RESTRICTED, of="US1").value is NO
    answer = ask(made, RESTRICTED)
    assert answer.value is (YES if reached else NO)
    assert len(answer.because[0].facts) == (2 if reached else 0)
    smaller = made.also(owns("US1", "C1", "20"), owns("P1", "C1", "80"))
    assert ask(smaller, RESTRICTED).value is NO
    assert ask(smaller, MINORITY).value is (YES if reached else NO)


def test_who_is_behind_a_us_holding_is_as_open_as_behind_any_other() -> None:
    made = world(organised("US1", "US-DE"), organised("C1", "MY"), owns("US1", "C1", "100"))
    assert [ask(made, RESTRICTED, of=of).value for of in ("US1", "C1")] == [NO, UNKNOWN]
    free = made.also(*individual("P1", "US"), owns("P1", "US1", "100"))
    assert ask(free, RESTRICTED).value is NO
