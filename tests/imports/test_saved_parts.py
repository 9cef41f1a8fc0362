import json
import os
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports import saved_parts
from knowntenant.imports.saved_parts import (
    SHAPE,
    NoSavedIndexError,
    Saved,
    SavedIndexError,
    Texts,
    Writing,
)


def forged(path: Path, parts: dict[str, object], body: bytes = b"", told: object = None) -> Saved:
    """Write a file whose hashes are right, whatever is in it, and read it."""
    head = json.dumps({"told": told, "bytes": len(body), "parts": parts}).encode()
    first = f"{SHAPE} {sha256(head).hexdigest()} {len(head):012}\n".encode()
    path.write_bytes(first + head + body)
    return Saved.read(path)


@given(st.lists(st.text(st.characters())), st.lists(st.lists(st.integers(0, 9))))
def test_texts_and_groups_come_back_whatever_signs_are_in_them(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], groups: list[list[int]]
) -> None:
    path = tmp_path_factory.mktemp("parts") / "x.index"
    writing = Writing()
    writing.texts("texts", texts)
    writing.groups("groups", groups)
    writing.write(path, {"a": 1})
    saved = Saved.read(path)
    assert saved.told == {"a": 1}
    assert saved.texts("texts").every() == list(saved.texts("texts")) == texts
    starts, every = saved.groups("groups", 10)
    assert [every[a:b].tolist() for a, b in pairwise(starts)] == groups


def test_texts_can_be_sliced_and_counted_from_the_end() -> None:
    texts = Texts("abcd", [0, 1, 1, 4])
    assert (texts[-1], texts[1], texts[:2], len(texts)) == ("bcd", "", ["a", ""], 3)
    with pytest.raises(IndexError):
        texts[3]


def test_numbers_are_aligned_and_cannot_be_written_to(tmp_path: Path) -> None:
    writing = Writing()
    writing.raw("odd", b"abc")
    writing.numbers("wide", [1, 2], "<u8")
    writing.write(tmp_path / "x.index", {})
    wide = Saved.read(tmp_path / "x.index").numbers("wide", "<u8")
    assert wide.flags.aligned
    assert not wide.flags.writeable


def test_no_file_is_told_apart_from_one_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(NoSavedIndexError, match="Build it again"):
        Saved.read(tmp_path / "none.index")
    (tmp_path / "folder.index").mkdir()
    with pytest.raises(SavedIndexError, match="cannot be read") as wrong:
        Saved.read(tmp_path / "folder.index")
    assert not isinstance(wrong.value, NoSavedIndexError)


def test_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.index"
    path.write_bytes(b"knowntenant-index-0 " + b"0" * 64 + b" 000000000000\n")
    with pytest.raises(SavedIndexError, match="another format"):
        Saved.read(path)


def test_a_pickle_is_no_saved_index(tmp_path: Path) -> None:
    path = tmp_path / "x.index"
    path.write_bytes(b"cos\nsystem\n(S'echo'\ntR.")
    with pytest.raises(SavedIndexError, match="Build it again"):
        Saved.read(path)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_parts, "MOST_BYTES", 10)
    Writing().write(tmp_path / "x.index", {})
    with pytest.raises(SavedIndexError, match="too large"):
        Saved.read(tmp_path / "x.index")


def part(kind: str, *values: int, digest: str = "") -> tuple[dict[str, object], bytes]:
    """Give a head with one part, and the part."""
    body = np.array(values, kind).tobytes()
    body += bytes(-len(body) % 64)
    return {"one": [kind, 0, len(values), digest or sha256(body).hexdigest()]}, body


def test_parts_that_are_objects_or_lie_outside_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.index"
    with pytest.raises(SavedIndexError, match="other than numbers"):
        forged(path, {"one": ["|O", 0, 1, ""]}, b"12345678")
    with pytest.raises(SavedIndexError, match="other than numbers"):
        forged(path, {"one": ["<i4", -8, 1, ""]})
    with pytest.raises(SavedIndexError, match="not as it was written"):
        forged(path, {"one": ["<i4", 0, 10**9, ""]})
    with pytest.raises(SavedIndexError, match="not as it was written"):
        forged(path, {"one": "nonsense"})


def test_numbers_that_do_not_fit_are_refused_though_their_hashes_are_right(tmp_path: Path) -> None:
    path = tmp_path / "x.index"
    saved = forged(path, *part("<i4", 0, 5, 2))
    with pytest.raises(SavedIndexError, match="what is not there"):
        saved.places("one", 5)
    with pytest.raises(SavedIndexError, match="does not fit together"):
        saved.starts("one", 2)
    with pytest.raises(SavedIndexError, match="another type"):
        saved.numbers("one", "<u8")
    with pytest.raises(SavedIndexError, match="what is not there"):
        forged(path, *part("<i4", -1)).places("one", 5)
    with pytest.raises(SavedIndexError, match="does not fit together"):
        forged(path, *part("<i4")).starts("one", 0)


def test_a_writing_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.index"
    Writing().write(path, {"of": "before"})

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        Writing().write(path, {"of": "after"})
    assert Saved.read(path).told == {"of": "before"}
    assert list(tmp_path.iterdir()) == [path]
