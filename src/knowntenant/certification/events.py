"""Changes at the provider and its resellers that may have to be told in between (7.304(c), D28)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from knowntenant.certification.filers import OWN
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.record import Record
from knowntenant.facts.types import Change, ProgramVersion, ResellerSubmission
from knowntenant.facts.types.changes import ChangeKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.scope.foreign_resellers import dealt_with


class Told(StrEnum):
    """What the notice is about; or, for an exempt provider, that its ADP is looked at instead."""

    SIGNIFICANT_CHANGE = "significant_change"
    MATERIAL_CIP_CHANGE = "material_cip_change"
    PRIMARY_CONTACT = "primary_contact"
    NEW_SERVICE = "new_service"
    THREAT = "threat"
    ADP_REVIEW = "adp_review"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that may have to be told: its id, what it is, whose, when, on which facts.

    judged_by: the role of who judged that it matters, '' where it is not told.
    """

    trigger: str
    what: str
    of: str
    kind: Told
    notify: Verdict
    happened: date
    facts: tuple[str, ...]
    judged_by: str = ""


def events(inquiry: Inquiry) -> Iterator[Event]:
    """Give every change that is to be told, or may be; those judged not to matter are left out."""
    seen: set[tuple[str, date]] = set()
    for change in inquiry.every(Change):
        event = _of_change(inquiry, change)
        if event is not None and event.notify is not NO:
            seen |= {(event.of, event.happened)} if event.kind is Told.PRIMARY_CONTACT else set()
            yield event
    yield from _of_versions(inquiry)
    yield from (e for e in _of_contacts(inquiry) if (e.of, e.happened) not in seen)


def _of_change(inquiry: Inquiry, change: Change) -> Event | None:
    of, what = change.reseller or OWN, change.kind or ChangeKind.OPERATIONS
    foreign = dealt_with(inquiry, of).value if of else YES
    if foreign is NO:
        return None
    kind, notify = _judged(inquiry, change, what)
    if foreign is UNKNOWN and notify is YES:
        notify = UNKNOWN
    happened = inquiry.day_of(change.begun)
    role = (change.judged_by or "") if change.significant is YES else ""
    return Event(change.id, what, of, kind, notify, happened, change.refs, role)


def _judged(inquiry: Inquiry, change: Change, what: ChangeKind) -> tuple[Told, Verdict]:
    """Say what kind of notice a change calls for, and whether it does."""
    judged = change.significant or UNKNOWN
    at_once = inquiry.law.reading("D28").choice == "also-at-once"
    match what:
        case ChangeKind.PRIMARY_CONTACT:
            return Told.PRIMARY_CONTACT, YES
        case ChangeKind.PROGRAM:
            return Told.MATERIAL_CIP_CHANGE, judged
        case ChangeKind.NEW_SERVICE if judged is not YES:
            return Told.NEW_SERVICE, YES if at_once else NO
        case ChangeKind.THREAT:
            return Told.THREAT, YES if at_once else NO
        case ChangeKind.ACQUISITION | ChangeKind.MERGER if not change.reseller:
            return Told.SIGNIFICANT_CHANGE, NO if judged is NO else YES
        case _:
            return Told.SIGNIFICANT_CHANGE, judged


def _of_versions(inquiry: Inquiry) -> Iterator[Event]:
    """Give the versions of the written program that change it materially, or perhaps do."""
    versions = sorted(inquiry.every(ProgramVersion), key=lambda v: (inquiry.day_of(v.begun), v.id))
    for number, version in enumerate(versions):
        judged = version.material or UNKNOWN
        if judged is YES or (judged is UNKNOWN and number):
            happened = inquiry.day_of(version.begun)
            kind = Told.MATERIAL_CIP_CHANGE
            yield Event(version.id, "program", OWN, kind, judged, happened, version.refs)


def _of_contacts(inquiry: Inquiry) -> Iterator[Event]:
    """Give the resellers whose submissions named one Primary Contact and then another."""
    for told in inquiry.every(ResellerSubmission):
        foreign = dealt_with(inquiry, told.reseller).value
        named = [(r.values["contact_name"], r) for r in told.records if "contact_name" in r.values]
        for (before, _), (after, record) in pairwise(named):
            if before is not None and before != after and foreign is not NO:
                yield _new_contact(inquiry, told.reseller, record, foreign)


def _new_contact(inquiry: Inquiry, reseller: str, record: Record, foreign: object) -> Event:
    what, kind = ChangeKind.PRIMARY_CONTACT, Told.PRIMARY_CONTACT
    happened = inquiry.day_of(record.happened)
    notify = YES if foreign is YES else UNKNOWN
    return Event(reseller, what, reseller, kind, notify, happened, (record.ref,))
