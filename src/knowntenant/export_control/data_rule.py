"""Restricted data transactions: yearly report and audit, and keeping the records (part 202)."""

from datetime import date

from knowntenant.export_control.covered import Holding, covered_share
from knowntenant.export_control.foreign import us_person
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Provider, RestrictedTransaction
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.deadline import AtLeastYearsAfter, OnDayEachYear
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, WHOLE
from knowntenant.ownership.owners import percent

REPORT_DUE = "export_control.dsp_report_due"
RETENTION = "export_control.dsp_retention"
AUDIT = "export_control.dsp_audit_year"
OF = "restricted_transaction"


@decides(REPORT_DUE, Declared(of=OF, answers=DAY))
def dsp_report_due(inquiry: Inquiry, restricted_transaction: str) -> Answer[date | None]:
    """Give the day by which the yearly report about a restricted cloud transaction is due.

    Owed by a US person of whose equity countries of concern or covered persons own the share or
    more: for each calendar year in which the transaction went on, by the day in the next year.
    The earliest year not yet reported counts. None where no report is owed; unknown where the
    ownership, or whether it is a cloud transaction, is not settled.
    """
    told = inquiry.one(RestrictedTransaction, restricted_transaction)
    year = _open_year(inquiry, told, told.reported_for if told else None)
    if told is None or year is None:
        text = f"no year of {restricted_transaction} has still to be reported"
        return Answer(None, (inquiry.law.reason(REPORT_DUE, text),))
    by = _engaged(inquiry, told)
    share = covered_share(inquiry, by) if by else None
    owed, because = _owed(inquiry, told, by, share)
    if owed is NO:
        return Answer(None, (because,))
    if owed is UNKNOWN:
        return Answer(UNKNOWN, (because,))
    due = inquiry.law.deadline("data_rule_report", OnDayEachYear).in_year(year + 1)
    text = f"{told.id} went on in {year}, so its report is due on {due}"
    when = inquiry.law.reason(REPORT_DUE, text, told.refs, part="due")
    several = len(share.owners) > 1 if share else False
    flag = "several owners are added up; the text speaks of one country or person"
    return Answer(due, (when, because), (), (flag,) if several else ())


@decides(RETENTION, Declared(of=OF, answers=DAY))
def dsp_retention(inquiry: Inquiry, restricted_transaction: str) -> Answer[date | None]:
    """Give the last day of keeping a restricted transaction's record; none while it goes on."""
    told = inquiry.one(RestrictedTransaction, restricted_transaction)
    if told is None or told.ended_on is None:
        text = f"no end of {restricted_transaction} is told, so its record has no last day"
        return Answer(None, (inquiry.law.reason(RETENTION, text, told.refs if told else ()),))
    deadline = inquiry.law.deadline("data_rule_record_retention", AtLeastYearsAfter)
    last = deadline.last_day(told.ended_on)
    text = f"{told.id} ended on {told.ended_on}: kept {deadline.years} years, to {last}"
    return Answer(last, (inquiry.law.reason(RETENTION, text, told.refs),))


@decides(AUDIT, Declared(of=OF, answers=WHOLE))
def dsp_audit_year(inquiry: Inquiry, restricted_transaction: str) -> Answer[int | None]:
    """Give the earliest calendar year of a restricted transaction for which no audit is recorded.

    One audit is owed for each calendar year in which a US person engages in any such transaction.
    """
    told = inquiry.one(RestrictedTransaction, restricted_transaction)
    year = _open_year(inquiry, told, told.audited_for if told else None)
    facts = told.refs if told else ()
    text = f"no audit of {restricted_transaction} is recorded for {year}"
    if year is None:
        text = f"every year of {restricted_transaction} so far is audited, or none counts"
    flags = ("no deadline in the text",) if year else ()
    return Answer(year, (inquiry.law.reason(AUDIT, text, facts),), (), flags)


def _open_year(
    inquiry: Inquiry, told: RestrictedTransaction | None, done: int | None
) -> int | None:
    """Give the first calendar year of a transaction after those done, from the duties' start."""
    if told is None:
        return None
    begun = max(inquiry.day_of(told.begun), _duties_begin(inquiry))
    last = min(told.ended_on or inquiry.day, inquiry.day)
    year = max(begun.year, (done or 0) + 1)
    return year if begun <= last and year <= last.year else None


def _duties_begin(inquiry: Inquiry) -> date:
    """Give the day from which audits and yearly reports are owed, later than the rule's own."""
    values = inquiry.law.pack.parameters["data_rule_duties_begun"].values
    return min(one.start for one in values if one.value)


def _engaged(inquiry: Inquiry, told: RestrictedTransaction) -> str:
    """Give the US person engaged in a transaction: the provider, where nobody is named."""
    providers = inquiry.every(Provider)
    return told.by or (providers[0].id if len(providers) == 1 else "")


def _owed(
    inquiry: Inquiry, told: RestrictedTransaction, by: str, share: Holding | None
) -> tuple[Verdict, Reason]:
    law = inquiry.law
    if told.cloud is NO:
        return NO, law.reason(REPORT_DUE, f"{told.id} involves no cloud computing", told.refs)
    us = us_person(inquiry, by) if by else UNKNOWN
    if us is NO:
        return NO, law.reason(REPORT_DUE, f"{by} is no US person", told.refs)
    if share is None:
        return UNKNOWN, law.reason(REPORT_DUE, f"who engages in {told.id} is not told", told.refs)
    threshold = law.number("data_rule_report_share", inquiry.day) / 100
    owned = f"countries of concern or covered persons own {percent(share.sure * 100)} of {by}"
    reason = law.reason(REPORT_DUE, owned, share.facts, part="share")
    if share.most < threshold:
        return NO, reason
    settled = share.sure >= threshold and told.cloud is YES and us is YES
    return (YES if settled else UNKNOWN), reason
