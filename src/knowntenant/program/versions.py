"""Since when the version of the written program in effect has been so (7.302(a))."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.scope.versions import in_effect


def in_effect_since(inquiry: Inquiry) -> date:
    """Give the day since which what happens is measured against the program.

    That of the version in effect, else of its approval; the earliest of days where neither is told.
    """
    version = in_effect(inquiry)
    if version is not None:
        return inquiry.day_of(version.begun)
    return inquiry.program.approved_on or date.min
