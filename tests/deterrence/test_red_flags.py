"""Red flags, and what was done about them."""

import pytest

from knowntenant.facts.types.red_flags import Response
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.pack import Pack
from tests.law.toy import NPRM, packs
from tests.world import World, world

__all__ = ["packs"]

IS_ONE, RESPONSES = "deterrence.is_red_flag", "deterrence.responses"
ON = "2028-02-29"


def sign(**keys: str) -> World:
    """Tell a sign on an account."""
    return world((ON, "red_flag", {"id": "RF1", "account": "A1", **keys}))


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ({}, UNKNOWN),
        ({"category": "notice"}, YES),
        ({"category": "notice", "indicates_abuse": "unknown"}, YES),
        ({"category": "notice", "indicates_abuse": "no"}, NO),
        ({"indicates_abuse": "yes"}, YES),
    ],
)
def test_a_person_decides_and_else_the_group_of_the_sign(
    keys: dict[str, str], verdict: Verdict, packs: Pack
) -> None:
    assert sign(**keys).inquiry(ON, pack=packs).ask(IS_ONE, "RF1").value is verdict


def test_of_a_sign_that_nobody_told_nothing_is_known() -> None:
    assert world().ask(ON, IS_ONE, "RF1").value is UNKNOWN
    assert world().ask(ON, RESPONSES, "RF1").value is UNKNOWN


@pytest.mark.parametrize("kind", list(Response))
def test_every_response_has_a_clause_of_its_own(kind: str) -> None:
    made = sign(category="notice").also((ON, "red_flag_response", {"flag": "RF1", "kind": kind}))
    answer = made.ask(ON, RESPONSES, "RF1")
    assert answer.value == (kind,)
    assert NPRM.parts[RESPONSES][kind] in answer.clauses
    assert answer.flags == ()


def test_responses_come_in_the_order_of_the_text_each_once() -> None:
    made = sign(category="notice").also(
        *(
            (ON, "red_flag_response", {"flag": "RF1", "kind": kind})
            for kind in ("other_or_none", "monitor", "monitor")
        ),
        (ON, "red_flag_response", {"flag": "RF1", "why": "no kind is told"}),
    )
    assert made.ask(ON, RESPONSES, "RF1").value == ("monitor", "other_or_none")


def test_silence_about_a_red_flag_is_flagged_and_about_none_it_is_not() -> None:
    assert sign(category="notice").ask(ON, RESPONSES, "RF1").flags != ()
    assert sign(indicates_abuse="no").ask(ON, RESPONSES, "RF1").flags == ()
