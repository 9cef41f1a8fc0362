"""What calls for an update of an ADP, and what answers it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import UNKNOWN
from knowntenant.law.pack import Pack
from tests.deterrence.told import adp
from tests.law.toy import NPRM, both
from tests.world import Telling, World, world

UPDATES = "deterrence.updates_due"
DAY, ON = "2027-06-01", "2028-02-29"
OWN: Telling = adp(day="2027-01-01")


def due(made: World, of: str = "ADP1", on: str = ON) -> list[tuple[str, str]]:
    """Give factor and change of what an ADP has not followed."""
    value = made.ask(on, UPDATES, of).value
    assert isinstance(value, tuple)
    return [(str(row["factor"]), str(row["change"])) for row in value]


@pytest.mark.parametrize(
    ("name", "keys", "factor"),
    [
        ("finding", {"kind": "malicious_use"}, "experience"),
        ("finding", {"kind": "no_cip"}, None),
        ("report", {"kind": "malicious_activity"}, "experience"),
        ("report", {"kind": "initial"}, None),
        ("risk_change", {"factor": "countermeasures"}, "countermeasures"),
        ("risk_change", {"factor": "countermeasures", "material": "no"}, None),
        ("risk_change", {"factor": "countermeasures", "adp": "ADP2"}, None),
        ("risk_change", {}, None),
        ("change", {"kind": "merger"}, "business"),
        ("change", {"kind": "operations", "significant": "no"}, None),
        ("change", {"kind": "new_service"}, "account_types"),
        ("change", {"kind": "threat"}, "attack_methods"),
        ("change", {"kind": "primary_contact"}, None),
        ("change", {}, None),
        ("change", {"kind": "merger", "reseller": "R1"}, None),
        ("product", {"kind": "vps"}, "account_types"),
        ("reseller", {"state": "active"}, "business"),
    ],
)
def test_what_calls_for_an_update_and_by_which_clause(
    name: str, keys: dict[str, str], factor: str | None
) -> None:
    made = world(OWN, (DAY, name, {"id": "K1", **keys}))
    answer = made.ask(ON, UPDATES, "ADP1")
    assert due(made) == ([(factor, "K1")] if factor else [])
    assert NPRM.parts[UPDATES][factor or "update"] in answer.clauses
    assert bool(answer.flags) is (factor is not None)


def test_a_resellers_adp_follows_what_happens_at_that_reseller() -> None:
    made = world(
        adp("ADP2", "2027-01-01", reseller="R1"),
        (DAY, "finding", {"id": "F1", "reseller": "R1", "kind": "malicious_use"}),
        (DAY, "finding", {"id": "F2", "reseller": "R2", "kind": "malicious_use"}),
        (DAY, "report", {"id": "P1", "reseller": "R2", "kind": "malicious_activity"}),
        (DAY, "change", {"id": "K1", "kind": "merger", "reseller": "R1"}),
        (DAY, "change", {"id": "K2", "kind": "merger"}),
        (DAY, "product", {"id": "X1", "kind": "vps"}),
        (DAY, "reseller", {"id": "R3", "state": "active"}),
    )
    assert sorted(due(made, "ADP2")) == [("business", "K1"), ("experience", "F1")]


def test_what_was_known_when_the_adp_was_set_up_is_built_in() -> None:
    made = world(OWN, ("2027-01-01", "risk_change", {"id": "K1", "factor": "business"}))
    assert due(made) == []


def test_an_update_answers_what_it_names_or_all_that_was_known() -> None:
    made = world(OWN, (DAY, "risk_change", {"id": "K1", "factor": "business"}))
    named = made.also((DAY, "adp_change", {"id": "U1", "adp": "ADP1", "answers": ["K1", "K2"]}))
    other = made.also((DAY, "adp_change", {"id": "U1", "adp": "ADP1", "answers": "K2"}))
    of_another = made.also((DAY, "adp_change", {"id": "U1", "adp": "ADP2"}))
    early = made.also(("2027-05-31", "adp_change", {"id": "U1", "adp": "ADP1"}))
    assert [due(one) != [] for one in (named, other, of_another, early)] == [
        False, True, True, True,
    ]  # fmt: skip


def test_news_that_came_late_is_not_answered_by_an_update_made_before() -> None:
    late: Telling = (DAY, "risk_change", {"id": "K", "factor": "business", "learned": "2027-08-01"})
    made = world(OWN, late, ("2027-07-01", "adp_change", {"id": "U1", "adp": "ADP1"}))
    assert due(made, on="2027-07-31") == []
    assert due(made, on="2027-08-01") == [("business", "K")]


def test_of_an_adp_that_nobody_told_nothing_is_known() -> None:
    assert world().ask(ON, UPDATES, "ADP1").value is UNKNOWN


@both
@given(
    changes=st.sets(st.integers(1, 90), max_size=6), updates=st.sets(st.integers(1, 90), max_size=6)
)
def test_what_is_due_is_what_no_later_update_followed(
    pack: Pack, changes: set[int], updates: set[int]
) -> None:
    first = date(2027, 1, 1)

    def at(day: int) -> str:
        return str(first + timedelta(day))

    made = world(
        OWN,
        *((at(n), "risk_change", {"id": f"K{n}", "factor": "business"}) for n in changes),
        *((at(n), "adp_change", {"id": f"U{n}", "adp": "ADP1"}) for n in updates),
    )
    value = made.inquiry(ON, pack=pack).ask(UPDATES, "ADP1").value
    assert isinstance(value, tuple)
    left = {f"K{n}" for n in changes if n > max(updates, default=0)}
    assert {row["change"] for row in value} == left
