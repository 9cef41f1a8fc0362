"""The words of scenarios: fact types and decisions from their registries, and worlds of facts."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from knowntenant.facts.declaration import FactType, fact_types
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program, read_program
from knowntenant.facts.reading import read_values
from knowntenant.facts.record import Record
from knowntenant.law.answer import Answer
from knowntenant.law.decision import Decision
from knowntenant.law.kinds import ID, ListOf, Unreadable, fold, read_day
from knowntenant.law.law import Law
from knowntenant.law.problem import Problem, nearest
from knowntenant.law.scenario.node import Reader, Written
from knowntenant.law.scenario.shape import Scenario, Told
from knowntenant.law.scenario.world import Question
from knowntenant.obligations.registry import all_decisions


@dataclass(frozen=True, slots=True)
class FactWorld:
    """The facts of one scenario, the law and the program under which its questions are answered."""

    ledger: Ledger
    law: Law
    program: Program
    subjects: Mapping[str, Collection[str]]
    _known: dict[date, Known] = field(default_factory=dict)

    def answer(self, question: Question) -> Answer[object]:
        """Answer a question from the facts learned by the end of its `as_of`. Raises law.Silent."""
        if question.as_of not in self._known:
            self._known[question.as_of] = Known(self.ledger, question.as_of)
        known = self._known[question.as_of]
        inquiry = Inquiry(known, self.law, self.program, question.day)
        return inquiry.ask(question.decision.name, question.of, **question.given)


@dataclass(frozen=True, slots=True)
class FactVocabulary:
    """All fact types and decisions of Knowntenant, as scenarios name them."""

    @property
    def fact_names(self) -> Collection[str]:
        """Names of the fact types."""
        return fact_types()

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """The decisions by name."""
        return all_decisions()

    def world(self, scenario: Scenario, law: Law, reader: Reader) -> FactWorld:
        """Make the world of a scenario; what cannot be read becomes the reader's problem."""
        settings = {fold(name): written for name, written in scenario.program.items()}
        program, problems = read_program(settings, reader.at(scenario.given_line))
        reader.problems += problems
        records = _records(scenario.facts, reader)
        ledger = Ledger([record for record, _ in records], law.zone)
        lines = {record.ref: told.line for record, told in records}
        for record in ledger.uncorrected:
            others = [told for r, told in records if r.shape is record.shape and r is not record]
            reader.problems.append(_uncorrected(record, others, reader.at(lines[record.ref])))
        subjects: dict[str, set[str]] = {}
        for name, role in (named for told in scenario.facts for named in _named(told)):
            subjects.setdefault(name, set()).update(_ASKED_AS.get(role, (role, "record")))
        return FactWorld(ledger, law, program, subjects)


VOCABULARY = FactVocabulary()

_PERSON = ("person", "customer", "account", "reseller", "record")
_ASKED_AS = {
    "account": ("account", "record"),
    "customer": _PERSON,
    "person": _PERSON,
    "reseller": _PERSON,
}
"""As what one can ask about something that facts name; anything else is itself, and a record."""


def _records(facts: tuple[Told, ...], reader: Reader) -> list[tuple[Record, Told]]:
    return [
        (record, told) for told in facts if (record := _record(told, facts, reader)) is not None
    ]


def _record(told: Told, facts: tuple[Told, ...], reader: Reader) -> Record | None:
    declared = fact_types()[told.kind]
    given = {**_key_of_corrected(told, facts, declared), **told.values}
    values, problems = read_values(declared, given, reader.at(told.line))
    reader.problems += problems
    if problems:
        return None
    return Record(
        ref=f"fact {told.number}",
        shape=declared.shape,
        values=values,
        happened=told.happened,
        learned=told.learned,
        recorded=told.recorded,
        source=told.source,
        label=told.label,
        corrects=_reference(told.corrects, facts) if told.corrects else None,
    )


def _reference(text: str, facts: tuple[Told, ...]) -> str | date:
    """Give what a correction refers to: a label first, then a number, then a day."""
    if text in {told.label for told in facts}:
        return text
    if text.isdecimal():
        return f"fact {int(text)}"
    try:
        return read_day(text)
    except Unreadable:
        return text


def _key_of_corrected(
    told: Told, facts: tuple[Told, ...], declared: FactType
) -> dict[str, Written]:
    """Give the key of the fact that a correction names, so that it need not be written again."""
    if not told.corrects:
        return {}
    meant = _reference(told.corrects, facts)
    named = {field.name for key in told.values if (field := declared.named(fold(key)))}
    return {
        key: written
        for wrong in facts
        if wrong.kind == told.kind and meant in (wrong.label, f"fact {wrong.number}")
        for key, written in wrong.values.items()
        if (field := declared.named(fold(key))) and field.name in declared.key
        if field.name not in named
    }


def _uncorrected(record: Record, others: list[Told], where: str) -> Problem:
    wanted = str(record.corrects).removeprefix("fact ")
    known = [told.label or str(told.number) for told in others]
    what = (
        f"this corrects '{wanted}', and no other fact of its type bears that name, number or day."
    )
    return Problem(where, what, nearest(wanted, known) if known else "Name it by `ref`.")


def _named(told: Told) -> Iterator[tuple[str, str]]:
    """Give every identifier that a fact names, and as what it names it."""
    declared = fact_types()[told.kind]
    for key, written in told.values.items():
        field = declared.named(fold(key))
        if field is not None and field.kind in (ID, ListOf(ID)):
            parts = (written,) if isinstance(written, str) else written
            role = field.refers_to or (declared.name if field.name == "id" else "person")
            yield from ((part.strip(), role) for part in parts if part.strip())
