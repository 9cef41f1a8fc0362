from pathlib import Path

import pytest

from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.trees.csv_rows import csv_rows


def test_a_row_with_a_cell_too_many_is_refused_as_its_cells_have_moved(tmp_path: Path) -> None:
    path = tmp_path / "owners.csv"
    path.write_text("owner,owned,share\nP1,E1,50,\nP2, Inc,E1,30\n", encoding="utf-8")
    rows = csv_rows(path)
    assert next(rows) == (2, {"owner": "P1", "owned": "E1", "share": "50"})
    with pytest.raises(ListUnreadableError, match=r"owners\.csv row 3: .* more cells"):
        next(rows)
