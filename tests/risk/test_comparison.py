from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.program import Program, read_program
from knowntenant.facts.types.persons import Tier
from knowntenant.risk.comparison import Comparison, compare, yearly_checks
from tests.world import World, entity, world

DAY = "2028-02-29"


def program(**given: str) -> Program:
    rules = given.pop("rules", "")
    settings = {**given, "tier_rules": [rules] if rules else []}
    made, problems = read_program(settings, "test")
    assert problems == []
    return made


def compared(told: World, old: Program, new: Program, *customers: str) -> Comparison:
    def fresh(of: Program) -> Inquiry:
        plain = told.inquiry(DAY)
        return Inquiry(plain.known, plain.law, of, plain.day)

    return compare(customers, old, new, fresh)


def two_customers() -> World:
    return world(
        *entity("深圳", "CN"), *entity("Oslo", "NO"), *entity("Idle", "NO"),
        *entity("Austin", "US-TX"),
        *(("2027-01-01", "account", {"id": f"A-{c}", "customer": c, "state": "opened"})
          for c in ("深圳", "Oslo", "Austin")),
        ("2027-01-01", "account", {"id": "A-Idle", "customer": "Idle", "state": "closed"}),
        ("2027-01-01", "person", {"id": "Ann", "kind": "individual"}),
        ("2027-01-01", "presence", {"person": "Ann", "citizen": "US", "basis": "document"}),
        ("2027-01-01", "ownership", {"owner": "Ann", "owned": "Austin", "percent": "100"}),
        ("2027-01-01", "customer", {"id": "Austin", "control_answered": "yes"}),
    )  # fmt: skip


def test_it_counts_who_moves_and_what_more_is_to_be_done_and_what_that_costs() -> None:
    cost = {
        "cost_document_check": "3", "cost_non_documentary_check": "1", "cost_review": "0.5",
        "hours_per_review": "0.25", "cost_manual_hour": "8",
    }  # fmt: skip
    old = program(**cost)
    new = program(rules="high when jurisdiction is CN", **cost)
    result = compared(two_customers(), old, new, "深圳", "Oslo", "Austin", "Idle", "nobody")
    assert result.customers == 2  # not the US company, and not the one without an open account
    assert [(one.customer, one.old, one.new) for one in result.moved] == [
        ("深圳", Tier.MEDIUM, Tier.HIGH)
    ]
    assert "high when jurisdiction is CN" in result.moved[0].why
    assert result.old.tiers == Counter({Tier.MEDIUM: 2})
    assert result.new.tiers == Counter({Tier.MEDIUM: 1, Tier.HIGH: 1})
    assert result.old.checks == Fraction(365, 730) * 2
    more = result.new.checks - result.old.checks
    assert more == 1 - Fraction(365, 730)
    assert result.new.hours - result.old.hours == more / 4
    assert result.new.cost - result.old.cost == more * Fraction("5.5")


def test_a_program_compared_with_itself_changes_nothing() -> None:
    same = program(rules="high when jurisdiction is CN")
    result = compared(two_customers(), same, same, "深圳", "Oslo")
    assert result.moved == []
    assert result.old == result.new


def test_a_tier_without_days_is_not_verified_again_on_a_schedule() -> None:
    assert yearly_checks(program(review_days_low="0"), Tier.LOW) == 0


@given(st.lists(st.sampled_from(list(Tier)), max_size=6))
def test_the_load_is_the_sum_over_customers(tiers: list[Tier]) -> None:
    names = [f"C{n}" for n in range(len(tiers))]
    told = world(
        *(t for name in names for t in entity(name, "NO")),
        *(
            ("2027-01-01", "account", {"id": f"A-{n}", "customer": n, "state": "opened"})
            for n in names
        ),
        *(
            ("2027-01-01", "customer", {"id": n, "tier": t.value})
            for n, t in zip(names, tiers, strict=True)
        ),
    )
    result = compared(told, program(), program(), *names)
    assert result.old.checks == sum((yearly_checks(program(), t) for t in tiers), Fraction(0))


def step(method: str, result: str = "passed") -> World:
    keys = {"person": "Oslo", "method": method, "result": result}
    return two_customers().also(("2027-02-01", "verification", keys))


def test_a_check_costs_what_the_route_of_the_last_passed_step_costs() -> None:
    costs = program(cost_document_check="3", cost_non_documentary_check="1")
    yearly = Fraction(365, 730)
    for told, price in (
        (two_customers(), 3), (step("documentary"), 3), (step("non_documentary"), 1),
        (step("non_documentary", "failed"), 3),
    ):  # fmt: skip
        assert compared(told, costs, costs, "Oslo").old.cost == yearly * price


def test_customers_of_whom_it_is_not_known_are_counted_and_left_out() -> None:
    unknown = ("2027-01-01", "customer", {"id": "王", "kind": "individual"})
    account = ("2027-01-01", "account", {"id": "A-王", "customer": "王", "state": "opened"})
    result = compared(two_customers().also(unknown, account), program(), program(), "王", "Oslo")
    assert (result.customers, result.open_) == (1, 1)
