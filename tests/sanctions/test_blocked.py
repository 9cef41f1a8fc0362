"""Blocked by a listing, or by ownership; and the accounts behind which a blocked person stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.loading import load_pack
from knowntenant.law.pack import Pack
from tests.law.changed import changed
from tests.world import START, Telling, World, controls, entity, individual, owns, world

OFAC = load_pack("ofac")
BLOCKED, AFFECTED = "sanctions.blocked", "sanctions.accounts_affected"
ON = "2028-02-29"
PEOPLE = (*individual("P1", "RU"), *individual("P2", "VN"), *entity("C1", "AE"))


def listed(person: str, day: str = START, **keys: str) -> Telling:
    return day, "listed", {"person": person, "list": "sdn", **keys}


def account(id_: str, customer: str, state: str = "opened") -> Telling:
    return START, "account", {"id": id_, "customer": customer, "state": state}


def ask(made: World, question: str, of: str = "", pack: Pack = OFAC) -> Answer[object]:
    return made.inquiry(ON, pack=pack).ask(question, of)


@given(share=st.integers(1, 100), held=st.integers(0, 100))
def test_the_share_is_the_packs_and_counts_inclusively(share: int, held: int) -> None:
    made = world(*PEOPLE, listed("P1"), owns("P1", "C1", str(held)))
    rest = made.also(owns("P2", "C1", str(100 - held)))
    pack = changed(OFAC, blocked_ownership_share=share)
    assert ask(rest, BLOCKED, "C1", pack).value is (YES if held >= share else NO)
    open_ = ask(made, BLOCKED, "C1", pack).value
    assert open_ is (YES if held >= share else UNKNOWN)


def test_the_reasons_name_the_holders_their_shares_and_the_listing_at_the_end_of_the_chain() -> (
    None
):
    made = world(*PEOPLE, listed("P1"), owns("P1", "E1", "50"), owns("E1", "C1", "50"))
    answer = ask(made.also(owns("P2", "C1", "50")), BLOCKED, "C1")
    assert [reason.text for reason in answer.because] == [
        "of C1 50 % is held by blocked persons: E1 (50 %)",
        "P1 is on the list sdn",
    ]
    assert answer.clauses == ("ofac guidance: owned 50 percent", "faq 401")
    assert answer.facts == ("fact 9", "fact 7")


def test_a_listing_at_two_ends_of_a_diamond_is_named_once() -> None:
    diamond = [
        owns(*edge, "50") for edge in (("P1", "E1"), ("P1", "E2"), ("E1", "C1"), ("E2", "C1"))
    ]
    answer = ask(world(*PEOPLE, listed("P1"), *diamond), BLOCKED, "C1")
    texts = [reason.text for reason in answer.because]
    assert texts.count("P1 is on the list sdn") == 1
    assert "faq 399" in answer.clauses


def test_an_alert_about_an_entity_in_the_chain_is_no_listing_at_its_end() -> None:
    alert = (START, "screening_hit", {"id": "H1", "person": "E1", "listed": "sdn"})
    made = world(*PEOPLE, listed("P1"), alert, owns("P1", "E1", "50"), owns("E1", "C1", "50"))
    texts = [reason.text for reason in ask(made, BLOCKED, "C1").because]
    assert texts[1:] == ["P1 is on the list sdn"]


@pytest.mark.parametrize(
    ("told", "expected", "said"),
    [
        ((owns("P2", "C1", "60"),), NO, "on no blocking list"),
        ((owns("P2", "C1", "40"),), UNKNOWN, "60 % is not accounted for"),
        ((owns("E1", "C1", "100"),), UNKNOWN, "whether the holders of C1 are blocked themselves"),
        ((), UNKNOWN, "100 % is not accounted for"),
        ((listed("C1"),), YES, "C1 is on the list sdn"),
    ],
)
def test_every_outcome_says_why(told: tuple[Telling, ...], expected: object, said: str) -> None:
    answer = ask(world(*PEOPLE, *told), BLOCKED, "C1")
    assert answer.value is expected
    assert said in answer.because[0].text


def test_control_is_a_caution_and_no_block_and_control_that_is_not_substantial_is_none() -> None:
    made = world(
        *PEOPLE, listed("P1"), owns("P2", "C1", "100"), controls("P1", "C1", role="director")
    )
    answer = ask(made, BLOCKED, "C1")
    assert (answer.value, answer.flags) == (
        NO,
        ("caution: P1, who is blocked, controls C1",),
    )
    less = made.also(controls("P1", "C1", substantial="no"))
    assert ask(less, BLOCKED, "C1").flags == ()
    assert ask(less.also(account("A1", "C1")), AFFECTED).value == ()
    assert ask(made.also(account("A1", "C1")), AFFECTED).value == (
        {"account": "A1", "person": "P1", "why": "acts_for_customer"},
    )


def test_a_blocked_customer_needs_no_caution() -> None:
    made = world(*PEOPLE, listed("P1"), owns("P1", "C1", "60"), controls("P1", "C1"))
    assert ask(made, BLOCKED, "C1").flags == ()


@pytest.mark.parametrize(
    ("state", "found"),
    [("requested", 1), ("provisional", 1), ("restricted", 1), ("closed", 0), ("refused", 0)],
)
def test_accounts_that_live_or_are_asked_for_are_found(state: str, found: int) -> None:
    made = world(*PEOPLE, listed("P1"), account("A1", "P1", state))
    value = ask(made, AFFECTED).value
    assert isinstance(value, tuple)
    assert len(value) == found


def test_accounts_can_be_narrowed_to_a_customer_or_an_account_and_open_questions_are_flagged() -> (
    None
):
    made = world(
        *PEOPLE, listed("P1"), account("A1", "P1"), account("A2", "C1"), account("A3", "P1")
    )
    assert ask(made, AFFECTED).flags == ("whether C1 of A2 is blocked is open",)
    rows = {of: ask(made, AFFECTED, of).value for of in ("P1", "A3", "C1", "nobody")}
    assert [len(value) if isinstance(value, tuple) else value for value in rows.values()] == [
        2,
        1,
        0,
        0,
    ]
    assert ask(made, AFFECTED, "A3").clauses == ("ofac guidance: accounts",)


def test_an_account_without_a_customer_is_judged_by_its_own_name() -> None:
    made = world((START, "account", {"id": "A1"}), listed("A1"))
    assert ask(made, AFFECTED).value == ({"account": "A1", "person": "A1", "why": "listed"},)
