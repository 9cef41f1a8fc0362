from pathlib import Path

import pytest

from knowntenant.imports.lists.formats import FORMATS, format_of, read_list
from knowntenant.imports.lists.reading import ListUnreadableError
from tests.imports.lists.foreign_lists import KNOWN, UN, put, read


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("ending", ["bin", "gz"])
def test_a_format_is_told_by_what_the_file_holds(tmp_path: Path, name: str, ending: str) -> None:
    assert format_of(put(tmp_path, f"list.{ending}", KNOWN[name])).name == name


@pytest.mark.parametrize(
    ("file", "name"),
    [("meu.csv", "bis_military"), ("Unverified List.csv", "bis_unverified")],
)
def test_of_three_alike_lists_only_the_files_name_tells(
    tmp_path: Path, file: str, name: str
) -> None:
    assert format_of(put(tmp_path, file, KNOWN["bis_entities"])).name == name


def test_every_format_of_the_register_is_tried_here_once() -> None:
    names = [one.name for one in FORMATS]
    assert len(set(names)) == len(names)
    assert set(names) == {*KNOWN, "bis_military", "bis_unverified"}


def test_a_list_is_read_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    entries, _ = read(read_list, put(tmp_path, "sdn.csv", UN))
    assert [entry.id for entry in entries] == ["un:XXi.001", "un:XXe.002"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"),
        ("<html><body/></html>", "'html'"),
        ('{"a": 1}', "JSON"),
        ("colour,size\nred,7\n", "a text"),
        ("7,8,aka,Ana,-0- \r\n", "sdn.csv or cons_prim.csv"),
        ("7,8,Road,City,Country,-0- \r\n", "sdn.csv or cons_prim.csv"),
    ],
)
def test_what_is_no_list_is_answered_with_what_was_expected(
    tmp_path: Path, content: str, said: str
) -> None:
    with pytest.raises(ListUnreadableError, match=said) as refused:
        format_of(put(tmp_path, "x.dat", content))
    assert "x.dat" in str(refused.value)
    if "sdn" not in said:
        assert "UN Security Council consolidated list" in str(refused.value)


def test_a_file_that_is_not_there_is_answered(tmp_path: Path) -> None:
    with pytest.raises(ListUnreadableError, match="no such file"):
        format_of(tmp_path / "none.xml")
