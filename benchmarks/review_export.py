# ruff: noqa: INP001 - a script, run by its path
"""Benchmark: review the export of 100,000 customers within 60 seconds and 2 GB of memory.

The export is made once in bench-out/ and used again. The same run times a plain reading of the same
files with csv.reader as the measure of this machine at this hour: the ratio travels better between
machines than the seconds do. Ends with status 1 when a limit is passed.

    python benchmarks/review_export.py [CUSTOMERS]
"""

import csv
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = str(Path(sys.executable).with_name("knowntenant"))
CUSTOMERS = 100_000
SECONDS, GIGABYTES = 60.0, 2.0
KIBIBYTE = 1024
AS_OF = "2027-06-30"


def made(customers: int) -> Path:
    """Make the synthetic provider unless a whole one is there."""
    export = ROOT / "bench-out" / f"harborgrid-{customers}"
    if not export.with_suffix(".made").exists():
        size = ["--customers", str(customers), "--seed", "7"]
        subprocess.run([PROGRAM, "sample", str(export), *size], check=True)  # noqa: S603 - ours
        export.with_suffix(".made").touch()
    return export


def baseline(export: Path) -> tuple[float, int]:
    """Read every row of every table and do nothing with it: seconds, and rows."""
    started, rows = time.perf_counter(), 0
    for path in sorted(export.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += sum(1 for _ in csv.reader(file)) - 1
    return time.perf_counter() - started, rows


def review(export: Path) -> tuple[float, float, float, int]:
    """Review as a person would: seconds, seconds of processor, gigabytes at most, status."""
    html, found = export.with_suffix(".html"), export.with_suffix(".json")
    command = [PROGRAM, "review", str(export), "--as-of", AS_OF, "--quiet"]
    started = time.perf_counter()
    command += ["--html", str(html), "--json", str(found)]
    asked = subprocess.Popen(command)  # noqa: S603 - ours
    _, ended, used = os.wait4(asked.pid, 0)
    seconds, status = time.perf_counter() - started, os.waitstatus_to_exitcode(ended)
    # Linux counts in kibibytes, macOS in bytes. This is the largest process: a forked worker shares
    # most of its memory, and both together were measured at 2.7 GB (proportional set size).
    gigabytes = used.ru_maxrss * (1 if sys.platform == "darwin" else KIBIBYTE) / 1e9
    return seconds, used.ru_utime + used.ru_stime, gigabytes, status


def main() -> int:
    """Run baseline and review once each, and compare with the limits."""
    customers = int(sys.argv[1]) if len(sys.argv) > 1 else CUSTOMERS
    export = made(customers)
    plain, rows = baseline(export)
    seconds, processor, gigabytes, status = review(export)
    sys.stdout.write(
        f"{customers:,} customers, {rows:,} rows, status {status}\n"
        f"review    {seconds:6.1f} s (at most {SECONDS:.0f}), {customers / seconds:,.0f} customers"
        f" a second, {processor:.1f} s of processor time\n"
        f"memory    {gigabytes:6.2f} GB in the largest process (at most {GIGABYTES:.0f})\n"
        f"baseline  {plain:6.1f} s, csv.reader over the same files: ratio {seconds / plain:.1f}\n"
    )
    within = seconds <= SECONDS and gigabytes <= GIGABYTES
    return 0 if status in {0, 1} and within else 1


if __name__ == "__main__":
    raise SystemExit(main())
