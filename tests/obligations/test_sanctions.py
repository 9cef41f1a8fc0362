"""Rows of sanctions: accounts to be blocked, and the reports about blocked property."""

from knowntenant.law.loading import load_pack
from knowntenant.obligations.row import ObligationKind as Kind
from knowntenant.obligations.row import ObligationState as State
from tests.law.toy import NPRM
from tests.world import START, Telling, World, individual, world

OFAC = load_pack("ofac")
LISTED: Telling = (START, "listed", {"person": "C1", "list": "sdn"})
ACCOUNT: Telling = (START, "account", {"id": "A1", "customer": "C1", "state": "opened"})
BLOCKED = "2028-02-29"


def rows(made: World, on: str, question: str = "obligations.all") -> list[tuple[object, ...]]:
    found = made.inquiry(on, pack=OFAC).ask(question).value
    assert isinstance(found, tuple)
    return [(row["kind"], row["of"], str(row["due"]), row["state"]) for row in found]


def test_an_account_behind_which_a_blocked_person_stands_is_to_be_blocked_until_it_is_closed() -> (
    None
):
    made = world(*individual("C1", "RU"), LISTED, ACCOUNT)
    assert rows(made, BLOCKED) == [(Kind.BLOCK_ACCOUNT, "A1", "None", State.OPEN)]
    closed = made.also((BLOCKED, "account", {"id": "A1", "state": "closed"}))
    assert rows(closed, BLOCKED) == []


def test_each_row_rests_on_the_clause_of_its_own_reason() -> None:
    acting = (START, "control", {"person": "C1", "over": "C2"})
    other = (START, "account", {"id": "A2", "customer": "C2", "state": "opened"})
    made = world(*individual("C1", "RU"), LISTED, ACCOUNT, acting, other)
    found = made.inquiry(BLOCKED, pack=OFAC).ask("obligations.open").value
    assert isinstance(found, tuple)
    assert {row["of"]: row["clause"] for row in found} == {
        "A1": "ofac guidance: accounts", "A2": "faq 400", "C2": "ofac guidance: owned 50 percent",
    }  # fmt: skip


def test_the_reports_of_blocked_property_are_owed_late_and_met() -> None:
    made = world((BLOCKED, "blocked_property", {"id": "B1"}))
    first, yearly = Kind.REPORT_BLOCKED_PROPERTY, Kind.REPORT_BLOCKED_PROPERTY_YEARLY
    assert rows(made, "2028-03-14") == [
        (first, "B1", "2028-03-14", State.OPEN), (yearly, "B1", "2028-09-30", State.OPEN),
    ]  # fmt: skip
    assert rows(made, "2028-03-15")[0][3] is State.LATE
    assert rows(made, "2028-10-01")[1][3] is State.LATE
    filed = made.also(("2028-03-16", "blocked_property", {"id": "B1", "reported_on": "2028-03-16"}))
    assert rows(filed, "2028-03-16")[0][3] is State.MET_LATE
    gone = filed.also(("2028-04-01", "blocked_property", {"id": "B1", "released_on": "2028-04-01"}))
    assert rows(gone, "2028-04-01", "obligations.open") == []


def test_a_customer_in_an_embargoed_place_is_held_and_one_whose_place_is_open_is_settled() -> None:
    made = world(
        ACCOUNT, (START, "customer", {"id": "C1", "kind": "individual"}),
        (START, "presence", {"person": "C1", "located": "IR"}),
        (START, "customer", {"id": "C2", "kind": "individual"}),
        (START, "presence", {"person": "C2", "located": "DNR"}),
    )  # fmt: skip
    found = made.inquiry(BLOCKED, pack=OFAC).ask("obligations.open").value
    assert isinstance(found, tuple)
    assert [(row["kind"], row["of"], row["clause"]) for row in found] == [
        (Kind.HOLD_FOR_LICENCE, "C1", "560.204"), (Kind.SETTLE_EMBARGO, "C2", "eo 14065"),
    ]  # fmt: skip
    over = made.also((BLOCKED, "account", {"id": "A1", "state": "closed"}))
    assert [row[:2] for row in rows(over, BLOCKED)] == [(Kind.SETTLE_EMBARGO, "C2")]


def test_under_the_proposal_nothing_of_this_is_owed() -> None:
    made = world(*individual("C1", "RU"), LISTED, (BLOCKED, "blocked_property", {"id": "B1"}))
    found = made.inquiry(BLOCKED, pack=NPRM).ask("obligations.open").value
    assert isinstance(found, tuple)
    assert [
        row for row in found if row["kind"] in (Kind.BLOCK_ACCOUNT, Kind.REPORT_BLOCKED_PROPERTY)
    ] == []


def test_whether_a_blocked_person_stands_behind_is_to_be_settled_while_owners_are_not_told() -> (
    None
):
    entity = (START, "customer", {"id": "深圳", "kind": "entity"})
    made = world(entity, (START, "account", {"id": "A1", "customer": "深圳", "state": "opened"}))
    assert rows(made, BLOCKED) == [(Kind.SETTLE_LISTING, "深圳", "None", State.OPEN)]
