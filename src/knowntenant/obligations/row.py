"""An obligation as a row."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowntenant.law.kinds import DAY, ID, TEXT, Shape, choice


class ObligationKind(StrEnum):
    """What is to be done. A closed list."""

    CLOSE_OR_RESTRICT_ACCOUNT = "close_or_restrict_account"
    COLLECT_DATA = "collect_data"
    COMPLETE_RECORD = "complete_record"
    DEPROVISION_ACCOUNT = "deprovision_account"
    HAND_OVER_CIP = "hand_over_cip"
    OPEN_REDRESS = "open_redress"
    RECHECK_US_STATUS = "recheck_us_status"
    REPORT_MALICIOUS_ACTIVITY = "report_malicious_activity"
    REVERIFY_CUSTOMER = "reverify_customer"
    SETTLE_STATUS = "settle_status"
    TAKE_STEPS_TO_CLOSE = "take_steps_to_close"
    TERMINATE_RESELLER = "terminate_reseller"
    VERIFY_IDENTITY = "verify_identity"


class ObligationState(StrEnum):
    """Open: due today or later, or without a day; late: its day has passed; met, or met late."""

    OPEN = "open"
    LATE = "late"
    MET = "met"
    MET_LATE = "met_late"


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
    """What is due: about whom, by which clause and day, and satisfied by what."""

    kind: ObligationKind
    of: str
    clause: str
    due: date | None
    state: ObligationState
    satisfied_by: str
    because: str

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
