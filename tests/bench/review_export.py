"""Benchmark: review the export of 100,000 customers within 60 seconds and 2 GB of memory.

The export is made once in bench-out/ and used again. Ends with status 1 when a limit is passed.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXPORT = ROOT / "bench-out" / "harborgrid"
PROGRAM = str(Path(sys.executable).with_name("knowntenant"))
CUSTOMERS = 100_000
SECONDS = 60.0
GIGABYTES = 2.0
KIBIBYTE = 1024


def export() -> None:
    """Make the synthetic provider unless a whole one is there."""
    made = EXPORT.parent / "made"
    if not made.exists():
        size = ["--customers", str(CUSTOMERS), "--seed", "7"]
        subprocess.run([PROGRAM, "sample", str(EXPORT), *size], check=True)
        made.touch()


def rows(name: str) -> int:
    """Data rows of one file of the export; the header is not counted."""
    with (EXPORT / name).open("rb") as lines:
        return sum(1 for _ in lines) - 1


def main() -> int:
    """Run the review once, as a person would, and compare with the limits."""
    export()
    html, found = EXPORT.parent / "review.html", EXPORT.parent / "review.json"
    command = [PROGRAM, "review", str(EXPORT), "--as-of", "2027-06-30"]
    started = time.perf_counter()
    review = subprocess.Popen([*command, "--html", str(html), "--json", str(found)])
    _, ended, used = os.wait4(review.pid, 0)
    seconds, status = time.perf_counter() - started, os.waitstatus_to_exitcode(ended)
    # Linux counts in kibibytes, macOS in bytes.
    gigabytes = used.ru_maxrss * (1 if sys.platform == "darwin" else KIBIBYTE) / 1e9
    access = rows("access.csv") if (EXPORT / "access.csv").exists() else 0
    sys.stdout.write(
        f"{CUSTOMERS:,} customers, {access:,} rows of access, status {status}: {seconds:.1f} s"
        f" (at most {SECONDS:.0f}), {gigabytes:.2f} GB (at most {GIGABYTES:.0f})\n"
    )
    return 0 if status in {0, 1} and seconds <= SECONDS and gigabytes <= GIGABYTES else 1


if __name__ == "__main__":
    raise SystemExit(main())
