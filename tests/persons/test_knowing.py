"""What was known, since when, on what basis; against a twin that reads the tellings in order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.types.knowledge import Element, Knower
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from tests.law.calendar import counted
from tests.law.toy import both
from tests.world import Telling, World, world

KNOWLEDGE = "persons.knowledge"
FIRST = date(2028, 2, 20)
RESELLER: Telling = (str(FIRST), "reseller", {"id": "R1", "state": "active"})
LIMBS = st.sampled_from(["not_remediated", "increased_risk"])
ENTRIES = st.lists(
    st.tuples(
        st.integers(0, 20), LIMBS, st.sampled_from(["R1", "F1"]),
        st.sampled_from(["provider", "reseller", ""]),
    ), max_size=4,
)  # fmt: skip
FACES = st.lists(st.tuples(st.integers(0, 20), LIMBS), max_size=3)
READINGS = st.sampled_from(["facts-on-their-face", "declared-only"])
Story = tuple[list[tuple[int, str, str, str]], list[tuple[int, str]]]
FACE = {"not_remediated": {"remediated": "no"}, "increased_risk": {"increases_risk": "yes"}}


@both
@given(story=st.tuples(ENTRIES, FACES), day=st.integers(0, 25), limb=LIMBS, reading=READINGS)
def test_the_first_entry_or_plain_fact_is_the_day_of_knowledge(
    pack: Pack, story: Story, day: int, limb: str, reading: str
) -> None:
    entries, faces = story
    choice = reading == "facts-on-their-face"
    told: list[Telling] = [RESELLER]
    for at, of, about, by in entries:
        keys = {"about": about, "of": of, **({"by": by} if by else {})}
        told.append((str(counted(FIRST, at)), "knowledge", keys))
    for at, of in faces:
        told.append((
            str(counted(FIRST, at)), "finding", {"id": "F1", "reseller": "R1", **FACE[of]}
        ))  # fmt: skip
    # An entry about F1 is one about R1 only where F1 is a finding against it by that day.
    found = bool([1 for at, _ in faces if at <= day])
    inquiry = world(*told).inquiry(counted(FIRST, day), pack=pack, readings={"D34": reading})
    days = [
        (at, "declared") for at, of, about, by in entries
        if of == limb and by != "reseller" and at <= day and (about == "R1" or found)
    ]  # fmt: skip
    days += [(at, "on_its_face") for at, of in faces if choice and of == limb and at <= day]
    answer = inquiry.ask(KNOWLEDGE, "R1", element=Element(limb)).value
    assert isinstance(answer, dict)
    if days:
        at, basis = min(days)
        assert answer == {"known": YES, "since": counted(FIRST, at), "basis": basis}
    else:
        assert answer["known"] is (UNKNOWN if choice and found else NO)


def known(made: World, day: str, of: str, element: Element) -> object:
    value = made.ask(day, KNOWLEDGE, of, element=element).value
    assert isinstance(value, dict)
    return value["known"]


@pytest.mark.parametrize("element", Element)
def test_an_open_hit_of_a_list_may_be_knowledge_of_what_lists_tell_and_of_nothing_else(
    element: Element,
) -> None:
    made = world(("2027-01-10", "screening_hit", {"id": "H1", "person": "محمد"}))
    reports = ("not_remediated", "covered_transaction", "inaccurate_report")
    assert known(made, "2027-01-10", "محمد", element) is (NO if element in reports else UNKNOWN)
    cleared = made.also(("2027-01-11", "screening_hit", {"id": "H1", "disposition": "cleared"}))
    assert known(cleared, "2027-01-11", "محمد", element) is NO


@pytest.mark.parametrize(
    ("put_right", "left_open"),
    [
        ({"finding": "F1"}, NO),
        ({"finding": "F1", "extent": "partial"}, UNKNOWN),
        ({"reseller": "R1"}, NO),
        ({"reseller": "R1", "finding": "F2"}, UNKNOWN),
    ],
)
def test_a_finding_is_an_open_alert_until_it_is_put_right_in_full(
    put_right: dict[str, str], left_open: object
) -> None:
    made = world(
        ("2027-01-10", "finding", {"id": "F1", "reseller": "R1", "kind": "no_cip"}),
        ("2027-01-20", "remediation", put_right),
    )
    assert known(made, "2027-01-19", "R1", Element.NOT_REMEDIATED) is UNKNOWN
    assert known(made, "2027-01-20", "R1", Element.NOT_REMEDIATED) is left_open
    assert known(made, "2027-01-20", "F1", Element.NOT_REMEDIATED) is left_open


def test_a_finding_of_no_reseller_is_an_alert_too_and_one_told_as_remedied_is_none() -> None:
    made = world(("2027-01-10", "finding", {"id": "F1", "kind": "no_cip"}))
    assert known(made, "2027-01-10", "F1", Element.INCREASED_RISK) is UNKNOWN
    over = made.also(("2027-01-11", "finding", {"id": "F1", "remediated": "yes"}))
    assert known(over, "2027-01-11", "F1", Element.INCREASED_RISK) is NO


def test_a_resellers_own_knowledge_is_asked_for_by_name_and_alerts_are_not_its() -> None:
    made = world(
        ("2027-01-10", "finding", {"id": "F1", "reseller": "R1", "increases_risk": "yes"}),
        ("2027-01-12", "knowledge", {"about": "R1", "of": "increased_risk", "by": "reseller"}),
    )
    risk, its = Element.INCREASED_RISK, Knower.RESELLER
    early = made.ask("2027-01-11", KNOWLEDGE, "R1", element=risk, by=its).value
    late = made.ask("2027-01-12", KNOWLEDGE, "R1", element=risk, by=its).value
    assert isinstance(early, dict)
    assert isinstance(late, dict)
    assert (early["known"], late["since"]) == (NO, date(2027, 1, 12))
