"""The lists of a folder made ready for screening: from a saved index where one fits, else built.

A saved index lies in the folder of the lists, under `.index`, and fits only these lists, this
algorithm and this software. It saves time and nothing else: whatever is wrong with it, the lists
are read and the index is built again.
"""

from dataclasses import asdict, dataclass
from pathlib import Path

from knowntenant.actions.listed import Listed, hash_of_lists, load_listed, problem_of
from knowntenant.imports.saved_index import load_matcher, save_matcher
from knowntenant.imports.saved_parts import AGAIN, NoSavedIndexError, SavedIndexError
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.result import ListMark

INDEX = ".index"
_USED = "The lists were taken from their saved index."
_SAVED = "The index of the lists was built, and saved for the next time."
_CHANGED = "The index of the lists was built, and not saved: the lists changed meanwhile."
_NOT_ASKED = "The index of the lists was built, and not saved, as asked."


@dataclass(frozen=True, slots=True)
class Ready:
    """Lists with their matcher; how: where the matcher comes from, in words."""

    listed: Listed
    matcher: Matcher
    how: str


def ready_lists(folder: Path, algorithm: str, *, saved: bool = True) -> Ready:
    """Make the lists of a folder ready; saved: a saved index is used, and one is saved.

    Raises:
        ListsUnusableError: with all problems of the lists.
    """
    if not saved:
        listed = load_listed(folder)
        return Ready(listed, Matcher(listed.entries, algorithm), _NOT_ASKED)
    lists = hash_of_lists(folder)
    why = ""
    try:
        return _from_saved(folder, lists, algorithm)
    except NoSavedIndexError:
        pass
    except SavedIndexError as wrong:
        why = f"{wrong} "
    listed = load_listed(folder)
    matcher = Matcher(listed.entries, algorithm)
    return Ready(listed, matcher, why + _save(folder, lists, listed, matcher))


def _from_saved(folder: Path, lists: str, algorithm: str) -> Ready:
    found = load_matcher(folder / INDEX, lists, algorithm)
    try:
        marks = tuple(ListMark(**mark) for mark in found.told["marks"])
        problems = tuple(problem_of(folder, *one) for one in found.told["problems"])
    except (LookupError, TypeError) as wrong:
        message = f"The saved index does not say which lists it is of. {AGAIN}"
        raise SavedIndexError(message) from wrong
    return Ready(Listed(found.matcher.listed.entries, marks, problems), found.matcher, _USED)


def _save(folder: Path, lists: str, listed: Listed, matcher: Matcher) -> str:
    """Save an index, if the lists are still those that were hashed; say what came of it."""
    if hash_of_lists(folder) != lists:
        return _CHANGED
    problems = [[one.where.rpartition("/")[2], one.what] for one in listed.problems]
    told = {"marks": [asdict(mark) for mark in listed.marks], "problems": problems}
    try:
        save_matcher(matcher, folder / INDEX, lists, told)
    except OSError as wrong:
        return f"The index of the lists was built, and could not be saved: {wrong.strerror}."
    return _SAVED
