from datetime import date
from pathlib import Path

import pytest

from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.facts.types.owners import Role
from knowntenant.law.answer import YES
from knowntenant.review.customers import GAPS
from knowntenant.review.part import Matter
from tests.review.provider import AS_OF, Provider, law, of_kind, read, reviewed


@pytest.fixture
def provider() -> Provider:
    """Three foreign customers, of whom everything is there."""
    made = Provider()
    made.individual("C-1", "محمد", "Egypt")
    made.individual("C-2", "Nguyễn", "Vietnam")
    made.entity("C-3", "深圳云科技", "China")
    made.owner("O-3", "C-3", "100", "China")
    return made


def test_customers_of_whom_everything_is_there_give_no_finding(
    provider: Provider, tmp_path: Path
) -> None:
    found = reviewed(provider, tmp_path)
    assert not found.findings
    assert not found.register
    assert found.customers == 3


def test_an_account_of_an_unverified_customer_stands_open_though_it_may_not(
    provider: Provider, tmp_path: Path
) -> None:
    provider.drop("evidence", "C-1")
    found = reviewed(provider, tmp_path)
    (one,) = of_kind(found, "account_open_without_leave")
    assert one.subject.id == "A-C-1"
    assert one.subject.customer == "C-1"
    assert one.what == "Account A-C-1 stands open: identity is not verified."
    assert one.clause == "7.302(d)(2)"
    assert one.decision == "identification.opened_without_leave"
    assert "accounts.csv row 2" in " ".join(one.facts)
    (identity,) = of_kind(found, "identity_not_verified")
    assert identity.what == "The identity of C-1 is not started."
    (endless,) = of_kind(found, "no_deprovision_day")
    assert endless.subject.id == "A-C-1"
    assert [row["account"] for row in found.register] == ["A-C-1"]


def test_what_is_missing_is_found_element_by_element(provider: Provider, tmp_path: Path) -> None:
    provider.change("customers", "C-2", phone="", email="")
    provider.drop("payments", "A-C-2")
    found = of_kind(reviewed(provider, tmp_path), "data_missing")
    assert {(one.detail, one.subject.kind.value, one.clause) for one in found} == {
        ("email", "customer", "7.302(d)(1)(iii)(D)"),
        ("telephone", "customer", "7.302(d)(1)(iii)(E)"),
        ("payment", "account", "7.302(d)(1)(iii)(C)"),
    }
    assert all(
        len([r for r in one.reasons if r.text.startswith("missing of")]) == 1 for one in found
    )


def test_what_is_missing_of_an_owner_is_said_of_the_owner(
    provider: Provider, tmp_path: Path
) -> None:
    provider.tables["owners"][0]["phone"] = ""
    (one,) = of_kind(reviewed(provider, tmp_path), "data_missing")
    assert one.subject[:3] == ("person", "O-3", "C-3")


def test_what_is_missing_of_a_customer_with_two_accounts_is_said_once(
    provider: Provider, tmp_path: Path
) -> None:
    provider.change("customers", "C-2", phone="")
    provider.account("A-C-2b", "C-2")
    assert len(of_kind(reviewed(provider, tmp_path), "data_missing")) == 1


def test_an_open_discrepancy_leaves_the_identity_in_doubt(
    provider: Provider, tmp_path: Path
) -> None:
    provider.change("evidence", "C-1", discrepancy="two birth dates", method="documentary")
    (one,) = of_kind(reviewed(provider, tmp_path), "identity_doubtful")
    assert one.detail == "doubtful"


def test_a_final_failure_calls_for_closing_or_restricting(
    provider: Provider, tmp_path: Path
) -> None:
    provider.change("evidence", "C-1", result="failed", final="yes")
    (one,) = of_kind(reviewed(provider, tmp_path), "verification_failed")
    assert one.subject.account == "A-C-1"
    assert one.urgency.word == "now"


@pytest.mark.parametrize(
    ("day", "kind", "state"),
    [
        ("2027-06-29", "provisional_use_over", "late"),
        ("2027-06-30", "provisional_use_ending", "open"),
        ("2027-08-29", "provisional_use_ending", "open"),
    ],
)
def test_provisional_use_ends_on_its_day_and_is_over_on_the_next(
    provider: Provider, tmp_path: Path, day: str, kind: str, state: str
) -> None:
    provider.drop("evidence", "C-1")
    provider.change("accounts", "A-C-1", state="provisional", deprovision_on=day)
    (one,) = of_kind(reviewed(provider, tmp_path), kind)
    assert str(one.due) == day
    assert one.state == state


