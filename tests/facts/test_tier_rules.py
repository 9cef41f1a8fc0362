"""Rules for risk tiers: how a row is written, and what cannot be read."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.tier_rules import TIER_RULE, Factor, TierRule, read_tier_rule
from knowntenant.facts.types.persons import Tier
from knowntenant.law.kinds import Unreadable


@pytest.mark.parametrize(
    ("text", "tier", "conditions"),
    [
        (
            "high when jurisdiction is Russia, BY and accelerators is yes",
            Tier.HIGH,
            ((Factor.JURISDICTION, ("RU", "BY")), (Factor.ACCELERATORS, ("yes",))),
        ),
        (
            "LOW  When person is natural and\n product is Object-Storage",
            None,
            "'natural' is no kind of person.",
        ),
        (
            "low when person is individual and product is Object-Storage",
            Tier.LOW,
            ((Factor.PERSON_KIND, ("individual",)), (Factor.PRODUCT_KIND, ("object_storage",))),
        ),
        (
            "medium when means is Bank Account, crypto",
            Tier.MEDIUM,
            ((Factor.PAYMENT_MEANS, ("bank_account", "crypto")),),
        ),
        (
            "high when usage hours over is 50,000",
            None,
            "is no condition",
        ),
        (
            "high when usage_hours_over is 50,000.5",
            Tier.HIGH,
            ((Factor.USAGE_HOURS_OVER, ("100001/2",)),),
        ),
        (
            "high when jurisdiction is Bosnia and Herzegovina and trial is true",
            Tier.HIGH,
            ((Factor.JURISDICTION, ("BA",)), (Factor.TRIAL, ("yes",))),
        ),
        ("medium otherwise", Tier.MEDIUM, ()),
        ("severe when trial is yes", None, "'severe' is no risk tier."),
        ("high when colour is red", None, "'colour' is nothing that a rule looks at. Known here"),
        ("high when reseler is yes", None, "Did you mean 'reseller'?"),
        ("high when listed", None, "'listed' is no condition; write it like"),
        ("high when listed is perhaps", None, "'perhaps' is neither yes, no nor unknown"),
        ("high when jurisdiction is Atlantis", None, "'Atlantis' is no known place"),
        ("high", None, "'high' is no rule for a risk tier; write it like"),
        ("", None, "is no rule for a risk tier"),
    ],
)
def test_a_row_is_read_or_refused_with_words(
    text: str, tier: Tier | None, conditions: object
) -> None:
    if tier is None:
        with pytest.raises(Unreadable, match=str(conditions).replace("?", r"\?")):
            read_tier_rule(text)
        return
    rule = read_tier_rule(text)
    assert (rule.tier, rule.conditions) == (tier, conditions)
    assert str(rule) == " ".join(text.split())


@given(
    st.sampled_from(Tier), st.lists(st.sampled_from(["listed", "trial", "red_flags"]), max_size=3)
)
def test_what_is_written_is_what_is_read(tier: Tier, factors: list[str]) -> None:
    when = " and ".join(f"{factor} is no" for factor in factors)
    text = f"{tier} when {when}" if factors else f"{tier} otherwise"
    rule = TIER_RULE.read(text)
    assert rule == TierRule(tier, tuple((Factor(f), ("no",)) for f in factors), text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Unreadable):
        assert isinstance(read_tier_rule(text), TierRule)
