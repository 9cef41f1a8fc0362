"""Foreign or US reseller, and the same answer in 7.303, 7.304 and 7.308 (D27)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.scope.foreign_resellers import dealt_with, is_us_reseller
from tests.world import START, Telling, World, world

ON = "2027-06-01"
PLACES = {"us": "US-DE", "abroad": "EG"}
EVIDENCE: Telling = ("2027-03-01", "training_finding", {
    "id": "TF1", "reseller": "R1", "further": "yes",
})  # fmt: skip


def told(own: str, behind: str) -> World:
    """Tell reseller R1 and its beneficiary B; '' where nothing is told."""
    keys = {"beneficiary": "B"} if behind else {}
    facts: list[Telling] = [(START, "reseller", {"id": "R1", "state": "active", **keys})]
    for who, where in (("R1", own), ("B", behind)):
        if where in PLACES:
            facts.append((START, "presence", {"person": who, "organised_in": PLACES[where]}))
    return world(*facts, EVIDENCE)


@given(
    own=st.sampled_from(["us", "abroad", "open"]),
    behind=st.sampled_from(["us", "abroad", "open", ""]),
    d27=st.sampled_from(["flag-only", "foreign-reseller"]),
)
def test_certification_and_training_take_whom_7303_takes_for_a_foreign_reseller(
    own: str, behind: str, d27: str
) -> None:
    inquiry = told(own, behind).inquiry(ON, readings={"D27": d27})
    kind = inquiry.ask("resellers.kind", "R1").value
    us = kind == "us_reseller"
    opposite = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}
    must = inquiry.ask("resellers.must_keep_cip", "R1").value
    assert isinstance(must, Verdict)
    assert must is (NO if us else UNKNOWN if kind is UNKNOWN else YES)
    assert inquiry.ask("certification.may_supply_reseller", "R1").value is opposite[must]
    assert inquiry.ask("training.must_ask_reseller", "R1").value is (NO if us else YES)
    assert inquiry.ask("training.must_suspend", "R1").value is (NO if us else YES)
    assert inquiry.ask("training.reseller_bound", "R1").value is (None if us else UNKNOWN)


@pytest.mark.parametrize(("d27", "us"), [("flag-only", True), ("foreign-reseller", False)])
def test_the_reading_is_shown_with_the_answer_that_turns_on_it(d27: str, *, us: bool) -> None:
    inquiry = told("us", "abroad").inquiry(ON, readings={"D27": d27})
    assert is_us_reseller(inquiry, "R1") is us
    for name in ("certification.may_supply_reseller", "training.must_suspend"):
        answer = inquiry.ask(name, "R1")
        assert f"D27: {d27}" in map(str, answer.readings)
        assert "reseller_by_beneficiary" in answer.flags


def test_an_exemption_leaves_a_foreign_reseller_a_foreign_reseller() -> None:
    exempt: Telling = (START, "exemption", {"id": "X1", "reseller": "R1", "state": "granted"})
    made = told("abroad", "").also(exempt)
    assert made.ask(ON, "resellers.must_keep_cip", "R1").value is NO
    assert dealt_with(made.inquiry(ON), "R1").value is YES
