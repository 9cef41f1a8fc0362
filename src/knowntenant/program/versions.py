"""Which version of the written program is in effect on a day, and since when (7.302(a))."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ProgramVersion


def in_effect(inquiry: Inquiry) -> ProgramVersion | None:
    """Give the version that took effect last by the day asked about, or None where none is told."""
    versions = inquiry.every(ProgramVersion)
    return max(versions, key=lambda one: (inquiry.day_of(one.begun), one.id), default=None)


def in_effect_since(inquiry: Inquiry) -> date:
    """Give the day since which what happens is measured against the program.

    That of the version in effect, else of its approval; the earliest of days where neither is told.
    """
    version = in_effect(inquiry)
    if version is not None:
        return inquiry.day_of(version.begun)
    return inquiry.program.approved_on or date.min
