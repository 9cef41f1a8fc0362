"""What a scenario needs from outside the law room: words for facts, a world that answers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from knowntenant.law.answer import Answer
from knowntenant.law.decision import Decision

if TYPE_CHECKING:
    from knowntenant.law.law import Law
    from knowntenant.law.scenario.node import Reader
    from knowntenant.law.scenario.shape import Scenario


@dataclass(frozen=True, slots=True)
class Question:
    """One question: which decision, of whom, about which day, with which further arguments.

    as_of: facts count if they were learned by the end of that day.
    """

    decision: Decision
    of: str
    as_of: date
    day: date
    given: Mapping[str, object]


class World(Protocol):
    """The facts of one scenario under one law."""

    @property
    def subjects(self) -> Mapping[str, Collection[str]]:
        """Every identifier that some fact names, and as what one can ask about it."""
        ...

    def answer(self, question: Question) -> Answer[object]:
        """Answer a question. Raises law.Silent where the pack says nothing of it."""
        ...


class Vocabulary(Protocol):
    """The words that scenarios may use, and how a world is made of the facts told."""

    @property
    def fact_names(self) -> Collection[str]:
        """Names of the fact types."""
        ...

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """The decisions that may be asked, by name."""
        ...

    def world(self, scenario: "Scenario", law: "Law", reader: "Reader") -> World:
        """Make the world of a scenario; what cannot be read becomes the reader's problem."""
        ...


def takes_subject(decision: Decision) -> bool:
    """Tell whether a decision is asked of someone or something, even if it can do without."""
    return bool(decision.of) or "of" in decision.takes
