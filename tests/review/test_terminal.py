import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from knowntenant.review.report import Report
from knowntenant.review.sections import Section, sections_of
from knowntenant.review.terminal import print_brief, print_report
from tests.law.toy import NPRM
from tests.review.provider import Provider
from tests.review.reports import NAMES, report_of, troubled


def printed(
    report: Report, width: int = 100, show: Callable[[Console, Report], None] = print_report
) -> str:
    """Print a report as a terminal without colours does."""
    file = io.StringIO()
    show(Console(file=file, width=width, highlight=False), report)
    return file.getvalue()


def test_what_is_pressing_comes_first_then_the_rest(tmp_path: Path) -> None:
    text = printed(report_of(troubled(), tmp_path))
    headings = [one.heading for one in sections_of(NPRM) if one is not Section.METHOD]
    places = [text.find(f"\n{heading}") for heading in (*headings, "The data")]
    assert -1 not in places
    assert places == sorted(places)
    assert "proposed, reported withdrawn; not in force" in text
    assert "Provisional use past its day" in text
    assert "termination running" in text
    assert "Guessed in contacts" in text
    assert "Problem: owners.csv row" in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, width: int) -> None:
    text = printed(report_of(troubled(), tmp_path), width)
    assert max(map(len, text.splitlines())) <= width


def test_names_are_left_out_unless_they_are_asked_for(tmp_path: Path) -> None:
    assert not any(name in printed(report_of(troubled(), tmp_path)) for name in NAMES)
    shown = printed(report_of(troubled(), tmp_path, personal=True), 300)
    assert "C-1 (深圳云科技)" in shown


def test_square_brackets_are_text_and_no_markup(tmp_path: Path) -> None:
    made = troubled()
    made.individual("[red]C-7", "Cher", "Egypt", phone="")
    assert "[red]C-7" in printed(report_of(made, tmp_path), 300)


def test_where_nothing_is_found_it_says_so_and_still_counts(tmp_path: Path) -> None:
    made = Provider()
    made.individual("C-1", "محمد", "Egypt")
    text = printed(report_of(made, tmp_path))
    assert "Nothing was found" in text
    assert "1 foreign" in text
    assert "1 customers, 0 findings." in text


def test_long_lists_are_cut_and_say_where_the_rest_is(tmp_path: Path) -> None:
    made = Provider()
    for number in range(14):
        made.individual(f"C-{number}", "Cher", "Egypt", phone="")
    assert "and 4 more; --html, --json and --csv" in printed(report_of(made, tmp_path))


def test_one_line_is_enough_for_quiet_readers(tmp_path: Path) -> None:
    text = printed(report_of(troubled(), tmp_path), show=print_brief)
    assert text.count("\n") == 1
    assert text.startswith("nprm-2024 1: proposed, reported withdrawn; not in force. 4 customers")


def test_nothing_proposed_is_called_required(tmp_path: Path) -> None:
    assert "required" not in printed(report_of(troubled(), tmp_path)).casefold()
