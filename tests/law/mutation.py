"""Wrong answers made from right ones: the opposite, another value, and unknown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.kinds import YES_NO, Form, Kind, ListOf, Shape

Mutant = Callable[[object, Form], object]


def opposite(value: object, form: Form) -> object:
    """Give what a value would be were the answer turned round: none for something, and back."""
    if isinstance(form, Shape):
        return _each(value, form, opposite)
    if isinstance(form, ListOf):
        return () if value and isinstance(value, tuple) else (example(form.of),)
    if isinstance(value, Verdict):
        return {YES: NO, NO: YES}.get(value, YES if form is YES_NO else None)
    if isinstance(value, StrEnum):
        return next((one for one in type(value) if one is not value), None)
    return example(form) if value is None else None


def another(value: object, form: Form) -> object:
    """Give another value of the same form."""
    if isinstance(form, Shape):
        return _each(value, form, another)
    if isinstance(form, ListOf):
        changed = value if isinstance(value, tuple) else ()
        return tuple(another(one, form.of) for one in changed) or (example(form.of),)
    if value is UNKNOWN:
        return NO if form is YES_NO else example(form)
    if isinstance(value, Verdict):
        return opposite(value, form)
    if isinstance(value, StrEnum):
        return [one for one in type(value) if one is not value][-1]
    return _next(value) if value is not None else example(form)


def unknown(value: object, form: Form) -> object:
    """Give unknown, whatever was answered."""
    del value, form
    return UNKNOWN


MUTANTS: Mapping[str, Mutant] = {
    "its opposite": opposite,
    "another value": another,
    "unknown": unknown,
}


def mutated(answer: Answer[object], form: Form, mutant: Mutant) -> Answer[object]:
    """Give an answer with a wrong value in place of its own; reasons and clauses stay."""
    return replace(answer, value=mutant(answer.value, form))


def example(form: Form) -> object:
    """Give a value of a form."""
    if isinstance(form, Kind):
        return form.read(form.example.split(" | ")[0])
    if isinstance(form, ListOf):
        return (example(form.of),)
    return {key: example(below) for key, below in form.keys.items()}


def _each(value: object, form: Shape, mutant: Mutant) -> object:
    if not isinstance(value, Mapping):
        return example(form)
    return {key: mutant(one, form.keys[key]) for key, one in value.items()}


def _next(value: object) -> object:
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, int | Fraction):
        return value + 1
    return f"{value} and more"
