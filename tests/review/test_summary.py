from datetime import date
from pathlib import Path

from knowntenant.facts.program import Program
from knowntenant.review.asking import SOON_DAYS
from knowntenant.review.kinds import SEVERITY, FindingKind, Urgency
from knowntenant.review.meanings import MEANINGS
from knowntenant.review.method import basis, settings, status_line
from knowntenant.review.summary import Summary
from tests.review.provider import AS_OF, law
from tests.review.reports import report_of, troubled


def summary(tmp_path: Path) -> Summary:
    """Give the summary of a troubled provider."""
    return report_of(troubled(), tmp_path).summaries[0][1]


def test_every_kind_has_a_meaning_and_a_gravity() -> None:
    assert set(MEANINGS) == set(FindingKind) == set(SEVERITY)
    assert len(SEVERITY) == len(set(SEVERITY))
    assert all(meaning.remedy.endswith(".") for meaning in MEANINGS.values())


def test_findings_come_the_most_urgent_first(tmp_path: Path) -> None:
    urgencies = [one.urgency for one in summary(tmp_path).reviewed.findings]
    assert urgencies == sorted(urgencies)
    assert urgencies[0] is Urgency.LATE


def test_gaps_by_clause_count_every_finding_once(tmp_path: Path) -> None:
    found = summary(tmp_path)
    gaps = found.gaps()
    assert sum(gap.count for gap in gaps) == len(found.reviewed.findings)
    assert all(len(gap.shown) <= 3 for gap in gaps)
    places = list(law().pack.clauses)
    order = [places.index(gap.clause) for gap in gaps]
    assert order == sorted(order)
    assert all(gap.duty for gap in gaps)


def test_the_calendar_begins_with_the_day_of_the_review(tmp_path: Path) -> None:
    days = summary(tmp_path).coming()
    assert [day.due for day in days] == [date(2027, 7, 10), date(2027, 7, 15)]
    assert days[0].title == "Reseller: the clock runs"
    assert SOON_DAYS == 60


def test_accounts_that_may_not_be_open_are_told_apart_from_what_is_pressing(tmp_path: Path) -> None:
    found = summary(tmp_path)
    assert {one.subject.account for one in found.open_wrongly()} == {
        "A-C-1", "A-C-2", "A-nguyen@example.org",
    }  # fmt: skip
    assert "Account open that may not be" not in {group.title for group in found.pressing()}


def test_a_pack_in_force_would_not_be_called_proposed() -> None:
    assert (
        status_line(basis(law(), AS_OF))
        == "nprm-2024 1: proposed, reported withdrawn; not in force"
    )


def test_settings_of_the_program_are_shown_as_texts() -> None:
    shown = settings(Program())
    assert shown["no_provisional_tiers"] == "high"
    assert shown["accepted_documents"] == "none"


def test_a_rule_that_was_suspended_is_not_called_in_force_on_days_before_it_came_back() -> None:
    affiliates = law("affiliates-50")
    assert basis(affiliates, date(2026, 11, 9)).standing == "Not in force"
    assert basis(affiliates, date(2026, 11, 10)).standing == "In force"
    assert basis(law("ofac"), date(2014, 8, 12)).standing == "Not in force"
    assert basis(law("rasa-preview"), AS_OF).standing == "Not in force"
    assert basis(law(), AS_OF).standing == "Proposed, not in force"
