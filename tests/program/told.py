"""A complete written program, programs that differ from it, and inquiries under them."""

import tomllib
from dataclasses import replace

from knowntenant.documents.program_examples import example
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.program import Program, read_program
from knowntenant.facts.reading import Given
from knowntenant.law.answer import YES, Answer
from knowntenant.law.pack import Pack
from tests.law.toy import NPRM
from tests.world import Telling, World, world


def _flat(text: str) -> dict[str, Given]:
    """Give the elements of a program file as flat texts, read in another way than the product."""
    sections = tomllib.loads(text).values()
    return {key: _given(value) for section in sections for key, value in section.items()}


def _given(value: object) -> Given:
    if isinstance(value, list):
        return [str(one) for one in value]
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def complete() -> Program:
    """Give the small example, with provisional use of two of its tiers."""
    program, problems = read_program(_flat(example("small")), "small.toml")
    assert not problems, problems
    return replace(program, provisional_use=YES, no_provisional_tiers=())


COMPLETE = complete()
DAY = "2027-06-01"


def inquiry(made: World, day: str, program: Program, pack: Pack = NPRM) -> Inquiry:
    """Give an inquiry under a program."""
    plain = made.inquiry(day, pack=pack)
    return Inquiry(plain.known, plain.law, program, plain.day)


def changed(**changes: object) -> Program:
    """Give the complete program with some of its elements changed."""
    return replace(COMPLETE, **changes)  # type: ignore[arg-type]  # typed by the declarations


def ask(
    question: str, made: World | None = None, day: str = DAY, /, **changes: object
) -> Answer[object]:
    """Ask a decision about the program, with some of its elements changed."""
    return inquiry(made or world(), day, changed(**changes)).ask(question)


def ask_without(question: str, made: World | None = None) -> Answer[object]:
    """Ask a decision where no program was given."""
    return inquiry(made or world(), DAY, Program()).ask(question)


def found(answer: Answer[object], *keys: str) -> list[tuple[str, ...]]:
    """Give some columns of the rows of an answer."""
    assert isinstance(answer.value, tuple)
    return [tuple(str(row[key]) for key in keys) for row in answer.value]


def foreign(id_: str = "C1", state: str = "opened", **keys: str) -> tuple[Telling, ...]:
    """Tell a foreign customer, and an account of the same number."""
    day = "2027-03-01"
    return (
        (day, "customer", {"id": id_, "kind": "individual", "name": "Nguyễn", **keys}),
        (day, "presence", {"person": id_, "citizen": "VN", "located": "VN"}),
        (day, "account", {"id": f"A{id_[1:]}", "customer": id_, "state": state}),
    )


def step(day: str, result: str = "passed", person: str = "C1", **keys: str) -> Telling:
    """Tell a step of verification."""
    return day, "verification", {"person": person, "result": result, **keys}
