from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pytest

from knowntenant.actions.rescreen import Asked, Rescreened, plan_of, rescreen, rescreen_full
from knowntenant.actions.rescreen_state import State, StateUnusableError, read_state
from knowntenant.screening.batches import HITS, hits_batch, screen_parties
from knowntenant.screening.settings import Settings
from knowntenant.screening.steady import SteadyMatcher
from tests.actions.rescreening import CUSTOMERS, asked, lists


def nothing(rows: int = 0) -> None:
    """Hear of progress and forget it."""
    del rows


def first(one: Asked) -> Rescreened:
    """Screen everybody."""
    return rescreen_full(one, nothing, nothing)


def state_of(folder: Path) -> State:
    """Read the state, which there is."""
    state = read_state(folder / "state")
    assert state is not None
    return state


def hits(state: State) -> set[tuple[str, str, float]]:
    """Give the hits that stand."""
    rows = [row for table in state.hits() for row in table.to_pylist()]
    return {(row["party"], row["entry"], row["score"]) for row in rows}


def in_full(one: Asked, state: State) -> set[tuple[str, str, float]]:
    """Give what screening everybody with the frozen words finds."""
    matcher = SteadyMatcher(one.listed.entries, shares=state.read_shares())
    parties = [p for chunk in one.source.chunks(99) for p in one.source.parties(chunk)[0]]
    found = hits_batch(screen_parties(matcher, parties, one.settings.threshold_for))
    return {(row["party"], row["entry"], row["score"]) for row in found.to_pylist()}


def told(changes: pa.Table) -> set[tuple[str, str]]:
    """Give what changed for whom."""
    return {(row["change"], row["party"]) for row in changes.to_pylist()}


def test_the_first_run_screens_everybody_and_counts_rows_that_name_nobody(tmp_path: Path) -> None:
    lists(tmp_path, "1", "2")
    one = asked(tmp_path)
    done = first(one)
    assert (done.rows, done.unusable) == (8, 1)
    state = state_of(tmp_path)
    assert {party for party, _, _ in hits(state)} == {"C-1", "C-3"}
    assert hits(state) == in_full(one, state)


def test_a_change_of_the_list_gives_what_a_full_run_would_and_says_what_changed(
    tmp_path: Path,
) -> None:
    lists(tmp_path, "1", "2", "3")
    first(asked(tmp_path))
    lists(tmp_path, "2", "4", extra="3,Đặng Quỳnh Trâm,,person,1950,VN,,\n")
    one = asked(tmp_path)
    done = rescreen(one, state_of(tmp_path), nothing)
    assert done.plan is not None
    assert (len(done.plan.delta.added), len(done.plan.delta.removed)) == (1, 1)
    assert done.plan.customers == 7
    assert 1 <= done.plan.concerned < 7
    assert {("new", "C-6"), ("gone", "C-1")} <= told(done.changes)
    assert ("C-5" in {party for _, party in told(done.changes)}) is True
    assert "C-3" not in {party for _, party in told(done.changes)}
    state = state_of(tmp_path)
    assert state.changes == 1
    assert hits(state) == in_full(one, state)


def test_a_customer_who_is_new_or_changed_or_gone_is_taken_up(tmp_path: Path) -> None:
    lists(tmp_path, "1", "2", "3")
    first(asked(tmp_path))
    text = CUSTOMERS.replace("C-1,Teodor Baškov", "C-1,Somebody Else").replace(
        "C-3,Quarzwerk Handels GmbH,,Germany,company\n", ""
    )
    one = asked(tmp_path, text + "C-9,Teodor Baškov,1961-03-05,BG,person\n")
    done = rescreen(one, state_of(tmp_path), nothing)
    assert done.plan is not None
    assert ({p.id for p in done.plan.new}, len(done.plan.gone)) == ({"C-1", "C-9"}, 2)
    assert told(done.changes) == {("new", "C-9"), ("gone", "C-1"), ("gone", "C-3")}
    assert hits(state_of(tmp_path)) == in_full(one, state_of(tmp_path))
    lists(tmp_path, "1", "2", "3", "4")
    again = asked(tmp_path, text + "C-9,Teodor Baškov,1961-03-05,BG,person\n")
    assert told(rescreen(again, state_of(tmp_path), nothing).changes) == {("new", "C-6")}
    lists(tmp_path, "2", "3", "4", extra="1,Teodor Baškov,,person,1961-03-05,BG,,\n")
    rescreen(again := asked(tmp_path, text), state_of(tmp_path), nothing)
    assert hits(state_of(tmp_path)) == in_full(again, state_of(tmp_path))


