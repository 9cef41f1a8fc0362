from datetime import date
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from knowntenant.law import loading
from knowntenant.law.deadline import NoneInText, WithinDays
from knowntenant.law.inherit import digest
from knowntenant.law.loading import PackError, load_from, load_pack, pack_names, resolved_tree
from knowntenant.law.pack import Change, Pack
from tests.law.made import CLAUSES, HEAD, ROWS, make

NEITHER = (
    'clause."7.9(b)": a clause has either a decision or a reason why it is not_software. '
    'Give decision = ["name"] or not_software = "why".'
)

IN_DAYS = (
    "deadline.due: mechanism 'in_days' is not known. "
    "Did you mean 'within_days' or 'within_open_days' or 'not_before_days'?"
)


def problems(folder: Path) -> list[str]:
    with pytest.raises(PackError) as refused:
        load_from(folder)
    return [str(problem) for problem in refused.value.problems]


def test_every_pack_that_is_shipped_can_be_loaded() -> None:
    assert {"nprm-2024", "nprm-2024-strict"} <= set(pack_names())
    for name in pack_names():
        assert load_pack(name).name == name


def test_a_pack_is_loaded_once() -> None:
    assert load_pack("nprm-2024") is load_pack("nprm-2024")


def test_a_pack_that_nobody_ships_brings_up_the_nearest() -> None:
    with pytest.raises(PackError, match=r"Did you mean 'nprm-2024'") as refused:
        load_pack("nprm2024")
    assert refused.value.name == "nprm2024"


def test_a_pack_is_read_from_its_files_and_those_of_its_clauses(tmp_path: Path) -> None:
    pack = load_from(make(tmp_path))
    assert (pack.label, pack.in_force, pack.parent) == ("made 1 (made up)", False, "")
    assert (pack.starts, pack.zone) == (date(2027, 1, 1), ZoneInfo("UTC"))
    assert list(pack.clauses) == ["7.9(a)", "7.9(b)", "7.9(c) s.1"]
    assert pack.deadlines["due"] == WithinDays("7.9(a)", "it happened", 10)
    assert pack.deadlines["target"] == NoneInText("7.9(b)", "it happened", 5)
    assert pack.policies == {"target"}
    of_a = dict.fromkeys(("made.due", "made.state"), ("7.9(a)",))
    assert pack.decided == {**of_a, "made.later": ("7.9(b)",)}
    assert pack.lists["kinds"]["saas"].note == "ready-made"
    assert pack.readings["D1"].clauses == ("7.9(a)", "7.9(c) s.1")
    assert pack.parts == {"made.state": {"first": "7.9(a)"}}


def test_a_clause_names_its_decisions_or_says_why_it_needs_none(tmp_path: Path) -> None:
    clauses = load_from(make(tmp_path)).clauses
    assert clauses["7.9(a)"].decision == ("made.due", "made.state")
    assert clauses["7.9(b)"].decision == ("made.later",)
    assert clauses["7.9(c) s.1"].not_software == "the Department's own power"


def test_a_parameter_has_the_value_of_its_day_until_it_ends(tmp_path: Path) -> None:
    share = load_from(make(tmp_path)).parameters["share"]
    days = (date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 28), date(2028, 2, 29))
    assert [share.on(day) for day in days] == [None, 25, 25, Fraction(100, 3)]
    assert share.on(date(2029, 12, 31)) == Fraction(100, 3)
    assert share.on(date(2030, 1, 1)) is None


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "pack.toml").write_text(HEAD, encoding="utf-8-sig")
    assert load_from(tmp_path).name == "made"


def test_every_problem_of_a_pack_is_told_at_once(tmp_path: Path) -> None:
    head = HEAD.replace("zone =", "zoen =").replace("2027-01-01", "'soon'", 1)
    clauses = CLAUSES.replace('"duty"', '"dutty"', 1).replace('"made.later"', "[]")
    rows = ROWS.replace("within_days", "in_days").replace("per =", "pre =", 1)
    found = problems(make(tmp_path, head=head, clauses=clauses, rows=rows))
    assert found == [
        "pack.toml: the key 'zone' is missing",
        "pack.toml: 'starts' should be a day",
        "pack: unknown key 'zoen'. Did you mean 'zone'?",
        "clause.\"7.9(a)\": kind 'dutty' is not known. Did you mean 'duty'?",
        NEITHER,
        IN_DAYS,
        "element.phone: the key 'per' is missing",
        "element.phone: unknown key 'pre'. Did you mean 'per'?",
    ]


