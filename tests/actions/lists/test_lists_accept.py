from dataclasses import replace
from pathlib import Path

import pytest

from knowntenant.actions.lists_accept import Acceptance, accept
from knowntenant.imports.lists.folder import files_of
from knowntenant.imports.lists.loading import ListsUnusableError
from tests.actions.lists.running import NOW, ids, record, run
from tests.imports.lists.keeping import own, put

WHO = Acceptance("ours", "Nguyễn Mẫu", "the court struck the names off")


def test_a_named_person_accepts_and_that_is_remembered(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(5)))
    run(kept, str(mine))
    done = accept(kept, WHO, NOW)
    assert (done.entries_before, done.entries_after) == (20, 5)
    assert len(ids(kept)) == 5
    now = record(kept)
    assert now.held is None
    assert now.accepted == (done,)
    assert done.why_held
    assert done.because == WHO.because
    assert not (kept / "ours" / "held").exists()
    put(mine, "ours.csv", own(*range(6)))
    run(kept, str(mine))
    assert record(kept).accepted == (done,)


@pytest.mark.parametrize(
    ("acceptance", "says"),
    [
        (replace(WHO, by=" ", because=""), "--by: is empty"),
        (replace(WHO, name="hours"), "Did you mean 'ours'"),
        (WHO, "nothing of it was set aside"),
    ],
)
def test_what_cannot_be_accepted_is_told(kept: Path, acceptance: Acceptance, says: str) -> None:
    with pytest.raises(ListsUnusableError, match=says):
        accept(kept, acceptance, NOW)


def test_nothing_is_accepted_in_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ListsUnusableError, match="It holds no list"):
        accept(tmp_path, WHO, NOW)


def test_a_held_version_that_was_changed_is_not_accepted(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(5)))
    run(kept, str(mine))
    put(kept / "ours" / "held", "ours.csv", own(7))
    with pytest.raises(ListsUnusableError, match="not whole any more"):
        accept(kept, WHO, NOW)
    assert len(ids(kept)) == 20


def test_an_acceptance_cut_short_can_be_made_again(
    kept: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(mine, "ours.csv", own(*range(5)))
    run(kept, str(mine))

    def fails(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("knowntenant.actions.lists_accept.write_manifest", fails)
        with pytest.raises(OSError, match="space"):
            accept(kept, WHO, NOW)
    assert len(ids(kept)) == 20
    accept(kept, WHO, NOW)
    assert len(ids(kept)) == 5
    now = record(kept)
    assert now.previous is not None
    assert files_of(kept, now, now.previous)
