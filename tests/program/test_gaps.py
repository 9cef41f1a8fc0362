"""What a written program leaves open, and where it contradicts itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.program import AfterFailure, Program, elements
from knowntenant.facts.program_setting import Mode
from knowntenant.facts.tier_rules import read_tier_rule
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from knowntenant.program.gaps import GAPS, NOT_WRITTEN, gaps_of
from tests.law.toy import NPRM, both
from tests.program.told import ask, ask_without, changed, found, inquiry
from tests.world import world

LAW = Law(NPRM)
NEEDED = [e for e in elements().values() if e.clause and not e.may_be_empty]
EMPTY = [e for e in NEEDED if e.default in ("", None, ())]


@both
def test_a_complete_program_has_no_gap_under_any_pack(pack: Pack) -> None:
    known = changed(tier_rules=())  # each pack has product kinds of its own
    rules = (read_tier_rule("medium otherwise"),)
    assert list(gaps_of(replace(known, tier_rules=rules), Law(pack))) == []
    assert [gap.element for gap in gaps_of(known, Law(pack))] == ["tier_rules"]


def test_without_a_program_nothing_is_known() -> None:
    answer = ask_without(GAPS)
    assert answer.value is UNKNOWN
    assert answer.clauses == ("7.302(a)",)


def test_a_program_that_says_one_thing_leaves_all_else_open() -> None:
    gaps = {gap.element: gap.what for gap in gaps_of(Program(version="1"), LAW)}
    wanted = {e.name for e in EMPTY if e.name != "version"} | {"non_documentary_methods"}
    assert set(gaps) == wanted
    assert set(gaps.values()) - {NOT_WRITTEN} == {
        "neither documents nor other methods are written; identity is verified by one or both"
    }


@pytest.mark.parametrize("element", EMPTY, ids=lambda element: element.name)
def test_each_element_that_is_not_written_is_a_gap_with_its_clause(element: object) -> None:
    name = getattr(element, "name", "")
    answer = ask(GAPS, **{name: elements()[name].default})
    assert found(answer, "element", "clause", "mode", "what") == [
        (name, elements()[name].clause, elements()[name].mode, NOT_WRITTEN)
    ]
    assert answer.clauses == (elements()[name].clause,)


@pytest.mark.parametrize(
    ("changes", "element", "what"),
    [
        (
            {"document_validity": ""},
            "document_validity",
            "documents are accepted, their check is not written",
        ),
        (
            {"accepted_documents": ()},
            "accepted_documents",
            "the check of documents is written, the documents accepted are not",
        ),
        ({"provisional_use": UNKNOWN}, "provisional_use", "neither yes nor no"),
        (
            {"provisional_permissions": ()},
            "provisional_permissions",
            "there is provisional use, and nothing limits it",
        ),
        (
            {"provisional_days": 0},
            "provisional_days",
            "there is provisional use, and it lasts no day",
        ),
        (
            {"no_provisional_tiers": tuple(Tier)},
            "no_provisional_tiers",
            "there is provisional use, and no risk tier may have it",
        ),
        (
            {
                "provisional_use": NO,
                "provisional_permissions": (),
                "after_failure": AfterFailure.RESTRICT,
            },
            "after_failure",
            "accounts are restricted, and what they are limited to is not written",
        ),
        ({"attempts": 0}, "attempts", "no attempt: verification fails before it begins"),
        ({"review_days_low": 0}, "review_days_low", "no day: there is no next re-verification"),
        ({"review_days_medium": 1096}, "review_days_medium", "less often than at low risk"),
        ({"review_days_high": 731}, "review_days_high", "less often than at a lower risk"),
        ({"program_review_days": 0}, "program_review_days", "no day: it is never due again"),
        ({"staff_training_days": 0}, "staff_training_days", "no day: it is never due again"),
        ({"recheck_on_ip": UNKNOWN}, "recheck_on_ip", "neither yes nor no"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_a_gap(
    changes: dict[str, object], element: str, what: str
) -> None:
    assert found(ask(GAPS, **changes), "element", "what") == [(element, what)]


@pytest.mark.parametrize(
    ("rules", "what"),
    [
        (
            ["medium otherwise", "high when listed is yes"],
            "rows below one that holds always are never reached",
        ),
        (["high when product is vsp"], "the pack knows no product kind 'vsp'"),
    ],
)  # fmt: skip
def test_rules_that_never_hold_are_a_gap(rules: list[str], what: str) -> None:
    read = tuple(map(read_tier_rule, rules))
    assert found(ask(GAPS, tier_rules=read), "element", "what") == [("tier_rules", what)]


def test_numbers_of_provisional_use_do_not_matter_where_there_is_none() -> None:
    answer = ask(
        GAPS,
        provisional_use=NO,
        provisional_days=0,
        provisional_permissions=(),
        no_provisional_tiers=tuple(Tier),
    )
    assert answer.value == ()
    assert answer.because[0].text == "every element is written, and none contradicts another"


@pytest.mark.parametrize("documents", [True, False])
def test_one_of_the_two_methods_is_enough(documents: bool) -> None:  # noqa: FBT001 - one of the cases
    without: dict[str, object] = (
        {"non_documentary_methods": ""}
        if documents
        else {"accepted_documents": (), "document_validity": ""}
    )
    assert ask(GAPS, **without).value == ()


@given(st.sets(st.sampled_from([e.name for e in EMPTY])))
def test_gaps_are_the_elements_taken_away_and_come_in_the_order_of_the_sections(
    taken: set[str],
) -> None:
    program = changed(**{name: elements()[name].default for name in taken})
    names = [gap.element for gap in gaps_of(program, LAW)]
    assert names == [name for name in elements() if name in taken]


def test_modes_are_those_declared() -> None:
    modes = {gap.mode for gap in gaps_of(Program(version="1"), LAW)}
    assert modes == set(Mode)


def test_an_inquiry_under_defaults_with_one_change_has_a_program() -> None:
    for program in (Program(attempts=2), Program(provisional_use=YES)):
        assert inquiry(world(), "2027-06-01", program).ask(GAPS).value is not UNKNOWN
