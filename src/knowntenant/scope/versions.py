"""Which version of the written program is in effect on a day; one answer for all (7.302(a))."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ProgramVersion
from knowntenant.law.days import instant_of


def in_effect(inquiry: Inquiry) -> ProgramVersion | None:
    """Give the version that took effect last by the day asked about, or None where none is told.

    Of versions of one moment the one whose id sorts last.
    """
    return max(
        inquiry.every(ProgramVersion),
        key=lambda one: (inquiry.day_of(one.begun), instant_of(one.begun), one.id),
        default=None,
    )
