"""What becomes of a tip about a violation."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from tests.law.toy import NPRM, packs
from tests.world import world

__all__ = ["packs"]

REPORT, ON = "enforcement.violation_report", "2028-02-29"


def test_a_tip_about_the_proposal_becomes_a_letter_that_nobody_has_to_send(packs: Pack) -> None:
    made = world((ON, "tip", {"id": "T1", "regime": "subpart", "from_whom": "محمد"}))
    answer = made.inquiry(ON, pack=packs).ask(REPORT, "T1")
    assert answer.value == {
        "route": "letter",
        "address": ", ".join(NPRM.lists["violation_report_address"]),
        "voluntary": YES,
        "counts_as_self_disclosure": NO,
    }
    assert answer.clauses == ("7.310(a)", "7.310(b)")
    assert "محمد" not in repr(answer)


@pytest.mark.parametrize("regime", ["ear", "export_rules"])
def test_a_tip_about_the_export_rules_takes_their_own_ways(regime: str) -> None:
    answer = world((ON, "tip", {"id": "T1", "regime": regime})).ask(ON, REPORT, "T1")
    assert isinstance(answer.value, dict)
    assert (answer.value["route"], answer.value["address"]) == ("export_rules", None)
    assert answer.clauses == ("7.310(b)",)


def test_which_way_a_tip_takes_is_unknown_until_somebody_says_what_it_is_about() -> None:
    assert world((ON, "tip", {"id": "T1"})).ask(ON, REPORT, "T1").value is UNKNOWN
    assert world().ask(ON, REPORT, "T1").value is UNKNOWN
