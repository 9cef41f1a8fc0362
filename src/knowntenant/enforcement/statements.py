"""Statements live on until their maker tells the Department otherwise (7.309(b), D14, D35)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import (
    AdpChange,
    Change,
    Exemption,
    Report,
    RiskChange,
    Statement,
    StatementChange,
)
from knowntenant.facts.types.changes import ChangeKind
from knowntenant.facts.types.deterrence import ExemptionState
from knowntenant.facts.types.enforcement import Recipient, StatementKind
from knowntenant.law.answer import NO, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, ListOf, Shape, choice
from knowntenant.scope.notices import notified, state_since

CONTINUING = "enforcement.continuing_statements"
CORRECTION_DUE, NOTICES = "training.correction_due", "deterrence.notices_due"
NO_DEADLINE = "no deadline in the text for telling the Department"
CHECK_AGAIN = "a planned day slipped: check again whether the transaction is covered"
_IN_KIND = (None, StatementKind.OTHER)
_OF_CHANGES = ("change", "reseller_change")
_BUSINESS = (
    ChangeKind.ACQUISITION, ChangeKind.MERGER, ChangeKind.OPERATIONS, ChangeKind.RESTRUCTURING,
)  # fmt: skip


class Remedy(StrEnum):
    """What puts a statement that is so no longer right."""

    NOTIFY = "notify"
    UPDATE = "update"
    NOTE_AND_UPDATE = "note_and_update"
    CORRECTED_REPORT = "corrected_report"


REMEDY = choice("remedy", "what puts a statement right", Remedy)
OVERTAKEN = Shape(
    "overtaken statement",
    {"statement": ID, "change": ID, "changed": DAY, "remedy": REMEDY, "clause": TEXT, "due": DAY},
)


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A statement that a change overtook: since when, what puts it right, by which clause part."""

    statement: str
    change: str
    changed: date
    remedy: Remedy
    part: str
    facts: tuple[str, ...]
    due: date | None = None


