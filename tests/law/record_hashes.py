"""Records that every changed clause row has been reread: python -m tests.law.record_hashes."""

import sys
from collections.abc import Mapping
from pathlib import Path

from knowntenant.law.clauses import normal
from knowntenant.law.loading import pack_names, read_tree
from tests.law.traceability import hashes

PACKS = Path(__file__).resolve().parents[2] / "src" / "knowntenant" / "law" / "packs"
FILE = "reread.sha256"


def rows_of(folder: Path) -> dict[str, Mapping[str, object]]:
    """Give the clause rows that stand in a pack's own files, by the clause's id."""
    tree, _ = read_tree(folder)
    rows = tree.get("clause", {})
    assert isinstance(rows, Mapping)
    return {normal(name): row for name, row in rows.items()}


def recorded(folder: Path) -> dict[str, str]:
    """Give the hashes that were recorded for a pack, by clause."""
    file = folder / FILE
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    pairs = (line.split("  ", 1) for line in lines)
    return {clause: digest for digest, clause in pairs}


def record(folder: Path) -> int:
    """Record the hashes of a pack's clause rows as they are now; give how many there are."""
    now = hashes(rows_of(folder))
    if now:
        lines = [f"{digest}  {clause}\n" for clause, digest in now.items()]
        (folder / FILE).write_text("".join(lines), encoding="utf-8")
    return len(now)


def main(packs: Path = PACKS) -> None:
    """Record all packs that are shipped."""
    for name in pack_names():
        sys.stdout.write(f"{name}: {record(packs / name)} clause rows recorded\n")


if __name__ == "__main__":
    main()
