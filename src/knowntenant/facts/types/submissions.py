"""What foreign resellers hand in for the certification forms about their CIPs (7.304(e))."""

from enum import StrEnum

from knowntenant.facts.declaration import Fact, Retention, Sensitivity, fact_type, told
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import ID, TEXT, WHOLE, YES_NO, ListOf, choice

PERSONAL = Sensitivity.PERSONAL


class Attested(StrEnum):
    """The six statements of a yearly certification, in the order of 7.304(b)."""

    REVIEWED = "reviewed"
    SERVICES = "services"
    THREATS = "threats"
    COMPLIES = "complies"
    FAILURES_COUNTED = "failures_counted"
    RESOLUTIONS_RECORDED = "resolutions_recorded"


ATTESTED = choice("attestation", "a statement of a yearly certification", Attested)


@fact_type("reseller_submission", key=("reseller",), subject="reseller",
           retention=Retention.FILING, clause="7.304(e)")  # fmt: skip
class ResellerSubmission(Fact):
    """What a foreign reseller told the provider for the form about its own CIP.

    It happened on the day it was handed in; a later one replaces the keys that it names.
    """

    reseller: str = told(ID, "whose CIP", refers_to="reseller", also=("of", "by", "id"))
    identity_tools: str | None = told(TEXT, "how it verifies foreign persons")
    ownership_change_reports: str | None = told(
        TEXT, "how its customers report changes of ownership, and how data is verified again"
    )
    detection_tools: str | None = told(TEXT, "with what it detects malicious activity")
    detection_use: str | None = told(TEXT, "how those tools are put to work")
    reseller_oversight: str | None = told(
        TEXT, "how it makes foreign resellers of its own keep a CIP, or that it has none"
    )
    training_detection: str | None = told(
        TEXT, "how it notices a foreign person arranging to train a large model of concern"
    )
    training_run_tools: str | None = told(TEXT, "with what it notices such a training run")
    malicious_reporting: str | None = told(TEXT, "how it reports malicious activity")
    foreign_services: str | None = told(TEXT, "services and customers in foreign jurisdictions")
    iaas_employees: int | None = told(
        WHOLE, "employees in IaaS provision and related services", also=("employees",)
    )
    customers: int | None = told(WHOLE, "how many IaaS customers it has")
    customer_places: tuple[Place, ...] | None = told(ListOf(PLACE), "where they are (D26)")
    foreign_owners: int | None = told(WHOLE, "how many foreign beneficial owners own it")
    foreign_owner_places: tuple[Place, ...] | None = told(ListOf(PLACE), "where those are")
    foreign_owners_of_customers: int | None = told(
        WHOLE, "how many foreign beneficial owners its customers have (D10)"
    )
    foreign_owners_of_customers_places: tuple[Place, ...] | None = told(
        ListOf(PLACE), "where those are"
    )
    unverified_accounts: int | None = told(
        WHOLE, "how many of its accounts belong to unverified foreign customers"
    )
    contact_name: str | None = told(TEXT, "name of its Primary Contact", sensitivity=PERSONAL)
    contact_title: str | None = told(TEXT, "title of that person", sensitivity=PERSONAL)
    contact_email: str | None = told(TEXT, "e-mail of that person", sensitivity=PERSONAL)
    contact_phone: str | None = told(TEXT, "telephone of that person", sensitivity=PERSONAL)
    meets_standard: Verdict | None = told(
        YES_NO, "whether it attests that its CIP is up to the standard", also=("attests_standard",)
    )
    attests: tuple[Attested, ...] | None = told(
        ListOf(ATTESTED), "which of the six yearly statements it makes"
    )
