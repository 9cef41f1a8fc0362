"""Customers, owners and resellers of an export compared with lists, for a review.

A hit becomes a fact, so that each pack's decisions count it as an alert that nobody has judged; and
a finding, so that it is seen whatever the pack makes of the list. What the export itself says was
judged stays judged.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from knowntenant.facts.record import Record
from knowntenant.facts.types import ScreeningHit
from knowntenant.facts.types.checks import Disposition
from knowntenant.law.answer import UNKNOWN, Answer, Reason
from knowntenant.review.finding import Asked, Finding, Subject, finding
from knowntenant.review.kinds import FindingKind, SubjectKind
from knowntenant.review.part import Matter
from knowntenant.screening.alerts import joined
from knowntenant.screening.hit import Hit
from knowntenant.screening.known_lists import PACK_NAMES
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.parties import Role, Screened, whom_to_screen
from knowntenant.screening.result import ListMark

HITS = "screening.hits"
_SUBJECTS = {Role.CUSTOMER: SubjectKind.CUSTOMER, Role.RESELLER: SubjectKind.RESELLER}


@dataclass(frozen=True, slots=True)
class Against:
    """What is screened against: the lists made searchable, and a mark for each, by its name."""

    matcher: Matcher
    marks: Mapping[str, ListMark]


@dataclass(frozen=True, slots=True)
class Hits:
    """What screening an export came to: facts for the decisions, and findings for the reader."""

    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()


def hits_of(matter: Matter, against: Against) -> Hits:
    """Screen everybody whom the facts tell of, as of the day of the review."""
    inquiry = matter.fresh().inquiry
    judged = {
        (one.person or "", one.listed or "", one.entry or "") for one in inquiry.every(ScreeningHit)
    }
    records: list[Record] = []
    findings: list[Finding] = []
    for screened in whom_to_screen(inquiry):
        for hit in against.matcher.hits(screened.party):
            if judged.isdisjoint(_as_judged(against, hit)):
                records.append(_record(matter, against, hit))
                findings.append(_finding(matter, against, screened, hit))
    return Hits(tuple(records), tuple(findings))


def _as_judged(against: Against, hit: Hit) -> Iterator[tuple[str, str, str]]:
    """Give the ways in which an export may say that a hit was judged.

    It is by the entry's own id, or by the number on the list, which other lists may have as well.
    """
    name = against.matcher.entry(hit.entry).list_name
    names = {name, PACK_NAMES.get(name, name)}
    for listed in (*names, ""):
        yield hit.party, listed, hit.entry
    for listed in names:
        yield hit.party, listed, hit.entry.partition(":")[2]


def _record(matter: Matter, against: Against, hit: Hit) -> Record:
    name = against.matcher.entry(hit.entry).list_name
    values = {
        "id": joined(hit.party, hit.entry),
        "person": hit.party,
        "listed": PACK_NAMES.get(name, name),
        "entry": hit.entry,
        "score": Fraction(round(hit.score, 4)).limit_denominator(10_000),
        "disposition": Disposition.OPEN,
    }
    return Record(
        ref=f"screening, {hit.entry}",
        shape=ScreeningHit,
        values=values,
        happened=matter.as_of,
        learned=matter.as_of,
        source="screening",
    )


def _finding(matter: Matter, against: Against, screened: Screened, hit: Hit) -> Finding:
    """Tell of a hit by ids and figures alone; the names are seen with `knowntenant screen`."""
    name = against.matcher.entry(hit.entry).list_name
    tie = screened.ties[0]
    kind = _SUBJECTS.get(tie.role, SubjectKind.PERSON)
    subject = Subject(kind, hit.party, tie.of)
    what = f"{hit.party} may be entry {hit.entry} of the list {name}: score {hit.score:.0%}."
    asked = Asked(HITS, Answer(UNKNOWN, tuple(_reasons(against, screened, hit, name))), "")
    asked = asked._replace(pack=matter.law.pack.name)
    return finding(FindingKind.POSSIBLE_LISTING, subject, asked, what, detail=hit.entry)


def _reasons(against: Against, screened: Screened, hit: Hit, name: str) -> Iterator[Reason]:
    ties = "; ".join(f"{tie.role.value} of {tie.of}" for tie in screened.ties[:5])
    yield Reason(f"{hit.party} was screened as {ties}")
    points = ", ".join(f"{line.feature.replace('_', ' ')} {line.points:+.2f}" for line in hit.lines)
    yield Reason(f"what made the score, in points: {points}")
    mark = against.marks.get(name)
    dated = f" of {mark.published}" if mark and mark.published else ""
    sha256 = f", sha256 {mark.sha256[:12]}" if mark else ""
    least = f"threshold {against.matcher.threshold:.2f}"
    yield Reason(f"list {name}{dated}{sha256}; algorithm {hit.algorithm}, {least}")
