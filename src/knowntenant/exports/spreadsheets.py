"""Cells for spreadsheets, which take some texts for formulas and calculate them."""

import re

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - wide ones
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Signs that a terminal obeys and no cell needs; ends of lines and tabs are kept."""


def safe(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula, and no terminal for an order."""
    plain = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", cell)
    return f"'{plain}" if cell.startswith(DANGEROUS) else plain
