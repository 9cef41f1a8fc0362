import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from knowntenant.cli import app

DAY = ("--as-of", "2028-02-29")
TEXT = """
[[model]]
id = "深圳-1"
operations = 2e26
biological = "no"
[model.items]
other_parameters = "yes"
disinformation = "yes"
[model.items.cbrn]
verdict = "no"
evidence = "evaluation \\u001b[31m of February"
decided_by = "officer-7"
"""


def invoke(*words: str) -> Result:
    return CliRunner().invoke(app, ["worksheet", *words])


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "blank.toml"
    path.write_text(invoke("--new").output, encoding="utf-8")
    return path


def test_status_0_where_the_evidence_settles_it_and_that_no_person_has_decided(
    filled: Path,
) -> None:
    shown = invoke(str(filled), *DAY)
    assert shown.exit_code == 0
    assert shown.output.startswith(
        "Model 深圳-1: covered: a large AI model of concern"
        " (the evidence; no person has decided yet)\n"
    )
    for part in (
        "  operations: 2e26\n",
        "  look at: a person decides: nobody has on 深圳-1",
        "  [7.301 dual-use foundation model(1)(i)]\n            evidence: evaluation ",
        ", by officer-7, on 2028-02-29\n",
        "            an answer would not change what the evidence comes to\n",
        "    yes     bis-702.7: more than 1e26 operations, or a cluster",
        "            status: proposed only, never made final;",
        "    unknown eo-14110-4.2(c)(iii): ",
        "            would be settled by: co located, gbit per second, operations per second\n",
        "Pack nprm-2024 1 (proposed, reported withdrawn; not in force). Prepared under",
    ):
        assert part in shown.output, part
    assert shown.output.endswith("this worksheet prepares the decision and remembers it.\n")
    assert "\x1b" not in shown.output


def test_status_1_while_something_is_unknown(blank: Path) -> None:
    shown = invoke(str(blank), *DAY)
    assert shown.exit_code == 1
    assert "Model M1: unknown (the evidence; no person has decided yet)" in shown.output
    assert (
        "            would be settled by: the training objective, stage by stage\n" in shown.output
    )


def test_a_person_s_decision_is_shown_as_such(filled: Path) -> None:
    text = filled.read_text(encoding="utf-8")
    filled.write_text(
        f'{text}[model.decision]\nverdict = "no"\ndecided_by = "officer-9"\n', encoding="utf-8"
    )
    shown = invoke(str(filled), *DAY)
    assert shown.exit_code == 0
    assert "no large AI model of concern (a person decided so)" in shown.output
    assert "contradicts the evidence: yes" in shown.output


def test_only_the_sets_named_are_shown(filled: Path) -> None:
    shown = invoke(str(filled), *DAY, "--set", "BIS-702.7").output
    assert "bis-702.7" in shown
    assert "eo-14110" not in shown.partition("Sets of thresholds")[2]


def test_everything_is_given_as_json(filled: Path) -> None:
    shown = json.loads(invoke(str(filled), *DAY, "--json").output)
    (model,) = shown["models"]
    assert (model["result"], model["decided_by_a_person"]) == ("covered", False)
    assert shown["pack"]["in_force"] is False
    assert {row["set"]: row["verdict"] for row in model["thresholds"]}["bis-702.7"] == "yes"
    assert all(row["status"] and row["source"] for row in model["thresholds"])
    assert len(model["items"]) == 18


def test_a_page_to_sign_is_written(filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "signed.md"
    assert invoke(str(filled), *DAY, "--out", str(out)).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("# Worksheet: 深圳-1\n")


def test_status_2_with_all_problems_at_once(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("model: {id: M1, opertions: 1}\ncolour: 1", encoding="utf-8")
    shown = invoke(str(bad), "--as-of", "soon", "--set", "bis-702")
    assert shown.exit_code == 2
    for part in (
        "--as-of: 'soon' is not a day",
        "--set: there is no set of thresholds 'bis-702'. Did you mean 'bis-702.7'",
        "Did you mean 'operations'",
        "unknown key 'colour'",
    ):
        assert part in shown.stderr, part


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ((), ["FILE: name the worksheet file. A blank one comes with --new."]),
        (("--new", "a.toml"), ["a.toml: a blank worksheet needs no file."]),
        (("a.toml", "--pack", "x", "--as-of", "y"), ["there is no pack 'x'", "'y' is not a day"]),
        (("a.toml", "--pack", "ofac"), ["pack ofac says nothing of large AI models."]),
    ],
)
def test_status_2_where_the_command_itself_cannot_be_used(
    words: tuple[str, ...], wanted: list[str]
) -> None:
    shown = invoke(*words)
    assert shown.exit_code == 2
    assert [part for part in wanted if part not in shown.stderr] == []


def test_a_page_that_cannot_be_written_is_told(filled: Path, tmp_path: Path) -> None:
    shown = invoke(str(filled), *DAY, "--out", str(tmp_path / "none" / "a.md"))
    assert shown.exit_code == 2
    assert "the page cannot be written: No such file" in shown.stderr
