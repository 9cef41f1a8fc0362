"""Batches of work shared out among forked processes; results come back in the order of the work.

The lists are loaded once, before the fork, and shared in memory. Where the system cannot fork, the
same work is done here.
"""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterator
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess


Work_contra = TypeVar("Work_contra", contravariant=True)
Done_co = TypeVar("Done_co", covariant=True)
Given = TypeVar("Given")
Made = TypeVar("Made")


class Worker(Protocol[Work_contra, Done_co]):
    """Whoever does the work; it is shared by all processes, and never changed by them."""

    def batch(self, work: Work_contra, /) -> Done_co:
        """Do some of the work."""
        ...


class WorkerLostError(Exception):
    """A process that screened rows has ended by itself. Resume the run, with fewer processes."""


class _Worker(NamedTuple):
    process: "BaseProcess"
    pipe: Connection


def processors() -> int:
    """How many processes are worth while: one for each processor where the system can fork."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def screen_all(
    screener: Worker[Given, Made], batches: Iterator[Given], jobs: int
) -> Generator[Made, None, None]:
    """Do all batches. Raises WorkerLostError; close it and every process ends."""
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():  # noqa: PLR2004 - one process is this one
        for rows in batches:
            yield screener.batch(rows)
        return
    gc.freeze()  # what is shared stays shared: the collector writes to whatever it looks at
    workers = [_start(screener) for _ in range(jobs)]
    try:
        yield from _in_turn(workers, batches)
    finally:
        gc.unfreeze()
        for worker in workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()


def _in_turn(workers: list[_Worker], batches: Iterator[Given]) -> Iterator[Any]:
    idle, busy = deque(workers), deque[_Worker]()
    for rows in batches:
        done = None
        if not idle:
            idle.append(busy.popleft())
            done = _receive(idle[0])
        worker = idle.popleft()
        _send(worker, rows)
        busy.append(worker)
        if done is not None:
            yield done
    for worker in busy:
        yield _receive(worker)


def _send(worker: _Worker, rows: object) -> None:
    try:
        worker.pipe.send(rows)
    except OSError as lost:
        raise WorkerLostError(str(WorkerLostError.__doc__)) from lost


def _receive(worker: _Worker) -> Any:  # noqa: ANN401 - what the worker made
    try:
        return worker.pipe.recv()
    except (EOFError, OSError) as lost:
        raise WorkerLostError(str(WorkerLostError.__doc__)) from lost


def _start(screener: Worker[Given, Made]) -> _Worker:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(
        target=_work, args=(screener, there, here), daemon=True
    )
    process.start()
    there.close()
    return _Worker(process, here)


def _work(screener: Worker[Given, Made], pipe: Connection, other_end: Connection) -> None:
    """Screen what comes until whoever sends it is gone; Ctrl-C is theirs to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    other_end.close()  # or nobody would notice that the sender is gone
    try:
        while True:
            pipe.send(screener.batch(pipe.recv()))
    except (EOFError, OSError):
        return
