"""The shape of a scenario: name, packs, facts, choices, questions, and all problems at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from knowntenant.law.days import Moment
from knowntenant.law.kinds import DAY, MOMENT, Kind, Unreadable, fold
from knowntenant.law.scenario.node import Mapped, Node, Reader, Written

SCENARIO_KEYS = {
    "scenario": "what is shown, as one sentence",
    "clause": "the clause, or list of clauses, that the scenario is about; may be left out",
    "pack": "the rule pack, or a list of packs under each of which everything is to hold",
    "facts": "what happened, one entry per fact",
    "given": "`readings:` and `program:` settings in place of the pack's and the defaults",
    "then": "what is asked, and the answer expected",
}
FACT_KEYS = {
    "happened": "when it was so in the world: a day, or an instant with a zone; always there",
    "learned": "when the provider learned it; left out, on the day it happened",
    "recorded": "when it was stored; left out, unknown",
    "source": "from whom or from which system",
    "corrects": "the fact that this one replaces: its `ref`, its number counted from 1, or its day",
    "ref": "a name for this fact, for `corrects`",
}
THEN_KEYS = {
    "as_of": "a day; facts learned by its end count",
    "ask": "the name of a decision",
    "of": "about whom or what: an id that some fact names; none where a decision has no subject",
    "with": "further arguments: `day` (asked about, by default `as_of`), and the decision's own",
}
CHECK_KEYS = {
    "expect": "the value: one word or number, yes / no / unknown, none, a mapping or a list",
    "contains": "parts that the value has: elements of a list, keys of a mapping, words of a text",
    "lacks": "parts that the value does not have",
    "citing": "a clause, or several, that the answer rests on; a clause within it will do too",
    "reading": "a reading that the answer took: a defect such as D13, or `{D13: later}`",
    "refused": "a reading that the answer refused: a choice, or `{D13: literal}`",
    "flags": "words of a warning, or of several, each of which has to be there",
    "status": "words of the pack's legal status, such as `not in force`",
}
GIVEN_KEYS = {
    "readings": "defect and choice, such as `{D13: literal}`",
    "program": "settings of the written program, such as `{attempts: 2}`",
}
_A_FACT = "{happened: 2027-03-01, account: {id: A1, customer: C1, state: opened}}"
_A_QUESTION = "{as_of: 2027-03-01, ask: persons.status, of: C1, expect: foreign_person}"


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as a scenario tells it. number: counted from 1; kind: the fact type's name."""

    number: int
    line: int
    kind: str
    values: Mapping[str, Written]
    happened: Moment
    learned: Moment
    recorded: Moment | None
    source: str
    label: str
    corrects: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its checks as written. checks: by CHECK_KEYS; line: where it stands."""

    line: int
    as_of: date
    ask: str
    of: str
    given: Mapping[str, Node]
    checks: Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario as written, as far as it could be read.

    readings and program: the choices of `given`, which stands in line `given_line`; untold: how
    many facts could not be read at all.
    """

    file: str
    line: int
    name: str
    clauses: tuple[str, ...]
    packs: tuple[str, ...]
    facts: tuple[Told, ...]
    untold: int
    readings: Mapping[str, str]
    program: Mapping[str, Written]
    given_line: int
    then: tuple[Asked, ...]


def read_scenario(node: Node, fact_names: Collection[str], reader: Reader) -> Scenario:
    """Read a scenario as far as it can be read; whatever is wrong is the reader's problem."""
    body = reader.mapping(node, "a scenario", "`scenario:`, `pack:`, `facts:` and `then:`")
    keys = reader.keys(body, SCENARIO_KEYS, "a scenario") if body else {}
    missing = [key for key in ("scenario", "then") if body and key not in keys]
    for key in missing:
        reader.wrong(node, f"a scenario needs '{key}': {SCENARIO_KEYS[key]}.")
    given = _given(keys["given"], reader) if "given" in keys else {}
    questions = _items(keys, "then", _A_QUESTION, reader)
    if "then" in keys and not questions:
        reader.wrong(
            keys["then"], "a scenario asks at least one question.", f"Write {_A_QUESTION}."
        )
    told = _items(keys, "facts", _A_FACT, reader)
    facts = _facts(told, fact_names, reader)
    return Scenario(
        file=reader.file,
        line=node.line,
        name=_text(keys, "scenario", reader) or f"scenario in line {node.line}",
        clauses=_texts(keys, "clause", reader),
        packs=_texts(keys, "pack", reader),
        facts=facts,
        untold=len(told) - len(facts),
        readings=dict(_readings(given, reader)),
        program=_values(given["program"], reader, "the program") if "program" in given else {},
        given_line=keys.get("given", node).line,
        then=tuple(a for one in questions if (a := _question(one, reader)) is not None),
    )


def _facts(nodes: tuple[Node, ...], names: Collection[str], reader: Reader) -> tuple[Told, ...]:
    found = (_fact(number, node, names, reader) for number, node in enumerate(nodes, start=1))
    return tuple(told for told in found if told is not None)


