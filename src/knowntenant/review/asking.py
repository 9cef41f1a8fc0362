"""Decisions asked for a review, each with its name and pack, so that a finding can say both."""

from dataclasses import dataclass
from datetime import date, timedelta

from knowntenant.facts.inquiry import Inquiry
from knowntenant.review.finding import Asked

SOON_DAYS = 60
"""How far ahead the calendar of a review looks, in days; a matter of showing, not of the law."""


@dataclass(frozen=True, slots=True)
class Review:
    """One pack's view of the facts for one customer, or for everything that has no customer."""

    inquiry: Inquiry

    def ask(self, decision: str, of: str = "", **given: object) -> Asked:
        """Ask a decision by name."""
        answer = self.inquiry.ask(decision, of, **given)
        return Asked(decision, answer, self.inquiry.law.pack.name)

    def decides(self, *decisions: str) -> bool:
        """Tell whether the pack has a clause that one of these decisions carries out."""
        return not self.inquiry.law.pack.decided.keys().isdisjoint(decisions)

    def is_soon(self, due: date) -> bool:
        """Tell whether a day lies within the days that the calendar looks ahead."""
        return due <= self.inquiry.day + timedelta(days=SOON_DAYS)
