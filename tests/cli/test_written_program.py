"""`knowntenant program new|check|print|diff`, as a person types them."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from knowntenant.cli import app
from knowntenant.cli.program import _say
from knowntenant.documents.program_examples import SIZES, example
from knowntenant.law import loading

STATUS = "nprm-2024 1 (proposed, reported withdrawn; not in force)"


def invoke(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["program", *map(str, words)])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "program.toml"
    assert invoke("new", "--out", file).output == f"Wrote {file}\n"
    return file


def changed(file: Path, old: str, new: str) -> Path:
    text = file.read_text(encoding="utf-8")
    assert old in text
    other = file.with_name("new.toml")
    other.write_text(text.replace(old, new), encoding="utf-8")
    return other


@pytest.mark.parametrize("size", SIZES)
def test_every_example_is_printed_and_complete(size: str, tmp_path: Path) -> None:
    assert invoke("new", "--size", size).output == example(size)
    file = tmp_path / "program.toml"
    assert invoke("new", "--size", size, "--out", file).exit_code == 0
    checked = invoke("check", file)
    assert checked.exit_code == 0
    assert "Complete: nothing is missing, nothing contradicts.\n" in checked.output
    assert f"Held against {STATUS}." in checked.output
    assert invoke("check", file, "--pack", "nprm-2024-strict").exit_code == 0


def test_gaps_are_listed_with_section_clause_and_mode(small: Path) -> None:
    file = changed(small, 'contact_phone = "+1 202 555 0143"', "")
    checked = invoke("check", file)
    assert checked.exit_code == 1
    assert (
        "gap      [contact] contact_phone (attested; 7.304(a)(1)(vi)): not written"
        in checked.output
    )
    assert checked.output.endswith("1 gaps.\n")
    found = json.loads(invoke("check", file, "--json").output)
    assert found["complete"] is False
    assert found["pack"]["in_force"] is False
    assert found["gaps"] == [
        {
            "element": "contact_phone", "clause": "7.304(a)(1)(vi)", "what": "not written",
            "mode": "attested",
        }
    ]  # fmt: skip
    rows = {row["element"]: row for row in found["elements"]}
    assert rows["contact_phone"]["written"] is False
    assert rows["attempts"] == {
        "element": "attempts", "section": "failure", "clause": "7.302(d)(3)(iii)",
        "mode": "executed", "material": True, "written": True,
    }  # fmt: skip
    assert json.loads(invoke("check", small, "--json").output)["complete"] is True


@pytest.mark.parametrize("command", ["check", "print"])
def test_a_file_that_cannot_be_used_is_told_in_full(command: str, tmp_path: Path) -> None:
    file = tmp_path / "program.toml"
    file.write_text("[failure]\nattempts = 'two'\natempts = 2\n", encoding="utf-8")
    told = invoke(command, file)
    assert told.exit_code == 2
    assert told.stdout == ""
    assert told.stderr.splitlines() == [
        "program.toml [failure] attempts: 'two' is not a whole number, 0 or more.",
        "program.toml [failure]: there is no element 'atempts'. Did you mean 'attempts'?",
    ]


def test_a_pack_that_is_not_there_cannot_be_used(small: Path) -> None:
    told = invoke("check", small, "--pack", "nprm-2042")
    assert told.exit_code == 2
    assert "nprm-2042" in told.stderr


def test_a_pack_that_says_nothing_of_a_program_cannot_be_used(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = replace(loading.load_pack("nprm-2024"), decided={})
    monkeypatch.setattr(loading, "load_pack", lambda _: silent)
    told = invoke("check", small, "--pack", "silent")
    assert told.exit_code == 2
    assert told.stderr == "--pack: pack silent says nothing about a written program.\n"


def test_the_document_is_printed_or_written(small: Path, tmp_path: Path) -> None:
    printed = invoke("print", small)
    assert printed.exit_code == 0
    assert printed.output.startswith("# Customer Identification Program, version 1.0\n")
    out = tmp_path / "program.md"
    assert invoke("print", small, "--out", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == printed.output


def test_no_file_is_written_over_and_none_beside_the_world(small: Path, tmp_path: Path) -> None:
    again = invoke("new", "--out", small)
    assert again.exit_code == 2
    assert again.stderr == f"--out: {small} is there already. Name a new file.\n"
    nowhere = invoke("print", small, "--out", tmp_path / "none" / "program.md")
    assert nowhere.exit_code == 2
    assert "cannot be written: No such file or directory." in nowhere.stderr


def test_a_program_does_not_differ_from_itself(small: Path) -> None:
    same = invoke("diff", small, small)
    assert same.exit_code == 0
    assert same.output.endswith("0 elements differ, 0 of them material.\n")


def test_a_material_change_says_why_and_what_follows(small: Path) -> None:
    new = changed(small, 'accepted_documents = ["passport", ', "accepted_documents = [")
    told = invoke("diff", small, new)
    assert told.exit_code == 1
    assert (
        "accepted_documents (7.302(d)(2)(i)): material: methods of identity verification are the"
        " text's own first example\n"
        "  old: passport, national_id, residence_permit, company_register\n"
        "  new: national_id, residence_permit, company_register\n"
        "1 elements differ, 1 of them material.\n"
        "By 7.304(c) s.1 a draft irregular update follows: the text sets no deadline"
    ) in told.output
    assert STATUS in told.output
    found = json.loads(invoke("diff", small, new, "--json").output)
    assert (found["material"], found["draft_irregular_update"]) == (True, True)
    (change,) = found["changes"]
    assert (change["element"], change["under"]) == ("accepted_documents", "7.304(c) s.1")
    assert found["old"]["sha256"] != found["new"]["sha256"]


def test_a_change_that_is_not_material_says_why(small: Path) -> None:
    told = invoke("diff", small, changed(small, "cost_manual_hour = 48", "cost_manual_hour = 52.5"))
    assert told.exit_code == 0
    assert (
        "cost_manual_hour (no clause): not material: a figure of the provider's own" in told.output
    )
    assert "  old: 48\n  new: 52.5\n" in told.output


def test_long_texts_are_cut_and_empty_ones_named(small: Path) -> None:
    new = changed(small, 'threat_sharing = """', 'foo = """')
    new.write_text(new.read_text(encoding="utf-8").split("foo")[0], encoding="utf-8")
    told = invoke("diff", small, new).output
    assert "  old: Signs of misuse, without customers' particulars, are shared ...\n" in told
    assert "  new: (not written)\n" in told


def test_a_terminal_that_lacks_a_letter_shows_a_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    _say("Nguyễn\x1b[2J")
    sys.stdout.flush()
    assert raw.getvalue() == b"Nguy?n?[2J\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "customers.csv").write_text(
        "id,kind,name,citizen,located\nC1,individual,Nguyễn,VN,VN\n", encoding="utf-8"
    )
    return folder


def reviewed(export: Path, *words: str | Path) -> Result:
    given = ["review", str(export), "--as-of", "2027-06-01", "-q", *map(str, words)]
    return CliRunner().invoke(app, given)


def test_a_review_by_a_program_names_its_version_and_hash(export: Path, small: Path) -> None:
    out, page = small.with_name("r.json"), small.with_name("r.html")
    assert reviewed(export, "--program", small, "--json", out, "--html", page).exit_code == 0
    said = json.loads(out.read_text(encoding="utf-8"))["program"]
    checked = json.loads(invoke("check", small, "--json").output)["program"]
    assert (said["version"], said["sha256"]) == (checked["version"], checked["sha256"])
    assert (said["provisional_days"], said["review_days_high"]) == ("14", "365")
    assert "contact_name" not in said
    html = page.read_text(encoding="utf-8")
    assert "Settings of the written program that were taken from it" in html
    assert said["sha256"] in html
    assert "Ana Lima" not in html


def test_a_review_without_a_program_says_that_defaults_are_assumed(
    export: Path, tmp_path: Path
) -> None:
    out, page = tmp_path / "r.json", tmp_path / "r.html"
    assert reviewed(export, "--json", out, "--html", page).exit_code == 0
    said = json.loads(out.read_text(encoding="utf-8"))["program"]
    assert said["version"] == "no written program was given; its defaults are assumed"
    assert "sha256" not in said
    assert "were assumed" in page.read_text(encoding="utf-8")


def test_a_review_by_a_program_that_cannot_be_used_ends_with_status_2(
    export: Path, tmp_path: Path
) -> None:
    file = tmp_path / "program.toml"
    file.write_text("[failure]\nattempts = -1\n", encoding="utf-8")
    told = reviewed(export, "--program", file)
    assert told.exit_code == 2
    assert (
        told.stderr == "program.toml [failure] attempts: '-1' is not a whole number, 0 or more.\n"
    )


def test_gaps_of_the_program_are_findings_of_a_review(export: Path, small: Path) -> None:
    out = small.with_name("r.json")
    file = changed(small, 'contact_phone = "+1 202 555 0143"', "")
    assert reviewed(export, "--program", file, "--json", out).exit_code == 1
    (pack,) = json.loads(out.read_text(encoding="utf-8"))["packs"]
    found = {finding["kind"]: finding for finding in pack["findings"]}
    assert "contact_phone: not written." in str(found["complete_program"]).lower()
