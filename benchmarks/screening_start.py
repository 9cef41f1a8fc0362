# ruff: noqa: INP001 - scripts stand here, run as `python -m benchmarks.NAME`
"""How long the matcher takes to start: built of its lists, and loaded from its saved index.

Both run in a process of their own, one after the other, several times; the median is printed, with
the seconds of the first query, the memory at most, and how much quicker loading is. The entries are
those of real lists as the screening cases hold them; without these it says so and ends.

    python -m benchmarks.screening_start [--data DIR] [--times 3]
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.screening_adapter import entry_of
from knowntenant.imports.saved_index import load_matcher, save_matcher
from knowntenant.screening.entry import Entry, Kind
from knowntenant.screening.matcher import DEFAULT_ALGORITHM, Matcher
from knowntenant.screening.party import Party

DATA = Path(__file__).parents[2] / "shared/data"
LISTS = "benchmark"
ASKED = Party("C-1", Kind.PERSON, "Nguyen Van Binh", birth_date="1964-02-29", countries=("vn",))
SAVE, BUILD, LOAD = "save", "build", "load"
MEGABYTE = 1 << 20
MEASURES = ("seconds to start", "first query, seconds", "second query, seconds", "megabytes")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--one", choices=(SAVE, BUILD, LOAD), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args()
    path = told.data / "watchlists" / "entries.jsonl.gz"
    if not path.is_file():
        sys.exit(f"There is no {path}; nothing can be measured.")
    if told.one:
        _say(json.dumps(_one(told.one, path, told.folder)))
        return
    with tempfile.TemporaryDirectory() as folder:
        _table(path, Path(folder), told.times)


def _table(path: Path, folder: Path, times: int) -> None:
    entries, names, seconds, size = _run(SAVE, path, folder)
    _say(f"{entries:,.0f} entries, {names:,.0f} names; saved in {seconds:.2f} s, {size:.1f} MB")
    runs = [(_run(BUILD, path, folder), _run(LOAD, path, folder)) for _ in range(times)]
    built, loaded = (
        [median(values) for values in zip(*one, strict=True)] for one in zip(*runs, strict=True)
    )
    _say(f"{f'median of {times}':<24}{'built':>10}{'loaded':>10}{'ratio':>8}")
    for name, one, other in zip(MEASURES, built, loaded, strict=True):
        _say(f"{name:<24}{one:>10.3f}{other:>10.3f}{one / other:>7.1f}x")


def _run(what: str, path: Path, folder: Path) -> list[float]:
    """Measure in a process of its own."""
    data = path.parents[1]
    command = [sys.executable, "-m", "benchmarks.screening_start", "--one", what]
    command += ["--data", str(data), "--folder", str(folder)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    found: list[float] = json.loads(ran.stdout)
    return found


def _one(what: str, path: Path, folder: Path) -> list[float]:
    """Start, and ask twice: what is asked second shows what only the first question costs."""
    entries = [] if what == LOAD else list(_entries(path))
    moments = [time.perf_counter()]
    if what == SAVE:
        return _saved(Matcher(entries), folder)
    if what == BUILD:
        matcher = Matcher(entries)
    else:
        matcher = load_matcher(folder, LISTS, DEFAULT_ALGORITHM).matcher
    moments.append(time.perf_counter())
    for name in (ASKED.name, "Zolvik Trading"):
        matcher.hits(Party("C-1", ASKED.kind, name, birth_date=ASKED.birth_date))
        moments.append(time.perf_counter())
    seconds = [after - before for before, after in pairwise(moments)]
    return [*seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]


def _saved(matcher: Matcher, folder: Path) -> list[float]:
    started = time.perf_counter()
    path = save_matcher(matcher, folder, LISTS)
    seconds = time.perf_counter() - started
    listed = matcher.listed
    return [len(listed.entries), len(listed.names), seconds, path.stat().st_size / MEGABYTE]


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _entries(path: Path) -> Iterator[Entry]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield entry_of(json.loads(line))


if __name__ == "__main__":
    main()
