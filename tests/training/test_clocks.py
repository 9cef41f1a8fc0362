"""Fifteen days, thirty days, and from when (D5, D6)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import UNKNOWN
from knowntenant.law.deadline import WithinDays
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import after
from tests.law.toy import NPRM, TOY, both
from tests.training.lived import (
    BOUGHT,
    DAY,
    DUE,
    FORWARD,
    RESELLER_DUE,
    RESOLD,
    abroad,
    deal,
    knows,
    model,
    reseller,
    said,
)
from tests.world import Telling, world

WHICHEVER, AGREED = {"D5": "whichever-first"}, {"D5": "at-agreement"}
LITERAL, RECEIPT = {"D6": "literal"}, {"D6": "from-receipt"}


def of(pack: Pack, name: str) -> int:
    """Give the number of days of a deadline."""
    return Law(pack).deadline(name, WithinDays).count


def walked(day: date, count: int) -> date:
    """Walk a number of days, the slow way."""
    for _ in range(count):
        day = after(day)
    return day


@both
@given(days=st.integers(0, 700), late=st.integers(0, 60))
def test_a_report_is_due_its_number_of_days_after_the_first_knowledge_of_either(
    pack: Pack, days: int, late: int
) -> None:
    begun = date(2027, 5, 1) + timedelta(days)
    known = begun + timedelta(late)
    made = world(
        abroad("B"), model(str(begun), learned=str(known)), deal(str(begun), learned=str(known))
    )
    inquiry = made.inquiry(known, pack=pack)
    assert inquiry.ask(DUE, "T1").value == walked(known, of(pack, "training_report_provider"))
    literal = made.inquiry(known, pack=pack, readings=WHICHEVER)
    assert literal.ask(DUE, "T1").value == walked(begun, of(pack, "training_report_provider"))


@both
def test_a_reseller_reports_to_the_provider_and_the_provider_passes_it_on(pack: Pack) -> None:
    inquiry = RESOLD.inquiry(DAY, pack=pack, readings={"D6": "earlier-of-both"})
    begun = inquiry.day
    due = walked(begun, of(pack, "training_report_reseller"))
    assert inquiry.ask(RESELLER_DUE, "T1").value == due
    assert inquiry.ask(FORWARD, "T1").value == walked(begun, of(pack, "training_report_forward"))
    assert inquiry.ask(DUE, "T1").value is None
    assert inquiry.ask(DUE, "T1").because[0].text.startswith("R1 reports T1 to the provider")


def test_the_two_packs_count_differently() -> None:
    assert of(NPRM, "training_report_provider") != of(TOY, "training_report_provider")


def test_all_three_readings_are_shown_with_their_days() -> None:
    made = world(
        abroad("B"),
        model(learned="2027-05-04"),
        deal(state="proposed", learned="2027-05-04"),
        deal("2027-05-20", state="agreed"),
    )
    answer = made.ask("2027-06-01", DUE, "T1")
    assert str(answer.value) == "2027-05-19"
    said_ = answer.because[1].text
    assert said_.endswith("whichever-first: 2027-05-16; at-agreement: 2027-06-04")
    assert said(made, "2027-06-01", DUE, **WHICHEVER) == "2027-05-16"
    assert said(made, "2027-06-01", DUE, **AGREED) == "2027-06-04"


def test_a_proposal_alone_starts_nothing_where_agreement_counts() -> None:
    made = world(abroad("B"), model(), deal(state="proposed"))
    assert said(made, "2027-06-01", DUE, **AGREED) == "None"
    assert said(made, "2027-06-01", DUE) == "2027-05-16"
    assert said(BOUGHT, "2027-06-01", DUE, **AGREED) == "2027-05-16"


def test_agreed_first_and_covered_later_counts_from_the_day_it_was_covered() -> None:
    made = world(abroad("B"), model(large="no"), deal(state="agreed"), model("2027-06-10"))
    assert said(made, "2027-07-01", DUE, **AGREED) == "2027-06-25"


def test_an_entry_of_knowledge_starts_the_days_while_the_facts_leave_it_open() -> None:
    made = world(knows("2027-05-03"), deal())
    assert said(made, "2027-05-03", DUE) == "2027-05-18"
    assert said(made, "2027-05-02", DUE) == "unknown"
    assert said(world(knows("2027-05-03")), "2027-05-03", DUE) == "2027-05-18"
    assert said(world(knows("2027-05-03")), "2027-05-03", DUE, **AGREED) == "unknown"


def test_an_entry_that_the_facts_contradict_starts_nothing_and_is_flagged() -> None:
    made = world(abroad("B"), model(large="no"), deal(), knows("2027-05-03"))
    answer = made.ask("2027-05-03", DUE, "T1")
    assert answer.value is None
    assert "knowledge is entered, yet the facts show T1 as not covered" in answer.flags


def test_what_was_covered_and_is_no_longer_stays_due() -> None:
    made = world(
        abroad("B"), model(large="no"), deal(), model("2027-06-01"), model("2027-06-20", large="no")
    )
    answer = made.ask("2027-07-01", DUE, "T1")
    assert str(answer.value) == "2027-06-16"
    flag = "T1 is no longer covered; no clause says that this ends the duty"
    assert flag in answer.flags


def test_nothing_told_is_none_without_a_flag_and_so_is_what_is_not_covered() -> None:
    for question in (DUE, RESELLER_DUE, FORWARD):
        answer = world().ask(DAY, question, "T1")
        assert (answer.value, answer.flags) == (None, ())
    small = world(abroad("B"), *reseller(), model(large="no"), deal(reseller="R1"))
    assert [said(small, DAY, q) for q in (DUE, RESELLER_DUE, FORWARD)] == ["None"] * 3


def test_a_deal_of_which_only_somebodys_knowledge_is_told_is_open_or_counted_from_that() -> None:
    made = world(knows(DAY))
    assert said(made, DAY, DUE) == "2027-05-16"
    assert said(made, DAY, DUE, D5="at-agreement") == "unknown"
    assert said(made, DAY, FORWARD) == "unknown"


def test_through_whom_a_us_reseller_sells_decides_d27() -> None:
    behind = ("2026-01-05", "reseller", {"id": "R1", "beneficiary": "B"})
    made = world(abroad("B"), *reseller("US-OR"), behind, model(), deal(reseller="R1"))
    assert [said(made, DAY, q) for q in (DUE, RESELLER_DUE)] == ["2027-05-16", "None"]
    strict = made.inquiry(DAY, readings={"D27": "foreign-reseller"})
    assert [str(strict.ask(q, "T1").value) for q in (DUE, RESELLER_DUE)] == ["None", "2027-05-16"]
    for question in (DUE, RESELLER_DUE, FORWARD):
        assert "D27: foreign-reseller" in map(str, strict.ask(question, "T1").readings)


def test_an_open_transaction_of_a_reseller_leaves_passing_on_open() -> None:
    made = world(*reseller(), deal(reseller="R1", by="somebody"))
    assert [said(made, DAY, q) for q in (RESELLER_DUE, FORWARD)] == ["unknown", "unknown"]


def test_a_us_reseller_is_a_provider_itself() -> None:
    made = world(abroad("B"), *reseller("US-TX"), model(), deal(reseller="R1"))
    assert [said(made, DAY, q) for q in (DUE, RESELLER_DUE, FORWARD)] == [
        "2027-05-16",
        "None",
        "None",
    ]


def test_a_reseller_of_unknown_origin_leaves_open_who_reports_first() -> None:
    unplaced: Telling = ("2026-01-05", "reseller", {"id": "R1", "state": "active"})
    made = world(abroad("B"), unplaced, model(), deal(reseller="R1"))
    answer = made.ask(DAY, DUE, "T1")
    assert answer.value is UNKNOWN
    assert "whether R1 is a foreign reseller is open: if not, due 2027-05-16" in answer.flags
    assert said(made, DAY, DUE, D5="whichever-first") == "2027-05-16"
    assert said(made, DAY, FORWARD) == "2027-05-31"


def test_another_who_reports_takes_it_from_the_provider() -> None:
    made = BOUGHT.also(("2026-01-05", "provider", {"id": "C"}), deal(machines_of="A"))
    answer = made.ask(DAY, DUE, "T1")
    assert (answer.value, answer.because[0].text) == (None, "A is to report T1, not C")
    own = BOUGHT.also(("2026-01-05", "provider", {"id": "A"}), deal(machines_of="A"))
    assert said(own, DAY, DUE) == "2027-05-16"


# --- Passing on


def arrived(happened: str, learned: str) -> Telling:
    """Tell a reseller's report."""
    keys = {"id": "RR1", "kind": "initial", "about": "T1", "reseller": "R1", "learned": learned}
    return happened, "report", keys


