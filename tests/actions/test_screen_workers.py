import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from knowntenant.actions.screen_rows import Batch, Screener
from knowntenant.actions.screen_workers import WorkerLostError, processors, screen_all
from knowntenant.imports.parties.files import RawRow
from knowntenant.imports.parties.guess import guess_columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.settings import Settings
from tests.actions.screening import TODAY

BATCHES = [[RawRow(n, (f"Name {n}",)), RawRow(n + 1, None)] for n in range(0, 40, 2)]
HOW = HowToRead(guess_columns(["name"]), None, TODAY)


def screener() -> Screener:
    """Give a screener against no list at all."""
    settings = Settings().fixed()
    return Screener(Matcher([]), HOW, settings, {}, settings.hash)


@dataclass(frozen=True, slots=True)
class Mortal(Screener):
    """A screener whose process ends in the middle of its work."""

    def batch(self, rows: Sequence[RawRow]) -> Batch:
        os.kill(os.getpid(), signal.SIGKILL)
        return Batch(rows=len(rows))


def test_batches_come_back_in_their_order() -> None:
    alone = list(screen_all(screener(), iter(BATCHES), 1))
    assert [batch.rows for batch in alone] == [2] * 20
    assert list(screen_all(screener(), iter(BATCHES), 3)) == alone


def test_a_worker_that_is_lost_is_told_of_and_not_waited_for() -> None:
    settings = Settings().fixed()
    mortal = Mortal(Matcher([]), HOW, settings, {}, settings.hash)
    with pytest.raises(WorkerLostError, match="Resume"):
        list(screen_all(mortal, iter(BATCHES), 2))


def test_a_reader_that_fails_ends_every_process() -> None:
    def broken() -> Iterator[list[RawRow]]:
        yield BATCHES[0]
        raise EOFError

    with pytest.raises(EOFError):
        list(screen_all(screener(), broken(), 2))


def test_where_the_system_cannot_fork_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert processors() == 1
    assert len(list(screen_all(screener(), iter(BATCHES), 4))) == 20


def test_there_is_a_process_for_each_processor() -> None:
    assert processors() >= 1
