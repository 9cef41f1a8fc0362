"""Before the first foreign customer, and before the first supply to a reseller (7.304(d))."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from tests.certification.told import FURNISH, SUPPLY, exempt, filed, reseller
from tests.world import START, Telling, World, entity, world

ON = "2027-03-09"
NEW: Telling = (START, "provider", {"id": "P", "newly_established": "yes"})
ASKED: Telling = (ON, "account", {"id": "A1", "customer": "深圳", "state": "requested"})
FOREIGN = world(ASKED, *entity("深圳", "CN"))


def may(made: World, day: str = ON) -> object:
    """Say whether A1 may be furnished."""
    return made.ask(day, FURNISH, "A1").value


def test_a_new_provider_furnishes_no_foreign_customer_before_its_form_is_filed() -> None:
    made = FOREIGN.also(NEW)
    answer = made.ask(ON, FURNISH, "A1")
    assert (answer.value, answer.clauses[0]) == (NO, "7.304(d) s.1")
    assert answer.facts[0] == "fact 4"
    assert may(made.also(filed("2027-03-10"))) is NO
    assert may(made.also(filed(ON))) is YES
    assert may(made.also(filed(ON, kind="irregular"))) is NO
    assert may(made.also(filed(ON, reseller="R1"))) is NO


def test_where_the_provider_is_not_told_to_be_new_it_is_open_or_settled() -> None:
    assert may(FOREIGN) is UNKNOWN
    assert may(FOREIGN.also((START, "provider", {"id": "P"}))) is UNKNOWN
    old: Telling = (START, "provider", {"id": "P", "newly_established": "no"})
    assert may(FOREIGN.also(old)) is YES


def test_of_two_providers_the_new_one_counts() -> None:
    other: Telling = (START, "provider", {"id": "Q", "newly_established": "no"})
    assert may(FOREIGN.also(NEW, other)) is NO


def test_an_all_us_customer_is_out_and_one_of_unknown_origin_open() -> None:
    us = world(ASKED, NEW, *entity("深圳", "US-DE"), ("2027-01-01", "customer", {
        "id": "深圳", "control_answered": "yes",
    }), (START, "ownership", {"owner": "Ann", "owned": "深圳", "percent": "100"}),
        (START, "presence", {"person": "Ann", "citizen": "US"}))  # fmt: skip
    assert may(us) is YES
    assert may(world(ASKED, NEW)) is UNKNOWN


def test_an_exempt_provider_is_not_held_up() -> None:
    assert may(FOREIGN.also(NEW, exempt())) is YES


@pytest.mark.parametrize(("place", "verdict"), [("VN", NO), ("US-TX", YES), ("none", UNKNOWN)])
def test_a_reseller_is_supplied_by_where_it_belongs(place: str, verdict: object) -> None:
    answer = world(*reseller("R1", place)).ask(ON, SUPPLY, "R1")
    assert (answer.value, answer.clauses[0]) == (verdict, "7.304(d) s.2")


@pytest.mark.parametrize(
    "filing", [filed(ON, reseller="R1"), filed(ON, covers=["R1", "R2"])], ids=["alone", "compiled"]
)
def test_a_foreign_reseller_is_supplied_from_its_notification_on(filing: Telling) -> None:
    made = world(*reseller(), filing)
    assert made.ask("2027-03-08", SUPPLY, "R1").value is NO
    assert made.ask(ON, SUPPLY, "R1").value is YES


def test_an_exemption_for_a_reseller_silences_its_notification() -> None:
    assert world(*reseller(), exempt(reseller="R1")).ask(ON, SUPPLY, "R1").value is YES
    assert world(*reseller(), exempt()).ask(ON, SUPPLY, "R1").value is NO


def test_opening_and_restricted_use_wait_for_the_form_of_a_new_provider_too() -> None:
    made = FOREIGN.also(NEW)
    assert "7.304(d) s.1" in made.ask(ON, "identification.may_open", "A1").clauses
    for told, waits in ((made, True), (made.also(filed(ON)), False), (FOREIGN, False)):
        use = told.ask(ON, "verification.provisional_use", "A1").value
        assert isinstance(use, dict)
        assert ("certification" in use["missing"]) is waits
