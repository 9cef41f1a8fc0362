"""Every decision, asked of every id in random worlds: it answers, in form, and tells no secrets."""

import inspect
from datetime import date
from functools import cache
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.decision import Decision
from knowntenant.law.kinds import DAY, ID, PERCENT, TEXT, YES_NO, ListOf
from knowntenant.law.pack import Pack
from knowntenant.obligations.registry import all_decisions
from knowntenant.obligations.row import KINDS, OBLIGATION, ObligationKind
from tests.drawn import CANARY, DAYS, IP, PEOPLE, WORLDS
from tests.fitting import fits
from tests.law.toy import NPRM, both
from tests.world import NOTHING, World

LOG = "identification.access_log"
THIRD = "#3"
RECORDS = ("Certification-1", "certification-1", "report-1", "request-1", "training_note-1", THIRD)
SUBJECTS = {
    "": ("",),
    "account": ("A1", "C1", "C2", "nobody", ""),
    "customer": ("C1", "E1", "A1"),
    "person": PEOPLE,
    "product": ("X1", "C1"),
    "record": ("A1", "C1", "R1", *RECORDS),
    "request": ("request-1", "R1"),
    "reseller": ("R1", "P1"),
}
CHOICES = st.fixed_dictionaries(
    {name: st.sampled_from(sorted(row.choices)) for name, row in NPRM.readings.items()}
)
PROGRAMS = st.sampled_from(
    [
        NOTHING,
        {"provisional_use": "yes", "attempts": "1", "after_failure": "restrict"},
        {"accepted_documents": ["passport"], "provisional_permissions": ["read_only"]},
    ]
)


def questions() -> list[tuple[Decision, str, dict[str, object]]]:
    """List every decision with every subject and further argument."""
    asked: list[tuple[Decision, str, dict[str, object]]] = []
    for decision in all_decisions().values():
        subjects = SUBJECTS[decision.of]
        further: list[dict[str, object]] = [{}]
        further += [
            {name: who} for name, who in product(decision.takes, PEOPLE[:2]) if name != "of"
        ]
        needed = [p for p in arguments(decision) if p.default is inspect.Parameter.empty]
        asked += [
            (decision, subject, given_)
            for subject in subjects
            for given_ in further
            if len(given_) >= len(needed)
        ]
    return asked


def arguments(decision: Decision) -> list[inspect.Parameter]:
    """Give the further arguments of a decision."""
    parameters = inspect.signature(decision.decide).parameters
    return [parameters[name] for name in decision.takes if name != "of"]


QUESTIONS = questions()


def spoken(answer: Answer[object]) -> str:
    """Give all words of an answer."""
    reasons = " ".join(reason.text for reason in answer.because)
    return f"{answer.value!r} {reasons} {answer.flags}"


@both
@settings(max_examples=40)
@given(made=WORLDS, day=DAYS, readings=CHOICES, program=PROGRAMS)
def test_every_decision_answers_every_question_in_its_form_and_keeps_personal_data_out(
    pack: Pack,
    made: World,
    day: date,
    readings: dict[str, str],
    program: dict[str, str | list[str]],
) -> None:
    inquiry = made.inquiry(day, pack=pack, readings=readings, program=dict(program))
    cited: set[str] = set()
    for decision, subject, further in QUESTIONS:
        answer = inquiry.ask(decision.name, subject, **further)
        asked = f"{decision.name} of {subject!r} with {further}: {answer.value!r}"
        assert fits(decision.answers, answer.value), asked
        assert CANARY not in spoken(answer), asked
        assert IP not in spoken(answer) or decision.name == LOG, asked
        assert {taken.defect for taken in answer.readings} <= readings_of(decision.name), asked
        cited.update(answer.clauses)
        assert answer.because or decision.composed, asked
    assert [clause for clause in cited if clause and not pack.contains(clause)] == []


@cache
def readings_of(name: str) -> frozenset[str]:
    """Give the readings a decision declares, and those of the decisions that it may ask."""
    decision = all_decisions()[name]
    return frozenset(decision.readings).union(*map(readings_of, decision.asks))


@settings(max_examples=40)
@given(made=WORLDS, day=DAYS, first=st.integers(0, 6), step=st.integers(7, 29))
def test_an_answer_that_is_remembered_is_the_one_that_a_fresh_inquiry_gives(
    made: World, day: date, first: int, step: int
) -> None:
    remembering = made.inquiry(day)
    for decision, subject, further in QUESTIONS[first::step] + QUESTIONS[::-step]:
        again = (made.inquiry(day), subject) if decision.of else (made.inquiry(day),)
        fresh = decision.decide(*again, **further)
        assert remembering.ask(decision.name, subject, **further) == fresh
        assert remembering.ask(decision.name, subject, **further) == fresh


@settings(max_examples=25)
@given(made=WORLDS, day=DAYS)
def test_the_order_in_which_things_of_different_days_are_told_does_not_matter(
    made: World, day: date
) -> None:
    days = [happened[:10] for happened, _, _ in made.told]
    if len(set(days)) < len(days):
        return
    other = World(tuple(reversed(made.told)))
    first, second = made.inquiry(day), other.inquiry(day)
    for decision, subject, further in QUESTIONS:
        if subject == THIRD:  # a name by the order of telling
            continue
        one = first.ask(decision.name, subject, **further).value
        two = second.ask(decision.name, subject, **further).value
        assert as_set(one) == as_set(two), f"{decision.name} of {subject}"


def as_set(value: object) -> object:
    """Give a list without its order."""
    return sorted(map(repr, value)) if isinstance(value, tuple) else value


# --- The checker itself, tested with violations


def test_the_checker_of_forms_takes_what_fits() -> None:
    assert fits(DAY, date(2028, 2, 29))
    assert fits(DAY, None)
    assert fits(YES_NO, UNKNOWN)
    assert fits(ListOf(ID), ("Nguyễn",))
    assert fits(KINDS, ObligationKind.VERIFY_IDENTITY)
    assert fits(OBLIGATION, {"kind": ObligationKind.VERIFY_IDENTITY, "due": None})


def test_the_checker_of_forms_finds_what_does_not_fit() -> None:
    assert not fits(DAY, "2028-02-29")
    assert not fits(PERCENT, 0.25)
    assert not fits(YES_NO, bool(1))
    assert not fits(ListOf(TEXT), ["a list that can be changed"])
    assert not fits(ListOf(ID), (None,))
    assert not fits(ListOf(YES_NO), (YES, NO, "no"))
    assert not fits(KINDS, "verify_identity")
    assert not fits(OBLIGATION, {"colour": "blue"})
    assert not fits(OBLIGATION, ())
