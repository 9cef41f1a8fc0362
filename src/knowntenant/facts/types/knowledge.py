"""What was known, by whom and of what: knowledge starts clocks (15 CFR 772.1, 7.303(e), 7.308)."""

from enum import StrEnum

from knowntenant.facts.declaration import Fact, fact_type, told
from knowntenant.law.kinds import ID, TEXT, choice


class Knower(StrEnum):
    """Whose knowledge it is."""

    PROVIDER = "provider"
    RESELLER = "reseller"


class Element(StrEnum):
    """Of what there is knowledge: the element of a clause that it meets."""

    NOT_REMEDIATED = "not_remediated"
    INCREASED_RISK = "increased_risk"
    COVERED_TRANSACTION = "covered_transaction"
    INACCURATE_REPORT = "inaccurate_report"
    MILITARY_INTELLIGENCE_END_USE = "military_intelligence_end_use"
    WEAPONS_END_USE = "weapons_end_use"
    OTHER = "other"


@fact_type("knowledge", subject="provider", clause="7.301 knowledge")
class Knowledge(Fact):
    """Somebody knew something. Its `learned` is the day of the knowledge."""

    id: str | None = told(ID, "the entry's identifier")
    about: str | None = told(ID, "about whom or what: a reseller, finding, customer, transaction")
    of: Element | None = told(
        choice("element of knowledge", "what was known", Element), "what was known",
        also=("that", "what", "element"),
    )  # fmt: skip
    by: Knower | None = told(
        choice("knower", "who knew", Knower), "who knew; the provider where left out", also=("who",)
    )
    note: str | None = told(TEXT, "in words")
