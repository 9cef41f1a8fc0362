"""Is the provider exempt from compliance assessments? Only under a wider reading of D2."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import Answer
from knowntenant.scope.lifting import PROVIDER, lifted_for_provider

READINESS, PROGRAM = "assessment.audit_readiness", "written_program"
"""A part of an assessment, under which the pack names a clause of the section that is lifted."""


def standing(inquiry: Inquiry) -> tuple[Answer[object], ...]:
    """Give what an assessment of an exempt provider goes on by: the answer that takes D2, if any.

    To rest on: without an exemption that stands no reading is taken, and there is nothing to show.
    """
    found = inquiry.ask(PROVIDER, "", kind="provider")
    return (found,) if found.value else ()


def lifted(inquiry: Inquiry) -> Answer[object] | None:
    """Give the exemption that lifts assessments for the provider, or None (D2)."""
    return lifted_for_provider(inquiry, inquiry.law.cite(READINESS, PROGRAM))
