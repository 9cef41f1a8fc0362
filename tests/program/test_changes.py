"""Whether a change of the program is material."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.program import Program, elements
from knowntenant.facts.tier_rules import read_tier_rule
from knowntenant.law.answer import NO
from knowntenant.law.law import Law
from knowntenant.program.changes import Change, materiality
from tests.law.toy import NPRM
from tests.program.told import COMPLETE, changed

DEFAULT = Program()


def differing(old: Program, new: Program) -> tuple[Change, ...]:
    """Give what differs, the Department being told under the proposed rule."""
    return materiality(old, new, Law(NPRM))


def test_a_program_does_not_differ_from_itself() -> None:
    assert differing(COMPLETE, COMPLETE) == ()


def test_the_order_of_a_list_says_nothing_and_that_of_rules_does() -> None:
    turned = changed(accepted_documents=COMPLETE.accepted_documents[::-1])
    assert differing(COMPLETE, turned) == ()
    assert turned.sha256 == COMPLETE.sha256
    (change,) = differing(COMPLETE, changed(tier_rules=COMPLETE.tier_rules[::-1]))
    assert (change.element, change.material) == ("tier_rules", True)


@pytest.mark.parametrize(
    ("changes", "material", "under", "why"),
    [
        ({"accepted_documents": ("passport",)}, True, "7.304(c) s.1", "first example"),
        ({"provisional_use": NO}, True, "7.304(c) s.1", "second example"),
        ({"contact_name": "Suharto"}, True, "7.304(c) s.2", "Primary Contact"),
        ({"record_keeping": "on paper"}, True, "7.304(c) s.1", "about 7.302(e)(1)"),
        ({"contact_phone": "+1"}, False, "", "a statement about the program"),
        ({"version": "9"}, False, "", "a statement about the program"),
        ({"cost_review": Fraction(7, 2)}, False, "", "a figure of the provider's own"),
        ({"foreign_services": "none"}, False, "", "yearly certification restates"),
    ],
)
def test_a_change_is_material_or_not_and_says_why(
    changes: dict[str, object], material: bool, under: str, why: str  # noqa: FBT001 - one of the cases
) -> None:  # fmt: skip
    (change,) = differing(COMPLETE, changed(**changes))
    assert (change.material, change.under) == (material, under)
    assert why in change.why
    assert change.clause == elements()[change.element].clause


def test_values_are_shown_as_they_are_written() -> None:
    rules = (read_tier_rule("medium otherwise"),)
    (cost, rule) = differing(
        DEFAULT, replace(DEFAULT, cost_review=Fraction(7, 2), tier_rules=rules)
    )[::-1]
    assert (cost.old, cost.new) == ("0", "3.5")
    assert (rule.old, rule.new) == ([], ["medium otherwise"])


@given(st.sets(st.sampled_from(sorted(elements()))))
def test_exactly_the_elements_that_differ_are_named_both_ways(names: set[str]) -> None:
    wanted = {n for n in names if getattr(COMPLETE, n) != getattr(DEFAULT, n)}
    mixed = changed(**{name: getattr(DEFAULT, name) for name in wanted})
    there = differing(COMPLETE, mixed)
    back = differing(mixed, COMPLETE)
    expected = {
        n
        for n in wanted
        if sorted(map(str, _many(getattr(COMPLETE, n))))
        != sorted(map(str, _many(getattr(DEFAULT, n))))
    }
    assert {change.element for change in there} == expected
    assert [(c.element, c.old, c.new) for c in there] == [(c.element, c.new, c.old) for c in back]
    assert (mixed.sha256 == COMPLETE.sha256) == (not there)


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
