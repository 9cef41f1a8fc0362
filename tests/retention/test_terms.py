"""How long the records of an account are kept: D13, D15, holds, leap days."""

from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.deadline import AtLeastYearsAfter
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import after, first_not_before
from tests.law.toy import NPRM, both
from tests.world import Telling, World, world

THROUGH, FROM, ON_HOLD = (
    "retention.retained_through",
    "retention.deletion_from",
    "retention.on_hold",
)
POLICY = "policy, not law: the text sets no period"
LITERAL = {"D13": "literal"}


def account(day: str, **keys: str) -> Telling:
    """Tell something of account A1."""
    return day, "account", {"id": "A1", **keys}


def access(day: str) -> Telling:
    """Tell an access to account A1."""
    return day, "access", {"account": "A1", "ip": "203.0.113.9"}


def held_by(citizen: str) -> World:
    """Give the world of one customer, opened on the fifth of January 2027."""
    return world(
        ("2027-01-05", "customer", {"id": "C1", "kind": "individual", "name": "محمد"}),
        ("2027-01-05", "presence", {"person": "C1", "citizen": citizen, "basis": "document"}),
        account("2027-01-05", customer="C1", state="opened"),
    )


FOREIGN, AMERICAN = held_by("EG"), held_by("US")
CLOSED = FOREIGN.also(access("2027-06-01"), account("2027-06-30", state="closed"))


def shown(answer: Answer[object]) -> tuple[str, tuple[str, ...], list[str]]:
    """Give value, clauses and readings of an answer."""
    return str(answer.value), answer.clauses, [str(taken) for taken in answer.readings]


def test_records_are_kept_two_years_from_the_closing_where_that_came_last() -> None:
    answer = CLOSED.ask("2027-07-02", THROUGH, "A1")
    assert shown(answer) == ("2029-06-30", ("7.302(e)(2)",), ["D13: later"])
    assert answer.flags == ()
    assert answer.facts == ("fact 3", "fact 5", "fact 4")
    assert shown(CLOSED.ask("2027-07-02", FROM, "A1"))[0] == "2029-07-01"


def test_the_other_reading_of_d13_counts_from_the_earlier_day_and_says_so() -> None:
    answer = CLOSED.inquiry("2027-07-02", readings=LITERAL).ask(THROUGH, "A1")
    assert shown(answer) == ("2029-06-01", ("7.302(e)(2)",), ["D13: literal"])
    assert answer.flags == ("literal reading of 'closed or last accessed'",)
    assert answer.readings[0].refused == ("later",)


def test_an_open_account_has_no_end_in_sight_but_read_literally_it_expires_when_unused() -> None:
    made = FOREIGN.also(access("2027-01-10"))
    assert made.ask("2035-01-01", THROUGH, "A1").value is None
    assert made.ask("2035-01-01", FROM, "A1").value is None
    literal = made.inquiry("2035-01-01", readings=LITERAL)
    assert str(literal.ask(THROUGH, "A1").value) == "2029-01-10"
    assert str(literal.ask(FROM, "A1").value) == "2029-01-11"


def test_neither_closed_nor_used_has_no_end_under_either_reading() -> None:
    assert FOREIGN.ask("2030-01-01", THROUGH, "A1").value is None
    assert FOREIGN.inquiry("2030-01-01", readings=LITERAL).ask(THROUGH, "A1").value is None


def test_a_later_use_moves_the_end_from_the_day_on_which_it_was_learned() -> None:
    used = ("2027-08-14", "access", {"account": "A1", "learned": "2027-08-20"})
    made = CLOSED.also(used)
    assert str(made.ask("2027-08-19", THROUGH, "A1").value) == "2029-06-30"
    assert str(made.ask("2027-08-20", THROUGH, "A1").value) == "2029-08-14"


@both
def test_closed_on_a_leap_day_the_term_is_not_cut_short(pack: Pack) -> None:
    made = FOREIGN.also(account("2028-02-29", state="closed"))
    closed = made.inquiry("2028-02-29", pack=pack).day
    term = Law(pack).deadline("customer_record_retention", AtLeastYearsAfter)
    last = first_not_before(closed, closed.year + term.years)
    assert made.inquiry(closed, pack=pack).ask(THROUGH, "A1").value == last
    assert made.inquiry(closed, pack=pack).ask(FROM, "A1").value == after(last)
    assert (str(last) == "2030-03-01") is (pack is NPRM)


