"""Who can be exempted, from what, and what stands open."""

import pytest

from knowntenant.law.answer import NO, YES
from knowntenant.law.pack import Pack
from tests.deterrence.told import adp, exemption, opened
from tests.law.toy import packs
from tests.world import START, Telling, World, world

__all__ = ["packs"]

POSSIBLE = "deterrence.may_be_exempted"
ON = "2028-02-29"
ACCOUNT, PROGRAM, ASKED = opened("A1", "C1"), adp(), exemption(START, "requested")


def found(made: World, of: str = "P1") -> tuple[object, object]:
    """Give whether a finding is possible and what is open."""
    value = made.ask(ON, POSSIBLE, of).value
    assert isinstance(value, dict)
    return value["possible"], tuple(map(str, value["open"]))


@pytest.mark.parametrize(
    ("told", "verdict", "open_"),
    [
        ((), NO, ("account", "adp", "request", "decision")),
        (((START, "product", {"id": "X1"}),), NO, ("adp", "request", "decision")),
        ((ACCOUNT, PROGRAM), NO, ("request", "decision")),
        ((ACCOUNT, ASKED), NO, ("adp", "decision")),
        ((ACCOUNT, PROGRAM, ASKED), YES, ("decision",)),
        ((ACCOUNT, PROGRAM, ASKED, exemption(ON, "granted")), YES, ()),
        ((ACCOUNT, PROGRAM, ASKED, exemption(ON, "refused")), NO, ("request", "decision")),
        ((ACCOUNT, PROGRAM, ASKED, exemption(ON, "revoked")), NO, ("request", "decision")),
    ],
)
def test_an_account_an_adp_and_a_request_make_a_finding_possible(
    told: tuple[Telling, ...], verdict: object, open_: tuple[str, ...]
) -> None:
    assert found(world(*told)) == (verdict, open_)


@pytest.mark.parametrize(
    ("asked", "answered", "waits"),
    [
        ("2028-02-01", "none", True),
        ("2028-02-01", "2028-01-01", True),
        ("2028-02-01", "2028-02-29", False),
        ("2028-02-01", "2028-03-01", True),
        ("2028-03-01", "none", False),
        ("none", "none", False),
    ],
)
def test_more_information_is_open_until_it_is_given(
    asked: str, answered: str, *, waits: bool
) -> None:
    told = exemption(START, "requested", asked_on=asked, answered_on=answered)
    verdict, open_ = found(world(ACCOUNT, PROGRAM, told))
    assert verdict is YES
    assert isinstance(open_, tuple)
    assert ("more_information" in open_) is waits


def test_for_a_reseller_its_own_adp_does_or_the_providers() -> None:
    asked = exemption(START, "requested", reseller="R1")
    for own, verdict in (
        (adp("ADP2", reseller="R1"), YES),
        (adp("ADP2", reseller="R2"), NO),
        (adp("ADP2"), YES),
    ):
        assert found(world(ACCOUNT, asked, own), "R1")[0] is verdict
    named = exemption(START, "requested", reseller="R1", adp="ADP2")
    assert found(world(ACCOUNT, named, adp("ADP2", reseller="R2")), "R1")[0] is YES
    assert found(world(ACCOUNT, ASKED, adp("ADP2", reseller="R1")))[0] is NO


def test_the_secretary_decides_and_what_would_be_lifted_is_said(packs: Pack) -> None:
    made = world(ACCOUNT, PROGRAM, ASKED, exemption(START, "requested", "X2", lessee="محمد"))
    made = made.also((START, "reseller", {"id": "R1"}))
    for of, sections in (
        ("P1", ("7.302", "7.304")),
        ("R1", ("7.303", "7.304")),
        ("محمد", ("7.302", "7.304")),
    ):
        answer = made.inquiry(ON, pack=packs).ask(POSSIBLE, of)
        assert isinstance(answer.value, dict)
        assert answer.value["sections"] == sections
        assert answer.flags[0].startswith("the Secretary decides")


def test_of_a_customer_or_account_that_no_exemption_names_the_providers_own_says_nothing() -> None:
    granted = exemption(START, "granted")
    customer: Telling = (START, "customer", {"id": "深圳"})
    made = world(ACCOUNT, PROGRAM, granted, customer)
    for of in ("C1", "A1", "深圳"):
        assert found(made, of) == (NO, ("request", "decision"))
        assert made.ask(ON, POSSIBLE, of).because[0].clauses != made.ask(ON, POSSIBLE, "P1").clauses
    assert found(made) == (YES, ())
    for_it = made.also(exemption(START, "granted", "X2", lessee="C1"))
    assert found(for_it, "C1") == found(for_it, "A1") == (YES, ())
