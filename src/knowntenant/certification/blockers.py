"""What would stop a certification from being signed today (7.304(a), (b), (e))."""

from collections.abc import Iterator

from knowntenant.certification.attestations import ATTESTATIONS
from knowntenant.certification.filers import (
    MUTING,
    filer,
    foreign_resellers,
    muted,
    open_resellers,
)
from knowntenant.certification.items import FORM, REGISTER, missing_of, register_rows
from knowntenant.certification.notifications import chain_of
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ResellerSubmission
from knowntenant.law.answer import YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, ListOf, Shape

BLOCKERS = "certification.blockers"
SUBMISSIONS = "certification.reseller_submissions"
UNVERIFIED = "unverified_accounts"
RESELLER_FORM = "reseller_form"
ROW = Shape("blocker", {"item": TEXT, "clause": TEXT, "why": TEXT})
HANDED_IN = Shape("submission", {"reseller": ID, "submitted_on": DAY, "missing": ListOf(TEXT)})
_READINGS = ("D2", "D10", "D11", "D17", "D26", "D27", "D36")
Blocker = tuple[str, str, str]
"""The field or statement, its clause, and why it cannot be signed."""


@decides(
    BLOCKERS,
    Declared(
        answers=ListOf(ROW),
        takes={"of": ID},
        asks=(FORM, ATTESTATIONS, REGISTER, *MUTING),
        readings=_READINGS,
    ),
)
def blockers(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give what would stop the certification of the provider, or of a reseller, being signed today.

    Every field of the form that is empty or open, every unverified account without a column such
    as the day on which it ends, every yearly statement that the record does not support (once
    something was filed), and every foreign reseller that handed in nothing.
    """
    who = filer(inquiry, of)
    form, stated = inquiry.ask(FORM, of), inquiry.ask(ATTESTATIONS, of)
    found = [*_fields(inquiry, who, form), *_register(inquiry, who, form)]
    if chain_of(inquiry, who).last is not None:
        found += _statements(stated)
    if not who and form.value:
        found += _resellers(inquiry)
    rows = tuple(_row(blocker) for blocker in found)
    reasons = tuple(Reason(f"{item}: {why}", (clause,)) for item, clause, why in found)
    nothing = (inquiry.law.reason(BLOCKERS, "nothing stands in the way of signing"),)
    return Answer(rows, reasons or nothing, form.readings, form.flags)


@decides(
    SUBMISSIONS,
    Declared(
        answers=ListOf(HANDED_IN),
        asks=(FORM, *MUTING),
        readings=_READINGS,
    ),
)
def reseller_submissions(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give, for each foreign reseller, when it handed in its data and which fields are missing.

    Resellers for whom an exemption silences the filings are left out. Of whom it is open whether
    they are foreign is flagged.
    """
    rows: list[dict[str, object]] = []
    reasons: list[Reason] = []
    for reseller in foreign_resellers(inquiry):
        form = inquiry.ask(FORM, reseller)
        if not form.value:
            continue
        told = inquiry.one(ResellerSubmission, reseller)
        missing = tuple(str(row["item"]) for row in _rows(form) if row["gap"])
        day = inquiry.day_of(told.records[-1].happened) if told else None
        rows.append({"reseller": reseller, "submitted_on": day, "missing": missing})
        text = f"{reseller}: {len(missing)} fields of its form are missing"
        reasons.append(inquiry.law.reason(SUBMISSIONS, text, told.refs if told else ()))
    nobody = (inquiry.law.reason(SUBMISSIONS, "no form is due for any foreign reseller"),)
    flags = tuple(f"whether {one} is foreign is open" for one in open_resellers(inquiry))
    return Answer(tuple(rows), tuple(reasons) or nobody, flags=flags)


def _fields(inquiry: Inquiry, of: str, form: Answer[object]) -> Iterator[Blocker]:
    apart = bool(list(_register(inquiry, of, form)))
    for row in _rows(form):
        if row["gap"] and not (apart and row["item"] == UNVERIFIED):
            yield str(row["item"]), str(row["clause"]), str(row["gap"])


def _register(inquiry: Inquiry, of: str, form: Answer[object]) -> Iterator[Blocker]:
    """Give each column that an unverified account lacks, with the clause of that column."""
    for row in register_rows(inquiry, of) if form.value else ():
        for column in missing_of(row):
            (clause, *_) = inquiry.law.cite(REGISTER, column)
            yield UNVERIFIED, clause, f"{row['account']}: {column} is missing"


def _statements(stated: Answer[object]) -> Iterator[Blocker]:
    for row in _rows(stated):
        if row["supported"] is not YES:
            yield str(row["attestation"]), str(row["clause"]), str(row["why"])


def _resellers(inquiry: Inquiry) -> Iterator[Blocker]:
    (clause, *_) = inquiry.law.cite(BLOCKERS, RESELLER_FORM)
    for reseller in foreign_resellers(inquiry):
        if muted(inquiry, reseller) is None and inquiry.one(ResellerSubmission, reseller) is None:
            yield RESELLER_FORM, clause, f"{reseller} has handed in nothing for its form"


def _row(blocker: Blocker) -> dict[str, object]:
    item, clause, why = blocker
    return {"item": item, "clause": clause, "why": why}


def _rows(answer: Answer[object]) -> tuple[dict[str, object], ...]:
    return answer.value if isinstance(answer.value, tuple) else ()