def test_of_an_all_us_account_the_proof_is_kept_by_policy_from_the_closing() -> None:
    made = AMERICAN.also(account("2027-06-30", state="closed"), access("2027-07-20"))
    answer = made.ask("2027-07-20", THROUGH, "A1")
    clauses, taken = ("7.302(d)(2)(iv)",), ["D13: later", "D15: keep-proof"]
    assert shown(answer) == ("2029-06-30", clauses, taken)
    assert answer.flags == (POLICY,)


def test_the_other_reading_of_d15_keeps_nothing_of_an_all_us_account() -> None:
    inquiry = AMERICAN.inquiry("2027-02-01", readings={"D15": "keep-nothing"})
    assert shown(inquiry.ask(THROUGH, "A1")) == ("None", ("7.302(e)(2)",), ["D15: keep-nothing"])
    assert shown(inquiry.ask(FROM, "A1")) == ("2027-01-05", ("7.302(e)(2)",), ["D15: keep-nothing"])
    assert AMERICAN.ask("2027-02-01", FROM, "A1").value is None


def test_an_account_that_was_no_iaas_product_is_not_said_to_be_all_us() -> None:
    domain = (
        ("2027-01-05", "product", {"id": "X1", "kind": "domain_registration"}),
        account("2027-01-05", product="X1"),
    )
    answer = CLOSED.also(*domain).ask("2027-07-02", THROUGH, "A1")
    assert answer.because[0].text.startswith("A1: never in scope, closed 2027-06-30")
    assert answer.flags == (POLICY,)


def test_whether_it_was_ever_in_scope_is_open_so_it_is_kept_as_if_it_was() -> None:
    made = world(account("2027-01-05", state="opened"), account("2027-03-31", state="closed"))
    answer = made.ask("2027-04-01", THROUGH, "A1")
    assert str(answer.value) == "2029-03-31"
    assert answer.flags == ("whether the account was ever in scope is open; kept as if it was",)


def test_accesses_to_an_account_of_which_nothing_else_is_told_have_no_end() -> None:
    answer = world(access("2027-04-01")).ask("2031-04-02", THROUGH, "A1")
    assert answer.value is None
    assert answer.facts == ("fact 1",)


def test_of_an_id_that_nobody_told_nothing_is_known() -> None:
    answer = FOREIGN.ask("2027-02-01", THROUGH, "深圳")
    assert answer.value is UNKNOWN
    assert answer.because[0].text == "nothing is told of 深圳"


def test_a_hold_on_the_account_or_on_its_customer_stops_deletion_until_it_is_released() -> None:
    for covered in ({"account": "A1"}, {"customer": "C1"}):
        made = CLOSED.also(
            ("2028-01-10", "hold", {"id": "H1", **covered}),
            ("2031-05-05", "hold", {"id": "H1", "state": "released"}),
        )
        assert made.ask("2028-01-09", ON_HOLD, "A1").value is NO
        held = made.ask("2031-05-04", ON_HOLD, "A1")
        assert (held.value, held.clauses, held.facts) == (YES, ("7.302(e)(2)",), ("fact 6",))
        answer = made.ask("2031-05-04", FROM, "A1")
        assert answer.value is None
        assert "hold H1 covers A1: nothing may be deleted" in [r.text for r in answer.because]
        assert str(made.ask("2031-05-05", FROM, "A1").value) == "2029-07-01"


def test_one_of_two_holds_released_leaves_the_other_standing() -> None:
    made = CLOSED.also(
        ("2028-01-10", "hold", {"id": "H1", "account": "A1", "state": "placed"}),
        ("2028-01-10", "hold", {"id": "H2", "customer": "C1", "state": "placed"}),
        ("2028-02-10", "hold", {"id": "H1", "state": "released"}),
    )
    assert made.ask("2030-01-01", THROUGH, "A1").value is None


def test_a_hold_stops_even_what_would_not_be_kept_at_all() -> None:
    made = AMERICAN.also(("2027-01-06", "hold", {"id": "H1", "customer": "C1"}))
    inquiry = made.inquiry("2027-02-01", readings={"D15": "keep-nothing"})
    assert inquiry.ask(FROM, "A1").value is None


def test_what_was_collected_for_a_refused_account_goes_after_its_term() -> None:
    made = FOREIGN.also(account("2027-02-01", state="refused"))
    assert str(made.ask("2027-03-01", THROUGH, "A1").value) == "2029-02-01"
