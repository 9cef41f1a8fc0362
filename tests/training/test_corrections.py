"""Wrong when filed, or overtaken since: the one is corrected, the other is noted (D7, D35)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, YES
from knowntenant.law.deadline import WithinDays, WithinOpenDays
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import after, offices_open
from tests.law.toy import both
from tests.training.lived import abroad, deal, knows, model, said
from tests.world import Telling, World, world

DUE, CONTENTS = "training.correction_due", "training.corrected_contents"
FILED = "2027-05-10"
ENDS = {"operations": "2e26", "completes_on": "2027-09-01", "accelerators": "GH300"}


def report(**keys: str) -> Telling:
    """Tell the report P1 about T1, filed on the tenth of May."""
    return FILED, "report", {"id": "P1", "kind": "initial", "about": "T1", **ENDS, **keys}


def wrong(learned: str, **keys: str) -> Telling:
    """Tell that what was told of the model on the first of May was wrong."""
    keys = {"id": "M1", "learned": learned, "corrects": "2027-05-01", **keys}
    return "2027-05-01", "model", keys


def corrected(day: str, **keys: str) -> Telling:
    """Tell a corrected report of P1."""
    keys = {"id": "P2", "kind": "corrected", "about": "T1", "corrected_report": "P1", **keys}
    return day, "report", keys


def inaccurate(day: str, **keys: str) -> Telling:
    """Tell that somebody knew that P1 had been wrong."""
    return knows(day, **{"about": "P1", "of": "inaccurate_report", **keys})


MADE = world(abroad("B"), model(**ENDS), deal(), report())


@both
@given(days=st.integers(1, 400))
def test_an_estimate_found_wrong_is_corrected_within_its_days_of_that_knowledge(
    pack: Pack, days: int
) -> None:
    known = date.fromisoformat(FILED) + timedelta(days)
    made = MADE.also(wrong(str(known), operations="5e26"))
    count = Law(pack).deadline("training_correction", WithinDays).count
    due = known
    for _ in range(count):
        due = after(due)
    assert made.inquiry(known, pack=pack).ask(DUE, "P1").value == due
    assert made.inquiry(known - timedelta(1), pack=pack).ask(DUE, "P1").value is None


@both
@given(days=st.integers(1, 30))
def test_business_days_are_those_on_which_offices_are_open(pack: Pack, days: int) -> None:
    known = date.fromisoformat(FILED) + timedelta(days)
    count = Law(pack).deadline("training_correction_business", WithinOpenDays).open_days
    due, left = known, count
    while left:
        due = after(due)
        left -= offices_open(due)
    made = MADE.also(inaccurate(str(known)))
    inquiry = made.inquiry(known, pack=pack, readings={"D7": "business-days"})
    answer = inquiry.ask(DUE, "P1")
    assert answer.value == due
    assert any("Inauguration Day" in flag for flag in answer.flags)


def test_a_planned_day_that_slips_is_noted_and_by_the_other_reading_corrected() -> None:
    made = MADE.also(model("2027-07-05", completes_on="2027-10-01", learned="2027-07-06"))
    answer = made.ask("2027-08-01", DUE, "P1")
    flag = "completes_on was right when filed and has changed: note, update"
    assert (answer.value, answer.flags) == (None, (flag,))
    assert said(made, "2027-08-01", DUE, "P1", D35="corrected-report") == "2027-07-21"
    assert said(made, "2027-07-05", DUE, "P1", D35="corrected-report") == "None"
    assert made.ask("2027-08-01", CONTENTS, "P1").value == ()


def test_a_later_estimate_is_an_update_under_every_reading() -> None:
    made = MADE.also(model("2027-07-05", operations="5e26"))
    assert said(made, "2027-08-01", DUE, "P1") == "None"
    assert said(made, "2027-08-01", DUE, "P1", D35="corrected-report") == "None"
    assert "operations was right when filed" in made.ask("2027-08-01", DUE, "P1").flags[0]


def test_the_estimate_is_corrected_although_the_end_date_only_slipped() -> None:
    made = MADE.also(
        model("2027-07-05", completes_on="2027-10-01"), wrong("2027-08-03", operations="5e26")
    )
    assert said(made, "2027-07-05", DUE, "P1") == "None"
    answer = made.ask("2027-08-03", DUE, "P1")
    assert str(answer.value) == "2027-08-18"
    assert "(operations)" in answer.because[0].text
    assert answer.flags == ("completes_on was right when filed and has changed: note, update",)


def test_a_slip_of_the_pen_in_the_report_is_known_on_the_day_of_filing() -> None:
    made = world(abroad("B"), model(**ENDS), deal(), report(accelerators="GH200"))
    assert said(made, FILED, DUE, "P1") == "2027-05-25"


def test_by_declared_knowledge_only_the_facts_are_flagged() -> None:
    made = MADE.also(wrong("2027-08-03", operations="5e26"))
    inquiry = made.inquiry("2027-08-03", readings={"D34": "declared-only"})
    flag = "possible imputed knowledge: the facts show P1 as inaccurate"
    assert (inquiry.ask(DUE, "P1").value, inquiry.ask(DUE, "P1").flags) == (None, (flag,))
    declared = made.also(inaccurate("2027-08-05"))
    assert said(declared, "2027-09-01", DUE, "P1", D34="declared-only") == "2027-08-20"
    assert said(declared, "2027-09-01", DUE, "P1") == "2027-08-18"


@pytest.mark.parametrize(
    "told",
    [
        inaccurate("2027-06-01", by="reseller"),
        inaccurate("2027-06-01", of="other"),
        inaccurate("2027-06-01", about="P9"),
        inaccurate("2027-06-01", learned="2027-12-01"),
    ],
)
def test_other_knowledge_of_others_of_other_reports_or_to_come_starts_nothing(
    told: Telling,
) -> None:
    assert said(MADE.also(told), "2027-07-01", DUE, "P1") == "None"


def test_knowledge_of_a_later_day_than_the_one_asked_about_is_none_yet() -> None:
    inquiry = MADE.also(inaccurate("2027-06-01", learned="2027-06-20")).inquiry("2027-07-01")
    assert inquiry.on(date(2027, 6, 19)).ask(DUE, "P1").value is None
    assert str(inquiry.on(date(2027, 6, 20)).ask(DUE, "P1").value) == "2027-07-05"


@pytest.mark.parametrize(
    "made",
    [
        world(),
        world(report(kind="malicious_activity"), inaccurate("2027-06-01")),
        world(report()),
        world(deal(model=""), report()),
        world(deal(), report()),
        world(model(), deal(), report()),
    ],
)
def test_what_is_not_filed_or_not_shown_calls_for_nothing(made: World) -> None:
    assert made.ask("2027-07-01", DUE, "P1").value is None
    assert made.ask("2027-07-01", CONTENTS, "P1").value == ()


def row(made: World, day: str) -> tuple[object, ...]:
    """Give what a corrected report of P1 puts right and whether it is a gap."""
    rows = made.ask(day, CONTENTS, "P1").value
    assert isinstance(rows, tuple)
    return tuple((one["item"], one["gap"]) for one in rows)


def test_a_gap_closes_with_a_corrected_report_that_states_it_rightly() -> None:
    made = MADE.also(wrong("2027-08-03", operations="5e26"))
    assert row(made, "2027-08-03") == (("operations", YES),)
    silent = made.also(corrected("2027-08-10"))
    assert row(silent, "2027-08-10") == (("operations", YES),)
    again = made.also(corrected("2027-08-10", operations="4e26"))
    assert row(again, "2027-08-10") == (("operations", YES),)
    right = made.also(corrected("2027-08-10", operations="5e26"))
    assert row(right, "2027-08-10") == (("operations", NO),)
    of_another = made.also(corrected("2027-08-10", operations="5e26", corrected_report="P9"))
    assert row(of_another, "2027-08-10") == (("operations", YES),)


def test_where_no_statement_is_named_whatever_is_inaccurate_is_put_right() -> None:
    made = MADE.also(inaccurate("2027-06-01"))
    assert row(made, "2027-06-01") == (("whatever is inaccurate", YES),)
    assert row(made.also(corrected("2027-06-09")), "2027-06-09") == (
        ("whatever is inaccurate", NO),
    )
