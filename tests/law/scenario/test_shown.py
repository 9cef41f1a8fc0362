from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from knowntenant.facts.places import find
from knowntenant.law.answer import UNKNOWN, YES
from knowntenant.law.scenario.shown import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "none"),
        (UNKNOWN, "unknown"),
        (YES, "yes"),
        (date(2028, 2, 29), "2028-02-29"),
        (datetime(2027, 3, 1, 9, 30, tzinfo=UTC), "2027-03-01T09:30:00Z"),
        (Fraction(25), "25"),
        (Fraction(2499, 100), "24.99"),
        (Fraction(100, 3), "100/3"),
        (("深圳", "محمد"), "[深圳, محمد]"),
        ((), "[]"),
        ({"kind": "x", "due": None, "steps": ("a",)}, "{kind: x, due: none, steps: [a]}"),
        (find("VN"), "Vietnam"),
    ],
)
def test_a_value_is_shown_as_a_scenario_writes_it(value: object, text: str) -> None:
    assert shown(value) == text
