import json
from pathlib import Path
from typing import Any

from knowntenant.review.json_file import SCHEMA, write_json
from knowntenant.review.report import Report
from tests.review.reports import NAMES, report_of, troubled


def document(report: Report, path: Path) -> Any:  # noqa: ANN401 - a document read as JSON
    """Write and read a report."""
    write_json(path, report)
    return json.loads(path.read_text(encoding="utf-8"))


def test_everything_is_in_the_document(tmp_path: Path) -> None:
    report = report_of(troubled(), tmp_path, "nprm-2024", "nprm-2024-strict", D13="literal")
    found = document(report, tmp_path / "r.json")
    assert found["schema"] == SCHEMA
    assert found["as_of"] == "2027-06-30"
    assert found["findings"] == report.count == sum(len(p["findings"]) for p in found["packs"])
    assert [p["pack"]["name"] for p in found["packs"]] == ["nprm-2024", "nprm-2024-strict"]
    first = found["packs"][0]
    assert first["pack"]["in_force"] is False
    assert len(first["pack"]["sha256"]) == 64
    chosen = [r for r in first["pack"]["readings"] if r["chosen_here"]]
    assert [(r["defect"], r["taken"]) for r in chosen] == [("D13", "literal")]
    assert first["register"]
    assert first["resellers"][0]["state"] == "termination running"
    assert first["exposure"]["customers"]["foreign"] == 4
    assert first["calendar"]
    assert found["source"]["problems"]
    assert found["source"]["guesses"]
    assert found["program"]["after_failure"] == "close"
    one = first["findings"][0]
    assert one["reasons"][0]["clauses"]
    assert {"defect", "taken", "meaning", "refused"} <= set(one["readings"][0])


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    for path in (first, second):
        write_json(path, report_of(troubled(), tmp_path))
    assert first.read_bytes() == second.read_bytes()


def test_names_are_masked_unless_they_are_asked_for(tmp_path: Path) -> None:
    for personal in (False, True):
        found = document(report_of(troubled(), tmp_path, personal=personal), tmp_path / "r.json")
        text = json.dumps(found, ensure_ascii=False)
        assert [name in text for name in NAMES] == [personal] * 4
        assert ("nguyen@" in text) is personal
        assert found["personal_data"] == ("shown" if personal else "masked")
