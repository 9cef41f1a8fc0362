import multiprocessing
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.law.law import Silent
from knowntenant.review import halves
from knowntenant.review.part import Matter, Part, Told, look_at
from knowntenant.review.running import customers_of
from tests.review.provider import AS_OF, Provider, law, read

CAN_FORK = "fork" in multiprocessing.get_all_start_methods()
needs_fork = pytest.mark.skipif(not CAN_FORK, reason="this system cannot fork")


@pytest.fixture
def matter(tmp_path: Path) -> Matter:
    """A provider of whose customers every other one has a gap."""
    made = Provider()
    for number in range(60):
        id_ = f"C-{number}"
        made.individual(id_, "Nguyễn", ("Vietnam", "Egypt", "US")[number % 3])
        if number % 2:
            made.change("customers", id_, phone="")
        if number % 5 == 0:
            made.drop("evidence", id_)
    records = read(made.write(tmp_path / "export")).records
    return Matter(Ledger(records, law().zone), law(), Program(), AS_OF)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even few customers be shared out."""
    monkeypatch.setattr(halves, "SMALL", 10)


def unheard_of(_: int) -> None:
    """Hear of no progress."""


def looked_at(matter: Matter, workers: int, told: Told = unheard_of) -> Part:
    """Review all customers on so many processors."""
    return halves.look_at_all(matter, customers_of(matter.ledger), told, workers)


@needs_fork
@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("workers", [2, 3, 7])
def test_shared_out_or_one_by_one_the_result_is_the_same(matter: Matter, workers: int) -> None:
    alone, shared = looked_at(matter, 1), looked_at(matter, workers)
    assert alone.findings
    assert shared.findings == alone.findings
    assert shared.register == alone.register
    assert shared.exposure == alone.exposure
    assert shared.names == alone.names


@needs_fork
@pytest.mark.usefixtures("small")
def test_when_a_worker_dies_its_work_is_done_here(
    matter: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()

    def dying(matter: Matter, customers: Sequence[str], told: Told) -> Part:
        if os.getpid() != parent:
            os._exit(9)
        return look_at(matter, customers, told)

    monkeypatch.setattr(halves, "look_at", dying)
    assert looked_at(matter, 2).findings == looked_at(matter, 1).findings


@pytest.mark.usefixtures("small")
def test_progress_is_told_of_all_customers(matter: Matter) -> None:
    heard: list[int] = []
    looked_at(matter, 1, heard.append)
    assert sum(heard) == 60


def test_where_a_system_cannot_fork_one_process_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert halves.processors() == 1


def test_where_it_can_there_is_one_for_each_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["fork"])
    assert halves.processors() >= 1


def test_the_work_of_a_worker_is_sent_whole(matter: Matter) -> None:
    heard, tell = multiprocessing.Pipe(duplex=False)
    halves._work(matter, ("C-1",), tell)  # noqa: SLF001 - coverage does not follow a fork
    assert heard.recv() == look_at(matter, ("C-1",), unheard_of)


@needs_fork
@pytest.mark.usefixtures("small")
def test_a_silent_pack_is_heard_of_here_and_not_by_a_trace_of_a_worker(
    matter: Matter, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    here, plain = os.getpid(), look_at
    again: list[int] = []

    def silent(matter: Matter, customers: Sequence[str], told: Told) -> Part:
        if os.getpid() != here:
            message = "the pack has no value"
            raise Silent(message)
        again.append(len(customers))
        return plain(matter, customers, told)

    monkeypatch.setattr(halves, "look_at", silent)
    assert looked_at(matter, 2).customers == 60
    assert again == [1, 30, 30]
    assert "Traceback" not in capfd.readouterr().err
