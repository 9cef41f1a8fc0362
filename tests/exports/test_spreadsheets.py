import pytest

from knowntenant.exports.spreadsheets import safe


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1+1"])  # noqa: RUF001 - full width on purpose
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")


def test_no_cell_gives_orders_to_a_terminal() -> None:
    assert safe("Ali\x1b[2J\x07\x9b") == "Ali\ufffd[2J\ufffd\ufffd"


@pytest.mark.parametrize("cell", ["", "محمد", "深圳\nNguyễn\tVăn", "O'Neil - 29 February"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell
