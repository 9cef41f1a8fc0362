"""The registry of decisions: pure functions under stable names that outlive section numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from knowntenant.law.answer import Answer

if TYPE_CHECKING:
    from knowntenant.law.kinds import Form, Kind, ListOf

Deciding = Callable[..., Answer[object]]  # type: ignore[explicit-any]  # each has its own arguments
_REGISTRY: dict[str, "Decision"] = {}


@dataclass(frozen=True, slots=True)
class Decision:
    """A registered decision.

    of: the kind of its subject, or '' where it has none; answers: how its value is written;
    takes: its further arguments (`with:`); asks: the decisions it may ask by name;
    readings: the defects whose reading it takes; composed: it only gathers other decisions'
    answers and carries no clause of its own.
    """

    name: str
    decide: Deciding
    of: str
    answers: "Form"
    takes: Mapping[str, "Kind | ListOf"]
    asks: tuple[str, ...]
    readings: tuple[str, ...]
    composed: bool

    @property
    def doc(self) -> str:
        """The first paragraph of the function's docstring."""
        return " ".join((self.decide.__doc__ or "").split("\n\n")[0].split())


F = TypeVar("F", bound=Deciding)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a decision declares beside its name (see Decision)."""

    answers: "Form"
    of: str = ""
    takes: Mapping[str, "Kind | ListOf"] = field(default_factory=lambda: MappingProxyType({}))
    asks: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    composed: bool = False


def decides(name: str, declared: Declared) -> Callable[[F], F]:
    """Register a pure function under a decision name and return it unchanged.

    Raises ValueError when the name is taken: two functions may not answer one question.
    """

    def register(function: F) -> F:
        if name in _REGISTRY:
            message = f"two functions decide '{name}'"
            raise ValueError(message)
        _REGISTRY[name] = Decision(
            name,
            function,
            declared.of,
            declared.answers,
            declared.takes,
            declared.asks,
            declared.readings,
            declared.composed,
        )
        return function

    return register


def decisions() -> Mapping[str, Decision]:
    """All decisions registered so far, by name."""
    return MappingProxyType(_REGISTRY)
