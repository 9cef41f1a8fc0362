"""Guard: rooms that decide are tested to the last branch, every other room nearly so.

Run after the tests, on coverage's own JSON report. Ends with status 1 and names each shortfall.
"""

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ("src", "knowntenant")
KEYS = ("covered_lines", "covered_branches", "num_statements", "num_branches")


def room_of(name: str) -> str:
    """The room a measured file belongs to; a file beside the rooms belongs to 'knowntenant'."""
    parts = Path(name).parts
    within = parts[parts.index(PACKAGE[1]) + 1 :]
    return within[0] if len(within) > 1 else PACKAGE[1]


def shares(report: Mapping[str, Any]) -> dict[str, float]:
    """Per room, the share of lines and branches that ran, in percent."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, file in report["files"].items():
        lines, branches, statements, ways = (file["summary"][key] for key in KEYS)
        total = sums[room_of(name)]
        total[0] += lines + branches
        total[1] += statements + ways
    return {room: 100.0 * ran / of if of else 100.0 for room, (ran, of) in sorted(sums.items())}


def shortfalls(
    report: Mapping[str, Any], health: Mapping[str, Any], standing: set[str]
) -> list[str]:
    """Every room below its floor, and every standing room that was not measured at all."""
    measured = shares(report)
    found = [f"{room}: not measured" for room in sorted(standing - set(measured))]
    for room, share in measured.items():
        floor = health["pure_floor"] if room in health["pure_rooms"] else health["other_floor"]
        if share < floor:
            found.append(f"{room}: {share:.2f} %, the floor is {floor:.0f} %")
            found += [f"  {line}" for line in _unrun(report, room)]
    return found


def _unrun(report: Mapping[str, Any], room: str) -> list[str]:
    return [
        f"{name}: lines {file['missing_lines']} branches {file['missing_branches']}"
        for name, file in sorted(report["files"].items())
        if room_of(name) == room and (file["missing_lines"] or file["missing_branches"])
    ]


def main(root: Path = ROOT) -> int:
    """Compare the last report with the floors; 0 when all hold, 1 when one does not."""
    report = json.loads((root / ".cache" / "coverage.json").read_text(encoding="utf-8"))
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    rooms = root.joinpath(*PACKAGE)
    standing = {path.parent.name for path in rooms.glob("*/__init__.py")}
    found = shortfalls(report, settings["tool"]["knowntenant"]["health"], standing)
    for room, share in shares(report).items():
        sys.stdout.write(f"{share:7.2f} %  {room}\n")
    for line in found:
        sys.stdout.write(f"coverage: {line}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
