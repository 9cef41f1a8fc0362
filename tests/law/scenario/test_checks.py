import pytest

from knowntenant.law.scenario.checks import known_choice, known_clause, read_checks
from knowntenant.law.scenario.matching import (
    Check,
    Cites,
    Flagged,
    HasStatus,
    Reads,
    Refuses,
    Value,
)
from knowntenant.law.scenario.node import Reader
from tests.law.scenario.made import MADE, PACK, scenario, told


def checks(text: str, name: str = "made.words") -> tuple[tuple[Check, ...], list[str]]:
    read, _ = scenario(f"scenario: x\nthen:\n  - as_of: 2027-03-01\n    ask: {name}\n    {text}\n")
    reader = Reader("made.yaml")
    found = read_checks(read.then[0], MADE[name], PACK, reader)
    return found, told(reader)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("citing: §7.302(e)(2)", (Cites("7.302(e)(2)"),)),
        (
            "citing: [7.301 US Person, 7.303(e) s.3]",
            (Cites("7.301 us person"), Cites("7.303(e) s.3")),
        ),
        (
            'citing: ["preamble: cdn, proxy, dns resolution"]',
            (Cites("preamble: cdn, proxy, dns resolution"),),
        ),
        ("reading: D13", (Reads("D13", ""),)),
        ("reading: {d13: Later}", (Reads("D13", "later"),)),
        ('reading: "D13: later"', (Reads("D13", "later"),)),
        ("reading: [D13, {D16: multiply}]", (Reads("D13", ""), Reads("D16", "multiply"))),
        ("refused: literal", (Refuses("", "literal"),)),
        ("refused: {D13: literal}", (Refuses("D13", "literal"),)),
        ("flags: [one, two]", (Flagged("one"), Flagged("two"))),
        ("status: not in force", (HasStatus("not in force"),)),
    ],
)
def test_checks_are_read_in_the_pack_s_words(text: str, expected: tuple[Check, ...]) -> None:
    assert checks(text) == (expected, [])


def test_values_keep_how_they_were_written() -> None:
    (found,), problems = checks("expect: [Email, none]")
    assert problems == []
    assert isinstance(found, Value)
    assert (found.how, found.written) == ("expect", "[Email, none]")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("citing: 7.302(z)", "pack nprm-2024 has no clause '7.302(z)'. Did you mean"),
        ("reading: D99", "pack nprm-2024 has no reading 'D99'. Did you mean 'D9'?"),
        ("reading: {D99: later}", "pack nprm-2024 has no reading 'D99'. Did you mean 'D9'?"),
        ("reading: {D13: latter}", "reading D13 has no choice 'latter'. Did you mean 'later' or"),
        ("reading: {D13: [later]}", "D13 should be one text, not a list."),
        (
            "refused: litteral",
            "no reading of pack nprm-2024 has the choice 'litteral'. Did you mean",
        ),
        (
            "refused: {D13: litteral}",
            "reading D13 has no choice 'litteral'. Did you mean 'literal'",
        ),
        ("reading: ''", "a reading should be one text, and nothing stands here."),
        ("flags: {a: b}", "a flag should be one text, not keys and values."),
        ("contains: []", "'contains' is empty, so anything would do. Write what is expected."),
        ("lacks: [[x]]", "one text is expected here, such as free words"),
    ],
)
def test_a_word_that_the_pack_does_not_have_names_the_nearest(text: str, problem: str) -> None:
    found, problems = checks(text)
    assert found == ()
    assert len(problems) == 1
    assert problems[0].startswith(f"5: {problem}")


def test_an_empty_mapping_would_match_anything() -> None:
    assert checks("expect: {}", "made.row")[1] == [
        "5: 'expect' is empty, so anything would do. Write what is expected."
    ]
    assert checks("expect: []", "made.words")[1] == []


def test_a_torn_clause_is_told_to_be_quoted() -> None:
    _, problems = checks("citing: [7.301 us person, 7.3zz]")
    assert problems[0].endswith("Put a text that holds a comma, a colon or a bracket in quotes.")


def test_clauses_and_choices_are_looked_up_for_others_too() -> None:
    reader = Reader("made.yaml")
    assert known_clause("sec. 7.303(D)", PACK, reader, 3) is None
    assert known_choice("d13", "Literal", PACK, reader, 3) == "literal"
    assert len(told(reader)) == 1