@pytest.mark.parametrize(
    ("readings", "before", "then"),
    [
        ({}, "2027-05-31", "2027-05-31"),
        (LITERAL, "2027-05-31", "2027-05-31"),
        (RECEIPT, "None", "2027-06-13"),
    ],
)
def test_passing_on_counts_from_the_transaction_or_from_arrival(
    readings: dict[str, str], before: str, then: str
) -> None:
    made = RESOLD.also(arrived("2027-05-10", "2027-05-14"))
    assert said(made, "2027-05-13", FORWARD, **readings) == before
    assert said(made, "2027-05-14", FORWARD, **readings) == then


def test_a_report_that_arrives_ahead_of_the_transaction_makes_the_earlier_day() -> None:
    made = RESOLD.also(arrived("2027-04-20", "2027-04-20"))
    assert said(made, DAY, FORWARD) == "2027-05-20"
    assert said(made, DAY, FORWARD, **LITERAL) == "2027-05-31"


def test_knowledge_after_the_last_day_is_flagged_as_impossible() -> None:
    made = world(
        abroad("B"),
        *reseller(),
        model(learned="2027-06-12"),
        deal(reseller="R1", learned="2027-06-12"),
        knows("2027-06-01", by="reseller", learned="2027-06-12"),
    )
    answer = made.ask("2027-06-12", FORWARD, "T1")
    flag = "text makes this deadline impossible: nobody knew before 2027-06-01"
    assert str(answer.value) == "2027-05-31"
    assert answer.flags[0].startswith(flag)
    assert RESOLD.ask(DAY, FORWARD, "T1").flags == ()


