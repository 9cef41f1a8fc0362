"""Whether the four parts of the response to lack of identity are written."""

import pytest

from knowntenant.facts.program import elements
from knowntenant.facts.program_setting import Section
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.program.failure import PARTS, RESPONSE
from tests.program.told import ask, ask_without


def test_a_complete_program_describes_all_four_parts() -> None:
    answer = ask(RESPONSE)
    assert (answer.value, answer.clauses) == (YES, ("7.302(d)(3)",))


def test_without_a_program_nothing_is_known() -> None:
    assert ask_without(RESPONSE).value is UNKNOWN


@pytest.mark.parametrize(
    ("changes", "clause", "text"),
    [
        ({"refuse_when": ""}, "(i)", "opening: refuse_when: not written"),
        ({"provisional_terms": ""}, "(ii)", "provisional use: provisional_terms: not written"),
        ({"failure_response": ""}, "(iii)", "after failure: failure_response: not written"),
        ({"redress_procedure": ""}, "(iv)", "redress: redress_procedure: not written"),
    ],
)
def test_a_part_that_is_not_written_is_named(
    changes: dict[str, object], clause: str, text: str
) -> None:
    answer = ask(RESPONSE, **changes)
    assert answer.value is NO
    assert [(reason.text, reason.clauses) for reason in answer.because] == [
        (text, (f"7.302(d)(3){clause}",))
    ]


def test_gaps_of_other_sections_do_not_matter_here() -> None:
    assert ask(RESPONSE, contact_phone="", record_keeping="").value is YES


def test_every_element_of_the_section_belongs_to_one_part() -> None:
    of_parts = [name for names in PARTS.values() for name in names]
    own = [e.name for e in elements().values() if e.section is Section.FAILURE]
    assert sorted(of_parts) == sorted(own)
