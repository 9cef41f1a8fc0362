"""What export control and the data rule oblige to: inquire, hold, ask for a licence, report."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ConsigneeEvidence, RestrictedTransaction
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind
from knowntenant.obligations.served import is_served

AUDIT, EVIDENCE = "export_control.dsp_audit_year", "export_control.consignee_evidence"
REPORT = "export_control.dsp_report_due"
TIES, APPLIES = "export_control.restricted_connections", "export_control.affiliates_rule_applies"
OF_CUSTOMERS = (
    ("export_control.duty_to_inquire", Kind.INQUIRE_ABOUT_RED_FLAG, "the red flags resolved"),
    ("export_control.knowledge", Kind.HOLD_FOR_LICENCE, "a licence, or the end of the supply"),
    ("export_control.licence_question", Kind.SETTLE_LICENCE_QUESTION, "counsel's answer"),
    ("export_control.affiliate_restricted", Kind.HOLD_FOR_LICENCE,
     "a licence, or the end of the supply"),
    ("export_control.ownership_red_flag", Kind.INQUIRE_ABOUT_RED_FLAG, "the share found out"),
)  # fmt: skip
"""Questions about a customer with an open account; a yes makes the row of that kind."""
WHEN_OPEN = {
    "export_control.licence_question": Kind.SETTLE_LICENCE_FACTS,
    "export_control.affiliate_restricted": Kind.SETTLE_LISTING,
    "export_control.ownership_red_flag": Kind.SETTLE_LISTING,
}
"""Questions of which it is no answer that the facts leave them open: the row made then."""
ASKS = (*(name for name, _, _ in OF_CUSTOMERS), APPLIES, AUDIT, EVIDENCE, REPORT, TIES)


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about consignees and restricted transactions.

    Only what the pack decides is asked: the parts stand in several packs.
    """
    decided = inquiry.law.pack.decided
    if EVIDENCE in decided:
        consignees = (told.consignee for told in inquiry.every(ConsigneeEvidence))
        for consignee in dict.fromkeys(consignees):
            missing = inquiry.ask(EVIDENCE, consignee)
            if missing.value:
                kind = Kind.COLLECT_CONSIGNEE_EVIDENCE
                yield now(kind, consignee, missing, "the pieces of evidence named")
    if REPORT in decided:
        for told in inquiry.every(RestrictedTransaction):
            yield from of_transaction(inquiry, told)


def of_customer(inquiry: Inquiry, customer: str) -> Iterator[Obligation]:
    """Give what is owed about a customer that has an account that is not over, or none yet."""
    if not is_served(inquiry, customer):
        return
    decided, settled, made = inquiry.law.pack.decided, set[Kind](), False
    for name, kind, done_by in OF_CUSTOMERS:
        answer = inquiry.ask(name, customer) if name in decided else None
        if answer is not None and answer.value is YES:
            yield now(kind, customer, answer, done_by)
            made = True
        elif answer is not None and answer.value is UNKNOWN and name in WHEN_OPEN:
            if WHEN_OPEN[name] not in settled:
                yield now(WHEN_OPEN[name], customer, answer, "the facts that settle it")
            settled.add(WHEN_OPEN[name])
    if TIES in decided and not made and inquiry.ask(APPLIES).value is not NO:
        # A tie is a red flag beside half of the shares: not where those hold the supply anyhow.
        ties = inquiry.ask(TIES, customer)
        if ties.value:
            yield now(Kind.INQUIRE_ABOUT_RED_FLAG, customer, ties, "the ties looked into")


def of_transaction(inquiry: Inquiry, told: RestrictedTransaction) -> Iterator[Obligation]:
    """Give the yearly report and audit owed about a restricted transaction."""
    report = inquiry.ask(REPORT, told.id)
    if isinstance(report.value, date):
        done_by = "the report for the year"
        yield dated(inquiry, Kind.REPORT_DATA_TRANSACTION, told.id, report, report.value, done_by)
    audit = inquiry.ask(AUDIT, told.id)
    if audit.value is not None:
        yield now(Kind.AUDIT_DATA_TRANSACTIONS, told.id, audit, "the audit for the year")
