"""Terms of filings, orders and copies of programs: the provider's policy, the text sets none."""

from collections.abc import Mapping

import pytest

from knowntenant.law.deadline import AtLeastYearsAfter
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import after, first_not_before
from tests.law.toy import both
from tests.world import world

THROUGH, FROM = "retention.retained_through", "retention.deletion_from"
FLAG = "policy, not law: the text sets no period"
FILINGS = (
    ("certification", {"id": "REC", "kind": "annual"}, "filing_retention", "7.304(a)"),
    ("request", {"id": "REC", "kind": "audit"}, "filing_retention", "7.304(a)"),
    ("order", {"id": "REC", "jurisdiction": "IR"}, "filing_retention", "7.304(a)"),
    ("report", {"id": "REC", "kind": "initial"}, "report_retention", "7.308(d)"),
    ("training_note", {"id": "REC", "customer": "C1"}, "report_retention", "7.308(d)"),
    ("transaction", {"id": "REC", "kind": "sale"}, "report_retention", "7.308(d)"),
    ("model", {"id": "REC", "large": "yes"}, "report_retention", "7.308(d)"),
    ("security_event", {"id": "REC", "insider": "yes"}, "report_retention", "7.308(d)"),
)


@both
@pytest.mark.parametrize(("name", "keys", "deadline", "clause"), FILINGS)
def test_a_filing_is_kept_from_its_day_by_policy_and_cites_its_own_clause(
    pack: Pack, name: str, keys: Mapping[str, str], deadline: str, clause: str
) -> None:
    inquiry = world(("2028-02-29", name, keys)).inquiry("2028-03-01", pack=pack)
    filed = world().inquiry("2028-02-29").day
    years = Law(pack).deadline(deadline, AtLeastYearsAfter).years
    last = first_not_before(filed, filed.year + years)
    answer = inquiry.ask(THROUGH, "REC")
    assert (answer.value, answer.clauses, answer.flags) == (last, (clause,), (FLAG,))
    assert inquiry.ask(FROM, "REC").value == after(last)


CIP = (
    ("2027-01-05", "reseller", {"id": "R1", "state": "active"}),
    ("2027-01-05", "reseller_cip", {"reseller": "R1", "version": "1", "copy_held": "yes"}),
)


def test_the_copy_of_a_program_in_use_has_no_end_in_sight() -> None:
    answer = world(*CIP).ask("2040-01-01", THROUGH, "R1")
    assert (answer.value, answer.clauses) == (None, ("7.305(a) s.1",))
    assert answer.because[0].text == "R1: the program is in use; no end"


def test_nor_has_the_copy_of_a_program_whose_reseller_is_not_told() -> None:
    assert world(CIP[1]).ask("2040-01-01", FROM, "R1").value is None


def test_the_term_of_the_copy_begins_when_the_relationship_ends() -> None:
    made = world(*CIP, ("2028-02-29", "reseller", {"id": "R1", "state": "terminated"}))
    answer = made.ask("2028-02-29", THROUGH, "R1")
    assert (str(answer.value), answer.flags) == ("2030-03-01", (FLAG,))
    assert answer.because[0].text.startswith("R1: the program went out of use on 2028-02-29")
    assert made.ask("2028-02-28", THROUGH, "R1").value is None


def test_a_hold_on_a_filing_stops_its_deletion_too() -> None:
    made = world(
        ("2027-03-01", "certification", {"id": "CERT"}),
        ("2027-04-01", "hold", {"id": "H1", "account": "CERT"}),
    )
    assert made.ask("2035-01-01", FROM, "CERT").value is None


def test_a_filing_filed_anew_is_kept_from_its_last_filing() -> None:
    made = world(
        ("2027-03-01", "certification", {"id": "CERT", "kind": "annual"}),
        ("2027-04-01", "certification", {"id": "CERT", "kind": "irregular"}),
    )
    assert str(made.ask("2027-04-01", THROUGH, "CERT").value) == "2029-04-01"
