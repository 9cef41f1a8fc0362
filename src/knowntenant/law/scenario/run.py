"""A scenario run under a pack: which expectations held, which failed, and with what reasons."""

from dataclasses import dataclass

from knowntenant.law.answer import Answer
from knowntenant.law.law import Law, Silent
from knowntenant.law.pack import Pack
from knowntenant.law.problem import Problem
from knowntenant.law.scenario.checks import known_choice, known_clause
from knowntenant.law.scenario.expectation import Expectation, read_expectation
from knowntenant.law.scenario.matching import Missed, missed
from knowntenant.law.scenario.node import Reader
from knowntenant.law.scenario.shape import Scenario
from knowntenant.law.scenario.world import Vocabulary, World


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one expectation. answer: None where the pack is silent on the question."""

    expectation: Expectation
    answer: Answer[object] | None
    missed: tuple[Missed, ...]

    @property
    def held(self) -> bool:
        """Whether the answer met every check."""
        return not self.missed


@dataclass(frozen=True, slots=True)
class Run:
    """One scenario under one pack. It is judged only where there are no problems."""

    scenario: Scenario
    pack: Pack
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]

    @property
    def held(self) -> bool:
        """Whether everything expected came, with no problem."""
        return not self.problems and all(outcome.held for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scenario ready to be asked under a pack."""

    world: World
    expectations: tuple[Expectation, ...]
    problems: tuple[Problem, ...]


def prepare(scenario: Scenario, pack: Pack, vocabulary: Vocabulary) -> Prepared:
    """Read everything in a scenario that depends on facts, decisions or the pack."""
    reader = Reader(scenario.file)
    for clause in scenario.clauses:
        known_clause(clause, pack, reader, scenario.line)
    chosen = {
        defect.upper(): known
        for defect, choice in scenario.readings.items()
        if (known := known_choice(defect, choice, pack, reader, scenario.given_line)) is not None
    }
    world = vocabulary.world(scenario, Law(pack, chosen), reader)
    subjects = None if scenario.untold else world.subjects
    read = (
        read_expectation(asked, vocabulary.decisions, subjects, pack, reader)
        for asked in scenario.then
    )
    expectations = tuple(expectation for expectation in read if expectation is not None)
    return Prepared(world, expectations, tuple(reader.problems))


def run(scenario: Scenario, pack: Pack, vocabulary: Vocabulary) -> Run:
    """Run a scenario under a pack. Nothing is judged where the scenario itself has problems."""
    ready = prepare(scenario, pack, vocabulary)
    if ready.problems:
        return Run(scenario, pack, (), ready.problems)
    outcomes = tuple(judge(expectation, ready.world, pack) for expectation in ready.expectations)
    return Run(scenario, pack, outcomes, ())


def judge(expectation: Expectation, world: World, pack: Pack) -> Outcome:
    """Ask one question and compare its answer; a pack's silence is a failure with its message."""
    try:
        answer = world.answer(expectation.question)
    except Silent as silence:
        nothing = Missed(
            "answer", f"an answer of {expectation.question.decision.name}", str(silence)
        )
        return Outcome(expectation, None, (nothing,))
    found = (missed(check, answer, pack) for check in expectation.checks)
    return Outcome(expectation, answer, tuple(one for one in found if one is not None))
