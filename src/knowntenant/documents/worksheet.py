"""A worksheet on a model as values: the result, every question, every set of thresholds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Model
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import fold
from knowntenant.law.pack import Pack
from knowntenant.law.thresholds import ThresholdSet, short
from knowntenant.training.dual_use import DUAL_USE
from knowntenant.training.model import LARGE, decision_on
from knowntenant.training.thresholds import ALL, OPERATIONS
from knowntenant.training.worksheet import WORKSHEET

PROCESSES = "training_processes"
Row = Mapping[str, object]
RESULT = {
    Verdict.YES: "covered: a large AI model of concern",
    Verdict.NO: "not: no large AI model of concern",
    Verdict.UNKNOWN: "unknown",
}
PREPARES = (
    "A person decides whether a model is a large AI model of concern; this worksheet prepares the"
    " decision and remembers it."
)
COMPARED = (
    "Only a set published as an interpretive rule decides; the others are shown for comparison and"
    " decide nothing."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a worksheet says of one model."""

    model: str
    pack: Pack
    result: Verdict
    decided: bool
    dual_use: Verdict
    about: Mapping[str, str]
    items: tuple[Row, ...]
    sets: tuple[tuple[ThresholdSet, Row], ...]
    reasons: tuple[str, ...]
    flags: tuple[str, ...]


def sheet(inquiry: Inquiry, model: str, chosen: tuple[str, ...] = ()) -> Sheet:
    """Fill the worksheet of a model from what is known of it. chosen: only these sets, if any."""
    large = inquiry.ask(LARGE, model)
    thresholds = inquiry.ask(ALL, model)
    odd = (flag for flag in thresholds.flags if "contradicts itself" in flag)
    decided = decision_on(inquiry, model)
    rows = cast("tuple[Row, ...]", thresholds.value)
    sets = inquiry.law.pack.thresholds
    return Sheet(
        model,
        inquiry.law.pack,
        cast("Verdict", large.value),
        decided is not None and decided.verdict is not Verdict.UNKNOWN,
        cast("Verdict", inquiry.ask(DUAL_USE, model).value),
        _about(inquiry, model),
        cast("tuple[Row, ...]", inquiry.ask(WORKSHEET, model).value),
        tuple((sets[str(row["set"])], row) for row in rows if not chosen or row["set"] in chosen),
        tuple(reason.text for reason in large.because),
        tuple(dict.fromkeys((*large.flags, *inquiry.ask(WORKSHEET, model).flags, *odd))),
    )


def _about(inquiry: Inquiry, model: str) -> dict[str, str]:
    """Give what is told of a model itself; of its process also whether a model learns by it."""
    told = inquiry.one(Model, model)
    about = {"operations": band(inquiry.ask(OPERATIONS, model).value)}
    if told is None:
        return about
    note = inquiry.law.entry(PROCESSES, fold(told.process)) if told.process else None
    return about | {
        name: text
        for name, text in (
            ("parameters", short(told.parameters) if told.parameters is not None else ""),
            ("primarily biological sequence data", in_words(told.biological)),
            ("modality", in_words(told.modality)),
            ("process", f"{in_words(told.process)}{f' ({note.note})' if note else ''}"),
            ("accelerators", in_words(told.accelerators)),
        )
        if text
    }


def band(value: object) -> str:
    """Give a band of operations in words."""
    if not isinstance(value, Mapping):
        return "not known"
    low, likely, high = (value[end] for end in ("low", "likely", "high"))
    if low is not None and low == high:
        return short(low)
    ends = {"at least": low, "most likely": likely, "at most": high}
    return ", ".join(f"{word} {short(n)}" for word, n in ends.items() if n is not None)


def in_words(value: object) -> str:
    """Give a cell of a worksheet in words: nothing where there is none."""
    if isinstance(value, tuple):
        return ", ".join(str(one).replace("_", " ") for one in value)
    return "" if value is None else " ".join(str(value).split())
