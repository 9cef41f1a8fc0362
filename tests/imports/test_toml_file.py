from datetime import date
from pathlib import Path

import pytest

from knowntenant.imports.mapping import read_mapping
from knowntenant.imports.product_lines import read_product_lines
from knowntenant.imports.program_file import read_program_file
from knowntenant.imports.toml_file import MOST_DEEP, read_toml
from knowntenant.imports.worksheet_file import read_worksheets
from knowntenant.law.problem import Problem

DAY = date(2028, 2, 29)
TOO_MUCH = (
    (b"x = " + b"1" * 100_000, "is not TOML: a number in it is too long."),
    (b"x = 0x" + b"f" * 100_000, "is not TOML: a number in it is too long."),
    (b"[[a]]\nx = [[0x" + b"f" * 5_000 + b"]]", "is not TOML: a number in it is too long."),
    (b"x = " + b"[" * 20_000, "is not TOML: brackets or keys are nested too deeply."),
    (b".".join([b"x"] * 200) + b" = 1", "is not TOML: brackets or keys are nested too deeply."),
)


def _read(path: Path) -> list[Problem]:
    problems: list[Problem] = []
    assert read_toml(path, problems, "Look again.") == {}
    return problems


@pytest.mark.parametrize(("content", "problem"), TOO_MUCH)
def test_what_no_file_needs_is_one_problem_with_a_remedy(
    content: bytes, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    assert _read(path) == [Problem(str(path), problem, "Look again.")]


@pytest.mark.parametrize("content", [content for content, _ in TOO_MUCH] + [b"\xff\xfe", b"\x00"])
def test_every_reader_of_toml_tells_it_and_raises_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    assert read_mapping(path)[1] or content == b"\xff\xfe"  # an empty mapping says nothing
    assert read_product_lines(path, DAY).problems
    assert read_program_file(path)[1] or content == b"\xff\xfe"
    assert read_worksheets(path, DAY).problems


def test_what_lies_at_the_bounds_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fine.toml"
    deep = ".".join(["x"] * (MOST_DEEP - 1))
    path.write_bytes(f"{deep} = 1\r\ny = {'9' * 1_000}\r\n".encode("utf-8-sig"))
    problems: list[Problem] = []
    assert read_toml(path, problems, "")["y"] == int("9" * 1_000)
    assert not problems


def test_a_file_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    (problem,) = _read(tmp_path / "none.toml")
    assert problem.what == "there is no such file."


def test_what_steers_a_terminal_is_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_bytes(b"x = '\x1b[2J\x07'")
    (problem,) = _read(tmp_path / "odd.toml")
    assert problem.what.isprintable()
    assert problem.what.startswith("is not TOML: ")