def test_provisional_use_that_ends_far_off_is_no_finding(
    provider: Provider, tmp_path: Path
) -> None:
    provider.drop("evidence", "C-1")
    provider.change("accounts", "A-C-1", state="provisional", deprovision_on="2027-08-30")
    found = reviewed(provider, tmp_path)
    assert not of_kind(found, "provisional_use_ending")
    assert not of_kind(found, "no_deprovision_day")


def test_a_claim_to_be_a_us_person_needs_more_than_the_claim(
    provider: Provider, tmp_path: Path
) -> None:
    us = {"citizen": "US", "located": "US", "claims_us_person": "yes", "basis": "stated"}
    provider.individual("C-4", "Cher", "US", **us)
    provider.drop("evidence", "C-4")
    found = reviewed(provider, tmp_path)
    (one,) = of_kind(found, "us_claim_unproven")
    assert one.subject.id == "C-4"
    assert len(of_kind(found, "account_open_without_leave")) == 1


def test_an_access_that_looks_foreign_asks_for_another_look_at_a_us_person(
    provider: Provider, tmp_path: Path
) -> None:
    provider.individual("C-4", "Cher", "US", claims_us_person="yes")
    provider.add("access", account="A-C-4", ip="203.0.113.77", located="VN", at="2027-05-05T08:00Z")
    (one,) = of_kind(reviewed(provider, tmp_path), "recheck_due")
    assert one.subject.id == "C-4"
    assert not of_kind(reviewed(provider, tmp_path), "status_unknown")


def test_a_customer_of_whom_no_place_is_told_has_an_unknown_status(
    provider: Provider, tmp_path: Path
) -> None:
    provider.individual("C-4", "Sukarno", "", use_locations="Indonesia", basis="")
    (one,) = of_kind(reviewed(provider, tmp_path), "status_unknown")
    assert (one.subject.id, one.detail) == ("C-4", "C-4")


@pytest.mark.parametrize(
    ("owners", "kind"),
    [
        ([], "control_not_answered"),
        ([("O-4", "C-4", "60")], "owners_incomplete"),
        ([("O-4", "C-4", "70"), ("O-5", "C-4", "45")], "shares_over_whole"),
        ([("H-1", "C-4", "100"), ("C-4", "H-1", "100")], "ownership_loop"),
    ],
)
def test_what_is_open_about_owners_is_named(
    provider: Provider, tmp_path: Path, owners: list[tuple[str, str, str]], kind: str
) -> None:
    provider.entity("C-4", "Ölwerk Süd GmbH", "Germany")
    for owner, owned, percent in owners:
        if owner.startswith("O"):
            provider.owner(owner, owned, percent, "Germany")
        else:
            provider.add("owners", owner=owner, owned=owned, percent=percent, kind="entity",
                         organised_in="Germany", happened="2027-01-10")  # fmt: skip
    found = of_kind(reviewed(provider, tmp_path), kind)
    assert {one.subject.customer for one in found} == {"C-4"}


def test_a_customer_of_unknown_kind_is_told_apart(provider: Provider, tmp_path: Path) -> None:
    provider.individual("C-4", "Sukarno", "", kind="", use_locations="Indonesia", basis="")
    found = of_kind(reviewed(provider, tmp_path), "status_unknown")
    assert any("individual or an entity" in one.what for one in found)


def test_every_gap_that_the_table_knows_is_a_gap_that_the_decision_flags() -> None:
    assert [kind.value for _, kind in GAPS] == [
        "ownership_loop", "shares_over_whole", "control_not_answered", "status_unknown",
    ]  # fmt: skip


def test_whoever_failed_finally_is_found_when_he_comes_back(
    provider: Provider, tmp_path: Path
) -> None:
    provider.change("evidence", "C-1", result="failed", final="yes")
    provider.individual("C-5", "محمد", "Egypt", email="c-1@EXAMPLE.org")
    (one,) = of_kind(reviewed(provider, tmp_path), "reregistration")
    assert one.subject.id == "C-5"
    assert one.urgency.word == "now"


def test_a_record_without_document_or_description_is_incomplete(
    provider: Provider, tmp_path: Path
) -> None:
    provider.change("evidence", "C-1", description="")
    (one,) = of_kind(reviewed(provider, tmp_path), "record_incomplete")
    assert one.detail == "document_copy_or_description"


@pytest.mark.parametrize(
    ("checked", "kind", "due"),
    [
        ("2024-02-29", "review_overdue", "2026-02-28"),
        ("2025-06-29", "review_overdue", "2027-06-29"),
        ("2025-06-30", "review_due_soon", "2027-06-30"),
        ("2025-08-29", "review_due_soon", "2027-08-29"),
    ],
)
def test_reviews_are_overdue_or_coming_by_their_day(
    provider: Provider, tmp_path: Path, checked: str, kind: str, due: str
) -> None:
    provider.change("evidence", "C-1", checked_on=checked)
    (one,) = of_kind(reviewed(provider, tmp_path), kind)
    assert str(one.due) == due
    assert one.urgency.word == ("late" if kind == "review_overdue" else "soon")


