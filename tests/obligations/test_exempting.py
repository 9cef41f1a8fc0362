"""Duties that an exemption silences: muted while it stands, back the same day, never dropped."""

import pytest

from tests.deterrence.told import exemption, foreigner, opened
from tests.obligations.test_duties import ALL, OPEN
from tests.world import START, Telling, World, world

GRANTED, REVOKED = "2027-02-01", "2028-02-29"
HELD = exemption(GRANTED, "granted")
RESELLER: tuple[Telling, ...] = (
    (START, "reseller", {"id": "R1", "state": "active"}),
    (START, "presence", {"person": "R1", "organised_in": "NO"}),
    ("2027-01-05", "finding", {"id": "F1", "reseller": "R1", "kind": "no_cip"}),
)
DIRECT = world(*foreigner("Nguyễn"), opened("A1", "Nguyễn"))


def states(made: World, of: str, on: str = GRANTED, **readings: str) -> dict[str, str]:
    """Give the state of every duty about somebody, by kind."""
    value = made.inquiry(on, readings=readings).ask(ALL, of=of).value
    assert isinstance(value, tuple)
    return {str(row["kind"]): str(row["state"]) for row in value}


def test_the_providers_exemption_mutes_its_direct_accounts_and_says_so() -> None:
    before = states(DIRECT, "A1")
    assert set(before.values()) == {"open"}
    assert states(DIRECT.also(HELD), "A1") == dict.fromkeys(before, "muted")
    answer = DIRECT.also(HELD).ask(GRANTED, OPEN, of="A1")
    assert answer.value == ()
    assert set(answer.flags) == {f"{kind} of A1 is muted by an exemption" for kind in before}


def test_duties_are_due_again_on_the_day_of_the_revocation() -> None:
    made = DIRECT.also(HELD, exemption(REVOKED, "revoked"))
    value = made.ask(REVOKED, OPEN, of="A1").value
    assert isinstance(value, tuple)
    assert {(str(row["due"]), str(row["state"])) for row in value} == {(REVOKED, "open")}
    assert set(states(made, "A1", "2028-03-01").values()) == {"late"}


def test_duties_about_a_customer_are_muted_with_all_of_its_accounts() -> None:
    lessee = exemption(GRANTED, "granted", lessee="Nguyễn")
    assert states(DIRECT, "Nguyễn")["reverify_customer"] == "late"
    assert states(DIRECT.also(lessee), "Nguyễn")["reverify_customer"] == "muted"
    through = DIRECT.also(*RESELLER, opened("A2", "Nguyễn", reseller="R1"), HELD)
    assert states(through, "Nguyễn")["reverify_customer"] == "late"


@pytest.mark.parametrize(
    ("told", "readings", "state"),
    [
        ((), {}, "open"),
        ((HELD,), {}, "open"),
        ((HELD,), {"D2": "lift-all"}, "muted"),
        ((exemption(GRANTED, "granted", reseller="R1"),), {}, "muted"),
        ((exemption(GRANTED, "granted", reseller="R2"),), {}, "open"),
    ],
)
def test_a_resellers_duties_are_muted_by_its_own_exemption_or_by_one_that_lifts_all(
    told: tuple[Telling, ...], readings: dict[str, str], state: str
) -> None:
    found = states(world(*RESELLER, *told), "R1", **readings)
    assert found["take_steps_to_close"] == state


@pytest.mark.parametrize(
    ("told", "reading", "state"),
    [
        ((HELD,), "resellers-go-on", "open"),
        ((HELD,), "exempt-altogether", None),
        ((exemption(GRANTED, "granted", reseller="R1"),), "resellers-go-on", None),
    ],
)
def test_the_filings_for_a_reseller_follow_d36(
    told: tuple[Telling, ...], reading: str, state: str | None
) -> None:
    filed: Telling = ("2026-03-01", "certification", {
        "id": "CE1", "kind": "initial", "reseller": "R1",
    })  # fmt: skip
    found = states(world(*RESELLER[:2], filed, *told), "R1", D36=reading)
    filing = {kind: one for kind, one in found.items() if "certif" in kind or "file" in kind}
    assert ("open" in filing.values()) is (state == "open"), found


def test_what_is_met_stays_met_and_penalties_are_never_muted() -> None:
    made = world(
        HELD,
        ("2027-01-10", "penalty_notice", {"id": "PN1"}),
        ("2027-02-20", "penalty_notice", {"id": "PN2"}),
        ("2027-01-15", "petition", {"id": "PE1", "notice": "PN1"}),
    )
    for choice in ("keep-assessments", "lift-all"):
        assert states(made, "PN1", "2027-03-01", D2=choice) == {"petition_against_penalty": "met"}
        assert states(made, "PN2", "2027-03-01", D2=choice) == {"petition_against_penalty": "open"}
