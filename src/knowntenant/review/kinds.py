"""The closed list of findings: what each means, how soon it matters, and what mends it.

No clause is decided here: a kind only names what a decision answered.
"""

from collections.abc import Mapping
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
    CIP_COPY_DUE = "cip_copy_due"
    CONTROL_NOT_ANSWERED = "control_not_answered"
    DATA_MISSING = "data_missing"
    IDENTITY_DOUBTFUL = "identity_doubtful"
    IDENTITY_NOT_VERIFIED = "identity_not_verified"
    NO_DEPROVISION_DAY = "no_deprovision_day"
    OWNERS_INCOMPLETE = "owners_incomplete"
    OWNERSHIP_LOOP = "ownership_loop"
    PRODUCT_SCOPE_UNKNOWN = "product_scope_unknown"
    PROVISIONAL_USE_ENDING = "provisional_use_ending"
    PROVISIONAL_USE_OVER = "provisional_use_over"
    RECHECK_DUE = "recheck_due"
    RECORD_INCOMPLETE = "record_incomplete"
    RECORDS_PAST_RETENTION = "records_past_retention"
    REDRESS_TO_OPEN = "redress_to_open"
    REREGISTRATION = "reregistration"
    RESELLER_CLOCK_RUNNING = "reseller_clock_running"
    RESELLER_OVERDUE = "reseller_overdue"
    RESELLER_STATUS_UNKNOWN = "reseller_status_unknown"
    RESELLER_STEPS_OPEN = "reseller_steps_open"
    REVIEW_DUE_SOON = "review_due_soon"
    REVIEW_OVERDUE = "review_overdue"
    SHARES_OVER_WHOLE = "shares_over_whole"
    STATUS_UNKNOWN = "status_unknown"
    US_CLAIM_UNPROVEN = "us_claim_unproven"
    VERIFICATION_FAILED = "verification_failed"


K = FindingKind
SEVERITY = (
    K.RESELLER_OVERDUE, K.CIP_COPY_DUE, K.PROVISIONAL_USE_OVER, K.VERIFICATION_FAILED,
    K.REREGISTRATION, K.RESELLER_STEPS_OPEN, K.RESELLER_CLOCK_RUNNING,
    K.ACCOUNT_OPEN_WITHOUT_LEAVE, K.REDRESS_TO_OPEN, K.RECHECK_DUE, K.REVIEW_OVERDUE,
    K.PROVISIONAL_USE_ENDING, K.IDENTITY_DOUBTFUL, K.IDENTITY_NOT_VERIFIED, K.NO_DEPROVISION_DAY,
    K.US_CLAIM_UNPROVEN, K.STATUS_UNKNOWN, K.RESELLER_STATUS_UNKNOWN, K.OWNERSHIP_LOOP,
    K.SHARES_OVER_WHOLE, K.OWNERS_INCOMPLETE, K.CONTROL_NOT_ANSWERED, K.DATA_MISSING,
    K.RECORD_INCOMPLETE, K.PRODUCT_SCOPE_UNKNOWN, K.REVIEW_DUE_SOON, K.RECORDS_PAST_RETENTION,
)  # fmt: skip
"""All kinds, the gravest first: the order within one urgency. Ours, not the law's."""


