import json

import pytest
from typer.testing import CliRunner, Result

from knowntenant.cli import app
from knowntenant.cli.pack_text import diff_lines
from knowntenant.law.inherit import leaves
from knowntenant.law.loading import PackError, load_pack, pack_names, resolved_tree
from knowntenant.law.problem import Problem

STATUS = "(proposed, reported withdrawn; not in force)"


def invoke(*words: str) -> Result:
    return CliRunner().invoke(app, ["pack", *words])


def test_packs_are_listed_with_their_status() -> None:
    shown = invoke("list")
    assert shown.exit_code == 0
    names = [line.split()[0] for line in shown.output.splitlines()]
    assert names == list(pack_names())
    assert {"nprm-2024", "nprm-2024-strict", "ofac", "rasa-preview"} <= set(names)
    of_nprm = [line for line in shown.output.splitlines() if line.startswith("nprm-2024")]
    assert all(STATUS in line for line in of_nprm)
    for name in names:
        line = next(one for one in shown.output.splitlines() if one.startswith(f"{name} "))
        assert load_pack(name).status in line
        assert ("not in force" in line) is not load_pack(name).in_force
    assert [pack["name"] for pack in json.loads(invoke("list", "--json").output)] == names


def test_a_pack_is_shown_whole() -> None:
    shown = invoke("show", "nprm-2024").output
    for part in (
        f"nprm-2024 1 {STATUS}: Proposed customer identification rule",
        "is not in force; it obliges nobody.",
        "  7.303(d): resellers.cip_copy_due",
        "  7.300(a): not software: ",
        "  beneficial_owner_share: 25 from 2024-01-29 (percent) [7.301 beneficial owner(2)]",
        "  majority_share: 50 from 2024-01-29 (percent, policy and not law)",
        "  reseller_termination: within_days, count 30, from: ",
        "target_days 5, from: evidence against a foreign reseller is received; policy and not law",
        "  D13: later (not taken: literal)",
        "  bis-702.7: more than 1e26 operations, or a cluster with networking over 300 Gbit/s",
    ):
        assert part in shown


def test_a_pack_says_since_when_it_binds_and_what_changed() -> None:
    shown = invoke("show", "affiliates-50").output
    for part in (
        "In effect from 2025-09-29 on.",
        "Changed on 2025-11-10: The rule is suspended for a year.",
        "affiliates_rule_applies: 1 from 2025-09-29, 0 from 2025-11-10, 1 from 2026-11-10",
        "  restricted_lists: entity_list yes, meu yes",
        "Not verified: Whether the suspension was extended",
    ):
        assert part in shown
    pack = json.loads(invoke("show", "doj-dsp", "--json").output)
    assert (pack["effective"], pack["expires"]) == ("2025-04-08", None)
    assert pack["change_log"][0]["on"] == "2025-04-08"
    assert any("several owners" in what for what in pack["not_verified"])
    assert pack["deadlines"]["data_rule_report"]["mechanism"] == "on_day_each_year"


def test_a_bill_is_shown_as_rows_that_nothing_carries_out() -> None:
    shown = invoke("show", "rasa-preview").output
    assert "(bill: passed by the House on 2026-01-12" in shown
    assert "Clauses: 1 (0 decided, 1 not software)" in shown


def test_a_pack_is_given_as_json() -> None:
    pack = json.loads(invoke("show", "nprm-2024-strict", "--json").output)
    assert (pack["parent"], pack["in_force"]) == ("nprm-2024", False)
    assert pack["deadlines"]["reseller_cip_copy"]["mechanism"] == "within_days"
    assert pack["deadlines"]["reseller_cip_copy"]["count"] == 10
    assert all(clause["decision"] or clause["not_software"] for clause in pack["clauses"])
    assert {reading["defect"] for reading in pack["readings"]} >= {"D13", "D36"}
    assert {one["name"]: one["standing"] for one in pack["thresholds"]}["bis-702.7"] == "proposed"


def test_the_difference_of_two_packs_is_by_resolved_leaves() -> None:
    shown = invoke("diff", "nprm-2024", "nprm-2024-strict")
    assert shown.exit_code == 0
    assert "reading.D16.taken\n  nprm-2024: multiply\n  nprm-2024-strict: widest\n" in shown.output
    assert "clause." not in shown.output
    found = json.loads(invoke("diff", "nprm-2024", "nprm-2024-strict", "--json").output)
    assert found["reading.D20.taken"] == {
        "nprm-2024": "collect-first",
        "nprm-2024-strict": "literal",
    }


def test_a_pack_does_not_differ_from_itself() -> None:
    assert invoke("diff", "nprm-2024", "nprm-2024").output.endswith("0 values differ.\n")


def test_a_child_has_every_leaf_of_its_parent() -> None:
    parent, child = leaves(resolved_tree("nprm-2024")), leaves(resolved_tree("nprm-2024-strict"))
    assert set(parent) <= set(child)


@pytest.mark.parametrize("words", [("show", "nprm"), ("diff", "nprm-2024", "nprm")])
def test_an_unknown_pack_names_the_nearest_and_ends_with_2(words: tuple[str, ...]) -> None:
    shown = invoke(*words)
    assert shown.exit_code == 2
    assert "there is no pack 'nprm'." in shown.stderr
    assert "nprm-2024" in shown.stderr


def test_an_unknown_pack_has_no_tree() -> None:
    with pytest.raises(PackError):
        resolved_tree("nprm")


def test_lists_are_shown_with_commas() -> None:
    pack = load_pack("nprm-2024")
    shown = list(diff_lines((pack, pack), {"clause.x.who": {"one": ["a", "b"], "two": None}}))
    assert shown[2:] == ["clause.x.who", "  one: a, b", "  two: none", "1 values differ."]


def test_a_pack_with_a_misspelt_key_is_told_and_not_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(name: str) -> None:
        raise PackError(
            name, [Problem(name, "there is no key 'statuss'.", "Did you mean 'status'?")]
        )

    monkeypatch.setattr("knowntenant.law.loading.load_pack", broken)
    shown = invoke("list")
    assert shown.exit_code == 2
    assert "Did you mean 'status'?" in shown.output
