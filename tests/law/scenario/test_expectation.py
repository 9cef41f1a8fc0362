from datetime import date

import pytest

from knowntenant.law.scenario.expectation import Expectation, needed, read_expectation
from knowntenant.law.scenario.node import Reader
from knowntenant.law.scenario.world import takes_subject
from tests.law.scenario.made import MADE, PACK, scenario, told


def expectation(text: str, *subjects: str) -> tuple[Expectation | None, list[str]]:
    read, _ = scenario(f"scenario: x\nthen:\n  - {{as_of: 2027-03-01, {text}}}\n")
    reader = Reader("made.yaml")
    named = dict.fromkeys(subjects, ("account", "customer"))
    found = read_expectation(read.then[0], MADE, named or None, PACK, reader)
    return found, told(reader)


def test_the_day_asked_about_is_as_of_unless_said_otherwise() -> None:
    found, problems = expectation("ask: made.day, of: A1, expect: none", "A1")
    assert found is not None
    assert problems == []
    assert (found.question.of, found.question.day, found.line) == ("A1", date(2027, 3, 1), 3)
    found, problems = expectation(
        "ask: made.day, of: A1, with: {day: 2028-02-29}, expect: none", "A1"
    )
    assert found is not None
    assert (found.question.as_of, found.question.day) == (date(2027, 3, 1), date(2028, 2, 29))


def test_arguments_are_read_by_their_kind() -> None:
    found, problems = expectation("ask: made.share, of: C1, with: {owner: 7.300}, expect: 25", "C1")
    assert problems == []
    assert found is not None
    assert found.question.given == {"owner": "7.300"}


@pytest.mark.parametrize(("written", "read"), [("[R1, R2]", ("R1", "R2")), ("R1", ("R1",))])
def test_an_argument_that_is_a_list_is_read_with_one_element_or_several(
    written: str, read: tuple[str, ...]
) -> None:
    text = f"ask: made.several, with: {{resellers: {written}}}, expect: none"
    found, problems = expectation(text)
    assert problems == []
    assert found is not None
    assert found.question.given == {"resellers": read}


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("{resellers: [[R1]]}", "'resellers' should be list of id, such as [C1]"),
        ("{resellers: [' ']}", "'resellers': a text is expected here, and it is empty"),
        ("{resellers: R1, rows: x}", "'rows' should be list of row, such as [{...}]"),
    ],
)
def test_a_list_that_cannot_be_read_says_why(given: str, problem: str) -> None:
    _, (found,) = expectation(f"ask: made.several, with: {given}, expect: none")
    assert found == f"3: {problem}"


def test_a_subject_that_narrows_may_stand_in_either_place() -> None:
    for text in ("of: A1", "with: {of: A1}"):
        found, problems = expectation(f"ask: made.rows, {text}, expect: none", "A1")
        assert problems == []
        assert found is not None
        assert (found.question.of, found.question.given) == ("A1", {})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ask: made.dya, expect: none", "there is no decision 'made.dya'. Did you mean 'made.day'"),
        ("ask: day, expect: none", "there is no decision 'day'. Did you mean 'made.day'?"),
        ("ask: made.day, expect: none", "made.day needs 'of', the account asked about. Write of:"),
        ("ask: made.words, of: A1, expect: none", "made.words has no subject. Leave out 'of: A1'."),
        ("ask: made.day, of: A7, expect: none", "no fact names 'A7'. Did you mean 'A1'?"),
        (
            "ask: made.share, of: A1, expect: 3",
            "made.share needs the argument 'owner'. Write with:",
        ),
        (
            "ask: made.day, of: A1, with: {dya: 1}, expect: none",
            "made.day takes no argument 'dya'. Did you mean 'day'?",
        ),
        (
            "ask: made.day, of: A1, with: {day: 2027-02-29}, expect: none",
            "'day': '2027-02-29' is a day that does not exist",
        ),
        (
            "ask: made.day, of: A1, with: {day: [2027-02-28]}, expect: none",
            "'day' should be one day, such as 2027-02-28",
        ),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(text: str, problem: str) -> None:
    _, problems = expectation(text, "A1")
    assert len(problems) == 1
    assert problems[0].startswith(f"3: {problem}")


def test_without_facts_nobody_can_be_asked_about() -> None:
    read, _ = scenario(
        "scenario: x\nthen: [{as_of: 2027-03-01, ask: made.day, of: A1, expect: none}]"
    )
    reader = Reader("made.yaml")
    read_expectation(read.then[0], MADE, {}, PACK, reader)
    assert told(reader) == ["2: no fact names 'A1'. The scenario tells no facts."]


def test_what_is_named_as_something_else_cannot_be_asked_about() -> None:
    read, _ = scenario(
        "scenario: x\nthen: [{as_of: 2027-03-01, ask: made.day, of: F1, expect: none}]"
    )
    hinted = {"F1": (), "A1": ("account",)}
    for named, remedy in (({"F1": ("finding",)}, ""), (hinted, " Did you mean")):
        reader = Reader("made.yaml")
        read_expectation(read.then[0], MADE, named, PACK, reader)
        (problem,) = told(reader)
        assert problem.startswith(f"2: made.day is asked of: account, and 'F1' is none.{remedy}")


def test_where_facts_could_not_be_read_subjects_are_not_judged() -> None:
    assert expectation("ask: made.day, of: A7, expect: none")[1] == []


def test_an_argument_without_a_default_is_needed() -> None:
    assert needed(MADE["made.share"]) == ("owner",)
    assert needed(MADE["made.rows"]) == ()


def test_a_decision_may_have_no_subject_one_or_an_optional_one() -> None:
    assert takes_subject(MADE["made.day"])
    assert takes_subject(MADE["made.rows"])
    assert not takes_subject(MADE["made.words"])
