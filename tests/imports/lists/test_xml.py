import tracemalloc
from pathlib import Path

import pytest

from knowntenant.imports.lists import xml
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.lists.xml import elements, root
from tests.imports.lists.reading_lists import put


def found(path: Path, *tags: str) -> list[tuple[str, dict[str, str], str]]:
    return [(one.tag, dict(one.attrib), "".join(one.itertext())) for one in elements(path, *tags)]


@pytest.mark.parametrize("name", ["list.xml", "list.xml.gz"])
def test_elements_come_in_order_without_namespace(tmp_path: Path, name: str) -> None:
    path = put(
        tmp_path / name,
        '<r xmlns="urn:a" day="1"><a n="1">x<b>y</b></a><z><a n="2"/></z><c>w</c></r>',
    )
    assert found(path, "a", "c") == [("a", {"n": "1"}, "xy"), ("a", {"n": "2"}, ""), ("c", {}, "w")]
    assert root(path) == ("r", {"day": "1"})


def test_an_element_inside_one_of_its_name_is_a_part_of_it(tmp_path: Path) -> None:
    path = put(tmp_path / "list.xml", "<r><a>1<a>2</a>3</a></r>")
    assert found(path, "a") == [("a", {}, "123")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_declared_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><r><a>José</a></r>'
    assert found(put(tmp_path / "l.xml", text.encode(encoding)), "a") == [("a", {}, "José")]


BOMB = (
    '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    "<r><a>&c;</a></r>"
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        '<!DOCTYPE r SYSTEM "file:///etc/hostname"><r><a/></r>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r><a>&x;</a></r>',
        '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><r/>',
        "<!DOCTYPE r><r><a/></r>",
    ],
)
def test_bombs_outside_entities_and_document_types_are_refused(tmp_path: Path, text: str) -> None:
    path = put(tmp_path / "list.xml", text)
    with pytest.raises(ListUnreadableError, match="declares a document type or entities"):
        found(path, "a")
    with pytest.raises(ListUnreadableError, match="declares a document type or entities"):
        root(path)


@pytest.mark.parametrize("text", ["", "<r><a>1</a>", "<r><a>1</a><a", "<r><a>1</a><!-- "])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ListUnreadableError, match=r"list\.xml: the file is empty, or was cut off"):
        found(put(tmp_path / "list.xml", text), "a")


def test_the_outermost_element_is_told_whatever_comes_below_it(tmp_path: Path) -> None:
    path = put(tmp_path / "list.xml", '<r day="1">' + " " * 200 + "<a>&</b>")
    assert root(path) == ("r", {"day": "1"})


def test_what_is_no_xml_is_refused_without_repeating_it(tmp_path: Path) -> None:
    for text in ("Jane Roe, 1961\n", "<r>\n<a>&nothing;</a></r>", "<r><a></r>"):
        with pytest.raises(ListUnreadableError, match="no well-formed XML at line") as told:
            found(put(tmp_path / "list.xml", text), "a")
        assert "Roe" not in str(told.value)


def test_an_encoding_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for encoding in ("gb18030", "no-such"):
        path = put(tmp_path / "list.xml", f'<?xml version="1.0" encoding="{encoding}"?><r/>')
        with pytest.raises(ListUnreadableError, match="in an encoding that cannot be read"):
            found(path, "a")


def test_what_is_out_of_all_proportion_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = put(tmp_path / "deep.xml", "<a>" * 150 + "</a>" * 150)
    with pytest.raises(ListUnreadableError, match="too deep or too large"):
        found(deep, "a")
    monkeypatch.setattr(xml, "MOST_INSIDE", 1000)
    wide = put(tmp_path / "wide.xml", "<r><a>" + "<b/>" * 2000 + "</a></r>")
    with pytest.raises(ListUnreadableError, match="too deep or too large"):
        found(wide, "a")
    assert not found(wide, "x")
    monkeypatch.setattr(xml, "MOST_PENDING", 1 << 20)
    long = put(tmp_path / "long.xml", "<r><a>" + "x" * (3 << 20) + "</a></r>")
    with pytest.raises(ListUnreadableError, match="a tag or text is too long"):
        found(long, "a")


@pytest.mark.slow
def test_memory_stays_flat_however_many_elements_there_are(tmp_path: Path) -> None:
    def peak(times: int) -> int:
        path = put(
            tmp_path / "list.xml.gz", "<r>" + "<s><a>some text</a><b/></s>\n" * times + "</r>"
        )
        tracemalloc.start()
        assert sum(1 for _ in elements(path, "a")) == times
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(30_000) < peak(2_000) + 2_000_000
