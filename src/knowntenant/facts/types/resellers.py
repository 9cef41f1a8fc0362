"""Resellers: the relationship, its CIP, what was found wrong, and what was put right (7.303)."""

from enum import StrEnum

from knowntenant.facts.declaration import Fact, Retention, Sensitivity, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import ID, TEXT, YES_NO, ListOf, choice


class ResellerState(StrEnum):
    """Where the relationship with a reseller stands."""

    ACTIVE = "active"
    CLOSING = "closing"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"


class FindingKind(StrEnum):
    """What evidence about a reseller shows."""

    NO_CIP = "no_cip"
    CIP_NOT_IMPLEMENTED = "cip_not_implemented"
    CIP_INADEQUATE = "cip_inadequate"
    NO_GOOD_FAITH = "no_good_faith"
    MALICIOUS_USE = "malicious_use"
    OTHER = "other"


class Extent(StrEnum):
    """How much of the issues a remediation puts right."""

    FULL = "full"
    PARTIAL = "partial"


@fact_type("reseller", key=("id",), subject="reseller", clause="7.301 foreign reseller")
class Reseller(Fact):
    """A person to whom the provider supplies products to offer them onward.

    Its presence facts (`presence: {person: R1, ...}`) say whether it is a foreign reseller.
    """

    id: str = told(ID, "the reseller's identifier; it is a person too")
    name: str | None = told(TEXT, "business name", sensitivity=Sensitivity.PERSONAL)
    account: str | None = told(ID, "its reseller account", refers_to="account")
    state: ResellerState | None = told(
        choice("reseller state", "where the relationship stands", ResellerState),
        "where the relationship stands",
    )
    steps_taken: tuple[str, ...] | None = told(
        ListOf(TEXT), "steps taken towards closing or reporting", also=("steps",)
    )
    only_resells: Verdict | None = told(
        YES_NO, "whether it does nothing but resell: no product line of its own"
    )
    beneficiary: str | None = told(
        ID, "who really benefits, where that is not the reseller itself (D27)", refers_to="person"
    )


@fact_type("reseller_cip", key=("reseller",), subject="reseller",
           retention=Retention.CIP_COPY, clause="7.303(b)")  # fmt: skip
class ResellerCip(Fact):
    """A reseller's written CIP, as far as the provider has it."""

    reseller: str = told(ID, "whose CIP", refers_to="reseller", also=("of", "id"))
    version: str | None = told(TEXT, "its version")
    kept: Verdict | None = told(
        YES_NO, "whether the reseller keeps a written CIP", also=("written",)
    )
    implemented: Verdict | None = told(YES_NO, "whether it carries it out")
    copy_held: Verdict | None = told(YES_NO, "whether the provider holds a copy", also=("copy",))


@fact_type("finding", key=("id",), subject="reseller", clause="7.303(e) s.2")
class Finding(Fact):
    """Evidence that a reseller has no CIP, does not carry it out, or shows no good faith."""

    id: str = told(ID, "the finding's identifier")
    reseller: str | None = told(ID, "which reseller", refers_to="reseller", also=("of",))
    kind: FindingKind | None = told(
        choice("kind of finding", "what the evidence shows", FindingKind), "what the evidence shows"
    )
    remediated: Verdict | None = told(
        YES_NO, "no where the evidence shows on its face that the issue was not put right (D34)"
    )
    increases_risk: Verdict | None = told(
        YES_NO, "yes where it shows that going on raises the risk of malicious use"
    )


@fact_type("remediation", subject="reseller", clause="7.303(e) s.3")
class Remediation(Fact):
    """Evidence that a reseller put an issue right, in full or in part."""

    id: str | None = told(ID, "the remediation's identifier")
    reseller: str | None = told(ID, "which reseller", refers_to="reseller", also=("of", "by"))
    finding: str | None = told(
        ID, "the finding it answers; left out, it answers all", refers_to="finding"
    )
    extent: Extent | None = told(
        choice("extent", "in full or in part", Extent, complete=Extent.FULL), "in full or in part"
    )
