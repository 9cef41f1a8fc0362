import re
from itertools import pairwise
from pathlib import Path

import pytest

from knowntenant.review.html import write_html
from knowntenant.review.report import Report
from tests.review.page import read_page
from tests.review.provider import Provider
from tests.review.reports import NAMES, report_of, troubled


def html(report: Report, tmp_path: Path) -> str:
    """Write the page and read it back."""
    write_html(tmp_path / "r.html", report)
    return (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.fixture
def text(tmp_path: Path) -> str:
    """The page of a troubled provider."""
    return html(report_of(troubled(), tmp_path, "nprm-2024", "nprm-2024-strict"), tmp_path)


def test_the_page_is_well_formed_and_every_id_is_given_once(text: str) -> None:
    page = read_page(text)
    assert text.startswith("<!DOCTYPE html>")
    assert not page.wrong
    assert len(page.ids) == len(set(page.ids))
    assert all(link[1:] in page.ids for link in page.links)


def test_headings_go_down_one_level_at_a_time(text: str) -> None:
    headings = read_page(text).headings
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_every_table_has_a_caption_and_every_header_its_scope(text: str) -> None:
    tables = read_page(text).tables
    assert len(tables) > 10
    assert all(table.caption.strip() and not table.unscoped for table in tables)


def test_the_page_loads_nothing_and_runs_nothing(text: str) -> None:
    page = read_page(text)
    assert not page.loaded
    assert not {"script", "link", "img", "iframe", "form", "object"} & set(page.tags)
    assert not re.search(r"url\(|@import|https?:|\bon\w+=", text)


def test_language_skip_link_and_landmarks_are_there(text: str) -> None:
    assert '<html lang="en">' in text
    assert '<a class="skip" href="#main">' in text
    assert {"header", "main", "nav", "footer"} <= set(read_page(text).tags)


def test_the_legal_status_stands_on_top_and_at_the_foot(text: str) -> None:
    seen = read_page(text).text
    assert seen.count("Proposed, not in force") == 6  # two packs: top, heading and foot
    assert seen.index("Proposed, not in force") < seen.index("Review of")
    assert seen.rindex("it obliges nobody") > seen.index("The data")


def test_each_finding_opens_to_reasons_facts_readings_and_remedy(text: str) -> None:
    seen = read_page(text).text
    for part in ("Remedy.", "Reasons", "Readings", "refused: direct, widest", "customers.csv row"):
        assert part in seen


def test_names_are_masked_unless_they_are_asked_for(tmp_path: Path) -> None:
    masked = html(report_of(troubled(), tmp_path), tmp_path)
    assert not any(name in masked for name in NAMES)
    assert "深… (masked)" in masked
    assert "nguyen@" not in masked
    shown = html(report_of(troubled(), tmp_path, personal=True), tmp_path)
    page = read_page(shown)
    assert all(name in page.isolated for name in NAMES)
    assert "script" not in page.tags


def test_where_nothing_is_found_the_page_says_so(tmp_path: Path) -> None:
    made = Provider()
    made.individual("C-1", "محمد", "Egypt")
    page = read_page(html(report_of(made, tmp_path), tmp_path))
    assert not page.wrong
    assert "Nothing was found" in page.text


def test_a_provider_without_customers_has_a_page_too(tmp_path: Path) -> None:
    assert "No reseller is told of" in html(report_of(Provider(), tmp_path), tmp_path)


def test_long_lists_are_cut_and_say_where_the_rest_is(tmp_path: Path) -> None:
    made = Provider()
    for number in range(230):
        made.individual(f"C-{number}", "Cher", "Egypt")
        made.drop("evidence", f"C-{number}")
    page = read_page(html(report_of(made, tmp_path), tmp_path))
    assert max(table.rows for table in page.tables) == 201
    assert "the first 200 of 230; JSON and CSV have all" in page.text


def test_nothing_proposed_is_called_required(text: str) -> None:
    assert "required" not in read_page(text).text.casefold()


def test_the_same_input_gives_the_same_page(tmp_path: Path) -> None:
    assert html(report_of(troubled(), tmp_path), tmp_path) == html(
        report_of(troubled(), tmp_path), tmp_path
    )
