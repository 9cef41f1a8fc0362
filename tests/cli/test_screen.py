import csv
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped] # pyarrow ships no types
import pytest
from typer.testing import CliRunner, Result

from knowntenant.actions.screen_spool import Spool
from knowntenant.cli import app, screen_run
from knowntenant.screening.result import Counts
from tests.actions.screening import lists, parties

OUTPUTS = ("html", "csv", "json", "parquet")


def screen(*arguments: object) -> Result:
    """Run the command as a person does."""
    return CliRunner().invoke(app, ["screen", *map(str, arguments)])


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder of lists."""
    return lists(tmp_path)


def test_hits_end_with_status_1_and_the_most_urgent_is_printed_first(
    tmp_path: Path, house: Path
) -> None:
    ran = screen(parties(tmp_path), "--lists", house)
    assert ran.exit_code == 1
    assert "5 rows, 3 with hits" in ran.stdout
    assert "Teodor Baškov" in ran.stdout
    assert "there is no name" in ran.stdout
    assert "'full name' = name" in ran.stderr
    assert "all together" not in ran.stdout
    assert "all together" in screen(parties(tmp_path), "--lists", house, "--explain").stdout


def test_no_hit_ends_with_status_0(tmp_path: Path, house: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_text('{"name": "Ana Pereira"}\n', encoding="utf-8")
    ran = screen(path, "--lists", house, "--quiet")
    assert ran.exit_code == 0
    assert ran.stdout.startswith("1 rows, 0 with hits")
    assert ran.stderr == ""


def test_a_file_in_an_encoding_that_was_guessed_is_said_to_be(tmp_path: Path, house: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("id;name\n1;Теодор Башков\n".encode("cp1251"))
    ran = screen(path, "--lists", house, "--quiet")
    assert "old.csv: The file is not UTF-8" in ran.stderr


def test_every_output_that_is_named_is_written_and_nothing_else(
    tmp_path: Path, house: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    named = [word for one in OUTPUTS for word in (f"--{one}", out / f"hits.{one}")]
    ran = screen(parties(tmp_path), "--lists", house, *named)
    assert ran.exit_code == 1
    assert sorted(path.name for path in out.iterdir()) == sorted(f"hits.{one}" for one in OUTPUTS)
    told = json.loads((out / "hits.json").read_text(encoding="utf-8"))
    with (out / "hits.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(told["hits"]) == told["counts"]["hits"]
    assert pq.read_table(out / "hits.parquet").num_rows == len(told["hits"])
    assert "Screening of <bdi>parties.csv" in (out / "hits.html").read_text(encoding="utf-8")
    assert all(f"Wrote {out / f'hits.{one}'}" in ran.stdout for one in OUTPUTS)


def test_one_party_is_screened_by_its_name_and_explained(house: Path) -> None:
    told = ("--birth-date", "1961-03-05", "--country", "Bulgaria", "--kind", "person")
    ran = screen("--name", "Теодор Башков", *told, "--lists", house)
    assert ran.exit_code == 1
    assert "all together" in ran.stdout
    assert "house" in ran.stdout
    nobody = screen("--name", "Ana Pereira", "--lists", house)
    assert nobody.exit_code == 0


def test_one_party_may_be_told_with_identifiers_and_written_out(
    tmp_path: Path, house: Path
) -> None:
    out = tmp_path / "one.json"
    told = ("--identifier", "passport:71 1234567", "--country", "Sofia", "--json", out)
    ran = screen("--name", "Teodor Baškov", *told, "--lists", house)
    assert ran.exit_code == 1
    written = json.loads(out.read_text(encoding="utf-8"))
    assert [note["kind"] for note in written["notes"]] == ["country_not_read"]


def test_columns_kind_and_dates_may_be_said(tmp_path: Path, house: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("name,full name,born\nX,Đặng Quỳnh Trâm,03/04/1972\n", encoding="utf-8")
    asked = screen(path, "--lists", house)
    assert asked.exit_code == 2
    assert "odd.csv, the headings: 'name' or 'full name' may hold the name" in asked.stderr
    said = ("--column", "name=full name", "--kind", "person", "--dates", "day-first")
    ran = screen(path, "--lists", house, *said)
    assert ran.exit_code == 1
    assert "two ways" not in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "nobody is named"),
        (("nothing.csv",), "there is no file nothing.csv"),
        (("--name", "Ana"), "no lists are named"),
        (("--name", "Ana", "--lists", "nowhere"), "there is no folder nowhere"),
        (("--name", "Ana", "--kind", "alien"), "'alien' is no kind of party"),
        (("--name", "Ana", "--dates", "year-first"), "is no order of dates"),
        (("--name", "Ana", "--threshold", "7"), "a score lies between 0 and 1"),
        (("--name", "Ana", "--algorithm", "zz-9"), "no algorithm zz-9"),
        (("--name", "Ana", "--config", "no.toml"), "there is no file no.toml"),
        (("--name", "Ana", "--identifier", "shoe:44"), "a kind is not known here"),
        (("--name", "Ana", "--identifier", "passport:"), "a kind is not known here"),
        (("--name", "Ana", "--resume"), "a run without outputs keeps nothing"),
        (("--name", "Ana", "--json", "/nowhere/at/all.json"), "lies in none that exists"),
    ],
)
def test_what_cannot_be_done_is_said_with_status_2(arguments: tuple[str, ...], words: str) -> None:
    ran = screen(*arguments)
    assert ran.exit_code == 2
    assert words in ran.stderr
    assert "Traceback" not in ran.stderr


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    ran = screen(parties(tmp_path), "--name", "Ana", "--threshold", "9", "--kind", "x")
    assert len(ran.stderr.splitlines()) == 4


def test_no_output_takes_the_place_of_an_input(tmp_path: Path, house: Path) -> None:
    path = parties(tmp_path)
    for output in (path, house / "house.csv"):
        ran = screen(path, "--lists", house, "--csv", output)
        assert ran.exit_code == 2
        assert "otherwise" in ran.stderr


def test_files_and_lists_that_cannot_be_read_end_with_status_2(tmp_path: Path, house: Path) -> None:
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"PAR1 and no more")
    ran = screen(broken, "--lists", house)
    assert (ran.exit_code, "broken.parquet: cannot be read" in ran.stderr) == (2, True)
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = screen(parties(tmp_path), "--lists", empty)
    assert (ran.exit_code, "holds no list" in ran.stderr) == (2, True)


def test_settings_are_printed_read_again_and_held_to(tmp_path: Path, house: Path) -> None:
    printed = screen("--print-config")
    assert printed.exit_code == 0
    config = tmp_path / "screening.toml"
    config.write_text(printed.stdout, encoding="utf-8")
    path = parties(tmp_path)
    assert screen(path, "--lists", house, "--config", config).exit_code == 1
    assert screen("--print-config", "--config", config).stdout == printed.stdout
    other = printed.stdout.replace('weights = "', 'weights = "0')
    config.write_text(other, encoding="utf-8")
    ran = screen(path, "--lists", house, "--config", config)
    assert (ran.exit_code, "not those that were fixed" in ran.stderr) == (2, True)
    config.write_text("threshold = 5\n", encoding="utf-8")
    assert screen(path, "--lists", house, "--config", config).exit_code == 2


def test_a_threshold_for_a_kind_is_held_to(tmp_path: Path, house: Path) -> None:
    config = tmp_path / "screening.toml"
    config.write_text("[thresholds]\nPerson = 1.0\n", encoding="utf-8")
    ran = screen(parties(tmp_path), "--lists", house, "--config", config)
    assert "5 rows, 1 with hits" in ran.stdout


def test_an_output_that_cannot_be_written_is_said_and_what_was_found_is_kept(
    tmp_path: Path, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(screen_run._WRITERS, "json", full)  # noqa: SLF001 - no disk is full on demand
    ran = screen(parties(tmp_path), "--lists", house, "--json", tmp_path / "hits.json")
    assert (ran.exit_code, "No space left on device" in ran.stderr) == (2, True)
    assert (tmp_path / ".hits.json.screening.checkpoint").is_file()


def test_ctrl_c_says_how_to_go_on(
    tmp_path: Path, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_run, "ready_lists", _pressed)
    ran = screen(parties(tmp_path), "--lists", house)
    assert (ran.exit_code, "nothing was written" in ran.stderr) == (130, True)


def _pressed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_in_the_middle_keeps_what_is_done(
    tmp_path: Path, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tmp_path / "whole.json"
    path = parties(tmp_path, 1_200)
    asked = (path, "--lists", house, "--jobs", "1", "-q")
    assert screen(*asked, "--json", whole).exit_code == 1
    mark = Spool.mark

    def pressed(*given: object) -> None:
        mark(*given)  # type: ignore[arg-type] # what it was called with
        raise KeyboardInterrupt

    out = tmp_path / "hits.json"
    with monkeypatch.context() as patch:
        patch.setattr(Spool, "mark", pressed)
        ran = screen(*asked, "--json", out)
    assert ran.exit_code == 130
    assert "Stopped after" in ran.stderr
    assert not out.exists()
    changed = screen(*asked, "--json", out, "--resume", "--threshold", "0.99")
    assert (changed.exit_code, "threshold is another" in changed.stderr) == (2, True)
    ran = screen(*asked, "--json", out, "--resume")
    assert ran.exit_code == 1
    assert "Continued after 5,000 rows" in ran.stderr
    assert out.read_bytes() == whole.read_bytes()
    assert not list(tmp_path.glob(".hits*"))


def test_a_run_begun_anew_says_that_it_could_have_been_continued(
    tmp_path: Path, house: Path
) -> None:
    out = tmp_path / "hits.json"
    spool = Spool(tmp_path / ".hits.json.screening")
    spool.begin()
    spool.mark({}, "2026-11-24", Counts(), 0)
    spool.close()
    ran = screen(parties(tmp_path), "--lists", house, "--json", out)
    assert ran.exit_code == 1
    assert "--resume would have continued it" in ran.stderr


@pytest.mark.slow
def test_a_run_that_is_killed_in_the_middle_is_resumed_to_the_same_result(
    tmp_path: Path, house: Path
) -> None:
    path = parties(tmp_path, 1_600)
    whole, out = tmp_path / "whole.json", tmp_path / "hits.json"
    program = [sys.executable, "-c", "from knowntenant.cli import main; main()", "screen"]
    asked = [*program, str(path), "--lists", str(house), "--jobs", "2", "--quiet", "--json"]
    assert subprocess.run([*asked, str(whole)], check=False, capture_output=True).returncode == 1
    running = subprocess.Popen([*asked, str(out)], stdout=subprocess.DEVNULL)
    checkpoint = tmp_path / ".hits.json.screening.checkpoint"
    ends = time.monotonic() + 60
    while not checkpoint.exists() and time.monotonic() < ends:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    assert checkpoint.exists()
    assert not out.exists()
    again = subprocess.run([*asked, str(out), "--resume"], check=False, capture_output=True)
    assert again.returncode == 1
    assert b"Continued after" in again.stderr
    assert out.read_bytes() == whole.read_bytes()


@pytest.mark.slow
def test_progress_is_shown_where_somebody_watches(tmp_path: Path, house: Path) -> None:
    program = [sys.executable, "-c", "from knowntenant.cli import main; main()", "screen"]
    asked = [*program, str(parties(tmp_path, 300)), "--lists", str(house)]
    mine, theirs = pty.openpty()
    with subprocess.Popen(
        asked, stdout=subprocess.DEVNULL, stderr=theirs, env={**os.environ, "TERM": "xterm"}
    ) as running:
        os.close(theirs)
        seen = b""
        try:
            while more := os.read(mine, 4096):
                seen += more
        except OSError:  # the terminal is gone once nobody writes to it
            pass
        assert running.wait() == 1
    os.close(mine)
    assert b"rows/s" in seen
    assert b"1,500" in seen
