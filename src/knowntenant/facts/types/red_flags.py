"""Red flags on accounts, and what was done about each (7.301 red flag, 7.306(b)(1)-(3))."""

from enum import StrEnum

from knowntenant.facts.declaration import Fact, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import ID, TEXT, YES_NO, choice


class FlagCategory(StrEnum):
    """The group that a red flag belongs to."""

    IDENTITY_EVIDENCE = "identity_evidence"
    ACCOUNT_ACTIVITY = "account_activity"
    NOTICE = "notice"


class FlagSource(StrEnum):
    """Where a red flag was drawn from."""

    INCIDENT = "incident"
    VULNERABILITY = "vulnerability"
    ATTACK_METHOD = "attack_method"
    WARNING = "warning"


class Response(StrEnum):
    """What was done about a red flag: eight examples of the text, or a reasoned other answer."""

    MONITOR = "monitor"
    CONTACT_CUSTOMER = "contact_customer"
    CHANGE_CREDENTIALS = "change_credentials"
    REOPEN_ACCOUNT = "reopen_account"
    REJECT_REQUEST = "reject_request"
    CLOSE_OR_SUSPEND = "close_or_suspend"
    TRUSTED_PAYMENT_ONLY = "trusted_payment_only"
    NOTIFY_LAW_ENFORCEMENT = "notify_law_enforcement"
    OTHER_OR_NONE = "other_or_none"


RESPONSE = choice(
    "response", "what was done about a red flag", Response,
    suspend=Response.CLOSE_OR_SUSPEND, close=Response.CLOSE_OR_SUSPEND,
    none_warranted=Response.OTHER_OR_NONE, different=Response.OTHER_OR_NONE,
)  # fmt: skip


@fact_type("red_flag", key=("id",), subject="account", clause="7.301 red flag")
class RedFlag(Fact):
    """A sign of possible malicious cyber activity; it happened on the day it was detected."""

    id: str = told(ID, "the red flag's identifier")
    account: str | None = told(ID, "on which account", refers_to="account")
    customer: str | None = told(ID, "about which customer", refers_to="customer")
    category: FlagCategory | None = told(
        choice("category of red flag", "its group", FlagCategory), "its group", also=("kind",)
    )
    drawn_from: FlagSource | None = told(
        choice("source of red flags", "where it was drawn from", FlagSource),
        "where that kind of red flag was drawn from",
    )
    indicates_abuse: Verdict | None = told(
        YES_NO, "whether somebody judged it to point to malicious cyber activity"
    )


@fact_type("red_flag_response", subject="account", clause="7.306(b)(3)")
class RedFlagResponse(Fact):
    """What was done about a red flag, or the conclusion that nothing or something else was."""

    flag: str | None = told(ID, "which red flag", refers_to="red_flag", also=("red_flag",))
    kind: Response | None = told(RESPONSE, "which response", also=("response",))
    why: str | None = told(TEXT, "the ground, in words that name nobody")
