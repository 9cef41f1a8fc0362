"""What an exemption lifts, for whom, and for how long."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, YES
from knowntenant.law.clauses import covers
from knowntenant.law.pack import Pack
from tests.deterrence.told import exemption, opened
from tests.law.toy import NPRM, both, packs
from tests.world import START, Telling, world

__all__ = ["packs"]

LIFTS, ACCOUNT, MUTES = (
    f"deterrence.{name}"
    for name in ("exempt_from", "account_exempt_from", "mutes_reseller_filings")
)
ON = "2028-02-29"
RESELLER: Telling = (START, "reseller", {"id": "R1", "state": "active"})
STATES = ("requested", "granted", "refused", "revoked")


def test_without_an_exemption_nothing_is_lifted(packs: Pack) -> None:
    inquiry = world(RESELLER, opened("A1", "محمد")).inquiry(ON, pack=packs)
    assert [inquiry.ask(LIFTS, of).value for of in ("", "R1", "nobody")] == [(), (), ()]
    assert inquiry.ask(ACCOUNT, "A1").value == ()
    assert inquiry.ask(ACCOUNT, "nobody").value == ()
    assert inquiry.ask(MUTES, "R1").value is NO


@pytest.mark.parametrize("choice", sorted(NPRM.readings["D2"].choices))
def test_under_every_reading_training_reports_and_enforcement_stay(choice: str) -> None:
    made = world(RESELLER, exemption(ON, "granted"), exemption(ON, "granted", "X2", reseller="R1"))
    inquiry = made.inquiry(ON, readings={"D2": choice})
    for kind in ("provider", "reseller"):
        sections = inquiry.ask(LIFTS, "R1", kind=kind).value
        assert isinstance(sections, tuple)
        assert sections
        assert {"7.308", "7.309"}.isdisjoint(sections)
        assert all(any(covers(s, clause) for clause in NPRM.clauses) for s in sections)


def test_an_id_is_asked_about_as_what_the_facts_say_unless_the_question_says_it() -> None:
    made = world(exemption(ON, "granted", reseller="深圳"))
    assert made.ask(ON, LIFTS, "深圳").value == ("7.303", "7.304")
    assert made.ask(ON, LIFTS, "深圳", kind="provider").value == ()
    assert world(exemption(ON, "granted")).ask(ON, LIFTS, "R1", kind="reseller").value == ()


def test_an_exemption_of_another_provider_lifts_nothing_here() -> None:
    made = world(exemption(ON, "granted", provider="P1"))
    assert made.ask(ON, LIFTS, "P1").value == ("7.302", "7.304")
    assert made.ask(ON, LIFTS, "P2").value == ()
    assert made.ask(ON, LIFTS, "").value == ("7.302", "7.304")


def test_an_exemption_of_which_no_state_is_told_lifts_nothing_and_is_flagged() -> None:
    answer = world((ON, "exemption", {"id": "X1"})).ask(ON, LIFTS, "")
    assert answer.value == ()
    assert answer.flags == ("where exemption X1 stands is not told",)
    assert answer.facts == ("fact 1",)


def test_an_exemption_for_a_customer_and_a_type_reaches_only_what_is_both() -> None:
    made = world(
        (START, "product", {"id": "Metal", "kind": "bare_metal"}),
        opened("A1", "Nguyễn", product="Metal"),
        opened("A2", "Nguyễn"),
        opened("A3", "محمد", product="Metal"),
        exemption(ON, "granted", lessee="Nguyễn", account_type="Metal"),
    )
    found = [made.ask(ON, ACCOUNT, account).value for account in ("A1", "A2", "A3")]
    assert found == [("7.302", "7.304"), (), ()]


def test_what_is_held_through_a_reseller_is_not_reached_by_the_providers_own_exemption() -> None:
    made = world(
        RESELLER,
        opened("A1", "C1", reseller="R1"),
        exemption(ON, "granted"),
        exemption(ON, "granted", "X2", lessee="C1"),
    )
    assert made.ask(ON, ACCOUNT, "A1").value == ("7.302", "7.304")
    without = world(RESELLER, opened("A1", "C1", reseller="R1"), exemption(ON, "granted"))
    assert without.ask(ON, ACCOUNT, "A1").value == ()


@pytest.mark.parametrize(
    ("reading", "provider", "reseller", "muted"),
    [
        ("resellers-go-on", True, False, NO),
        ("exempt-altogether", True, False, YES),
        ("resellers-go-on", False, True, YES),
        ("resellers-go-on", True, True, YES),
        ("exempt-altogether", False, False, NO),
    ],
)
def test_filings_for_a_reseller_are_muted_by_its_own_finding_or_as_d36_is_read(
    reading: str, muted: object, *, provider: bool, reseller: bool
) -> None:
    made = world(RESELLER)
    made = made.also(exemption(ON, "granted")) if provider else made
    made = made.also(exemption(ON, "granted", "X2", reseller="R1")) if reseller else made
    answer = made.inquiry(ON, readings={"D36": reading}).ask(MUTES, "R1")
    assert answer.value is muted
    assert f"D36: {reading}" in [str(taken) for taken in answer.readings]


@both
@given(told=st.lists(st.tuples(st.integers(0, 60), st.sampled_from(STATES)), max_size=6))
def test_an_exemption_lifts_on_the_days_on_which_its_last_word_is_granted(
    pack: Pack, told: list[tuple[int, str]]
) -> None:
    first = date(2028, 2, 1)
    days = {first + timedelta(day): state for day, state in told}
    made = world(*(exemption(str(day), state) for day, state in days.items()))
    for day in (first + timedelta(n) for n in range(0, 65, 4)):
        inquiry = made.inquiry(day, pack=pack)
        last = max((d for d in days if d <= day), default=None)  # the slow and obvious twin
        stands = last is not None and days[last] == "granted"
        assert bool(inquiry.ask(LIFTS, "").value) is stands
