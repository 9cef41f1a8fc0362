import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.actions.listed import load_listed
from knowntenant.actions.screen_rows import HIT, NOTE, Screener
from knowntenant.imports.parties.files import RawRow
from knowntenant.imports.parties.guess import guess_columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.imports.parties.trouble import Trouble
from knowntenant.screening.entry import Kind
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.settings import Settings
from tests.actions.screening import TODAY, lists

HEADER = ("name", "dob", "country", "type")
ODD = (
    "",
    "X",
    "李",
    "Teodor Baškov " * 36,
    "Teodor" + "\u0301" * 10_000 + " Baškov",
    "😀 Teodor 👩‍👩‍👧 Baškov 😀",
    "12345 67890",
    "\u202evoksaB\u202c Teodor",
    "Тeodor Вaškov",  # noqa: RUF001 - two letters are Cyrillic
    "Teodor Башков",
    "Quarzwerk Handels GmbH",
    "\x00\x07\x1b[31m",
    "\u200b\u200d\ufeff",
    "\ud800",
    "'; DROP TABLE parties; --",
)


@pytest.fixture(scope="module")
def screener(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    """A screener against a small list."""
    listed = load_listed(lists(tmp_path_factory.mktemp("odd")))
    fixed = Settings().fixed()
    how = HowToRead(guess_columns(HEADER), None, TODAY)
    marks = {mark.name: mark for mark in listed.marks}
    return Screener(Matcher(listed.entries), how, fixed, marks, fixed.hash)


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("kind", ["person", "company", "", "vessel", "wallet"])
def test_an_odd_name_neither_ends_the_run_nor_passes_without_a_note(
    screener: Screener, name: str, kind: str
) -> None:
    batch = screener.batch([RawRow(2, (name, "1399-05-05", "Tehran", kind))])
    assert batch.counts.rows == 1
    notes = [json.loads(line)[1]["field"] for line in batch.lines if f'["{NOTE}"' in line]
    assert {"birth_date", "country"} <= set(notes) or "name" in notes


@pytest.mark.parametrize(
    "name",
    [
        "😀 Teodor Baškov 😀",
        "\u202aTeodor Baškov\u202c",
        "Тeodor Вaškov",  # noqa: RUF001 - two letters are Cyrillic
    ],
)
def test_a_listed_name_is_found_behind_what_hides_it(screener: Screener, name: str) -> None:
    batch = screener.batch([RawRow(2, (name, "", "", "person"))])
    assert batch.counts.hits == 1
    assert batch.counts.notes


def test_a_row_that_could_not_be_read_counts_and_is_told_of(screener: Screener) -> None:
    batch = screener.batch([RawRow(9, None, (Trouble.ROW_NOT_READ,))])
    assert (batch.counts.unusable, batch.counts.screened) == (1, 0)
    assert json.loads(batch.lines[0])[1]["row"] == 9


def test_the_threshold_of_a_kind_decides_which_hits_count(screener: Screener) -> None:
    row = RawRow(2, ("Teodor Baskow", "", "", "person"))
    (line, *_) = screener.batch([row]).lines
    assert line.startswith(f'["{HIT}"')
    strict = Settings(threshold=0.0, thresholds={Kind.PERSON: 1.0})
    held = Screener(screener.matcher, screener.how, strict, {}, strict.hash)
    assert held.batch([row]).counts.hits == 0


def test_a_list_without_a_mark_is_named_all_the_same(screener: Screener) -> None:
    bare = Screener(screener.matcher, screener.how, screener.settings, {}, "")
    batch = bare.batch([RawRow(2, ("Teodor Baškov", "", "", "person"))])
    found = json.loads(batch.lines[0])[1]
    assert (found["list_name"] != "", found["list_hash"]) == (True, "")


@settings(max_examples=200)
@given(st.lists(st.text(max_size=80), min_size=4, max_size=4))
def test_no_row_is_too_odd_for_the_whole_way(screener: Screener, cells: list[str]) -> None:
    batch = screener.batch([RawRow(1, tuple(cells))])
    assert batch.counts.rows == 1
    assert all(json.loads(line) for line in batch.lines)
