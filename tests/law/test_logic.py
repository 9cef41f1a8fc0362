from itertools import product

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.logic import every, some

ALL = (YES, NO, UNKNOWN)
MEANT = {YES: (True,), NO: (False,), UNKNOWN: (True, False)}


def by_completions(verdicts: tuple[Verdict, ...], *, need_all: bool) -> Verdict:
    """Give the slow obvious answer: every way in which the unknown could turn out."""
    outcomes = {
        all(turned) if need_all else any(turned)
        for turned in product(*(MEANT[v] for v in verdicts))
    }
    return UNKNOWN if len(outcomes) > 1 else YES if outcomes == {True} else NO


@pytest.mark.parametrize("length", [0, 1, 2, 3, 4])
def test_what_is_decided_is_what_holds_however_the_unknown_turns_out(length: int) -> None:
    for verdicts in product(ALL, repeat=length):
        assert every(verdicts) is by_completions(verdicts, need_all=True)
        assert some(verdicts) is by_completions(verdicts, need_all=False)


def test_one_no_decides_all_and_one_yes_decides_any() -> None:
    assert every([UNKNOWN, NO, YES]) is NO
    assert some([UNKNOWN, NO, YES]) is YES