@decides(
    CONTINUING,
    Declared(
        answers=ListOf(OVERTAKEN), takes={"of": ID}, asks=(CORRECTION_DUE, NOTICES),
        readings=("D14", "D35"),
    ),
)  # fmt: skip
def continuing_statements(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give the statements to the Department that a change overtook and that nobody corrected yet.

    Each lives on until the Department is told. D14: every material change of program or business
    is told ('any-material-change'), or only one after which no program is needed ('literal').
    Who holds an exemption tells of changes of the ADP, and of business bearing on it, as well:
    facts adp_change, risk_change and change show them. A
    planned day that slips is noted and updated, or corrected by a report (D35). `of` narrows it.
    """
    found = [o for o in (*_stated(inquiry), *_held(inquiry)) if of in ("", o.statement)]
    taken = (inquiry.law.reading("D14"), inquiry.law.reading("D35"))
    rows: tuple[dict[str, object], ...] = tuple(
        {
            "statement": o.statement, "change": o.change, "changed": o.changed,
            "remedy": o.remedy, "clause": inquiry.law.cite(CONTINUING, o.part)[0], "due": o.due,
        }
        for o in found
    )  # fmt: skip
    reasons = tuple(
        inquiry.law.reason(CONTINUING, f"{o.statement}: {o.change} overtook it", o.facts, part=part)
        for o in found
        for part in dict.fromkeys((o.part, "continuing"))
    )
    nothing = (inquiry.law.reason(CONTINUING, "no statement is overtaken", part="continuing"),)
    flags = (*_flags(found), *_unjudged(inquiry, of))
    return Answer(rows, reasons or nothing, taken, flags)


def _flags(found: list[Overtaken]) -> tuple[str, ...]:
    silent = (NO_DEADLINE,) if any(o.due is None for o in found) else ()
    slipped = any(o.part == "planned_day" for o in found)
    return (*silent, *((CHECK_AGAIN,) if slipped else ()))


def _stated(inquiry: Inquiry) -> Iterator[Overtaken]:
    """Give the statements told as such that a change overtook."""
    for change in inquiry.every(StatementChange):
        made = inquiry.one(Statement, change.statement) if change.statement else None
        is_told = change.told_on is not None and change.told_on <= inquiry.day
        if made is not None and made.made_to in (None, Recipient.DEPARTMENT) and not is_told:
            yield _of_change(inquiry, made, change)


def _of_change(inquiry: Inquiry, made: Statement, change: StatementChange) -> Overtaken:
    changed = inquiry.day_of(change.begun)
    refs = (*made.refs, *change.refs)
    plain = Overtaken(made.id, change.id, changed, Remedy.UPDATE, "continuing", refs)
    if change.planned_day is YES:
        return _slipped(inquiry, made, plain)
    if made.kind is StatementKind.ADP and change.material is not NO and _is_exempt(inquiry):
        return replace(plain, remedy=Remedy.NOTIFY, part="exemption")  # whatever the reading of D14
    literal = inquiry.law.reading("D14").choice == "literal"
    counts = change.ends_need is YES if literal else change.material is not NO
    if made.kind in _IN_KIND or not counts:
        return plain
    return replace(plain, remedy=Remedy.NOTIFY, part="material_change")


def _is_exempt(inquiry: Inquiry) -> bool:
    """Tell whether anybody holds an exemption, and so tells of changes of the ADP behind it."""
    return any(held.state is ExemptionState.GRANTED for held in inquiry.every(Exemption))


def _slipped(inquiry: Inquiry, made: Statement, plain: Overtaken) -> Overtaken:
    """Give what a slipped planned day calls for (D35); a report of training has a day for it."""
    if inquiry.law.reading("D35").choice != "corrected-report":
        return replace(plain, remedy=Remedy.NOTE_AND_UPDATE, part="planned_day")
    is_report = made.about is not None and inquiry.one(Report, made.about) is not None
    due = inquiry.ask(CORRECTION_DUE, made.about or "").value if is_report else None
    day = due if isinstance(due, date) else None
    return replace(plain, remedy=Remedy.CORRECTED_REPORT, part="planned_day", due=day)


def _held(inquiry: Inquiry) -> Iterator[Overtaken]:
    """Give what holders of an exemption have to tell: changes of the ADP or of business on it."""
    for held in inquiry.every(Exemption):
        if held.state is not ExemptionState.GRANTED:
            continue
        since = state_since(inquiry, held)
        yield from (_told_of(inquiry, held, change) for change in _of_adp(inquiry, held))
        for change in _of_business(inquiry, held):
            changed = inquiry.day_of(change.begun)
            if changed >= since and not notified(inquiry, held.id, change.id, changed):
                yield _told_of(inquiry, held, change)


def _of_adp(inquiry: Inquiry, held: Exemption) -> list[AdpChange]:
    """Give the changes of the ADP of which keeping the exemption calls for a notice."""
    told = [inquiry.one(AdpChange, id_) for id_ in _called_for(inquiry, held, *_OF_CHANGES)]
    return [change for change in told if change is not None]


def _unjudged(inquiry: Inquiry, of: str) -> Iterator[str]:
    """Give a flag for each change of an ADP of which nobody has said whether it is significant."""
    for held in inquiry.every(Exemption):
        for id_ in _called_for(inquiry, held, "judge_change") if of in ("", held.id) else ():
            yield f"{held.id}: whether {id_} is significant is not told"


def _called_for(inquiry: Inquiry, held: Exemption, *notices: str) -> list[str]:
    """Give what the notices of some kinds, which an exemption calls for, are about."""
    rows = inquiry.ask(NOTICES, held.id).value
    found = rows if isinstance(rows, tuple) else ()
    return [str(row["about"]) for row in found if row["notice"] in notices]


def _of_business(inquiry: Inquiry, held: Exemption) -> Iterator[RiskChange | Change]:
    """Give the material changes of risk or business that bear on the ADP behind an exemption."""
    for risk in inquiry.every(RiskChange):
        if risk.material is YES and risk.adp in (None, held.adp):
            yield risk
    for business in inquiry.every(Change):
        ours = business.reseller == held.reseller and business.kind in _BUSINESS
        if ours and business.significant is YES:
            yield business


def _told_of(
    inquiry: Inquiry, held: Exemption, change: AdpChange | RiskChange | Change
) -> Overtaken:
    refs, changed = (*held.refs, *change.refs), inquiry.day_of(change.begun)
    return Overtaken(held.id, change.id, changed, Remedy.NOTIFY, "exemption", refs)
