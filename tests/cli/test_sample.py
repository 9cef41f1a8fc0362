from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from knowntenant.cli import app


def run(*arguments: object) -> Result:
    """Run `knowntenant sample` with arguments."""
    return CliRunner().invoke(app, ["sample", *map(str, arguments)])


def test_a_sample_is_written_and_the_next_step_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "harborgrid"
    result = run(folder, "--customers", 91, "--seed", 3, "--access-rows", 500)
    assert result.exit_code == 0
    assert "Customers: 91, of them in planted situations: 84. Accesses: 500." in result.stdout
    assert f"Next: knowntenant review {folder} --as-of 2027-06-30" in result.stdout
    assert f"--program {folder / 'program.toml'}" in result.stdout
    assert (folder / "truth.jsonl").exists()


def test_a_folder_in_use_is_refused_with_a_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear all", encoding="utf-8")
    for more in ((), ("--force",)):
        result = run(tmp_path, "--customers", 1, *more)
        assert result.exit_code == 2
        assert "name a new or empty folder" in result.stderr
        assert result.stdout == ""
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_sample_is_written_over_with_force_in_another_format_too(tmp_path: Path) -> None:
    assert run(tmp_path, "--customers", 1).exit_code == 0
    assert run(tmp_path, "--customers", 1).exit_code == 2
    assert run(tmp_path, "--customers", 2, "--format", "jsonl", "--force").exit_code == 0
    assert not (tmp_path / "customers.csv").exists()
    assert (tmp_path / "customers.jsonl").exists()


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    result = run(tmp_path / "file" / "sample", "--customers", 1)
    assert result.exit_code == 2
    assert "cannot be written into" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--customers", 0), ("--customers", -3), ("--customers", 1_000_000), ("--customers", "many"),
     ("--seed", "x"), ("--format", "xlsx"), ("--access-rows", -1)],
)  # fmt: skip
def test_numbers_and_formats_that_cannot_be_are_refused(
    tmp_path: Path, arguments: tuple[object, ...]
) -> None:
    assert run(tmp_path / "new", *arguments).exit_code == 2
    assert not (tmp_path / "new").exists()
