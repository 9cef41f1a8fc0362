"""Which transactions are covered, since when, and who reports them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from knowntenant.training.changes import days_of_change
from tests.law.toy import both
from tests.training.lived import BOUGHT, COVERED, DAY, SINCE, abroad, american, deal, model, said
from tests.world import Telling, World, individual, owns, world

WHO = "training.who_reports"
IS_TRANSACTION, IS_TRAINING = "training.is_transaction", "training.is_training"


@both
def test_a_foreign_buyer_and_a_large_model_make_a_covered_transaction(pack: Pack) -> None:
    answer = BOUGHT.inquiry(DAY, pack=pack).ask(COVERED, "T1")
    assert answer.value is YES
    assert {"7.301 transaction", "7.301 training", "7.308(b)(1)(i)"} <= set(answer.clauses)
    assert answer.facts[0] == "fact 3"


def test_nothing_told_is_unknown_and_since_no_day() -> None:
    assert said(world(), DAY, COVERED) == "unknown"
    assert said(world(), DAY, SINCE) == "None"
    assert said(world(), DAY, WHO) == "unknown"
    assert said(world(), DAY, IS_TRAINING) == "unknown"
    assert said(world(), DAY, IS_TRANSACTION) == "unknown"


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ({}, YES),
        ({"kind": ""}, UNKNOWN),
        ({"kind": "own_use"}, NO),
        ({"kind": "Arrangement to evade"}, YES),
        ({"model": ""}, UNKNOWN),
        ({"model": "", "process": "fine_tuning"}, UNKNOWN),
        ({"model": "", "process": "inference"}, NO),
        ({"process": "inference"}, NO),
        ({"process": "dreaming"}, UNKNOWN),
        ({"model": "M9"}, UNKNOWN),
        ({"by": ""}, UNKNOWN),
        ({"by": "US1"}, NO),
        ({"by": "US1", "made_for": "B"}, YES),
        ({"by": "US1", "on_behalf_of": "B"}, YES),
        ({"by": "US1", "customer": "B"}, YES),
        ({"by": "", "account": "A1"}, YES),
        ({"by": "", "account": "A9"}, UNKNOWN),
        ({"by": "", "reseller": "B"}, YES),
        ({"by": "US1", "made_for": "nobody"}, UNKNOWN),
    ],
)
def test_each_element_counts_and_no_beats_unknown(keys: dict[str, str], verdict: object) -> None:
    account: Telling = (DAY, "account", {"id": "A1", "customer": "B", "state": "opened"})
    made = world(abroad("B"), american("US1"), account, model(), deal(**keys))
    assert made.ask(DAY, COVERED, "T1").value is verdict


def test_what_the_model_is_used_for_says_it_where_the_transaction_does_not() -> None:
    made = world(abroad("B"), model(process="inference"), deal())
    assert said(made, DAY, IS_TRAINING) == "no"
    tuned = made.also(deal(process="fine-tuning"))
    assert said(tuned, DAY, IS_TRAINING) == "yes"


def test_a_foreign_owner_of_a_us_buyer_leaves_it_open_until_somebody_says_for_whom() -> None:
    made = world(
        ("2026-01-05", "customer", {"id": "B", "kind": "entity", "control_answered": "yes"}),
        american("B"),
        *individual("P1", "VN"),
        owns("P1", "B", "100"),
        model(),
        deal(),
    )
    answer = made.ask(DAY, COVERED, "T1")
    assert (answer.value, answer.flags[0]) == (
        UNKNOWN,
        "is it made on behalf of P1, a foreign owner?",
    )
    assert said(made.also(deal("2027-05-02", made_for="B")), "2027-05-02", COVERED) == "no"
    assert said(made.also(deal("2027-05-02", on_behalf_of="P1")), "2027-05-02", COVERED) == "yes"


def test_compute_credits_are_named_with_the_clause_of_the_example() -> None:
    made = BOUGHT.also(deal(paid_with="credits"))
    assert "7.308(b)(3)(ii)" in made.ask(DAY, COVERED, "T1").clauses
    assert "7.308(b)(3)(ii)" not in BOUGHT.ask(DAY, COVERED, "T1").clauses


def test_a_development_covers_from_its_own_day_by_the_clause_on_updates() -> None:
    made = world(abroad("B"), model(large="no"), deal(), model("2027-06-10"))
    answer = made.ask("2027-07-01", SINCE, "T1")
    assert (str(answer.value), answer.because[0].clauses) == ("2027-06-10", ("7.308(b)(1)(ii)",))
    assert BOUGHT.ask("2027-07-01", SINCE, "T1").because[0].clauses == ("7.308(b)(1)(i)",)


def test_facts_that_come_in_one_by_one_are_no_development() -> None:
    made = world(abroad("B"), deal(), model("2027-05-08"))
    answer = made.ask("2027-07-01", SINCE, "T1")
    assert (str(answer.value), answer.because[0].clauses) == ("2027-05-08", ("7.308(b)(1)(i)",))


def test_a_buyer_who_goes_abroad_covers_the_transaction_from_that_day() -> None:
    made = world(american("B"), model(), deal(), ("2027-06-01", "presence", {
        "person": "B", "organised_in": "VN",
    }))  # fmt: skip
    assert said(made, "2027-07-01", SINCE) == "2027-06-01"


def test_a_branch_goes_where_the_entity_goes_whose_branch_it_is() -> None:
    made = world(
        american("HEAD"),
        ("2026-01-05", "presence", {"person": "B", "located": "GB", "branch_of": "HEAD"}),
        model(),
        deal(),
        ("2027-06-01", "presence", {"person": "HEAD", "organised_in": "GB"}),
    )
    assert said(made, "2027-05-31", COVERED) == "no"
    assert said(made, "2027-07-01", SINCE) == "2027-06-01"


def test_another_holder_of_the_account_is_a_change_too() -> None:
    made = world(
        american("US1"),
        abroad("B"),
        (DAY, "account", {"id": "A1", "customer": "US1", "state": "opened"}),
        model(),
        deal(by="", account="A1"),
        ("2027-06-01", "account", {"id": "A1", "customer": "B"}),
    )
    assert said(made, "2027-07-01", SINCE) == "2027-06-01"


def test_a_decision_on_the_model_and_its_cluster_are_changes_too() -> None:
    made = world(
        abroad("B"),
        ("2027-05-01", "model", {"id": "M1", "cluster": "K1"}),
        deal(),
        ("2027-05-20", "cluster", {"id": "K1", "operations_per_second": "1e20"}),
        ("2027-06-10", "model_decision", {"model": "M1", "verdict": "yes"}),
    )
    assert said(made, "2027-07-01", SINCE) == "2027-06-10"
    assert date(2027, 5, 20) in days_of_change(made.inquiry("2027-07-01"), "T1")


# --- Who reports


@pytest.mark.parametrize(
    ("keys", "reporting"),
    [
        ({"machines_of": "P"}, ("P",)),
        ({"machines_of": "P", "trained_by": "US1"}, ("P", "US1")),
        ({"machines_of": "P", "trained_by": "B"}, ("P",)),
        ({"trained_by": "US1", "facility_of": "C"}, ("US1",)),
        ({"machines_of": "C", "facility_of": "C"}, ("C",)),
        ({}, ("PROVIDER",)),
    ],
)
def test_whoever_supplies_machines_or_training_reports(
    keys: dict[str, str], reporting: tuple[str, ...]
) -> None:
    made = world(
        abroad("B"),
        american("US1"),
        ("2026-01-05", "provider", {"id": "PROVIDER"}),
        model(),
        deal(**keys),
    )
    assert made.ask(DAY, WHO, "T1").value == reporting


def test_who_reports_is_open_where_nobody_is_told_and_nobody_where_it_is_not_covered() -> None:
    assert BOUGHT.ask(DAY, WHO, "T1").value is UNKNOWN
    assert BOUGHT.also(model("2027-05-02", large="no")).ask("2027-05-02", WHO, "T1").value == ()
    building = BOUGHT.also(deal(machines_of="P", facility_of="C")).ask(DAY, WHO, "T1")
    assert building.because[0].text.endswith("C owns the building only")


# --- The fast search for the day, and its slow obvious twin

STATES = st.lists(
    st.tuples(st.integers(0, 25), st.sampled_from(["model", "party", "process"]), st.booleans()),
    max_size=6,
    unique_by=lambda told: told[:2],
)


def lived(states: list[tuple[int, str, bool]]) -> World:
    """Tell a transaction of the first of May that changes now and then."""
    told: list[Telling] = [abroad("B"), deal(), model()]
    for days, what, on in states:
        day = str(date(2027, 5, 1) + timedelta(days))
        if what == "model":
            told.append(model(day, large="yes" if on else "no"))
        elif what == "party":
            told.append((day, "presence", {"person": "B", "organised_in": "VN" if on else "US"}))
        else:
            told.append(
                (day, "transaction", {"id": "T1", "process": "training" if on else "inference"})
            )
    return World(tuple(told))


@given(states=STATES, ahead=st.integers(0, 30))
def test_the_day_since_which_it_is_covered_is_that_of_a_walk_back_day_by_day(
    states: list[tuple[int, str, bool]], ahead: int
) -> None:
    inquiry = lived(states).inquiry(date(2027, 5, 1) + timedelta(ahead))
    day: date | None = inquiry.day
    while day is not None and inquiry.on(day).ask(COVERED, "T1").value is YES:
        if day == date(2027, 5, 1):
            break
        day -= timedelta(days=1)
        if inquiry.on(day).ask(COVERED, "T1").value is not YES:
            day += timedelta(days=1)
            break
    else:
        day = None
    assert inquiry.ask(SINCE, "T1").value == day
