"""What was filed with the Department, and from which notification a year is counted (7.304(b))."""

from dataclasses import dataclass
from datetime import date

from knowntenant.certification.filers import OWN
from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Certification
from knowntenant.facts.types.department import FilingKind
from knowntenant.law.deadline import WindowBeforeAnniversary


@dataclass(frozen=True, slots=True, order=True)
class Notification:
    """A certification filed for somebody: the day, its id, what kind, about what, on which facts.

    about: the changes that it names; empty where it names none.
    """

    day: date
    id: str
    kind: str
    about: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """The notifications that count, each a year's start, and those filed before their window."""

    counted: tuple[Notification, ...]
    early: tuple[Notification, ...]

    @property
    def last(self) -> Notification | None:
        """The previous notification: the one from which the next year is counted."""
        return self.counted[-1] if self.counted else None


def deadline_of(inquiry: Inquiry, of: str) -> WindowBeforeAnniversary:
    """Give the yearly window of a filer: the provider's (b), or a foreign reseller's (f)."""
    name = "reseller_certification" if of else "annual_certification"
    return inquiry.law.deadline(name, WindowBeforeAnniversary)


@remembered
def filed_for(inquiry: Inquiry, of: str) -> list[Notification]:
    """Give everything filed for a filer, in the order of filing; a compiled filing covers many."""
    return sorted(
        _notification(inquiry, filed)
        for filed in inquiry.every(Certification)
        if of in _filers(filed)
    )


def filed_about(inquiry: Inquiry, change: str) -> list[Notification]:
    """Give everything filed that names a change, for whomever it was filed."""
    return sorted(
        _notification(inquiry, filed)
        for filed in inquiry.every(Certification)
        if change in (filed.about or ())
    )


def chain_of(inquiry: Inquiry, of: str, before: date | None = None) -> Chain:
    """Give the notifications from which years are counted, those before a day where one is given.

    Updates in between do not move the year, as they are outside the regular schedule. A yearly
    one filed before its window opens is not in time for anything, so it moves the year neither.
    """
    counted: list[Notification] = []
    early: list[Notification] = []
    for filed in filed_for(inquiry, of):
        if filed.kind == FilingKind.IRREGULAR or (before is not None and filed.day >= before):
            continue
        opens = deadline_of(inquiry, of).window(counted[-1].day)[0] if counted else filed.day
        in_time = filed.kind == FilingKind.INITIAL or filed.day >= opens
        (counted if in_time else early).append(filed)
    return Chain(tuple(counted), tuple(early))


def _notification(inquiry: Inquiry, filed: Certification) -> Notification:
    kind, about = filed.kind or FilingKind.ANNUAL, filed.about or ()
    return Notification(inquiry.day_of(filed.begun), filed.id, kind, about, filed.refs)


def _filers(certification: Certification) -> tuple[str, ...]:
    covered = certification.covers or ()
    own = certification.reseller or (OWN if not covered else None)
    return covered if own is None else (own, *covered)
