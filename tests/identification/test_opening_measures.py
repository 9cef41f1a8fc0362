"""What a special measure forbids may not be opened, nor stand open (7.307(b))."""

from collections.abc import Mapping

import pytest

from knowntenant.facts.reading import Given
from knowntenant.law.answer import NO, YES, Verdict
from tests.identification.asked import DAY, OF_INDIVIDUAL, individual_with
from tests.world import Telling, world

MAY, WITHOUT = "identification.may_open", "identification.opened_without_leave"
BINDING = "2027-07-09"
PASSED: Telling = ("2027-01-10", "verification", {
    "person": "C1", "method": "documentary", "result": "passed",
})  # fmt: skip
COMPLETE = individual_with(OF_INDIVIDUAL).also(PASSED)
USED: Mapping[str, Given] = {
    "provisional_use": "yes", "provisional_permissions": ["read_only"], "provisional_days": "900",
}  # fmt: skip


def order(**keys: str) -> Telling:
    return "2027-01-10", "order", {"id": "O1", "person": "C1", **keys}


@pytest.mark.parametrize(
    ("keys", "day", "may"),
    [
        ({"prohibits": "yes"}, "2027-07-08", YES),
        ({"prohibits": "yes"}, BINDING, NO),
        ({"prohibits": "yes"}, "2028-01-10", YES),
        ({"prohibits": "no", "conditions": "monthly review"}, BINDING, YES),
    ],
)
def test_a_prohibition_bars_an_opening_while_it_binds(
    keys: dict[str, str], day: str, may: Verdict
) -> None:
    answer = COMPLETE.also(order(**keys)).ask(day, MAY, "A1")
    assert answer.value is may
    assert ("7.307(b)(2)" in answer.clauses) is (may is NO)


def test_what_may_be_forbidden_is_not_opened_before_that_is_settled() -> None:
    there = ("2027-01-10", "order", {"id": "O1", "jurisdiction": "VN", "prohibits": "yes"})
    answer = COMPLETE.also(there).ask(BINDING, MAY, "A1")  # a citizen of VN; the place is not told
    assert answer.value is NO
    assert answer.because[0].text == "a special measure forbids A1, or may forbid it"


def test_neither_provisional_use_nor_an_open_scope_covers_what_is_forbidden() -> None:
    kept: Telling = (DAY, "account", {
        "id": "A1", "customer": "C1", "state": "provisional", "deprovision_on": "2027-12-01",
    })  # fmt: skip
    made = individual_with(OF_INDIVIDUAL).also(kept, order(prohibits="yes"))
    for day, without in (("2027-07-08", NO), (BINDING, YES)):
        assert made.inquiry(day, program=USED).ask(WITHOUT, "A1").value is without
    unknown = world(kept, order(prohibits="yes"))
    assert unknown.ask(BINDING, WITHOUT, "A1").value is YES
