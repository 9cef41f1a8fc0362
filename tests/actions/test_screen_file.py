from dataclasses import replace
from pathlib import Path

import pytest

from knowntenant.actions.screen_file import Interrupted, Screened, screen_file
from knowntenant.actions.screen_spool import CannotResumeError
from knowntenant.imports.parties.guess import guess_columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.screening.entry import Kind
from knowntenant.screening.result import Found, Note
from knowntenant.screening.settings import Settings
from tests.actions.screening import TODAY, job

Told = list[int]


def nothing(rows: int) -> None:
    """Hear of progress and forget it."""
    del rows


def all_of(screened: Screened) -> tuple[list[Found], list[Note], object]:
    """Give everything that a run came to."""
    spooled = screened.spooled
    return list(spooled.hits()), list(spooled.notes()), screened.counts.plain()


def test_a_file_is_screened_row_by_row_and_every_row_counts(tmp_path: Path) -> None:
    told: Told = []
    screened = screen_file(job(tmp_path), told.append)
    counts = screened.counts
    assert (counts.rows, counts.screened, counts.unusable, counts.with_hits) == (5, 4, 1, 3)
    hits = list(screened.spooled.hits())
    assert {hit.party for hit in hits} == {"C-1", "C-3", "C-5"}
    assert [hit.order for hit in hits] == sorted(hit.order for hit in hits)
    assert told == [0, 2, 4, 5]
    notes = [(note.row, note.kind) for note in screened.spooled.notes()]
    assert notes == [
        (5, "name_empty"), (6, "birth_date_ambiguous"), (6, "country_not_read"),
    ]  # fmt: skip
    assert screened.basis.file_hash == job(tmp_path).file.sha256
    assert screened.basis.screened_on == TODAY.isoformat()


def test_every_hit_says_what_it_rests_on(tmp_path: Path) -> None:
    hit = next(screen_file(job(tmp_path), nothing).spooled.hits())
    assert hit.list_name
    assert len(hit.list_hash) == len(hit.settings_hash) == 64
    assert hit.algorithm == "kt-1"
    assert 0 < hit.threshold <= hit.score
    assert hit.asked_name
    assert hit.listed_name
    assert hit.pairs
    assert hit.lines


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_result_does_not_turn_on_how_many_processes_there_are(
    tmp_path: Path, jobs: int
) -> None:
    alone = all_of(screen_file(job(tmp_path, 30), nothing))
    assert all_of(screen_file(job(tmp_path, 30, jobs=jobs), nothing)) == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_is_stopped_is_continued_to_the_same_result(tmp_path: Path, jobs: int) -> None:
    whole = all_of(screen_file(job(tmp_path, 20), nothing))
    asked = job(tmp_path, 20, jobs=jobs)
    asked.spool.remove()

    def stop(rows: int) -> None:
        if rows >= 50:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted) as stopped:
        screen_file(asked, stop)
    assert stopped.value.rows == 48  # the last one marked
    later = replace(asked.how, today=TODAY.replace(year=2030))
    resumed = screen_file(replace(asked, resume=True, how=later), nothing)
    assert resumed.resumed_at == 48
    assert resumed.basis.screened_on == TODAY.isoformat()
    assert all_of(resumed) == whole


def test_a_run_of_something_else_is_not_continued(tmp_path: Path) -> None:
    asked = job(tmp_path)
    screen_file(asked, nothing)
    again = replace(asked, resume=True)
    columns = guess_columns(asked.file.header)
    for other, words in (
        (replace(again, file=replace(asked.file, sha256="0")), "the file has changed"),
        (replace(again, lists=()), "the lists have changed"),
        (replace(again, settings=Settings(threshold=0.99)), "a threshold is another"),
        (replace(again, how=HowToRead(columns, Kind.VESSEL, TODAY)), "read in another way"),
    ):
        with pytest.raises(CannotResumeError, match=words):
            screen_file(other, nothing)
    assert screen_file(again, nothing).resumed_at == 5


def test_nothing_to_resume_means_from_the_beginning(tmp_path: Path) -> None:
    assert screen_file(job(tmp_path, resume=True), nothing).counts.rows == 5
