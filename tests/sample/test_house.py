from itertools import chain
from pathlib import Path

from knowntenant.facts.program import Program, elements
from knowntenant.facts.program_setting import Mode
from knowntenant.imports.program_file import read_program_file
from knowntenant.sample.folder import PROGRAM, prepare
from knowntenant.sample.house import house
from knowntenant.sample.planted import STORIES
from knowntenant.sample.situations import read

NAMES = {name for name, _ in STORIES}
EXECUTED_HERE = {
    "accepted_documents", "access_roles", "tier_rules", "cost_document_check",
    "cost_non_documentary_check", "cost_review", "cost_manual_hour",
}  # fmt: skip
"""What the software executes and the program sets otherwise than left out."""


def test_what_is_about_customers_is_told_only_where_they_are() -> None:
    needed = set(chain.from_iterable(told.get("needs", ()) for told in read("house.toml")))
    assert needed
    assert needed <= NAMES
    assert "orders" in house(NAMES).rows
    assert "orders" not in house(()).rows
    assert len(house(NAMES).truth) == len(house(()).truth) + 3


def test_what_the_program_executes_is_what_holds_without_it(tmp_path: Path) -> None:
    prepare(tmp_path, customers=1, seed=1)
    program, problems = read_program_file(tmp_path / PROGRAM)
    assert not problems
    changed = {
        name
        for name, element in elements().items()
        if element.mode is Mode.EXECUTED and getattr(program, name) != getattr(Program(), name)
    }
    assert changed == EXECUTED_HERE
    assert not program.training_detection
