"""What a training report holds, item by item, and what is still missing of it (7.308(d)(1))."""

from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Model, Person, Report, Transaction
from knowntenant.facts.types.department import ReportKind
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, YES_NO, ListOf, Shape
from knowntenant.persons.kind import kind_of
from knowntenant.persons.kind import person as person_told
from knowntenant.training.model import LARGE
from knowntenant.training.parties import foreign_parties
from knowntenant.training.person_items import Item, items_of, items_of_account
from knowntenant.training.transactions import covered

CONTENTS = "training.report_contents"
FINAL = "training.may_finalise"
ITEM = Shape("report item", {"item": TEXT, "of": ID, "clause": TEXT, "gap": YES_NO})
_READINGS = ("D9", "D16", "D17")


@decides(
    CONTENTS, Declared(of="transaction", answers=ListOf(ITEM), asks=(LARGE,), readings=_READINGS)
)
def report_contents(inquiry: Inquiry, transaction: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give the items that an initial report of a transaction holds, and which of them are gaps.

    About each foreign person, about the account, and about the training run. Empty where the
    transaction is not covered; while that is open, the report can be prepared all the same.
    """
    told, now = inquiry.one(Transaction, transaction), covered(inquiry, transaction)
    if told is None or now.value is NO:
        reason = inquiry.law.reason(CONTENTS, f"nothing is reported of {transaction}")
        nothing: Answer[tuple[dict[str, object], ...]]
        nothing = Answer((), (reason,)) if told else Answer(UNKNOWN, (reason,))
        return nothing.resting_on(now)
    persons = foreign_parties(inquiry, told)
    found = [(item, person) for person in persons for item in items_of(inquiry, told, person)]
    found += [(item, told.id) for item in items_of_account(inquiry, told)]
    found += [(item, told.model or told.id) for item in run_items(inquiry, told)]
    rows = tuple(_row(inquiry, item, of) for item, of in found)
    because = tuple(
        Reason(f"{'missing' if row['gap'] is YES else 'there'}: {row['item']} of {row['of']}",
               (str(row["clause"]),))
        for row in rows
    )  # fmt: skip
    flags = () if persons else (f"by or for whom {transaction} is made has not been told",)
    return Answer(rows, because, (inquiry.law.reading("D9"),), flags).resting_on(now)


def run_items(inquiry: Inquiry, told: Transaction) -> Iterator[Item]:
    """Give the items asked about the training run.

    D9, 'accelerator-model': make and model of the accelerators; 'ai-model': the name of the main
    AI model; 'both': either.
    """
    model = inquiry.one(Model, told.model) if told.model else None
    choice = inquiry.law.reading("D9").choice
    yield "operations", bool(model and (model.operations or model.operations_high))
    yield "start_date", bool(model and model.starts_on)
    yield "completion_date", bool(model and model.completes_on)
    yield "training_practices", bool(model and model.practices)
    if choice != "ai-model":
        yield "accelerators", bool(model and model.accelerators)
    if choice != "accelerator-model":
        yield "ai_model", bool(model and model.ai_model)
    yield "weights_policy", bool(model and model.weights_policy)
    yield "security_events", bool(model and model.events_answered is YES)


@decides(FINAL, Declared(of="report", answers=YES_NO, asks=(LARGE,), readings=_READINGS))
def may_finalise(inquiry: Inquiry, report: str) -> Answer[Verdict]:
    """Say whether a training report may count as final.

    Only when a named human being certifies that it is true, correct and complete. Items that an
    initial report still lacks are flags: the certifier answers for them.
    """
    told = inquiry.one(Report, report)
    if told is None:
        text = f"nothing is told of {report}"
        return Answer(UNKNOWN, (inquiry.law.reason(FINAL, text),))
    verdict, text = _certified(inquiry, told)
    initial = told.kind is ReportKind.INITIAL and told.about
    rows = report_contents(inquiry, told.about).value if initial and told.about else ()
    reason = inquiry.law.reason(FINAL, text, told.refs)
    return Answer(verdict, (reason,), flags=tuple(_gaps(rows)))


def _certified(inquiry: Inquiry, told: Report) -> tuple[Verdict, str]:
    if told.certified is not YES or told.certified_by is None:
        return NO, f"nobody certifies {told.id} as true, correct and complete"
    who = told.certified_by
    if kind_of(inquiry, who) is PersonKind.ENTITY:
        return NO, f"{who}, who certifies {told.id}, is no human being"
    person: Person | None = person_told(inquiry, who)
    if person is None or not person.name or kind_of(inquiry, who) is None:
        return UNKNOWN, f"that {who}, who certifies {told.id}, is a named human being is not shown"
    return YES, f"{who} certifies {told.id} as true, correct and complete"


def _gaps(rows: object) -> Iterator[str]:
    for row in rows if isinstance(rows, tuple) else ():
        if row["gap"] is YES:
            yield f"not complete: {row['item']} of {row['of']}"


def row_of(item: str, of: str, clause: str, *, there: bool) -> dict[str, object]:
    """Make the row of an item: of whom or what, asked by which clause, a gap or not."""
    return {"item": item, "of": of, "clause": clause, "gap": NO if there else YES}


def _row(inquiry: Inquiry, item: Item, of: str) -> dict[str, object]:
    name, there = item
    clause = ", ".join(inquiry.law.cite(CONTENTS, part=name))
    return row_of(name, of, clause, there=there)
