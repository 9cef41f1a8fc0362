"""From a question as written to one that can be asked: decision, subject, arguments, checks."""

import inspect
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from knowntenant.law.decision import Decision
from knowntenant.law.kinds import DAY, Kind, ListOf, Unreadable
from knowntenant.law.pack import Pack
from knowntenant.law.problem import nearest
from knowntenant.law.scenario.checks import read_checks
from knowntenant.law.scenario.matching import Check
from knowntenant.law.scenario.node import Listed, Node, Reader, Scalar
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
    kinds: dict[str, Kind | ListOf] = {ON_DAY: DAY, **decision.takes}
    found: dict[str, object] = {}
    for name, node in asked.given.items():
        kind = kinds.get(name)
        if kind is None:
            what = f"{decision.name} takes no argument '{name}'."
            reader.wrong(node, what, nearest(name, kinds))
            continue
        value = _argument(name, node, kind, reader)
        if value is not None:
            found[name] = value
    for name in needed(decision):
        if name not in asked.given:
            remedy = f"Write with: {{{name}: {_example(decision.takes[name])}}}."
            reader.wrong(asked.line, f"{decision.name} needs the argument '{name}'.", remedy)
    return found


def _argument(name: str, node: Node, kind: Kind | ListOf, reader: Reader) -> object | None:
    """Read an argument by its kind, or give None with a problem; a list may be one scalar too."""
    one = kind.of if isinstance(kind, ListOf) else kind
    nodes = node.items if isinstance(kind, ListOf) and isinstance(node, Listed) else (node,)
    texts = [below.text for below in nodes if isinstance(below, Scalar)]
    if len(texts) < len(nodes) or not isinstance(one, Kind):
        many = "" if isinstance(kind, ListOf) else "one "
        reader.wrong(node, f"'{name}' should be {many}{kind.name}, such as {_example(kind)}")
        return None
    try:
        values = tuple(one.read(text) for text in texts)
    except Unreadable as wrong:
        reader.wrong(node, f"'{name}': {wrong}")
        return None
    return values if isinstance(kind, ListOf) else values[0]


def _example(kind: Kind | ListOf) -> str:
    if isinstance(kind, Kind):
        return kind.example
    return f"[{kind.of.example}]" if isinstance(kind.of, Kind) else "[{...}]"


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
