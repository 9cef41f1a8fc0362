"""An obligation as a row."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from knowntenant.law.answer import Answer
from knowntenant.law.kinds import DAY, ID, TEXT, Shape, choice


class ObligationKind(StrEnum):
    """What is to be done. A closed list."""

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
    CLOSE_OR_RESTRICT_ACCOUNT = "close_or_restrict_account"
    COLLECT_CONSIGNEE_EVIDENCE = "collect_consignee_evidence"
    COLLECT_DATA = "collect_data"
    COLLECT_RESELLER_SUBMISSION = "collect_reseller_submission"
    COMPLETE_PROGRAM = "complete_program"
    COMPLETE_RECORD = "complete_record"
    CORRECT_STATEMENT = "correct_statement"
    DEPROVISION_ACCOUNT = "deprovision_account"
    FILE_CERTIFICATION_FORM = "file_certification_form"
    FILE_CORRECTED_REPORT = "file_corrected_report"
    FILE_FOLLOW_UP_REPORT = "file_follow_up_report"
    FILE_TRAINING_REPORT = "file_training_report"
    FORWARD_RESELLER_REPORT = "forward_reseller_report"
    GIVE_CUSTOMER_NOTICE = "give_customer_notice"
    HAND_OVER_CIP = "hand_over_cip"
    HOLD_FOR_LICENCE = "hold_for_licence"
    INQUIRE_ABOUT_RED_FLAG = "inquire_about_red_flag"
    JUDGE_CHANGE = "judge_change"
    MEND_DRIFT = "mend_drift"
    NOTIFY_ADP_CHANGE = "notify_adp_change"
    NOTIFY_CHANGE = "notify_change"
    NOTIFY_YEARLY_OF_EXEMPTION = "notify_yearly_of_exemption"
    OBTAIN_RESELLER_REPORT = "obtain_reseller_report"
    OPEN_REDRESS = "open_redress"
    PETITION_AGAINST_PENALTY = "petition_against_penalty"
    PREPARE_FOR_MEASURE = "prepare_for_measure"
    RECHECK_US_STATUS = "recheck_us_status"
    REPORT_BLOCKED_PROPERTY = "report_blocked_property"
    REPORT_BLOCKED_PROPERTY_YEARLY = "report_blocked_property_yearly"
    REPORT_DATA_TRANSACTION = "report_data_transaction"
    REPORT_MALICIOUS_ACTIVITY = "report_malicious_activity"
    RESUBMIT_CIP = "resubmit_cip"
    REVERIFY_CUSTOMER = "reverify_customer"
    REVIEW_ADP = "review_adp"
    REVIEW_PROGRAM = "review_program"
    SETTLE_COVERAGE = "settle_coverage"
    SETTLE_DISCLOSURE = "settle_disclosure"
    SETTLE_EMBARGO = "settle_embargo"
    SETTLE_LICENCE_FACTS = "settle_licence_facts"
    SETTLE_LICENCE_QUESTION = "settle_licence_question"
    SETTLE_LISTING = "settle_listing"
    SETTLE_MEASURE = "settle_measure"
    SETTLE_STATUS = "settle_status"
    SETTLE_SUSPENSION = "settle_suspension"
    SUSPEND_RESELLER = "suspend_reseller"
    TAKE_STEPS_TO_CLOSE = "take_steps_to_close"
    TELL_OF_DISCLOSURE = "tell_of_disclosure"
    TERMINATE_RESELLER = "terminate_reseller"
    TRAIN_STAFF = "train_staff"
    UPDATE_ADP = "update_adp"
    VERIFY_IDENTITY = "verify_identity"


class ObligationState(StrEnum):
    """Open: due today or later, or without a day; late: its day has passed; met, or met late.

    Muted: an exemption lifts it while it stands.
    """

    OPEN = "open"
    LATE = "late"
    MET = "met"
    MET_LATE = "met_late"
    MUTED = "muted"


KINDS = choice("kind of obligation", "what is to be done", ObligationKind)
STATES = choice("obligation state", "where it stands", ObligationState)
OBLIGATION = Shape(
    "obligation",
    {
        "kind": KINDS, "of": ID, "clause": TEXT, "due": DAY, "target": DAY, "state": STATES,
        "satisfied_by": TEXT,
    },
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Obligation:
    """What is due: about whom, by which clause and day, satisfied by what; the answer behind it."""

    kind: ObligationKind
    of: str
    clause: str
    due: date | None
    state: ObligationState
    satisfied_by: str
    because: str
    answer: Answer[object] = field(compare=False, repr=False)

    def as_row(self, target_days: int) -> dict[str, object]:
        """Give the row as expectations are written.

        target_days: by how many days the provider's own target (policy, not law) precedes the due
        day.
        """
        target = self.due - timedelta(days=target_days) if self.due else None
        return {
            "kind": self.kind, "of": self.of, "clause": self.clause, "due": self.due,
            "target": target, "state": self.state, "satisfied_by": self.satisfied_by,
        }  # fmt: skip
