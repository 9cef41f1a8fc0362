import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from knowntenant.cli import app
from tests.review.provider import Provider

LIST = """\
id,name,kind,birth_date,countries,listed_on
1,Teodor Baškov,person,1961-03-05,BG,2022-03-01
2,Quarzwerk Handels GmbH,organisation,,DE,2019-01-01
3,Miroslava Kadlecová,person,,CZ,2020-02-29
"""


def review(*arguments: object) -> Result:
    """Run the command as a person does."""
    return CliRunner().invoke(app, ["review", *map(str, arguments), "--as-of", "2027-06-30"])


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """A folder of one list, called as OFAC's is."""
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "house.csv").write_text(LIST, encoding="utf-8")
    return folder


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export with a listed customer, a listed owner and somebody who is on no list."""
    made = Provider()
    made.individual("C-1", "Teodor Baškov", "Bulgaria", birth_date="1961-03-05")
    made.individual("C-2", "Nguyễn Văn An", "Vietnam")
    made.entity("C-3", "深圳市例子公司", "China")
    made.owner("O-3", "C-3", "100", "Czechia", name="Miroslava Kadlecová")
    return made.write(tmp_path / "harbour")


def hits(path: Path, pack: int = 0) -> list[dict[str, str]]:
    """Give the findings of screening that a JSON report holds under a pack."""
    packs = json.loads(path.read_text(encoding="utf-8"))["packs"]
    return [one for one in packs[pack]["findings"] if one["kind"] == "possible_listing"]


def test_customers_and_owners_are_screened_where_lists_are_given(
    export: Path, lists: Path, tmp_path: Path
) -> None:
    out = tmp_path / "r.json"
    ran = review(export, "--lists", lists, "--json", out)
    assert ran.exit_code == 1
    found = hits(out)
    assert {(one["subject"], one["customer"]) for one in found} == {("C-1", "C-1"), ("O-3", "C-3")}
    assert all(one["urgency"] == "now" for one in found)
    text = json.dumps(found, ensure_ascii=False)
    assert "Baškov" not in text
    assert "Kadlecová" not in text
    assert "algorithm kt-1" in text
    assert "May stand on a list" in ran.stdout


def test_without_lists_nobody_is_screened(export: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    review(export, "--json", out)
    assert hits(out) == []


def test_packs_count_a_hit_as_an_alert_that_nobody_has_judged(
    export: Path, lists: Path, tmp_path: Path
) -> None:
    out = tmp_path / "r.json"
    text = (lists / "house.csv").read_text(encoding="utf-8")
    (lists / "house.csv").unlink()
    (lists / "sdn_like.csv").write_text(text, encoding="utf-8")
    packs = ("--pack", "ofac", "--pack", "nprm-2024")
    ran = review(export, "--lists", lists, "--json", out, *packs)
    assert ran.exit_code == 1
    assert len(hits(out, 0)) == 2
    assert hits(out, 1) == []  # told once, under the first pack
    told = json.loads(out.read_text(encoding="utf-8"))["packs"][0]["findings"]
    assert {one["subject"] for one in told if one["kind"] == "settle_listing"} >= {"C-1"}


def test_what_the_export_says_was_judged_is_not_told_again(
    lists: Path, tmp_path: Path, export: Path
) -> None:
    out = tmp_path / "r.json"
    review(export, "--lists", lists, "--json", out)
    entry = next(one["detail"] for one in hits(out) if one["subject"] == "C-1")
    (export / "screening_hits.csv").write_text(
        "id,person,listed,entry,score,disposition,happened\n"
        f"H1,C-1,house,{entry},0.9,cleared,2027-02-01\n",
        encoding="utf-8",
    )
    review(export, "--lists", lists, "--json", out)
    assert {one["subject"] for one in hits(out)} == {"O-3"}


@pytest.mark.parametrize(
    ("judged", "left"),
    [
        ("house,own:1", {"O-3"}),
        ("house,1", {"O-3"}),
        (",own:1", {"O-3"}),
        (",1", {"C-1", "O-3"}),
        ("sdn,1", {"C-1", "O-3"}),
        ("un,un:1", {"C-1", "O-3"}),
    ],
)
def test_what_was_judged_on_one_list_hides_no_entry_of_the_same_number_on_another(
    lists: Path, tmp_path: Path, export: Path, judged: str, left: set[str]
) -> None:
    out = tmp_path / "r.json"
    (export / "screening_hits.csv").write_text(
        "id,person,listed,entry,score,disposition,happened\n"
        f"H1,C-1,{judged},0.9,cleared,2027-02-01\n",
        encoding="utf-8",
    )
    review(export, "--lists", lists, "--json", out)
    assert {one["subject"] for one in hits(out)} == left


def test_lists_that_cannot_be_used_end_the_review(export: Path, tmp_path: Path) -> None:
    ran = review(export, "--lists", tmp_path / "nowhere")
    assert (ran.exit_code, "no such folder" in ran.stderr) == (2, True)


def test_the_page_and_the_table_show_the_hits_too(
    export: Path, lists: Path, tmp_path: Path
) -> None:
    page, table = tmp_path / "r.html", tmp_path / "r.csv"
    review(export, "--lists", lists, "--html", page, "--csv", table)
    assert "May stand on a list" in page.read_text(encoding="utf-8")
    assert "possible_listing" in table.read_text(encoding="utf-8-sig")
