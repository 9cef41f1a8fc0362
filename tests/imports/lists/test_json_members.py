import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowntenant.imports.lists import json_members
from knowntenant.imports.lists.json_members import members
from knowntenant.imports.lists.reading import ListUnreadableError
from tests.imports.lists.reading_lists import put

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
ANY_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@ANY_FOLDER
@given(
    whole=st.dictionaries(st.text(max_size=4), VALUES, max_size=4),
    items=st.lists(VALUES, max_size=6),
    block=st.integers(1, 40),
    indent=st.sampled_from([None, 2]),
)
def test_members_are_those_that_the_whole_parser_finds(
    tmp_path: Path, whole: dict[str, object], items: list[object], block: int, indent: int | None
) -> None:
    whole.pop("results", None)
    path = put(tmp_path / "l.json", json.dumps(whole | {"results": items}, indent=indent))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_members, "BLOCK", block)
        found = list(members(path, "results"))
    assert [value for name, value in found if name == "results"] == items
    assert {name: value for name, value in found if name != "results"} == whole


def test_a_streamed_member_that_is_no_array_is_given_whole(tmp_path: Path) -> None:
    path = put(tmp_path / "l.json", '{"results": {"a": 1}}')
    assert list(members(path, "results")) == [("results", {"a": 1})]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "was cut off"),
        ('{"a": 1', "was cut off"),
        ('{"a": [1, 2', "was cut off"),
        ('{"a": "x', "was cut off"),
        ('{"a": [{"b": 1}', "was cut off"),
        ("[1]", "is not the JSON"),
        ('{"a" 1}', "is not the JSON"),
        ('{"a": [1 2]}', "is not the JSON"),
        ('{"a": ' + "[" * 100_000, "is not the JSON|was cut off"),
        ('{"b": ' + "[" * 100_000 + "]" * 100_000 + "}", "is not the JSON"),
        ('{"b": ' + "9" * 5000 + "}", "is not the JSON"),
    ],
)
def test_what_is_cut_off_or_no_such_object_is_refused(
    tmp_path: Path, text: str, words: str
) -> None:
    with pytest.raises(ListUnreadableError, match=words):
        list(members(put(tmp_path / "l.json", text), "a"))


def test_a_value_out_of_all_proportion_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_members, "MOST_SIGNS", 1000)
    monkeypatch.setattr(json_members, "BLOCK", 100)
    path = put(tmp_path / "l.json", '{"a": ["' + "x" * 5000 + '"]}')
    with pytest.raises(ListUnreadableError):
        list(members(path, "a"))


@pytest.mark.slow
def test_memory_stays_flat_however_many_items_there_are(tmp_path: Path) -> None:
    def peak(times: int) -> int:
        item = json.dumps({"name": "x" * 200})
        path = put(tmp_path / "l.json.gz", '{"a": [' + ",".join([item] * times) + "]}")
        tracemalloc.start()
        assert sum(1 for _ in members(path, "a")) == times
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(50_000) < peak(15_000) + 1_000_000
