"""Is the provider exempt from compliance assessments? Only under a wider reading of D2."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import Answer
from knowntenant.law.clauses import covers

EXEMPT = "deterrence.exempt_from"
SECTION = "7.305"


def lifted(inquiry: Inquiry) -> Answer[object] | None:
    """Give the exemption that lifts assessments for the provider, or None (D2)."""
    found = inquiry.ask(EXEMPT, "", kind="provider")
    sections = found.value if isinstance(found.value, tuple) else ()
    return found if any(covers(str(section), SECTION) for section in sections) else None
