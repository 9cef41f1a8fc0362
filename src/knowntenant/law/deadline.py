"""Deadline mechanisms: the closed list of ways in which clauses count time; packs give numbers."""

from dataclasses import dataclass
from datetime import date, timedelta

from knowntenant.law.days import days_after, years_after, years_within
from knowntenant.law.holidays import is_open

FRIDAY = 4
"""As date.weekday() numbers it."""


@dataclass(frozen=True, slots=True)
class WithinDays:
    """Within `count` calendar days of a trigger."""

    clause: str
    trigger: str
    count: int

    def due(self, trigger: date) -> date:
        """Give the last day on which the duty can be met."""
        return days_after(trigger, self.count)


@dataclass(frozen=True, slots=True)
class AtLeastYearsAfter:
    """For at least `years` after a trigger."""

    clause: str
    trigger: str
    years: int

    def last_day(self, trigger: date) -> date:
        """Give the last day of the term, the anniversary."""
        return years_after(trigger, self.years)

    def first_free_day(self, trigger: date) -> date:
        """Give the day after the term: the first on which the duty is over."""
        return self.last_day(trigger) + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WindowBeforeAnniversary:
    """Any time within `years` of the previous notice, not earlier than `opens_days` before that."""

    clause: str
    trigger: str
    years: int
    opens_days: int

    def window(self, previous: date) -> tuple[date, date]:
        """Give the first and the last day of the window."""
        last = years_within(previous, self.years)
        return last - timedelta(days=self.opens_days), last


@dataclass(frozen=True, slots=True)
class LastsDaysInclusive:
    """A term of `days` that begins on the day of the trigger, which is day 1."""

    clause: str
    trigger: str
    days: int

    def last_day(self, begins: date) -> date:
        """Give the last day of the term."""
        return begins + timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class NotBeforeDays:
    """No duty earlier than `days` days after a trigger."""

    clause: str
    trigger: str
    days: int

    def first_day(self, trigger: date) -> date:
        """Give the first day of the duty."""
        return days_after(trigger, self.days)


@dataclass(frozen=True, slots=True)
class LookBackYears:
    """What happened in the last `years` before a day."""

    clause: str
    trigger: str
    years: int

    def first_day(self, anchor: date) -> date:
        """Give the earliest day that counts."""
        return years_after(anchor, -self.years)


@dataclass(frozen=True, slots=True)
class NoneInText:
    """The text sets no deadline; `target_days` is the provider's own target, policy and not law."""

    clause: str
    trigger: str
    target_days: int

    def target(self, trigger: date) -> date:
        """Give the provider's own target day."""
        return days_after(trigger, self.target_days)


@dataclass(frozen=True, slots=True)
class WithinBusinessDays:
    """Within `business_days` of a trigger, counting Mondays to Fridays.

    Public holidays are not left out, so the day given is never too late, at times too early.
    """

    clause: str
    trigger: str
    business_days: int

    def due(self, trigger: date) -> date:
        """Give the last day on which the duty can be met."""
        day = trigger
        for _ in range(self.business_days):
            day += timedelta(days=1 if day.weekday() < FRIDAY else 7 - day.weekday())
        return day


@dataclass(frozen=True, slots=True)
class WithinOpenDays:
    """Within `open_days` of a trigger, counting the days on which federal offices are open."""

    clause: str
    trigger: str
    open_days: int

    def due(self, trigger: date) -> date:
        """Give the last day on which the duty can be met."""
        day, left = trigger, self.open_days
        while left:
            day += timedelta(days=1)
            left -= is_open(day)
        return day


@dataclass(frozen=True, slots=True)
class OnDayEachYear:
    """Every year by a day of the calendar; `day` is never 29 February."""

    clause: str
    trigger: str
    month: int
    day: int

    def in_year(self, year: int) -> date:
        """Give the last day in a calendar year."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class WithinYears:
    """Within `years` of a trigger, with no window that opens."""

    clause: str
    trigger: str
    years: int

    def due(self, trigger: date) -> date:
        """Give the last day on which the duty can be met."""
        return years_within(trigger, self.years)


Deadline = (
    WithinDays
    | AtLeastYearsAfter
    | WindowBeforeAnniversary
    | LastsDaysInclusive
    | NotBeforeDays
    | LookBackYears
    | NoneInText
    | WithinBusinessDays
    | WithinOpenDays
    | OnDayEachYear
    | WithinYears
)

MECHANISMS: dict[str, type[Deadline]] = {
    "within_days": WithinDays,
    "at_least_years_after": AtLeastYearsAfter,
    "window_before_anniversary": WindowBeforeAnniversary,
    "lasts_days_inclusive": LastsDaysInclusive,
    "not_before_days": NotBeforeDays,
    "look_back_years": LookBackYears,
    "none_in_text": NoneInText,
    "within_business_days": WithinBusinessDays,
    "within_open_days": WithinOpenDays,
    "on_day_each_year": OnDayEachYear,
    "within_years": WithinYears,
}
"""Every mechanism that a pack may name."""
