"""Guard: nothing in the tree names the machine it was written on, or where packages came from.

The words looked for are put together here, so that this file does not hold them.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.code_health.rooms import named

FOLDERS = ("home", "opt", "root", "tmp", "work")
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org")
TOOLS = ("farm" + "-[a-z]", "`issues" + "`", "`dupli" + "cates`", r"\.\./sha" + "red")
PATTERN = re.compile(
    "|".join(
        [rf"(?<![\w.}}])/{folder}/" for folder in FOLDERS]
        + [re.escape(host) for host in HOSTS]
        + list(TOOLS)
    )
)


def complaints(files: Iterable[Path], root: Path) -> list[str]:
    """File, line and word for each name of a place that means nothing to a reader elsewhere."""
    return [
        f"{named(path, root)}:{number}: {found.group()}"
        for path in files
        for number, line in enumerate(_text(path).splitlines(), start=1)
        if (found := PATTERN.search(line))
    ]


def tracked(root: Path) -> list[Path]:
    """Files that git keeps, or would keep if they were added now."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    return [path for name in listed.split("\0") if name and (path := root / name).is_file()]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")
