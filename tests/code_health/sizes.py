"""Guard: files and functions stay small, and no name says only that something is kept there."""

import ast
from pathlib import Path
from statistics import median

from tests.code_health.rooms import named

LONGEST_FILE = 400
MEDIAN_FILE = 120
LONGEST_FUNCTION = 60
BANNED = frozenset(
    {
        "client",
        "clients",
        "common",
        "core",
        "helper",
        "helpers",
        "manager",
        "managers",
        "misc",
        "user",
        "users",
        "util",
        "utils",
    }
)


def complaints(files: list[Path], root: Path) -> list[str]:
    """Every file that is too long, holds too long a function, or bears a banned name."""
    return [
        f"{named(path, root)}{complaint}"
        for path in files
        for complaint in (*_bad_names(path.relative_to(root)), *_too_long(path))
    ]


def middle_length(files: list[Path]) -> float:
    """The median number of lines of the files that have any."""
    return median(length for path in files if (length := len(_lines(path))))


def _bad_names(path: Path) -> list[str]:
    return [f": '{part}' names no subject" for part in path.with_suffix("").parts if part in BANNED]


def _too_long(path: Path) -> list[str]:
    lines = _lines(path)
    found = [f": {len(lines)} lines, at most {LONGEST_FILE}"] if len(lines) > LONGEST_FILE else []
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                found.append(f":{node.lineno}: {node.name} has {length} lines")
    return found


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
