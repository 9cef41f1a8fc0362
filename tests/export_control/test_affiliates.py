"""The affiliates rule: on which days, whom it restricts, and the red flag of a smaller holding."""

from datetime import date, timedelta

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


def test_an_extension_without_a_last_day_extends_nothing() -> None:
    made = world((DAY, "rule_extension", {"rule": "affiliates-50"}))
    assert ask(made, APPLIES).value is YES


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


def test_a_holding_of_nobody_listed_is_no_red_flag() -> None:
    made = world(organised("C1", "MY"), owns("E1", "C1", "20"))
    answer = ask(made, MINORITY)
    assert (answer.value, answer.because[0].text) == (NO, "no listed party holds a part of C1")
