"""US determination with due diligence, and what is put on record (7.302(d)(1)(i), D15)."""

from knowntenant.law.answer import NO, UNKNOWN, YES
from tests.world import Telling, entity, individual, owns, world

US, RECORD = "identification.us_determination", "identification.to_record"
ON = "2027-02-01"
PROOF = ("us_determination", "proof_of_us_status")
FULL: tuple[str, ...] = ("identifying_information", "documents", "methods_and_results")
FULL += ("discrepancy_resolutions", "access_log")
ACCOUNT: Telling = ("2026-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"})
CLAIM: tuple[Telling, ...] = (
    ("2026-01-01", "customer", {"id": "C1", "kind": "individual", "claims_us": "yes"}),
    ("2026-01-01", "presence", {"person": "C1", "citizen": "US", "basis": "stated"}),
    ACCOUNT,
)


def step(result: str, day: str = "2027-01-10") -> Telling:
    return day, "verification", {"person": "C1", "method": "documentary", "result": result}


def test_a_mere_claim_leaves_the_determination_open() -> None:
    answer = world(*CLAIM).ask(ON, US, "A1")
    assert answer.value is UNKNOWN
    assert answer.because[0].text == "due diligence is outstanding for C1"
    assert "7.302(d)(1)(i) s.1" in answer.clauses
    assert world(*CLAIM, step("failed")).ask(ON, US, "A1").value is UNKNOWN


def test_a_passed_step_or_a_document_makes_the_determination() -> None:
    answer = world(*CLAIM, step("passed")).ask(ON, US, "A1")
    assert answer.value is YES
    assert "7.302(d)(2)(iv)" in answer.clauses
    for basis in ("document", "checked"):
        shown = ("2027-01-10", "presence", {"person": "C1", "citizen": "US", "basis": basis})
        assert world(*CLAIM, shown).ask(ON, US, "A1").value is YES


def test_an_ip_address_seen_later_does_not_undo_a_determination() -> None:
    shown = ("2027-01-10", "presence", {"person": "C1", "citizen": "US", "basis": "document"})
    seen = ("2027-01-20", "presence", {"person": "C1", "located": "VN", "basis": "ip_address"})
    assert world(*CLAIM, shown, seen).ask(ON, US, "A1").value is YES


def test_one_foreign_owner_is_enough_for_a_no() -> None:
    made = world(*entity("C1"), *individual("P1", "VN"), owns("P1", "C1", "100"), ACCOUNT)
    answer = made.ask(ON, US, "A1")
    assert answer.value is NO
    assert answer.because[0].text == "not everybody concerned with A1 is a US person"


def test_owners_that_are_not_all_known_leave_it_open_and_are_flagged() -> None:
    made = world(*entity("C1"), *individual("P1"), owns("P1", "C1", "75"), ACCOUNT)
    answer = made.ask(ON, US, "A1")
    assert answer.value is UNKNOWN
    assert answer.flags == ("25 % of C1 is not accounted for",)
    assert world(ACCOUNT).ask(ON, US, "A1").value is UNKNOWN


def test_of_an_all_us_account_only_the_determination_and_its_proof_are_recorded() -> None:
    answer = world(*CLAIM).ask(ON, RECORD, "A1")
    assert answer.value == PROOF
    assert "7.302(e)" in answer.clauses
    assert str(answer.readings[0]) == "D15: keep-proof"


def test_d15_keep_nothing_records_nothing_of_an_all_us_account() -> None:
    inquiry = world(*CLAIM).inquiry(ON, readings={"D15": "keep-nothing"})
    answer = inquiry.ask(RECORD, "A1")
    assert answer.value == ()
    assert answer.because[0].text.endswith(": nothing")
    assert answer.readings[0].refused == ("keep-proof",)


def test_of_a_foreign_account_everything_is_recorded() -> None:
    made = world(("2026-01-01", "presence", {"person": "C1", "citizen": "VN"}), ACCOUNT)
    assert made.ask(ON, RECORD, "A1").value == FULL


def test_an_account_that_entered_scope_keeps_the_determination_of_the_time_before() -> None:
    moved = ("2027-01-20", "presence", {"person": "C1", "citizen": "VN"})
    made = world(*CLAIM, moved)
    assert made.ask(ON, RECORD, "A1").value == (*FULL, *PROOF)
    nothing = made.inquiry(ON, readings={"D15": "keep-nothing"})
    assert nothing.ask(RECORD, "A1").value == FULL


def test_while_the_scope_is_open_what_settles_it_is_recorded() -> None:
    answer = world(ACCOUNT).ask(ON, RECORD, "A1")
    assert answer.value == PROOF
    assert answer.because[0].text.startswith("the scope of A1 is open")
