import gzip
import os
import random
from pathlib import Path

import pytest

from knowntenant.imports.lists.opening import encoding_of, open_binary, open_text
from knowntenant.imports.lists.reading import ListUnreadableError
from tests.imports.lists.reading_lists import put

TEXT = "Nguyễn;深圳;محمد\n"


def text_of(path: Path, most: int = 100_000_000) -> str:
    with open_text(path, most=most) as file:
        return file.read()


@pytest.mark.parametrize("name", ["list.csv", "list.csv.gz"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_read_in_every_usual_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    assert text_of(put(tmp_path / name, TEXT.encode(encoding))) == TEXT


def test_utf_16_without_a_mark_is_told_by_its_zeros(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        path = put(tmp_path / "list.csv", "one;two;three\n".encode(encoding))
        assert encoding_of(path) == encoding
        assert text_of(path) == "one;two;three\n"


def test_what_is_not_utf_8_is_windows_1252_even_late_in_the_file(tmp_path: Path) -> None:
    path = put(tmp_path / "list.csv", b"a" * 3_000_000 + "Müller".encode("cp1252"))
    assert text_of(path).endswith("Müller")


def test_a_packed_file_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    path = put(tmp_path / "list.csv", gzip.compress(b"one\n"))
    assert text_of(path) == "one\n"


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    assert text_of(put(tmp_path / "list.csv", b"a\r\nb\n")) == "a\r\nb\n"


def test_a_packed_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    noise = bytes(random.Random(4).choices(range(256), k=5000))  # noqa: S311 - repeatable bytes
    whole = gzip.compress(noise)
    for length in (len(whole) - 1, len(whole) - 8, len(whole) // 2, 12):
        path = put(tmp_path / "list.csv", whole[:length])
        with pytest.raises(ListUnreadableError, match=r"list\.csv: the file was cut off"):
            text_of(path)


def test_a_packed_file_that_was_damaged_is_refused(tmp_path: Path) -> None:
    whole = bytearray(gzip.compress(b"one,two\n" * 1000))
    whole[len(whole) // 2] ^= 0xFF
    with pytest.raises(ListUnreadableError, match=r"damaged|cut off"):
        text_of(put(tmp_path / "list.csv", bytes(whole)))


def test_a_file_larger_than_the_limit_is_refused_packed_or_not(tmp_path: Path) -> None:
    for name in ("list.csv", "list.csv.gz"):
        path = put(tmp_path / name, b"x" * 2_000_001)
        assert len(text_of(path)) == 2_000_001
        with pytest.raises(ListUnreadableError, match="holds more than 2 MB"):
            text_of(path, most=2_000_000)


@pytest.mark.slow
def test_a_packed_bomb_is_refused_before_its_end(tmp_path: Path) -> None:
    path = put(tmp_path / "list.xml.gz", b"\0" * (65 << 20))
    with open_binary(path) as file, pytest.raises(ListUnreadableError, match="which no list does"):
        file.read()


def test_a_folder_a_pipe_and_nothing_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("nothing", "folder", "pipe"):
        with pytest.raises(ListUnreadableError, match="there is no such file"):
            text_of(tmp_path / name)


def test_a_file_that_may_not_be_opened_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path / "list.csv", "a\n")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ListUnreadableError, match="cannot be opened: Permission denied"):
        text_of(path)
