"""The closed list of findings: what each means, how soon it matters, and what mends it.

No clause is decided here: a kind only names what a decision answered.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Urgency(IntEnum):
    """How soon a finding matters, the most pressing first."""

    LATE = 1
    NOW = 2
    SOON = 3
    GAP = 4
    NOTE = 5

    @property
    def word(self) -> str:
        """The word that readers see."""
        return _WORDS[self]


_WORDS = {
    Urgency.LATE: "late",
    Urgency.NOW: "now",
    Urgency.SOON: "soon",
    Urgency.GAP: "gap",
    Urgency.NOTE: "note",
}


class FindingKind(StrEnum):
    """What was found. A closed list; a retired member stays and is marked."""

    ACCOUNT_OPEN_WITHOUT_LEAVE = "account_open_without_leave"
    ANSWER_AUDIT = "answer_audit"
    ANSWER_RED_FLAG = "answer_red_flag"
    APPLY_MEASURE = "apply_measure"
    ASK_ABOUT_OWNERS = "ask_about_owners"
    ASK_RESELLER = "ask_reseller"
    ASSESS_RISKS = "assess_risks"
    AUDIT_DATA_TRANSACTIONS = "audit_data_transactions"
    BIND_CUSTOMER_TO_TELL = "bind_customer_to_tell"
    BIND_RESELLERS = "bind_resellers"
    BIND_RESELLER_TO_REPORT = "bind_reseller_to_report"
    BLOCK_ACCOUNT = "block_account"
    BRING_ACCOUNT_UP_TO_STANDARD = "bring_account_up_to_standard"
    CERTIFY_YEARLY = "certify_yearly"
    CIP_COPY_DUE = "cip_copy_due"
    COLLECT_CONSIGNEE_EVIDENCE = "collect_consignee_evidence"
    COLLECT_RESELLER_SUBMISSION = "collect_reseller_submission"
    COMPLETE_PROGRAM = "complete_program"
    CONTROL_NOT_ANSWERED = "control_not_answered"
    CORRECT_STATEMENT = "correct_statement"
    DATA_MISSING = "data_missing"
    FILE_CERTIFICATION_FORM = "file_certification_form"
    FILE_CORRECTED_REPORT = "file_corrected_report"
    FILE_FOLLOW_UP_REPORT = "file_follow_up_report"
    FILE_TRAINING_REPORT = "file_training_report"
    FORWARD_RESELLER_REPORT = "forward_reseller_report"
    GIVE_CUSTOMER_NOTICE = "give_customer_notice"
    HOLD_FOR_LICENCE = "hold_for_licence"
    IDENTITY_DOUBTFUL = "identity_doubtful"
    IDENTITY_NOT_VERIFIED = "identity_not_verified"
    INQUIRE_ABOUT_RED_FLAG = "inquire_about_red_flag"
    JUDGE_CHANGE = "judge_change"
    MEND_DRIFT = "mend_drift"
    NOTIFY_ADP_CHANGE = "notify_adp_change"
    NOTIFY_CHANGE = "notify_change"
    NOTIFY_YEARLY_OF_EXEMPTION = "notify_yearly_of_exemption"
    NO_DEPROVISION_DAY = "no_deprovision_day"
    OBTAIN_RESELLER_REPORT = "obtain_reseller_report"
    OWNERSHIP_LOOP = "ownership_loop"
    OWNERS_INCOMPLETE = "owners_incomplete"
    PETITION_AGAINST_PENALTY = "petition_against_penalty"
    POSSIBLE_LISTING = "possible_listing"
    PREPARE_FOR_MEASURE = "prepare_for_measure"
    PRODUCT_SCOPE_UNKNOWN = "product_scope_unknown"
    PROVISIONAL_USE_ENDING = "provisional_use_ending"
    PROVISIONAL_USE_OVER = "provisional_use_over"
    RECHECK_DUE = "recheck_due"
    RECORDS_PAST_RETENTION = "records_past_retention"
    RECORD_INCOMPLETE = "record_incomplete"
    REDRESS_TO_OPEN = "redress_to_open"
    REPORT_BLOCKED_PROPERTY = "report_blocked_property"
    REPORT_BLOCKED_PROPERTY_YEARLY = "report_blocked_property_yearly"
    REPORT_DATA_TRANSACTION = "report_data_transaction"
    REREGISTRATION = "reregistration"
    RESELLER_CLOCK_RUNNING = "reseller_clock_running"
    RESELLER_OVERDUE = "reseller_overdue"
    RESELLER_STATUS_UNKNOWN = "reseller_status_unknown"
    RESELLER_STEPS_OPEN = "reseller_steps_open"
    RESUBMIT_CIP = "resubmit_cip"
    REVIEW_ADP = "review_adp"
    REVIEW_DUE_SOON = "review_due_soon"
    REVIEW_OVERDUE = "review_overdue"
    REVIEW_PROGRAM = "review_program"
    SETTLE_COVERAGE = "settle_coverage"
    SETTLE_DISCLOSURE = "settle_disclosure"
    SETTLE_EMBARGO = "settle_embargo"
    SETTLE_LICENCE_FACTS = "settle_licence_facts"
    SETTLE_LICENCE_QUESTION = "settle_licence_question"
    SETTLE_LISTING = "settle_listing"
    SETTLE_MEASURE = "settle_measure"
    SETTLE_SUSPENSION = "settle_suspension"
    SHARES_OVER_WHOLE = "shares_over_whole"
    STATUS_UNKNOWN = "status_unknown"
    SUSPEND_RESELLER = "suspend_reseller"
    TELL_OF_DISCLOSURE = "tell_of_disclosure"
    TRAIN_STAFF = "train_staff"
    UPDATE_ADP = "update_adp"
    US_CLAIM_UNPROVEN = "us_claim_unproven"
    VERIFICATION_FAILED = "verification_failed"


K = FindingKind
SEVERITY = (
    K.BLOCK_ACCOUNT, K.HOLD_FOR_LICENCE, K.APPLY_MEASURE, K.REPORT_BLOCKED_PROPERTY,
    K.REPORT_BLOCKED_PROPERTY_YEARLY, K.REPORT_DATA_TRANSACTION, K.SUSPEND_RESELLER,
    K.FILE_TRAINING_REPORT, K.FORWARD_RESELLER_REPORT, K.FILE_CORRECTED_REPORT,
    K.FILE_FOLLOW_UP_REPORT, K.RESUBMIT_CIP, K.CERTIFY_YEARLY, K.NOTIFY_CHANGE, K.ANSWER_AUDIT,
    K.PETITION_AGAINST_PENALTY, K.INQUIRE_ABOUT_RED_FLAG, K.SETTLE_LICENCE_QUESTION,
    K.ANSWER_RED_FLAG, K.RESELLER_OVERDUE, K.CIP_COPY_DUE, K.PROVISIONAL_USE_OVER,
    K.VERIFICATION_FAILED, K.REREGISTRATION, K.RESELLER_STEPS_OPEN, K.RESELLER_CLOCK_RUNNING,
    K.ACCOUNT_OPEN_WITHOUT_LEAVE, K.REDRESS_TO_OPEN, K.RECHECK_DUE, K.REVIEW_OVERDUE,
    K.PROVISIONAL_USE_ENDING, K.IDENTITY_DOUBTFUL, K.IDENTITY_NOT_VERIFIED,
    K.NO_DEPROVISION_DAY, K.US_CLAIM_UNPROVEN, K.SETTLE_EMBARGO, K.SETTLE_LISTING,
    K.POSSIBLE_LISTING,
    K.SETTLE_LICENCE_FACTS,
    K.STATUS_UNKNOWN, K.RESELLER_STATUS_UNKNOWN, K.OWNERSHIP_LOOP, K.SHARES_OVER_WHOLE,
    K.OWNERS_INCOMPLETE, K.CONTROL_NOT_ANSWERED, K.DATA_MISSING, K.RECORD_INCOMPLETE,
    K.PRODUCT_SCOPE_UNKNOWN, K.REVIEW_DUE_SOON, K.RECORDS_PAST_RETENTION,
    K.COLLECT_CONSIGNEE_EVIDENCE, K.AUDIT_DATA_TRANSACTIONS, K.PREPARE_FOR_MEASURE,
    K.SETTLE_MEASURE, K.OBTAIN_RESELLER_REPORT, K.SETTLE_COVERAGE, K.ASK_RESELLER,
    K.SETTLE_SUSPENSION,
    K.BIND_RESELLER_TO_REPORT, K.UPDATE_ADP, K.NOTIFY_ADP_CHANGE, K.NOTIFY_YEARLY_OF_EXEMPTION,
    K.BIND_RESELLERS, K.CORRECT_STATEMENT, K.GIVE_CUSTOMER_NOTICE, K.TELL_OF_DISCLOSURE,
    K.SETTLE_DISCLOSURE,
    K.BIND_CUSTOMER_TO_TELL, K.ASK_ABOUT_OWNERS, K.FILE_CERTIFICATION_FORM,
    K.COLLECT_RESELLER_SUBMISSION, K.JUDGE_CHANGE, K.REVIEW_ADP, K.BRING_ACCOUNT_UP_TO_STANDARD,
    K.COMPLETE_PROGRAM, K.MEND_DRIFT, K.ASSESS_RISKS, K.REVIEW_PROGRAM, K.TRAIN_STAFF,
)  # fmt: skip
"""All kinds, the gravest first: the order within one urgency. Ours, not the law's."""


class SubjectKind(StrEnum):
    """Whom or what a finding is about."""

    ACCOUNT = "account"
    CUSTOMER = "customer"
    DISCLOSURE = "disclosure"
    FILING = "filing"
    ORDER = "order"
    PENALTY_NOTICE = "penalty_notice"
    PERSON = "person"
    PRODUCT = "product"
    PROGRAM = "program"
    PROPERTY = "property"
    RED_FLAG = "red_flag"
    REPORT = "report"
    REQUEST = "request"
    RESELLER = "reseller"
    STATEMENT = "statement"
    TRANSACTION = "transaction"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a kind of finding means: a title, how soon it matters without a day, and the remedy."""

    title: str
    urgency: Urgency
    remedy: str
