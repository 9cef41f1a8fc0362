"""The yearly window: sixty days that end a year after the last notification (7.304(b), (f))."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.law.deadline import WindowBeforeAnniversary
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.certification.told import WINDOW, exempt, filed, reseller
from tests.law.toy import NPRM, TOY, both
from tests.world import World, world

DAYS = st.integers(0, 3000).map(lambda days: date(2026, 11, 1) + timedelta(days))
KINDS = st.sampled_from(["initial", "annual", "annual", "irregular"])


def found(made: World, day: str, of: str = "", **given_: object) -> dict[str, object]:
    """Give the window as a day sees it."""
    value = made.ask(day, WINDOW, of, **given_).value
    assert isinstance(value, dict)
    return value


def test_nothing_filed_is_no_year() -> None:
    answer = world().ask("2027-04-15", WINDOW)
    assert answer.value == {"previous": None, "opens": None, "due": None, "state": None}
    assert answer.flags == ("no previous notification",)
    assert answer.clauses == ("7.304(b) s.2",)
    assert world().ask("2027-04-15", WINDOW, "R1").clauses == ("7.304(f) s.2",)


@pytest.mark.parametrize(
    ("filing", "state"),
    [
        ("2028-02-14", "not_yet"),
        ("2028-02-15", "open"),
        ("2028-04-15", "open"),
        ("2028-04-16", "late"),
    ],
)
def test_a_filing_is_refused_before_the_window_and_late_after_it(filing: str, state: str) -> None:
    made = world(filed("2027-04-15"))
    day = date.fromisoformat(filing)
    assert found(made, "2027-12-01", filing_day=day)["state"] == state
    assert found(made, filing)["state"] == state


def test_the_provider_may_be_named_by_its_own_id() -> None:
    made = world(("2026-01-01", "provider", {"id": "深圳"}), filed("2027-04-15"))
    assert found(made, "2028-01-01", "深圳")["due"] == date(2028, 4, 15)


def test_a_leap_day_has_no_anniversary_so_the_year_ends_on_the_last_of_february() -> None:
    window = found(world(filed("2028-02-29")), "2028-03-01")
    assert (window["opens"], window["due"]) == (date(2028, 12, 30), date(2029, 2, 28))


def test_a_filing_late_at_night_counts_on_its_day_in_washington() -> None:
    made = world(filed("2027-04-16T03:30:00Z"))
    assert found(made, "2027-05-01")["previous"] == date(2027, 4, 15)


def test_a_kind_that_is_not_told_counts_as_yearly() -> None:
    made = world(("2027-04-15", "certification", {"id": "CERT"}))
    assert found(made, "2027-05-01")["due"] == date(2028, 4, 15)


def test_a_resellers_filing_is_not_the_providers_nor_the_other_way_round() -> None:
    made = world(filed("2027-04-15"), filed("2027-06-10", "C2", reseller="R1"), *reseller())
    assert found(made, "2028-01-01")["previous"] == date(2027, 4, 15)
    assert found(made, "2028-01-01", "R1")["previous"] == date(2027, 6, 10)
    assert found(made, "2028-01-01", "R2")["previous"] is None


def test_a_compiled_filing_covers_each_reseller_that_it_names() -> None:
    made = world(filed("2027-06-10", reseller="R1", covers=["R2", "Nguyễn"]))
    for covered in ("R1", "R2", "Nguyễn"):
        assert found(made, "2028-01-01", covered)["previous"] == date(2027, 6, 10)
    assert found(made, "2028-01-01")["previous"] is None


def test_a_second_first_form_starts_the_year_anew() -> None:
    made = world(filed("2027-04-15"), filed("2027-06-01", "C2"))
    assert found(made, "2027-07-01")["previous"] == date(2027, 6, 1)


def test_an_early_filing_that_was_followed_by_one_in_time_is_no_longer_flagged() -> None:
    early = filed("2027-12-01", "C2", "annual")
    made = world(filed("2027-04-15"), early, filed("2028-03-01", "C3", "annual"))
    assert "C2 was filed before" in made.ask("2027-12-01", WINDOW).flags[0]
    assert made.ask("2028-03-01", WINDOW).flags == ()


def test_an_exemption_silences_it_and_revocation_brings_it_back() -> None:
    made = world(filed("2027-04-15"), exempt("2027-06-01"))
    revoked = made.also(("2028-01-01", "exemption", {"id": "X-", "state": "revoked"}))
    assert made.ask("2028-02-01", WINDOW).flags == ("exempt",)
    assert found(revoked, "2027-12-31")["due"] is None
    assert found(revoked, "2028-01-01")["due"] == date(2028, 4, 15)


# --- A twin that walks through the days one by one


def twin(pack: Pack, name: str, filings: list[tuple[date, str]]) -> tuple[date, date, date] | None:
    """Find the last counted filing and its window, trying every day for its anniversary."""
    numbers = Law(pack).deadline(name, WindowBeforeAnniversary)
    last: date | None = None
    opens = due = date.min
    for day, kind in filings:
        if kind == "irregular" or (kind == "annual" and last is not None and day < opens):
            continue
        last = due = day
        while (due.year, due.month, due.day) < (day.year + numbers.years, day.month, day.day):
            due += timedelta(days=1)
        if due.day != day.day:  # a leap day without its like: within the year means before it
            due -= timedelta(days=1)
        opens = due
        for _ in range(numbers.opens_days):
            opens -= timedelta(days=1)
    return (last, opens, due) if last else None


@both
@pytest.mark.parametrize("of", ["", "R1"])
@settings(max_examples=60)
@given(told=st.dictionaries(DAYS, KINDS, max_size=6))
def test_the_window_is_that_of_a_twin(pack: Pack, of: str, told: dict[date, str]) -> None:
    filings = sorted(told.items())
    keys = {"reseller": of} if of else {}
    made = world(*(filed(str(day), f"F{day}", kind, **keys) for day, kind in filings))
    value = made.inquiry(date(2060, 1, 1), pack=pack).ask(WINDOW, of).value
    name = "reseller_certification" if of else "annual_certification"
    expected = twin(pack, name, filings)
    assert isinstance(value, dict)
    assert (value["previous"], value["opens"], value["due"]) == (expected or (None, None, None))


def test_the_two_packs_count_differently() -> None:
    made = world(filed("2027-04-15"))
    windows = [made.inquiry("2028-01-01", pack=pack).ask(WINDOW).value for pack in (NPRM, TOY)]
    assert windows[0] != windows[1]
