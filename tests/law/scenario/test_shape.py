from datetime import UTC, date, datetime

import pytest

from knowntenant.facts.declaration import fact_types
from knowntenant.law.scenario.shape import FACT_KEYS
from knowntenant.obligations.registry import all_decisions
from tests.law.scenario.made import scenario, told

HEAD = "scenario: made\npack: nprm-2024\n"
THEN = "then: [{as_of: 2027-03-01, ask: made.day, expect: none}]\n"


def facts(*lines: str) -> str:
    return HEAD + "facts:\n" + "".join(f"  - {line}\n" for line in lines) + THEN


def test_a_scenario_is_read_whole() -> None:
    read, reader = scenario(
        "scenario: 深圳\nclause: [7.302(e)(2), 7.303]\npack: [nprm-2024, other]\n"
        "given: {readings: {D13: literal}, program: {attempts: 2, roles: [a, b]}}\n"
        "facts: [{happened: 2027-01-05, account: {id: A1, state: on}}]\n"
        "then: [{as_of: 2028-02-29, ask: made.day, of: A1, with: {Day: 2027-01-01}, expect: NO}]\n"
    )
    assert told(reader) == []
    assert (read.name, read.clauses, read.packs) == (
        "深圳",
        ("7.302(e)(2)", "7.303"),
        ("nprm-2024", "other"),
    )
    assert (read.readings, read.program) == (
        {"D13": "literal"},
        {"attempts": "2", "roles": ("a", "b")},
    )
    assert read.facts[0].values == {"id": "A1", "state": "on"}
    assert read.then[0].as_of == date(2028, 2, 29)
    assert list(read.then[0].given) == ["day"]
    assert list(read.then[0].checks) == ["expect"]
    assert read.untold == 0


def test_a_fact_has_its_times_source_and_references() -> None:
    read, reader = scenario(
        facts(
            "{happened: 2027-01-05, learned: 2027-01-09T23:30:00Z, recorded: 2027-01-10, ref: typo,"
            " source: e-mail, account: {id: A1}}",
            "{happened: 2027-01-06, corrects: typo, account: {id: A1}}",
        )
    )
    first, second = read.facts
    assert told(reader) == []
    assert first.learned == datetime(2027, 1, 9, 23, 30, tzinfo=UTC)
    assert (first.recorded, first.source, first.label) == (date(2027, 1, 10), "e-mail", "typo")
    assert (second.corrects, second.learned, second.number) == ("typo", second.happened, 2)


def test_times_and_source_may_be_written_inside_the_fact() -> None:
    read, reader = scenario(
        facts("{happened: 2027-01-05, account: {id: A1, source: e-mail, Learned: 2027-02-01}}")
    )
    assert told(reader) == []
    assert read.facts[0].source == "e-mail"
    assert read.facts[0].learned == date(2027, 2, 1)
    assert read.facts[0].values == {"id": "A1"}


def test_no_fact_type_has_a_key_that_belongs_beside_it() -> None:
    assert all_decisions()
    assert [
        name for name, declared in fact_types().items() if set(FACT_KEYS) & set(declared.fields)
    ] == []


def test_a_fact_may_be_learned_before_it_happens() -> None:
    read, reader = scenario(facts("{happened: 2199-12-31, learned: 2027-01-01, account: {id: A1}}"))
    assert told(reader) == []
    assert read.facts[0].learned < read.facts[0].happened


def test_a_fact_without_a_time_is_told_so_and_its_values_are_still_read() -> None:
    read, reader = scenario(facts("{account: {id: A1}}"))
    remedy = "Say when it was so in the world, such as happened: 2027-03-01."
    assert told(reader) == [f"4: fact 1 is a fact without a time. {remedy}"]
    assert read.facts[0].values == {"id": "A1"}


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2027-02-30", "is a day that does not exist"),
        ("27-02-03", "is not a moment"),
        ("2027-02-29", "is a day that does not exist"),
        ("2027-02-03T10:00", "has no zone"),
    ],
)
def test_a_time_that_cannot_be_read_is_a_problem(written: str, why: str) -> None:
    _, reader = scenario(facts(f'{{happened: "{written}", account: {{id: A1}}}}'))
    (problem,) = told(reader)
    assert problem.startswith("4: 'happened': ")
    assert why in problem


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("深圳", "fact 1 should be keys and values, not '深圳'."),
        ("{happened: 2027-01-05}", "fact 1 has no fact type; it needs exactly one."),
        (
            "{happened: 2027-01-05, account: {id: A1}, customer: {id: C1}}",
            "fact 1 has 2 fact types (account, customer); it needs exactly one.",
        ),
        (
            "{happened: 2027-01-05, acount: {id: A1}}",
            "fact 1 has no key 'acount'. Did you mean 'account'",
        ),
    ],
)
def test_a_fact_that_is_none_is_told_apart(line: str, problem: str) -> None:
    read, reader = scenario(facts(line))
    (found,) = told(reader)
    assert found.startswith(f"4: {problem}")
    assert (read.facts, read.untold) == ((), 1)


def test_values_of_a_fact_are_texts_or_lists_of_texts() -> None:
    read, reader = scenario(facts("{happened: 2027-01-05, account: {id: A1, state: {a: b}}}"))
    assert read.facts[0].values == {"id": "A1"}
    assert "'state' should be a text or a list of texts" in told(reader)[0]
    read, reader = scenario(facts("{happened: 2027-01-05, account: A1}"))
    assert "account should be keys and values, not 'A1'." in told(reader)[0]


def test_a_scenario_that_is_no_mapping_is_one_problem() -> None:
    read, reader = scenario("- a\n- b\n")
    assert len(told(reader)) == 1
    assert read.name == "scenario in line 1"


def test_a_scenario_needs_a_name_and_questions() -> None:
    read, reader = scenario("pack: nprm-2024\n")
    assert [problem.split(":")[1] for problem in told(reader)] == [
        " a scenario needs 'scenario'",
        " a scenario needs 'then'",
    ]
    _, reader = scenario(HEAD + "then: []\n")
    assert "asks at least one question" in told(reader)[0]
    assert read.packs == ("nprm-2024",)


@pytest.mark.parametrize(
    ("line", "problems"),
    [
        ("why", ["a question should be keys and values, not 'why'."]),
        ("{ask: made.day, expect: no}", ["a question needs 'as_of'"]),
        ("{as_of: 2027-03-01, expect: no}", ["a question needs 'ask'"]),
        ("{as_of: 2027-03-01, ask: x}", ["nothing is expected here."]),
        ("{as_of: 2027-03-01, ask: x, expect: no, with: 3}", ["with should be keys and values"]),
        ("{as_of: 3/1/27, ask: x, expect: no}", ["'as_of': '3/1/27' is not a day"]),
        ("{as_of: 2027-03-01, ask: x, expects: no}", ["no key 'expects'", "nothing is expected"]),
    ],
)
def test_a_question_says_what_it_lacks(line: str, problems: list[str]) -> None:
    _, reader = scenario(HEAD + f"then:\n  - {line}\n")
    found = told(reader)
    assert len(found) == len(problems)
    assert all(part in problem for part, problem in zip(problems, found, strict=True))


@pytest.mark.parametrize(
    "given", ["3", "{reading: {D13: x}}", "{readings: [D13]}", "{readings: {D13: [a]}}"]
)
def test_what_is_given_is_checked(given: str) -> None:
    read, reader = scenario(HEAD + f"given: {given}\n" + THEN)
    assert len(told(reader)) == 1
    assert read.readings == {}
