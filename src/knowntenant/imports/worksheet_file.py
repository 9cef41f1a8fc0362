"""Worksheets on AI models read from a file: facts about each model, and all problems at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast

from knowntenant.facts.declaration import Fact, type_of
from knowntenant.facts.reading import Given, read_values
from knowntenant.facts.record import Record
from knowntenant.facts.types import Cluster, Model, ModelDecision, ModelEvidence
from knowntenant.imports.worksheet_tree import Plain, read_tree
from knowntenant.law.kinds import Unreadable, fold, read_day
from knowntenant.law.problem import Problem, nearest

MODEL, ITEMS, DECISION, CLUSTER, ON = "model", "items", "decision", "cluster", "on"
_TABLES = (ITEMS, DECISION, CLUSTER)


@dataclass(frozen=True, slots=True)
class Worksheets:
    """What a file tells: ids of its models, in order, and the facts about them; or problems."""

    models: tuple[str, ...]
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


def read_worksheets(path: Path, as_of: date) -> Worksheets:
    """Read the worksheets of a TOML or YAML file; nothing told may be later than `as_of`.

    A value left empty says nothing. What bears no day of its own happened on `as_of`.
    """
    tree, problems = read_tree(path)
    reading = _Reading(str(path), as_of, problems)
    models = tree.get(MODEL, [])
    for key in tree:
        if key != MODEL:
            reading.wrong("", f"unknown key '{key}'.", nearest(key, (MODEL,)))
    bodies = models if isinstance(models, list) else [models]
    if not bodies and not problems:
        reading.wrong("", "there is no model in it.", "Begin each with [[model]] and an id.")
    names = [reading.model(number, body) for number, body in enumerate(bodies, start=1)]
    for name in dict.fromkeys(name for name in names if name and names.count(name) > 1):
        reading.wrong("", f"the model '{name}' stands there twice.", "Keep one of the two.")
    told = tuple(name for name in names if name)
    return Worksheets(told, tuple(reading.records), tuple(reading.problems))


@dataclass(slots=True)
class _Reading:
    """The records and problems gathered from one file."""

    file: str
    as_of: date
    problems: list[Problem]
    records: list[Record] = field(default_factory=list)

    def wrong(self, where: str, what: str, remedy: str = "") -> None:
        """Note a problem at a part of the file."""
        self.problems.append(Problem(", ".join(filter(None, (self.file, where))), what, remedy))

    def model(self, number: int, body: Plain) -> str:
        """Read one model with its questions, cluster and decision; give its id, or ''."""
        where = f"model {number}"
        if not isinstance(body, dict):
            self.wrong(where, "a model is keys and values.", 'Write id = "M1" under [[model]].')
            return ""
        keys = {fold(key): below for key, below in body.items()}
        id_ = keys.get("id")
        if not isinstance(id_, str) or not id_.strip():
            self.wrong(where, "a model needs an id.", 'Write id = "M1".')
            return ""
        where, id_ = f"model {id_.strip()}", id_.strip()
        day = self._day(where, keys)
        flat = {key: below for key, below in keys.items() if key not in (*_TABLES, ON)}
        cluster = keys.get(CLUSTER)
        if isinstance(cluster, dict) and _told(cluster):
            flat[CLUSTER] = f"{id_} cluster"
            self._record(Cluster, f"{where}, cluster", {**cluster, "id": flat[CLUSTER]}, day)
        elif isinstance(cluster, str | list):
            flat[CLUSTER] = cluster
        self._record(Model, where, flat, day)
        for item, answer in self._items(where, keys.get(ITEMS, {})):
            told = {**answer, "model": id_, "item": item}
            self._record(ModelEvidence, f"{where}, {fold(item)}", told, day)
        self._decision(where, id_, keys.get(DECISION, {}), day)
        return id_

    def _items(self, where: str, items: Plain) -> Iterator[tuple[str, dict[str, Plain]]]:
        if not isinstance(items, dict):
            self.wrong(where, "'items' should be questions by name.", "Write [model.items.cbrn].")
            return
        for item, answer in items.items():
            body: Plain = {"verdict": answer} if isinstance(answer, str) else answer
            if not isinstance(body, dict):
                self.wrong(f"{where}, {item}", "an answer is keys and values.")
            elif _told(body):
                yield item, body

    def _decision(self, where: str, id_: str, decision: Plain, day: date) -> None:
        where = f"{where}, decision"
        if not isinstance(decision, dict):
            self.wrong(where, "a decision is keys and values.", "Write [model.decision].")
        elif _told(decision):
            if not _told({"by": decision.get("decided_by", "")}):
                self.wrong(where, "a person decides.", "Say who, in decided_by.")
            self._record(ModelDecision, where, {**decision, "model": id_}, day)

    def _record(self, shape: type[Fact], where: str, body: Mapping[str, Plain], day: date) -> None:
        own = self._day(where, body, day)
        given: dict[str, Given] = {}
        for key, value in _told(body).items():
            if fold(key) == ON:
                continue
            if isinstance(value, dict) or (
                isinstance(value, list) and not all(isinstance(one, str) for one in value)
            ):
                self.wrong(where, f"'{key}' should be one text, or a list of texts.")
            else:
                given[key] = cast("Given", value)
        values, problems = read_values(type_of(shape), given, f"{self.file}, {where}")
        self.problems += problems
        if not problems:
            self.records.append(
                Record(ref=where, shape=shape, values=values, happened=own, learned=own)
            )

    def _day(self, where: str, body: Mapping[str, Plain], otherwise: date | None = None) -> date:
        text = next((value for key, value in body.items() if fold(key) == ON), "")
        if text in ("", []):
            return otherwise or self.as_of
        try:
            day = read_day(str(text))
        except Unreadable as wrong:
            self.wrong(where, f"'{ON}': {wrong}.")
            return self.as_of
        if day > self.as_of:
            remedy = "Correct the day, or choose a later one with --as-of."
            self.wrong(where, f"'{ON}': {day} is later than {self.as_of}.", remedy)
        return day


def _told(body: Mapping[str, Plain]) -> dict[str, Plain]:
    """Give what is filled in: an empty text or list says nothing."""
    return {key: value for key, value in body.items() if not _blank(value)}


def _blank(value: Plain) -> bool:
    return not value.strip() if isinstance(value, str) else value == []
