from pathlib import Path

import pytest

from tests.review.provider import Provider, of_kind, reviewed


@pytest.fixture
def provider() -> Provider:
    """A provider with one foreign reseller in good standing."""
    made = Provider()
    made.add("resellers", id="R-1", name="Sài Gòn Cloud", organised_in="Vietnam", state="active",
             since="2026-01-01", cip_kept="yes")  # fmt: skip
    return made


def finding(provider: Provider, **cells: str) -> None:
    """Add evidence against the reseller."""
    row = {"id": "F-1", "reseller": "R-1", "kind": "no_cip", "happened": "2027-06-01", **cells}
    provider.add("findings", **row)


def test_a_reseller_in_good_standing_gives_no_finding(provider: Provider, tmp_path: Path) -> None:
    found = reviewed(provider, tmp_path)
    assert not found.findings
    (one,) = found.resellers
    assert (one.name, one.foreign, one.state) == (
        "Sài Gòn Cloud",
        "foreign person",
        "good standing",
    )


def test_evidence_against_a_reseller_calls_for_steps(provider: Provider, tmp_path: Path) -> None:
    finding(provider, kind="malicious_use")
    found = of_kind(reviewed(provider, tmp_path), "reseller_steps_open")
    assert {one.detail for one in found} == {"take_steps_to_close", "report_malicious_activity"}
    assert all(one.flags for one in found)


@pytest.mark.parametrize(
    ("known", "kind"),
    [("2027-05-31", "reseller_clock_running"), ("2027-05-30", "reseller_overdue")],
)
def test_the_clock_runs_through_its_last_day(
    provider: Provider, tmp_path: Path, known: str, kind: str
) -> None:
    finding(provider, happened="2027-05-01", not_remediated_known_on=known)
    (one,) = of_kind(reviewed(provider, tmp_path), kind)
    assert one.subject.id == "R-1"
    assert one.due is not None


def test_a_terminated_reseller_is_no_finding(provider: Provider, tmp_path: Path) -> None:
    finding(provider, happened="2027-05-01", not_remediated_known_on="2027-05-20")
    provider.change("resellers", "R-1", state="terminated", terminated_on="2027-06-01",
                    steps_taken="steps_to_close")  # fmt: skip
    assert not reviewed(provider, tmp_path).findings


def test_a_reseller_of_unknown_place_is_told(provider: Provider, tmp_path: Path) -> None:
    provider.change("resellers", "R-1", organised_in="")
    (one,) = of_kind(reviewed(provider, tmp_path), "reseller_status_unknown")
    assert one.subject.id == "R-1"


@pytest.mark.parametrize(("asked", "state"), [("2027-06-20", "open"), ("2027-06-19", "late")])
def test_a_copy_that_the_department_asks_for_is_due_in_ten_days(
    provider: Provider, tmp_path: Path, asked: str, state: str
) -> None:
    provider.add("requests", id="Q-1", kind="reseller_cip", reseller="R-1", happened=asked)
    (one,) = of_kind(reviewed(provider, tmp_path), "cip_copy_due")
    assert one.state == state
    assert one.subject.kind == "request"


def test_a_copy_that_was_handed_over_is_no_finding(provider: Provider, tmp_path: Path) -> None:
    provider.add("requests", id="Q-1", kind="reseller_cip", reseller="R-1", happened="2027-06-01",
                 answered_on="2027-06-05")  # fmt: skip
    assert not reviewed(provider, tmp_path).findings


def test_a_product_whose_kind_is_not_told_is_not_placed(provider: Provider, tmp_path: Path) -> None:
    provider.add("products", id="px", name="Something managed", kind="managed_service")
    (one,) = of_kind(reviewed(provider, tmp_path), "product_scope_unknown")
    assert one.subject.id == "px"


def test_an_old_filing_may_be_deleted(provider: Provider, tmp_path: Path) -> None:
    provider.add("certifications", id="CERT-1", kind="annual", happened="2016-02-29")
    (one,) = of_kind(reviewed(provider, tmp_path), "records_past_retention")
    assert one.subject.kind == "filing"
