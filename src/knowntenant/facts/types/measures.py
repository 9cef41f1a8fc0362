"""Special measures: orders of the Department, their extensions, and who acts for whom (7.307)."""

from datetime import date
from enum import StrEnum

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, choice


class MeasureFinding(StrEnum):
    """What a determination finds: many foreign persons of a jurisdiction, or one and its habit."""

    SIGNIFICANT_NUMBER = "significant_number"
    PATTERN_OF_CONDUCT = "pattern_of_conduct"


@fact_type("order", key=("id",), retention=Retention.FILING, clause="7.307(a)(3)")
class Order(Fact):
    """A special measure: a determination against a jurisdiction or a foreign person.

    It happened on the day of its issue, which is the first day that is told of it.
    """

    id: str = told(ID, "the order's identifier")
    jurisdiction: Place | None = told(PLACE, "the jurisdiction it names")
    person: str | None = told(ID, "the foreign person it names", refers_to="person")
    prohibits: Verdict | None = told(YES_NO, "yes: prohibition; no: conditions")
    conditions: str | None = told(TEXT, "the conditions, in words")
    finding: tuple[MeasureFinding, ...] | None = told(
        ListOf(
            choice("finding of a determination", "what the determination finds", MeasureFinding)
        ),
        "what the determination finds: of a jurisdiction, of one person's habit, or of both",
        also=("findings",),
    )
    written: Verdict | None = told(YES_NO, "whether the determination came in writing")
    unclassified: Verdict | None = told(YES_NO, "whether it came unclassified")
    summary: Verdict | None = told(YES_NO, "whether it sums up the evaluation")
    revoked_on: date | None = told(
        DAY, "the first day on which it holds no longer, where it was lifted", also=("revoked",)
    )


@fact_type("extension", subject="provider", retention=Retention.FILING, clause="7.307(a)(5)")
class Extension(Fact):
    """A notice of extension of a special measure; it happened on the day of its publication."""

    order: str | None = told(ID, "which order", refers_to="order")
    until: date | None = told(DAY, "last day of the extension")


@fact_type("on_behalf_of", key=("holder", "person"), subject="person", clause="7.307(b)(2)")
class OnBehalfOf(Fact):
    """A link: a person, or one account alone, acts for another person, as a nominee does."""

    holder: str = told(
        ID, "who acts: a customer or other person, or an account's id",
        refers_to="person", also=("customer", "account", "nominee"),
    )  # fmt: skip
    person: str = told(
        ID, "on whose behalf", refers_to="person", also=("principal", "of", "on_behalf_of")
    )
    ended: Verdict | None = told(YES_NO, "yes once this is over")
