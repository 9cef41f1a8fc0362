"""The certification form as it could be filed today, and what changed since the last (7.304(a))."""

from datetime import date

from knowntenant.certification.filers import MUTING, filer, muted
from knowntenant.certification.items import FORM, GAPS, ITEMS, REGISTER, Filled, fill
from knowntenant.certification.notifications import chain_of
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ProgramVersion
from knowntenant.law.answer import Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, ListOf, Shape
from knowntenant.law.pack import Entry

UPDATES = "certification.updates"
OWNERS_OF_PROVIDER, OWNERS_OF_CUSTOMERS = "owners_of_provider", "owners_of_customers"
LEFT_OUT = {
    "owners-of-provider": OWNERS_OF_CUSTOMERS,
    "owners-of-customers": OWNERS_OF_PROVIDER,
}
"""Which of the two groups a reading of D10 leaves out; 'ask-both' gives both, kept apart."""
BOTH_NOTE = "note for the filing: the field may mean either group of owners, so both are given"
ROW = Shape(
    "form field",
    {"item": TEXT, "label": TEXT, "clause": TEXT, "value": TEXT, "source": TEXT, "gap": TEXT},
)
CHANGED = Shape("changed field", {"item": TEXT, "clause": TEXT, "was": TEXT, "now": TEXT})
_ASKS = (GAPS, REGISTER, *MUTING)
_READINGS = ("D2", "D10", "D11", "D16", "D17", "D26", "D27", "D36")


@decides(FORM, Declared(answers=ListOf(ROW), takes={"of": ID}, asks=_ASKS, readings=_READINGS))
def form(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give the fields of the certification form of the provider, or of a foreign reseller.

    Descriptions come from the written program, or from what the reseller handed in; numbers are
    counted from facts, or a reseller's own; where places are told too they stand behind the number
    in brackets, '3 (DE: 1, VN: 2)'. `value` is text and empty where nothing can be filled in.
    `gap` says what is missing or open, none where nothing is. Personal data is on file and not
    repeated here. Empty while an exemption stands.
    """
    who = filer(inquiry, of)
    silenced = muted(inquiry, who)
    if silenced is not None:
        text = f"an exemption silences the certifications of {who or 'the provider'}"
        reason = inquiry.law.reason(FORM, text)
        return Answer((), (reason,), flags=("exempt",)).resting_on(silenced)
    filled = {entry: fill(inquiry, who, entry.value) for entry in _entries(inquiry)}
    rows = tuple(_row(entry, field) for entry, field in filled.items())
    reasons = tuple(_reason(entry, field) for entry, field in filled.items())
    taken = tuple(inquiry.law.reading(defect) for defect in ("D10", "D11", "D26"))
    both = taken[0].choice not in LEFT_OUT
    answer = Answer(rows, reasons, taken, (BOTH_NOTE,) if both else ())
    return answer.resting_on(*_unreasoned(filled))


@decides(
    UPDATES,
    Declared(answers=ListOf(CHANGED), takes={"of": ID}, asks=(FORM, *MUTING), readings=_READINGS),
)
def updates(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give the fields of the form that changed since the previous notification, then and now.

    Counted fields are compared as they stood on the two days. The program's words are not kept by
    day, so a version that took effect since then is flagged instead.
    """
    who = filer(inquiry, of)
    last = chain_of(inquiry, who).last
    if last is None:
        text = f"nothing was filed for {who or 'the provider'} yet, so everything is new"
        return Answer((), (inquiry.law.reason(UPDATES, text),), flags=("no previous notification",))
    before = inquiry.on(last.day).ask(FORM, of)
    after = inquiry.ask(FORM, of)
    old, new = _by_item(before.value), _by_item(after.value)
    rows = tuple(
        {"item": item, "clause": row["clause"], "was": was, "now": row["value"]}
        for item, row in new.items()
        if (was := old.get(item, {}).get("value", "")) != row["value"]
    )
    named = ", ".join(str(row["item"]) for row in rows) or "nothing"
    text = f"changed since the notification of {last.day}: {named}"
    reason = Reason(text, inquiry.law.cite(UPDATES), last.facts)
    versions = () if who else _versions_since(inquiry, last.day)
    flags = tuple(f"version {one} took effect since: compare its words" for one in versions)
    return Answer(rows, (reason,), after.readings, flags)


def _entries(inquiry: Inquiry) -> list[Entry]:
    left_out = LEFT_OUT.get(inquiry.law.reading("D10").choice)
    listed = inquiry.law.pack.lists.get(ITEMS, {})
    return [entry for entry in listed.values() if entry.value != left_out]


def _row(entry: Entry, field: Filled) -> dict[str, object]:
    return {
        "item": entry.value, "label": entry.note, "clause": entry.clause,
        "value": field.value, "source": field.source, "gap": field.gap or None,
    }  # fmt: skip


def _reason(entry: Entry, field: Filled) -> Reason:
    text = f"{entry.value}: {field.gap or 'can be filled in'}"
    return Reason(text, (entry.clause,), field.facts)


def _unreasoned(filled: dict[Entry, Filled]) -> list[Answer[object]]:
    """Give the answers that fields rest on, for readings and flags; one reason a field is enough.

    What a count looked at would otherwise bury the form under a reason for every person.
    """
    under = (answer for field in filled.values() for answer in field.rests_on)
    return [Answer(answer.value, (), answer.readings, answer.flags) for answer in under]


def _by_item(value: object) -> dict[str, dict[str, object]]:
    return {row["item"]: row for row in value} if isinstance(value, tuple) else {}


def _versions_since(inquiry: Inquiry, day: date) -> tuple[str, ...]:
    versions = inquiry.every(ProgramVersion)
    return tuple(v.id for v in versions if inquiry.day_of(v.begun) > day)
