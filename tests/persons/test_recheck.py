"""A foreign-looking access prompts a look at US status and changes nothing by itself."""

from knowntenant.law.answer import NO, YES
from tests.world import NOTHING, Telling, World, world

RECHECK, STATUS = "persons.recheck_due", "persons.status"
CITIZEN: tuple[Telling, ...] = (
    ("2025-01-01", "customer", {"id": "C1", "kind": "individual"}),
    ("2025-01-01", "presence", {"person": "C1", "citizen": "US", "basis": "document"}),
    ("2025-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"}),
)


def access(day: str, place: str) -> Telling:
    return day, "access", {"account": "A1", "ip": "203.0.113.9", "located": place}


def due(made: World, day: str, program: dict[str, str] | None = None) -> object:
    return made.inquiry(day, program=program or NOTHING).ask(RECHECK, "C1").value


def test_an_access_from_abroad_opens_a_recheck_and_the_status_stays() -> None:
    made = world(*CITIZEN, access("2027-01-10", "VN"), access("2027-01-12", "US"))
    assert due(made, "2027-01-09") is NO
    answer = made.ask("2027-01-10", RECHECK, "C1")
    assert answer.value is YES
    assert "7.302(d)(1)(i) s.3" in answer.clauses
    assert [str(taken) for taken in answer.readings] == ["D17: dated-facts"]
    assert answer.flags == ("a recheck is open; the status has not changed",)
    assert answer.because[0].facts == ("fact 4",)
    assert made.ask("2027-01-10", STATUS, "C1").value == "us_person"


def test_a_passed_check_closes_it_until_the_next_access_from_abroad() -> None:
    checked = ("2027-01-20", "verification", {"person": "C1", "result": "passed"})
    failed = ("2027-01-15", "verification", {"person": "C1", "result": "failed"})
    made = world(*CITIZEN, access("2027-01-10", "VN"), failed, checked, access("2027-02-01", "DE"))
    days = ("2027-01-14", "2027-01-19", "2027-01-20", "2027-01-31", "2027-02-01")
    assert [due(made, day) for day in days] == [YES, YES, NO, NO, YES]


def test_presence_that_rests_on_an_ip_address_prompts_as_an_access_does() -> None:
    by_ip = {"person": "C1", "basis": "ip_address"}
    home = world(*CITIZEN, ("2027-01-10", "presence", {**by_ip, "located": "US"}))
    nowhere = world(*CITIZEN, ("2027-01-10", "presence", by_ip))
    abroad = world(*CITIZEN, ("2027-01-10", "presence", {**by_ip, "located": "VN"}))
    assert (due(home, "2027-02-01"), due(nowhere, "2027-02-01")) == (NO, NO)
    answer = abroad.ask("2027-02-01", RECHECK, "C1")
    assert answer.value is YES
    text = "an IP address of C1 looks like Viet Nam on 2027-01-10"
    assert answer.because[0].text.replace("Vietnam", "Viet Nam") == text


def test_the_first_thing_seen_is_named_whatever_the_order_of_telling() -> None:
    made = world(*CITIZEN, access("2027-01-12", "DE"), access("2027-01-10", "VN"))
    assert made.ask("2027-02-01", RECHECK, "C1").because[0].facts == ("fact 5",)


def test_somebody_who_only_claims_to_be_a_us_person_is_looked_at_too() -> None:
    claim = ("2025-01-01", "customer", {"id": "C1", "claims_us": "yes"})
    account = CITIZEN[2]
    assert due(world(claim, account, access("2027-01-10", "VN")), "2027-02-01") is YES


def test_nobody_rechecks_a_foreign_person_or_somebody_unknown() -> None:
    foreign = ("2025-01-01", "presence", {"person": "C1", "citizen": "VN"})
    made = world(foreign, CITIZEN[2], access("2027-01-10", "VN"))
    answer = made.ask("2027-02-01", RECHECK, "C1")
    assert answer.value is NO
    assert answer.because[0].text == "C1 is not taken for a US person"
    assert due(world(CITIZEN[2], access("2027-01-10", "VN")), "2027-02-01") is NO


def test_a_program_may_leave_ip_addresses_out_of_account() -> None:
    made = world(*CITIZEN, access("2027-01-10", "VN"))
    assert due(made, "2027-02-01", {"recheck_on_ip": "no"}) is NO
