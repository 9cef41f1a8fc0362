"""Every decision, asked of every id in random worlds: it answers, in form, and tells no secrets."""

import inspect
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.decision import Decision
from knowntenant.law.kinds import DAY, ID, PERCENT, TEXT, YES_NO, Kind, ListOf
from knowntenant.law.loading import load_pack, pack_names
from knowntenant.law.pack import Pack
from knowntenant.obligations.registry import all_decisions
from knowntenant.obligations.row import KINDS, OBLIGATION, ObligationKind
from tests.drawn import CANARY, DAYS, IP, PEOPLE, WORLDS
from tests.fitting import fits
from tests.law.toy import NPRM, TOY
from tests.world import NOTHING, World

LOG = "identification.access_log"
THIRD = "#3"
RECORDS = ("Certification-1", "certification-1", "report-1", "request-1", "training_note-1", THIRD)
SUBJECTS = {
    "": ("",),
    "account": ("A1", "C1", "C2", "nobody", ""),
    "adp": ("ADP1", "ADP2", "nobody"),
    "blocked_property": ("blocked_property-1", "C1"),
    "customer": ("C1", "E1", "A1"),
    "disclosure": ("disclosure-1", "C1"),
    "exemption": ("exemption-1", "nobody"),
    "model": ("M1", "T1"),
    "order": ("O1", "C1"),
    "penalty_notice": ("penalty_notice-1", "nobody"),
    "person": PEOPLE,
    "petition": ("petition-1", "nobody"),
    "product": ("X1", "C1"),
    "record": ("A1", "C1", "R1", *RECORDS),
    "red_flag": ("red_flag-1", "nobody"),
    "report": ("report-1", "report-2", "T1"),
    "request": ("request-1", "R1"),
    "reseller": ("R1", "P1"),
    "restricted_transaction": ("restricted_transaction-1", "C1"),
    "shortcoming": ("shortcoming-1", "R1"),
    "staff": ("staff-1", "C1"),
    "tip": ("tip-1", "nobody"),
    "transaction": ("T1", "A1", "nobody"),
}
NARROWED = ("R1", "provider-1", "nobody")
"""Whom a decision that can do without a subject is narrowed to."""
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


IN_FORCE = [pack for name in pack_names() if (pack := load_pack(name)).in_force]
every_pack = pytest.mark.parametrize("pack", [NPRM, TOY, *IN_FORCE], ids=lambda pack: pack.name)


def asked_under(pack: Pack) -> list[Decision]:
    """Give the decisions to be asked under a pack: not those that only other packs decide."""
    if pack in IN_FORCE:
        return [d for d in all_decisions().values() if d.composed or d.name in pack.decided]
    elsewhere = {name for other in IN_FORCE for name in other.decided} - pack.decided.keys()
    return [d for d in all_decisions().values() if d.name not in elsewhere]


@cache
def questions(name: str) -> list[tuple[Decision, str, dict[str, object]]]:
    """List every decision of a pack with every subject and further argument."""
    asked: list[tuple[Decision, str, dict[str, object]]] = []
    pack = next(one for one in (NPRM, TOY, *IN_FORCE) if one.name == name)
    for decision in asked_under(pack):
        subjects = SUBJECTS[decision.of]
        subjects += NARROWED if "of" in decision.takes and not decision.of else ()
        base = {p.name: drawn(decision.takes[p.name])[0] for p in arguments(decision)}
        further: list[dict[str, object]] = [base]
        further += [
            {**base, name: value}
            for name, kind in decision.takes.items()
            for value in drawn(kind)
            if name != "of"
        ]
        asked += [(decision, subject, given_) for subject in subjects for given_ in further]
    return asked


def drawn(kind: Kind | ListOf) -> tuple[object, ...]:
    """Give a few values of a further argument, read as its kind is."""
    if isinstance(kind, ListOf):
        assert isinstance(kind.of, Kind)
        return (drawn(kind.of), ())
    if kind in (ID, TEXT):
        return PEOPLE[:2]
    return tuple(kind.read(word) for word in (kind.example.split(" | "))[:2])


def arguments(decision: Decision) -> list[inspect.Parameter]:
    """Give the further arguments that a decision cannot do without."""
    parameters = inspect.signature(decision.decide).parameters
    named = [parameters[name] for name in decision.takes if name in parameters and name != "of"]
    return [one for one in named if one.default is inspect.Parameter.empty]


QUESTIONS = questions(NPRM.name)


def spoken(answer: Answer[object]) -> str:
    """Give all words of an answer."""
    reasons = " ".join(reason.text for reason in answer.because)
    return f"{answer.value!r} {reasons} {answer.flags}"


@every_pack
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
    for decision, subject, further in questions(pack.name):
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
        narrowed = {"of": subject} if subject and not decision.of else {}
        fresh = decision.decide(*again, **narrowed, **further)
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
