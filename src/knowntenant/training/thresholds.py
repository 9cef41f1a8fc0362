"""Technical tests beside each other: is a training over each set of thresholds (7.308(b)(2))?

The proposal leaves the test to interpretive rules, and none was found. So each verdict here is
about one named text with its own legal status, and none of them is an answer of the proposal.
"""

from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import UNKNOWN, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, NUMBER, TEXT, YES_NO, ListOf, Shape, choice, fold
from knowntenant.law.problem import nearest
from knowntenant.law.thresholds import Estimate, Judged, Run, Standing, ThresholdSet
from knowntenant.training.measured import COUNTS, TAKES, Measured, measured

OPERATIONS = "training.operations"
VERDICT = "training.threshold_verdict"
ALL = "training.thresholds"
STANDING = choice("standing", "what a set of thresholds is in law", Standing)
BAND = Shape("operations", {"low": NUMBER, "likely": NUMBER, "high": NUMBER})
ROW = Shape(
    "threshold",
    {
        "set": TEXT, "verdict": YES_NO, "missing": ListOf(TEXT), "standing": STANDING,
        "status": TEXT,
    },
)  # fmt: skip


@decides(OPERATIONS, Declared(answers=BAND, takes={"of": ID, **COUNTS}))
def operations(
    inquiry: Inquiry, of: str = "", **given: object
) -> Answer[dict[str, Fraction | None]]:
    """Give how many operations a training takes: at least, most likely, at most.

    Floating-point and integer operations are added up. A multiply-accumulate not yet counted among
    them is as many as the pack says at least and at most, since the text does not say; a set of
    thresholds may count otherwise.
    """
    found = measured(inquiry, of, given)
    each = _each(inquiry)
    band = found.run.operations
    if found.run.multiply_accumulates is not None:
        band = band.plus(found.run.multiply_accumulates.times(*each))
    reasons = tuple(
        inquiry.law.reason(OPERATIONS, text, found.facts, part=part)
        for part, text in (
            ("floating_point", "every step on floating-point numbers is an operation"),
            ("integer", "every step on whole numbers is one too, and counts alike"),
            ("multiply_accumulate", f"a multiply-accumulate is {each[0]} to {each[1]} of them"),
        )
    )
    if band == Estimate():
        return Answer(UNKNOWN, reasons, flags=("the number of operations is not known",))
    return Answer({"low": band.low, "likely": band.likely, "high": band.high}, reasons)


@decides(VERDICT, Declared(answers=YES_NO, takes={"of": ID, "set": TEXT, **TAKES}))
def threshold_verdict(
    inquiry: Inquiry,
    of: str = "",
    *,
    set: str,  # noqa: A002 - the word that a question uses
    **given: object,
) -> Answer[Verdict]:
    """Say whether a training is over one set of thresholds of the pack.

    Of a band, yes only if its low end is over and no only if its high end is not; exactly at a
    bound is not over, unless the text says 'at least'. Unknown where the facts do not settle it,
    with what would; the answer is about the set named, which may be no law at all.
    """
    found = _named(inquiry, set)
    if found is None:
        sets = inquiry.law.pack.thresholds
        reason = inquiry.law.reason(VERDICT, f"the pack has no set of thresholds '{set}'")
        return Answer(UNKNOWN, (reason,), flags=(f"no such set: {nearest(set, sets)}",))
    known = measured(inquiry, of, given)
    judged = found.judge(known.run, *_each(inquiry))
    return Answer(
        judged.verdict, (_reason(found, judged, known),), flags=flags(found, judged, known.run)
    )


@decides(ALL, Declared(of="model", answers=ListOf(ROW), takes=TAKES))
def thresholds(
    inquiry: Inquiry, model: str, **given: object
) -> Answer[tuple[dict[str, object], ...]]:
    """Judge a model's training by every set of thresholds of the pack, each with its status.

    missing: what would settle a set that is unknown. Only a set whose standing is 'published'
    decides anything under 7.308(b)(2); the others are shown for comparison.
    """
    known = measured(inquiry, model, given)
    each = _each(inquiry)
    judged = [(one, one.judge(known.run, *each)) for one in inquiry.law.pack.thresholds.values()]
    rows: tuple[dict[str, object], ...] = tuple(
        {
            "set": one.name,
            "verdict": found.verdict,
            "missing": found.missing,
            "standing": one.standing,
            "status": one.status,
        }
        for one, found in judged
    )
    reasons = tuple(_reason(one, found, known) for one, found in judged)
    warned = tuple(flag for one, found in judged for flag in flags(one, found, known.run))
    none = (inquiry.law.reason(ALL, "the pack has no set of thresholds"),)
    return Answer(rows, reasons or none, flags=tuple(dict.fromkeys(warned)))


def flags(one: ThresholdSet, judged: Judged, run: Run) -> tuple[str, ...]:
    """Give what has to be said with a verdict: that a set is no law, that a band is unclear."""
    found = [] if one.standing is Standing.PUBLISHED else [f"not law: {one.name}: {one.status}"]
    if run.operations.inverted:
        found.append("the band of operations contradicts itself: its least is above its most")
    if judged.missing:
        found.append(f"{one.name} would be settled by: {', '.join(judged.missing)}")
    return tuple(found)


def _named(inquiry: Inquiry, name: str) -> ThresholdSet | None:
    sets = inquiry.law.pack.thresholds
    return next((one for known, one in sets.items() if fold(known) == fold(name)), None)


def _each(inquiry: Inquiry) -> tuple[Fraction, Fraction]:
    law = inquiry.law
    return (
        law.number("multiply_accumulate_least", inquiry.day),
        law.number("multiply_accumulate_most", inquiry.day),
    )


def _reason(one: ThresholdSet, judged: Judged, known: Measured) -> Reason:
    words = {"yes": "over", "no": "not over", "unknown": "not known to be over or not"}
    text = f"{words[judged.verdict.value]} the thresholds of {one.source} ({one.status})"
    if one.standing is Standing.NONE_FOUND:
        text = f"no technical conditions of this kind were found, so none is met: {one.source}"
    return Reason(text, (one.clause,), known.facts)
