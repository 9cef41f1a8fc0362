"""When the yearly certification may go in, for provider and resellers (7.304(b) s.2, (f) s.2)."""

from datetime import date
from enum import StrEnum

from knowntenant.certification.filers import MUTING, filer, muted
from knowntenant.certification.notifications import Chain, chain_of, deadline_of
from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, Shape, choice

WINDOW = "certification.window"


class WindowState(StrEnum):
    """Where a day lies: before the window, in it, or after it."""

    NOT_YET = "not_yet"
    OPEN = "open"
    LATE = "late"


WINDOW_STATE = choice("window state", "where a day lies", WindowState, refused=WindowState.NOT_YET)
SHAPE = Shape("window", {"previous": DAY, "opens": DAY, "due": DAY, "state": WINDOW_STATE})


@decides(
    WINDOW,
    Declared(
        answers=SHAPE,
        takes={"of": ID, "filing_day": DAY},
        asks=MUTING,
        readings=("D2", "D36"),
    ),
)
def window(
    inquiry: Inquiry, of: str = "", filing_day: date | None = None
) -> Answer[dict[str, object]]:
    """Give the window of the next yearly certification of the provider, or of a foreign reseller.

    Its last day is one year after the previous first or yearly notification (29 February: on
    28 February), its first day 60 calendar days earlier. `state` says whether a filing on
    `filing_day`, else on the day asked about, is too early (not_yet), in time (open), or late.
    All of it is none before a first notification, and while an exemption stands.
    """
    who = filer(inquiry, of)
    silenced = muted(inquiry, who)
    chain = chain_of(inquiry, who, filing_day)
    if silenced is not None:
        text = f"an exemption silences the certifications of {who or 'the provider'}"
        reason = inquiry.law.reason(WINDOW, text, part=_part(who))
        return Answer(_shape(None, None), (reason,), flags=("exempt",)).resting_on(silenced)
    if chain.last is None:
        text = f"nothing was filed for {who or 'the provider'} yet, so no year is running"
        reason = inquiry.law.reason(WINDOW, text, part=_part(who))
        return Answer(_shape(None, None), (reason,), flags=("no previous notification",))
    found = _shape(chain.last.day, deadline_of(inquiry, who).window(chain.last.day))
    found["state"] = state_on(filing_day or inquiry.day, found)
    text = f"last notified on {chain.last.day}, so from {found['opens']} to {found['due']}"
    reason = Reason(text, inquiry.law.cite(WINDOW, _part(who)), chain.last.facts)
    return Answer(found, (reason,), flags=_early(chain))


def state_on(day: date, found: dict[str, object]) -> WindowState | None:
    """Say where a day lies to a window, both of whose days are within; None where there is none."""
    opens, due = found["opens"], found["due"]
    if not isinstance(opens, date) or not isinstance(due, date):
        return None
    if day < opens:
        return WindowState.NOT_YET
    return WindowState.LATE if day > due else WindowState.OPEN


def _shape(previous: date | None, days: tuple[date, date] | None) -> dict[str, object]:
    opens, due = days or (None, None)
    return {"previous": previous, "opens": opens, "due": due, "state": None}


def _part(of: str) -> str:
    return "reseller" if of else "provider"


def _early(chain: Chain) -> tuple[str, ...]:
    last = chain.last.day if chain.last else date.min
    return tuple(
        f"{filed.id} was filed before the window opened and is no yearly certification"
        for filed in chain.early
        if filed.day > last
    )
