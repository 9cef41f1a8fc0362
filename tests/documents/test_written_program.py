"""The written CIP as a document."""

from dataclasses import replace

import pytest

from knowntenant.documents.program_examples import SIZES, example
from knowntenant.documents.written_program import HEADINGS, MODES, written_program
from knowntenant.facts.program import Program, elements
from knowntenant.facts.program_setting import Mode, Section
from knowntenant.law.answer import YES
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from knowntenant.program.gaps import gaps_of
from tests.law.toy import NPRM, both
from tests.program.told import COMPLETE

LAW = Law(NPRM)


def printed(program: Program = COMPLETE, pack: Pack = NPRM) -> str:
    return written_program(program, Law(pack))


def test_a_complete_program_says_that_nothing_is_missing() -> None:
    text = printed()
    assert text.startswith("# Customer Identification Program, version 1.0\n")
    assert "## What is missing\n\nNothing: every element is written" in text
    assert "Gap" not in text
    assert text.endswith("\n")
    assert "\n\n\n" not in text


@both
def test_the_legal_status_stands_at_the_head(pack: Pack) -> None:
    head = printed(pack=pack).split("##", maxsplit=1)[0]
    assert f"pack {pack.name} {pack.version}: {pack.status}" in head
    assert pack.notice in head
    assert f"`{COMPLETE.sha256}`" in head


def test_nothing_is_called_required() -> None:
    for program in (COMPLETE, Program()):
        assert "required" not in printed(program).casefold()


def test_every_section_but_costs_is_printed_with_every_element_that_is_written() -> None:
    text = printed()
    assert set(HEADINGS) == set(Section) - {Section.COSTS}
    for number, (heading, first) in enumerate(HEADINGS.values(), start=1):
        assert f"\n## {number}. {heading}\n\n{first}\n" in text
    marks = [e for e in elements().values() if e.section in HEADINGS]
    marks = [e for e in marks if getattr(COMPLETE, e.name) not in ("", ())]
    for mode in Mode:
        wanted = sum(e.mode is mode for e in marks) + (mode is Mode.EXECUTED)
        assert text.count(f"*({mode}") == wanted, mode
        assert f"- *{mode}*: {MODES[mode]}." in text


def test_elements_carry_their_clause_and_their_words() -> None:
    text = printed()
    assert "**Longest provisional use, in calendar days**: 14 *(executed; 7.302(d)(3)(ii))*" in text
    assert "**Name of the Primary Contact**: Ana Lima *(attested; 7.304(a)(1)(vi))*" in text
    assert "*(narrative; 7.302(d)(3)(iv))*\n\nA customer who was refused, or whose" in text
    assert "\n- residence permit\n" in text
    assert "The first row that holds decides.\n\n1. high when listed is yes\n2. " in text
    assert "means to be done**: 5 *(executed)*" in text
    assert "looks foreign opens a recheck of a US person**: yes *(" in text


def test_the_data_that_the_pack_names_is_part_of_it() -> None:
    text = printed()
    for element in NPRM.elements.values():
        assert f"| {element.label} | {' and '.join(element.of)} | {element.clause} |" in text


def test_gaps_stand_at_the_head_and_in_their_places() -> None:
    text = printed(replace(COMPLETE, redress_procedure="", review_days_high=0, approved_on=None))
    assert "3 elements are open." in text
    assert "- Days between re-verifications, high risk tier (7.302(f)(2)): no day: there" in text
    assert "*(narrative; 7.302(d)(3)(iv))*\n\n> **Gap: not written.**" in text
    assert "**Days between re-verifications, high risk tier**: 0 *(executed; 7.302(f)(2))*" in text
    assert text.count("> **Gap: ") == 3
    assert "| Approved on | not yet |" in text


def test_an_empty_program_prints_as_nothing_but_gaps() -> None:
    text = printed(Program())
    assert text.startswith("# Customer Identification Program\n")
    assert "| Approved by | nobody yet |" in text
    assert text.count("> **Gap: ") == len(list(gaps_of(Program(), LAW)))


def test_words_of_the_file_cannot_become_parts_of_the_document() -> None:
    odd = "# Heading\n---\n<script>alert(1)</script>\n- a point\n```\nend"
    text = printed(replace(COMPLETE, redress_procedure=odd, contact_name="<b>محمد</b>"))
    assert "\\# Heading\n\\---\n&lt;script>alert(1)&lt;/script>\n- a point\n\\```\nend" in text
    assert "&lt;b>محمد&lt;/b>" in text
    assert "<script" not in text


def test_a_list_of_one_stands_in_its_line() -> None:
    text = printed(replace(COMPLETE, provisional_use=YES, access_roles=("compliance_officer",)))
    assert "need to know what the records hold**: compliance officer *(" in text


@pytest.mark.parametrize("size", SIZES)
def test_there_is_an_example_of_each_size(size: str) -> None:
    assert "required" not in example(size).casefold()
    assert max(map(len, example(size).splitlines())) <= 116


def test_there_is_no_example_of_another_size() -> None:
    with pytest.raises(KeyError):
        example("huge")
