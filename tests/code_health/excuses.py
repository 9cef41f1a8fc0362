"""Guard: whoever silences a tool names the finding and says why."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.code_health.rooms import named

SILENCES = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no\s)")
REASONED = re.compile(
    r"#\s*(noqa: [A-Z]+\d+(, [A-Z]+\d+)*"
    r"|type: ignore\[[a-z-]+(, [a-z-]+)*\]"
    r"|pragma: no (cover|branch))"
    r"\s+[#(-]?\s*(?![A-Z]+\d)\w.{7,}"
)
LISTED = re.compile(r'^\s*"[A-Z]+\d*",?\s*(?P<reason>#.*)?$')
WHY = re.compile(r"#\s*\S.{5,}")
LOOSENS = re.compile(r"^(ignore_errors|ignore_missing_imports|disable_error_code|follow_imports)\b")


def in_sources(files: list[Path], root: Path) -> list[str]:
    """Every comment that silences a tool without naming the finding and a reason."""
    return [
        f"{named(path, root)}:{line}: {comment}"
        for path in files
        for line, comment in _comments(path)
        if SILENCES.search(comment) and not REASONED.search(comment)
    ]


def in_settings(text: str) -> list[str]:
    """Every rule that `pyproject.toml` switches off without saying why on its line."""
    found: list[str] = []
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("["):
            section = line
        excused = WHY.search(line)
        if section.startswith("[tool.ruff.lint") and LISTED.match(line) and "ALL" not in line:
            found += [] if excused else [f"{number}: {line.strip()}"]
        if "mypy" in section and LOOSENS.match(line):
            found += [] if excused else [f"{number}: {line.strip()}"]
    return found


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    return ((one.start[0], one.string) for one in tokens if one.type == tokenize.COMMENT)
