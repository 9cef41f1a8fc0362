"""One inquiry: known facts, the law, the program and a day; through it decisions ask each other."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import TypeVar, cast

from knowntenant.facts.declaration import Fact
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Key
from knowntenant.facts.program import Program
from knowntenant.law.answer import Answer
from knowntenant.law.days import Moment, day_of
from knowntenant.law.decision import Decision, decisions
from knowntenant.law.law import Law
from knowntenant.law.problem import nearest

F = TypeVar("F", bound=Fact)


T = TypeVar("T")


class UndeclaredAsk(RuntimeError):  # noqa: N818 - it names what happened
    """A decision asked one that its declaration (`asks=`) does not name, or went in a circle."""


@dataclass(slots=True)
class Inquiry:
    """What every decision receives: `day` is asked about; facts count if learned by `as_of`."""

    known: Known
    law: Law
    program: Program
    day: date
    _answers: dict[tuple[object, ...], Answer[object]] = field(default_factory=dict)
    remembered: dict[tuple[object, ...], object] = field(default_factory=dict)
    _asking: tuple[Decision, ...] = ()

    @property
    def as_of(self) -> date:
        """The day by whose end a fact must have been learned to count."""
        return self.known.as_of

    def on(self, day: date) -> "Inquiry":
        """Give the same inquiry about another day."""
        return self if day == self.day else self._at(day, self._asking)

    def one(self, shape: type[F], key: str | Key) -> F | None:
        """Give a fact as it stood at the end of the day asked about."""
        return self.known.one(shape, key, self.day)

    def where(self, shape: type[F], **wanted: str) -> tuple[F, ...]:
        """Give the facts of a type that refer to what is wanted, on the day asked about."""
        return self.known.where(shape, self.day, **wanted)

    def every(self, shape: type[F]) -> tuple[F, ...]:
        """Give all facts of a type on the day asked about."""
        return self.known.every(shape, self.day)

    def day_of(self, moment: Moment) -> date:
        """Give the day of a moment in the pack's zone."""
        return day_of(moment, self.law.zone)

    def ask(self, name: str, of: str = "", **given: object) -> Answer[object]:
        """Ask a decision by name. Raises UndeclaredAsk, and LookupError for an unknown name.

        Of a decision without a subject, `of` is the argument of that name that narrows it.
        """
        found = decisions().get(name)
        if found is None:
            message = f"there is no decision '{name}'. {nearest(name, decisions())}"
            raise LookupError(message)
        self._check(found)
        asked = (name, of, self.day, *(sorted(given.items()) if given else ()))
        if asked not in self._answers:
            within = self._at(self.day, (*self._asking, found))
            subject = (of,) if found.of else ()
            narrowed = {"of": of} if of and not found.of else {}
            self._answers[asked] = found.decide(within, *subject, **narrowed, **given)
        return self._answers[asked]

    def know(self, name: str, answer: Answer[object]) -> None:
        """Take the answer of a decision without a subject as worked out already, piece by piece."""
        self._answers[name, "", self.day] = answer

    def _at(self, day: date, asking: tuple[Decision, ...]) -> "Inquiry":
        # Written out: dataclasses.replace took a fourteenth of the time of a whole review.
        return Inquiry(
            self.known, self.law, self.program, day, self._answers, self.remembered, asking
        )

    def _check(self, found: Decision) -> None:
        if not self._asking:
            return
        asker = self._asking[-1]
        if found.name not in asker.asks or found in self._asking:
            message = f"'{asker.name}' may not ask '{found.name}'"
            raise UndeclaredAsk(message)


def recall(inquiry: Inquiry, function: Callable[[Inquiry, str], T], of: str, value: T) -> None:
    """Give a remembered function its answer about an id, which was worked out elsewhere."""
    inquiry.remembered[getattr(function, "__wrapped__", function), inquiry.day, of] = value


def remembered(function: Callable[[Inquiry, str], T]) -> Callable[[Inquiry, str], T]:
    """Make a pure function of an inquiry and an id answer a question once per inquiry and day."""

    @wraps(function)
    def answer(inquiry: Inquiry, of: str) -> T:
        asked = (function, inquiry.day, of)
        if asked not in inquiry.remembered:
            inquiry.remembered[asked] = function(inquiry, of)
        return cast("T", inquiry.remembered[asked])

    return answer