class SubjectKind(StrEnum):
    """Whom or what a finding is about."""

    ACCOUNT = "account"
    CUSTOMER = "customer"
    FILING = "filing"
    PERSON = "person"
    PRODUCT = "product"
    REQUEST = "request"
    RESELLER = "reseller"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a kind of finding means: a title, how soon it matters without a day, and the remedy."""

    title: str
    urgency: Urgency
    remedy: str


U = Urgency
MEANINGS: Mapping[FindingKind, Meaning] = {
    K.ACCOUNT_OPEN_WITHOUT_LEAVE: Meaning(
        "Account open that may not be", U.NOW,
        "Mend what stands in the way, or restrict or close the account.",
    ),
    K.CIP_COPY_DUE: Meaning(
        "Copy of a CIP asked for", U.SOON, "Hand the copy over by the due day and note the day."
    ),
    K.CONTROL_NOT_ANSWERED: Meaning(
        "Who has control is not answered", U.GAP,
        "Ask the customer who exercises substantial control, and record the answer, also nobody.",
    ),
    K.DATA_MISSING: Meaning(
        "Data missing", U.GAP, "Collect it from the customer and record the day it was given."
    ),
    K.IDENTITY_DOUBTFUL: Meaning(
        "Identity in doubt", U.GAP,
        "Resolve the discrepancy and record how, or take the next verification step.",
    ),
    K.IDENTITY_NOT_VERIFIED: Meaning(
        "Identity not verified", U.GAP, "Take the next verification step and record its result."
    ),
    K.NO_DEPROVISION_DAY: Meaning(
        "Unverified account without an end", U.GAP,
        "Set the day on which the account ends if its customer stays unverified.",
    ),
    K.OWNERS_INCOMPLETE: Meaning(
        "Owners not fully known", U.GAP,
        "Ask for the owners that are not accounted for, up to individuals.",
    ),
    K.OWNERSHIP_LOOP: Meaning(
        "Owners in a closed loop", U.GAP,
        "Ask who stands behind the loop: somebody outside it owns or controls the entities.",
    ),
    K.PRODUCT_SCOPE_UNKNOWN: Meaning(
        "Product not placed", U.GAP,
        "State what kind it is, and settle whether buyers can run software of their own.",
    ),
    K.PROVISIONAL_USE_ENDING: Meaning(
        "Provisional use ends", U.SOON, "Verify the customer by that day, or end the account."
    ),
    K.PROVISIONAL_USE_OVER: Meaning(
        "Provisional use past its day", U.LATE,
        "End the account's use, or record the verification that was completed.",
    ),
    K.RECHECK_DUE: Meaning(
        "US status to be looked at again", U.NOW,
        "Look at the US status again and record the step; until then it stands.",
    ),
    K.RECORD_INCOMPLETE: Meaning(
        "Record not complete", U.GAP, "Complete the part of the record that is named."
    ),
    K.RECORDS_PAST_RETENTION: Meaning(
        "Records past retention", U.NOTE,
        "They may be deleted if nothing else calls for keeping them.",
    ),
    K.REDRESS_TO_OPEN: Meaning(
        "Redress to be opened", U.NOW, "Open a redress case for the customer."
    ),
    K.REREGISTRATION: Meaning(
        "Comes back after a final failure", U.NOW,
        "Refuse the registration, or show that it is another person.",
    ),
    K.RESELLER_CLOCK_RUNNING: Meaning(
        "Reseller: the clock runs", U.SOON,
        "See that everything is put right and proven, or end the relationship by the due day.",
    ),
    K.RESELLER_OVERDUE: Meaning(
        "Reseller: past the last day", U.LATE, "End the relationship now and record the day."
    ),
    K.RESELLER_STATUS_UNKNOWN: Meaning(
        "Reseller: foreign or not is unknown", U.GAP,
        "Record where the reseller is organised and located.",
    ),
    K.RESELLER_STEPS_OPEN: Meaning(
        "Reseller: steps to take", U.NOW, "Take the step and log it on the reseller."
    ),
    K.REVIEW_DUE_SOON: Meaning(
        "Re-verification coming", U.SOON, "Verify the customer again by the due day."
    ),
    K.REVIEW_OVERDUE: Meaning(
        "Re-verification overdue", U.LATE, "Verify the customer again now."
    ),
    K.SHARES_OVER_WHOLE: Meaning(
        "Owners hold more than the whole", U.GAP,
        "Correct the shares: somebody's is too large, or an old owner was not ended.",
    ),
    K.STATUS_UNKNOWN: Meaning(
        "Foreign or not is unknown", U.GAP,
        "Record where the customer and its owners belong and are.",
    ),
    K.US_CLAIM_UNPROVEN: Meaning(
        "US status claimed, not shown", U.GAP,
        "Look at the claim with due diligence and record the step or the document.",
    ),
    K.VERIFICATION_FAILED: Meaning(
        "Verification finally failed", U.NOW,
        "Close or restrict the account, as the program says.",
    ),
}  # fmt: skip
