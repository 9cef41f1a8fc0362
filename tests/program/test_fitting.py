"""Whether an assessment of risks stands behind the program, and is not overtaken."""

from datetime import date

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.program.fitting import FITS
from tests.program.told import ask, ask_without
from tests.world import Telling, world

VPS: Telling = ("2026-01-01", "product", {"id": "VPS", "kind": "vps", "accelerators": "no"})
MADE = world(VPS)


def test_an_assessment_fits_what_was_offered_on_its_day() -> None:
    answer = ask(FITS, MADE)
    assert (answer.value, answer.clauses) == (YES, ("7.302(b) s.1",))


def test_without_a_program_or_a_product_it_is_open() -> None:
    assert ask_without(FITS, MADE).value is UNKNOWN
    assert ask(FITS, world()).value is UNKNOWN


@pytest.mark.parametrize(
    "changes",
    [
        {"risk_assessed_on": None},
        {"risk_assessment_summary": ""},
        {"tier_rules": ()},
        {"risk_assessed_on": date(2028, 2, 29)},
    ],
)
def test_it_does_not_fit_without_an_assessment_of_an_earlier_day(
    changes: dict[str, object],
) -> None:
    assert ask(FITS, MADE, **changes).value is NO


@pytest.mark.parametrize(
    ("keys", "fits"),
    [
        ({"id": "VPS", "name": "Small servers"}, YES),
        ({"id": "VPS", "kind": "vps", "accelerators": "no"}, YES),
        ({"id": "VPS", "accelerators": "yes"}, NO),
        ({"id": "VPS", "trial": "yes"}, NO),
        ({"id": "GPU", "kind": "gpu_cloud"}, NO),
        ({"id": "GPU"}, NO),
    ],
)
def test_a_new_or_changed_product_overtakes_it(keys: dict[str, str], fits: object) -> None:
    made = MADE.also(("2027-04-01", "product", keys))
    assert ask(FITS, made, "2027-03-31").value is YES
    answer = ask(FITS, made, "2027-04-01")
    assert answer.value is fits
    assert answer.facts == (("fact 2",) if fits is NO else ())


def test_a_change_on_the_day_of_the_assessment_is_part_of_it() -> None:
    made = MADE.also(("2027-01-20", "product", {"id": "GPU", "kind": "gpu_cloud"}))
    assert ask(FITS, made).value is YES
