from pathlib import Path

from knowntenant.review.signing import LONGEST, short
from tests.review.reports import report_of, troubled


def test_a_short_ground_is_shown_whole() -> None:
    assert short("not stated: contact_name; not stated: contact_title").endswith("contact_title")


def test_a_long_list_of_grounds_is_shown_by_its_beginning_and_a_count() -> None:
    grounds = [f"the owners of 深圳-{n} are not settled" for n in range(1000)]
    shown = short("; ".join(grounds))
    assert shown.startswith(grounds[0])
    assert shown.endswith(" more")
    assert len(shown) < LONGEST + 30
    assert short("x" * 1000) == f"{'x' * LONGEST}..."


def test_what_would_stop_signing_stands_in_the_report_with_its_clause(tmp_path: Path) -> None:
    ((_, summary),) = report_of(troubled(), tmp_path).summaries
    found = {blocker.item: blocker for blocker in summary.blockers()}
    assert found["primary_contact"].clause == "7.304(a)(1)(vi)"
