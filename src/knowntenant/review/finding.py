"""A finding: what a decision answered about one subject, in a plain sentence with its remedy."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from knowntenant.law.answer import Answer, Reason, Taken
from knowntenant.law.clauses import covers
from knowntenant.review.kinds import SEVERITY, FindingKind, SubjectKind, Urgency
from knowntenant.review.meanings import MEANINGS

_GRAVITY = {kind: place for place, kind in enumerate(SEVERITY)}


class Subject(NamedTuple):
    """Whom or what a finding is about, with the customer and the account concerned, '' for none."""

    kind: SubjectKind
    id: str
    customer: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    due: the last day for what is asked, where there is one; state: open or late; detail: which
    element, part or gap of the kind; what and remedy: one plain sentence each; reasons, readings
    and flags: those of the decision's answer; decision: its name; pack: the pack's name.
    """

    kind: FindingKind
    subject: Subject
    urgency: Urgency
    due: date | None
    state: str
    detail: str
    what: str
    reasons: tuple[Reason, ...]
    readings: tuple[Taken, ...]
    flags: tuple[str, ...]
    decision: str
    pack: str

    @property
    def title(self) -> str:
        """What the kind of finding is called."""
        return MEANINGS[self.kind].title

    @property
    def remedy(self) -> str:
        """What mends it, in one sentence."""
        return MEANINGS[self.kind].remedy

    @property
    def clause(self) -> str:
        """The clause under which it counts: the first, or the next where that lies within it."""
        named = next((reason.clauses for reason in self.reasons if reason.clauses), ("",))
        within = len(named) > 1 and covers(named[0], named[1])
        return named[1] if within else named[0]

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that it rests on, each once, in order."""
        return tuple(dict.fromkeys(c for reason in self.reasons for c in reason.clauses))

    @property
    def facts(self) -> tuple[str, ...]:
        """References of the facts used, such as 'customers.csv row 12', each once, in order."""
        return tuple(dict.fromkeys(f for reason in self.reasons for f in reason.facts))

    @property
    def order(self) -> tuple[int, int, date, str, str]:
        """Sorts findings: most urgent first, then the gravest, then by due day and subject."""
        due = self.due or date.max
        return (self.urgency, _GRAVITY[self.kind], due, self.subject.id, self.detail)


class Asked(NamedTuple):
    """A question to a decision and its answer: what every finding comes from."""

    decision: str
    answer: Answer[object]
    pack: str


class When(NamedTuple):
    """By which day something is to be done, and whether that day has passed."""

    due: date | None = None
    late: bool = False


NO_DAY = When()


def finding(  # noqa: PLR0913 - detail and day are left out of most
    kind: FindingKind,
    subject: Subject,
    asked: Asked,
    what: str,
    *,
    detail: str = "",
    when: When = NO_DAY,
) -> Finding:
    """Make a finding from an answer; a day that has passed makes it late, whatever its kind."""
    return Finding(
        kind=kind,
        subject=subject,
        urgency=Urgency.LATE if when.late else MEANINGS[kind].urgency,
        due=when.due,
        state="late" if when.late else "open",
        detail=detail,
        what=what,
        reasons=asked.answer.because,
        readings=asked.answer.readings,
        flags=asked.answer.flags,
        decision=asked.decision,
        pack=asked.pack,
    )
