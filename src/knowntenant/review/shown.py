"""A finding as every output shows it: plain texts, masked, with its pack and legal status."""

from dataclasses import dataclass
from typing import NamedTuple

from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from knowntenant.law.scenario.matching import legal_status
from knowntenant.review.finding import Finding
from knowntenant.review.masking import Masking


class Because(NamedTuple):
    """One reason: its sentence, the clauses it rests on, the facts it uses."""

    text: str
    clauses: tuple[str, ...]
    facts: tuple[str, ...]


class Read(NamedTuple):
    """A reading: the defect, the choice taken and what it means, the choices refused."""

    defect: str
    taken: str
    meaning: str
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in texts. Nothing in it is personal unless the reader asked for that."""

    kind: str
    title: str
    urgency: str
    state: str
    due: str
    subject_kind: str
    subject: str
    customer: str
    name: str
    account: str
    detail: str
    what: str
    remedy: str
    clause: str
    clauses: tuple[str, ...]
    reasons: tuple[Because, ...]
    facts: tuple[str, ...]
    readings: tuple[Read, ...]
    flags: tuple[str, ...]
    decision: str
    pack: str
    pack_version: str
    pack_status: str


def shown(finding: Finding, law: Law, masking: Masking, name: str = "") -> Shown:
    """Show a finding of a review by one pack."""
    text, subject = masking.text, finding.subject
    reasons = tuple(
        Because(text(r.text), tuple(map(law.label, r.clauses)), tuple(map(text, r.facts)))
        for r in finding.reasons
    )
    return Shown(
        kind=finding.kind.value,
        title=finding.title,
        urgency=finding.urgency.word,
        state=finding.state,
        due=finding.due.isoformat() if finding.due else "",
        subject_kind=subject.kind.value,
        subject=text(subject.id),
        customer=text(subject.customer),
        name=masking.name(name),
        account=text(subject.account),
        detail=text(finding.detail),
        what=text(finding.what),
        remedy=finding.remedy,
        clause=law.label(finding.clause),
        clauses=tuple(map(law.label, finding.clauses)),
        reasons=reasons,
        facts=tuple(map(text, finding.facts)),
        readings=tuple(_read(law.pack, t.defect, t.choice, t.refused) for t in finding.readings),
        flags=tuple(map(text, finding.flags)),
        decision=finding.decision,
        pack=law.pack.name,
        pack_version=law.pack.version,
        pack_status=legal_status(law.pack),
    )


def _read(pack: Pack, defect: str, taken: str, refused: tuple[str, ...]) -> Read:
    return Read(defect, taken, pack.readings[defect].choices.get(taken, ""), refused)
