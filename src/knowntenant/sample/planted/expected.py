"""Findings that come together: what an account that may not be open brings with it."""

from knowntenant.sample.made import Made
from knowntenant.sample.truth import Expected

UNVERIFIED = "7.302(d)(2)"
OPENING = "7.302(d)(3)(i)"
REGISTER = "7.304(a)(2)(ix)"


def shut(made: Made) -> Expected:
    """Give the finding that the first account stands open and may not."""
    return Expected("account_open_without_leave", made.account, OPENING)


def missing(made: Made, clause: str, of: str = "") -> Expected:
    """Give the finding about an element missing of a person, the customer by default."""
    return Expected("data_missing", of or made.id, clause)


def lacks(made: Made, clause: str, of: str = "") -> tuple[Expected, ...]:
    """Give the findings about an element missing of somebody whose account may not be open."""
    return missing(made, clause, of), shut(made)


def behind_open(made: Made) -> tuple[Expected, ...]:
    """Give the findings in force about a customer of whom it is open whether a list reaches it."""
    return (
        Expected("settle_listing", made.id, "ofac guidance: owned 50 percent", "ofac"),
        Expected("settle_listing", made.id, "affiliates rule: held 50 percent", "affiliates-50"),
    )


def not_verified(made: Made, kind: str = "identity_not_verified") -> Expected:
    """Give the finding about a customer not verified."""
    return Expected(kind, made.id, UNVERIFIED)


def unverified(made: Made, kind: str = "identity_not_verified") -> tuple[Expected, ...]:
    """Give the findings about a foreign customer not verified, whose account has no day of its end.

    The register, and so the day, is asked for foreign customers only, not for their owners.
    """
    no_day = Expected("no_deprovision_day", made.account, UNVERIFIED)
    return not_verified(made, kind), no_day, shut(made)
