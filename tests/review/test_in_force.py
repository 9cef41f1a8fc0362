"""Packs in force beside the proposal: each says only what it decides, and they stand in order."""

from pathlib import Path

from knowntenant.review.report import Report
from knowntenant.review.sections import Section, sections_of
from tests.review.provider import Provider, law
from tests.review.reports import report_of, troubled

PACKS = ("nprm-2024", "ofac", "ear-cloud")


def blocked() -> Provider:
    """Make a provider one of whose customers is owned by a listed person."""
    made = Provider()
    made.entity("C-1", "深圳云科技", "China")
    made.owner("O-1", "C-1", "50", "Egypt")
    made.add("listed", person="O-1", list="sdn", happened="2027-01-01")
    return made


def kinds(report: Report, pack: str) -> set[str]:
    (found,) = (r for r in report.reviews if r.law.pack.name == pack)
    return {one.kind.value for one in found.findings}


def test_what_is_in_force_comes_before_what_is_proposed(tmp_path: Path) -> None:
    report = report_of(troubled(), tmp_path, *PACKS)
    assert [basis.name for basis, _ in report.summaries] == ["ofac", "ear-cloud", "nprm-2024"]


def test_a_pack_has_only_the_sections_it_speaks_of() -> None:
    assert set(sections_of(law("nprm-2024").pack)) == set(Section)
    assert set(sections_of(law("ofac").pack)) == {
        Section.NOW, Section.NEXT, Section.GAPS, Section.METHOD,
    }  # fmt: skip


def test_a_pack_that_identifies_nobody_counts_nobody_as_foreign(tmp_path: Path) -> None:
    report = report_of(troubled(), tmp_path, "ofac")
    (found,) = report.reviews
    assert not found.exposure.customers
    assert found.register == ()
    assert found.resellers == ()
    assert found.blockers == ()


def test_the_name_of_a_customer_stands_beside_a_finding_in_force(tmp_path: Path) -> None:
    made = blocked()
    report = report_of(made, tmp_path, "ofac", personal=True)
    assert "block_account" in kinds(report, "ofac")
    shown = next(one for one in report.all() if one.kind == "block_account")
    assert (shown.customer, shown.account, shown.name) == ("C-1", "A-C-1", "深圳云科技")
    assert shown.pack_status.startswith("in force")
