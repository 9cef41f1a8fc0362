"""Where things stand in the tree: the root, the sources, and the one list of rooms that decide."""

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "knowntenant"


def project(root: Path = ROOT) -> dict[str, Any]:
    """The project's own settings, as `pyproject.toml` states them."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def pure_rooms() -> tuple[str, ...]:
    """Names of the rooms that decide, and so take values and return values only."""
    return tuple(project()["tool"]["knowntenant"]["health"]["pure_rooms"])


def python_files(*folders: Path) -> list[Path]:
    """Every Python file under the folders, in a stable order."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def named(path: Path, root: Path) -> str:
    """The path as a complaint names it: from the root, with forward slashes."""
    return path.relative_to(root).as_posix()
