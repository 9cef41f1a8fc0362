from dataclasses import fields

import pytest

from knowntenant.facts.program import AfterFailure, Program, read_program
from knowntenant.facts.types.owners import Role
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import NO, YES
from knowntenant.law.kinds import Kind, ListOf


def test_a_program_that_sets_nothing_has_the_defaults() -> None:
    assert read_program({}, "program") == (Program(), [])


def test_every_setting_has_a_kind_and_a_meaning() -> None:
    for setting in fields(Program):
        assert isinstance(setting.metadata["kind"], Kind | ListOf)
        assert setting.metadata["meaning"]


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
        "program.toml: program setting 'attempts': 'two' is not a whole number",
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
