"""Guard: what runs on every change is `make test` and nothing besides."""

from pathlib import Path

FRAME = ("set -", "cd ")


def commands(script: Path) -> list[str]:
    """The commands of a shell script, less comments and the lines that only prepare the shell."""
    lines = (line.strip() for line in script.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith(("#", *FRAME))]
