import json
import stat
from pathlib import Path

import pytest

from knowntenant.actions.screen_rows import Batch
from knowntenant.actions.screen_spool import Spool
from knowntenant.screening.result import Counts

OF = {"file": "a", "lists": "b", "settings": "c", "reading": "d"}


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    """A spool of one marked batch."""
    made = Spool(tmp_path / ".out.screening")
    made.begin()
    made.add(Batch(['["note",{}]\n'], 1))
    made.mark(OF, "2026-11-24", Counts(rows=1), 1)
    made.close()
    return made


def test_a_checkpoint_is_found_again(spool: Spool) -> None:
    found = spool.found()
    assert found is not None
    assert (found.of, found.rows, found.bytes, found.counts) == (OF, 1, 12, Counts(rows=1))


def test_what_was_not_marked_is_cut_off(spool: Spool) -> None:
    with spool.path.open("ab") as file:
        file.write(b'["hit",{"half')
    found = spool.found()
    assert found is not None
    spool.begin(found.bytes)
    spool.close()
    assert spool.path.read_bytes() == b'["note",{}]\n'


def test_only_its_owner_may_read_it(spool: Spool) -> None:
    assert stat.S_IMODE(spool.path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "5", '{"version": 0}', '{"version": 1}', '{"version": 1, "bytes": "x"}']
)
def test_a_checkpoint_that_means_nothing_is_none(spool: Spool, text: str) -> None:
    spool.checkpoint_path.write_text(text, encoding="utf-8")
    assert spool.found() is None


def test_a_spool_that_is_shorter_than_its_checkpoint_says_is_none(spool: Spool) -> None:
    spool.path.write_bytes(b"")
    assert spool.found() is None


def test_a_checkpoint_of_an_unknown_shape_is_none(spool: Spool) -> None:
    values = json.loads(spool.checkpoint_path.read_text(encoding="utf-8"))
    spool.checkpoint_path.write_text(json.dumps({**values, "more": 1}), encoding="utf-8")
    assert spool.found() is None


def test_both_files_are_removed(spool: Spool) -> None:
    spool.remove()
    assert list(spool.path.parent.iterdir()) == []
    spool.remove()
