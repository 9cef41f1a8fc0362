"""Nodes written as YAML, a decision of every form, and a world that gives fixed answers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from knowntenant.imports.yaml_nodes import compose
from knowntenant.law.answer import Answer, Reason, Taken
from knowntenant.law.decision import Decision
from knowntenant.law.kinds import DAY, ID, PERCENT, TEXT, YES_NO, Form, Kind, ListOf, Shape
from knowntenant.law.law import Law, Silent
from knowntenant.law.loading import load_pack
from knowntenant.law.scenario.node import Node, Reader
from knowntenant.law.scenario.shape import Scenario, read_scenario
from knowntenant.law.scenario.world import Question

PACK = load_pack("nprm-2024")
ROW = Shape("row", {"kind": TEXT, "due": DAY, "steps": ListOf(TEXT)})
FACTS = ("account", "customer")


def node(text: str) -> Node:
    return next(iter(compose(text)))


def told(reader: Reader) -> list[str]:
    """What a reader found wrong, without the file's name."""
    return [str(problem).removeprefix("made.yaml:") for problem in reader.problems]


def scenario(text: str) -> tuple[Scenario, Reader]:
    reader = Reader("made.yaml")
    return read_scenario(node(text), FACTS, reader), reader


def decision(
    name: str = "made.day",
    answers: Form = DAY,
    of: str = "account",
    takes: Mapping[str, Kind | ListOf] | None = None,
) -> Decision:
    def decide(inquiry: object, subject: str, *, owner: str, day_of: str = "") -> Answer[object]:
        raise NotImplementedError

    return Decision(name, decide, of, answers, takes or {}, (), (), composed=False)


MADE = {
    one.name: one
    for one in (
        decision(),
        decision("made.share", PERCENT, "customer", {"owner": ID, "day_of": ID}),
        decision("made.yes", YES_NO),
        decision("made.rows", ListOf(ROW), "", {"of": ID}),
        decision("made.row", ROW),
        decision("made.several", DAY, "", {"resellers": ListOf(ID), "rows": ListOf(ROW)}),
        decision("made.words", ListOf(TEXT), ""),
        decision("made.silent", DAY, ""),
    )
}
ANSWERS: dict[str, object] = {
    "made.day": date(2027, 3, 11),
    "made.share": Fraction(100, 3),
    "made.words": ("email", "telephone"),
}


@dataclass
class MadeWorld:
    subjects: Mapping[str, Collection[str]] = field(
        default_factory=lambda: dict.fromkeys(("A1", "C1"), ("account", "customer"))
    )
    asked: list[Question] = field(default_factory=list)

    def answer(self, question: Question) -> Answer[object]:
        self.asked.append(question)
        if question.decision.name == "made.silent":
            message = "pack toy has no deadline 'x'."
            raise Silent(message)
        because = (Reason("counted", ("7.303(d)",), ("fact 1",)),)
        taken = (Taken("D13", "later", ("literal",)),)
        return Answer(ANSWERS[question.decision.name], because, taken, ("No deadline in the text",))


@dataclass
class MadeVocabulary:
    made: MadeWorld = field(default_factory=MadeWorld)
    law: list[Law] = field(default_factory=list)
    fact_names: Collection[str] = FACTS
    decisions: Mapping[str, Decision] = field(default_factory=lambda: MADE)

    def world(self, _: Scenario, law: Law, __: Reader) -> MadeWorld:
        self.law.append(law)
        return self.made
