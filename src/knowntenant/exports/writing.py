"""Files written whole or not at all: a reader never meets half a report."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO


@contextmanager
def written_whole(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a file to be written; it takes the place of an older one only once it is complete.

    Raises OSError where the folder cannot be written to.
    """
    with whole_at(path) as part, part.open("w", encoding=encoding, newline="") as file:
        yield file


@contextmanager
def whole_at(path: Path) -> Iterator[Path]:
    """Give a path to be written to, which takes the place of a file once all went well."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    os.close(number)
    try:
        yield Path(name)
        os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp lets only the owner read
        os.replace(name, path)  # noqa: PTH105 - the two names belong together here
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - as above
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
