"""Guard: a change says whom it touches, which clauses, and from which day it matters."""

import re
from pathlib import Path

KINDS = ("feature", "fix", "law", "removal", "security")
NAME = re.compile(rf"\d+\.({'|'.join(KINDS)})\.md")
HEADS = ("Affected:", "Clauses:", "From:")
CLAUSES = re.compile(r"Clauses: (none|(\d+\.\d+(\(\w+\))*)(, \d+\.\d+(\(\w+\))*)*)")


def complaints(folder: Path) -> list[str]:
    """Every file of the folder, besides its README, that a release could not gather."""
    found: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.name == "README.md":
            continue
        if not NAME.fullmatch(path.name):
            found.append(f"{path.name}: name it <number>.<{'|'.join(KINDS)}>.md")
            continue
        found += [f"{path.name}: {what}" for what in _missing(path.read_text(encoding="utf-8"))]
    return found


def _missing(text: str) -> list[str]:
    lines = text.splitlines()
    said = {head: [line for line in lines if line.startswith(f"{head} ")] for head in HEADS}
    missing = [f"needs one line '{head} ...'" for head in HEADS if len(said[head]) != 1]
    missing += [
        f"'{line}' is not a list of clauses such as 7.302(d), 7.303(a), or 'none'"
        for line in said["Clauses:"]
        if not CLAUSES.fullmatch(line)
    ]
    if not any(line and not line.startswith(HEADS) for line in lines):
        missing.append("does not say what changed")
    return missing
