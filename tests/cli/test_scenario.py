import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from knowntenant.cli import app
from knowntenant.imports.vocabulary import FactWorld
from knowntenant.law.law import Silent

TEXT = """\
scenario: A move is known when it is learned
pack: nprm-2024
facts:
  - {happened: 2026-01-05, presence: {person: C1, located: VN}}
  - {happened: 2026-01-05, access: {account: A9, ip: 203.0.113.9}}
  - {happened: 2027-06-30, learned: 2027-07-02, account: {id: A1, customer: C1, state: closed}}
then:
  - {as_of: 2027-07-01, ask: persons.status, of: C1, expect: foreign_person}
  - {as_of: 2027-07-05, ask: retention.retained_through, of: A1, expect: 2029-06-29, reading: D13}
  - {as_of: 2027-07-05, ask: verification.reviews_overdue, with: {day: 2027-07-04}, expect: none}
  - {as_of: 2027-07-05, ask: retention.retained_through, of: A9, expect: none}
"""
STATUS = "nprm-2024 1 (proposed, reported withdrawn; not in force)"


def invoke(*words: str) -> Result:
    return CliRunner().invoke(app, ["scenario", *words])


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    path = tmp_path / "深圳.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def holding(tmp_path: Path) -> Path:
    path = tmp_path / "holds.yaml"
    path.write_text(TEXT.replace("2029-06-29", "2029-06-30"), encoding="utf-8")
    return path


def test_status_0_when_everything_holds(holding: Path) -> None:
    shown = invoke(str(holding))
    assert shown.exit_code == 0
    assert shown.output.startswith("ok      A move is known when it is learned  [nprm-2024; ")
    assert f"Pack {STATUS}. Prepared under a proposal" in shown.output
    assert shown.output.endswith("1 of 1 scenarios hold (4 questions asked).\n")


def test_status_1_and_the_reasons_when_something_does_not(failing: Path) -> None:
    shown = invoke(str(failing))
    assert shown.exit_code == 1
    assert shown.output.startswith("failed  A move is known")
    assert "    line 9: retention.retained_through of A1, as of 2027-07-05\n" in shown.output
    assert "        expected  expect: 2029-06-29\n        got       2029-06-30\n" in shown.output
    assert "        reading   D13: later (refused: literal)\n" in shown.output
    assert "[7.302(e)(2)]  (fact 3)" in shown.output
    assert "line 8" not in shown.output


def test_status_2_when_a_file_cannot_be_used_and_the_others_still_run(
    failing: Path, holding: Path
) -> None:
    shown = invoke(str(failing.parent / "missing.yaml"), str(holding), str(failing))
    assert shown.exit_code == 2
    assert "missing.yaml: there is no such file. Check its name." in shown.stderr
    assert "1 of 2 scenarios hold (8 questions asked); 1 problems." in shown.stdout


def test_every_reason_is_shown_when_asked(holding: Path) -> None:
    shown = invoke("-v", str(holding))
    assert shown.exit_code == 0
    assert "line 8: persons.status of C1, as of 2027-07-01\n" in shown.output
    assert "verification.reviews_overdue, as of 2027-07-05 about 2027-07-04\n" in shown.output


def test_a_flag_is_shown(failing: Path) -> None:
    assert "flag      whether the account was ever in scope is" in invoke("-v", str(failing)).output


def test_another_pack_can_be_chosen(holding: Path) -> None:
    shown = invoke("--pack", "nprm-2024-strict", "--pack", "nprm-2024", str(holding))
    assert "[nprm-2024-strict; " in shown.output
    assert "[nprm-2024; " in shown.output
    assert invoke("--pack", "nprm", str(holding)).exit_code == 2


def test_json_holds_everything_and_the_status_of_the_pack(failing: Path) -> None:
    shown = invoke("--json", str(failing), str(failing.parent / "missing.yaml"))
    document = json.loads(shown.stdout)
    (scenario,) = document["scenarios"]
    assert shown.exit_code == 2
    assert scenario["pack"]["status"] == "proposed, reported withdrawn; not in force"
    assert scenario["pack"]["in_force"] is False
    assert scenario["file"].endswith("深圳.yaml")
    assert [question["held"] for question in scenario["questions"]] == [True, False, True, True]
    (missed,) = scenario["questions"][1]["missed"]
    assert missed == {"check": "expect", "expected": "2029-06-29", "got": "2029-06-30"}
    assert scenario["questions"][1]["answer"]["readings"][0]["defect"] == "D13"
    assert scenario["questions"][2]["of"] is None
    assert document["summary"] == {"scenarios": 1, "held": 0, "failed": 1, "problems": 1}
    assert document["problems"][0]["remedy"] == "Check its name."


def test_a_pack_s_silence_is_shown(holding: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object) -> None:
        message = "pack toy has no deadline 'x'."
        raise Silent(message)

    monkeypatch.setattr(FactWorld, "answer", silent)
    assert "got       pack toy has no deadline 'x'." in invoke(str(holding)).output
    shown = json.loads(invoke("--json", str(holding)).output)
    assert shown["scenarios"][0]["questions"][0]["answer"] is None


def test_signs_that_steer_a_terminal_are_not_repeated(tmp_path: Path, holding: Path) -> None:
    odd = tmp_path / "odd.yaml"
    odd.write_text('scenario: s\npack: "\\e[2Jx\\a"\nfacts: []\n', encoding="utf-8")
    found = invoke(str(odd), str(holding))
    assert found.exit_code == 2
    assert not {"\x1b", "\x07"} & set(found.output)
    assert "[2Jx" in found.output


def test_a_file_is_needed() -> None:
    assert invoke().exit_code == 2
