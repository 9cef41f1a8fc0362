"""A reseller's CIP is asked for on two grounds: muted only where both are lifted (D2)."""

import pytest

from tests.deterrence.told import exemption
from tests.world import START, Telling, world

ASKED: Telling = ("2028-02-19", "request", {"id": "Q1", "kind": "reseller_cip", "reseller": "深圳"})
HELD = exemption(START, "granted", reseller="深圳")


@pytest.mark.parametrize(
    ("told", "reading", "expected"),
    [
        ((), "keep-assessments", ("7.303(d)", "open")),
        ((HELD,), "keep-assessments", ("7.305(a) s.1", "open")),
        ((HELD,), "lift-assessments", ("7.305(a) s.1", "open")),
        ((HELD,), "lift-all", ("7.303(d)", "muted")),
        ((exemption(START, "granted"),), "lift-assessments", ("7.303(d)", "open")),
        ((exemption(START, "granted"),), "lift-all", ("7.303(d)", "muted")),
    ],
)
def test_the_row_names_the_ground_that_is_alive(
    told: tuple[Telling, ...], reading: str, expected: tuple[str, str]
) -> None:
    made = world((START, "reseller", {"id": "深圳", "state": "active"}), ASKED, *told)
    inquiry = made.inquiry("2028-02-29", readings={"D2": reading})
    rows = inquiry.ask("obligations.all", of="Q1").value
    assert isinstance(rows, tuple)
    (row,) = rows
    assert (row["clause"], row["state"]) == expected
    assert str(row["due"]) == "2028-02-29"
