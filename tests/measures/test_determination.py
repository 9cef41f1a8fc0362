"""What the determination behind a measure lacks."""

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import UNKNOWN
from tests.world import world

GAPS = "measures.determination_gaps"
WHOLE = {
    "jurisdiction": "IR", "prohibits": "yes", "finding": "significant_number", "written": "yes",
    "unclassified": "yes", "summary": "yes",
}  # fmt: skip
LACKING = {
    "jurisdiction": "nobody_named", "prohibits": "measure_not_said", "written": "not_written",
    "finding": "no_finding_on_jurisdiction", "unclassified": "not_unclassified",
    "summary": "no_summary",
}  # fmt: skip


@given(st.sets(st.sampled_from(sorted(WHOLE))))
def test_each_piece_that_is_left_out_is_one_gap(left_out: set[str]) -> None:
    keys = {key: value for key, value in WHOLE.items() if key not in left_out}
    answer = world(("2027-01-10", "order", {"id": "O1", **keys})).ask("2027-01-10", GAPS, "O1")
    expected = {LACKING[key] for key in left_out}
    if "jurisdiction" in left_out:  # whom nobody names, no finding is missing of
        expected -= {"no_finding_on_jurisdiction"}
    assert isinstance(answer.value, tuple)
    assert set(answer.value) == expected
    assert all(reason.text.startswith("O1 ") for reason in answer.because)


def test_what_is_told_of_nobody_is_unknown() -> None:
    assert world().ask("2027-01-10", GAPS, "O1").value is UNKNOWN


def test_conditions_without_words_say_no_measure() -> None:
    made = world(("2027-01-10", "order", {"id": "O1", **WHOLE, "prohibits": "no"}))
    assert made.ask("2027-01-10", GAPS, "O1").value == ("measure_not_said",)
    worded = made.also(("2027-01-11", "order", {"id": "O1", "conditions": "no accelerators"}))
    assert worded.ask("2027-01-11", GAPS, "O1").value == ()


def test_a_person_is_named_with_a_finding_of_its_habit() -> None:
    told = {key: value for key, value in WHOLE.items() if key != "jurisdiction"}
    made = world(("2027-01-10", "order", {"id": "O1", **told, "person": "محمد"}))
    assert made.ask("2027-01-10", GAPS, "O1").value == ("no_finding_on_person",)


def test_who_names_a_jurisdiction_and_a_person_makes_both_findings() -> None:
    both = {**WHOLE, "person": "محمد"}
    one = world(("2027-01-10", "order", {"id": "O1", **both}))
    assert one.ask("2027-01-10", GAPS, "O1").value == ("no_finding_on_person",)
    findings = ["significant_number", "pattern_of_conduct"]
    two = one.also(("2027-01-11", "order", {"id": "O1", "finding": findings}))
    assert two.ask("2027-01-11", GAPS, "O1").value == ()
