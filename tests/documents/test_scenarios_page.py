"""The page is tried as a stranger would use it: everything that may be written stands on it."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from knowntenant.documents.cases import examples
from knowntenant.documents.scenarios_page import PLAIN_KINDS, page
from knowntenant.facts.declaration import fact_types
from knowntenant.facts.program import Program
from knowntenant.imports.scenarios import run_files
from knowntenant.law.kinds import Form, Kind, ListOf
from knowntenant.law.loading import load_pack
from knowntenant.law.scenario.shape import (
    CHECK_KEYS,
    FACT_KEYS,
    GIVEN_KEYS,
    SCENARIO_KEYS,
    THEN_KEYS,
)
from knowntenant.obligations.registry import all_decisions

PAGE = page()
PACK = load_pack("nprm-2024")


def section(title: str) -> str:
    return re.split(r"^#{2,3} ", PAGE.split(f"# {title}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[
        0
    ]


def blocks() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("number", range(len(blocks())))
def test_every_yaml_block_of_the_page_is_a_file_that_holds(tmp_path: Path, number: int) -> None:
    file = tmp_path / "block.yaml"
    file.write_text(blocks()[number], encoding="utf-8")
    report = run_files([file])
    assert report.problems == ()
    assert [run.scenario.name for run in report.runs if not run.held] == []


def test_there_are_at_least_eight_worked_examples() -> None:
    assert len(examples()) >= 8
    assert len(blocks()) == len(examples()) + 1


@pytest.mark.parametrize(
    "keys", [SCENARIO_KEYS, FACT_KEYS, GIVEN_KEYS, {**THEN_KEYS, **CHECK_KEYS}]
)
def test_every_key_of_the_format_stands_on_the_page(keys: dict[str, str]) -> None:
    assert [key for key in keys if f"| `{key}` | {keys[key]} |" not in PAGE] == []


@pytest.mark.parametrize("name", sorted(fact_types()))
def test_every_fact_type_has_its_keys_and_other_names(name: str) -> None:
    declared, text = fact_types()[name], section(f"`{name}`")
    for field in declared.fields.values():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{field.name}` |"))
        assert field.meaning in row
        assert all(f"`{other}`" in row for other in field.also)


@pytest.mark.parametrize("name", sorted(all_decisions()))
def test_every_decision_has_its_subject_value_arguments_and_clauses(name: str) -> None:
    decision, text = all_decisions()[name], section(f"`{name}`")
    assert "Value: " in text
    assert decision.doc in text
    assert all(f"`{argument}`" in text for argument in decision.takes)
    assert all(defect in text for defect in decision.readings)
    assert all(clause in text for clause in PACK.decided.get(name, ()))
    assert all(f"`{word}`" in text for word in words(decision.answers))


def words(form: Form) -> list[str]:
    if isinstance(form, Kind):
        return form.example.split(" | ") if " | " in form.example else []
    below = [form.of] if isinstance(form, ListOf) else list(form.keys.values())
    return [word for one in below for word in words(one)]


def test_every_kind_setting_reading_and_element_stands_on_the_page() -> None:
    assert [
        kind.name for kind in PLAIN_KINDS if f"| {kind.name} | `{kind.example}` |" not in PAGE
    ] == []
    assert [f.name for f in fields(Program) if f"| `{f.name}` |" not in PAGE] == []
    assert [e for e in PACK.elements if f"| `{e}` |" not in PAGE] == []
    for defect, row in PACK.readings.items():
        (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| {defect} |")]
        assert all(f"`{choice}`" in line for choice in row.choices)


def test_every_clause_can_be_found() -> None:
    listed = section("Clauses that can be cited")
    assert [clause for clause in PACK.clauses if f"`{clause}`" not in listed] == []


def test_the_page_says_that_nothing_is_in_force() -> None:
    assert "not in force" in PAGE
    assert re.findall(r"\brequired\b(?!_)", PAGE.casefold()) == []
