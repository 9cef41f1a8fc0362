import csv
import json
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner, Result

from knowntenant.cli import app
from knowntenant.law.law import Silent
from tests.review.provider import Provider
from tests.review.reports import NAMES, troubled

AS_OF = ("--as-of", "2027-06-30")


def review(*arguments: object) -> Result:
    """Run the command as a person does."""
    return CliRunner().invoke(app, ["review", *map(str, arguments)])


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """The export of a troubled provider."""
    return troubled().write(tmp_path / "harbour")


def test_findings_end_with_status_1_and_are_summed_up(export: Path) -> None:
    ran = review(export, *AS_OF)
    assert ran.exit_code == 1
    assert "Review of harbour as of 2027-06-30" in ran.stdout
    assert "not in force" in ran.stdout
    assert not any(name in ran.stdout for name in NAMES)


def test_nothing_found_ends_with_status_0(tmp_path: Path) -> None:
    made = Provider()
    made.individual("C-1", "محمد", "Egypt")
    ran = review(made.write(tmp_path / "clean"), *AS_OF)
    assert ran.exit_code == 0
    assert "Nothing was found" in ran.stdout


def test_the_files_named_are_written_and_nothing_else(export: Path, tmp_path: Path) -> None:
    before = sorted(export.iterdir())
    out = tmp_path / "out"
    out.mkdir()
    files = ("--html", out / "r.html", "--json", out / "r.json", "--csv", out / "r.csv")
    ran = review(export, *AS_OF, *files)
    assert ran.exit_code == 1
    assert sorted(export.iterdir()) == before
    assert sorted(path.name for path in out.iterdir()) == ["r.csv", "r.html", "r.json"]
    found = json.loads((out / "r.json").read_text(encoding="utf-8"))
    with (out / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == found["findings"]
    assert "Wrote" in ran.stdout
    assert review(export, *AS_OF, *files).exit_code == 1  # over the older ones


def test_names_are_shown_to_whoever_asks_for_them(export: Path, tmp_path: Path) -> None:
    ran = review(export, *AS_OF, "--show-personal", "--csv", tmp_path / "r.csv")
    assert "深圳云科技" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    assert "C-1 (深圳云科技)" in ran.stdout.replace("\n", " ") or "深圳" in ran.stdout


def test_quiet_readers_get_one_line_for_each_pack(export: Path) -> None:
    ran = review(export, *AS_OF, "--quiet", "--pack", "nprm-2024", "--pack", "nprm-2024-strict")
    assert [line.split(" ")[0] for line in ran.stdout.splitlines()] == [
        "nprm-2024", "nprm-2024-strict",
    ]  # fmt: skip


def test_quiet_readers_hear_how_many_problems_the_data_has(export: Path) -> None:
    assert review(export, *AS_OF, "-q").stdout.endswith(", 2 problems in the data.\n")


def test_nothing_found_in_data_with_problems_is_not_called_clean(tmp_path: Path) -> None:
    made = Provider()
    made.individual("C-1", "محمد", "Egypt")
    made.add("customers", name="nobody", happened="2027-01-01")
    ran = review(made.write(tmp_path / "odd"), *AS_OF)
    assert "clean" not in ran.stdout
    assert "1 problem in the data" in " ".join(ran.stdout.split())


def test_a_customer_table_without_ids_ends_with_status_2(export: Path) -> None:
    (export / "accounts.csv").write_text("nr,customer\nA-1,C-1\n", encoding="utf-8")
    ran = review(export, *AS_OF)
    assert ran.exit_code == 2
    assert "accounts: none of its rows can be used." in ran.stderr
    assert "has no column for 'id'" in ran.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[customers", ("is not TOML",)),
        (b"a = [" * 9000, ("is not TOML",)),
        (b"\xff\x00", ("is not UTF-8",)),
        (b'[nope]\na = "b"\n[customers]\nx = "nmae"', ("'nope'", "'nmae'")),
    ],
)
def test_a_mapping_file_that_cannot_be_used_ends_with_status_2_and_all_its_problems(
    export: Path, tmp_path: Path, content: bytes, said: tuple[str, ...]
) -> None:
    (tmp_path / "mapping.toml").write_bytes(content)
    ran = review(export, *AS_OF, "--mapping", tmp_path / "mapping.toml")
    assert ran.exit_code == 2
    assert not ran.stdout
    assert all(words in ran.stderr for words in said)


def test_a_pack_that_is_silent_ends_with_status_2(
    export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object) -> None:
        message = "pack nprm-2024 has no value of 'x' on 2027-06-30"
        raise Silent(message)

    monkeypatch.setattr("knowntenant.cli.review_run.run", silent)
    ran = review(export, *AS_OF)
    assert ran.exit_code == 2
    assert "has no value of 'x' on 2027-06-30. Review as of a day" in ran.stderr


def test_no_file_name_of_an_export_steers_the_terminal(export: Path) -> None:
    (export / "odd\x1b[31m.txt").write_text("x", encoding="utf-8")
    (export / "customers-\x1b[31m.csv").write_text("nr,\x1bx\nC-9,1\n", encoding="utf-8")
    assert "\x1b" not in review(export, *AS_OF).stdout


