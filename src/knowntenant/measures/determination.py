"""What a determination has to hold for a special measure to rest on it (7.307(a)(1), (a)(3))."""

from collections.abc import Iterator
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Order
from knowntenant.facts.types.measures import MeasureFinding
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ListOf, choice

GAPS = "measures.determination_gaps"


class Gap(StrEnum):
    """What a determination lacks, as far as the provider can see."""

    MEASURE_NOT_SAID = "measure_not_said"
    NOBODY_NAMED = "nobody_named"
    NOT_WRITTEN = "not_written"
    NOT_UNCLASSIFIED = "not_unclassified"
    NO_SUMMARY = "no_summary"
    NO_FINDING_ON_JURISDICTION = "no_finding_on_jurisdiction"
    NO_FINDING_ON_PERSON = "no_finding_on_person"


GAP = choice("gap of a determination", "what a determination lacks", Gap)
_WORDS = {
    Gap.MEASURE_NOT_SAID: "says neither a prohibition nor a condition",
    Gap.NOBODY_NAMED: "names neither a jurisdiction nor a person",
    Gap.NOT_WRITTEN: "is not shown to be in writing",
    Gap.NOT_UNCLASSIFIED: "is not shown to be unclassified",
    Gap.NO_SUMMARY: "is not shown to sum up the evaluation",
    Gap.NO_FINDING_ON_JURISDICTION: "names a jurisdiction without the finding that goes with it",
    Gap.NO_FINDING_ON_PERSON: "names a person without the finding that goes with it",
}


@decides(GAPS, Declared(of="order", answers=ListOf(GAP)))
def determination_gaps(inquiry: Inquiry, order: str) -> Answer[tuple[Gap, ...]]:
    """Give what the determination behind a measure lacks, so that a provider can ask about it.

    What is not told counts as lacking. A gap does not end the measure: whether it stands is for
    counsel and the Department. Unknown where no such determination is told.
    """
    told = inquiry.one(Order, order)
    if told is None:
        reason = inquiry.law.reason(GAPS, f"nothing is told of a determination {order}")
        return Answer(UNKNOWN, (reason,))
    found = tuple(_gaps(told))
    reasons = tuple(
        inquiry.law.reason(GAPS, f"{order} {_WORDS[gap]}", told.refs, part=gap) for gap in found
    )
    whole = (inquiry.law.reason(GAPS, f"{order} holds what it has to hold", told.refs),)
    return Answer(found, reasons or whole)


def _gaps(order: Order) -> Iterator[Gap]:
    if order.prohibits is not YES and not (order.prohibits is NO and order.conditions):
        yield Gap.MEASURE_NOT_SAID
    if order.jurisdiction is None and order.person is None:
        yield Gap.NOBODY_NAMED
    if order.written is not YES:
        yield Gap.NOT_WRITTEN
    if order.unclassified is not YES:
        yield Gap.NOT_UNCLASSIFIED
    if order.summary is not YES:
        yield Gap.NO_SUMMARY
    found = order.finding or ()
    if order.jurisdiction is not None and MeasureFinding.SIGNIFICANT_NUMBER not in found:
        yield Gap.NO_FINDING_ON_JURISDICTION
    if order.person is not None and MeasureFinding.PATTERN_OF_CONDUCT not in found:
        yield Gap.NO_FINDING_ON_PERSON
