from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped] # pyarrow ships no types
import pytest
from typer.testing import CliRunner, Result

from knowntenant.actions.screen_workers import WorkerLostError
from knowntenant.cli import app, rescreen_run
from knowntenant.imports.lists.folder import alone
from tests.actions.rescreening import CUSTOMERS, customers, lists


def rescreen(folder: Path, *more: object) -> Result:
    """Run the command as a person does."""
    told = (folder / "customers.csv", "--lists", folder / "lists", "--state", folder / "state")
    return CliRunner().invoke(app, ["rescreen", *map(str, (*told, *more))])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with customers and a list."""
    customers(tmp_path)
    lists(tmp_path, "1", "2")
    return tmp_path


def test_the_first_run_is_full_and_the_next_only_does_what_changed(home: Path) -> None:
    ran = rescreen(home, "--parquet", home / "hits.parquet")
    assert ran.exit_code == 0, ran.output
    assert "Screened everybody: 8 rows, 1 of them name nobody." in ran.stdout
    assert "Hits: 2 stand; since the last run: 0 new, 0 changed, 0 gone." in ran.stdout
    assert pq.read_table(home / "hits.parquet").num_rows == 2
    lists(home, "2", "3")
    ran = rescreen(home, "--changes", home / "changes.parquet")
    assert "1 entries added, 0 changed in what is compared (0 otherwise), 1 removed" in ran.stdout
    assert "since the last run: 1 new, 0 changed, 1 gone." in ran.stdout
    assert "C-5: Đặng Quỳnh Trâm =? Đặng Quỳnh Trâm [" in ran.stdout
    assert pq.read_table(home / "changes.parquet").num_rows == 2
    ran = rescreen(home, "--quiet")
    assert "0 entries added" in ran.stdout
    assert "C-5" not in ran.stdout


def test_a_dry_run_says_what_there_is_to_do_and_does_nothing(home: Path) -> None:
    ran = rescreen(home, "--dry-run")
    assert "Would screen everybody: about 8 rows against 2 entries." in ran.stdout
    assert not (home / "state").exists()
    rescreen(home)
    before = (home / "state" / "state.json").read_bytes()
    lists(home, "1", "2", "4")
    customers(home, CUSTOMERS + "C-9,Ana Nowak,,PL,person\n")
    ran = rescreen(home, "--dry-run")
    assert "1 entries added" in ran.stdout
    assert "1 of 7 customers concerned, 1 new, 0 gone." in ran.stdout
    assert (home / "state" / "state.json").read_bytes() == before


def test_other_settings_ask_for_a_full_run_which_can_be_forced(home: Path) -> None:
    rescreen(home)
    ran = rescreen(home, "--threshold", "0.95")
    assert ran.exit_code == 2
    assert "threshold" in ran.stderr
    assert "--full" in ran.stderr
    ran = rescreen(home, "--threshold", "0.95", "--full")
    assert ran.exit_code == 0
    assert "Screened everybody" in ran.stdout


def test_words_that_were_weighed_long_ago_are_told_of(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rescreen_run, "MANY", 1)
    rescreen(home)
    lists(home, "1")
    assert "The lists changed 1 times since words were weighed" in rescreen(home).stdout


def test_what_cannot_be_used_ends_with_status_2_and_words(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").write_text("", encoding="utf-8")
    for more, words in (
        (("--state", home / "file"), "is no folder"),
        (("--kind", "planet"), "no kind of party"),
        (("--column", "name=Nothing"), "no column is headed"),
        (("--lists", home / "none"), "there is no folder"),
    ):
        ran = rescreen(home, *more)
        assert ran.exit_code == 2
        assert words in ran.stderr
    customers(home, "\n")
    assert "is empty" in rescreen(home).stderr
    customers(home)
    (home / "lists" / "house.csv").unlink()
    assert "holds no list" in rescreen(home).stderr
    lists(home, "1")
    (home / "state").mkdir()
    with alone(home / "state"):
        assert "somebody else is at work" in rescreen(home).stderr
    (home / "state" / "state.json").write_text("{", encoding="utf-8")
    assert "is damaged" in rescreen(home).stderr

    def lost(*_: object) -> None:
        raise WorkerLostError("lost")  # noqa: EM101 - made up for the test

    monkeypatch.setattr(rescreen_run, "rescreen_full", lost)
    assert "lost" in rescreen(home, "--full").stderr

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(rescreen_run, "rescreen_full", full)
    assert "No space left" in rescreen(home, "--full").stderr


def test_a_person_may_stop_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rescreen_run, "rescreen_full", stop)
    ran = rescreen(home)
    assert ran.exit_code == 130
    assert "goes on from there" in ran.stderr
