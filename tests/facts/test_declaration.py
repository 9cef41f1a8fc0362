from datetime import date

import pytest

from knowntenant.facts import declaration
from knowntenant.facts.declaration import (
    Fact,
    Retention,
    Sensitivity,
    fact_type,
    fact_types,
    told,
    type_of,
)
from knowntenant.facts.types import Account, Customer, Person
from knowntenant.facts.types.accounts import AccountState
from knowntenant.law.kinds import ID, TEXT
from tests.facts.told import FIRST, known, tell


@pytest.fixture(autouse=True)
def _only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(declaration, "_TYPES", dict(fact_types()))


def test_a_declaration_says_everything_about_a_type() -> None:
    @fact_type("door", key=("id",), subject="account", retention=Retention.REPORT, clause="7.9")
    class Door(Fact):
        """A  door that opens.

        The rest is for readers of the code.
        """

        id: str = told(ID, "the door's identifier")
        account: str | None = told(ID, "whose", refers_to="account", also=("of",))
        lock: str | None = told(TEXT, "its lock", sensitivity=Sensitivity.SECRET, links=True)

    declared = type_of(Door)
    assert fact_types()["door"] is declared
    assert (declared.doc, declared.key, declared.clause) == ("A door that opens.", ("id",), "7.9")
    assert (declared.subject, declared.retention) == ("account", Retention.REPORT)
    assert list(declared.fields) == ["id", "account", "lock"]
    assert declared.references == ("account", "lock")
    assert declared.fields["lock"].sensitivity is Sensitivity.SECRET


def test_a_type_without_a_docstring_of_its_own_shows_that() -> None:
    @fact_type("door", clause="7.9")
    class Door(Fact):
        pass

    Door.__doc__ = None
    assert type_of(Door).doc == ""


def test_a_field_is_found_by_its_name_or_another() -> None:
    account = type_of(Account)
    assert account.named("customer") is account.named("holder") is account.fields["customer"]
    assert account.named("owner") is None


def test_a_type_that_extends_another_has_its_fields_too() -> None:
    assert type_of(Person).fields.keys() < type_of(Customer).fields.keys()


def account(*days: date) -> Account:
    states = (AccountState.OPENED, AccountState.OPENED, AccountState.CLOSED)
    told_ = (
        tell(Account, day, ref=f"fact {n}", id="A1", state=state, customer="C1")
        for n, (day, state) in enumerate(zip(days, states, strict=True), start=1)
    )
    found = known(*told_).one(Account, "A1", days[-1])
    assert found is not None
    return found


def test_a_fact_knows_the_records_behind_it_and_when_it_began() -> None:
    found = account(FIRST, date(2028, 2, 29), date(2029, 6, 30))
    assert found.refs == ("fact 1", "fact 2", "fact 3")
    assert found.begun == FIRST


def test_a_field_was_told_by_the_record_that_brought_its_value_and_not_by_repeats() -> None:
    found = account(FIRST, date(2028, 2, 29), date(2029, 6, 30))
    state, customer = found.told("state"), found.told("customer")
    assert state is not None
    assert customer is not None
    assert (state.ref, customer.ref) == ("fact 3", "fact 1")
    assert found.told("product") is None


def test_a_value_that_came_back_was_told_when_it_came_back() -> None:
    records = [
        tell(Account, date(2027, month, 1), ref=f"fact {month}", id="A1", state=state)
        for month, state in enumerate(
            (AccountState.OPENED, AccountState.CLOSED, AccountState.OPENED), start=1
        )
    ]
    found = known(*records).one(Account, "A1", date(2028, 1, 1))
    assert found is not None
    told_by = found.told("state")
    assert told_by is not None
    assert told_by.ref == "fact 3"


def test_facts_with_the_same_values_are_equal_whatever_records_told_them() -> None:
    assert account(FIRST, FIRST, FIRST) == account(FIRST, date(2028, 2, 29), date(2029, 6, 30))