def test_without_a_change_nothing_is_done_or_written(tmp_path: Path) -> None:
    lists(tmp_path, "1", "2")
    first(asked(tmp_path))
    before = (tmp_path / "state" / "state.json").read_bytes()
    done = rescreen(asked(tmp_path), state_of(tmp_path), nothing)
    assert not done.plan
    assert done.changes.num_rows == 0
    assert (tmp_path / "state" / "state.json").read_bytes() == before


def test_two_processes_come_to_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, low in (("MANY_CUSTOMERS", 1), ("CHUNK", 1), ("WORTH_SHARING", 1)):
        monkeypatch.setattr(f"knowntenant.actions.rescreen.{name}", low)
    lists(tmp_path, "1")
    first(asked(tmp_path, jobs=2))
    lists(tmp_path, "1", "2", "3", "4")
    one = asked(tmp_path, jobs=2)
    rescreen(one, state_of(tmp_path), nothing)
    assert hits(state_of(tmp_path)) == in_full(one, state_of(tmp_path))


def test_a_full_run_starts_over_and_says_what_is_otherwise_than_before(tmp_path: Path) -> None:
    lists(tmp_path, "1", "2")
    assert told(first(asked(tmp_path)).changes) == set()
    lists(tmp_path, "1", "3")
    rescreen(asked(tmp_path), state_of(tmp_path), nothing)
    lists(tmp_path, "1", "4")
    done = first(asked(tmp_path))
    assert told(done.changes) == {("new", "C-6"), ("gone", "C-5")}
    state = state_of(tmp_path)
    assert (state.changes, len(state.generations)) == (0, 1)
    assert len(list((tmp_path / "state").glob("change-*"))) == 0


def test_a_full_run_that_is_forced_screens_anew_what_was_screened_before(tmp_path: Path) -> None:
    lists(tmp_path, "1")
    for _ in range(3):
        told_rows: list[int] = []
        rescreen_full(asked(tmp_path), told_rows.append, nothing)
        assert told_rows[0] == 0
        assert len(list((tmp_path / "state").glob("run-*"))) == 1
    assert len(hits(state_of(tmp_path))) == 1


def test_a_state_of_other_settings_or_a_broken_one_is_refused(tmp_path: Path) -> None:
    lists(tmp_path, "1")
    first(asked(tmp_path))
    other = asked(tmp_path, settings=Settings(threshold=0.9).fixed())
    with pytest.raises(StateUnusableError, match="threshold"):
        plan_of(other, state_of(tmp_path))
    state = state_of(tmp_path)
    (state.home / state.entries).write_text("{", encoding="utf-8")
    with pytest.raises(StateUnusableError, match="damaged"):
        state.read_entries()
    (state.home / state.shares).unlink()
    with pytest.raises(StateUnusableError, match="missing"):
        state.read_shares()
    for text in ("{", '{"version": 2}', "[]"):
        (state.home / "state.json").write_text(text, encoding="utf-8")
        with pytest.raises(StateUnusableError):
            read_state(state.home)
    assert told(first(asked(tmp_path)).changes) == set()


def test_a_base_without_customers_and_a_list_without_entries_are_no_trouble(
    tmp_path: Path,
) -> None:
    lists(tmp_path, "1")
    nobody = CUSTOMERS.splitlines()[0] + "\n"
    assert first(asked(tmp_path, nobody)).rows == 0
    lists(tmp_path, "2")
    assert rescreen(asked(tmp_path, nobody), state_of(tmp_path), nothing).changes.num_rows == 0
    assert HITS.empty_table().num_rows == len(hits(state_of(tmp_path)))
