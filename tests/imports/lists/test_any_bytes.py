"""No bytes whatsoever make a reader raise anything but the one error that says why."""

import gzip
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.imports.lists.formats import FORMATS, read_list
from knowntenant.imports.lists.reading import ListUnreadableError, Reader, Report
from knowntenant.screening.entry import Entry
from tests.imports.lists.foreign_lists import KNOWN

pytestmark = pytest.mark.slow

READERS: dict[str, Reader] = {one.name: one.read for one in FORMATS if one.name in KNOWN}
ODD = [
    *(b"\0", b"\xff\xfe", b"\x1f\x8b", b'"', b"&", b"<", b"]]>", b"\xd8\x00", b"{", b"\r", b"1) "),
    *(b"\xe2\x80\xae", b"9" * 40, b"(", b";", b"<!DOCTYPE a>", b"\\ud800", b"null", b"[]"),
]


def _read(reader: Reader, data: bytes) -> list[Entry]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        path.write_bytes(data)
        entries: list[Entry] = []
        with suppress(ListUnreadableError):
            entries = list(reader(path, Report()))
        return entries


@pytest.mark.parametrize("reader", [*READERS.values(), read_list], ids=[*READERS, "any"])
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(reader: Reader, data: bytes) -> None:
    for entry in _read(reader, data) + _read(reader, gzip.compress(data)):
        assert entry.names


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=50)
@given(data=st.data())
def test_a_spoiled_list_is_read_or_refused(name: str, data: st.DataObject) -> None:
    text = KNOWN[name].encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 30)))
        text = text[:start] + data.draw(st.sampled_from(ODD)) + text[end:]
    ids = [entry.id for entry in _read(READERS[name], text)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=50)
@given(data=st.data())
def test_a_list_cut_off_anywhere_never_gives_more_than_the_whole(
    name: str, data: st.DataObject
) -> None:
    text = KNOWN[name].encode()
    cut = text[: data.draw(st.integers(0, len(text)))]
    assert len(_read(READERS[name], cut)) <= len(_read(READERS[name], text))
