"""Situations planted among the customers, by subject; each is a function of a few seats."""

from collections.abc import Callable

from knowntenant.sample.planted import (
    checks,
    chips,
    control,
    data,
    flags,
    leaving,
    listed,
    measures,
    owners,
    persons,
    provisional,
    told,
    training,
)
from knowntenant.sample.truth import Story

TOLD_BY = (
    owners, control, persons, data, checks, provisional, leaving, listed, chips, measures, training,
    flags, told,
)  # fmt: skip


def _stories() -> tuple[tuple[str, Callable[..., Story]], ...]:
    return tuple(
        (name, made)
        for module in TOLD_BY
        for name, made in vars(module).items()
        if getattr(made, "__module__", "") == module.__name__ and not name.startswith("_")
    )


STORIES = _stories()
"""Every situation by name, in the order in which small samples take them."""

WORDS = {name: made.__doc__ or "" for name, made in STORIES}
"""What each situation is, in words."""


def seats_of(story: Callable[..., Story]) -> int:
    """Give how many customers a situation has: one, or as many as it has parameters."""
    return story.__code__.co_argcount
