# ruff: noqa: RUF001 - names are written in the scripts of their countries
"""The quality page, made from a small list and a few cases that are written here."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import screening_material, screening_quality
from benchmarks.metrics import Outcome
from benchmarks.screening_material import Listed
from benchmarks.screening_page import Remark, Run, failure, page
from knowntenant.screening.entry import Kind

ENTRIES: list[Listed] = [
    {"id": "x:1", "schema": "Person", "names": [{"name": "Nguyễn Văn Đá", "kind": "primary"}]},
    {
        "id": "x:2",
        "schema": "Organization",
        "names": [
            {"name": "Zolvik Trading", "kind": "primary"},
            {"name": "Zolvik", "kind": "weak"},
        ],
    },
    {"id": "y:3", "schema": "Organization", "names": [{"name": "Zolvik", "kind": "primary"}]},
    {"id": "y:4", "schema": "Person", "names": [{"name": "محمد", "kind": "primary"}]},
]
CASES = [
    ("1", "p_exact", {"schema": "Person", "name": "nguyễn văn đá"}, ["x:1"]),
    ("2", "o_exact", {"schema": "Organization", "name": "Zolvik Trading"}, ["x:2"]),
    ("3", "o_drop_word", {"schema": "Organization", "name": "Zolvik"}, ["x:2"]),
    ("4", "n_org_real", {"schema": "Organization", "name": "Zolvik"}, []),
    ("5", "n_org_sec", {"schema": "Organization", "name": "Amberlode Inc"}, []),
    ("6", "p_dob_error", {"schema": "Person", "name": "محمد"}, ["y:4"]),
    ("7", "n_person_namesake", {"schema": "Person", "name": "محمد"}, []),
]
REMARKS = """
[[case]]
id = "4"
failure = "label"
remark = "the name is listed, so | it ought to raise an alert"

