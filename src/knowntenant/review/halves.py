"""A slice of customers for each processor, by fork, so that all share one ledger in memory.

Where the system cannot fork, or a worker ends badly, the same work is done here, one by one; the
result is the same either way, as slices are joined in the order of the customers.
"""

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from knowntenant.law.law import Silent
from knowntenant.review.part import Matter, Part, Told, look_at

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

SMALL = 2000
"""Up to so many customers one process is as quick."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A forked process, the end of the pipe on which it tells, and its slice."""

    process: "BaseProcess"
    heard: Connection
    customers: Sequence[str]


def processors() -> int:
    """How many processes are worth while: one for each processor where the system can fork."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def look_at_all(matter: Matter, customers: Sequence[str], told: Told, workers: int) -> Part:
    """Review all customers, the first slice here and each other one in a forked process.

    Progress is that of the first slice, taken for all: they are of one size.
    """
    look_at(matter, customers[:1], _silent)  # makes the indexes before they are shared
    slices = _slices(customers, workers)
    with not_collecting():
        started = [_start(matter, some) for some in slices[1:]]
        try:
            whole = look_at(matter, slices[0], lambda done: told(done * len(slices)))
            for worker in started:
                whole.join(_finish(matter, worker))
        finally:
            for worker in started:
                worker.process.kill()
                worker.process.join()
    return whole


def _slices(customers: Sequence[str], workers: int) -> list[Sequence[str]]:
    if len(customers) <= SMALL:
        return [customers]
    size = -(-len(customers) // max(1, workers))
    return [customers[start : start + size] for start in range(0, len(customers), size)]


def _start(matter: Matter, customers: Sequence[str]) -> Worker:
    heard, tell = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(
        target=_work, args=(matter, customers, tell), daemon=True
    )
    process.start()
    tell.close()
    return Worker(process, heard, customers)


def _work(matter: Matter, customers: Sequence[str], tell: Connection) -> None:
    with suppress(Silent):  # whoever waits looks again, and hears of it there
        tell.send(look_at(matter, customers, _silent))
    tell.close()


def _finish(matter: Matter, worker: Worker) -> Part:
    try:
        part = worker.heard.recv()
    except EOFError:  # it ended badly, perhaps for want of memory
        part = None
    return part if isinstance(part, Part) else look_at(matter, worker.customers, _silent)


def _silent(_: int) -> None:
    """Tell nobody."""


@contextmanager
def not_collecting() -> Iterator[None]:
    """Keep the collector from walking millions of lasting objects: it would find none.

    What is there already is set aside, as walking it would also copy the memory that is shared.
    """
    was_on = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()