def _fact(number: int, node: Node, names: Collection[str], reader: Reader) -> Told | None:
    body = reader.mapping(node, f"fact {number}", _A_FACT)
    if body is None:
        return None
    known = {**FACT_KEYS, **dict.fromkeys(names, "")}
    keys = _lifted(reader.keys(body, known, f"fact {number}"))
    kinds = [key for key in keys if key not in FACT_KEYS]
    if len(kinds) != 1:
        has = f"{len(kinds)} fact types ({', '.join(kinds)})" if kinds else "no fact type"
        if kinds or len(body.pairs) == len(keys):  # a misspelt fact type is a problem already
            reader.wrong(
                node, f"fact {number} has {has}; it needs exactly one.", f"Write {_A_FACT}."
            )
    happened = _moment(keys, "happened", reader)
    learned, recorded = _moment(keys, "learned", reader), _moment(keys, "recorded", reader)
    if "happened" not in keys:
        remedy = "Say when it was so in the world, such as happened: 2027-03-01."
        reader.wrong(node, f"fact {number} is a fact without a time.", remedy)
    values = _values(keys[kinds[0]], reader, kinds[0]) if kinds else {}
    if len(kinds) != 1:
        return None
    return Told(
        number,
        node.line,
        kinds[0],
        values,
        happened or date.min,
        learned or happened or date.min,
        recorded,
        _text(keys, "source", reader),
        _text(keys, "ref", reader),
        _text(keys, "corrects", reader),
    )


def _lifted(keys: dict[str, Node]) -> dict[str, Node]:
    """Move keys that belong beside the fact type, such as `source`, out of it if written inside."""
    lifted: dict[str, Node] = {}
    for key, node in keys.items():
        pairs = node.pairs if isinstance(node, Mapped) else ()
        inside = {fold(name.text): below for name, below in pairs}
        moved = {name: inside[name] for name in FACT_KEYS if name in inside and name not in keys}
        kept = tuple((name, below) for name, below in pairs if fold(name.text) not in moved)
        lifted |= {key: Mapped(kept, node.line) if moved else node, **moved}
    return lifted


def _question(node: Node, reader: Reader) -> Asked | None:
    body = reader.mapping(node, "a question", _A_QUESTION)
    if body is None:
        return None
    keys = reader.keys(body, {**THEN_KEYS, **CHECK_KEYS}, "a question")
    for key in ("as_of", "ask"):
        if key not in keys:
            reader.wrong(
                node, f"a question needs '{key}': {THEN_KEYS[key]}.", f"Write {_A_QUESTION}."
            )
    checks = {key: below for key, below in keys.items() if key in CHECK_KEYS}
    if not checks:
        reader.wrong(node, "nothing is expected here.", f"Add one of {', '.join(CHECK_KEYS)}.")
    as_of, ask = _day(keys, "as_of", reader), _text(keys, "ask", reader)
    of, given = _text(keys, "of", reader), _given_to(keys, reader)
    return Asked(node.line, as_of or date.min, ask, of, given, checks) if ask else None


def _given_to(keys: Mapping[str, Node], reader: Reader) -> dict[str, Node]:
    if "with" not in keys:
        return {}
    body = reader.mapping(keys["with"], "with", "with: {day: 2027-03-01}")
    return {fold(name.text): below for name, below in reader.pairs(body)} if body else {}


def _given(node: Node, reader: Reader) -> dict[str, Mapped]:
    body = reader.mapping(
        node, "given", "given: {readings: {D13: literal}, program: {attempts: 2}}"
    )
    found = reader.keys(body, GIVEN_KEYS, "given") if body else {}
    below = {key: reader.mapping(n, key, GIVEN_KEYS[key]) for key, n in found.items()}
    return {key: mapped for key, mapped in below.items() if mapped is not None}


def _readings(given: Mapping[str, Mapped], reader: Reader) -> list[tuple[str, str]]:
    if "readings" not in given:
        return []
    pairs = [(name, reader.text(node, name.text)) for name, node in reader.pairs(given["readings"])]
    return [(name.text.strip(), text) for name, text in pairs if text is not None]


def _values(node: Node, reader: Reader, what: str) -> dict[str, Written]:
    body = reader.mapping(node, what, f"{what}: {{id: A1, ...}}")
    pairs = reader.pairs(body) if body else ()
    found = ((name.text, reader.written(below, f"'{name.text}'")) for name, below in pairs)
    return {name: written for name, written in found if written is not None}


def _items(keys: Mapping[str, Node], key: str, example: str, reader: Reader) -> tuple[Node, ...]:
    return reader.items(keys[key], key, f"- {example}") if key in keys else ()


def _text(keys: Mapping[str, Node], key: str, reader: Reader) -> str:
    return (reader.text(keys[key], key) or "") if key in keys else ""


def _texts(keys: Mapping[str, Node], key: str, reader: Reader) -> tuple[str, ...]:
    return reader.texts(keys[key], key) if key in keys else ()


def _day(keys: Mapping[str, Node], key: str, reader: Reader) -> date | None:
    value = _read(keys, key, DAY, reader)
    return value if isinstance(value, date) else None


def _moment(keys: Mapping[str, Node], key: str, reader: Reader) -> Moment | None:
    value = _read(keys, key, MOMENT, reader)
    return value if isinstance(value, date) else None


def _read(keys: Mapping[str, Node], key: str, kind: Kind, reader: Reader) -> object:
    text = _text(keys, key, reader)
    try:
        return kind.read(text) if text else None
    except Unreadable as wrong:
        reader.wrong(keys[key], f"'{key}': {wrong}")
        return None
