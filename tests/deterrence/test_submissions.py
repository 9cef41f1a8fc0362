"""What a request for an exemption lacks, and what of that keeps it from going in."""

import pytest

from knowntenant.facts.types.deterrence import AdpContent
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from tests.deterrence.told import adp, approved, element, exemption
from tests.law.toy import NPRM, packs
from tests.world import World, world

__all__ = ["packs"]

GAPS = "deterrence.submission_gaps"
ON = "2028-02-29"
FACTORS = tuple(NPRM.lists["exemption_factors"])
WHOLE = {"adp": "ADP1", "written": "yes", "electronic": "yes", "describes_adp": "yes"}


def asked(**keys: str | list[str]) -> World:
    """Tell a request on a whole ADP that lacks nothing, but for what the keys say."""
    told = {"id": "X1", "state": "requested", **WHOLE, "addresses": list(FACTORS), **keys}
    made = world(approved(), (ON, "exemption", told))
    return made.also(*(element(name) for name in AdpContent))


def gaps(made: World, **readings: str) -> dict[str, object]:
    """Give the gaps, each with whether it blocks."""
    value = made.inquiry(ON, readings=readings).ask(GAPS, "X1").value
    assert isinstance(value, tuple)
    return {str(row["gap"]): row["blocks"] for row in value}


def test_a_request_that_lacks_nothing_goes_in(packs: Pack) -> None:
    answer = asked().inquiry(ON, pack=packs).ask(GAPS, "X1")
    assert answer.value == ()
    assert answer.because[0].text == "nothing keeps X1 from going in"


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"written": "no"}, {"written": YES}),
        ({"describes_adp": "none"}, {"description": YES}),
        ({"electronic": "no"}, {"electronic": NO}),
        ({"adp": "none"}, {"adp": YES, "approval": YES}),
        ({"adp": "ADP9"}, {"adp": YES, "approval": YES}),
        ({"addresses": list(FACTORS[1:])}, {f"factor {FACTORS[0]}": NO}),
        ({"addresses": "none"}, {f"factor {factor}": NO for factor in FACTORS}),
    ],
)
def test_each_thing_left_out_is_found(
    keys: dict[str, str | list[str]], found: dict[str, object]
) -> None:
    assert gaps(asked(**keys)) == found


def test_a_gap_of_the_adp_blocks_as_d3_is_read_and_a_missing_approval_always_does() -> None:
    made = asked().also(
        element("detection", "2027-01-01", covered="no"),
        adp(day="2027-01-01", approved_by="other"),
    )
    assert gaps(made) == {"detection": YES, "approval": YES}
    assert gaps(made, D3="literal") == {"detection": NO, "approval": YES}
    assert "7.306(b)(5)(i)" in made.ask(ON, GAPS, "X1").clauses


def test_the_answer_says_what_blocks() -> None:
    text = asked(written="no", electronic="no").ask(ON, GAPS, "X1").because[0].text
    assert text == "X1 cannot go in: written"


def test_of_a_request_that_nobody_told_nothing_is_known() -> None:
    assert world().ask(ON, GAPS, "X1").value is UNKNOWN
    assert world(exemption(ON, "requested")).ask(ON, GAPS, "X1").value is not UNKNOWN
