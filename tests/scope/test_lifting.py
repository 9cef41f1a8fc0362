"""What an exemption lifts for an account, a customer or a reseller, as every subject asks it."""

import pytest

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import UNKNOWN, Answer
from knowntenant.law.loading import load_pack
from knowntenant.scope.lifting import any_told, lifted, lifted_for_reseller, lifts
from tests.deterrence.told import exemption, opened
from tests.world import START, World, world

ON = "2027-06-01"
DATA = ("7.302(d)(1)(iii)",)


def of(made: World, who: str, clauses: tuple[str, ...] = DATA) -> bool:
    """Tell whether the clauses are lifted for somebody."""
    return lifted(made.inquiry(ON), who, clauses) is not None


def test_the_providers_own_reaches_direct_accounts_and_who_has_none_yet() -> None:
    made = world(opened("A1", "محمد"), exemption(ON, "granted"))
    assert of(made, "A1")
    assert of(made, "محمد")
    assert of(made, "nobody yet")
    assert not of(made, "A1", ("7.308(a)(1)",))
    assert not of(made, "A1", (*DATA, "7.305(a) s.1"))
    assert not of(made, "A1", ())


def test_of_several_open_accounts_each_has_to_be_reached_and_closed_ones_count_alone() -> None:
    through = opened("A2", "محمد", reseller="R1")
    made = world(opened("A1", "محمد"), through, exemption(ON, "granted"))
    assert not of(made, "محمد")
    assert of(made.also((ON, "account", {"id": "A2", "state": "closed"})), "محمد")
    closed = (ON, "account", {"id": "A1", "state": "closed"})
    assert of(world(opened("A1", "محمد"), closed, exemption(ON, "granted")), "محمد")


@pytest.mark.parametrize(
    ("kind", "reading", "reached"),
    [
        ({"reseller": "R1"}, "keep-assessments", True),
        ({"reseller": "R2"}, "keep-assessments", False),
        ({}, "keep-assessments", False),
        ({}, "lift-all", True),
    ],
)
def test_a_reseller_is_reached_by_its_own_or_by_a_wide_one(
    kind: dict[str, str], reading: str, *, reached: bool
) -> None:
    made = world((START, "reseller", {"id": "R1"}), exemption(ON, "granted", **kind))
    inquiry = made.inquiry(ON, readings={"D2": reading})
    assert (lifted_for_reseller(inquiry, "R1", ("7.303(b)",)) is not None) is reached


def test_where_no_exemption_is_told_nothing_is_asked() -> None:
    class Silent(Inquiry):
        def ask(self, name: str, of: str = "", **given: object) -> Answer[object]:
            raise AssertionError(name, of, given)

    plain = world(opened("A1", "C1")).inquiry(ON)
    silent = Silent(plain.known, plain.law, plain.program, plain.day)
    assert lifted(silent, "A1", DATA) is None
    assert lifted_for_reseller(silent, "R1", DATA) is None


def test_a_pack_that_decides_no_exemptions_lifts_nothing() -> None:
    made = world(opened("A1", "C1"), exemption(ON, "granted"))
    assert any_told(made.inquiry(ON))
    assert not any_told(made.inquiry(ON, pack=load_pack("ofac")))


def test_an_answer_without_sections_lifts_nothing() -> None:
    assert not lifts(Answer(UNKNOWN), DATA)
    assert lifts(Answer(("7.302",)), DATA)
