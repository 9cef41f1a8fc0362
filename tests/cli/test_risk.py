import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from knowntenant.cli import app
from tests.review.reports import troubled

AS_OF = ("--as-of", "2027-06-30")
OLD = '[risk]\ndefault_tier = "low"\n[costs]\ncost_review = 4\ncost_document_check = "1.50"\n'
NEW = OLD.replace("[costs]", 'tier_rules = ["high when jurisdiction is VN"]\n[costs]')


def risk(*arguments: object) -> Result:
    """Run the command as a person does."""
    return CliRunner().invoke(app, ["risk", *map(str, arguments)])


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """The export of a troubled provider."""
    return troubled().write(tmp_path / "harbour")


@pytest.fixture
def programs(tmp_path: Path) -> tuple[Path, Path]:
    """Two programs: the second puts customers from Vietnam into the high tier."""
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_the_assessment_has_a_day_a_status_and_every_heading(export: Path) -> None:
    ran = risk("assess", export, *AS_OF)
    assert ran.exit_code == 0
    assert "# Risk assessment as of 2027-06-30" in ran.stdout
    assert "Pack nprm-2024 1 (proposed, reported withdrawn; not in force). " in ran.stdout
    for heading in ("What is sold", "Whom the provider serves", "Threat landscape"):
        assert f"## {heading}" in ran.stdout
    assert "| from Vietnam | 2 |" in ran.stdout
    assert "problems in the data" in ran.stderr


def test_the_assessment_as_json_says_of_what_nothing_is_told(export: Path) -> None:
    found = json.loads(risk("assess", export, *AS_OF, "--json").stdout)
    assert found["as_of"] == "2027-06-30"
    assert {"heading": "customers", "what": "from Vietnam", "count": 2} in found["rows"]
    assert isinstance(found["not_told"], list)


def test_two_programs_are_compared_on_the_same_customers(
    export: Path, programs: tuple[Path, Path]
) -> None:
    ran = risk("compare", *programs, export, *AS_OF)
    assert ran.exit_code == 0
    assert "| cost of one by document | 5.50 USD | 5.50 USD |" in ran.stdout
    assert "n… (masked)" in ran.stdout
    assert "nguyen@example.org" not in ran.stdout
    assert "high when jurisdiction is VN" in ran.stdout
    found = json.loads(risk("compare", *programs, export, *AS_OF, "--json").stdout)
    assert found["old"]["tiers"]["high"] == 0
    assert found["new"]["tiers"]["high"] == len(found["moved"]) > 0
    assert found["new"]["cost_a_year"] > found["old"]["cost_a_year"]


def test_the_same_program_twice_moves_nobody(export: Path, programs: tuple[Path, Path]) -> None:
    assert "Nobody." in risk("compare", programs[0], programs[0], export, *AS_OF).stdout


def test_programs_that_cannot_be_used_are_all_told_of(export: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('[risk]\ntier_rules = ["high if rich"]\n[rusk]\n', encoding="utf-8")
    ran = risk("compare", bad, tmp_path / "none.toml", export, *AS_OF)
    assert ran.exit_code == 2
    for part in ("high if rich", "no section [rusk]", "none.toml"):
        assert part in ran.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--as-of", "yesterday"), "not a day"),
        (("--pack", "nprm"), "there is no pack 'nprm'"),
        (("--pack", "ofac"), "says nothing of risk tiers"),
        (("--mapping", "nowhere.toml"), "there is no file"),
    ],
)
def test_what_cannot_be_used_is_told_without_a_trace(
    export: Path, options: tuple[str, str], says: str
) -> None:
    ran = risk("assess", export, *options)
    assert ran.exit_code == 2
    assert says in ran.stderr
    assert "Traceback" not in ran.output


def test_an_export_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = risk("assess", tmp_path / "nowhere")
    assert ran.exit_code == 2
    assert "nowhere" in ran.stderr
