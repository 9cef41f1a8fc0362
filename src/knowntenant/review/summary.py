"""The review in the order in which a reader asks: what is late, what comes next, what must not be.

It sorts and counts findings and shows them as texts; every output is made from it alone, so what is
masked here is masked everywhere.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.types import Reseller
from knowntenant.review.exposure import Exposure
from knowntenant.review.finding import Finding
from knowntenant.review.kinds import FindingKind, Urgency
from knowntenant.review.masking import Masking
from knowntenant.review.meanings import MEANINGS
from knowntenant.review.running import Reviewed
from knowntenant.review.sections import Section, sections_of
from knowntenant.review.shown import Shown, shown
from knowntenant.review.signing import Blocker, short

EXAMPLES = 3
PRESSING = (Urgency.LATE, Urgency.NOW)
OPEN = FindingKind.ACCOUNT_OPEN_WITHOUT_LEAVE


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind, under one clause: how many, the first day, the remedy, a few of them.

    duty: what the clause is about, in our words; due: '' where none of them has a day.
    """

    clause: str
    duty: str
    title: str
    remedy: str
    urgency: str
    due: str
    count: int
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """What falls due on one day: a kind of finding, how many, about whom."""

    due: date
    title: str
    count: int
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """A row of the register of unverified accounts, as texts."""

    account: str
    customer: str
    name: str
    outcome: str
    provisioned_on: str
    next: str
    other: str
    deprovision_on: str


@dataclass(frozen=True, slots=True)
class Partner:
    """A reseller, as texts: whether foreign, where it stands, by when it is to be ended."""

    reseller: str
    name: str
    foreign: str
    state: str
    due: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """One pack's review for readers. Whatever it gives is masked as asked."""

    reviewed: Reviewed
    masking: Masking

    @property
    def by_urgency(self) -> Counter[str]:
        """How many findings there are, by urgency."""
        return Counter(one.urgency.word for one in self.reviewed.findings)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that a report under this pack has."""
        return sections_of(self.reviewed.law.pack)

    @property
    def exposure(self) -> Exposure:
        """Who is foreign and why, as counts."""
        return self.reviewed.exposure

    def all(self) -> Iterator[Shown]:
        """Give every finding, the most urgent first."""
        return self._shown(self.reviewed.findings)

    def pressing(self, most: int = EXAMPLES) -> list[Group]:
        """What is late, or to be done now; accounts open without leave are told apart."""
        pressing = (f for f in self.reviewed.findings if f.urgency in PRESSING and f.kind != OPEN)
        groups = _grouped(pressing, lambda one: (one.urgency, one.kind))
        return [self._group(found, most) for found in groups]

    def open_wrongly(self) -> list[Finding]:
        """Accounts that stand open although they may not."""
        return [f for f in self.reviewed.findings if f.kind == OPEN]

    def first(self, findings: Iterable[Finding], most: int) -> list[Shown]:
        """Show the first few of some findings."""
        return list(self._shown(list(findings)[:most]))

    def coming(self) -> list[Coming]:
        """What falls due from the day of the review on, day by day."""
        days: dict[tuple[date, FindingKind], list[Finding]] = {}
        for one in self.reviewed.findings:
            if one.due is not None and one.due >= self.reviewed.as_of:
                days.setdefault((one.due, one.kind), []).append(one)
        return [
            Coming(
                due, MEANINGS[kind].title, len(found),
                tuple(self.masking.text(f.subject.id) for f in found[:EXAMPLES]),
            )
            for (due, kind), found in sorted(days.items())
        ]  # fmt: skip

    def gaps(self, most: int = EXAMPLES) -> list[Group]:
        """Give all findings by clause and kind, clauses in their own order, with some of each."""
        groups = _grouped(self.reviewed.findings, lambda one: (one.clause, one.kind))
        place = {clause: number for number, clause in enumerate(self.reviewed.law.pack.clauses)}
        groups.sort(key=lambda found: (place.get(found[0].clause, len(place)), found[0].kind))
        return [self._group(found, most) for found in groups]

    def register(self) -> Iterator[Registered]:
        """Give the register of unverified accounts."""
        for row in self.reviewed.register:
            text = {key: self.masking.text(_word(value)) for key, value in row.items()}
            yield Registered(
                text["account"], text["customer"], self._name(str(row["customer"])),
                text["outcome"], text["provisioned_on"], text["actions"], text["other"],
                text["deprovision_on"],
            )  # fmt: skip

    def blockers(self) -> list[Blocker]:
        """Give what would stop a certification being signed on the day of the review."""
        text = self.masking.text
        found = self.reviewed.blockers
        return [Blocker(text(b.item), b.clause, text(short(b.why))) for b in found]

    def resellers(self) -> Iterator[Partner]:
        """Give every reseller with where it stands."""
        for one in self.reviewed.resellers:
            text = self.masking.text
            yield Partner(
                reseller=text(one.reseller),
                name=self.masking.name(one.name, of=Reseller),
                foreign=one.foreign,
                state=one.state,
                due=one.due.isoformat() if one.due else "",
                flags=tuple(map(text, one.flags)),
            )

    def _group(self, found: list[Finding], most: int) -> Group:
        first = found[0]
        clause = self.reviewed.law.pack.clauses.get(first.clause)
        due = min((one.due for one in found if one.due), default=None)
        return Group(
            clause=self.reviewed.law.label(first.clause),
            duty=clause.duty if clause else "",
            title=first.title,
            remedy=first.remedy,
            urgency=first.urgency.word,
            due=due.isoformat() if due else "",
            count=len(found),
            shown=tuple(self._shown(found[:most])),
        )

    def _shown(self, findings: Iterable[Finding]) -> Iterator[Shown]:
        law, names = self.reviewed.law, self.reviewed.names
        for one in findings:
            yield shown(one, law, self.masking, names.get(one.subject.customer, ""))

    def _name(self, customer: str) -> str:
        return self.masking.name(self.reviewed.names.get(customer, ""))


def _grouped(
    findings: Iterable[Finding], by: Callable[[Finding], tuple[object, ...]]
) -> list[list[Finding]]:
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        groups.setdefault(by(one), []).append(one)
    return list(groups.values())


def _word(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value).replace("_", " ")
