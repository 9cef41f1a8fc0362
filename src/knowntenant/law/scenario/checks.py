"""The checks of a question as read: each word is looked up in the pack before it counts."""

from collections.abc import Iterable, Iterator

from knowntenant.law.clauses import normal
from knowntenant.law.decision import Decision
from knowntenant.law.kinds import fold
from knowntenant.law.pack import Pack
from knowntenant.law.problem import nearest
from knowntenant.law.scenario.matching import (
    Check,
    Cites,
    Flagged,
    HasStatus,
    Reads,
    Refuses,
    Value,
)
from knowntenant.law.scenario.node import QUOTES, Listed, Mapped, Node, Reader, as_written
from knowntenant.law.scenario.shape import Asked
from knowntenant.law.scenario.wanted import Every, Keyed, read_wanted


def read_checks(asked: Asked, decision: Decision, pack: Pack, reader: Reader) -> tuple[Check, ...]:
    """Read all checks of a question; what cannot be read is the reader's problem."""
    return tuple(
        check
        for key, node in asked.checks.items()
        for check in _of_key(key, node, decision, pack, reader)
    )


def known_clause(text: str, pack: Pack, reader: Reader, where: Node | int) -> str | None:
    """Give a clause id as packs write it, or None with a problem where the pack has none."""
    clause = normal(text)
    if pack.contains(clause):
        return clause
    what = f"pack {pack.name} has no clause '{text}'."
    torn = f" {QUOTES}" if isinstance(where, Listed) else ""
    reader.wrong(where, what, f"{nearest(clause, pack.clauses)}{torn}")
    return None


def known_choice(
    defect: str, choice: str, pack: Pack, reader: Reader, where: Node | int
) -> str | None:
    """Give a choice of a reading as the pack writes it, or None with a problem."""
    row = pack.readings.get(defect.upper())
    if row is None:
        what = f"pack {pack.name} has no reading '{defect}'."
        reader.wrong(where, what, nearest(defect, pack.readings))
        return None
    named = {fold(known): known for known in row.choices}
    if fold(choice) in named:
        return named[fold(choice)]
    what = f"reading {row.defect} has no choice '{choice}'."
    reader.wrong(where, what, nearest(choice, row.choices))
    return None


def _of_key(
    key: str, node: Node, decision: Decision, pack: Pack, reader: Reader
) -> Iterable[Check]:
    match key:
        case "citing":
            clauses = (known_clause(t, pack, reader, node) for t in reader.texts(node, "a clause"))
            return (Cites(clause) for clause in clauses if clause is not None)
        case "reading":
            return _readings(node, pack, reader)
        case "refused":
            return _refusals(node, pack, reader)
        case "flags":
            return (Flagged(words) for words in reader.texts(node, "a flag"))
        case "status":
            return (HasStatus(words) for words in reader.texts(node, "a status"))
        case _:
            return _values(key, node, decision, reader)


def _values(how: str, node: Node, decision: Decision, reader: Reader) -> Iterator[Check]:
    wanted = read_wanted(decision.answers, node, reader)
    empty = wanted == Keyed({}) or (wanted == Every(()) and how != "expect")
    if empty:
        reader.wrong(node, f"'{how}' is empty, so anything would do.", "Write what is expected.")
    elif wanted is not None:
        yield Value(how, wanted, as_written(node))


def _readings(node: Node, pack: Pack, reader: Reader) -> Iterator[Check]:
    for defect, choice, where in _pairs(node, reader):
        if choice:
            known = known_choice(defect, choice, pack, reader, where)
            if known is not None:
                yield Reads(defect.upper(), known)
        elif defect.upper() in pack.readings:
            yield Reads(defect.upper(), "")
        else:
            what = f"pack {pack.name} has no reading '{defect}'."
            reader.wrong(where, what, nearest(defect, pack.readings))


def _refusals(node: Node, pack: Pack, reader: Reader) -> Iterator[Check]:
    every = {fold(choice): choice for row in pack.readings.values() for choice in row.choices}
    for word, choice, where in _pairs(node, reader):
        if choice:
            known = known_choice(word, choice, pack, reader, where)
            if known is not None:
                yield Refuses(word.upper(), known)
        elif fold(word) in every:
            yield Refuses("", every[fold(word)])
        else:
            remedy = nearest(word, every.values())
            reader.wrong(where, f"no reading of pack {pack.name} has the choice '{word}'.", remedy)


def _pairs(node: Node, reader: Reader) -> Iterator[tuple[str, str, Node]]:
    """Give word and choice of `D13`, `D13: later` or {D13: later}, or of a list of such."""
    if isinstance(node, Mapped):
        for name, below in reader.pairs(node):
            text = reader.text(below, name.text)
            if text is not None:
                yield name.text.strip(), text, name
    elif isinstance(node, Listed):
        for one in node.items:
            yield from _pairs(one, reader)
    else:
        text = reader.text(node, "a reading") or ""
        word, _, choice = text.partition(":")
        if word:
            yield word.strip(), choice.strip(), node
