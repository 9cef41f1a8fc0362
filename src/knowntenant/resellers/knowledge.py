"""What the provider knew about a reseller and when: on its face, or entered as knowledge (D34)."""

from dataclasses import dataclass
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.record import Record
from knowntenant.facts.types import Finding, Knowledge, Remediation
from knowntenant.facts.types.knowledge import Element, Knower
from knowntenant.facts.types.resellers import Extent
from knowntenant.law.answer import NO, YES, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Learned:
    """Something that the provider learned of a reseller: the day, what, of which finding."""

    day: date
    what: str
    finding: str
    facts: tuple[str, ...]


def findings(inquiry: Inquiry, reseller: str) -> list[Learned]:
    """Give the evidence received against a reseller, by the day on which it was learned."""
    found = [
        Learned(_learned(inquiry, f, "reseller"), f.kind or "other", f.id, f.refs)
        for f in inquiry.where(Finding, reseller=reseller)
    ]
    return _by(inquiry, found)


def knowledge(inquiry: Inquiry, reseller: str) -> list[Learned]:
    """Give the days on which the provider knew that an issue was not remediated, or of raised risk.

    D34, 'facts-on-their-face': a finding that says so is knowledge from the day it was learned,
    and what it says later does not undo that; 'declared-only': only a knowledge entry is. A
    reseller's own knowledge is kept apart.
    """
    own = inquiry.where(Finding, reseller=reseller)
    subjects = (reseller, *(finding.id for finding in own))
    found = [
        Learned(_learned(inquiry, k, "of"), str(k.of), about if about != reseller else "", k.refs)
        for about in subjects
        for k in _entries(inquiry, about)
        if k.by is not Knower.RESELLER and k.of in (Element.NOT_REMEDIATED, Element.INCREASED_RISK)
    ]
    if inquiry.law.reading("D34").choice != "declared-only":
        for finding in own:
            found += _on_its_face(inquiry, finding)
    return _by(inquiry, found)


def remediations(inquiry: Inquiry, reseller: str) -> list[Learned]:
    """Give the evidence of remediation by the day the provider had it; `what` is its extent.

    A finding that says later that it was remediated is such evidence, in full, of itself.
    """
    own = inquiry.where(Finding, reseller=reseller)
    told = list(inquiry.where(Remediation, reseller=reseller))
    for finding in own:  # whoever names the finding need not name the reseller again
        of_it = inquiry.where(Remediation, finding=finding.id)
        told += [remediation for remediation in of_it if remediation.reseller is None]
    found = [
        Learned(_learned(inquiry, r, "extent"), r.extent or Extent.FULL, r.finding or "", r.refs)
        for r in told
    ]
    for finding in own:
        found += _said(inquiry, finding, "remediated", YES, Extent.FULL)
    return _by(inquiry, found)


def imputed(inquiry: Inquiry, reseller: str, unresolved: list[Learned]) -> tuple[str, ...]:
    """Give the flags of open alerts that may amount to knowledge; a person decides that (D34).

    What was known of the reseller as a whole before an alert came does not settle that alert.
    """
    known = knowledge(inquiry, reseller)
    whole = max((entry.day for entry in known if not entry.finding), default=date.min)
    named = {entry.finding for entry in known}
    open_ = [f.finding for f in unresolved if f.finding not in named and f.day > whole]
    return tuple(f"possible imputed knowledge: finding {id_} is unresolved" for id_ in open_)


def _by(inquiry: Inquiry, found: list[Learned]) -> list[Learned]:
    """Give what had been learned by the day asked about, in order: later news was not known."""
    return sorted(entry for entry in found if entry.day <= inquiry.day)


def _entries(inquiry: Inquiry, about: str) -> list[Knowledge]:
    return [entry for entry in inquiry.every(Knowledge) if entry.about == about]


def _on_its_face(inquiry: Inquiry, finding: Finding) -> list[Learned]:
    return [
        *_said(inquiry, finding, "remediated", NO, Element.NOT_REMEDIATED),
        *_said(inquiry, finding, "increases_risk", YES, Element.INCREASED_RISK),
    ]


def _said(
    inquiry: Inquiry, finding: Finding, field: str, value: Verdict, what: str
) -> list[Learned]:
    """Give each time that a finding was told with a value: what was known once, was known."""
    told = [record for record in finding.records if record.values.get(field) is value]
    return [Learned(_day(inquiry, r, field), what, finding.id, (r.ref,)) for r in told]


def _learned(inquiry: Inquiry, fact: Finding | Knowledge | Remediation, field: str) -> date:
    return _day(inquiry, fact.told(field) or fact.records[0], field)


def _day(inquiry: Inquiry, record: Record, field: str) -> date:
    return inquiry.day_of(record.first_learned(field))
