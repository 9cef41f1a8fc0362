"""From a question as written to one that can be asked: decision, subject, arguments, checks."""

import inspect
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from knowntenant.law.decision import Decision
from knowntenant.law.kinds import DAY, Kind, Unreadable
from knowntenant.law.pack import Pack
from knowntenant.law.problem import nearest
from knowntenant.law.scenario.checks import read_checks
from knowntenant.law.scenario.matching import Check
from knowntenant.law.scenario.node import Reader, Scalar
from knowntenant.law.scenario.shape import Asked
from knowntenant.law.scenario.world import Question, takes_subject

ON_DAY = "day"

Subjects = Mapping[str, Collection[str]]
"""The ids that facts name, and as what one can ask about each."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """A question with everything that its answer has to meet. line: where it stands in the file."""

    line: int
    question: Question
    checks: tuple[Check, ...]


def read_expectation(
    asked: Asked,
    decisions: Mapping[str, Decision],
    subjects: Subjects | None,
    pack: Pack,
    reader: Reader,
) -> Expectation | None:
    """Read a question and its checks; None, with problems, where its decision is unknown.

    subjects: the ids that facts name; None where that is not known.
    """
    decision = decisions.get(asked.ask)
    if decision is None:
        what = f"there is no decision '{asked.ask}'."
        reader.wrong(asked.line, what, nearest(asked.ask, decisions))
        return None
    given = _arguments(asked, decision, reader)
    of = str(given.pop("of", asked.of))
    _check_subject(asked, of, decision, subjects, reader)
    on = given.pop(ON_DAY, asked.as_of)
    day = on if isinstance(on, date) else asked.as_of
    question = Question(decision, of, asked.as_of, day, given)
    return Expectation(asked.line, question, read_checks(asked, decision, pack, reader))


def needed(decision: Decision) -> tuple[str, ...]:
    """Give the arguments that a decision cannot do without."""
    signature = inspect.signature(decision.decide).parameters
    return tuple(
        name
        for name in decision.takes
        if name in signature and signature[name].default is inspect.Parameter.empty
    )


def _arguments(asked: Asked, decision: Decision, reader: Reader) -> dict[str, object]:
    kinds: dict[str, Kind] = {ON_DAY: DAY, **decision.takes}
    found: dict[str, object] = {}
    for name, node in asked.given.items():
        kind = kinds.get(name)
        if kind is None:
            what = f"{decision.name} takes no argument '{name}'."
            reader.wrong(node, what, nearest(name, kinds))
        elif not isinstance(node, Scalar):
            reader.wrong(node, f"'{name}' should be one {kind.name}, such as {kind.example}")
        else:
            try:
                found[name] = kind.read(node.text)
            except Unreadable as wrong:
                reader.wrong(node, f"'{name}': {wrong}")
    for name in needed(decision):
        if name not in asked.given:
            remedy = f"Write with: {{{name}: {decision.takes[name].example}}}."
            reader.wrong(asked.line, f"{decision.name} needs the argument '{name}'.", remedy)
    return found


def _check_subject(
    asked: Asked, of: str, decision: Decision, subjects: Subjects | None, reader: Reader
) -> None:
    if decision.of and not of:
        remedy = f"Write of: and the id of the {decision.of}."
        reader.wrong(
            asked.line, f"{decision.name} needs 'of', the {decision.of} asked about.", remedy
        )
    elif of and not takes_subject(decision):
        reader.wrong(asked.line, f"{decision.name} has no subject.", f"Leave out 'of: {of}'.")
    elif of and subjects is not None and of not in subjects:
        known = nearest(of, subjects) if subjects else "The scenario tells no facts."
        reader.wrong(asked.line, f"no fact names '{of}'.", known)
    elif decision.of and subjects is not None and decision.of not in subjects[of]:
        fitting = [name for name, roles in subjects.items() if decision.of in roles]
        what = f"{decision.name} is asked of: {decision.of}, and '{of}' is none."
        reader.wrong(asked.line, what, nearest(of, fitting) if fitting else "")