def test_a_review_beyond_the_calendar_is_no_finding(provider: Provider, tmp_path: Path) -> None:
    provider.change("evidence", "C-1", checked_on="2025-08-30")
    assert not reviewed(provider, tmp_path).findings


def test_a_claim_of_identity_theft_opens_redress(provider: Provider, tmp_path: Path) -> None:
    provider.add("notices", id="N-1", sender="C-1", about="identity_theft", happened="2027-06-01")
    (one,) = of_kind(reviewed(provider, tmp_path), "redress_to_open")
    assert one.subject.id == "C-1"


def test_records_two_years_after_closing_may_be_deleted(provider: Provider, tmp_path: Path) -> None:
    closed = {"state": "closed", "opened_on": "2024-02-29", "closed_on": "2025-06-29"}
    provider.change("accounts", "A-C-1", **closed)
    provider.change("access", "A-C-1", at="2024-03-01T10:00Z")
    provider.change("customers", "C-1", happened="2024-02-29")
    (one,) = of_kind(reviewed(provider, tmp_path), "records_past_retention")
    assert one.subject.account == "A-C-1"
    assert "since 2027-06-30" in one.what


def test_by_the_literal_reading_records_of_an_open_account_run_out_too(
    provider: Provider, tmp_path: Path
) -> None:
    provider.change("accounts", "A-C-1", opened_on="2024-02-29")
    provider.change("access", "A-C-1", at="2024-03-01T10:00Z")
    provider.change("customers", "C-1", happened="2024-02-29")
    later = reviewed(provider, tmp_path)
    literal = reviewed(provider, tmp_path, law(D13="literal"))
    assert not of_kind(later, "records_past_retention")
    assert len(of_kind(literal, "records_past_retention")) == 1


def test_by_the_later_reading_an_open_account_never_has_a_day_of_deletion(
    provider: Provider, tmp_path: Path
) -> None:
    """The review spares that question; this asks it for every open account after all."""
    provider.individual("C-4", "Cher", "US", claims_us_person="yes")
    provider.account("A-C-1b", "C-1", opened_on="2020-02-29", state="suspended")
    reviewed(provider, tmp_path)
    ledger = Ledger(read(tmp_path / "export").records, law().zone)
    review = Matter(ledger, law(), Program(), AS_OF).fresh()
    for account in ("A-C-1", "A-C-2", "A-C-3", "A-C-4", "A-C-1b"):
        assert review.ask("retention.deletion_from", account).answer.value is None


def test_the_program_says_what_provisional_use_covers(provider: Provider, tmp_path: Path) -> None:
    program = Program(
        provisional_use=YES, provisional_permissions=("one small server",),
        substantial_roles=tuple(Role),
    )  # fmt: skip
    provider.drop("evidence", "C-1")
    provider.change(
        "accounts",
        "A-C-1",
        state="provisional",
        opened_on="2027-06-20",
        deprovision_on="2027-07-20",
    )
    found = reviewed(provider, tmp_path, program=program)
    assert not of_kind(found, "account_open_without_leave")
    assert len(of_kind(found, "identity_not_verified")) == 1


def test_who_is_told_of_only_later_is_not_counted_yet(provider: Provider, tmp_path: Path) -> None:
    found = reviewed(provider, tmp_path, as_of=date(2027, 1, 9))
    assert found.customers == 0
    assert not found.exposure.customers


@pytest.mark.parametrize("shares", [("60", "70"), ("100",)])
def test_shares_that_cannot_be_right_are_told_of_a_customer_without_an_open_account(
    provider: Provider, tmp_path: Path, shares: tuple[str, ...]
) -> None:
    provider.change("accounts", "A-C-3", state="closed", closed_on="2027-02-01")
    provider.drop("evidence", "O-3")
    provider.tables["owners"].clear()
    for number, share in enumerate(shares):
        owner = "C-3" if len(shares) == 1 else f"O-{number}"
        provider.add("owners", owner=owner, owned="C-3", percent=share, happened="2027-01-10")
    found = reviewed(provider, tmp_path)
    kind = "ownership_loop" if len(shares) == 1 else "shares_over_whole"
    assert [one.subject.id for one in of_kind(found, kind)] == ["C-3"]
    assert not of_kind(found, "owners_incomplete")
