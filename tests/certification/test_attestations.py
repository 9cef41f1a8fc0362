"""The six statements, and whether the record since the last notification supports each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES
from tests.certification.told import ATTESTATIONS, BLOCKERS, exempt, filed, reseller, rows
from tests.world import START, Telling, World, entity, owns, world

ON = "2028-02-15"
LAST = filed("2027-04-15")


def support(made: World, attested: str, of: str = "", day: str = ON) -> tuple[object, object]:
    """Give whether a statement is supported, and why."""
    row = rows(made.ask(day, ATTESTATIONS, of), "attestation")[attested]
    return row["supported"], row["why"]


def review(day: str, **keys: str) -> Telling:
    """Tell a review of the program."""
    return day, "program_review", {"id": f"REV-{day}", **keys}


def version(day: str) -> Telling:
    """Tell a version of the program."""
    return day, "program_version", {"id": f"V-{day}"}


def failed(person: str, day: str = "2027-05-01", **keys: str) -> Telling:
    """Tell a step that failed."""
    return day, "verification", {"person": person, "result": "failed", **keys}


def test_a_review_counts_only_if_it_came_after_the_last_notification() -> None:
    assert support(world(LAST), "reviewed") == (NO, "0 reviews since")
    assert support(world(LAST, review("2027-04-15")), "reviewed")[0] is NO
    assert support(world(LAST, review("2027-04-16")), "reviewed")[0] is YES


def test_before_a_first_notification_everything_counts_and_that_is_flagged() -> None:
    answer = world(review("2027-04-15")).ask(ON, ATTESTATIONS)
    assert answer.flags == ("no previous notification: the first form has no such statements",)
    assert rows(answer, "attestation")["reviewed"]["supported"] is YES


# --- Services and threats

NEW: Telling = ("2027-08-01", "product", {"id": "GPU", "kind": "gpu_cloud"})


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        ((), NO),
        ((version("2027-07-31"),), NO),
        ((version("2027-08-01"),), YES),
        ((review("2027-09-01", services_considered="yes"),), YES),
        ((review("2027-09-01", services_considered="no"),), NO),
        ((review("2027-09-01"),), UNKNOWN),
        ((review("2027-07-01", services_considered="yes"),), NO),
    ],
)
def test_a_new_service_is_followed_by_a_version_or_a_review_that_says_so(
    after: tuple[Telling, ...], verdict: object
) -> None:
    assert support(world(LAST, NEW, *after), "services")[0] is verdict
    told: Telling = ("2027-08-01", "change", {"id": "S1", "kind": "new_service"})
    assert support(world(LAST, told, *after), "services")[0] is verdict


def test_without_any_service_told_no_change_can_be_seen_and_an_old_one_is_none() -> None:
    assert support(world(LAST), "services")[0] is UNKNOWN
    assert support(world(LAST, (START, "product", {"id": "VPS"})), "services")[0] is YES


def test_threats_need_a_look_even_where_none_is_told() -> None:
    assert support(world(LAST), "threats")[0] is UNKNOWN
    looked = review("2027-09-01", threats_considered="yes")
    assert support(world(LAST, looked), "threats")[0] is YES
    threat: Telling = ("2027-10-01", "change", {"id": "T1", "kind": "threat"})
    assert support(world(LAST, looked, threat), "threats")[0] is NO
    assert support(world(LAST, threat, review("2027-10-02")), "threats")[0] is UNKNOWN
    assert support(world(LAST, threat, version("2027-10-01")), "threats")[0] is YES


def test_a_resellers_change_is_no_change_of_the_providers_services() -> None:
    told = {"id": "S1", "kind": "new_service", "reseller": "R1"}
    assert support(world(LAST, ("2027-08-01", "change", told)), "services")[0] is UNKNOWN


# --- Compliance


def test_the_last_review_that_says_so_counts() -> None:
    good, bad = review("2027-05-01", complies="yes"), review("2027-06-01", complies="no")
    assert support(world(LAST, good), "complies")[0] is YES
    assert support(world(LAST, good, bad), "complies")[0] is NO
    silent = review("2027-07-01")
    assert support(world(LAST, bad, silent), "complies")[0] is NO
    assert support(world(LAST, silent), "complies")[0] is UNKNOWN


def test_an_open_shortcoming_speaks_against_it_until_the_program_is_handed_in_again() -> None:
    short: Telling = ("2027-05-01", "shortcoming", {"id": "S1"})
    again: Telling = ("2027-06-01", "shortcoming", {"id": "S1", "resubmitted_on": "2027-06-01"})
    good = review("2027-07-01", complies="yes")
    assert support(world(LAST, short, good), "complies") == (NO, "1 shortcomings are open")
    assert support(world(LAST, short, again, good), "complies")[0] is YES
    other: Telling = ("2027-05-01", "shortcoming", {"id": "S1", "reseller": "R1"})
    assert support(world(LAST, other, good), "complies")[0] is YES


def test_gaps_in_the_written_program_speak_against_it() -> None:
    made = world(LAST, review("2027-07-01", complies="yes"))
    answer = made.inquiry(ON, program={"identity_tools": "VerifyCo"}).ask(ATTESTATIONS)
    row = rows(answer, "attestation")["complies"]
    assert row["supported"] is NO
    assert str(row["why"]).startswith("left open by the program: version")


# --- Failures and resolutions


def resolved(*told: Telling) -> object:
    """Say whether the one failure told is resolved."""
    return support(world(LAST, *told), "resolutions_recorded")[0]


def test_a_failure_is_resolved_by_its_own_words_or_a_later_step() -> None:
    assert resolved(failed("C1")) is NO
    assert resolved(failed("C1", resolution="the register was out of date")) is YES
    passed = ("2027-05-02", "verification", {"person": "C1", "result": "passed"})
    assert resolved(failed("C1"), passed) is YES
    before = ("2027-04-30", "verification", {"person": "C1", "result": "passed"})
    assert resolved(failed("C1"), before) is NO
    doubtful = ("2027-05-02", "verification", {"person": "C1", "result": "doubtful"})
    assert resolved(failed("C1"), doubtful) is NO


@pytest.mark.parametrize(
    ("state", "day", "verdict"),
    [("resolved", "2027-05-01", YES), ("resolved", "2027-04-30", NO), ("opened", "2027-05-09", NO)],
)
def test_a_failure_is_resolved_by_redress_from_that_day_on(
    state: str, day: str, verdict: object
) -> None:
    redress: Telling = (day, "redress", {"id": "RED", "customer": "C1", "state": state})
    assert resolved(failed("C1"), redress) is verdict


def test_a_redress_case_of_which_no_state_is_told_resolves_nothing() -> None:
    assert resolved(failed("C1"), ("2027-05-09", "redress", {"id": "RED", "customer": "C1"})) is NO


@pytest.mark.parametrize(
    ("states", "verdict"),
    [(("closed",), YES), (("refused", "closed"), YES), (("closed", "opened"), NO)],
)
def test_a_failure_is_resolved_once_no_account_is_left(
    states: tuple[str, ...], verdict: object
) -> None:
    accounts: list[Telling] = [
        (START, "account", {"id": f"A{n}", "customer": "C1", "state": state})
        for n, state in enumerate(states)
    ]
    assert resolved(failed("C1"), *accounts) is verdict


def test_what_fails_about_an_owner_is_resolved_with_the_customers_account() -> None:
    made = (*entity("C1", "VN"), owns("李伟", "C1", "100"), failed("李伟"))
    account = {"id": "A1", "customer": "C1", "state": "closed"}
    assert resolved(*made) is NO
    assert resolved(*made, (START, "account", account)) is YES


def test_a_step_about_nobody_is_counted_and_stays_unresolved() -> None:
    made = world(LAST, ("2027-05-01", "verification", {"result": "failed"}))
    assert support(made, "failures_counted")[1] == "1 times an identity could not be verified"
    assert support(made, "resolutions_recorded")[0] is NO


def test_a_step_without_a_result_leaves_the_count_open() -> None:
    made = world(LAST, ("2027-05-01", "verification", {"person": "C1"}))
    assert support(made, "failures_counted")[0] is UNKNOWN
    assert support(made, "resolutions_recorded")[0] is UNKNOWN


@given(st.lists(st.booleans(), max_size=20))
def test_resolved_and_unresolved_add_up_to_all_failures(stories: list[bool]) -> None:
    steps = [
        failed(f"C{n}", **({"resolution": "shown"} if good else {}))
        for n, good in enumerate(stories)
    ]
    found = rows(world(LAST, *steps).ask(ON, ATTESTATIONS), "attestation")
    row = found["resolutions_recorded"]
    assert (row["counted"], row["out_of"]) == (sum(stories), len(stories))
    assert row["supported"] is (YES if all(stories) else NO)
    assert found["failures_counted"]["counted"] == len(stories)


# --- Resellers


def submitted(day: str, *attests: str) -> Telling:
    """Tell which statements R1 makes."""
    return day, "reseller_submission", {"reseller": "R1", "attests": list(attests)}


def test_a_resellers_statements_are_its_own_word_since_its_last_notification() -> None:
    made = world(*reseller(), filed("2027-04-15", reseller="R1"))
    assert support(made, "reviewed", "R1") == (UNKNOWN, "the reseller has not stated it")
    fresh = made.also(submitted("2028-01-05", "reviewed"))
    assert support(fresh, "reviewed", "R1") == (YES, "the reseller states it")
    assert support(fresh, "threats", "R1")[0] is UNKNOWN
    stale = made.also(submitted("2027-04-01", "reviewed"))
    assert support(stale, "reviewed", "R1")[0] is UNKNOWN


def test_facts_at_hand_may_contradict_a_reseller() -> None:
    account = {"id": "A1", "customer": "C1", "reseller": "R1", "state": "opened"}
    made = world(*reseller(), filed("2027-04-15", reseller="R1"), (START, "account", account))
    made = made.also(submitted("2028-01-05", "resolutions_recorded", "failures_counted"))
    assert support(made, "resolutions_recorded", "R1")[0] is YES
    against = made.also(failed("C1"))
    assert support(against, "resolutions_recorded", "R1")[0] is NO
    assert support(against, "failures_counted", "R1")[0] is YES
    assert support(against, "resolutions_recorded")[0] is YES  # the provider's own are others


# --- What stops a signature


def test_statements_stop_a_yearly_certification_and_not_the_first_form() -> None:
    assert "reviewed" in rows(world(LAST).ask(ON, BLOCKERS), "item")
    assert "reviewed" not in rows(world().ask(ON, BLOCKERS), "item")


def test_while_an_exemption_stands_nothing_is_stated_or_stopped() -> None:
    made = world(LAST, exempt(), *reseller())
    assert made.ask(ON, ATTESTATIONS).flags == ("exempt",)
    assert made.ask(ON, BLOCKERS).value == ()


def test_a_reseller_that_is_exempt_stops_nothing() -> None:
    made = world(*reseller(), exempt(reseller="R1"))
    assert "reseller_form" not in rows(made.ask(ON, BLOCKERS), "item")
    assert "reseller_form" in rows(world(*reseller()).ask(ON, BLOCKERS), "item")


def test_each_column_that_an_unverified_account_lacks_is_named_with_its_clause() -> None:
    account = {"id": "A1", "customer": "C1", "state": "provisional"}
    made = world(*entity("C1", "VN"), (START, "account", account))
    row = rows(made.ask(ON, BLOCKERS), "item")["unverified_accounts"]
    assert row["clause"] == "7.304(a)(2)(ix)(D)"
    assert row["why"] == "A1: deprovision_on is missing"


@pytest.mark.parametrize(("learned", "counted"), [("2027-04-15", 0), ("2027-04-16", 1)])
def test_what_was_learned_after_a_filing_counts_in_the_next_one(learned: str, counted: int) -> None:
    before = failed("C1", "2027-03-20", learned=learned)
    row = rows(world(LAST, before).ask(ON, ATTESTATIONS), "attestation")["failures_counted"]
    assert row["counted"] == counted
    begun: Telling = ("2027-03-20", "verification", {"id": "S1", "person": "C1"})
    came: Telling = (learned, "verification", {"id": "S1", "result": "failed"})
    row = rows(world(LAST, begun, came).ask(ON, ATTESTATIONS), "attestation")["failures_counted"]
    assert row["counted"] == counted


def test_a_threat_learned_of_after_a_filing_is_new_and_a_review_of_before_is_not() -> None:
    late = {"learned": "2027-05-01"}
    threat: Telling = ("2027-03-20", "change", {"id": "T1", "kind": "threat", **late})
    looked: Telling = (
        "2027-04-10", "program_review", {"id": "REV", "threats_considered": "yes", **late},
    )  # fmt: skip
    assert support(world(LAST, threat, looked), "threats")[0] is NO
    after = review("2027-05-01", threats_considered="yes")
    assert support(world(LAST, threat, after), "threats")[0] is YES
    assert support(world(LAST, looked), "reviewed")[0] is NO
