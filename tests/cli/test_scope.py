"""`knowntenant scope`: from a file, by questions, as text and as JSON; bad input is status 2."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from knowntenant.cli import app
from knowntenant.cli.scope_asked import Interview
from knowntenant.cli.scope_questions import rows
from tests.code_health.rooms import ROOT
from tests.law.toy import NPRM

EXAMPLE = ROOT / "docs" / "examples" / "products.toml"
STATUS = "Pack nprm-2024 1 (proposed, reported withdrawn; not in force)."


def invoke(*words: str, typed: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["scope", *words], input=typed)


def written(folder: Path, text: str, name: str = "lines.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


# --- From a file


def test_the_example_is_answered_line_by_line_with_the_status_of_the_pack() -> None:
    shown = invoke("--from", str(EXAMPLE))
    assert shown.exit_code == 0, shown.output
    out = shown.stdout
    assert "Starter pack (starter): in scope, for these parts only\n" in out
    assert "    bundle    it splits: each part is judged by itself\n" in out
    assert "    part      starter-domain: out of scope\n" in out
    assert "starter-cdn, part of starter: in scope\n" in out
    assert "    ground    preamble, not regulatory text\n" in out
    assert "Logbook, managed databases (logbook): open\n" in out
    settle = "whether the customer can deploy and run software of its own choice on it"
    assert f"    settle    {settle} (own_software of logbook)\n" in out
    both = "a US IaaS product: owned by a US person, run in US territory"
    assert f"    US        {both}  [7.301 us iaas product]\n" in out
    assert "              fjord is owned by nordlys, a US person: no\n" in out
    assert "harborgrid: a US IaaS provider, whatever its size: yes\n" in out
    assert "nordlys: a US IaaS provider, whatever its size: no\n" in out
    assert "4 offers: 3 in scope, 0 out, 1 open.\n" in out
    assert STATUS in out
    assert shown.stderr == ""


def test_json_holds_every_answer_with_clauses_and_the_status() -> None:
    shown = invoke("--from", str(EXAMPLE), "--json")
    document = json.loads(shown.stdout)
    assert document["pack"]["in_force"] is False
    lines = {line["id"]: line for line in document["products"]}
    assert [line["in_scope"]["value"] for line in lines.values()].count("yes") == 5
    assert lines["starter"]["parts"] == [
        {"product": "starter-cdn", "in_scope": "yes"},
        {"product": "starter-domain", "in_scope": "no"},
        {"product": "starter-hosting", "in_scope": "yes"},
    ]
    assert lines["starter-cdn"]["preamble_only"] is True
    assert lines["starter-hosting"]["preamble_only"] is False
    assert lines["logbook"]["settled_by"][0]["fact"] == "own_software"
    assert lines["berth"]["us_product"]["limbs"] == ["owned_by_us_person", "operated_in_us"]
    assert lines["berth"]["in_scope"]["clauses"] == ["7.301 iaas product"]
    assert document["us_iaas_providers"]["nordlys"]["value"] == "no"
    assert document["problems"] == []


def test_a_kind_that_the_pack_does_not_know_brings_up_the_nearest(tmp_path: Path) -> None:
    path = written(tmp_path, "product:\n  - {id: 深圳, kind: vpss}\n", "lines.yaml")
    out = invoke("--from", path).stdout
    assert "深圳: open\n" in out
    assert "    kind      'vpss' is not in the pack's list. Did you mean 'vps'" in out
    assert "    settle    what kind of product it is (kind of 深圳)\n" in out
    assert "    flag      product kind not known\n" in out


def test_a_contradicting_limb_is_flagged(tmp_path: Path) -> None:
    path = written(tmp_path, '[[product]]\nid = "P"\nkind = "saas"\nown_software = true\n')
    out = invoke("--from", path).stdout
    assert "P: out of scope\n" in out
    assert "    flag      a stated limb contradicts the kind: own_software is yes\n" in out


BAD = '[[product]]\nid = "A\\u001b[31m"\nkinds = "vps"\n\n[[product]]\ntrial = "perhaps"\n'


def test_bad_input_is_status_2_with_all_problems_at_once(tmp_path: Path) -> None:
    shown = invoke("--from", written(tmp_path, BAD))
    assert shown.exit_code == 2
    assert shown.stdout == ""
    assert len(shown.stderr.splitlines()) == 4
    for words in ("product 1: product has no key 'kinds'. Did you mean", "'id' holds a control"):
        assert words in shown.stderr
    assert "product 2: product needs 'id'" in shown.stderr
    assert "'trial' takes: yes/no, such as yes." in shown.stderr
    assert "\x1b" not in shown.output


def test_bad_input_is_json_too_where_json_is_asked_for(tmp_path: Path) -> None:
    shown = invoke("--from", written(tmp_path, BAD), "--json")
    assert shown.exit_code == 2
    document = json.loads(shown.stdout)
    assert len(document["problems"]) == 4
    assert document["products"] == []
    assert document["pack"]["name"] == "nprm-2024"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "missing.toml"), "missing.toml: the"),
        (("--pack", "nprm"), "nprm"),
        (("--pack", "nprm", "--json"), "nprm"),
        (("--from",), "--from"),
    ],
)
def test_what_cannot_be_used_is_status_2(words: tuple[str, ...], said: str) -> None:
    shown = invoke(*words)
    assert shown.exit_code == 2
    assert said.split(":", maxsplit=1)[0] in shown.stderr
    assert "Traceback" not in shown.output


def test_a_pack_that_says_nothing_of_products_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowntenant.cli.scope_judged.IN_SCOPE", "scope.of_another_pack")
    shown = invoke("--from", str(EXAMPLE))
    assert shown.exit_code == 2
    assert "pack nprm-2024 says nothing of product lines." in shown.stderr


def test_the_kinds_of_a_pack_are_listed() -> None:
    shown = invoke("--kinds", "--pack", "nprm-2024-strict")
    assert shown.exit_code == 0
    assert "managed_service      depends: two limbs decide\n" in shown.stdout
    assert "domain_registration  out of scope\n" in shown.stdout
    assert "not in force" in shown.stdout


# --- By questions


def typed(*replies: str) -> str:
    return "".join(f"{reply}\n" for reply in replies)


def test_questions_say_why_and_lead_to_the_answer() -> None:
    shown = invoke(typed=typed("Berth", "1", "", "US-DE", "US-VA, Germany", "no"))
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.count("  Why: ") == 6
    assert "Berth: in scope\n" in shown.stdout
    assert "owned by a US person, run in US territory" in shown.stdout
    assert "owner of Berth: a US IaaS provider, whatever its size: yes" in shown.stdout
    assert STATUS in shown.stdout


def test_the_limbs_are_asked_only_where_the_kind_leaves_it_open() -> None:
    first = invoke(typed=typed("A", "managed_service", "yes", "yes", "done"))
    assert "A: in scope\n" in first.stdout
    assert first.stdout.count("limb;") == 1
    second = invoke(typed=typed("A", "cdn", "done"))
    assert "first of two limbs" not in second.stdout
    third = invoke(typed=typed("A", "skip", "skip", "unknown", "", "", "", ""))
    assert "first of two limbs" in third.stdout
    assert "A: open\n" in third.stdout


def test_back_goes_to_the_question_before_and_forgets_its_reply() -> None:
    replies = ("back", "A", "vps", "back", "saas", "", "", "", "yes", "back", "no")
    shown = invoke(typed=typed(*replies))
    assert "This is the first question." in shown.stdout
    assert "A: out of scope\n" in shown.stdout
    assert "1 offers: 0 in scope, 1 out, 0 open.\n" in shown.stdout


def test_a_bundle_that_is_named_is_a_line_of_its_own() -> None:
    line = ("vps", "Starter", "", "")
    other = ("domain registration", "Starter", "", "")
    shown = invoke(typed=typed("Hosting", *line, "yes", "Domain", *other, "no"))
    assert "Starter: in scope, for these parts only\n" in shown.stdout
    assert "    part      Domain: out of scope\n" in shown.stdout
    assert "1 offers: 1 in scope, 0 out, 0 open.\n" in shown.stdout


def test_a_bundle_that_was_told_of_already_is_not_told_of_again() -> None:
    shown = invoke(typed=typed("Box", *("",) * 6, "yes", "VM", "vps", "Box", "done"))
    assert shown.stdout.count("Box: in scope, for these parts only\n") == 1


def test_a_reply_that_cannot_be_used_is_asked_for_again() -> None:
    replies = (
        "", "A\x07", "A", "13", "vpss", "\u00b2", "vps", "A", "no", "Atlantis", "US", "DE, Berlin",
        "DE;FR", "perhaps", "yes", "A", "B", "done",
    )  # fmt: skip
    out = invoke(typed=typed(*replies)).stdout
    for said in (
        "This one cannot be left open.",
        "That holds a control character. Type it again, please.",
        "'13' is none of them. ",
        "'vpss' is none of them. Did you mean 'vps'",
        "a line cannot be part of itself. Answer again, or skip.",
        "'Atlantis' is no known place;",
        "'Berlin' is no known place;",
        "'perhaps' is neither yes, no nor unknown. Answer again, or skip.",
        "there is a line 'A' already; give another name. Answer again, or skip.",
    ):
        assert said in out
    assert "A: in scope\n" in out
    assert "B: open\n" in out
    assert "\x07" not in out


@pytest.mark.parametrize("replies", ["", "\n", "done\n", "back\n"])
def test_no_line_told_of_is_status_2(replies: str) -> None:
    shown = invoke(typed=replies)
    assert shown.exit_code == 2
    assert "no product line was told of. Answer the questions, or name a file" in shown.stderr


def test_questions_stand_beside_json_and_not_in_it() -> None:
    shown = invoke("--json", typed=typed("A", "vps", "done"))
    document = json.loads(shown.stdout)
    assert document["products"][0]["in_scope"]["value"] == "yes"
    assert "Why: " in shown.stderr


REPLIES = st.lists(
    st.one_of(
        st.sampled_from(["back", "skip", "done", "yes", "no", "vps", "7", "US", "A", "B", ""]),
        st.text(max_size=6),
    ),
    max_size=40,
)


@given(replies=REPLIES)
def test_any_replies_end_in_rows_of_lines_with_names(replies: list[str]) -> None:
    left = iter(replies)
    said: list[str] = []
    interview = Interview(NPRM, lambda _: next(left, None), said.append)
    found = interview.run()
    ids = [row.keys["id"] for row in found if row.table == "product"]
    assert len(ids) == len(set(ids))
    assert tuple(rows([line for line in interview.told if "id" in line])) == found
    assert said[0].startswith("'back' goes back")


# --- As a process


def run(
    *words: str, typed: bytes = b"", encoding: str = "utf-8"
) -> "subprocess.CompletedProcess[bytes]":
    program = [sys.executable, "-c", "from knowntenant.cli import main; main()", "scope", *words]
    env = {"PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT / "src"), "PATH": ""}
    return subprocess.run(program, input=typed, capture_output=True, check=False, env=env)


def test_a_process_answers_from_a_file_where_the_terminal_knows_no_such_letters(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, '[[product]]\nid = "深圳"\nkind = "vps"\n')
    ended = run("--from", path, encoding="latin-1")
    assert ended.returncode == 0, ended.stderr
    assert b"??: in scope" in ended.stdout


def test_a_process_that_is_typed_bytes_refuses_them_without_a_stack_trace() -> None:
    ended = run(typed=b"caf\xff\nA\nvps\ndone\n")
    assert ended.returncode == 0, ended.stderr
    assert b"That holds a control character" in ended.stdout
    assert b"A: in scope" in ended.stdout


def test_a_process_with_nothing_on_its_input_ends_with_status_2() -> None:
    ended = run()
    assert ended.returncode == 2
    assert b"Traceback" not in ended.stderr
