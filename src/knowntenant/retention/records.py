"""Is the record of a foreign customer complete? Its four parts (7.302(e)(1))."""

from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Evidence, Verification
from knowntenant.facts.types.checks import Method
from knowntenant.law.answer import NO, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, YES_NO, ListOf
from knowntenant.persons.steps import open_discrepancies, steps_of
from knowntenant.scope.accounts import account_in_scope, persons_of
from knowntenant.scope.holding import holding

COMPLETE = "retention.record_complete"
GAPS = "retention.record_gaps"
MISSING = "identification.missing_data"
_READINGS = ("D16", "D17", "D32")

Gap = tuple[str, str, tuple[str, ...]]
"""The part of the record, what is wrong in words, and the facts that show it."""


@decides(GAPS, Declared(of="account", answers=ListOf(TEXT), asks=(MISSING,), readings=_READINGS))
def record_gaps(inquiry: Inquiry, account: str) -> Answer[tuple[str, ...]]:
    """Give the parts of the record that are not complete.

    They are identifying_information, document_copy_or_description, methods_and_results and
    discrepancy_resolution. Of an all-US account no such record is made. An exemption silences the
    duty to complete a record (7.306); what the record lacks is given all the same.
    """
    scope = account_in_scope(inquiry, account)
    if scope.value is NO:
        text = f"no record of {account} is asked for: it is out of scope"
        return Answer((), (inquiry.law.reason(GAPS, text),)).resting_on(scope)
    missing = inquiry.ask(MISSING, account, despite_exemption=YES)
    gaps: list[Gap] = []
    if missing.value:
        gaps.append(("identifying_information", f"identifying data of {account} is missing", ()))
    for person in persons_of(inquiry, holding(inquiry, account).customer):
        gaps += _gaps_of(inquiry, person)
    reasons = tuple(inquiry.law.reason(GAPS, text, facts, part=part) for part, text, facts in gaps)
    whole = (Reason(f"the record of {account} is complete", inquiry.law.cite(GAPS)),)
    parts = tuple(dict.fromkeys(part for part, _, _ in gaps))
    return Answer(parts, reasons or whole).resting_on(*((missing,) if missing.value else ()), scope)


@decides(COMPLETE, Declared(of="account", answers=YES_NO, asks=(GAPS,), readings=_READINGS))
def record_complete(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    """Say whether the record of a customer has all four parts."""
    gaps = inquiry.ask(GAPS, account)
    verdict = NO if gaps.value else YES
    text = f"the record of {account} is {'not ' if gaps.value else ''}complete"
    return Answer(verdict, (inquiry.law.reason(COMPLETE, text),)).resting_on(gaps)


def _gaps_of(inquiry: Inquiry, person: str) -> Iterator[Gap]:
    steps = steps_of(inquiry, person)
    if not steps:
        yield "methods_and_results", f"no method and result is recorded for {person}", ()
    for step in steps:
        if step.method is None or step.result is None:
            yield "methods_and_results", f"a step about {person} lacks method or result", step.refs
        if step.method is Method.DOCUMENTARY and not _described(inquiry, step):
            what = f"no copy or description of the document relied on for {person}"
            yield "document_copy_or_description", what, step.refs
    for step in open_discrepancies(inquiry, person):
        what = f"the resolution of a discrepancy about {person} is not recorded"
        yield "discrepancy_resolution", what, step.refs


def _described(inquiry: Inquiry, step: Verification) -> bool:
    document = inquiry.one(Evidence, step.evidence) if step.evidence else None
    if document is None:
        return bool(step.description)
    return bool(document.copy or document.description or step.description)
