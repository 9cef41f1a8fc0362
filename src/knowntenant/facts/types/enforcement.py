"""Statements to the Department, conduct that people judged, penalties, tips (7.309, 7.310)."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from knowntenant.facts.declaration import Fact, Retention, Sensitivity, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, NUMBER, TEXT, YES_NO, choice

PERSONAL = Sensitivity.PERSONAL


class StatementKind(StrEnum):
    """In which dealing a statement was made."""

    CIP = "cip"
    REPORT = "report"
    EXEMPTION_REQUEST = "exemption_request"
    ANNUAL_NOTIFICATION = "annual_notification"
    ADP = "adp"
    OTHER = "other"


class Recipient(StrEnum):
    """To whom a statement was made."""

    DEPARTMENT = "department"
    RESELLER = "reseller"
    OTHER = "other"


class Limb(StrEnum):
    """What is forbidden, in the order of 7.309(a)(1)-(8)."""

    PROHIBITED_CONDUCT = "prohibited_conduct"
    MISSED_FILING = "missed_filing"
    NO_PROGRAM = "no_program"
    SUPPLY_AGAINST_ORDER = "supply_against_order"
    SUPPORT = "support"
    ATTEMPT = "attempt"
    SUSPENSION_LEFT_OUT = "suspension_left_out"
    FALSE_STATEMENT = "false_statement"


class Regime(StrEnum):
    """Under which rules a suspected violation would fall."""

    SUBPART = "subpart"
    EXPORT_RULES = "export_rules"


LIMB = choice("limb", "which prohibition", Limb)


@fact_type("statement", key=("id",), retention=Retention.FILING, clause="7.309(b)(3)")
class Statement(Fact):
    """Something certified or stated, fact by fact; it happened on the day it was made."""

    id: str = told(ID, "the statement's identifier")
    kind: StatementKind | None = told(
        choice("kind of statement", "in which dealing it was made", StatementKind),
        "in which dealing it was made",
    )
    about: str | None = told(ID, "the filing, report, ADP or request that it stands in")
    made_to: Recipient | None = told(
        choice("recipient", "to whom it was made", Recipient),
        "to whom it was made; the Department where left out", also=("to",),
    )  # fmt: skip
    field: str | None = told(TEXT, "which field, by the form's name", also=("item",))
    value: str | None = told(TEXT, "what was stated", sensitivity=PERSONAL)
    false_when_made: Verdict | None = told(
        YES_NO, "whether somebody found it false or misleading when it was made", also=("wrong",)
    )


@fact_type("statement_change", key=("id",), retention=Retention.FILING, clause="7.309(b)(1)")
class StatementChange(Fact):
    """What was stated is so no longer; it happened on the day of the change."""

    id: str = told(ID, "the change's identifier")
    statement: str | None = told(ID, "which statement", refers_to="statement", also=("of",))
    now: str | None = told(TEXT, "how it is now", sensitivity=PERSONAL)
    material: Verdict | None = told(YES_NO, "whether the change is material")
    ends_need: Verdict | None = told(YES_NO, "whether no program is needed any more after it (D14)")
    planned_day: Verdict | None = told(YES_NO, "whether it is a planned day that slipped (D35)")
    told_on: date | None = told(DAY, "when the Department was told", also=("notified_on",))


@fact_type("conduct", key=("id",), retention=Retention.FILING, clause="7.309(a)(1)")
class Conduct(Fact):
    """What a person judged about conduct: whether it touches one of the prohibitions."""

    id: str = told(ID, "the judgement's identifier")
    limb: Limb | None = told(LIMB, "which prohibition")
    about: str | None = told(
        ID, "whose or what conduct: an account, reseller, filing", also=("of",)
    )
    touched: Verdict | None = told(YES_NO, "whether the prohibition is touched")
    judged_by: str | None = told(TEXT, "the role of who judged; name no person")
    note: str | None = told(TEXT, "why, in words", sensitivity=PERSONAL)


@fact_type("penalty_notice", key=("id",), retention=Retention.FILING, clause="7.309(c)(1)(i)")
class PenaltyNotice(Fact):
    """A notice of a proposed civil penalty; it happened on the day it was served."""

    id: str = told(ID, "the notice's identifier")
    amount: Fraction | None = told(NUMBER, "the penalty proposed, in US dollars")
    transaction: Fraction | None = told(
        NUMBER, "the value of the transaction behind it, in US dollars"
    )


@fact_type("petition", key=("id",), retention=Retention.FILING, clause="7.309(c)(1)(i)")
class Petition(Fact):
    """A written petition against a proposed penalty; it happened on the day it was sent."""

    id: str = told(ID, "the petition's identifier")
    notice: str | None = told(ID, "against which notice", refers_to="penalty_notice")
    received_on: date | None = told(DAY, "when the Secretary received it", also=("received",))


@fact_type("tip", key=("id",), retention=Retention.FILING, clause="7.310(a)")
class Tip(Fact):
    """Signs of a violation that somebody came across; it happened on the day they came in."""

    id: str = told(ID, "the tip's identifier")
    about: str | None = told(ID, "about what: an account, reseller, filing", also=("of",))
    regime: Regime | None = told(
        choice(
            "regime", "under which rules it would be a violation", Regime, ear=Regime.EXPORT_RULES
        ),
        "under which rules it would be a violation",
    )
    note: str | None = told(TEXT, "what was seen, in words", sensitivity=PERSONAL)
    from_whom: str | None = told(TEXT, "who came with it", sensitivity=PERSONAL)
