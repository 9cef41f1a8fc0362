from dataclasses import fields, replace
from fractions import Fraction

import pytest

from knowntenant.facts.program import AfterFailure, Program, elements, read_program, written
from knowntenant.facts.program_setting import Mode, Section
from knowntenant.facts.types.owners import Role
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import NO, YES
from knowntenant.law.kinds import TEXT, Kind, ListOf
from tests.law.toy import NPRM


def test_a_program_that_sets_nothing_has_the_defaults() -> None:
    assert read_program({}, "program") == (Program(), [])


def test_every_element_is_declared_once_with_all_that_is_said_about_it() -> None:
    assert set(elements()) == {field.name for field in fields(Program)}
    for element in elements().values():
        assert isinstance(element.kind, Kind | ListOf)
        assert element.meaning
        assert element.default == getattr(Program(), element.name)


def test_elements_cite_clauses_of_the_proposal_and_costs_cite_none() -> None:
    for element in elements().values():
        assert element.clause in NPRM.clauses or not element.clause, element.name
        assert not element.material or element.clause, element.name
        if element.section is Section.COSTS:
            assert not element.clause


def test_elements_stand_section_after_section() -> None:
    order = [list(Section).index(element.section) for element in elements().values()]
    assert order == sorted(order)
    assert {element.section for element in elements().values()} == set(Section)


def test_what_is_only_told_is_a_text() -> None:
    for element in elements().values():
        if element.mode is Mode.NARRATIVE:
            assert (element.kind, element.default) == (TEXT, "")


def test_methods_of_verification_and_unverified_accounts_are_material() -> None:
    sections = (Section.VERIFICATION, Section.FAILURE)
    assert all(e.material for e in elements().values() if e.section in sections)


def test_a_hash_tells_programs_apart_by_what_they_say() -> None:
    plain = Program()
    assert plain.sha256 == Program(attempts=3).sha256
    assert len(plain.sha256) == 64
    hashes = {plain.sha256}
    for changed in (
        replace(plain, attempts=4),
        replace(plain, version="深圳"),
        replace(plain, cost_review=Fraction(1, 2)),
        replace(plain, accepted_documents=("passport",)),
        replace(plain, recheck_on_ip=NO),
    ):
        hashes.add(changed.sha256)
    assert len(hashes) == 6


def test_values_are_written_as_people_write_them() -> None:
    assert written(None) == ""
    assert written(()) == []
    assert written(Fraction(5, 2)) == "2.5"
    assert written((Tier.HIGH, Tier.LOW)) == ["high", "low"]
    assert written(YES) == "yes"


def test_settings_are_read_by_their_declarations() -> None:
    program, problems = read_program(
        {
            "attempts": "2",
            "provisional_use": "yes",
            "after_failure": "Restrict",
            "no_provisional_tiers": ["high", "Medium"],
            "substantial_roles": "chief executive",
            "accepted_documents": ["passport", "company_register"],
        },
        "program",
    )
    assert problems == []
    assert (program.attempts, program.provisional_use) == (2, YES)
    assert program.after_failure is AfterFailure.RESTRICT
    assert program.no_provisional_tiers == (Tier.HIGH, Tier.MEDIUM)
    assert program.substantial_roles == (Role.CHIEF_EXECUTIVE,)
    assert program.accepted_documents == ("passport", "company_register")
    assert (program.provisional_days, program.recheck_on_ip) == (30, YES)


def test_all_problems_of_a_program_come_at_once_and_good_settings_are_kept() -> None:
    program, problems = read_program(
        {
            "atempts": "2",
            "attempts": "two",
            "provisional_use": ["yes", "no"],
            "provisional_days": "9",
        },
        "program.toml",
    )
    assert [str(problem) for problem in problems] == [
        "program.toml: the program has no setting 'atempts'. Did you mean 'attempts'?",
        "program.toml: program setting 'attempts': 'two' is not a whole number, 0 or more",
        "program.toml: program setting 'provisional_use': one yes/no is expected here, not a list",
    ]
    assert (program.attempts, program.provisional_use, program.provisional_days) == (3, NO, 9)


@pytest.mark.parametrize(
    ("tier", "days"),
    [(Tier.LOW, 11), (Tier.MEDIUM, 22), (Tier.HIGH, 33), (None, 33)],
)
def test_reviews_follow_the_risk_tier_and_the_default_where_there_is_none(
    tier: Tier | None, days: int
) -> None:
    program = Program(
        review_days_low=11, review_days_medium=22, review_days_high=33, default_tier=Tier.HIGH
    )
    assert program.review_days(tier) == days
