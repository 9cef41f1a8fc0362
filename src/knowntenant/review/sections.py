"""The sections of a report, in the order of a reader's questions; a pack has those it speaks of."""

from enum import StrEnum

from knowntenant.law.pack import Pack


class Section(StrEnum):
    """A section under one pack; the value is its anchor in the page."""

    NOW = "now"
    NEXT = "next"
    SIGN = "sign"
    OPEN = "open"
    WHO = "who"
    TIERS = "tiers"
    GAPS = "gaps"
    REGISTER = "register"
    RESELLERS = "resellers"
    METHOD = "method"

    @property
    def heading(self) -> str:
        """The heading that readers see."""
        return _TITLES[self]


S = Section
_TITLES = {
    S.NOW: "Late, or to be done now",
    S.NEXT: "What comes next",
    S.SIGN: "What would stop you signing a certification today",
    S.OPEN: "Open, though they may not be",
    S.WHO: "Who is foreign, and why",
    S.TIERS: "Risk tiers",
    S.GAPS: "All findings, by clause",
    S.REGISTER: "Register of unverified accounts",
    S.RESELLERS: "Resellers",
    S.METHOD: "How it was decided",
}
_NEEDS = {
    S.SIGN: "certification.blockers",
    S.OPEN: "identification.opened_without_leave",
    S.WHO: "scope.account_in_scope",
    S.TIERS: "risk.tier",
    S.REGISTER: "verification.unverified_register",
    S.RESELLERS: "resellers.must_keep_cip",
}
"""The decision that a section shows: without it in the pack there is nothing to say."""


def sections_of(pack: Pack) -> tuple[Section, ...]:
    """Give the sections that a report under this pack has."""
    return tuple(one for one in Section if one not in _NEEDS or _NEEDS[one] in pack.decided)
