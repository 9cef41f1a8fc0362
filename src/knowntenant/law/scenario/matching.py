"""The checks of a question (value, clauses, readings, flags, status) and what an answer misses."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from knowntenant.law.answer import Answer
from knowntenant.law.clauses import covers
from knowntenant.law.pack import Pack
from knowntenant.law.scenario.shown import shown
from knowntenant.law.scenario.wanted import Wanted, has, lacks, matches


@dataclass(frozen=True, slots=True)
class Value:
    """The value, or parts of it. how: expect, contains or lacks; written: in the scenario."""

    how: str
    wanted: Wanted
    written: str


@dataclass(frozen=True, slots=True)
class Cites:
    """A clause, or one within it, that the answer rests on."""

    clause: str


@dataclass(frozen=True, slots=True)
class Reads:
    """A reading that the answer took; an empty choice asks for any reading of the defect."""

    defect: str
    choice: str


@dataclass(frozen=True, slots=True)
class Refuses:
    """A reading that the answer refused; an empty defect asks for the choice alone."""

    defect: str
    choice: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """Words that some flag of the answer has."""

    words: str


@dataclass(frozen=True, slots=True)
class HasStatus:
    """Words that the pack's legal status has."""

    words: str


Check = Value | Cites | Reads | Refuses | Flagged | HasStatus


@dataclass(frozen=True, slots=True)
class Missed:
    """A check that an answer did not meet: which, what was expected, what came."""

    check: str
    expected: str
    got: str


COMPARE = {"expect": matches, "contains": has, "lacks": lacks}


def legal_status(pack: Pack) -> str:
    """Give the legal status of a pack in words, saying so where it is not in force."""
    return pack.status if pack.in_force else f"{pack.status}; not in force"


def missed(check: Check, answer: Answer[object], pack: Pack) -> Missed | None:
    """Give what a check misses in an answer under a pack, or None where it is met."""
    match check:
        case Value(how, wanted, written):
            met = COMPARE[how](wanted, answer.value, pack.zone)
            return _unless(met, how, written, shown(answer.value))
        case Cites(clause):
            met = any(covers(clause, cited) for cited in answer.clauses)
            return _unless(met, "citing", clause, _listed(answer.clauses))
        case Reads(defect, choice):
            took = [t for t in answer.readings if t.defect == defect and choice in ("", t.choice)]
            got = _listed(str(taken) for taken in answer.readings)
            return _unless(took, "reading", _pair(defect, choice), got)
        case Refuses(defect, choice):
            refused = [(t.defect, c) for t in answer.readings for c in t.refused]
            met = any(c == choice and defect in ("", d) for d, c in refused)
            got = _listed(f"{d}: {c}" for d, c in refused)
            return _unless(met, "refused", _pair(defect, choice), got)
        case Flagged(words):
            met = any(words.casefold() in flag.casefold() for flag in answer.flags)
            return _unless(met, "flags", words, _listed(answer.flags))
        case HasStatus(words):
            status = legal_status(pack)
            return _unless(words.casefold() in status.casefold(), "status", words, status)
        case _:
            assert_never(check)


def _unless(met: object, check: str, expected: str, got: str) -> Missed | None:
    return None if met else Missed(check, expected, got)


def _listed(items: Iterable[str]) -> str:
    return "; ".join(items) or "none"


def _pair(defect: str, choice: str) -> str:
    return ": ".join(filter(None, (defect, choice)))
