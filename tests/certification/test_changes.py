"""Changes between certifications: which are told, of whom, and what a filing settles (7.304(c))."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from knowntenant.law.answer import UNKNOWN, YES
from knowntenant.law.deadline import NoneInText
from knowntenant.law.pack import Pack
from tests.certification.told import CHANGES, exempt, filed, reseller, rows
from tests.law.toy import NPRM, both
from tests.world import Telling, World, world

ON = "2027-06-01"
NONE: Mapping[str, str] = {}


def change(kind: str, day: str = ON, **keys: str) -> Telling:
    """Tell a change."""
    return day, "change", {"id": "CH", "kind": kind, **keys}


def told(made: World, day: str = ON, readings: Mapping[str, str] = NONE) -> dict[str, object]:
    """Give the changes that wait for a notice: kind and whether it is to be given."""
    answer = made.inquiry(day, readings=readings).ask(CHANGES)
    return {name: (str(r["kind"]), r["notify"]) for name, r in rows(answer, "trigger").items()}


@pytest.mark.parametrize(
    ("kind", "judged", "expected"),
    [
        ("acquisition", "", ("significant_change", YES)),
        ("merger", "unknown", ("significant_change", YES)),
        ("merger", "no", None),
        ("restructuring", "", ("significant_change", UNKNOWN)),
        ("operations", "yes", ("significant_change", YES)),
        ("operations", "no", None),
        ("program", "", ("material_cip_change", UNKNOWN)),
        ("program", "yes", ("material_cip_change", YES)),
        ("primary_contact", "no", ("primary_contact", YES)),
        ("new_service", "", None),
        ("new_service", "yes", ("significant_change", YES)),
        ("threat", "yes", None),
    ],
)
def test_what_is_told_depends_on_the_kind_and_on_who_judged(
    kind: str, judged: str, expected: object
) -> None:
    keys = {"significant": judged} if judged else {}
    assert told(world(change(kind, **keys))) == ({"CH": expected} if expected else {})


@pytest.mark.parametrize("kind", ["new_service", "threat"])
def test_services_and_threats_are_told_at_once_on_the_cautious_reading(kind: str) -> None:
    assert told(world(change(kind)), readings={"D28": "also-at-once"}) == {"CH": (kind, YES)}


def test_the_role_of_who_judged_a_change_is_named_in_the_reason() -> None:
    for judged, named in (("yes", True), ("unknown", False)):
        told_ = change("operations", significant=judged, judged_by="the compliance officer")
        (reason,) = world(told_).ask(ON, CHANGES).because
        assert reason.text.endswith(", as judged by the compliance officer") is named
    (reason,) = world(change("operations", significant="yes")).ask(ON, CHANGES).because
    assert reason.text.endswith("to be told")


def test_a_change_of_which_no_kind_is_told_is_to_be_judged() -> None:
    made = world((ON, "change", {"id": "CH"}))
    assert told(made) == {"CH": ("significant_change", UNKNOWN)}


@both
def test_the_target_is_the_packs_own_policy(pack: Pack) -> None:
    inquiry = world(change("acquisition")).inquiry(ON, pack=pack)
    answer = inquiry.ask(CHANGES)
    days = inquiry.law.deadline("irregular_update", NoneInText).target_days
    if inquiry.law.reading("D12").choice == "policy-target":
        target = rows(answer, "trigger")["CH"]["target"]
        assert target == inquiry.day + timedelta(days=days)
        assert answer.flags[1] == f"internal target {days} days: policy, not law"
    assert answer.flags[0] == "no deadline in the text"


def test_told_with_the_next_certification_no_number_of_days_is_flagged() -> None:
    inquiry = world(change("acquisition")).inquiry(ON, readings={"D12": "with-next-certification"})
    flags = inquiry.ask(CHANGES).flags
    assert flags[0] == "no deadline in the text"
    assert flags[1].startswith("told with the next yearly certification")
    assert not any("internal target" in flag for flag in flags)


# --- Whose change


def test_a_resellers_contact_is_told_and_its_mergers_are_judged() -> None:
    made = world(*reseller(), change("primary_contact", reseller="R1"))
    assert told(made) == {"CH": ("primary_contact", YES)}
    merged = world(*reseller(), change("merger", reseller="R1"))
    assert told(merged) == {"CH": ("significant_change", UNKNOWN)}


def test_of_a_us_reseller_nothing_is_told_and_of_one_of_unknown_origin_it_is_open() -> None:
    made = change("primary_contact", reseller="R1")
    assert told(world(*reseller("R1", "US-TX"), made)) == {}
    assert told(world(*reseller("R1", "none"), made)) == {"CH": ("primary_contact", UNKNOWN)}


def contact(day: str, name: str) -> Telling:
    """Tell whom R1 names as its Primary Contact."""
    return day, "reseller_submission", {"reseller": "R1", "contact_name": name}


def test_a_first_name_or_the_same_name_again_is_no_change() -> None:
    assert told(world(*reseller(), contact(ON, "Suharto"))) == {}
    same = contact("2027-05-01", "Suharto"), contact(ON, "Suharto")
    assert told(world(*reseller(), *same)) == {}
    after_nobody = contact("2027-05-01", "none"), contact(ON, "Suharto")
    assert told(world(*reseller(), *after_nobody)) == {}
    gone = contact("2027-05-01", "Suharto"), contact(ON, "none")
    assert told(world(*reseller(), *gone)) == {"R1": ("primary_contact", YES)}


def test_a_new_name_is_told_once_even_if_it_is_told_as_a_change_too() -> None:
    new = contact("2027-05-01", "Suharto"), contact(ON, "Nguyễn")
    assert told(world(*reseller(), *new)) == {"R1": ("primary_contact", YES)}
    both_ = change("primary_contact", reseller="R1")
    assert told(world(*reseller(), *new, both_)) == {"CH": ("primary_contact", YES)}
    assert told(world(*reseller("R1", "US-TX"), *new)) == {}
    assert told(world(*reseller("R1", "none"), *new)) == {"R1": ("primary_contact", UNKNOWN)}
    assert "Nguyễn" not in str(world(*reseller(), *new).ask(ON, CHANGES))


def version(day: str, id_: str, **keys: str) -> Telling:
    """Tell a version of the program."""
    return day, "program_version", {"id": id_, **keys}


def test_a_first_version_changes_nothing_and_a_later_one_is_judged() -> None:
    first = version("2027-01-05", "V1")
    assert told(world(first)) == {}
    assert told(world(first, version(ON, "V2"))) == {"V2": ("material_cip_change", UNKNOWN)}
    yes = version(ON, "V2", material="yes")
    assert told(world(first, yes)) == {"V2": ("material_cip_change", YES)}
    assert told(world(first, version(ON, "V2", material="no"))) == {}


# --- What settles it


@pytest.mark.parametrize(
    ("kind", "filing", "settled"),
    [
        ("acquisition", "irregular", True),
        ("acquisition", "initial", True),
        ("acquisition", "annual", False),
        ("primary_contact", "annual", True),
    ],
)
def test_a_filing_tells_of_what_it_holds(kind: str, filing: str, settled: bool) -> None:  # noqa: FBT001 - a column of the table above
    made = world(change(kind), filed(ON, kind=filing))
    assert (told(made) == {}) is settled


def test_a_filing_before_the_change_or_about_another_tells_nothing() -> None:
    assert told(world(change("acquisition"), filed("2027-05-31", kind="irregular"))) != {}
    other = filed(ON, kind="irregular", about=["CH2"])
    assert told(world(change("acquisition"), other)) != {}
    named = filed(ON, kind="annual", about=["CH"])
    assert told(world(change("acquisition"), named)) == {}


def test_on_the_other_reading_of_the_silence_the_yearly_one_tells_everything() -> None:
    readings = {"D12": "with-next-certification"}
    made = world(change("acquisition"))
    answer = made.inquiry(ON, readings=readings).ask(CHANGES)
    assert rows(answer, "trigger")["CH"]["target"] is None
    assert told(made.also(filed(ON, kind="annual")), readings=readings) == {}


# --- Exemptions


@pytest.mark.parametrize("kind", ["acquisition", "merger", "restructuring", "operations"])
def test_an_exempt_provider_looks_at_its_deterrence_program_instead(kind: str) -> None:
    made = world(exempt(), change(kind, significant="yes"))
    assert told(made) == {"CH": ("adp_review", YES)}
    looked = made.also((ON, "adp_change", {"id": "A2"}))
    assert told(looked) == {}
    earlier = made.also(("2027-05-31", "adp_change", {"id": "A2"}))
    assert told(earlier) != {}


def test_an_exempt_provider_tells_nothing_else_but_its_resellers_changes_go_on() -> None:
    made = world(exempt(), *reseller(), change("primary_contact"))
    assert told(made) == {}
    own = made.also((ON, "change", {"id": "C2", "kind": "primary_contact", "reseller": "R1"}))
    assert told(own) == {"C2": ("primary_contact", YES)}
    assert told(own.also(exempt(reseller="R1"))) == {}


def test_nothing_changed_is_nothing_flagged() -> None:
    answer = world().ask(ON, CHANGES)
    assert (answer.value, answer.flags) == ((), ())
    assert NPRM.contains(answer.clauses[0])
