"""A matcher kept in a file, so that screening starts at once: what is built once is only read.

A saved index is of certain lists, one algorithm with its weights, and the software that built it;
anything else is refused, and so is a file that is not whole. Nothing in it can be run.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path
from unicodedata import unidata_version

from knowntenant import __version__
from knowntenant.imports.saved_entries import read_listed, write_listed
from knowntenant.imports.saved_names import read_names, write_names
from knowntenant.imports.saved_parts import AGAIN, Saved, SavedIndexError, Told, Writing
from knowntenant.screening.algorithm import algorithm as frozen
from knowntenant.screening.matcher import Matcher

ENDING = ".index"
MOST_KEPT = 4  # saved indexes in one folder
OLD = 3600  # seconds after which half a file was left by somebody who is gone
_BUILDERS = ("screening", "imports/lists", "imports/texts.py", "facts/places")
_WHAT = {
    "lists": "other lists",
    "algorithm": "another algorithm",
    "weights": "other weights",
    "software": "another version of the software",
}


@dataclass(frozen=True, slots=True)
class Of:
    """What an index is of: hash of the lists, algorithm and hash of its weights, and software."""

    lists: str
    algorithm: str
    weights: str
    software: str

    @property
    def name(self) -> str:
        """The name of its file."""
        joined = "\n".join(asdict(self).values())
        return sha256(joined.encode()).hexdigest()[:32] + ENDING


@dataclass(frozen=True, slots=True)
class Loaded:
    """A matcher that was saved, what was told when it was, and bytes of its file."""

    matcher: Matcher
    told: Told
    size: int


def index_of(lists: str, algorithm: str) -> Of:
    """Say what an index is of that this software makes. Raises UnknownAlgorithmError."""
    return Of(lists, algorithm, frozen(algorithm).sha256, software())


def save_matcher(
    matcher: Matcher, folder: Path, lists: str, told: Mapping[str, object] | None = None
) -> Path:
    """Save a matcher in a folder; its file appears at once and whole. Older ones are taken away.

    lists: hash of the lists that it was made of; told: anything that JSON can hold, given back
    with it. Several may save at once.

    Raises:
        OSError: the folder cannot be written to.
    """
    of = index_of(lists, matcher.algorithm)
    writing = Writing()
    write_listed(writing, matcher.listed)
    write_names(writing, "people", matcher.people)
    write_names(writing, "organizations", matcher.organizations)
    counts = {"entries": len(matcher.listed.entries), "names": len(matcher.listed.names)}
    folder.mkdir(exist_ok=True)
    path = folder / of.name
    writing.write(path, {"of": asdict(of), "counts": counts, "told": dict(told or {})})
    _tidy(folder, path)
    return path


def load_matcher(folder: Path, lists: str, algorithm: str) -> Loaded:
    """Give the matcher of lists and an algorithm back.

    Raises:
        SavedIndexError: it is of something else, or not whole; NoSavedIndexError: there is none.
    """
    of = index_of(lists, algorithm)
    return open_index(folder / of.name, of)


def open_index(path: Path, of: Of) -> Loaded:
    """Open one saved index, which has to be of something. Raises SavedIndexError."""
    saved = Saved.read(path)
    try:
        return _loaded(saved, of)
    except (AttributeError, LookupError, TypeError, ValueError) as wrong:
        message = f"The saved index lacks a part. {AGAIN}"
        raise SavedIndexError(message) from wrong


def _loaded(saved: Saved, of: Of) -> Loaded:
    for name, wanted in asdict(of).items():
        if saved.told["of"][name] != wanted:
            message = f"The saved index is of {_WHAT[name]}. {AGAIN}"
            raise SavedIndexError(message)
    listed = read_listed(saved)
    counts = {"entries": len(listed.entries), "names": len(listed.names)}
    if saved.told["counts"] != counts:
        message = f"The saved index does not fit together: counts. {AGAIN}"
        raise SavedIndexError(message)
    people = read_names(saved, "people", len(listed.names), trade=False)
    organizations = read_names(saved, "organizations", len(listed.names), trade=True)
    matcher = Matcher.of_parts(listed, people, organizations, of.algorithm)
    return Loaded(matcher, saved.told["told"], saved.size)


@cache
def software() -> str:
    """Give the version of the software, with a hash over all that readings of lists turn on."""
    digest = sha256(f"{version('anyascii')} {unidata_version}".encode())
    for part in _BUILDERS:
        add_code(digest.update, resources.files("knowntenant") / part)
    return f"knowntenant {__version__} {digest.hexdigest()}"


def add_code(update: Callable[[bytes], None], part: Traversable) -> None:
    """Add a file, or all files of a folder, with their names; not what Python made of them."""
    if part.is_file():
        if not part.name.endswith(".pyc"):
            update(f"\n{part.name}\n".encode())
            update(part.read_bytes())
        return
    for one in sorted(part.iterdir(), key=lambda within: within.name):
        add_code(update, one)


def _tidy(folder: Path, new: Path) -> None:
    """Take away the oldest indexes beyond those that are kept, and what was left half written."""
    now = _written(new)
    indexes = sorted(folder.glob(f"*{ENDING}"), key=_written, reverse=True)
    parts = [part for part in folder.glob(f".*{ENDING}.*.part") if now - _written(part) > OLD]
    for path in (*parts, *(one for one in indexes[MOST_KEPT:] if one != new)):
        path.unlink(missing_ok=True)


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # somebody else has just taken it away
        return 0.0
