"""Exemptions and the program behind them: requests, the ADP, its contents, its upkeep (7.306)."""

from datetime import date
from enum import StrEnum

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, choice


class ExemptionState(StrEnum):
    """Where an exemption stands: asked for, granted, refused, or taken away again."""

    REQUESTED = "requested"
    GRANTED = "granted"
    REFUSED = "refused"
    REVOKED = "revoked"


class Leader(StrEnum):
    """Who approves an ADP or has a hand in running it; the pack says whose part counts."""

    BOARD = "board"
    COMMITTEE = "committee"
    SENIOR_MANAGER = "senior_manager"
    OTHER = "other"


class AdpContent(StrEnum):
    """What an ADP holds, each with a clause of its own."""

    PROPORTIONATE = "proportionate"
    POLICIES = "policies"
    RED_FLAGS = "red_flags"
    RISK_FACTORS = "risk_factors"
    SOURCES = "sources"
    CATEGORIES = "categories"
    DETECTION = "detection"
    RESPONSE = "response"
    UPDATING = "updating"
    ADMINISTRATION = "administration"
    APPROVAL = "approval"
    LEADERSHIP = "leadership"
    STAFF_TRAINING = "staff_training"
    RESELLER_OVERSIGHT = "reseller_oversight"
    CONSORTIUM_INSIGHTS = "consortium_insights"


class RiskFactor(StrEnum):
    """What may have changed so that an ADP is brought up to date."""

    EXPERIENCE = "experience"
    ATTACK_METHODS = "attack_methods"
    COUNTERMEASURES = "countermeasures"
    ACCOUNT_TYPES = "account_types"
    BUSINESS = "business"


class AdpNotice(StrEnum):
    """What is told to the Department while an exemption stands."""

    CHANGE = "change"
    ANNUAL = "annual"


LEADER = choice("leader", "who approved or oversees", Leader, ceo=Leader.SENIOR_MANAGER)
ADP_CONTENT = choice("ADP element", "what an ADP holds", AdpContent)
RISK_FACTOR = choice("risk factor", "what changed", RiskFactor, merger=RiskFactor.BUSINESS)


@fact_type("exemption", key=("id",), retention=Retention.FILING, clause="7.306(a) s.1")
class Exemption(Fact):
    """An exemption, asked for or decided; each record happened on the day of what it tells.

    It is the provider's own unless it names a reseller, a lessee or a type of account.
    """

    id: str = told(ID, "the exemption's identifier")
    provider: str | None = told(ID, "which provider, where there are several", refers_to="provider")
    reseller: str | None = told(ID, "the one reseller it is for", refers_to="reseller")
    lessee: str | None = told(
        ID, "the one customer it is for", refers_to="customer", also=("customer",)
    )
    account_type: str | None = told(
        TEXT, "the one type of account it is for: a product line's id or kind", also=("product",)
    )
    state: ExemptionState | None = told(
        choice("exemption state", "where an exemption stands", ExemptionState), "where it stands"
    )
    adp: str | None = told(ID, "the ADP on which it rests", refers_to="adp")
    written: Verdict | None = told(YES_NO, "whether the request is a written submission")
    electronic: Verdict | None = told(YES_NO, "whether it goes in electronically")
    describes_adp: Verdict | None = told(YES_NO, "whether it describes how the ADP was set up")
    addresses: tuple[str, ...] | None = told(
        ListOf(TEXT), "the factors of (e)(3) that it speaks to, by the pack's names"
    )
    asked_on: date | None = told(DAY, "when the Secretary asked for more information")
    answered_on: date | None = told(DAY, "when that was answered")
    resellers_bound: Verdict | None = told(
        YES_NO, "whether foreign resellers are bound to keep their ADPs up and tell of changes"
    )


@fact_type("adp", key=("id",), retention=Retention.CIP_COPY, clause="7.306(b) s.5")
class Adp(Fact):
    """A written Abuse of IaaS Products Deterrence Program: the provider's, or one reseller's."""

    id: str = told(ID, "the ADP's identifier")
    reseller: str | None = told(ID, "whose, where it is a reseller's", refers_to="reseller")
    approved_by: Leader | None = told(
        LEADER, "who approved the first written version", also=("approved_by_kind",)
    )
    approved_on: date | None = told(DAY, "when it was approved")
    overseen_by: Leader | None = told(LEADER, "who stays involved in overseeing and running it")
    consortium: Verdict | None = told(
        YES_NO, "whether its maker takes part in a consortium (7.306(c))"
    )


@fact_type("adp_element", retention=Retention.CIP_COPY, clause="7.306(b) s.7")
class AdpElement(Fact):
    """One thing that an ADP holds, and what shows that it does; the latest telling counts."""

    adp: str | None = told(ID, "which ADP", refers_to="adp", also=("of",))
    element: AdpContent | None = told(ADP_CONTENT, "which of the ADP's contents")
    covered: Verdict | None = told(YES_NO, "whether the ADP covers it")
    how: str | None = told(TEXT, "how, in words", also=("narrative",))
    evidence: str | None = told(TEXT, "where the proof lies, such as a document's number")
    examples: tuple[str, ...] | None = told(
        ListOf(TEXT), "the text's examples that it speaks to, by the pack's names"
    )


@fact_type("adp_change", key=("id",), retention=Retention.CIP_COPY, clause="7.306(f) s.1")
class AdpChange(Fact):
    """A change of an ADP, or a departure from it; it happened on the day it took effect."""

    id: str = told(ID, "the change's identifier")
    adp: str | None = told(ID, "which ADP", refers_to="adp", also=("of",))
    significant: Verdict | None = told(YES_NO, "whether it is significant", also=("material",))
    answers: tuple[str, ...] | None = told(
        ListOf(ID), "the changes of risk it answers; left out, it answers all before it"
    )
    note: str | None = told(TEXT, "in words")


@fact_type("risk_change", key=("id",), retention=Retention.CIP_COPY, clause="7.306(b)(4)")
class RiskChange(Fact):
    """Something that changed the risks to accounts, or the business, so that ADPs follow."""

    id: str = told(ID, "the change's identifier")
    factor: RiskFactor | None = told(RISK_FACTOR, "what changed", also=("kind",))
    adp: str | None = told(ID, "the ADP it bears on; left out, every one", refers_to="adp")
    material: Verdict | None = told(YES_NO, "whether it may have a material effect on the ADP")
    note: str | None = told(TEXT, "in words")


@fact_type("adp_notice", key=("id",), retention=Retention.FILING, clause="7.306(f) s.3")
class AdpNotification(Fact):
    """A notification to the Department about an ADP; it happened on the day it was sent."""

    id: str = told(ID, "the notification's identifier")
    exemption: str | None = told(ID, "under which exemption", refers_to="exemption")
    kind: AdpNotice | None = told(
        choice("kind of notification", "a change, or the yearly one", AdpNotice), "which kind"
    )
    change: str | None = told(ID, "the change that it tells of", refers_to="adp_change")
