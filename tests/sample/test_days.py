from datetime import date

from knowntenant.sample.days import between, months, plus
from tests.sample.making import chance


def test_months_run_from_the_first_day_to_the_last() -> None:
    assert months(date(2027, 12, 15), date(2028, 2, 29)) == [
        (date(2027, 12, 15), date(2028, 1, 1)),
        (date(2028, 1, 1), date(2028, 2, 1)),
        (date(2028, 2, 1), date(2028, 3, 1)),
    ]
    assert months(date(2027, 6, 30), date(2027, 6, 30)) == [(date(2027, 6, 30), date(2027, 7, 1))]


def test_a_day_between_two_is_one_of_them_or_lies_between() -> None:
    day = date(2028, 2, 29)
    assert between(chance(1), day, day) == day
    found = {between(chance(n), day, plus(day, 2)) for n in range(40)}
    assert found == {day, date(2028, 3, 1), date(2028, 3, 2)}
