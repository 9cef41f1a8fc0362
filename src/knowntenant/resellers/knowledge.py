"""What the provider knew about a reseller and when: on its face, or entered as knowledge (D34)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Finding, Remediation
from knowntenant.facts.types.knowledge import Element
from knowntenant.facts.types.resellers import Extent
from knowntenant.law.answer import YES
from knowntenant.persons.knowing import (
    DECLARED_ONLY,
    Learned,
    declared,
    learned_on,
    on_its_face,
    said,
)


def findings(inquiry: Inquiry, reseller: str) -> list[Learned]:
    """Give the evidence received against a reseller, by the day on which it was learned."""
    found = [
        Learned(learned_on(inquiry, f, "reseller"), f.kind or "other", f.id, f.refs)
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
    limbs = (Element.NOT_REMEDIATED, Element.INCREASED_RISK)
    found = [entry for entry in declared(inquiry, subjects) if entry.what in limbs]
    if inquiry.law.reading("D34").choice != DECLARED_ONLY:
        for finding in own:
            found += on_its_face(inquiry, finding)
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
        Learned(learned_on(inquiry, r, "extent"), r.extent or Extent.FULL, r.finding or "", r.refs)
        for r in told
    ]
    for finding in own:
        found += said(inquiry, finding, "remediated", YES, Extent.FULL)
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