def test_another_reading_can_be_taken(export: Path, tmp_path: Path) -> None:
    ran = review(export, *AS_OF, "--reading", "d13=Literal", "--json", tmp_path / "r.json")
    assert ran.exit_code == 1
    pack = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["packs"][0]["pack"]
    assert [r["defect"] for r in pack["readings"] if r["chosen_here"]] == ["D13"]


def test_a_mapping_file_is_used(export: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[contacts]\n"e_mail_adress" = "email"\n', encoding="utf-8")
    ran = review(export, *AS_OF, "--mapping", mapping)
    assert "Guessed in contacts" not in ran.stdout


@time_machine.travel("2027-06-30T03:00Z", tick=False)
def test_where_no_day_is_given_it_is_today_in_the_zone_of_the_pack(export: Path) -> None:
    assert "as of 2027-06-29" in review(export).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--pack", "nprm-204"), "Did you mean 'nprm-2024'"),
        (("--as-of", "2027-02-29"), "a day that does not exist"),
        (("--as-of", "30.06.27"), "write it as YYYY-MM-DD"),
        (("--reading", "D99=literal"), "names no reading of pack nprm-2024"),
        (("--reading", "D13"), "Write it as D13=literal"),
        (("--reading", "D13=litteral"), "Did you mean 'literal'"),
        (("--mapping", "no-such-file.toml"), "there is no file no-such-file.toml"),
        (("--html", "no-such-folder/r.html"), "there is no folder no-such-folder"),
    ],
)
def test_what_cannot_be_used_ends_with_status_2_and_says_what_to_do(
    export: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = review(export, *arguments)
    assert ran.exit_code == 2
    assert said in ran.stderr
    assert not ran.stdout


def test_all_that_is_wrong_is_said_at_once(export: Path) -> None:
    ran = review(export, "--pack", "x", "--as-of", "y", "--html", export / "r.html")
    assert ran.exit_code == 2
    assert len(ran.stderr.splitlines()) == 3


def test_a_report_may_not_lie_inside_the_export(export: Path) -> None:
    ran = review(export, "--html", export / "r.html")
    assert ran.exit_code == 2
    assert "inside the export, which is only read" in ran.stderr


def test_a_folder_or_the_same_file_twice_is_no_place_for_a_report(
    export: Path, tmp_path: Path
) -> None:
    assert "is a folder" in review(export, "--html", tmp_path).stderr
    twice = review(export, "--html", tmp_path / "r", "--json", tmp_path / "r")
    assert "is named twice" in twice.stderr


def test_a_folder_that_is_not_there_ends_with_status_2(tmp_path: Path) -> None:
    ran = review(tmp_path / "nowhere")
    assert ran.exit_code == 2
    assert "does not exist" in ran.stderr


def test_an_empty_folder_ends_with_status_2(tmp_path: Path) -> None:
    ran = review(tmp_path)
    assert ran.exit_code == 2
    assert "holds no table" in ran.stderr


def test_a_table_without_a_usable_row_ends_with_status_2(tmp_path: Path) -> None:
    (tmp_path / "customers.csv").write_text("id,name\n", encoding="utf-8")
    ran = review(tmp_path, *AS_OF)
    assert ran.exit_code == 2
    assert ran.stderr


def test_a_folder_that_may_not_be_read_is_told(
    export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("knowntenant.cli.exports.read_export", refused)
    ran = review(export, *AS_OF)
    assert ran.exit_code == 2
    assert "cannot be read: Permission denied" in ran.stderr


def test_a_full_disk_is_told(export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("knowntenant.cli.review_run.write_html", full)
    ran = review(export, *AS_OF, "--html", tmp_path / "r.html")
    assert ran.exit_code == 2
    assert "cannot be written: No space left on device" in ran.stderr


def test_a_column_that_slipped_and_a_name_used_as_an_id_reach_no_output(tmp_path: Path) -> None:
    made = troubled()
    made.individual("Nguyễn Qzleak Bình", "Nguyễn Qzleak Bình", "Vietnam")
    made.drop("evidence", "Nguyễn Qzleak Bình")
    made.change("customers", "C-1", located="12 Qzleak Street")
    made.change("customers", "C-2", tier="4111111111111111", located="Qzleak")
    made.change("access", "A-C-4", ip="203.0.113.45 Qzleak", located="O'Qzleak' x")
    named = [tmp_path / f"r.{form}" for form in ("html", "json", "csv")]
    files = [word for path in named for word in (f"--{path.suffix[1:]}", path)]
    folder = made.write(tmp_path / "slipped")
    ran = review(folder, *AS_OF, *files)
    assert ran.exit_code == 1
    for text in (ran.output, *(path.read_text(encoding="utf-8-sig") for path in named)):
        assert not any(part in text for part in ("Qzleak", "4111111111111111"))
    shown = review(folder, *AS_OF, "--show-personal").output
    assert "12 Qzleak" in shown
    assert "4111111111111111" in shown
