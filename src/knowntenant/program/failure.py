"""Whether the program says what follows when identity cannot be established (7.302(d)(3))."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.program.gaps import gaps_of, is_given

RESPONSE = "program.failure_response"
PARTS = {
    "opening": ("refuse_when",),
    "provisional_use": (
        "provisional_use", "provisional_terms", "provisional_days", "provisional_permissions",
        "no_provisional_tiers",
    ),
    "after_failure": ("attempts", "failure_response", "after_failure"),
    "redress": ("redress_procedure",),
}  # fmt: skip
"""The four things that the procedures describe, with the elements that say each."""


@decides(RESPONSE, Declared(answers=YES_NO))
def failure_response(inquiry: Inquiry) -> Answer[Verdict]:
    """Say whether the written program describes all four parts of its response to lack of identity.

    When an account is not opened, the terms of use meanwhile, what follows a failure, and redress.
    Unknown where no program was given.
    """
    if not is_given(inquiry.program):
        return Answer(UNKNOWN, (inquiry.law.reason(RESPONSE, "no written program was given"),))
    open_ = {gap.element: gap.what for gap in gaps_of(inquiry.program, inquiry.law)}
    reasons: list[Reason] = []
    for part, names in PARTS.items():
        missing = [f"{name}: {open_[name]}" for name in names if name in open_]
        if missing:
            text = f"{part.replace('_', ' ')}: {'; '.join(missing)}"
            reasons.append(inquiry.law.reason(RESPONSE, text, part=part))
    written = (inquiry.law.reason(RESPONSE, "all four parts of the response are written"),)
    return Answer(NO if reasons else YES, tuple(reasons) or written)
