"""An answer with its reasons: what was decided, on which clauses, facts and readings."""

from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, Literal, TypeVar


class Verdict(Enum):
    """Yes, no, or unknown: unknown is a real outcome, never a polite no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        """Give the word that a scenario uses."""
        return self.value


YES: Final = Verdict.YES
NO: Final = Verdict.NO
UNKNOWN: Final = Verdict.UNKNOWN
Unknown = Literal[Verdict.UNKNOWN]

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Taken:
    """The reading taken where the text is unclear, and the readings refused."""

    defect: str
    choice: str
    refused: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Give defect and choice, such as 'D13: later'."""
        return f"{self.defect}: {self.choice}"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of an answer: a sentence, the clauses it rests on, the facts it uses.

    The sentence names things by id only; it never holds personal data.
    """

    text: str
    clauses: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer(Generic[T_co]):
    """What a decision answered. `value` is UNKNOWN where the facts do not settle it."""

    value: T_co | Unknown
    because: tuple[Reason, ...] = ()
    readings: tuple[Taken, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that the answer rests on, each once, in order."""
        return tuple(dict.fromkeys(c for reason in self.because for c in reason.clauses))

    @property
    def facts(self) -> tuple[str, ...]:
        """References of the facts used, each once, in order."""
        return tuple(dict.fromkeys(f for reason in self.because for f in reason.facts))

    def resting_on(self, *others: "Answer[object]") -> "Answer[T_co]":
        """Give this answer with reasons, readings and flags of those it rests on behind its own."""
        because, readings = dict.fromkeys(self.because), dict.fromkeys(self.readings)
        flags = dict.fromkeys(self.flags)
        for other in others:
            because.update(dict.fromkeys(other.because))
            readings.update(dict.fromkeys(other.readings))
            flags.update(dict.fromkeys(other.flags))
        return Answer(self.value, tuple(because), tuple(readings), tuple(flags))
