"""How values are shown to people, in the words in which a scenario writes them."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction


def shown(value: object) -> str:
    """Give a value as a scenario would write it: none, 2027-03-11, 25, [C1, C2], {kind: x}."""
    if value is None:
        return "none"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {shown(below)}' for key, below in value.items())}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(shown(one) for one in value)}]"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Fraction):
        return _number(value)
    return str(value)


def _number(value: Fraction) -> str:
    decimal = f"{float(value):.10f}".rstrip("0").rstrip(".")
    return decimal if Fraction(decimal) == value else str(value)
