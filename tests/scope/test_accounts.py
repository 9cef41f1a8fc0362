"""Is an account within the subpart, and since when: examples, and a twin that walks every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.facts.types import Account
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from knowntenant.scope.accounts import entered_scope_on, ever_in_scope, persons_of
from tests.drawn import telling
from tests.law.toy import both
from tests.world import Telling, World, controls, entity, individual, owns, world

IN_SCOPE, SINCE = "scope.account_in_scope", "scope.in_scope_since"
FROZEN = {"D32": "frozen-at-opening"}
FIRST = date(2030, 12, 1)  # the made-up pack changes its share of a beneficial owner soon after
MOVING = ("account", "control", "customer", "ownership", "person", "presence", "product")


def on_day(told: Telling, day: int) -> Telling:
    """Give a telling with another day."""
    _, name, keys = told
    return str(FIRST + timedelta(day)), name, keys


TELLINGS = st.builds(on_day, st.sampled_from(MOVING).flatmap(telling), st.integers(0, 60))
ALL_US: tuple[Telling, ...] = (
    *entity("C1", day=str(FIRST)),
    *entity("E1", day=str(FIRST)),
    *individual("P1", day=str(FIRST)),
    owns("P1", "C1", "60", str(FIRST)),
    owns("E1", "C1", "40", str(FIRST)),
    owns("P1", "E1", "100", str(FIRST)),
    (str(FIRST), "account", {"id": "A1", "customer": "C1"}),
)
WORLDS = st.lists(TELLINGS, max_size=12).map(lambda told: World((*ALL_US, *told)))


# --- The twin: every day, one after the other


@both
@settings(max_examples=60)
@given(made=WORLDS, last=st.integers(0, 70), named=st.sampled_from(["A1", "C1"]))
def test_an_account_has_been_in_scope_since_the_day_that_a_walk_through_all_days_finds(
    pack: Pack, made: World, last: int, named: str
) -> None:
    inquiry = made.inquiry(FIRST + timedelta(last), pack=pack)
    since: date | None = None
    for day in range(last + 1):
        today = inquiry.on(FIRST + timedelta(day))
        if today.ask(IN_SCOPE, named).value is not YES:
            since = None
        elif since is None:
            since = today.day
    assert inquiry.ask(SINCE, named).value == since


@both
@settings(max_examples=60)
@given(made=WORLDS, last=st.integers(0, 70))
def test_an_account_was_ever_in_scope_if_it_was_on_some_day(
    pack: Pack, made: World, last: int
) -> None:
    inquiry = made.inquiry(FIRST + timedelta(last), pack=pack)
    days = [inquiry.on(FIRST + timedelta(day)) for day in range(last + 1)]
    seen = {today.ask(IN_SCOPE, "A1").value for today in days}
    assert ever_in_scope(inquiry, "A1") is next(v for v in (YES, UNKNOWN, NO) if v in seen)


PLACES = st.sampled_from(["US", "VN", ""])


@both
@given(
    customer=st.sampled_from(["US-DE", "VN", ""]),
    owners=st.lists(st.tuples(PLACES, st.integers(1, 60)), max_size=4),
    control=st.sampled_from(["yes", "no"]),
)
def test_one_foreign_person_concerned_puts_an_account_in_scope(
    pack: Pack, customer: str, owners: list[tuple[str, int]], control: str
) -> None:
    least = pack.parameters["beneficial_owner_share"].values[0].value or 0
    parts = sum(part for _, part in owners) or 1
    told: list[Telling] = [("2027-01-01", "account", {"id": "A1", "customer": "C1"})]
    told.append(
        ("2027-01-01", "customer", {"id": "C1", "kind": "entity", "control_answered": control})
    )
    concerned = [customer]
    for number, (place, part) in enumerate(owners):
        name = f"P{number}"
        told.append(owns(name, "C1", f"{100 * part}/{parts}"))
        if place:
            told.append(("2027-01-01", "presence", {"person": name, "citizen": place}))
        if 100 * part >= least * parts:
            concerned.append(place)
    if customer:
        told.append(("2027-01-01", "presence", {"person": "C1", "organised_in": customer}))
    verdict = world(*told).inquiry("2027-02-01", pack=pack).ask(IN_SCOPE, "A1").value
    if "VN" in concerned:
        assert verdict is YES
    elif "" in concerned or not owners or (len(concerned) == 1 and control == "no"):
        assert verdict is UNKNOWN
    else:
        assert verdict is NO


# --- Examples

US_LLC = (
    *entity("C1"),
    *individual("P1"),
    *individual("P2", "VN"),
    owns("P1", "C1", "100"),
    ("2026-05-01", "account", {"id": "A1", "customer": "C1", "state": "opened"}),
)
SOLD: tuple[Telling, ...] = (
    owns("P1", "C1", "70", "2027-01-10"),
    owns("P2", "C1", "30", "2027-01-10"),
)


def test_an_all_us_account_is_out_of_scope_and_the_clause_says_why() -> None:
    answer = world(*US_LLC).ask("2027-01-01", IN_SCOPE, "A1")
    assert answer.value is NO
    assert "7.302(d)(1)(i) s.2" in answer.clauses
    text = "the customer and all beneficial owners are US persons: C1, P1"
    assert answer.because[0].text == text
    assert [taken.defect for taken in answer.readings] == ["D32", "D17", "D16"]
    assert world(*US_LLC).ask("2027-01-01", SINCE, "A1").value is None


def test_a_foreigner_who_buys_the_share_brings_an_account_in_from_that_day() -> None:
    made = world(*US_LLC, *SOLD)
    assert made.ask("2027-01-09", IN_SCOPE, "A1").value is NO
    answer = made.ask("2027-03-01", SINCE, "A1")
    assert answer.value == date(2027, 1, 10)
    assert answer.because[0].text == "A1 has been in scope since 2027-01-10"
    assert made.ask("2027-03-01", IN_SCOPE, "A1").because[0].text == "foreign: P2"


def test_d32_decides_whether_a_change_after_opening_counts() -> None:
    made = world(*US_LLC, *SOLD)
    assert made.ask("2027-03-01", IN_SCOPE, "A1").value is YES
    frozen = made.inquiry("2027-03-01", readings=FROZEN)
    assert frozen.ask(IN_SCOPE, "A1").value is NO
    assert frozen.ask(SINCE, "A1").value is None
    assert str(frozen.ask(IN_SCOPE, "A1").readings[0]) == "D32: frozen-at-opening"


def test_d32_frozen_looks_at_the_day_of_opening_and_not_of_the_request() -> None:
    requested = ("2026-05-01", "account", {"id": "A1", "customer": "C1", "state": "requested"})
    opened = ("2027-02-01", "account", {"id": "A1", "state": "opened"})
    people = US_LLC[:-1]
    for told, verdict in (
        ((requested,), YES),  # still a prospect: today is what counts
        ((requested, opened), YES),
        ((("2026-05-01", "account", {"id": "A1", "customer": "C1"}),), NO),
    ):
        made = world(*people, *SOLD, *told)
        assert made.inquiry("2027-03-01", readings=FROZEN).ask(IN_SCOPE, "A1").value is verdict


def test_an_account_that_was_opened_out_of_scope_entered_it_on_a_later_day() -> None:
    inquiry = world(*US_LLC, *SOLD).inquiry("2027-03-01")
    account = inquiry.one(Account, "A1")
    assert account is not None
    assert entered_scope_on(inquiry, account) == date(2027, 1, 10)
    assert persons_of(inquiry, "C1") == ("C1", "P1", "P2")


def test_an_account_of_a_foreigner_is_in_scope_from_its_first_day_and_did_not_enter() -> None:
    opened = ("2026-05-01", "account", {"id": "A1", "customer": "C1", "state": "opened"})
    inquiry = world(*entity("C1", "VN"), opened).inquiry("2027-03-01")
    account = inquiry.one(Account, "A1")
    assert account is not None
    assert inquiry.ask(SINCE, "A1").value == date(2026, 5, 1)
    assert entered_scope_on(inquiry, account) is None


def test_an_account_that_was_never_opened_entered_nothing() -> None:
    asked = ("2026-05-01", "account", {"id": "A1", "customer": "C1", "state": "requested"})
    inquiry = world(*US_LLC[:-1], *SOLD, asked).inquiry("2027-03-01")
    account = inquiry.one(Account, "A1")
    assert account is not None
    assert entered_scope_on(inquiry, account) is None


def test_a_person_who_moves_abroad_and_back_has_a_new_day_since() -> None:
    made = world(
        ("2027-01-01", "customer", {"id": "C1", "kind": "individual"}),
        ("2027-01-01", "account", {"id": "A1", "customer": "C1"}),
        ("2027-01-01", "presence", {"person": "C1", "citizen": "VN", "located": "VN"}),
        ("2027-02-01", "presence", {"person": "C1", "located": "US"}),
        ("2028-02-29", "presence", {"person": "C1", "located": "VN"}),
    )
    days = ("2027-01-31", "2027-02-01", "2028-02-28", "2028-02-29")
    assert [made.ask(day, IN_SCOPE, "A1").value for day in days] == [YES, NO, NO, YES]
    assert made.ask("2028-03-01", SINCE, "A1").value == date(2028, 2, 29)


def test_a_status_that_is_not_known_leaves_the_scope_open() -> None:
    made = world(*US_LLC, controls("P3", "C1"))
    answer = made.ask("2027-01-01", IN_SCOPE, "A1")
    assert answer.value is UNKNOWN
    text = "it is not known whether everybody concerned is a US person"
    assert answer.because[0].text == text


def test_owners_that_are_not_known_leave_the_scope_of_a_us_customer_open() -> None:
    made = world(*US_LLC, owns("P1", "C1", "70", "2027-01-01"))
    answer = made.ask("2027-01-01", IN_SCOPE, "A1")
    assert answer.value is UNKNOWN
    assert answer.because[0].text == "those known are US persons, but not all owners are known"
    assert answer.flags == ("30 % of C1 is not accounted for",)


@pytest.mark.parametrize(
    ("kinds", "verdict"),
    [(["saas"], NO), (["vps"], YES), (["saas", "vps"], YES), (["saas", ""], YES)],
)
def test_a_foreign_customer_without_any_iaas_product_is_out_of_scope(
    kinds: list[str], verdict: object
) -> None:
    told: list[Telling] = [*entity("C1", "VN")]
    for number, kind in enumerate(kinds):
        keys = {"id": f"A{number}", "customer": "C1"}
        if kind:
            told.append(("2025-01-01", "product", {"id": f"X{number}", "kind": kind}))
            keys["product"] = f"X{number}"
        told.append(("2025-01-01", "account", keys))
    answer = world(*told).ask("2027-01-01", IN_SCOPE, "C1")
    assert answer.value is verdict
    assert (answer.because[0].text == "C1 holds no IaaS product") is (verdict is NO)


def test_an_account_that_was_in_scope_at_its_opening_did_not_enter_later() -> None:
    opened = ("2026-05-01", "account", {"id": "A1", "customer": "C1", "state": "opened"})
    moved = ("2027-01-05", "presence", {"person": "C1", "headquartered_in": "DE"})
    inquiry = world(*entity("C1", "VN"), opened, moved).inquiry("2027-03-01")
    account = inquiry.one(Account, "A1")
    assert account is not None
    assert entered_scope_on(inquiry, account) is None


def test_a_bundle_whose_part_becomes_an_iaas_product_brings_an_account_in_on_that_day() -> None:
    made = world(
        *entity("C1", "VN"),
        ("2026-01-01", "product", {"id": "B1"}),
        ("2026-01-01", "product", {"id": "X1", "kind": "saas", "part_of": "B1"}),
        ("2026-05-01", "account", {"id": "A1", "customer": "C1", "product": "B1"}),
        ("2028-02-29", "product", {"id": "X1", "kind": "vps"}),
    )
    assert made.ask("2028-02-28", IN_SCOPE, "A1").value is NO
    assert made.ask("2028-03-01", SINCE, "A1").value == date(2028, 2, 29)
