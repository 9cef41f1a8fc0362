"""Changes between certifications, of which the Department may have to be told (7.304(c), D28)."""

from enum import StrEnum

from knowntenant.facts.declaration import Fact, Retention, Sensitivity, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import ID, TEXT, YES_NO, choice


class ChangeKind(StrEnum):
    """What has changed. A closed list."""

    ACQUISITION = "acquisition"
    MERGER = "merger"
    RESTRUCTURING = "restructuring"
    OPERATIONS = "operations"
    PROGRAM = "program"
    PRIMARY_CONTACT = "primary_contact"
    NEW_SERVICE = "new_service"
    THREAT = "threat"


@fact_type("change", key=("id",), retention=Retention.FILING, clause="7.304(c) s.1")
class Change(Fact):
    """A change at the provider, or at a foreign reseller; it happened on the day it took effect."""

    id: str = told(ID, "the change's identifier")
    kind: ChangeKind | None = told(
        choice(
            "kind of change", "what has changed", ChangeKind,
            acquired=ChangeKind.ACQUISITION, business_operations=ChangeKind.OPERATIONS,
            cip=ChangeKind.PROGRAM, contact=ChangeKind.PRIMARY_CONTACT,
            corporate_structure=ChangeKind.RESTRUCTURING, service=ChangeKind.NEW_SERVICE,
            threat_landscape=ChangeKind.THREAT,
        ),
        "what has changed",
    )  # fmt: skip
    reseller: str | None = told(
        ID, "at which reseller; left out, at the provider", refers_to="reseller", also=("of",)
    )
    significant: Verdict | None = told(
        YES_NO,
        "whether it was judged significant (business, structure) or material (a CIP)",
        also=("material",),
    )
    judged_by: str | None = told(TEXT, "the role of who judged that; name no person")
    note: str | None = told(TEXT, "in words", sensitivity=Sensitivity.PERSONAL)
