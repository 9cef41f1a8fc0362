import re

import pytest

from knowntenant.documents import screening_page
from knowntenant.documents.screening_page import grouped, waterfall
from knowntenant.exports.screening_files import Result
from knowntenant.imports.parties.trouble import Trouble, note
from knowntenant.screening.hit import Line
from tests.review.page import read_page
from tests.screened import FOUND, another, result


def page(of: Result) -> str:
    """Give the page of a result."""
    pieces = screening_page.screening_page(of.basis, of.counts, of.hits(), of.notes())
    return "".join(pieces)


def test_the_page_shows_both_sides_of_a_hit_and_what_made_its_score() -> None:
    html = page(result())
    for text in (
        "Nguyễn Văn An", "NGUYEN, Van An", "Anh Hai", "95.3 %", "house:42", "of 2026-11-20",
        "all three words of the name agree", "+6.20", "-4.10", "+3.00", "threshold 50.0 %",
    ):  # fmt: skip
        assert text in html
    assert html.count('class="hit strong"') == 1


def test_every_bar_has_its_number_beside_it() -> None:
    html = page(result())
    bars = re.findall(r'class="number">([+-]\d\.\d\d)</td><td class="flow"><div aria-hidden', html)
    assert bars == ["-4.10", "+6.20", "-1.40", "+1.90", "+0.40"]


def test_a_waterfall_lays_end_to_end_and_stays_inside() -> None:
    steps = waterfall(FOUND)
    assert steps[0].left == 0
    assert all(0 <= step.left <= step.left + step.width <= 100.01 for step in steps)
    assert steps[1].left == steps[0].left
    assert waterfall(another(1, 0.5, lines=(Line("flat", 0.0, 0.0, "nothing"),)))[0].width == 0


def test_the_page_says_how_the_file_was_read_and_which_lists_there_were() -> None:
    html = page(result())
    for text in ("Windows-1252", "Kunde", "Umsatz", "12,345", "ab" * 32, "not told", "kt-1"):
        assert text in html


def test_notes_are_grouped_by_kind_with_their_rows() -> None:
    notes = [note(n, "dob", Trouble.OTHER_CALENDAR) for n in range(1, 31)]
    notes.append(note(5, "name", Trouble.NAME_EMPTY))
    groups = grouped(notes)
    assert [(group.count, len(group.rows)) for group in groups] == [(30, 20), (1, 1)]
    html = page(result([], notes))
    assert "Hijri" in html
    assert ", …" in html
    assert "No hit" in html


def test_of_many_hits_the_first_are_shown_and_the_rest_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(screening_page, "MOST_HITS", 3)
    monkeypatch.setattr(screening_page, "MOST_CARDS", 2)
    html = page(result([another(n, 0.8) for n in range(5)]))
    assert "The first 3 of 5" in html
    assert html.count('class="hit likely"') == 2


def test_names_from_files_are_text_and_nothing_else() -> None:
    html = page(result([another(1, 0.8, asked_name="<script>x</script>", listed_name="a & b")]))
    assert "<script" not in html
    assert "a &amp; b" in html


def test_the_page_loads_nothing_and_has_headings_captions_and_a_language() -> None:
    html = page(result())
    assert not re.search(r"(src|href)=[\"']?(http|//)|@import|url\(", html)
    assert '<html lang="en">' in html
    assert html.count("<table") == html.count("<caption>")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_the_page_is_well_nested_and_its_tables_tell_what_they_are() -> None:
    read = read_page(page(result([FOUND, another(9, 0.6)], [note(1, "name", Trouble.NAME_EMPTY)])))
    assert not read.wrong
    assert not read.loaded
    assert all(table.caption and not table.unscoped for table in read.tables)
    steps = zip(read.headings, read.headings[1:], strict=False)
    assert all(later <= earlier + 1 for earlier, later in steps)
