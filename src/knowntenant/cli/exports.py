"""A provider's export read for a command, or a plain answer why it cannot be used."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from knowntenant.cli.review_asked import Unusable
from knowntenant.imports.accesses import Kept
from knowntenant.imports.export import Export, read_export
from knowntenant.law.problem import Problem

KEPT = (Kept.FIRST, Kept.LAST, Kept.FIRST_ABROAD, Kept.LAST_ABROAD)
"""Of all accesses, those that a decision turns on; the other acts matter to the log alone."""


def read_checked(
    folder: Path,
    day: date,
    zone: ZoneInfo,
    mapping: Path | None,
    told: Callable[[str, int, int], None],
) -> Export:
    """Read an export as of a day. Raises Unusable where nothing in it can be used."""
    try:
        export = read_export(
            folder, as_of=day, zone=zone, mapping=mapping, progress=told, keep=KEPT
        )
    except OSError as wrong:
        what = f"cannot be read: {wrong.strerror}."
        remedy = "Allow yourself to read the folder and its files."
        raise Unusable([Problem(str(folder), what, remedy)]) from None
    if not export.is_usable:
        nothing = Problem(str(folder), "nothing in it could be used")
        raise Unusable(export.problems or [nothing])
    return export