def test_a_reseller_that_learns_late_may_be_in_time_after_the_provider_is_late() -> None:
    made = world(
        abroad("B"),
        *reseller(),
        model(learned="2027-05-20"),
        deal(reseller="R1", learned="2027-05-20"),
    )
    assert said(made, "2027-05-20", RESELLER_DUE) == "2027-06-04"
    flag = "the reseller's own last day, 2027-06-04, comes after 2027-05-31"
    assert made.ask("2027-05-20", FORWARD, "T1").flags == (flag,)
    declared = made.inquiry("2027-05-20", readings={"D34": "declared-only"})
    imputed = "possible imputed knowledge: the facts show that T1 is covered"
    assert declared.ask(FORWARD, "T1").flags == (imputed,)


def test_what_was_covered_and_is_open_again_keeps_its_day() -> None:
    made = RESOLD.also(model("2027-05-05", large="unknown"))
    assert said(made, "2027-05-05", "training.covered") == "unknown"
    assert said(made, "2027-05-05", FORWARD) == "2027-05-31"
    assert said(made, "2027-05-05", RESELLER_DUE) == "2027-05-16"


def test_what_was_held_covered_by_mistake_owes_nothing_once_that_is_put_right() -> None:
    made = BOUGHT.also(("2027-05-01", "model", {
        "id": "M1", "large": "no", "learned": "2027-05-09", "corrects": "2027-05-01",
    }))  # fmt: skip
    assert said(made, "2027-05-08", DUE) == "2027-05-16"
    answer = made.ask("2027-05-09", DUE, "T1")
    assert (answer.value, answer.flags) == (None, ())
    assert said(made, "2027-05-09", "training.known_since") == "None"
