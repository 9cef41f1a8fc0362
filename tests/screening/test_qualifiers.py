"""What speaks for or against a hit besides the name, kind by kind."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.births import Births, births
from knowntenant.screening.entry import Identifier, IdKind, Kind
from knowntenant.screening.party import Party
from knowntenant.screening.qualifiers import (
    Qualified,
    address_overlap,
    bare,
    qualify,
    same_identifier,
    tells,
)
from tests.screening.naming import person, thing

LEI, OTHER_LEI = "HWUPKR0MPOU8FGXBT394", "HWUPKR0MPOU8FGXBT395"  # the second's check digits fail
IMO, OTHER_IMO = "9074729", "9074728"  # the second's check digit fails
PARTY = Party("C1", Kind.PERSON, "Nguyễn Văn Bình")
ENTRY = person("1", "NGUYEN, Van Binh")


@pytest.mark.parametrize(
    ("asked", "listed", "found"),
    [
        ("1964-02-29", "1964-02-29", Births.SAME_DAY),
        ("1964-02-29", "1964-02-28", Births.SLIP),
        ("1964-02-29", "1968-02-29", Births.SLIP),
        ("1964-02-29", "1964-03-01", Births.SAME_YEAR),
        ("1961-03-05", "1961-05-03", Births.SLIP),
        ("1961-03-05", "1962-05-03", Births.NEAR),
        ("1961-03-05", "1961-03-15", Births.SLIP),
        ("1961-03-05", "1971-03-05", Births.SLIP),
        ("1961-03-05", "1961-12-24", Births.SAME_YEAR),
        ("1961-03-05", "1961", Births.SAME_YEAR),
        ("1961-03-05", "1961-03", Births.SAME_YEAR),
        ("1961-03", "1961-03", Births.SAME_YEAR),
        ("1961", "1961-03-05", Births.SAME_YEAR),
        ("1961-03-05", "1962", Births.NEAR),
        ("1961", "1964", Births.APART),
        ("1961", "1965", Births.DISJOINT),
        ("1961-03-05", "~1961", Births.CIRCA),
        ("1961", "~1964", Births.CIRCA),
        ("1961", "~1965", Births.DISJOINT),
        ("1961-03-05", "1960/1965", Births.CIRCA),
        ("1959", "1960/1965", Births.CIRCA),
        ("1957", "1960/1965", Births.APART),
        ("1970", "1960/1965", Births.DISJOINT),
        ("1961", "unknown", Births.UNTOLD),
        ("1961", "/1965", Births.UNTOLD),
        ("1961", "1965/", Births.UNTOLD),
        ("1961", "~", Births.UNTOLD),
        ("", "1961", Births.UNTOLD),
        ("unknown", "1961", Births.UNTOLD),
        ("61", "1961", Births.UNTOLD),
    ],
)
def test_two_dates_of_birth_stand_to_each_other(asked: str, listed: str, found: Births) -> None:
    assert births(asked, [listed]) is found


def test_of_several_dates_the_closest_counts_and_none_tells_nothing() -> None:
    assert births("1961", ["1990", "1961", "~1961"]) is Births.SAME_YEAR
    assert births("1961", []) is Births.UNTOLD


dates = st.dates().map(str)
told = st.one_of(
    dates,
    dates.map(lambda one: one[:4]),
    dates.map(lambda one: one[:7]),
    dates.map(lambda one: f"~{one[:4]}"),
    dates.map(lambda one: f"{one[:4]}/{one[:4]}"),
    st.text("0123456789-/~²१", max_size=11),
)


@given(told, told)
def test_no_date_however_written_raises(asked: str, listed: str) -> None:
    assert births(asked, [listed]) in Births


@given(dates, dates)
def test_days_compare_the_same_from_either_side(one: str, other: str) -> None:
    assert births(one, [other]) is births(other, [one])
    assert births(one, [one]) is Births.SAME_DAY


@given(dates, st.lists(told, max_size=4), told)
def test_another_date_never_takes_a_closer_one_away(
    asked: str, before: list[str], more: str
) -> None:
    order = list(Births)
    assert order.index(births(asked, [*before, more])) <= order.index(births(asked, before))


@pytest.mark.parametrize("born", [one for one in Births if one is not Births.UNTOLD])
def test_each_relation_of_births_is_a_feature_of_its_own(born: Births) -> None:
    examples = {
        Births.SAME_DAY: "1961-03-05", Births.SLIP: "1961-05-03", Births.SAME_YEAR: "1961",
        Births.CIRCA: "~1961", Births.NEAR: "1962", Births.APART: "1964", Births.DISJOINT: "1990",
    }  # fmt: skip
    entry = replace(ENTRY, birth_dates=(examples[born],))
    found = qualify(replace(PARTY, birth_date="1961-03-05"), entry, weak=False)
    seen = {one.name for one in fields(Qualified) if getattr(found, one.name)}
    assert seen == {born.value}


def test_where_nothing_is_told_nothing_is_seen() -> None:
    assert qualify(PARTY, ENTRY, weak=False) == Qualified()
    assert qualify(PARTY, replace(ENTRY, birth_dates=("1961",)), weak=False) == Qualified()


def test_a_country_in_common_is_enough_and_none_speaks_against() -> None:
    entry = replace(ENTRY, countries=("vn", "sy"))
    same = qualify(replace(PARTY, countries=("us", "vn")), entry, weak=False)
    assert (same.country_same, same.country_other) == (True, False)
    other = qualify(replace(PARTY, countries=("us",)), entry, weak=False)
    assert (other.country_same, other.country_other) == (False, True)
    untold = qualify(PARTY, entry, weak=False)
    assert (untold.country_same, untold.country_other) == (False, False)


def test_addresses_share_words() -> None:
    assert address_overlap("1 Quay Street, Hải Phòng", ["HẢI PHÒNG, Quay Street 1"]) == 1.0
    assert address_overlap("Quay Street, Hanoi", ["Hanoi", "Quay Street"]) == pytest.approx(2 / 3)
    assert address_overlap("Hanoi", ["Hanoi"]) == 0.0
    assert address_overlap("Quay Street Hanoi", []) == 0.0
    found = qualify(
        replace(PARTY, address="Quay Street, Hanoi"),
        replace(ENTRY, addresses=("Quay Street, Hanoi",)),
        weak=False,
    )
    assert found.address == 1.0


def test_weak_aliases_and_kinds_are_told() -> None:
    assert qualify(PARTY, ENTRY, weak=True) == Qualified(weak_alias=True)
    untold = thing(Kind.LEGAL_ENTITY, "2", "Zolvik")
    assert qualify(PARTY, untold, weak=False) == Qualified(kind_untold=True)
    vessel = thing(Kind.VESSEL, "3", "Zolvik")
    company = replace(PARTY, kind=Kind.ORGANIZATION)
    assert qualify(company, vessel, weak=False) == Qualified(kind_other=True)
    assert qualify(replace(PARTY, kind=Kind.VESSEL), vessel, weak=False) == Qualified()


def both(mine: Identifier, theirs: Identifier) -> str:
    return same_identifier([mine], [theirs])


def test_a_number_that_both_bear_is_given_as_the_party_wrote_it() -> None:
    mine = Identifier(IdKind.PASSPORT, "b-123 456")
    assert both(mine, Identifier(IdKind.PASSPORT, "B123456")) == "b-123 456"
    entry = replace(ENTRY, identifiers=(Identifier(IdKind.PASSPORT, "B123456"),))
    assert qualify(replace(PARTY, identifiers=(mine,)), entry, weak=False).identifier == "b-123 456"
    assert both(mine, Identifier(IdKind.PASSPORT, "B123457")) == ""


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (IdKind.PASSPORT, IdKind.PASSPORT, True),
        (IdKind.PASSPORT, IdKind.OTHER, True),
        (IdKind.OTHER, IdKind.PASSPORT, True),
        (IdKind.PASSPORT, IdKind.TAX, False),
        (IdKind.WALLET, IdKind.REGISTRATION, False),
    ],
)
def test_kinds_of_numbers_have_to_agree_where_both_are_told(
    one: IdKind, other: IdKind, *, agree: bool
) -> None:
    assert bool(both(Identifier(one, "B123456"), Identifier(other, "B123456"))) is agree


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        (IdKind.LEI, LEI, True),
        (IdKind.LEI, OTHER_LEI, False),
        (IdKind.IMO, IMO, True),
        (IdKind.IMO, OTHER_IMO, False),
        (IdKind.TAX, OTHER_IMO, True),
        (IdKind.PASSPORT, "123", False),
        (IdKind.PASSPORT, "0000000", False),
        (IdKind.OTHER, "----", False),
        (IdKind.OTHER, "", False),
        (IdKind.PASSPORT, "1234", True),
    ],
)
def test_junk_and_wrong_check_digits_tell_nobody_apart(
    kind: IdKind, value: str, *, told: bool
) -> None:
    assert tells(kind, bare(value)) is told
    same = Identifier(kind, value)
    assert bool(both(same, same)) is told


@pytest.mark.parametrize("value", ["9074729", "IMO 9074729", "imo9074729", "IMO: 9074729"])
def test_a_ships_number_is_the_same_with_and_without_its_letters(value: str) -> None:
    assert bare(value) == "9074729"


@given(st.text(), st.text())
def test_no_number_however_written_raises(one: str, other: str) -> None:
    for kind in IdKind:
        assert both(Identifier(kind, one), Identifier(kind, other)) in ("", one)
    assert bare(bare(one)) == bare(one)
