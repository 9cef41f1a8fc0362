"""Guard: a generated page says today what its generator says."""

from collections.abc import Callable, Mapping
from pathlib import Path

PAGES = (
    "docs/export-format.md",
    "docs/facts.md",
    "docs/law.md",
    "docs/packs.md",
    "docs/scenarios.md",
)


def stale(root: Path, generators: Mapping[str, Callable[[], str]]) -> list[str]:
    """The pages that are missing or differ from their generator's text."""
    return [
        name
        for name, write in sorted(generators.items())
        if not (root / name).is_file() or (root / name).read_text(encoding="utf-8") != write()
    ]
