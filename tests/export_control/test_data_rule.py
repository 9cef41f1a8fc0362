"""Restricted data transactions: the yearly report, the audit, the records."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import UNKNOWN, Answer
from knowntenant.law.deadline import AtLeastYearsAfter, OnDayEachYear
from knowntenant.law.loading import load_pack
from knowntenant.law.pack import Pack
from tests.law.changed import changed
from tests.world import START, Telling, World, owns, world

DSP = load_pack("doj-dsp")
REPORT, AUDIT = "export_control.dsp_report_due", "export_control.dsp_audit_year"
RETENTION = "export_control.dsp_retention"
CHINESE: Telling = (
    START, "presence", {"person": "E1", "organised_in": "CN", "headquartered_in": "CN"},
)  # fmt: skip
GERMAN: Telling = (START, "presence", {"person": "P1", "citizen": "DE", "located": "DE"})
AMERICAN: Telling = (START, "presence", {"person": "US1", "organised_in": "US"})
QUARTER = (AMERICAN, CHINESE, GERMAN, owns("E1", "US1", "25"), owns("P1", "US1", "75"))
MADE_UP = changed(
    DSP,
    data_rule_report=OnDayEachYear("202.1103(c)", "the year", 5, 17),
    data_rule_record_retention=AtLeastYearsAfter("202.1101(a)", "ended", 4),
)
DAYS = st.dates(date(2025, 1, 1), date(2032, 12, 31))


def transaction(begun: str, **keys: str) -> Telling:
    return begun, "restricted_transaction", {"id": "T1", "by": "US1", "cloud": "yes", **keys}


def ask(made: World, question: str, on: str | date, pack: Pack = DSP) -> Answer[object]:
    return made.inquiry(on, pack=pack).ask(question, "T1")


@given(begun=DAYS, ended=st.none() | DAYS, reported=st.none() | st.integers(2024, 2033), on=DAYS)
def test_the_earliest_year_not_yet_reported_is_due_in_the_next(
    begun: date, ended: date | None, reported: int | None, on: date
) -> None:
    keys = {"ended_on": str(ended)} if ended else {}
    keys |= {"reported_for": str(reported)} if reported else {}
    made = world(*QUARTER, transaction(str(begun), **keys))
    years = [
        year
        for year in range(2025, 2034)
        if year > (reported or 0)
        and max(begun, date(2025, 10, 6), date(year, 1, 1))
        <= min(ended or on, on, date(year, 12, 31))
    ]
    for pack, month, day in ((DSP, 3, 1), (MADE_UP, 5, 17)):
        expected = date(years[0] + 1, month, day) if years and begun <= on else None
        assert ask(made, REPORT, on, pack).value == expected


@given(share=st.integers(1, 100), held=st.integers(1, 100))
def test_the_share_is_the_packs_and_counts_inclusively(share: int, held: int) -> None:
    made = world(
        AMERICAN, CHINESE, GERMAN, owns("E1", "US1", str(held)), owns("P1", "US1", str(100 - held)),
        transaction("2026-05-01"),
    )  # fmt: skip
    pack = changed(DSP, data_rule_report_share=share)
    due = date(2027, 3, 1) if held >= share else None
    assert ask(made, REPORT, "2026-06-01", pack).value == due


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((*QUARTER, transaction("2026-05-01", cloud="no")), None),
        ((*QUARTER, transaction("2026-05-01", cloud="unknown")), UNKNOWN),
        ((*QUARTER, transaction("2026-05-01", by="P1")), None),
        ((*QUARTER, transaction("2026-05-01", by="X1")), UNKNOWN),
        ((AMERICAN, CHINESE, owns("E1", "US1", "24"), transaction("2026-05-01")), UNKNOWN),
        ((AMERICAN, transaction("2026-05-01")), UNKNOWN),
        ((CHINESE, owns("E1", "US1", "60"), transaction("2026-05-01")), UNKNOWN),
        (QUARTER, None),
    ],
)
def test_what_is_not_settled_is_open_and_what_does_not_fit_owes_nothing(
    told: tuple[Telling, ...], expected: object
) -> None:
    assert ask(world(*told), REPORT, "2026-06-01").value == expected


@pytest.mark.parametrize(
    ("providers", "expected"), [(0, UNKNOWN), (1, date(2027, 3, 1)), (2, UNKNOWN)]
)
def test_where_nobody_is_named_the_one_provider_is_meant(providers: int, expected: object) -> None:
    told = [(START, "provider", {"id": f"US{n + 1}"}) for n in range(providers)]
    bare = ("2026-05-01", "restricted_transaction", {"id": "T1", "cloud": "yes"})
    assert ask(world(*QUARTER, *told, bare), REPORT, "2026-06-01").value == expected


def test_several_owners_are_added_up_and_that_is_flagged() -> None:
    russian: Telling = (
        START, "presence", {"person": "E2", "organised_in": "RU", "headquartered_in": "RU"},
    )  # fmt: skip
    made = world(
        AMERICAN, CHINESE, russian, GERMAN, owns("E1", "US1", "13"), owns("E2", "US1", "12"),
        owns("P1", "US1", "75"), transaction("2026-05-01"),
    )  # fmt: skip
    answer = ask(made, REPORT, "2026-06-01")
    assert answer.value == date(2027, 3, 1)
    assert answer.flags == (
        "several owners are added up; the text speaks of one country or person",
    )


@pytest.mark.parametrize(("pack", "last"), [(DSP, "2038-03-01"), (MADE_UP, "2032-02-29")])
def test_records_are_kept_for_the_packs_years_from_the_end(pack: Pack, last: str) -> None:
    made = world(transaction("2027-05-01", ended_on="2028-02-29"))
    assert str(ask(made, RETENTION, "2028-02-29", pack).value) == last
    assert ask(world(transaction("2027-05-01")), RETENTION, "2028-02-29", pack).value is None
    assert ask(world(), RETENTION, "2028-02-29", pack).value is None


def test_an_audit_is_owed_for_the_earliest_year_without_one() -> None:
    made = world(transaction("2024-05-01"), transaction("2027-02-01", audited_for="2026"))
    years = {on: ask(made, AUDIT, on).value for on in ("2025-10-05", "2026-01-01", "2027-02-01")}
    assert list(years.values()) == [None, 2025, 2027]
    assert ask(world(), AUDIT, "2027-02-01").value is None
