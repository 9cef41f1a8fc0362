from datetime import UTC, date, datetime

import pytest

from knowntenant.facts.ledger import Ledger, fold_link
from knowntenant.facts.record import Record
from knowntenant.facts.types import Access, Account, Contact, Customer, Ownership, Payment, Presence
from knowntenant.facts.types.accounts import AccountState
from tests.facts.told import FIRST, ledger, tell

OPENED, CLOSED = AccountState.OPENED, AccountState.CLOSED
LEAP = date(2028, 2, 29)


def refs(found: Ledger, shape: type, key: str) -> list[str]:
    return [entry.record.ref for entry in found.entries(shape, (key,))]


def test_an_empty_ledger_knows_nothing() -> None:
    found = ledger([])
    assert (found.entries(Account, ("A1",)), list(found.keys(Account))) == ([], [])
    assert list(found.keys_where(Account, "customer", "C1")) == []


def test_records_stand_in_the_order_in_which_they_happened_not_in_which_they_were_told() -> None:
    later, earlier = tell(Account, LEAP, id="A1"), tell(Account, FIRST, id="A1")
    assert refs(ledger([later, earlier]), Account, "A1") == [earlier.ref, later.ref]


def test_within_a_day_what_has_no_hour_comes_first_and_then_by_the_hour() -> None:
    noon, dawn, day = (
        tell(Account, datetime(2028, 2, 29, 17, tzinfo=UTC), ref="noon", id="A1"),
        tell(Account, datetime(2028, 2, 29, 11, tzinfo=UTC), ref="dawn", id="A1"),
        tell(Account, LEAP, ref="day", id="A1"),
    )
    old = tell(Account, datetime(1960, 2, 29, 17, tzinfo=UTC), ref="old", id="A2")
    undated = tell(Account, date(1960, 2, 29), ref="undated", id="A2")
    found = ledger([noon, dawn, day, old, undated])
    assert refs(found, Account, "A1") == ["day", "dawn", "noon"]
    assert refs(found, Account, "A2") == ["undated", "old"]


def test_records_of_one_moment_stand_in_the_order_in_which_they_were_told() -> None:
    one, two = (tell(Account, FIRST, ref=ref, id="A1") for ref in ("one", "two"))
    assert refs(ledger([one, two]), Account, "A1") == ["one", "two"]


def test_an_instant_is_the_day_of_the_packs_zone() -> None:
    late = datetime(2028, 3, 1, 4, 30, tzinfo=UTC)
    (entry,) = ledger([tell(Account, late, id="A1")]).entries(Account, ("A1",))
    assert (entry.happened, entry.learned) == (LEAP, LEAP)


def test_learned_has_a_day_of_its_own() -> None:
    record = tell(Account, LEAP, learned=datetime(2028, 3, 2, 4, 59, tzinfo=UTC), id="A1")
    (entry,) = ledger([record]).entries(Account, ("A1",))
    assert entry.learned == date(2028, 3, 1)


def test_keys_are_given_in_the_order_of_first_telling() -> None:
    found = ledger(
        [tell(Account, LEAP, id="深圳"), tell(Account, id="A1"), tell(Account, id="深圳")]
    )
    assert list(found.keys(Account)) == [("深圳",), ("A1",)]


def test_a_fact_may_be_known_by_two_names_together() -> None:
    found = ledger(
        [tell(Ownership, owner="P1", owned="C1"), tell(Ownership, owner="P2", owned="C1")]
    )
    assert list(found.keys(Ownership)) == [("P1", "C1"), ("P2", "C1")]
    assert list(found.keys_where(Ownership, "owned", "C1")) == [("P1", "C1"), ("P2", "C1")]


def test_an_event_stands_for_itself_unless_it_has_an_identifier() -> None:
    found = ledger([tell(Access, account="A1"), tell(Access, account="A1"), tell(Payment, id="M1")])
    assert len(list(found.keys(Access))) == 2
    assert list(found.keys(Payment)) == [("M1",)]


def test_facts_are_found_by_what_they_ever_referred_to() -> None:
    found = ledger(
        [
            tell(Account, FIRST, id="A1", customer="C1"),
            tell(Account, FIRST, id="A2", customer="C2"),
            tell(Account, LEAP, id="A1", customer="C2"),
            tell(Account, LEAP, id="A1", customer="C2"),
            tell(Account, LEAP, id="A1", customer=None),
        ]
    )
    assert list(found.keys_where(Account, "customer", "C1")) == [("A1",)]
    assert list(found.keys_where(Account, "customer", "C2")) == [("A1",), ("A2",)]
    assert list(found.keys_where(Account, "customer", "C3")) == []


def test_links_do_not_see_case_and_spaces() -> None:
    assert fold_link("+84 24 ABC") == fold_link("+8424abc")
    found = ledger([tell(Contact, person="C1", phone="+84 24 3825 1234")])
    assert list(found.keys_where(Contact, "phone", "+842438251234")) == [("C1",)]


