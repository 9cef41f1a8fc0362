"""One filing for several foreign resellers: on which days it is in time for all (7.304(f) s.2)."""

from dataclasses import dataclass
from datetime import date

from knowntenant.certification.filers import MUTING, foreign_resellers
from knowntenant.certification.window import WINDOW, WINDOW_STATE, state_on
from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import NO, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, YES_NO, ListOf, Shape

COMPILED = "certification.compiled_window"
SHAPE = Shape(
    "compiled window",
    {
        "possible": YES_NO, "opens": DAY, "due": DAY, "state": WINDOW_STATE,
        "together": ListOf(ID), "split_off": ListOf(ID), "without_window": ListOf(ID),
    },
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """The window of one reseller, both days within."""

    reseller: str
    opens: date
    due: date

    def holds(self, day: date) -> bool:
        """Tell whether a filing on a day is in time for this reseller."""
        return self.opens <= day <= self.due


@decides(
    COMPILED,
    Declared(
        answers=SHAPE,
        takes={"resellers": ListOf(ID)},
        asks=(WINDOW, *MUTING),
        readings=("D2", "D17", "D27", "D36"),
    ),
)
def compiled_window(inquiry: Inquiry, resellers: tuple[str, ...] = ()) -> Answer[dict[str, object]]:
    """Give the days on which one compiled filing is in time for all of the resellers.

    Where no day still to come is in time for all (`possible: no`), it gives the days for as many
    as possible, the earliest such days, and whom to split off. A reseller without a previous
    notification sets no window. `resellers`: all foreign resellers where left out.
    """
    named = resellers or tuple(foreign_resellers(inquiry))
    answers = {one: inquiry.ask(WINDOW, one) for one in dict.fromkeys(named)}
    spans = [span for one, answer in answers.items() if (span := _span(one, answer.value))]
    free = tuple(one for one in answers if one not in {span.reseller for span in spans})
    chosen = most_together([span for span in spans if span.due >= inquiry.day])
    together = tuple(span.reseller for span in chosen)
    split = tuple(span.reseller for span in spans if span not in chosen)
    found: dict[str, object] = {
        "possible": YES if chosen and not split else NO,
        "opens": max((span.opens for span in chosen), default=None),
        "due": min((span.due for span in chosen), default=None),
        "together": together, "split_off": split, "without_window": free,
    }  # fmt: skip
    found["state"] = state_on(inquiry.day, found)
    text = f"one filing from {found['opens']} to {found['due']} is in time for {len(chosen)}"
    if not chosen:
        text = "no reseller named has a window"
    elif split:
        text += f"; {', '.join(split)} to be filed apart"
    return Answer(found, (inquiry.law.reason(COMPILED, text),)).resting_on(*answers.values())


def most_together(spans: list[Span]) -> list[Span]:
    """Give as many windows as share a day; of several such choices, the one that opens first.

    Some first day of a window lies in every common stretch, so only those days are tried.
    """
    days = sorted({span.opens for span in spans})
    groups = [[span for span in spans if span.holds(day)] for day in days]
    return max(groups, key=len, default=[])


def _span(reseller: str, value: object) -> Span | None:
    match value:
        case {"opens": date() as opens, "due": date() as due}:
            return Span(reseller, opens, due)
        case _:
            return None
