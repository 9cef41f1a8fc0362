import io
import re
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.lists import mending
from knowntenant.imports.lists.mending import mended
from knowntenant.imports.lists.reading import Report


def _mend(data: bytes) -> tuple[bytes, Report]:
    report = Report()
    file: BinaryIO = mended(Path("x.xml"), report)(io.BytesIO(data))
    return b"".join(iter(lambda: file.read(10), b"")), report


@pytest.mark.parametrize(
    ("given_text", "wanted", "lines"),
    [
        (b"a & b", b"a &amp; b", [1]),
        (b"a &amp; &#38; &#x26; &lt; b", b"a &amp; &#38; &#x26; &lt; b", []),
        (b"\n&&\n&", b"\n&amp;&amp;\n&amp;", [2, 2, 3]),
        (b"a &nosemicolon b", b"a &amp;nosemicolon b", [1]),
        (b"", b"", []),
    ],
)
def test_bare_signs_are_mended_and_their_lines_noted(
    given_text: bytes, wanted: bytes, lines: list[int]
) -> None:
    text, report = _mend(given_text)
    assert text == wanted
    assert [problem.row for problem in report.problems] == lines


def test_text_of_two_byte_signs_is_left_alone() -> None:
    data = "<a>&</a>".encode("utf-16-le")
    assert _mend(data)[0] == data


@given(
    st.lists(st.sampled_from([b"&", b"&amp;", b"a", b"\n", b";", b"#1", b"amp"]), max_size=60),
    st.integers(13, 40),
)
def test_blocks_change_nothing(parts: list[bytes], block: int) -> None:
    data = b"".join(parts)
    slow = re.sub(rb"&(?!amp;|a?amp;|#1+;|[A-Za-z][A-Za-z0-9]{0,9};)", b"&amp;", data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mending, "_BLOCK", block)
        assert _mend(data)[0] == slow
