"""Verification steps about a person, and the discrepancies left open (7.302(d)(2), (e)(1)(iv))."""

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Verification
from knowntenant.law.days import instant_of


@remembered
def steps_of(inquiry: Inquiry, person: str) -> list[Verification]:
    """Give the verification steps about a person in the order in which they happened."""
    steps = inquiry.where(Verification, person=person)
    return sorted(steps, key=lambda step: (inquiry.day_of(step.begun), instant_of(step.begun)))


def open_discrepancies(inquiry: Inquiry, person: str) -> list[Verification]:
    """Give the steps whose discrepancy neither they nor a later step resolved.

    A resolution beside a discrepancy of its own settles that one and no other.
    """
    left: list[Verification] = []
    for step in steps_of(inquiry, person):
        left = [] if step.resolution and not step.discrepancy else left
        if step.discrepancy and not step.resolution:
            left.append(step)
    return left
