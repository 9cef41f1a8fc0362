"""Elements of the written program about who a customer is (7.302(d), (f))."""

from dataclasses import dataclass
from enum import StrEnum

from knowntenant.facts.program_setting import Mode, Section, setting
from knowntenant.facts.types.owners import Role
from knowntenant.facts.types.persons import TIER, Tier
from knowntenant.law.answer import NO, YES, Verdict
from knowntenant.law.kinds import DAYS, TEXT, WHOLE, YES_NO, ListOf, choice


class AfterFailure(StrEnum):
    """What the program does with an account once verification has finally failed."""

    CLOSE = "close"
    RESTRICT = "restrict"


_ROLE = choice("role", "through what a person controls", Role)
_MEASURE = choice("measure", "close or restrict", AfterFailure)


@dataclass(frozen=True, kw_only=True)
class IdentificationSettings:
    """What is asked of a prospective customer, and how its status is settled (7.302(d)(1))."""

    status_procedure: str = setting(
        TEXT, "", "how it is determined whether the customer and its owners are US persons",
        clause="7.302(d)(1)(i) s.1", section=Section.IDENTIFICATION, mode=Mode.NARRATIVE,
        material=True,
    )  # fmt: skip
    claim_checks: str = setting(
        TEXT, "", "how a claim to be a US person is checked",
        clause="7.302(d)(1)(i) s.3", section=Section.IDENTIFICATION, mode=Mode.NARRATIVE,
        material=True,
    )  # fmt: skip
    recheck_on_ip: Verdict = setting(
        YES_NO, YES, "whether an access that looks foreign opens a recheck of a US person (D17)",
        clause="7.302(d)(1)(i) s.3", section=Section.IDENTIFICATION, mode=Mode.EXECUTED,
        material=True,
    )  # fmt: skip
    data_collected: str = setting(
        TEXT, "", "which identity data is taken from each prospective customer and owner",
        clause="7.302(d)(1)(ii)", section=Section.IDENTIFICATION, mode=Mode.NARRATIVE,
        material=True,
    )  # fmt: skip
    opening_procedure: str = setting(
        TEXT, "", "how the data is obtained from foreign persons before an account opens",
        clause="7.302(d)(1)(iii)", section=Section.IDENTIFICATION, mode=Mode.NARRATIVE,
        material=True,
    )  # fmt: skip
    substantial_roles: tuple[Role, ...] = setting(
        ListOf(_ROLE), tuple(Role), "roles through which control counts as substantial (D16)",
        clause="7.301 beneficial owner(1)", section=Section.IDENTIFICATION, mode=Mode.EXECUTED,
        material=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class VerificationSettings:
    """How identity is verified (7.302(d)(2))."""

    belief_procedure: str = setting(
        TEXT, "", "how, by risk, a reasonable belief about a customer's identity is formed",
        clause="7.302(d)", section=Section.VERIFICATION, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    identity_tools: str = setting(
        TEXT, "", "tools and services with which the identity of foreign persons is verified",
        clause="7.304(a)(1)(i)", section=Section.VERIFICATION, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    accepted_documents: tuple[str, ...] = setting(
        ListOf(TEXT), (), "document kinds accepted under (d)(2)(i); empty accepts all",
        clause="7.302(d)(2)(i)", section=Section.VERIFICATION, mode=Mode.EXECUTED, material=True,
        may_be_empty=True,
    )  # fmt: skip
    document_validity: str = setting(
        TEXT, "", "how it is established that a document is valid",
        clause="7.302(d)(2)(i)", section=Section.VERIFICATION, mode=Mode.NARRATIVE, material=True,
        may_be_empty=True,
    )  # fmt: skip
    non_documentary_methods: str = setting(
        TEXT, "", "methods of verification without documents",
        clause="7.302(d)(2)(ii)", section=Section.VERIFICATION, mode=Mode.NARRATIVE, material=True,
        may_be_empty=True,
    )  # fmt: skip
    further_information: str = setting(
        TEXT, "", "when more is asked about the people behind an entity, signatories too",
        clause="7.302(d)(2)(iii)", section=Section.VERIFICATION, mode=Mode.NARRATIVE,
        material=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class FailureSettings:
    """What is done where no reasonable belief can be formed (7.302(d)(3))."""

    refuse_when: str = setting(
        TEXT, "", "when an account is not opened at all",
        clause="7.302(d)(3)(i)", section=Section.FAILURE, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    provisional_use: Verdict = setting(
        YES_NO, NO, "whether an unverified customer may use an account while verification goes on",
        clause="7.302(d)(3)(ii)", section=Section.FAILURE, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    provisional_terms: str = setting(
        TEXT, "", "the terms of use while verification goes on, or that there is no such use",
        clause="7.302(d)(3)(ii)", section=Section.FAILURE, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    provisional_days: int = setting(
        DAYS, 30, "longest provisional use, in calendar days",
        clause="7.302(d)(3)(ii)", section=Section.FAILURE, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    provisional_permissions: tuple[str, ...] = setting(
        ListOf(TEXT), (), "what an unverified account is limited to",
        clause="7.302(d)(3)(ii)", section=Section.FAILURE, mode=Mode.EXECUTED, material=True,
        may_be_empty=True,
    )  # fmt: skip
    no_provisional_tiers: tuple[Tier, ...] = setting(
        ListOf(TIER), (Tier.HIGH,), "risk tiers without provisional use",
        clause="7.302(d)(3)(ii)", section=Section.FAILURE, mode=Mode.EXECUTED, material=True,
        may_be_empty=True,
    )  # fmt: skip
    attempts: int = setting(
        WHOLE, 3,
        "failed steps after which verification has finally failed; one may say so earlier",
        clause="7.302(d)(3)(iii)", section=Section.FAILURE, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    failure_response: str = setting(
        TEXT, "", "when an account is closed or restricted after verification has failed",
        clause="7.302(d)(3)(iii)", section=Section.FAILURE, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    after_failure: AfterFailure = setting(
        _MEASURE, AfterFailure.CLOSE,
        "what happens to an account after verification has finally failed",
        clause="7.302(d)(3)(iii)", section=Section.FAILURE, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    redress_procedure: str = setting(
        TEXT, "", "redress for customers who could not be verified or whose data was compromised",
        clause="7.302(d)(3)(iv)", section=Section.FAILURE, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class UpkeepSettings:
    """How what is known of a customer is kept up to date (7.302(f), 7.304(a)(1)(ii))."""

    ownership_change_reports: str = setting(
        TEXT, "", "how customers are made to report owners who join or leave",
        clause="7.304(a)(1)(ii)", section=Section.UPKEEP, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    owner_change_notice_days: int = setting(
        DAYS, 30, "within how many calendar days customers report a new beneficial owner",
        clause="7.302(f)(1)", section=Section.UPKEEP, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    review_procedure: str = setting(
        TEXT, "", "how the accuracy of what customers said is verified again, by risk",
        clause="7.302(f)(2)", section=Section.UPKEEP, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    review_days_low: int = setting(
        DAYS, 1095, "days between re-verifications, low risk tier",
        clause="7.302(f)(2)", section=Section.UPKEEP, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    review_days_medium: int = setting(
        DAYS, 730, "days between re-verifications, medium risk tier",
        clause="7.302(f)(2)", section=Section.UPKEEP, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    review_days_high: int = setting(
        DAYS, 365, "days between re-verifications, high risk tier",
        clause="7.302(f)(2)", section=Section.UPKEEP, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
