from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.tier_rules import Factor, read_tier_rule
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.pack import Pack
from knowntenant.risk.seen import Seen, Value, holds
from tests.law.toy import packs
from tests.world import Telling, World, controls, entity, individual, owns, world

__all__ = ["packs"]

DAY = "2028-02-29"
Ask = Callable[..., Answer[object]]


def account(id_: str, customer: str, **keys: str) -> Telling:
    return "2027-01-01", "account", {"id": id_, "customer": customer, "state": "opened", **keys}


def tier(told: World, *rules: str, of: str = "C1") -> Answer[object]:
    inquiry = told.inquiry(DAY, program={"tier_rules": rules, "default_tier": "medium"})
    return inquiry.ask("risk.tier", of)


def customer(id_: str = "C1", **keys: str) -> Telling:
    return "2027-01-01", "customer", {"id": id_, **keys}


FACTS: tuple[tuple[str, Telling], ...] = (
    ("payment_means is crypto", ("2027-01-01", "payment", {"customer": "C1", "means": "crypto"})),
    ("reseller is yes", account("A1", "C1", reseller="R1")),
    ("reseller is yes", ("2027-01-01", "reseller", {"id": "C1"})),
    ("jurisdiction is VN", ("2027-01-01", "presence", {"person": "C1", "located": "VN"})),
    ("jurisdiction is VN", ("2027-01-01", "presence", {"person": "C1", "citizen": "FR,VN"})),
    ("jurisdiction is VN", ("2027-01-01", "presence", {"person": "C1", "resident": "VN"})),
    ("jurisdiction is VN", ("2027-01-01", "presence", {"person": "C1", "organised_in": "VN"})),
    ("jurisdiction is VN", ("2027-01-01", "presence", {"person": "C1", "hq": "VN"})),
    ("person_kind is individual", customer(kind="individual")),
    ("listed is yes", ("2027-01-01", "screening_hit",
                       {"id": "H1", "person": "C1", "disposition": "confirmed"})),
    ("red_flags is yes", ("2027-01-01", "red_flag", {"id": "F1", "customer": "C1"})),
    ("status_unknown is yes", customer(kind="individual")),
    ("owners_unknown is yes", customer(kind="entity")),
)  # fmt: skip


@pytest.mark.parametrize(("condition", "fact"), FACTS, ids=lambda one: str(one)[:60])
def test_a_row_holds_by_what_the_facts_show(condition: str, fact: Telling) -> None:
    happened, name, keys = fact
    if name == "presence" and "citizen" in keys:
        fact = (happened, name, {**keys, "citizen": ["FR", "VN"]})
    answer = tier(world(customer(), fact), f"high when {condition}", "low otherwise")
    assert answer.value is Tier.HIGH
    assert f"high when {condition}" in answer.because[0].text


@pytest.mark.parametrize(("field", "kind"), [("accelerators", "gpu_cloud"), ("trial", "vps")])
def test_what_a_product_is_counts_while_an_account_for_it_is_live(field: str, kind: str) -> None:
    made = world(
        customer(),
        ("2027-01-01", "product", {"id": "X1", "kind": kind, field: "yes"}),
        account("A1", "C1", product="X1"),
    )
    for condition in (f"{field} is yes", f"product_kind is {kind}"):
        assert tier(made, f"high when {condition}", "low otherwise").value is Tier.HIGH
    closed = made.also((DAY, "account", {"id": "A1", "state": "closed"}))
    assert tier(closed, f"high when {field} is yes", "low otherwise").value is Tier.LOW
    assert tier(closed, f"low when {field} is no", "high otherwise").value is Tier.LOW


def test_a_product_of_which_nothing_is_told_leaves_a_row_open_and_the_answer_says_so() -> None:
    made = world(customer(), account("A1", "C1"), account("A2", "C1", product="X2"))
    for condition in ("accelerators is yes", "product_kind is vps"):
        answer = tier(made, f"high when {condition}", "low otherwise")
        assert answer.value is Tier.LOW
        assert answer.flags[0].startswith(f"not settled: the row 'high when {condition}'")
    assert tier(made, "low when accelerators is yes").flags == ()  # it could only lower the tier


def test_a_row_that_one_condition_denies_is_not_open_for_another() -> None:
    made = world(customer(kind="entity"))
    rule = "high when person_kind is individual and jurisdiction is VN"
    assert tier(made, rule).flags == ()
    other = "high when jurisdiction is VN and person_kind is individual"
    assert tier(made, other).flags == ()


