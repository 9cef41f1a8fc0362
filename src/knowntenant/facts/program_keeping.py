"""Elements of the written program about itself: approval, risk, contact, costs (7.302(a), (b))."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from knowntenant.facts.program_setting import Mode, Section, setting
from knowntenant.facts.tier_rules import TIER_RULE, TierRule
from knowntenant.facts.types.persons import TIER, Tier
from knowntenant.law.kinds import DAY, DAYS, NUMBER, TEXT, WHOLE, ListOf


@dataclass(frozen=True, kw_only=True)
class ApprovalSettings:
    """Which version this is, who approved it, when it was looked at again (7.302(a))."""

    version: str = setting(
        TEXT, "", "version of the program",
        clause="7.302(a)", section=Section.APPROVAL, mode=Mode.ATTESTED,
    )  # fmt: skip
    approved_by: str = setting(
        TEXT, "", "who approved this version: a person's role",
        clause="7.302(a)", section=Section.APPROVAL, mode=Mode.ATTESTED,
    )  # fmt: skip
    approved_on: date | None = setting(
        DAY, None, "day of approval",
        clause="7.302(a)", section=Section.APPROVAL, mode=Mode.ATTESTED,
    )  # fmt: skip
    reviewed_on: date | None = setting(
        DAY, None, "day of the last review of the program as a whole",
        clause="7.304(b)(1)", section=Section.APPROVAL, mode=Mode.ATTESTED, may_be_empty=True,
    )  # fmt: skip
    program_review_days: int = setting(
        DAYS, 365, "days within which the program as a whole is reviewed again",
        clause="7.304(b)(1)", section=Section.APPROVAL, mode=Mode.EXECUTED,
    )  # fmt: skip
    staff_training: str = setting(
        TEXT, "", "who is trained in what, and how often",
        clause="7.302(a)", section=Section.APPROVAL, mode=Mode.NARRATIVE,
    )  # fmt: skip
    staff_training_days: int = setting(
        DAYS, 365, "days within which staff are trained again",
        clause="7.302(a)", section=Section.APPROVAL, mode=Mode.EXECUTED,
    )  # fmt: skip
    internal_target_days: int = setting(
        DAYS, 3, "how many days before a legal due day the provider means to be done",
        clause="", section=Section.APPROVAL, mode=Mode.EXECUTED,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class RiskSettings:
    """What the program is fitted to, and how a customer gets its risk tier (7.302(b) s.1)."""

    risk_assessment_summary: str = setting(
        TEXT, "", "size, products, ways of opening accounts and customers, and the risks found",
        clause="7.302(b) s.1", section=Section.RISK, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    risk_assessed_on: date | None = setting(
        DAY, None, "day of the risk assessment that the program rests on",
        clause="7.302(b) s.1", section=Section.RISK, mode=Mode.ATTESTED,
    )  # fmt: skip
    foreign_services: str = setting(
        TEXT, "", "services offered and customers served outside the United States",
        clause="7.304(a)(2)(i)", section=Section.RISK, mode=Mode.NARRATIVE, may_be_empty=True,
    )  # fmt: skip
    iaas_employees: int | None = setting(
        WHOLE, None, "how many people work in providing IaaS and what belongs to it",
        clause="7.304(a)(2)(ii)", section=Section.RISK, mode=Mode.ATTESTED, may_be_empty=True,
    )  # fmt: skip
    default_tier: Tier = setting(
        TIER, Tier.MEDIUM, "risk tier of a customer that has none",
        clause="7.302(b) s.1", section=Section.RISK, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    tier_rules: tuple[TierRule, ...] = setting(
        ListOf(TIER_RULE), (), "rules that give a customer its risk tier; the first that holds",
        clause="7.302(b) s.1", section=Section.RISK, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ContactSettings:
    """The Primary Contact responsible for the program (7.304(a)(1)(vi))."""

    contact_name: str = setting(
        TEXT, "", "name of the Primary Contact",
        clause="7.304(a)(1)(vi)", section=Section.CONTACT, mode=Mode.ATTESTED, material=True,
    )  # fmt: skip
    contact_title: str = setting(
        TEXT, "", "the Primary Contact's title",
        clause="7.304(a)(1)(vi)", section=Section.CONTACT, mode=Mode.ATTESTED,
    )  # fmt: skip
    contact_email: str = setting(
        TEXT, "", "the Primary Contact's e-mail address",
        clause="7.304(a)(1)(vi)", section=Section.CONTACT, mode=Mode.ATTESTED,
    )  # fmt: skip
    contact_phone: str = setting(
        TEXT, "", "the Primary Contact's telephone number",
        clause="7.304(a)(1)(vi)", section=Section.CONTACT, mode=Mode.ATTESTED,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class CostSettings:
    """What steps cost the provider, so that two programs can be compared; no element of law."""

    currency: str = setting(
        TEXT, "USD", "currency of the costs",
        clause="", section=Section.COSTS, mode=Mode.EXECUTED,
    )  # fmt: skip
    cost_document_check: Fraction = setting(
        NUMBER, Fraction(0), "cost of one check of documents",
        clause="", section=Section.COSTS, mode=Mode.EXECUTED,
    )  # fmt: skip
    cost_non_documentary_check: Fraction = setting(
        NUMBER, Fraction(0), "cost of one check without documents",
        clause="", section=Section.COSTS, mode=Mode.EXECUTED,
    )  # fmt: skip
    cost_review: Fraction = setting(
        NUMBER, Fraction(0), "what else one re-verification costs, beside its check and the hours",
        clause="", section=Section.COSTS, mode=Mode.EXECUTED,
    )  # fmt: skip
    hours_per_review: Fraction = setting(
        NUMBER, Fraction(0), "hours of a person's work that one re-verification takes",
        clause="", section=Section.COSTS, mode=Mode.EXECUTED,
    )  # fmt: skip
    cost_manual_hour: Fraction = setting(
        NUMBER, Fraction(0), "cost of one hour of a person's work",
        clause="", section=Section.COSTS, mode=Mode.EXECUTED,
    )  # fmt: skip
