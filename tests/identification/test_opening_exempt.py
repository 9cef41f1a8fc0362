"""Under an exemption nothing of 7.302 is asked; after its revocation all of it is (7.306)."""

from dataclasses import replace

from knowntenant.law.answer import NO, YES
from knowntenant.law.pack import Pack
from tests.deterrence.told import exemption, foreigner, opened
from tests.identification.asked import DAY, individual_with
from tests.law.toy import NPRM, both
from tests.world import Telling, world

MAY, WITHOUT = "identification.may_open", "identification.opened_without_leave"
MISSING = "identification.missing_data"
GRANTED, REVOKED = "2027-02-01", "2028-02-29"
HELD, LOST = exemption(GRANTED, "granted"), exemption(REVOKED, "revoked")
ASKED = individual_with(())
NEW: Telling = (DAY, "provider", {"id": "P", "newly_established": "yes"})


@both
def test_what_may_not_be_opened_may_be_under_an_exemption(pack: Pack) -> None:
    made = ASKED.also(HELD)
    assert made.inquiry("2027-01-31", pack=pack).ask(MAY, "A1").value is NO
    answer = made.inquiry(GRANTED, pack=pack).ask(MAY, "A1")
    assert answer.value is YES
    assert "exemption X1 stands" in answer.because[0].text
    assert answer.because[0].clauses[0].startswith("7.306")
    assert "D2" in {taken.defect for taken in answer.readings}


def test_nothing_is_missing_then_and_what_would_be_can_be_asked() -> None:
    inquiry = ASKED.also(HELD).inquiry(GRANTED)
    assert inquiry.ask(MISSING, "A1").value == ()
    assert inquiry.ask(MISSING, "A1", person="C1").value == ()
    before = ASKED.ask(GRANTED, MISSING, "A1").value
    assert inquiry.ask(MISSING, "A1", despite_exemption=YES).value == before != ()


def test_neither_open_scope_nor_missing_due_diligence_stands_in_the_way_then() -> None:
    nobody_knows = world((DAY, "account", {"id": "A1", "customer": "محمد"}))
    american = world(
        (DAY, "customer", {"id": "C2", "kind": "individual"}),
        (DAY, "presence", {"person": "C2", "citizen": "US", "basis": "stated"}),
        (DAY, "account", {"id": "A1", "customer": "C2"}),
    )
    for made in (nobody_knows, american):
        assert made.ask(GRANTED, MAY, "A1").value is NO
        assert made.also(HELD).ask(GRANTED, MAY, "A1").value is YES


def test_what_is_held_through_a_reseller_stands_under_its_program_still() -> None:
    through: Telling = (DAY, "account", {"id": "A1", "reseller": "R1"})
    assert ASKED.also(through, HELD).ask(GRANTED, MAY, "A1").value is NO


def test_one_for_a_customer_spares_a_new_provider_the_form_for_its_accounts_only() -> None:
    made = ASKED.also(NEW, exemption(GRANTED, "granted", lessee="C1"))
    assert made.ask(GRANTED, MAY, "A1").value is YES
    assert made.ask(GRANTED, "certification.may_furnish", "A1").value is YES
    others = made.also(*foreigner("C2"), (DAY, "account", {"id": "A2", "customer": "C2"}))
    assert others.ask(GRANTED, "certification.may_furnish", "A2").value is NO


def test_an_unfiled_form_that_is_not_lifted_stands_in_the_way() -> None:
    # No shipped reading lifts 7.302 without 7.304; the lists of another pack may.
    lists = {
        name: {key: row for key, row in rows.items() if key != "7.304"}
        for name, rows in NPRM.lists.items()
    }
    inquiry = ASKED.also(NEW, HELD).inquiry(GRANTED, pack=replace(NPRM, lists=lists))
    answer = inquiry.ask(MAY, "A1")
    assert answer.value is NO
    assert "7.304(d) s.1" in answer.clauses


def test_an_account_opened_under_an_exemption_had_leave_and_one_opened_before_had_not() -> None:
    made = world(
        *foreigner("C1"), opened("OLD", "C1"), opened("A1", "C1", "2027-03-01"), HELD, LOST
    )
    assert [made.ask("2028-02-28", WITHOUT, a).value for a in ("OLD", "A1")] == [NO, NO]
    answer = made.ask(REVOKED, WITHOUT, "A1")
    assert answer.value is NO
    assert answer.flags[0].startswith("opened under an exemption")
    assert made.ask(REVOKED, WITHOUT, "OLD").value is YES
    assert made.ask(REVOKED, MISSING, "A1").value != ()
    again = made.also(
        ("2028-03-01", "account", {"id": "A1", "state": "closed"}),
        ("2028-03-02", "account", {"id": "A1", "state": "opened"}),
    )
    assert again.ask("2028-03-02", WITHOUT, "A1").value is YES


def test_a_measure_that_binds_leaves_no_leave_to_what_was_opened_under_an_exemption() -> None:
    order: Telling = ("2028-02-01", "order", {"id": "O1", "person": "C1", "prohibits": "yes"})
    made = world(*foreigner("C1"), opened("A1", "C1", "2027-03-01"), HELD, LOST, order)
    assert made.ask("2028-12-01", WITHOUT, "A1").value is YES
