"""What was known, by whom and of what: knowledge starts clocks (15 CFR 772.1, 7.303(e), 7.308)."""

from enum import StrEnum
from fractions import Fraction

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import ID, NUMBER, TEXT, YES_NO, choice


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


@fact_type("training_note", key=("id",), subject="account", retention=Retention.REPORT,
           clause="7.308(b)(1)")  # fmt: skip
class TrainingNote(Fact):
    """What is noted of a possible training run of an AI model."""

    id: str = told(ID, "the note's identifier")
    account: str | None = told(ID, "which account", refers_to="account")
    customer: str | None = told(ID, "for whom", refers_to="customer")
    operations: Fraction | None = told(NUMBER, "estimated number of operations")
    proposed: Verdict | None = told(YES_NO, "whether the run is only proposed")
    note: str | None = told(TEXT, "in words")
