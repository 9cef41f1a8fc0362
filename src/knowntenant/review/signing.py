"""What would stop a certification being signed today, as the room of certification answers it."""

from itertools import accumulate
from typing import NamedTuple

from knowntenant.review.asking import Review

BLOCKERS = "certification.blockers"
LONGEST = 300
"""Signs of a ground that are shown; more would bury the others."""


class Blocker(NamedTuple):
    """A field of the form, or a statement, that cannot be signed as things stand, and why."""

    item: str
    clause: str
    why: str


def blockers(review: Review) -> tuple[Blocker, ...]:
    """Give what stands in the way of the provider's certification; nothing where no pack asks."""
    if not review.decides(BLOCKERS):
        return ()
    rows = review.ask(BLOCKERS).answer.value
    found = rows if isinstance(rows, tuple) else ()
    label = review.inquiry.law.label
    return tuple(
        Blocker(str(row["item"]), label(str(row["clause"])), str(row["why"])) for row in found
    )


def short(why: str) -> str:
    """Give a long list of grounds by its beginning, and say how many more there are."""
    if len(why) <= LONGEST:
        return why
    grounds = why.split("; ")
    shown = list(accumulate(map(len, grounds)))
    kept = max(1, sum(length <= LONGEST for length in shown))
    begun, left = "; ".join(grounds[:kept]), len(grounds) - kept
    return f"{begun[:LONGEST]}; and {left:,} more" if left else f"{begun[:LONGEST]}..."
