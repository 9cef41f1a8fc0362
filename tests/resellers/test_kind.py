"""Foreign or US reseller: by who it is, and by who benefits (D27)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from knowntenant.scope.foreign_resellers import BY_BENEFICIARY, beneficiaries
from tests.law.toy import both
from tests.resellers.told import CLOCKS, DUE, ended, finding, knows
from tests.world import Telling, world

KIND, MUST_KEEP = "resellers.kind", "resellers.must_keep_cip"
DAY, ON = "2026-01-05", "2027-03-01"
STRICT, FLAG = {"D27": "foreign-reseller"}, {"D27": "flag-only"}
PLACES = st.sampled_from(["US-TX", "NO", ""])


def belongs(person: str, place: str) -> tuple[Telling, ...]:
    """Tell where somebody is organised, or nothing."""
    return ((DAY, "presence", {"person": person, "organised_in": place}),) if place else ()


def reseller(**keys: str) -> Telling:
    return DAY, "reseller", {"id": "R1", "state": "active", **keys}


@both
@given(own=PLACES, behind=PLACES, strict=st.booleans(), by_account=st.booleans())
def test_a_beneficiary_counts_in_one_reading_and_is_flagged_in_both(
    pack: Pack, own: str, behind: str, *, strict: bool, by_account: bool
) -> None:
    keys = {"id": "A1", "customer": "R1", "offers_onward": "yes", "beneficiary": "P1"}
    told = (reseller(), (DAY, "account", keys)) if by_account else (reseller(beneficiary="P1"),)
    made = world(*told, *belongs("R1", own), *belongs("P1", behind))
    inquiry = made.inquiry(ON, pack=pack, readings=STRICT if strict else FLAG)
    answer = inquiry.ask(KIND, "R1")
    by_itself = {"US-TX": "us_reseller", "NO": "foreign_reseller", "": UNKNOWN}[own]
    counted = strict and own != "NO" and behind != "US-TX"
    by_who_benefits = "foreign_reseller" if behind == "NO" else UNKNOWN
    assert answer.value == (by_who_benefits if counted else by_itself)
    assert (BY_BENEFICIARY in answer.flags) is (own != "NO" and behind == "NO")
    takes_d27 = "D27" in {taken.defect for taken in answer.readings}
    assert takes_d27 is (own != "NO")
    must = {"us_reseller": NO, "foreign_reseller": YES, UNKNOWN: UNKNOWN}[answer.value]
    assert inquiry.ask(MUST_KEEP, "R1").value is must


def test_the_conflict_of_memo_and_text_is_shown_with_both_clauses() -> None:
    made = world(reseller(beneficiary="P1"), *belongs("R1", "US-TX"), *belongs("P1", "CN"))
    answer = made.ask(ON, KIND, "R1")
    assert answer.value == "us_reseller"
    assert answer.clauses[:2] == ("preamble: reseller by beneficiary", "7.301 us reseller")
    assert "by a published memo" in answer.because[0].text
    assert "by the text" in answer.because[0].text
    assert answer.facts[0] == "fact 1"


def test_beneficiaries_who_are_all_us_persons_change_nothing() -> None:
    made = world(reseller(beneficiary="P1"), *belongs("R1", "US-TX"), *belongs("P1", "US-NY"))
    answer = made.inquiry(ON, readings=STRICT).ask(KIND, "R1")
    assert answer.value == "us_reseller"
    assert answer.flags == ()
    assert "who benefits from what R1 resells are US persons" in answer.because[0].text


def test_who_benefits_from_an_account_of_the_reseller_s_own_use_does_not_count() -> None:
    own_use = {"id": "A2", "customer": "R1", "offers_onward": "no", "beneficiary": "P1"}
    itself = {"id": "A1", "customer": "R1", "offers_onward": "yes", "beneficiary": "R1"}
    made = world(reseller(account="A1"), (DAY, "account", own_use), (DAY, "account", itself))
    assert beneficiaries(made.inquiry(ON), "R1") == ()
    named = world(reseller(account="A9"))  # an account of which nothing else is told
    assert beneficiaries(named.inquiry(ON), "R1") == ()


def test_a_customer_is_a_reseller_from_the_day_on_which_it_offers_onward() -> None:
    made = world(
        (DAY, "customer", {"id": "深圳"}),
        *belongs("深圳", "CN"),
        (DAY, "account", {"id": "A1", "customer": "深圳", "state": "opened"}),
        ("2028-02-29", "account", {"id": "A1", "offers_onward": "yes"}),
    )
    assert made.ask("2028-02-28", KIND, "深圳").value is None
    assert made.ask("2028-02-28", MUST_KEEP, "深圳").value is NO
    assert made.ask("2028-02-29", KIND, "深圳").value == "foreign_reseller"
    assert made.ask("2028-02-29", MUST_KEEP, "深圳").value is YES


@pytest.mark.parametrize("strict", [True, False])
def test_the_clocks_and_steps_of_7_303_reach_who_is_foreign_by_beneficiary(*, strict: bool) -> None:
    made = world(
        reseller(beneficiary="P1"),
        *belongs("R1", "US-TX"),
        *belongs("P1", "CN"),
        finding("2027-02-01"),
        knows("2027-02-10"),
    )
    inquiry = made.inquiry(ON, readings=STRICT if strict else FLAG)
    assert bool(inquiry.ask(CLOCKS, "R1").value) is strict
    assert bool(inquiry.ask("resellers.required_steps", "R1").value) is strict
    assert str(inquiry.ask(DUE, "R1").value) == ("2027-03-12" if strict else "None")
    assert BY_BENEFICIARY in inquiry.ask(CLOCKS, "R1").flags


def test_somebody_of_whom_nothing_is_told_may_be_either() -> None:
    answer = world().ask(ON, KIND, "R1")
    assert answer.value is UNKNOWN
    assert answer.clauses[0] == "7.301 reseller"
    assert world(reseller(), ended("2027-01-01")).ask(ON, KIND, "R1").value is UNKNOWN


@pytest.mark.parametrize("told", ["customer", "person"])
def test_somebody_known_otherwise_is_no_reseller(told: str) -> None:
    made = world((DAY, told, {"id": "R1", "kind": "individual"}), *belongs("R1", "NO"))
    answer = made.ask(ON, KIND, "R1")
    assert answer.value is None
    assert answer.because[0].text == "R1 is somebody of whom no resale is recorded"
