"""With whom anything may be shared, against a table that a lawyer could read."""

from itertools import product

import pytest

from knowntenant.facts.types.privacy import Recipient, Shared
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from tests.world import world

SHARE = "privacy.may_share"
ON = "2027-02-01"
TABLE = {
    #                  record, threat information, best practice
    "third_party": (NO, UNKNOWN, YES),
    "department": (YES, UNKNOWN, YES),
    "us_provider": (NO, YES, YES),
    "consortium": (NO, YES, YES),
    "law_enforcement": (UNKNOWN, UNKNOWN, YES),
    "data_subject": (YES, UNKNOWN, YES),
}


@pytest.mark.parametrize(("recipient", "what"), list(product(Recipient, Shared)))
def test_without_a_ground_the_table_decides(recipient: Recipient, what: Shared) -> None:
    answer = world().ask(ON, SHARE, recipient=recipient, what=what)
    assert answer.value is TABLE[recipient][list(Shared).index(what)]
    fellows = recipient in ("us_provider", "consortium") and what is not Shared.RECORD
    assert answer.clauses == (("7.302(e)(3) s.3" if fellows else "7.302(e)(3) s.1"),)


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ({"lawful": "yes"}, YES),
        ({"lawful": "yes", "to": "law_enforcement", "until": ON}, YES),
        ({"lawful": "yes", "until": "2027-01-31"}, NO),
        ({"lawful": "yes", "to": "consortium"}, NO),
        ({"lawful": "no"}, NO),
        ({"ground": "a letter"}, UNKNOWN),
    ],
)
def test_a_ground_decides_for_whom_it_names_while_it_lasts(
    keys: dict[str, str], verdict: Verdict
) -> None:
    made = world(("2027-01-01", "legal_basis", {"id": "L1", **keys}))
    answer = made.ask(ON, SHARE, recipient=Recipient.LAW_ENFORCEMENT, basis="L1")
    assert answer.value is verdict
    assert answer.facts == ("fact 1",)


def test_a_ground_that_nobody_told_settles_nothing() -> None:
    answer = world().ask(ON, SHARE, recipient=Recipient.THIRD_PARTY, basis="L9")
    assert answer.value is UNKNOWN
