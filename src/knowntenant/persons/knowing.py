"""What somebody knew, since when and on what basis: entered, or plain from a fact (7.301, D34)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowntenant.facts.declaration import Fact
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.record import Record
from knowntenant.facts.types import Finding, Knowledge, Remediation, ScreeningHit
from knowntenant.facts.types.checks import Disposition
from knowntenant.facts.types.knowledge import Element, Knower
from knowntenant.facts.types.resellers import Extent
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, YES_NO, Shape, choice

KNOWLEDGE = "persons.knowledge"
DECLARED_ONLY = "declared-only"
_OF_RESELLERS = (Element.NOT_REMEDIATED, Element.INCREASED_RISK)
_NOT_BY_LISTS = (
    Element.NOT_REMEDIATED,
    Element.COVERED_TRANSACTION,
    Element.INACCURATE_REPORT,
)


class Basis(StrEnum):
    """What knowledge rests on; possible_imputed: an alert nobody has settled, for a person."""

    DECLARED = "declared"
    ON_ITS_FACE = "on_its_face"
    POSSIBLE_IMPUTED = "possible_imputed"


ELEMENT = choice("element of knowledge", "what was known", Element)
KNOWER = choice("knower", "whose knowledge it is", Knower)
BASIS = choice("basis of knowledge", "what knowledge rests on", Basis)
KNOWN = Shape("knowledge", {"known": YES_NO, "since": DAY, "basis": BASIS})


@dataclass(frozen=True, slots=True, order=True)
class Learned:
    """Something that was learned: the day, what, of which finding, and by which facts."""

    day: date
    what: str
    finding: str
    facts: tuple[str, ...]


@decides(
    KNOWLEDGE,
    Declared(
        of="record", answers=KNOWN, takes={"element": ELEMENT, "by": KNOWER}, readings=("D34",)
    ),
)
def knowledge(
    inquiry: Inquiry, about: str, element: Element, by: Knower = Knower.PROVIDER
) -> Answer[dict[str, object]]:
    """Say whether something was known of somebody or something, since when, on what basis.

    Knowledge is what a person entered as such and, for the provider under D34
    'facts-on-their-face', a fact that plainly shows the point, each from the day it was learned. A
    reseller's knowledge stands apart. Unknown while only an open alert points there, which may
    be knowledge imputed to the provider: a person decides. 'declared-only': entries alone count.
    """
    taken = inquiry.law.reading("D34")
    own = findings_of(inquiry, about)
    faces = by is Knower.PROVIDER and taken.choice != DECLARED_ONLY
    shown = [one for finding in own for one in on_its_face(inquiry, finding)] if faces else []
    entered = list(declared(inquiry, (about, *(finding.id for finding in own)), by))
    found = [(one.day, basis, one.facts) for basis, all_ in (
        (Basis.DECLARED, entered), (Basis.ON_ITS_FACE, shown),
    ) for one in all_ if one.what == element and one.day <= inquiry.day]  # fmt: skip
    if found:
        since, basis, facts = min(found)
        value: dict[str, object] = {"known": YES, "since": since, "basis": basis}
        text = f"{element} of {about}: known to the {by} since {since}, {basis}"
        return Answer(value, (_reason(inquiry, text, facts),), (taken,))
    alerts = tuple(_alerts(inquiry, about, own, element)) if faces else ()
    if alerts:
        value = {"known": UNKNOWN, "since": None, "basis": Basis.POSSIBLE_IMPUTED}
        text = f"{element} of {about}: {' and '.join(alerts)} may amount to knowledge"
        flags = tuple(f"possible imputed knowledge: {alert} is unresolved" for alert in alerts)
        return Answer(value, (_reason(inquiry, text),), (taken,), flags)
    value = {"known": NO, "since": None, "basis": None}
    text = f"{element} of {about}: nothing shows that the {by} knew"
    return Answer(value, (_reason(inquiry, text),), (taken,))


def findings_of(inquiry: Inquiry, about: str) -> tuple[Finding, ...]:
    """Give the finding of that id, or the findings against a reseller."""
    one = inquiry.one(Finding, about)
    return (one,) if one is not None else inquiry.where(Finding, reseller=about)


def declared(
    inquiry: Inquiry, subjects: tuple[str, ...], by: Knower = Knower.PROVIDER
) -> Iterator[Learned]:
    """Give what was entered as knowledge about subjects; of none of the first, it names which."""
    for about in dict.fromkeys(subjects):
        for entry in inquiry.every(Knowledge):
            if entry.about == about and (entry.by or Knower.PROVIDER) is by and entry.of:
                of = about if about != subjects[0] else ""
                yield Learned(learned_on(inquiry, entry, "of"), entry.of, of, entry.refs)


def on_its_face(inquiry: Inquiry, finding: Finding) -> list[Learned]:
    """Give what a finding plainly shows, each time it was told: what was known once, was known."""
    return [
        *said(inquiry, finding, "remediated", NO, Element.NOT_REMEDIATED),
        *said(inquiry, finding, "increases_risk", YES, Element.INCREASED_RISK),
    ]


def said(
    inquiry: Inquiry, finding: Finding, field: str, value: Verdict, what: str
) -> list[Learned]:
    """Give each time that a finding was told with a value."""
    told = [record for record in finding.records if record.values.get(field) is value]
    return [Learned(day_learned(inquiry, r, field), what, finding.id, (r.ref,)) for r in told]


def learned_on(inquiry: Inquiry, fact: Fact, field: str) -> date:
    """Give the day on which the present value of a fact's field was first learned."""
    return day_learned(inquiry, fact.told(field) or fact.records[0], field)


def day_learned(inquiry: Inquiry, record: Record, field: str) -> date:
    """Give the day on which a record's value was first learned; correcting others is no renewal."""
    return inquiry.day_of(record.first_learned(field))


def _alerts(
    inquiry: Inquiry, about: str, own: tuple[Finding, ...], element: Element
) -> Iterator[str]:
    if element in _OF_RESELLERS:
        yield from (f"finding {f.id}" for f in own if _is_open(inquiry, f))
    if element not in _NOT_BY_LISTS:
        hits = inquiry.where(ScreeningHit, person=about)
        open_ = (hit for hit in hits if hit.disposition in (None, Disposition.OPEN))
        yield from (f"screening hit {hit.id}" for hit in open_)


def _is_open(inquiry: Inquiry, finding: Finding) -> bool:
    of_it = inquiry.where(Remediation, finding=finding.id)
    whole = inquiry.where(Remediation, reseller=finding.reseller) if finding.reseller else ()
    proofs = (*of_it, *(proof for proof in whole if proof.finding is None))
    full = any(proof.extent in (None, Extent.FULL) for proof in proofs)
    return finding.remediated is not YES and not full


def _reason(inquiry: Inquiry, text: str, facts: tuple[str, ...] = ()) -> Reason:
    return inquiry.law.reason(KNOWLEDGE, text, facts)
