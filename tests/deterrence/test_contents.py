"""What an ADP lacks, element by element."""

from dataclasses import replace

import pytest

from knowntenant.facts.types.deterrence import AdpContent
from knowntenant.law.answer import UNKNOWN
from knowntenant.law.pack import Pack
from tests.deterrence.told import adp, approved, element
from tests.law.toy import NPRM, packs
from tests.world import START, World, world

__all__ = ["packs"]

GAPS = "deterrence.adp_gaps"
ON = "2028-02-29"
OF_LEADERS = (AdpContent.APPROVAL, AdpContent.LEADERSHIP)
WRITTEN = [e for e in AdpContent if e not in OF_LEADERS]


def whole(*without: str) -> World:
    """Tell an ADP that has everything, but for the elements named."""
    told = [element(name) for name in WRITTEN if name not in without]
    reseller = (START, "reseller", {"id": "R1", "state": "active"})
    return world(reseller, approved(), adp(consortium="yes"), *told)


def gaps(made: World, **readings: str) -> dict[str, tuple[str, str]]:
    """Give the gaps of the ADP by element: clause and kind."""
    value = made.inquiry(ON, readings=readings).ask(GAPS, "ADP1").value
    assert isinstance(value, tuple)
    return {str(row["element"]): (str(row["clause"]), str(row["gap"])) for row in value}


def test_a_whole_adp_has_no_gap(packs: Pack) -> None:
    answer = whole().inquiry(ON, pack=packs).ask(GAPS, "ADP1")
    assert answer.value == ()
    assert answer.because[0].text == "ADP1 lacks nothing that is described"


@pytest.mark.parametrize("name", WRITTEN)
def test_each_element_left_out_is_found_by_its_own_clause(name: str) -> None:
    clause = NPRM.parts[GAPS][name]
    assert gaps(whole(name)) == {name: (clause, "not_told")}
    assert clause in whole(name).ask(ON, GAPS, "ADP1").clauses


def test_no_two_elements_share_a_clause() -> None:
    assert set(NPRM.parts[GAPS]) == set(AdpContent)
    assert len(set(NPRM.parts[GAPS].values())) == len(AdpContent)


@pytest.mark.parametrize(
    ("keys", "gap"),
    [
        ({"covered": "no", "how": "in words"}, "missing"),
        ({"covered": "unknown", "how": "in words"}, "not_told"),
        ({"how": "in words"}, "not_told"),
        ({"covered": "yes"}, "unproven"),
    ],
)
def test_an_element_is_there_once_it_is_covered_and_shown(keys: dict[str, str], gap: str) -> None:
    made = whole("detection").also(element("detection", **keys))
    assert gaps(made)["detection"][1] == gap
    proven = made.also(element("detection", "2027-01-01", covered="yes", evidence="DOC-1"))
    assert gaps(proven) == {}


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"approved_by": "other"}, {"approval": "missing"}),
        ({"approved_by": "committee"}, {}),
        ({"approved_by": "senior_manager", "approved_on": "none"}, {"approval": "unproven"}),
        ({"approved_on": "2028-03-01"}, {"approval": "missing"}),
        ({"approved_by": "none"}, {"approval": "not_told"}),
        ({"overseen_by": "none"}, {"leadership": "not_told"}),
        ({"overseen_by": "other"}, {"leadership": "missing"}),
    ],
)
def test_approval_and_oversight_count_from_those_the_pack_names(
    keys: dict[str, str], found: dict[str, str]
) -> None:
    made = whole().also(adp(day="2027-01-01", **keys))
    assert {name: gap for name, (_, gap) in gaps(made).items()} == found


def test_oversight_of_resellers_is_not_asked_without_them_nor_of_a_resellers_own_adp() -> None:
    made = whole("reseller_oversight")
    assert set(gaps(made)) == {"reseller_oversight"}
    ended = made.also(("2027-01-01", "reseller", {"id": "R1", "state": "terminated"}))
    assert gaps(ended) == {}
    assert gaps(made.also(adp(day="2027-01-01", reseller="R1"))) == {}


def test_lessons_of_a_consortium_are_asked_of_members_as_d3_is_read() -> None:
    made = whole("consortium_insights")
    assert set(gaps(made)) == {"consortium_insights"}
    assert gaps(made, D3="literal") == {}
    assert gaps(made.also(adp(day="2027-01-01", consortium="no"))) == {}


def test_examples_that_nobody_speaks_to_are_flagged_and_are_no_gap() -> None:
    made = whole("sources").also(
        element("sources", covered="yes", how="h", examples="incidents"),
        element("risk_factors", "2027-01-01", covered="no"),
    )
    answer = made.ask(ON, GAPS, "ADP1")
    (flag,) = (flag for flag in answer.flags if flag.startswith("sources"))
    assert flag.endswith("of the text: open_vulnerabilities, attack_methods, warnings")
    assert not any(flag.startswith("risk_factors") for flag in answer.flags)


def test_an_element_that_is_not_named_tells_nothing() -> None:
    made = whole("sources").also((START, "adp_element", {"adp": "ADP1", "covered": "yes"}))
    assert set(gaps(made)) == {"sources"}


def test_what_an_adp_lacks_that_nobody_told_of_is_unknown() -> None:
    assert world().ask(ON, GAPS, "ADP1").value is UNKNOWN


def test_a_pack_without_a_list_of_leaders_lets_nobody_approve() -> None:
    bare = replace(NPRM, lists={})
    value = whole().inquiry(ON, pack=bare).ask(GAPS, "ADP1").value
    assert isinstance(value, tuple)
    assert {str(row["element"]) for row in value} == {"approval", "leadership"}