[[case]]
id = "5"
failure = "mended"
remark = "went right in this run"
"""


@pytest.fixture
def material(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "entries.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(entry, ensure_ascii=False) + "\n" for entry in ENTRIES)
    rows = [
        json.dumps({"id": number, "class": kind, "query": query, "expected": expected})
        for number, kind, query, expected in CASES
    ]
    (tmp_path / "cases.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    (tmp_path / "removed.jsonl").write_text('{"entry": "x:2", "name": "Zolvik"}\n\n', "utf-8")
    (tmp_path / "failures.toml").write_text(REMARKS, "utf-8")
    (tmp_path / "watchman_cross_script_pairs.csv").write_text(
        "# Remarks\n\n# Greek to Latin (good)\nΝίκος,Nikos,0.8,said\nΖολβικ,Zolvik,0.8,said\n",
        "utf-8",
    )
    return tmp_path


def arguments(folder: Path, *more: str) -> list[str]:
    return [
        "--adapter=tests.benchmarks.plain_adapter:Adapter",
        f"--cases={folder / 'cases.jsonl'}",
        f"--removed={folder / 'removed.jsonl'}",
        f"--entries={folder / 'entries.jsonl.gz'}",
        f"--sources={folder}",
        f"--failures={folder / 'failures.toml'}",
        f"--out={folder / 'page.md'}",
        *more,
    ]


def test_the_page_tells_every_figure_of_one_run(
    material: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert screening_quality.main(arguments(material, "--exact", "--folds=2", "--timings")) == 0
    written = (material / "page.md").read_text("utf-8")
    assert "| algorithm | `plain-1` |" in written
    assert "| threshold | 0.800 |" in written
    assert "4 with 5 names" in written
    assert "| recall | 0.667 (0.208 to 0.939; 2 of 3) |" in written
    assert "| recall, held out | 0.667" in written
    assert "| exact names, all of the lists | 1.000 (0.566 to 1.000; 5 of 5) | 1 | yes |" in written
    assert "| `o_drop_word` | 1 | 0.000 |" in written
    assert "3 of 7 cases went wrong: 1 missed, 2 false alerts. 1 of them were looked at" in written
    assert "| label | 1 |" in written
    assert "so / it ought to raise an alert" in written
    assert "mended" not in written
    assert "| Watchman scripts | 2 | 0 |" in written
    assert "milliseconds" in written
    assert "goes without nomenklatura names" in capsys.readouterr().err


def test_the_page_leaves_out_what_was_not_asked_for(material: Path) -> None:
    arguments_without = arguments(material, f"--sources={material / 'none'}", "--threshold=0.3")
    assert screening_quality.main(arguments_without) == 0
    written = (material / "page.md").read_text("utf-8")
    assert "| threshold | 0.300 |" in written
    for words in ("held out |", "exact names", "Second opinions", "Timings"):
        assert words not in written


def test_the_cases_that_went_wrong_are_written_for_somebody_to_look_at(material: Path) -> None:
    asked = arguments(material, f"--failed={material / 'failed.jsonl'}")
    assert screening_quality.main(asked) == 0
    lines = (material / "failed.jsonl").read_text("utf-8").splitlines()
    rows = {row["id"]: row for row in map(json.loads, lines)}
    assert {number: row["went wrong"] for number, row in rows.items()} == {
        "3": "missed",
        "4": "false alert",
        "7": "false alert",
    }
    assert rows["3"]["query"]["name"] == "Zolvik"


def test_missing_data_is_said_aloud_and_nothing_is_written(
    material: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (material / "cases.jsonl").unlink()
    assert screening_quality.main(arguments(material)) == 2
    assert "cases.jsonl: not here; nothing was measured" in capsys.readouterr().err
    assert not (material / "page.md").exists()


def test_names_that_cases_ask_about_are_taken_out_of_the_index(material: Path) -> None:
    kept = screening_material.without(ENTRIES, material / "removed.jsonl")
    assert [name["name"] for name in kept[1]["names"]] == ["Zolvik Trading"]
    assert len(ENTRIES[1]["names"]) == 2
    (material / "all.jsonl").write_text('{"entry": "y:3", "name": "Zolvik"}\n', "utf-8")
    left = screening_material.without(ENTRIES, material / "all.jsonl")
    assert [entry["id"] for entry in left] == ["x:1", "x:2", "y:4"]


def test_pairs_that_others_labelled_are_read(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "names.csv.gz", "wt", encoding="utf-8", newline="") as file:
        file.write("case_group,schema,name1,name2,is_match,quality,category,notes\n")
        file.write('made,Company,"Zolvik, Inc.",Zolvik,true,WEAK,,\n')
        file.write("made,Vessel,Amber,Ambra,false,STRONG,,\n")
    first, second = screening_material.name_bench(tmp_path / "names.csv.gz")
    assert (first.asked.name, first.asked.kind, first.same) == (
        "Zolvik, Inc.",
        Kind.ORGANIZATION,
        True,
    )
    assert (second.listed.kind, second.same, second.tier) == (Kind.VESSEL, False, "STRONG")


def test_names_in_parts_are_put_together(tmp_path: Path) -> None:
    (tmp_path / "checks.yml").write_text(
        "checks:\n"
        "  - match: false\n    schema: Person\n"
        "    query: {firstName: Ana, lastName: Zolvik}\n"
        "    candidate: {name: Ana Z, fatherName: Petr}\n"
        "  - match: true\n    schema: Organization\n"
        "    query: {name: Zolvik}\n    candidate: {name: ZOLVIK}\n",
        "utf-8",
    )
    first, second = screening_material.entity_bench(tmp_path / "checks.yml")
    assert first.asked.names == ("Ana Zolvik",)
    assert [name.text for name in first.listed.names] == ["Ana Z", "Petr"]
    assert second.same
    assert screening_quality.plain_similarity(second) == 1.0
    assert screening_quality.similarity(second) > 0.5


def test_failures_are_missed_targets_and_false_alerts() -> None:
    found = Outcome("1", "p_exact", frozenset({"a"}), (("b", 0.95), ("a", 0.9)))
    swapped = Outcome("2", "p_exact", frozenset({"a"}), (("b", 0.95),))
    alone = Outcome("3", "n_org_real", frozenset(), (("b", 0.2),))
    assert [failure(one, 0.5) for one in (found, swapped, alone)] == ["", "missed", ""]
    assert failure(alone, 0.1) == "false alert"


def test_a_page_without_any_case_is_still_a_page() -> None:
    written = page(Run("plain-1", 0.5, (), (), remarks=(Remark("9", "label", "gone"),)))
    assert "0 of 0 cases went wrong" in written
