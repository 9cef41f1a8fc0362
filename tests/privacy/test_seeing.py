"""Who may see which record, what is logged, and what the program leaves unsaid."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.declaration import fact_types
from knowntenant.facts.reading import Given
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from tests.world import NOTHING, world

SEE, GAPS = "privacy.may_see", "privacy.protection_gaps"
ON = "2027-02-01"
ROLES: Mapping[str, Given] = {"access_roles": ["Identity Analyst", "counsel"]}
LOG = ("who", "record", "purpose", "moment", "outcome")


def seen(
    record: str, program: Mapping[str, Given] = NOTHING, **keys: str | list[str]
) -> Mapping[str, object]:
    inquiry = world((ON, "staff", {"id": "S1", **keys})).inquiry(ON, program=program)
    value = inquiry.ask(SEE, "S1", record=record, purpose="verification").value
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize(
    ("keys", "program", "allowed"),
    [
        ({"need_to_know": "no", "role": "counsel"}, ROLES, NO),
        ({"need_to_know": "yes", "role": "engineer"}, ROLES, YES),
        ({"role": "identity-analyst"}, ROLES, YES),
        ({"role": "engineer"}, ROLES, NO),
        ({"role": "engineer"}, NOTHING, UNKNOWN),
        ({}, ROLES, UNKNOWN),
        ({"need_to_know": "unknown", "role": "counsel"}, ROLES, YES),
        ({"need_to_know": "yes", "covers": ["payment"]}, ROLES, NO),
        ({"role": "counsel", "covers": ["payment", "Evidence"]}, ROLES, YES),
    ],
)
def test_a_need_to_know_stated_or_by_role_opens_a_record_and_every_attempt_is_logged(
    keys: dict[str, str | list[str]], program: Mapping[str, Given], allowed: Verdict
) -> None:
    assert seen("evidence", program, **keys) == {"allowed": allowed, "log": LOG}


def test_what_says_nothing_of_a_customer_is_open_and_not_logged() -> None:
    assert seen("product", need_to_know="no") == {"allowed": YES, "log": ()}


@given(st.sampled_from(sorted(fact_types())))
def test_whatever_holds_personal_data_is_closed_to_whoever_needs_it_not(record: str) -> None:
    fields = fact_types()[record].fields.values()
    personal = any(field.sensitivity != "plain" for field in fields)
    assert not personal or seen(record, need_to_know="no")["allowed"] is NO


def test_an_unknown_kind_of_record_and_an_unknown_person_stay_unknown() -> None:
    assert seen("diary", need_to_know="yes")["allowed"] is UNKNOWN
    answer = world().ask(ON, SEE, "S9", record="evidence")
    assert answer.flags == ("no purpose is given", "to be refused until a need to know is shown")


def test_the_gaps_in_protection_are_those_of_the_program() -> None:
    assert world().ask(ON, GAPS).value == ("third_parties", "need_to_know", "protection")
    said: Mapping[str, Given] = {
        "sharing_limits": "none", "access_roles": ["counsel"], "record_protection": "AES-256",
    }  # fmt: skip
    whole = world().inquiry(ON, program=said).ask(GAPS)
    assert (whole.value, whole.because[0].text) == (
        (),
        "the program says how records are protected",
    )
