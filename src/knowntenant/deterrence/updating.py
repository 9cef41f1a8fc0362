"""What calls for an update of an ADP, and whether one followed (7.306(b)(4))."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.declaration import Fact
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import (
    Adp,
    AdpChange,
    Change,
    Finding,
    Product,
    Report,
    Reseller,
    RiskChange,
)
from knowntenant.facts.types.changes import ChangeKind
from knowntenant.facts.types.department import ReportKind
from knowntenant.facts.types.deterrence import RISK_FACTOR, RiskFactor
from knowntenant.facts.types.resellers import FindingKind
from knowntenant.law.answer import NO, UNKNOWN, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, ListOf, Shape

UPDATES = "deterrence.updates_due"
UPDATE = Shape("ADP update", {"factor": RISK_FACTOR, "change": ID, "since": DAY, "clause": TEXT})
NO_DEADLINE = "no deadline in the text: regularly"
Row = dict[str, object]

_FACTOR: Mapping[ChangeKind, RiskFactor] = {
    ChangeKind.ACQUISITION: RiskFactor.BUSINESS,
    ChangeKind.MERGER: RiskFactor.BUSINESS,
    ChangeKind.RESTRUCTURING: RiskFactor.BUSINESS,
    ChangeKind.OPERATIONS: RiskFactor.BUSINESS,
    ChangeKind.NEW_SERVICE: RiskFactor.ACCOUNT_TYPES,
    ChangeKind.THREAT: RiskFactor.ATTACK_METHODS,
}
"""Which factor a change at the provider bears on; a change of contact or program bears on none."""


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """Something that an ADP has to follow: the day it was learned, what, and the fact's id."""

    since: date
    factor: RiskFactor
    change: str
    facts: tuple[str, ...]


@decides(UPDATES, Declared(of="adp", answers=ListOf(UPDATE)))
def updates_due(inquiry: Inquiry, adp: str) -> Answer[tuple[Row, ...]]:
    """Give what happened since an ADP was set up and no update of it has answered.

    Factor, the fact that tells of it, the day it was learned, and its clause. What was known when
    the ADP was set up counts as built in. The text says regularly and gives no period.
    """
    told = inquiry.one(Adp, adp)
    if told is None:
        return Answer(UNKNOWN, (inquiry.law.reason(UPDATES, f"no ADP {adp} is told"),))
    open_ = [t for t in triggers(inquiry, told) if not _answered(inquiry, adp, t)]
    reasons = tuple(_because(inquiry, adp, trigger) for trigger in open_)
    rows: tuple[Row, ...] = tuple(
        {"factor": t.factor, "change": t.change, "since": t.since, "clause": reason.clauses[0]}
        for t, reason in zip(open_, reasons, strict=True)
    )
    current = (inquiry.law.reason(UPDATES, f"{adp} is up to date", told.refs, part="update"),)
    return Answer(rows, reasons or current, flags=(NO_DEADLINE,) if rows else ())


def triggers(inquiry: Inquiry, adp: Adp) -> list[Trigger]:
    """Give what was learned after an ADP was set up and bears on it, in order."""
    begun = inquiry.day_of(adp.begun)
    found = {*_stated(inquiry, adp), *_lived(inquiry, adp), *_business(inquiry, adp)}
    return sorted(trigger for trigger in found if begun < trigger.since <= inquiry.day)


def _stated(inquiry: Inquiry, adp: Adp) -> Iterator[Trigger]:
    """Give the changes of risk that somebody recorded, unless judged immaterial."""
    for change in inquiry.every(RiskChange):
        ours = change.adp is None or change.adp == adp.id
        if ours and change.factor is not None and change.material is not NO:
            yield _trigger(inquiry, change.factor, change.id, change)


def _lived(inquiry: Inquiry, adp: Adp) -> Iterator[Trigger]:
    """Give the malicious use that was found or reported: the provider's own experience."""
    for finding in inquiry.every(Finding):
        ours = adp.reseller in (None, finding.reseller)
        if ours and finding.kind is FindingKind.MALICIOUS_USE:
            yield _trigger(inquiry, RiskFactor.EXPERIENCE, finding.id, finding)
    for report in inquiry.every(Report):
        ours = adp.reseller in (None, report.reseller)
        if ours and report.kind is ReportKind.MALICIOUS_ACTIVITY:
            yield _trigger(inquiry, RiskFactor.EXPERIENCE, report.id, report)


def _business(inquiry: Inquiry, adp: Adp) -> Iterator[Trigger]:
    """Give changes of the business; new products and resellers bear on the provider's ADP only."""
    for change in inquiry.every(Change):
        factor = _FACTOR.get(change.kind) if change.kind else None
        if factor and change.reseller == adp.reseller and change.significant is not NO:
            yield _trigger(inquiry, factor, change.id, change)
    if adp.reseller is None:
        for product in inquiry.every(Product):
            yield _trigger(inquiry, RiskFactor.ACCOUNT_TYPES, product.id, product)
        for reseller in inquiry.every(Reseller):
            yield _trigger(inquiry, RiskFactor.BUSINESS, reseller.id, reseller)


def _trigger(inquiry: Inquiry, factor: RiskFactor, id_: str, fact: Fact) -> Trigger:
    return Trigger(inquiry.day_of(fact.records[0].learned), factor, id_, fact.refs)


def _answered(inquiry: Inquiry, adp: str, trigger: Trigger) -> bool:
    """Tell whether a change of the ADP, made once the trigger was known, answers it."""
    return any(
        (change.answers is None or trigger.change in change.answers)
        and inquiry.day_of(change.begun) >= trigger.since
        for change in inquiry.where(AdpChange, adp=adp)
    )


def _because(inquiry: Inquiry, adp: str, trigger: Trigger) -> Reason:
    text = f"{adp} has not followed {trigger.change}, known since {trigger.since}"
    return inquiry.law.reason(UPDATES, text, trigger.facts, part=trigger.factor)
