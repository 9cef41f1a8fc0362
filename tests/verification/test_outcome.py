"""What verification has come to, against a twin that lives through the steps day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.verification.stepped import FOREIGN, company, individual, step
from tests.world import Telling, world

OUTCOME = "verification.outcome"
ON = "2027-02-01"
FIRST = date(2028, 2, 20)  # so that the days drawn lie about a leap day


def of(made_with: tuple[Telling, ...], day: str = ON) -> object:
    return individual(*made_with).ask(day, OUTCOME, "A1").value


# --- The twin

STEPS = st.fixed_dictionaries(
    {"result": st.sampled_from(["passed", "failed", "doubtful"])},
    optional={
        "method": st.sampled_from(["documentary", "non_documentary", "signatory"]),
        "final": st.sampled_from(["yes", "no"]),
        "discrepancy": st.just("the birthday differs"),
        "resolution": st.just("a slip of the pen"),
        "evidence": st.sampled_from(["D1", "D2", "D3"]),
    },
)
PAPERS: tuple[Telling, ...] = (
    ("2025-01-01", "evidence", {"id": "D1", "kind": "Passport"}),
    ("2025-01-01", "evidence", {"id": "D2", "kind": "library_card"}),
    ("2025-01-01", "evidence", {"id": "D3", "kind": "passport", "expires": "2028-02-28"}),
)


def lived_through(steps: dict[int, dict[str, str]], last: int, attempts: int) -> str:
    """Live through the days and keep what stands in the file at the end of each."""
    stands, failures, open_points = "not_started", 0, 0
    for day in range(last + 1):
        told = steps.get(day)
        if told is None:
            continue
        if "discrepancy" in told and "resolution" not in told:
            open_points += 1
        if "resolution" in told and "discrepancy" not in told:
            open_points = 0
        by_paper, paper = told.get("method") == "documentary", told.get("evidence")
        expired = paper == "D3" and FIRST + timedelta(day) > date(2028, 2, 28)
        refused = by_paper and (paper in (None, "D2") or expired)
        if told["result"] == "passed":
            failures = 0
            stands = "pending" if refused else "verified"
        elif told["result"] == "failed":
            failures += 1
            over = told.get("final") == "yes" or failures >= attempts
            stands = "failed" if over else "pending"
        else:
            stands = "doubtful"
        if open_points and stands != "failed":
            stands = "doubtful"
    return stands


@given(
    steps=st.dictionaries(st.integers(0, 20), STEPS, max_size=6),
    last=st.integers(0, 25),
    attempts=st.integers(1, 4),
)
def test_an_outcome_is_what_living_through_the_steps_comes_to(
    steps: dict[int, dict[str, str]], last: int, attempts: int
) -> None:
    told: list[Telling] = [*FOREIGN, *PAPERS]
    for day, keys in steps.items():
        told.append((str(FIRST + timedelta(day)), "verification", {"person": "C1", **keys}))
    program = {"attempts": str(attempts), "accepted_documents": ["passport"]}
    inquiry = world(*told).inquiry(FIRST + timedelta(last), program=program)
    assert inquiry.ask(OUTCOME, "C1").value == lived_through(steps, last, attempts)


# --- Examples


def test_an_outcome_cites_the_clause_and_the_routes_that_were_tried() -> None:
    made = individual(
        step("2027-01-01", "failed"), step("2027-01-02", "passed", method="non_documentary")
    )
    answer = made.ask(ON, OUTCOME, "A1")
    assert answer.value == "verified"
    assert {"7.302(d)(2)", "7.302(d)(2)(i)", "7.302(d)(2)(ii)"} <= set(answer.clauses)
    assert "7.302(d)(2)(iii)" not in answer.clauses
    assert answer.because[0].text == "the identity of C1 is verified"
    assert answer.facts == ("fact 4", "fact 5")
    assert str(answer.readings[0]) == "D16: multiply"


def test_of_several_persons_the_worst_outcome_counts_and_one_can_be_asked_about() -> None:
    made = company(step("2027-01-01", "passed"), step("2027-01-01", "doubtful", person="P1"))
    assert made.ask(ON, OUTCOME, "A1").value == "doubtful"
    assert made.ask(ON, OUTCOME, "A1", person="C1").value == "verified"
    assert company(step("2027-01-01", "passed")).ask(ON, OUTCOME, "A1").value == "not_started"


def test_three_failures_are_final_and_a_later_pass_begins_anew() -> None:
    three = tuple(step(f"2027-01-0{day}", "failed") for day in (1, 2, 3))
    assert of(three[:2]) == "pending"
    assert of(three) == "failed"
    assert of((*three, step("2027-01-04", "passed"))) == "verified"
    again = (*three, step("2027-01-04", "passed"), step("2027-01-05", "failed"))
    assert of(again) == "pending"


def test_a_discrepancy_is_open_until_it_is_resolved_in_its_own_step_or_a_later_one() -> None:
    found = step("2027-01-01", "passed", id="V1", discrepancy="two birthdays")
    assert of((found,)) == "doubtful"
    same = ("2027-01-05", "verification", {"id": "V1", "resolution": "a typing error"})
    assert of((found, same)) == "verified"
    assert of((found, step("2027-01-05", "passed", resolution="a typing error"))) == "verified"


def test_the_resolution_of_one_discrepancy_does_not_settle_another() -> None:
    first = step("2027-01-01", "passed", discrepancy="two birthdays")
    other = step("2027-01-02", "passed", discrepancy="two names", resolution="a married name")
    assert of((first, other)) == "doubtful"


def test_steps_of_one_day_count_in_the_order_of_their_instants() -> None:
    late = step("2027-01-05T18:00:00Z", "passed")
    early = step("2027-01-05T09:00:00Z", "failed", final="yes")
    assert of((late, early)) == "verified"
    assert of((early, late)) == "verified"


def test_a_document_on_its_last_day_of_validity_is_valid() -> None:
    paper = ("2025-01-01", "evidence", {"id": "D1", "kind": "passport", "expires": "2028-02-29"})
    on_it = individual(paper, step("2028-02-29", "passed", evidence="D1"))
    after = individual(paper, step("2028-03-01", "passed", evidence="D1"))
    assert on_it.ask("2028-03-05", OUTCOME, "A1").value == "verified"
    assert after.ask("2028-03-05", OUTCOME, "A1").value == "pending"


def test_a_document_of_a_kind_that_the_program_does_not_accept_proves_nothing() -> None:
    made = individual(*PAPERS, step("2027-01-05", "passed", evidence="D2"))
    assert made.ask(ON, OUTCOME, "A1").value == "verified"
    choosy = made.inquiry(ON, program={"accepted_documents": ["passport"]})
    assert choosy.ask(OUTCOME, "A1").value == "pending"
    unshown = individual(step("2027-01-05", "passed"))
    choosy = unshown.inquiry(ON, program={"accepted_documents": ["passport"]})
    assert choosy.ask(OUTCOME, "A1").value == "pending"
