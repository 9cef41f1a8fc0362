"""What export control and the data rule turn on: parents, chips, red flags, data transactions."""

from datetime import date
from enum import StrEnum

from knowntenant.facts.declaration import Fact, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, TEXT, WHOLE, YES_NO, choice


@fact_type("parent", key=("child", "parent"), subject="person",
           clause="guidance 2026-05-31: headquarters")  # fmt: skip
class Parent(Fact):
    """One company is the parent of another, as a register, filing or the customer itself says.

    A company that is said to be its own ultimate parent has no parent.
    """

    child: str = told(ID, "whose parent", refers_to="person", also=("of", "customer", "subsidiary"))
    parent: str = told(ID, "the parent", refers_to="person", also=("by",))
    ultimate: Verdict | None = told(YES_NO, "whether nobody stands above this parent")
    ended: Verdict | None = told(YES_NO, "yes once it is the parent no more")


class Level(StrEnum):
    """Which parent is spoken of: the next one up, or the last."""

    DIRECT = "direct"
    ULTIMATE = "ultimate"


class WhyUnnamed(StrEnum):
    """Why a company names no parent to a register."""

    NATURAL_PERSONS = "natural_persons"
    NON_CONSOLIDATING = "non_consolidating"
    NO_KNOWN_PERSON = "no_known_person"
    NO_LEI = "no_lei"
    NON_PUBLIC = "non_public"
    OTHER = "other"


@fact_type("unnamed_parent", key=("child", "level"), subject="person",
           clause="guidance 2026-05-31: headquarters")  # fmt: skip
class UnnamedParent(Fact):
    """A company told a register why it names no parent: an answer, and no silence.

    Only where natural persons are in control is nobody said to stand above it.
    """

    child: str = told(ID, "whose parent", refers_to="person", also=("of", "customer", "subsidiary"))
    level: Level | None = told(choice("level", "which parent", Level), "the direct or the ultimate")
    reason: WhyUnnamed | None = told(
        choice("reason", "why no parent is named", WhyUnnamed), "why it names none", also=("why",)
    )
    ended: Verdict | None = told(YES_NO, "yes once it names one, or says so no more")


@fact_type("classification", key=("product",), clause="742.6(a)(6)(iii)(A)")
class Classification(Fact):
    """The export classification of the accelerators in a product."""

    product: str = told(ID, "which product line", refers_to="product", also=("of",))
    eccn: str | None = told(TEXT, "export control classification number, such as 3A090.a, or EAR99")


@fact_type("export_red_flag", key=("id",), subject="person",
           clause="diversion guidance 2025-05-13: red flags")  # fmt: skip
class ExportRedFlag(Fact):
    """A sign of diversion that a person noticed about a customer, and what became of it."""

    id: str = told(ID, "the red flag's identifier")
    customer: str | None = told(
        ID, "about whom", refers_to="customer", also=("person", "of", "about")
    )
    kind: str | None = told(TEXT, "which sign: one of the pack's red flags")
    resolved: Verdict | None = told(
        YES_NO, "yes once an inquiry has explained it; a person decides that"
    )
    inquiry: str | None = told(TEXT, "what was asked and found, in words")


@fact_type("restricted_transaction", key=("id",), clause="202.1103(a)")
class RestrictedTransaction(Fact):
    """A restricted data transaction of 28 CFR part 202; it happened on the day it began."""

    id: str = told(ID, "the transaction's identifier")
    by: str | None = told(
        ID, "the US person engaged in it", refers_to="person", also=("person", "provider")
    )
    cloud: Verdict | None = told(YES_NO, "whether it involves cloud-computing services")
    ended_on: date | None = told(DAY, "its last day, where it has ended", also=("ended",))
    reported_for: int | None = told(
        WHOLE, "the last calendar year for which the yearly report was filed"
    )
    audited_for: int | None = told(WHOLE, "the last calendar year for which the audit was done")


@fact_type("consignee_evidence", key=("consignee", "item"), subject="person",
           clause="748 supp. 2(dd)")  # fmt: skip
class ConsigneeEvidence(Fact):
    """A piece of evidence about the ultimate consignee of licensed chips."""

    consignee: str = told(ID, "which consignee", refers_to="person", also=("of", "person"))
    item: str = told(ID, "which evidence: one of the pack's items", also=("kind",))
    held: Verdict | None = told(YES_NO, "whether it is at hand", also=("have",))
