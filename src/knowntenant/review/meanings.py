"""What each kind of finding means: a title, how soon it matters, and what mends it."""

from collections.abc import Mapping

from knowntenant.review.kinds import FindingKind, Meaning, Urgency
from knowntenant.review.owed_kinds import OWED

K, U = FindingKind, Urgency
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
    K.POSSIBLE_LISTING: Meaning(
        "May stand on a list", U.NOW,
        "Compare both sides (knowntenant screen shows them), decide, and record the decision.",
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
        "US status not shown", U.GAP,
        "Look at the claim with due diligence and record the step or the document.",
    ),
    K.VERIFICATION_FAILED: Meaning(
        "Verification finally failed", U.NOW,
        "Close or restrict the account, as the program says.",
    ),
    **{K(kind.value): owed.meaning for kind, owed in OWED.items()},
}  # fmt: skip
