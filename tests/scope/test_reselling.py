import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.scope.reselling import resells, resold_accounts
from tests.world import Telling, world

RESELLER_ACCOUNT = "scope.reseller_account"
DAY, ON = "2027-01-05", "2027-02-01"


def account(id_: str = "A1", customer: str = "R1", **keys: str) -> Telling:
    return DAY, "account", {"id": id_, "customer": customer, "state": "opened", **keys}


def reseller(id_: str = "R1", **keys: str) -> Telling:
    return DAY, "reseller", {"id": id_, "state": "active", **keys}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((account(offers_onward="yes"),), YES),
        ((account(offers_onward="no"),), NO),
        ((account(),), UNKNOWN),
        ((account(offers_onward="unknown"),), UNKNOWN),
        ((account(), reseller(account="A1")), YES),
        ((account(), reseller()), YES),
        ((account(), reseller(account="A2")), UNKNOWN),
        ((account(offers_onward="no"), reseller(account="A2")), NO),
        ((account(offers_onward="yes"), reseller(account="A2")), YES),
        ((reseller(account="A1"),), YES),
        (((DAY, "account", {"id": "A1"}),), UNKNOWN),
        ((), UNKNOWN),
    ],
)
def test_a_reseller_account_is_known_by_what_is_stated_of_it_or_of_its_holder(
    told: tuple[Telling, ...], expected: Verdict
) -> None:
    answer = world(*told).ask(ON, RESELLER_ACCOUNT, "A1")
    assert answer.value is expected
    assert answer.clauses == ("7.301 reseller account",)
    assert answer.flags == ()


def test_statements_that_contradict_each_other_leave_it_open() -> None:
    made = world(account(offers_onward="no"), reseller(account="A1"))
    answer = made.ask(ON, RESELLER_ACCOUNT, "A1")
    assert answer.value is UNKNOWN
    text = "A1 is named as a reseller account and stated not to be offered onward"
    assert answer.flags == (text,)
    assert answer.facts == ("fact 1", "fact 2")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("vps", YES), ("managed_service", YES), ("domain_registration", NO), ("saas", NO)],
)
def test_who_resells_what_is_no_iaas_product_has_no_reseller_account(
    kind: str, expected: Verdict
) -> None:
    product = (DAY, "product", {"id": "X1", "kind": kind})
    made = world(product, account(product="X1", offers_onward="yes"))
    assert made.ask(ON, RESELLER_ACCOUNT, "A1").value is expected


def test_only_accounts_known_to_be_offered_onward_are_resold() -> None:
    made = world(
        account("A3", offers_onward="yes"),
        account("A2"),
        account("A1", "深圳"),
        reseller(account="A1"),
        (DAY, "customer", {"id": "C1"}),
    )
    inquiry = made.inquiry(ON)
    assert resold_accounts(inquiry, "R1") == ("A1", "A3")
    assert resells(inquiry, "R1")
    assert resells(inquiry, "深圳")  # who holds a reseller account
    assert not resells(inquiry, "C1")
    assert resold_accounts(inquiry, "nobody") == ()
