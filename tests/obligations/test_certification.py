"""Certifications as duties: first form, yearly filing, data of resellers, notices (7.304)."""

from datetime import date

import pytest

from knowntenant.law.deadline import WindowBeforeAnniversary
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.certification.told import exempt, filed, reseller
from tests.law.toy import both
from tests.world import START, Telling, World, world

OPEN, ALL = "obligations.open", "obligations.all"
ON = "2028-01-15"
PROVIDER: Telling = (START, "provider", {"id": "P"})


def owed(
    made: World, day: str = ON, question: str = OPEN, of: str = ""
) -> list[tuple[str, str, str]]:
    """Give what is owed: kind, about whom, and state."""
    value = made.ask(day, question, of).value
    assert isinstance(value, tuple)
    return [(str(row["kind"]), str(row["of"]), str(row["state"])) for row in value]


def test_nothing_is_to_be_certified_before_there_is_a_provider() -> None:
    assert owed(world(*reseller())) == []


def test_the_first_form_is_open_without_a_day_and_so_is_that_of_a_reseller() -> None:
    made = world(PROVIDER, *reseller(), *reseller("R2", "US-TX"))
    assert set(owed(made)) == {
        ("file_certification_form", "P", "open"),
        ("file_certification_form", "R1", "open"),
        ("collect_reseller_submission", "R1", "open"),
    }


@both
def test_the_yearly_one_is_due_at_the_end_of_its_window_and_says_from_when(pack: Pack) -> None:
    value = world(filed("2027-04-15")).inquiry(ON, pack=pack).ask(OPEN).value
    assert isinstance(value, tuple)
    (row,) = [one for one in value if str(one["kind"]) == "certify_yearly"]
    opens, due = (
        Law(pack)
        .deadline("annual_certification", WindowBeforeAnniversary)
        .window(date(2027, 4, 15))
    )
    assert row["due"] == due
    assert row["satisfied_by"] == f"a certification filed from {opens} on"
    assert row["of"] == "provider"


@pytest.mark.parametrize(
    ("filing", "state"), [("2028-04-15", "met"), ("2028-04-16", "met_late"), ("2028-02-14", "")]
)
def test_a_filing_meets_the_year_that_it_ends_in_time_or_late_and_never_early(
    filing: str, state: str
) -> None:
    made = world(PROVIDER, filed("2027-04-15"), filed(filing, "C2", "annual"))
    states = [stands for kind, _, stands in owed(made, "2028-04-20", ALL, "P")]
    assert states == ([state, "open"] if state else ["late"])


def test_a_compiled_filing_meets_the_year_of_every_reseller_in_it() -> None:
    made = world(*reseller(), *reseller("R2", "NO"), filed("2027-04-15", covers=["R1", "R2"]))
    made = made.also(filed("2028-03-01", "C2", "annual", covers=["R1", "R2"]))
    for one in ("R1", "R2"):
        assert ("certify_yearly", one, "met") in owed(made, "2028-04-20", ALL, one)


def test_an_exempt_provider_owes_nothing_for_itself_and_its_resellers_filings_go_on() -> None:
    made = world(PROVIDER, filed("2027-04-15"), exempt(), *reseller())
    found = owed(made, "2028-05-01")
    assert not [row for row in found if row[1] == "P" and row[2] in {"open", "late"}]
    assert ("file_certification_form", "R1", "open") in found
    quiet = made.also(exempt(reseller="R1"))
    assert not [row for row in owed(quiet, "2028-05-01") if row[0] == "file_certification_form"]


def test_what_a_reseller_hands_in_in_full_is_no_longer_asked_for() -> None:
    words = (
        "identity_tools", "ownership_change_reports", "detection_tools", "detection_use",
        "reseller_oversight", "training_detection", "training_run_tools", "malicious_reporting",
        "foreign_services", "contact_name", "contact_title", "contact_email", "contact_phone",
    )  # fmt: skip
    numbers = (
        "iaas_employees", "customers", "foreign_owners", "foreign_owners_of_customers",
        "unverified_accounts",
    )  # fmt: skip
    told = {**dict.fromkeys(words, "深圳"), **dict.fromkeys(numbers, "0"), "meets_standard": "yes"}
    made = world(PROVIDER, *reseller())
    asked = ("collect_reseller_submission", "R1", "open")
    assert asked in owed(made)
    assert asked not in owed(made.also((START, "reseller_submission", {"reseller": "R1", **told})))


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"kind": "primary_contact"}, "notify_change"),
        ({"kind": "acquisition"}, "notify_change"),
        ({"kind": "restructuring"}, "judge_change"),
    ],
)
def test_a_change_is_told_or_judged_first(told: dict[str, str], kind: str) -> None:
    made = world((START, "change", {"id": "CH", **told}))
    assert owed(made) == [(kind, "CH", "open")]


def test_an_exempt_provider_that_is_acquired_looks_at_its_deterrence_program() -> None:
    made = world(exempt(), (START, "change", {"id": "CH", "kind": "acquisition"}))
    assert ("review_adp", "CH", "open") in owed(made)
