"""A file of product lines: what it tells, and every problem of a bad one at once."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.types import Presence, Product
from knowntenant.imports.product_lines import ProductLines, product_lines, read_product_lines
from knowntenant.law.answer import NO, UNKNOWN, YES
from tests.code_health.rooms import ROOT

DAY = date(2028, 2, 29)
GOOD_TOML = """
[[product]]
id = "深圳"
name = "Hosting"
kind = "vps"
trial = true
accelerators = false
own_software = "unknown"
owned_by = "محمد"
operated_in = ["US-VA", "Germany"]

[[person]]
id = "محمد"
citizen = ["EG", "US"]
"""
GOOD_YAML = """
products:
  - {id: 深圳, name: Hosting, kind: vps, trial: yes, accelerators: no, own_software: unknown,
     owned_by: محمد, operated_in: [US-VA, Germany], part_of: }
person: {id: محمد, citizen: [EG, US]}
"""


def read(folder: Path, text: str | bytes, name: str = "lines.toml") -> ProductLines:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_product_lines(path, DAY)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.toml", GOOD_TOML),
        ("l.TOML", GOOD_TOML.replace("\n", "\r\n")),
        ("l.toml", "\ufeff" + GOOD_TOML),
        ("l.yaml", GOOD_YAML),
        ("l.yml", GOOD_YAML),
    ],
)
def test_toml_and_yaml_tell_the_same(tmp_path: Path, name: str, text: str) -> None:
    found = read(tmp_path, text, name)
    assert found.problems == []
    assert found.ids == ["深圳"]
    line, person = found.records
    assert (line.shape, person.shape) == (Product, Presence)
    assert line.values["trial"] is YES
    assert line.values["accelerators"] is NO
    assert line.values["own_software"] is UNKNOWN
    places = line.values["operated_in"]
    assert isinstance(places, tuple)
    assert [place.code for place in places] == ["US-VA", "DE"]
    assert line.values["owned_by"] == person.values["person"] == "محمد"
    assert (line.happened, line.learned) == (DAY, DAY)
    assert line.ref.startswith(name)


def test_the_example_is_a_good_file() -> None:
    found = read_product_lines(ROOT / "docs" / "examples" / "products.toml", DAY)
    assert found.problems == []
    assert len(found.ids) == 7


BAD = """
[[product]]
id = "A"
kinds = "vps"
operated_in = "Atlantis"

[[product]]
id = "A"
part_of = "Z"

[[product]]
kind = "vps"
trial = "perhaps"

[[product]]
id = "B"
part_of = "B"
name = "bell \\u0007"
owned_by = {person = "P"}

[[customer]]
id = "C"
"""


def test_all_problems_come_at_once_with_row_field_and_remedy(tmp_path: Path) -> None:
    found = read(tmp_path, BAD)
    shown = {
        (Path(p.where).name.removeprefix("lines.toml").strip(), p.what) for p in found.problems
    }
    assert shown == {
        ("product 1", "product has no key 'kinds'."),
        ("product 1", "'operated_in': 'Atlantis' is no known place; did you mean 'Albania'?"),
        ("product 2", "'id': 'A' stands in lines.toml product 1 already."),
        ("product 2", "'part_of': there is no product line 'Z'."),
        ("product 3", "product needs 'id': the product line's identifier."),
        ("product 3", "'trial': 'perhaps' is neither yes, no nor unknown."),
        ("product 4", "'part_of': a line cannot be part of itself."),
        ("product 4", "'name' holds a control character, or half of a character."),
        ("product 4", "'owned_by' should be one value, or a list of values."),
        ("", "there is no table 'customer'."),
    }  # fmt: skip
    assert [p for p in found.problems if not p.remedy] == []
    assert "\x07" not in " ".join(str(p) for p in found.problems)
    by_what = {p.what: p.remedy for p in found.problems}
    assert by_what["product has no key 'kinds'."] == "Did you mean 'kind' or 'id'?"
    trial = "'trial': 'perhaps' is neither yes, no nor unknown."
    assert by_what[trial] == "'trial' takes: yes/no, such as yes."


def test_yaml_names_the_line_of_each_problem(tmp_path: Path) -> None:
    text = "product:\n  - {id: A, id: B}\n  - vps\n  - {id: [a, {b: c}]}\nthings: []\nproduct: []\n"
    found = read(tmp_path, text, "lines.yaml")
    places = sorted(Path(p.where).name for p in found.problems)
    assert places == [
        "lines.yaml:2", "lines.yaml:3", "lines.yaml:4", "lines.yaml:4", "lines.yaml:5",
        "lines.yaml:6",
    ]  # fmt: skip
    assert found.ids == ["A"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("l.toml", "", "no product line stands in it."),
        ("l.toml", "# only a comment\n", "no product line stands in it."),
        ("l.yaml", "", "no product line stands in it."),
        ("l.toml", '[[person]]\nid = "P"\n', "no product line stands in it."),
        ("l.toml", "id = \n", "not TOML"),
        ("l.toml", "x = " + "[" * 5000, "not TOML"),
        ("l.toml", "product = 7", "'product' holds rows of keys and values."),
        ("l.yaml", "product: [}", "not YAML here"),
        ("l.yaml", "- a\n- b\n", "the file should be keys and values"),
        ("l.yaml", "product: *nothing", "'*nothing' repeats a part"),
        ("l.toml", b"\xff\xfe\x00", "the file is not UTF-16"),
        ("l.toml", b'[[product]]\nid = "caf\xe9"\n', "the file is not UTF-8"),
        ("l.csv", "id,kind\nA,vps\n", "not TOML"),
    ],
)
def test_a_file_that_is_none_is_one_problem(
    tmp_path: Path, name: str, text: str | bytes, words: str
) -> None:
    found = read(tmp_path, text, name)
    assert words in found.problems[0].what
    assert len(found.problems) == 1
    assert found.ids == []


def test_a_file_that_is_not_there_and_a_folder_are_problems(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.toml", tmp_path):
        assert len(read_product_lines(path, DAY).problems) == 1


def test_a_card_number_is_refused_and_not_shown(tmp_path: Path) -> None:
    found = read(tmp_path, '[[product]]\nid = "A"\nname = "4111 1111 1111 1111"\n')
    (problem,) = found.problems
    assert "card number" in problem.what
    assert "4111" not in str(problem)


def test_nothing_told_is_nothing_found() -> None:
    assert product_lines((), DAY) == ProductLines()


@given(text=st.text(max_size=80), ending=st.sampled_from(["toml", "yaml"]))
def test_any_text_gives_lines_or_problems(
    tmp_path_factory: pytest.TempPathFactory, text: str, ending: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any.{ending}"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    found = read_product_lines(path, DAY)
    assert bool(found.ids) is not bool(found.problems) or found.problems