def test_a_field_that_refers_to_nothing_cannot_be_searched_for() -> None:
    with pytest.raises(LookupError, match="'state' of account neither refers to something"):
        ledger([tell(Account, id="A1", state=OPENED)]).keys_where(Account, "state", "opened")


def correction(corrects: str | date, **values: object) -> Record:
    made = {"id": "A1", **values}
    return Record(
        ref="fact 9", shape=Account, values=made, happened=FIRST, learned=LEAP, corrects=corrects
    )


def wrong(state: AccountState | None = None) -> Record:
    return tell(Account, FIRST, ref="fact 1", label="typo", id="A1", customer="C1", state=state)


@pytest.mark.parametrize("corrects", ["typo", "fact 1", FIRST])
def test_a_correction_names_a_record_by_label_number_or_day(corrects: str | date) -> None:
    other = tell(Account, LEAP, ref="fact 2", id="A1", state=CLOSED)
    first = wrong(OPENED)
    found = ledger([correction(corrects, customer="C2"), first, other])
    assert found.superseded == {id(first): LEAP}
    assert found.uncorrected == []
    corrected = found.entries(Account, ("A1",))[1].record
    assert (corrected.ref, corrected.values) == (
        "fact 9",
        {"id": "A1", "customer": "C2", "state": OPENED},
    )


def test_a_correction_by_day_may_mend_what_the_record_refers_to() -> None:
    found = ledger([wrong(), correction(FIRST, customer="C2")])
    assert list(found.keys_where(Account, "customer", "C2")) == [("A1",)]


@pytest.mark.parametrize("corrects", ["tipo", "fact 7", LEAP])
def test_a_correction_of_nothing_is_kept_apart_and_counts_as_told(corrects: str | date) -> None:
    mending = correction(corrects, state=CLOSED)
    found = ledger([wrong(), mending])
    assert (found.uncorrected, found.superseded) == ([mending], {})
    assert refs(found, Account, "A1") == ["fact 1", "fact 9"]


def test_a_correction_means_a_record_of_its_own_type_and_key() -> None:
    customer = tell(Customer, FIRST, ref="fact 1", label="typo", id="A1")
    elsewhere = tell(Account, FIRST, ref="fact 2", id="A2")
    for corrects in ("typo", "fact 1", FIRST):
        assert len(ledger([customer, elsewhere, correction(corrects)]).uncorrected) == 1


def test_a_correction_by_day_without_its_key_is_kept_apart() -> None:
    mending = tell(Account, FIRST, corrects=FIRST, state=CLOSED)
    assert ledger([wrong(), mending]).uncorrected == [mending]


def test_of_several_records_of_a_day_a_correction_means_the_last() -> None:
    first, second = wrong(), tell(Account, FIRST, ref="fact 2", id="A1", state=OPENED)
    found = ledger([first, second, correction(FIRST, state=CLOSED)])
    assert found.superseded == {id(second): LEAP}


def test_a_correction_can_be_corrected() -> None:
    first = wrong()
    again = tell(Account, FIRST, learned=date(2028, 3, 9), corrects="fact 9", id="A1", state=OPENED)
    found = ledger([first, correction("typo", customer="C2"), again])
    assert found.superseded[id(first)] == LEAP
    assert sorted(found.superseded.values()) == [LEAP, date(2028, 3, 9)]
    last = found.entries(Account, ("A1",))[-1].record
    assert last.values == {"id": "A1", "customer": "C2", "state": OPENED}


def test_a_record_corrected_twice_is_out_from_the_earlier_day_on() -> None:
    first = wrong()
    early = tell(Account, FIRST, learned=date(2027, 2, 1), ref="early", corrects="typo", id="A1")
    for both in ([correction("typo"), early], [early, correction("typo")]):
        assert ledger([first, *both]).superseded == {id(first): date(2027, 2, 1)}


def test_an_event_is_corrected_by_day_and_by_what_it_refers_to() -> None:
    one, two = (tell(Access, LEAP, ref=a, account=a, ip="203.0.113.9") for a in ("A1", "A2"))
    mending = tell(Access, LEAP, corrects=LEAP, account="a2", ip="203.0.113.7")
    found = ledger([one, two, mending])
    assert found.superseded == {id(two): LEAP}
    nameless = tell(Access, LEAP, corrects=LEAP, ip="203.0.113.7")
    assert ledger([one, two, nameless]).superseded == {id(one): LEAP}
    assert ledger([one, tell(Access, FIRST, corrects=FIRST)]).superseded == {}


def test_a_record_without_a_name_is_corrected_by_its_day_only() -> None:
    unnamed = Record(ref="", shape=Presence, values={"person": "C1"}, happened=LEAP, learned=LEAP)
    mending = tell(Presence, LEAP, corrects="", person="C1")
    assert ledger([unnamed, mending]).uncorrected == [mending]


def test_a_record_says_nothing_unless_told() -> None:
    bare = Record(ref="fact 1", shape=Account, happened=FIRST, learned=FIRST)
    assert (dict(bare.values), bare.recorded, bare.corrects) == ({}, None, None)
