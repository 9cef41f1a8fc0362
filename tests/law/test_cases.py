"""Every case of every pack, one test each: the file and line of its scenario name the test."""

from pathlib import Path

import pytest

from knowntenant.imports.scenarios import ReadScenario, find_files, read_file, run_scenario
from knowntenant.law.scenario.shown import shown

PACKS = Path(__file__).resolve().parents[2] / "src" / "knowntenant" / "law" / "packs"
FILES = [
    read_file(path) for folder in sorted(PACKS.glob("*/cases")) for path in find_files([folder])
]
CASES = [read for file in FILES for read in file.scenarios]


def _named(case: ReadScenario) -> str:
    return f"{Path(case.scenario.file).relative_to(PACKS).as_posix()}:{case.scenario.line}"


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_a_case_of_a_pack_holds(case: ReadScenario) -> None:
    report = run_scenario(case)
    assert [str(problem) for problem in report.problems] == []
    failures = [
        f"line {outcome.expectation.line}: {outcome.expectation.question.decision.name}: "
        f"{missed.check}: expected {missed.expected}, got {missed.got}; "
        f"answer {shown(outcome.answer.value) if outcome.answer else 'none'}"
        for run in report.runs
        for outcome in run.outcomes
        for missed in outcome.missed
    ]
    assert failures == []


def test_every_file_of_cases_can_be_read() -> None:
    assert [str(problem) for file in FILES for problem in file.problems] == []


def test_there_are_cases() -> None:
    assert CASES
