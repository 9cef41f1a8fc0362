from pathlib import Path

import pytest
from typer.testing import CliRunner

from knowntenant.cli import app
from knowntenant.cli.docs import GENERATED


def invoke(root: Path, *words: str) -> tuple[int, str]:
    shown = CliRunner().invoke(app, ["docs", "--root", str(root), *words])
    return shown.exit_code, shown.output


def test_pages_are_written_once_and_then_fresh(tmp_path: Path) -> None:
    status, shown = invoke(tmp_path)
    assert status == 0
    assert shown.count(": written\n") == len(GENERATED)
    assert all((tmp_path / path).is_file() for path in GENERATED)
    assert invoke(tmp_path) == (0, "Every generated page is up to date.\n")
    assert invoke(tmp_path, "--check") == (0, "Every generated page is up to date.\n")


def test_a_check_writes_nothing_and_fails_where_a_page_is_old(tmp_path: Path) -> None:
    invoke(tmp_path)
    old = tmp_path / "docs" / "law.md"
    old.write_text("by hand\n", encoding="utf-8")
    assert invoke(tmp_path, "--check") == (1, "docs/law.md: out of date; run make docs\n")
    assert old.read_text(encoding="utf-8") == "by hand\n"


@pytest.mark.parametrize("path", sorted(GENERATED))
def test_a_page_says_that_it_is_generated_and_ends_with_one_line_break(path: Path) -> None:
    text = GENERATED[path]()
    assert "enerated" in "".join(text.splitlines()[:3])
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
