"""Three-valued logic: what is decided, although not everything is known."""

from collections.abc import Iterable

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict


def every(verdicts: Iterable[Verdict]) -> Verdict:
    """Yes where all are yes, no where one is no, else unknown; yes where there are none."""
    seen = set(verdicts)
    if NO in seen:
        return NO
    return UNKNOWN if UNKNOWN in seen else YES


def some(verdicts: Iterable[Verdict]) -> Verdict:
    """Yes where one is yes, no where all are no, else unknown; no where there are none."""
    seen = set(verdicts)
    if YES in seen:
        return YES
    return UNKNOWN if UNKNOWN in seen else NO
