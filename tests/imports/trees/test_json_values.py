"""JSON one value at a time, against json.loads, with blocks so small that everything is cut."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.trees import json_values
from knowntenant.imports.trees.json_values import values

SCALARS = st.none() | st.booleans() | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)
KEYS = st.text(max_size=4).filter(lambda key: key not in json_values.HOLDERS)
OBJECTS = st.lists(st.dictionaries(KEYS, VALUES, min_size=1), max_size=5)


@given(OBJECTS, st.integers(1, 40), st.sampled_from(["list", "lines", "holder"]))
def test_every_form_gives_the_values_that_were_written(
    tmp_path_factory: pytest.TempPathFactory, told: list[object], block: int, form: str
) -> None:
    path = tmp_path_factory.mktemp("json") / "tree.json"
    match form:
        case "list":
            text = json.dumps(told, indent=1)
        case "lines":
            text = "\n".join(json.dumps(one, ensure_ascii=False) for one in told)
        case _:
            text = json.dumps({"header": {"a": [1]}, "note": "x", "records": told, "end": 1})
    path.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_values, "BLOCK", block)
        found = [value for _, value in values(path)]
    assert found == told


def test_numbers_stay_text_so_that_shares_are_exact(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"share": 33.30, "count": 7, "odd": NaN}]')
    assert list(values(path)) == [(1, {"share": "33.30", "count": "7", "odd": "NaN"})]


@pytest.mark.parametrize("text", ['[{"a": 1}', '{"a": ', "hello", '[{"a": 1}, oops]', "[" * 90_000])
def test_what_is_cut_off_or_no_json_is_refused_in_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(ListUnreadableError, match=r"a\.json: no well-formed JSON at value"):
        list(values(path))


def test_a_value_without_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_values, "LONGEST", 1_000)
    monkeypatch.setattr(json_values, "BLOCK", 100)
    path = tmp_path / "a.json"
    path.write_text('[{"a": "' + "x" * 100_000 + '"}]')
    with pytest.raises(ListUnreadableError):
        list(values(path))


def test_an_object_whose_list_stands_under_a_strange_name_is_one_value(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"things": [{"a": "b"}]}')
    assert list(values(path)) == [(1, {"things": [{"a": "b"}]})]
    path.write_text('{"a" "b"}')
    with pytest.raises(ListUnreadableError):
        list(values(path))


def test_an_empty_file_has_no_values_and_a_packed_one_has_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("  \n")
    assert not list(values(path))
    path.write_bytes(gzip.compress('[{"name": "深圳"}]'.encode("utf-16")))
    assert list(values(path)) == [(1, {"name": "深圳"})]
