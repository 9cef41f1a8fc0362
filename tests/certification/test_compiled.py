"""One filing for several resellers, against a twin that tries every day (7.304(f) s.2)."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.certification.compiled import Span, most_together
from knowntenant.law.answer import NO, YES
from knowntenant.law.pack import Pack
from tests.certification.told import COMPILED, WINDOW, exempt, filed, reseller
from tests.law.toy import both
from tests.world import World, world

FIRST = date(2027, 1, 10)
TELLINGS = st.dictionaries(
    st.sampled_from(["R1", "R2", "R3", "深圳"]), st.integers(0, 200), max_size=4
)


def compiled(made: World, day: str, *resellers: str) -> dict[str, object]:
    """Give the compiled window as a day sees it."""
    value = made.ask(day, COMPILED, resellers=resellers).value
    assert isinstance(value, dict)
    return value


def notified(**days: str) -> World:
    """Give the world of resellers, each notified of on a day."""
    return world(*(filed(day, f"C{id_}", reseller=id_) for id_, day in days.items()))


def test_all_foreign_resellers_are_taken_where_none_are_named() -> None:
    made = notified(R1="2027-03-01", R2="2027-03-20").also(*reseller(), *reseller("R2", "US-TX"))
    found = compiled(made, "2028-01-15")
    assert (found["together"], found["due"]) == (("R1",), date(2028, 3, 1))


def test_a_reseller_named_twice_is_one_and_one_never_notified_sets_no_window() -> None:
    found = compiled(notified(R1="2027-03-01"), "2028-01-15", "R1", "R1", "Nguyễn")
    assert (found["possible"], found["together"]) == (YES, ("R1",))
    assert found["without_window"] == ("Nguyễn",)


def test_an_exempt_reseller_sets_no_window() -> None:
    made = notified(R1="2027-03-01").also(*reseller(), exempt(reseller="R1"))
    found = compiled(made, "2028-01-15", "R1")
    assert (found["possible"], found["opens"], found["state"]) == (NO, None, None)
    assert made.ask("2028-01-15", COMPILED).because[0].text == "no reseller named has a window"


def test_of_two_choices_of_the_same_size_the_earlier_is_taken() -> None:
    made = notified(R1="2027-02-01", R2="2027-09-01")
    answer = made.ask("2027-10-15", COMPILED, resellers=("R1", "R2"))
    assert isinstance(answer.value, dict)
    assert (answer.value["together"], answer.value["split_off"]) == (("R1",), ("R2",))
    assert "R2 to be filed apart" in answer.because[0].text


def test_a_window_that_is_over_is_in_time_for_nobody() -> None:
    found = compiled(notified(R1="2027-02-01"), "2028-02-02", "R1")
    assert (found["possible"], found["split_off"], found["state"]) == (NO, ("R1",), None)


@both
@settings(max_examples=80)
@given(told=TELLINGS, ahead=st.integers(0, 900))
def test_it_is_the_stretch_that_a_twin_finds_day_by_day(
    pack: Pack, told: dict[str, int], ahead: int
) -> None:
    days = {id_: str(FIRST + timedelta(days)) for id_, days in told.items()}
    today = FIRST + timedelta(200 + ahead)
    inquiry = notified(**days).inquiry(today, pack=pack)
    found = inquiry.ask(COMPILED, resellers=tuple(days)).value
    windows = {id_: inquiry.ask(WINDOW, id_).value for id_ in days}
    assert isinstance(found, dict)
    best: list[tuple[date, tuple[str, ...]]] = []
    for step in range(2500):
        day = FIRST + timedelta(step)
        here = tuple(
            id_ for id_, w in windows.items()
            if isinstance(w, dict) and w["opens"] <= day <= w["due"] and w["due"] >= today
        )  # fmt: skip
        if here and (not best or len(here) > len(best[0][1])):
            best = [(day, here)]
        elif best and here == best[0][1]:
            best.append((day, here))
    assert found["together"] == (best[0][1] if best else ())
    assert (found["opens"], found["due"]) == ((best[0][0], best[-1][0]) if best else (None, None))
    assert set(found["split_off"]) == set(days) - set(found["together"])
    everybody = bool(days) and len(found["together"]) == len(days)
    assert found["possible"] is (YES if everybody else NO)


def test_no_windows_are_no_choice() -> None:
    assert most_together([]) == []
    one = Span("R1", FIRST, FIRST)
    assert most_together([one]) == [one]