def test_an_owner_counts_like_the_customer() -> None:
    made = world(*entity("C1"), *individual("Nguyễn", "VN"), owns("Nguyễn", "C1", "25"))
    assert tier(made, "high when jurisdiction is VN").value is Tier.HIGH
    less = world(*entity("C1"), *individual("Nguyễn", "VN"), owns("Nguyễn", "C1", "24.99"))
    assert tier(less, "high when jurisdiction is VN").value is Tier.MEDIUM
    ruled = less.also(controls("Nguyễn", "C1", role="ceo"))
    assert tier(ruled, "high when jurisdiction is VN").value is Tier.HIGH


@pytest.mark.parametrize(
    ("disposition", "expected", "flagged"),
    [("confirmed", Tier.HIGH, 0), ("open", Tier.LOW, 1), ("cleared", Tier.LOW, 0)],
)
def test_an_open_hit_is_flagged_and_a_cleared_one_is_not(
    disposition: str, expected: Tier, flagged: int
) -> None:
    hit = {"id": "H1", "person": "C1", "listed": "own", "disposition": disposition}
    answer = tier(
        world(customer(), (DAY, "screening_hit", hit)), "high when listed is yes", "low otherwise"
    )
    assert answer.value is expected
    assert len(answer.flags) == flagged


def test_a_red_flag_that_was_judged_harmless_does_not_count() -> None:
    flag = {"id": "F1", "account": "A1", "indicates_abuse": "no"}
    made = world(customer(), account("A1", "C1"), (DAY, "red_flag", flag))
    assert tier(made, "low when red_flags is no").value is Tier.LOW


def test_hours_of_use_are_added_up_over_accounts_and_must_exceed_the_number() -> None:
    made = world(
        customer(), account("A1", "C1"), account("A2", "C1"),
        (DAY, "usage", {"account": "A1", "hours": "600"}),
        (DAY, "usage", {"account": "A2", "hours": "400"}),
    )  # fmt: skip
    assert tier(made, "high when usage_hours_over is 999.5").value is Tier.HIGH
    assert tier(made, "high when usage_hours_over is 1000").value is Tier.MEDIUM
    more = made.also((DAY, "usage", {"account": "A2"}))
    assert tier(more, "high when usage_hours_over is 1000").flags != ()


def test_people_push_up_and_the_table_is_the_floor() -> None:
    low, high = world(customer(tier="low")), world(customer(tier="high"))
    assert tier(low, "medium otherwise").value is Tier.MEDIUM
    assert tier(low, "medium otherwise").flags != ()
    assert tier(high, "medium otherwise").value is Tier.HIGH
    assert len(tier(high, "medium otherwise").because) == 2
    assert tier(low).value is Tier.LOW
    assert tier(world(customer())).value is Tier.MEDIUM


def test_every_factor_is_found_of_every_customer(packs: Pack) -> None:
    inquiry = world(customer(id_="محمد"), account("A1", "محمد")).inquiry(DAY, pack=packs)
    rows = inquiry.ask("risk.factors", "محمد").value
    assert isinstance(rows, tuple)
    assert {row["factor"] for row in rows} == {factor.value for factor in Factor}


VALUES = st.lists(st.sampled_from(["yes", "no"]), max_size=3)
WANTED = st.lists(st.sampled_from(["yes", "no"]), min_size=1, max_size=2)


@given(VALUES, WANTED, st.sampled_from(["", "something"]))
def test_a_condition_holds_as_any_completion_of_what_is_open_would_have_it(
    values: list[str], wanted: list[str], more: str
) -> None:
    seen = Seen(tuple(Value(v, v) for v in values), more)
    found, _ = holds((Factor.TRIAL, tuple(wanted)), seen)
    completions = [[], ["yes"], ["no"], ["yes", "no"]] if more else [[]]
    outcomes = {bool({*values, *extra} & {*wanted}) for extra in completions}
    slow = UNKNOWN if len(outcomes) == 2 else YES if outcomes == {True} else NO
    assert found is slow


def test_a_rule_shows_as_it_was_written() -> None:
    assert str(read_tier_rule("high  when listed is yes")) == "high when listed is yes"


def test_a_customer_of_whom_all_is_known_meets_a_row_that_asks_just_that() -> None:
    rule = "low when status_unknown is no and owners_unknown is no"
    known = world(
        customer(kind="individual"),
        ("2027-01-01", "presence", {"person": "C1", "citizen": "VN", "basis": "document"}),
    )
    assert tier(known, rule).value is Tier.LOW
    assert tier(world(customer()), rule).value is Tier.MEDIUM