def test_a_misspelt_section_brings_up_the_nearest(tmp_path: Path) -> None:
    found = problems(make(tmp_path, rows=ROWS.replace("[parameter.", "[paramter.")))
    assert found == [
        "pack: unknown key 'paramter'. Did you mean 'parameter' or 'part' or 'parent'?"
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('decision = "made.later"', 'decision = "a"\nnot_software = "b"', "a clause has either"),
        ('"provider", "reseller"', '"provider", "resellers"', "Did you mean 'reseller'"),
        ('kind = "power"', "kind = 3", "'kind' should be text"),
        ('[clause."7.9(b)"]', '[clause."15 CFR 7.9(a)"]', "are the same clause"),
    ],
)
def test_a_clause_row_that_does_not_fit_is_named(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    found = problems(make(tmp_path, clauses=CLAUSES.replace(old, new)))
    assert any(says in problem for problem in found)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("2028-02-29", "2026-02-28", "parameter.share: its values need at least one day"),
        ("2028-02-29", "2027-01-01", "parameter.share: its values need at least one day"),
        ("2028-02-29", "2028-02-29T00:00:00Z", "parameter.share: 'from' should be a day"),
        ('"100/3"', '"a third"', "parameter.share: the value 'a third' is no number"),
        ('"100/3"', '"1/0"', "parameter.share: the value '1/0' is no number"),
        ('"100/3"', "nan", "parameter.share: the value 'nan' is no number"),
        ('"100/3"', "true", "parameter.share: 'value' should be a number or text"),
        ("count = 10", "count = 10.5", "deadline.due: 'count' should be a number"),
        ("count = 10", "count = true", "deadline.due: 'count' should be a number"),
        ("count = 10", "count = -1", "deadline.due: 'count' is a number of days or years"),
        ("count = 10", "", "deadline.due: the key 'count' is missing"),
        ("count = 10", "count = 10\nyears = 2", "deadline.due: unknown key 'years'"),
        ('"entity"]\nper', '"firm"]\nper', "element.phone: of 'firm' is not known"),
        ('per = "person"', 'per = "head"', "element.phone: per 'head' is not known"),
        ('answer = "no"', 'answer = "none"', "list.kinds entry 2: answer 'none' is not known"),
        ('answer = "no"', 'anser = "no"', "list.kinds entry 2: the key 'answer' is missing"),
        ('taken = "wide"', 'taken = "wyde"', "reading.D1: taken 'wyde' is not known"),
        ('first = "7.9(a)"', "first = 7.9", "part.\"made.state\": 'first' should be a clause"),
        ('first = "7.9(a)"', 'first = "7.8"', "part.made.state: the pack has no clause '7.8'"),
        ('clauses = ["7.9(a)"', 'clauses = ["7.9(d)"', "reading.D1: the pack has no clause"),
        ('clause = "7.9", note', 'clause = "7.8", note', "list.kinds: the pack has no clause"),
        ("policy = true", 'policy = "yes"', "deadline.target: 'policy' should be true or false"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    found = problems(make(tmp_path, rows=ROWS.replace(old, new)))
    assert any(problem.startswith(says) for problem in found), found


@pytest.mark.parametrize("section", ["parameter", "deadline", "element"])
def test_an_unknown_clause_brings_up_the_nearest(tmp_path: Path, section: str) -> None:
    head, row = ROWS.split(f"[{section}.", 1)
    made = f"{head}[{section}.{row.replace('7.9(a)', '7.9(aa)', 1)}"
    (found,) = problems(make(tmp_path, rows=made))
    assert "the pack has no clause '7.9(aa)'. Did you mean '7.9(a)'" in found


def test_rows_where_tables_should_be_are_a_problem(tmp_path: Path) -> None:
    found = problems(make(tmp_path, clauses="clause = 3", rows="[deadline]\ndue = 3"))
    assert "clause: this should be tables, such as [clause.name]" in found
    assert "deadline.due: this should be a table of keys and values" in found


@pytest.mark.parametrize("zone", ["Mars/Olympus", "America", "../secret", ""])
def test_a_zone_that_nobody_knows_is_a_problem(tmp_path: Path, zone: str) -> None:
    found = problems(make(tmp_path, head=HEAD.replace("UTC", zone)))
    assert found == [f"pack.toml: '{zone}' is not a time zone of the tz database"]


def test_every_file_that_is_no_toml_is_named_and_nothing_else(tmp_path: Path) -> None:
    make(tmp_path, head=HEAD.replace("zone", "zoen"), rows="[deadline.due\n")
    (tmp_path / "lists.toml").write_bytes("label = 'Größe'".encode("cp1252"))
    found = problems(tmp_path)
    assert [problem.partition(":")[0] for problem in found] == ["lists.toml", "rows.toml"]
    assert all("not readable as TOML" in problem for problem in found)


def test_a_row_that_stands_in_two_files_is_told_beside_the_other_problems(tmp_path: Path) -> None:
    make(tmp_path, rows=ROWS.replace("within_days", "in_days"))
    twice = "name = 'other'\n[deadline.due]\ncount = 7\n[list]\nkinds = 3\n"
    (tmp_path / "second.toml").write_text(twice, encoding="utf-8")
    found = problems(tmp_path)
    assert "second.toml: 'name' stands in another file too" in found
    assert "second.toml: 'deadline.due' stands in another file too" in found
    assert "second.toml: 'list.kinds' stands in another file too" in found
    assert any("mechanism 'in_days'" in problem for problem in found)


def test_a_key_of_the_pack_that_is_a_table_in_another_file_stands_there_twice(
    tmp_path: Path,
) -> None:
    make(tmp_path)
    (tmp_path / "second.toml").write_text("deadline = 3", encoding="utf-8")
    assert "second.toml: 'deadline' stands in another file too" in problems(tmp_path)


def test_a_folder_without_a_pack_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == [f"{tmp_path.name}: there is no pack.toml in this folder"]


def child(folder: Path, parent: str, rows: str = "") -> Path:
    folder.mkdir()
    head = HEAD.replace('name = "made"', 'name = "child"') + f'parent = "{parent}"\n'
    (folder / "pack.toml").write_text(head, encoding="utf-8")
    (folder / "rows.toml").write_text(rows, encoding="utf-8")
    return folder


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    make(folder / "made")
    monkeypatch.setattr(loading, "shipped", lambda: folder)
    return folder


def test_a_pack_inherits_what_it_does_not_override(shipped: Path) -> None:
    rows = "[deadline.due]\ncount = 7\n[reading.D1]\ntaken = 'narrow'\n"
    pack = load_from(child(shipped / "child", "made", rows))
    assert (pack.name, pack.parent) == ("child", "made")
    assert pack.deadlines["due"] == WithinDays("7.9(a)", "it happened", 7)
    assert pack.readings["D1"].taken == "narrow"
    assert list(pack.clauses) == ["7.9(a)", "7.9(b)", "7.9(c) s.1"]


def test_a_grandchild_inherits_through_its_parent(shipped: Path) -> None:
    child(shipped / "child", "made", "[deadline.due]\ncount = 7\n")
    pack = load_from(child(shipped / "grandchild", "child", "[deadline.target]\ntarget_days = 1\n"))
    assert pack.deadlines["due"] == WithinDays("7.9(a)", "it happened", 7)
    assert pack.deadlines["target"] == NoneInText("7.9(b)", "it happened", 1)


def test_the_resolved_tree_of_a_shipped_pack_has_inherited_leaves() -> None:
    tree = resolved_tree("nprm-2024-strict")
    assert tree["name"] == "nprm-2024-strict"
    assert {"clause", "deadline", "parameter"} <= tree.keys()
    assert digest(tree) == load_pack("nprm-2024-strict").sha256
    assert "parent" not in resolved_tree("nprm-2024")


def test_a_parent_that_nobody_ships_is_a_problem(shipped: Path) -> None:
    assert problems(child(shipped / "child", "mode")) == [
        "pack.toml: there is no pack 'mode' to inherit from. Did you mean 'made'?"
    ]


def test_packs_do_not_inherit_in_a_circle(shipped: Path) -> None:
    child(shipped / "one", "two")
    assert problems(child(shipped / "two", "one")) == ["pack.toml: 'two' would inherit from itself"]


def test_a_problem_of_the_parent_is_a_problem_of_the_child(shipped: Path) -> None:
    (shipped / "made" / "rows.toml").write_text("[deadline", encoding="utf-8")
    (found,) = problems(child(shipped / "child", "made"))
    assert found.startswith("rows.toml: not readable as TOML")


def resolved(folder: Path, **texts: str) -> Pack:
    return load_from(make(folder, **texts))


def test_the_hash_is_that_of_the_content_whatever_its_order_or_files(tmp_path: Path) -> None:
    turned = "\n".join(f"[{row}" for row in reversed(ROWS.split("\n[")) if row.strip())
    one = resolved(tmp_path / "a")
    other = resolved(tmp_path / "b", rows="", clauses=f"{CLAUSES}\n{turned}")
    assert one.sha256 == other.sha256
    assert len(one.sha256) == 64


@pytest.mark.parametrize(
    ("old", "new"),
    [("count = 10", "count = 11"), ("happened", "was so"), ("2028-02-29", "2028-03-01")],
)
def test_the_hash_changes_with_any_leaf(tmp_path: Path, old: str, new: str) -> None:
    changed = resolved(tmp_path / "b", rows=ROWS.replace(old, new))
    assert changed.sha256 != resolved(tmp_path / "a").sha256


DAYS = """
effective = 2027-02-01
expires = 2028-02-29
change_log = [{ on = 2027-01-15, what = "It was extended." }]
not_verified = ["its preamble"]
"""


def test_a_pack_says_when_it_binds_and_what_changed(tmp_path: Path) -> None:
    pack = load_from(make(tmp_path, head=HEAD + DAYS))
    assert (pack.effective, pack.expires) == (date(2027, 2, 1), date(2028, 2, 29))
    assert pack.change_log == (Change(date(2027, 1, 15), "It was extended."),)
    assert pack.not_verified == ("its preamble",)
    assert (load_pack("nprm-2024").effective, load_pack("nprm-2024").expires) == (None, None)


def test_a_change_without_a_day_and_a_day_that_not_every_year_has_are_told(tmp_path: Path) -> None:
    wrong = 'change_log = [{ what = "It." }]'
    yearly = """
[deadline.yearly]
clause = "7.9(a)"
mechanism = "on_day_each_year"
trigger = "the year"
month = 2
day = 29
"""
    folder = make(tmp_path, head=f"{HEAD}{wrong}", rows=ROWS + yearly)
    assert problems(folder) == [
        "change_log entry 1: the key 'on' is missing",
        "deadline.yearly: 'month' and 'day' should be a day that every year has",
    ]
