"""Rows of one target that lie about in a file, put together; for lists of one row a fact.

Such lists are not sorted by target, so all rows are held until the file ends; how many is limited.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.lists.rows import Cells

MOST_ROWS = 2_000_000
MOST_BYTES = 1_000_000_000
"""Unpacked. The largest of these lists, the European one, has about 30 MB in 2026."""


def grouped(
    rows: Iterable[Cells], group_of: Callable[[Cells], str], path: Path
) -> Iterator[tuple[str, list[Cells]]]:
    """Give the groups in the order in which they begin; rows without a group are one each.

    Raises:
        ListUnreadableError: the file has too many rows.
    """
    groups: dict[tuple[str, int], list[Cells]] = {}
    for count, row in enumerate(rows, 1):
        if count > MOST_ROWS:
            message = f"{path.name}: the file has more than {MOST_ROWS:,} rows, which no list has."
            raise ListUnreadableError(message)
        name = group_of(row)
        groups.setdefault((name, 0 if name else row.number), []).append(row)
    for (name, _), members in groups.items():
        yield name, members
