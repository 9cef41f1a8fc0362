"""From a resolved tree to a Pack, with every problem of the tree at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from knowntenant.law import rows, schema
from knowntenant.law.clauses import normal
from knowntenant.law.inherit import Tree, digest
from knowntenant.law.pack import Clause, Pack
from knowntenant.law.problem import Problem, nearest
from knowntenant.law.threshold_rows import THRESHOLD, threshold

if TYPE_CHECKING:
    from knowntenant.law.deadline import Deadline

T = TypeVar("T")
SECTIONS = ("clause", "deadline", "element", "list", "parameter", "part", "reading", "threshold")


@dataclass(slots=True)
class Building:
    """A tree on its way to a pack, and what has been found wrong with it so far."""

    tree: Tree
    problems: list[Problem] = field(default_factory=list)

    def table(
        self,
        section: str,
        shape: schema.Row | None,
        build: Callable[[str, rows.Row, list[Problem]], T | None],
    ) -> dict[str, T]:
        """Build every row of a section that fits its shape; note what is wrong with the others."""
        built: dict[str, T] = {}
        for name, row in self._rows(section).items():
            shaped = shape is not None or not isinstance(row, Mapping)
            misfits = schema.misfits(f"{section}.{name}", row, shape or {}) if shaped else []
            self.problems += misfits
            value = None if misfits else build(name, row, self.problems)
            if value is not None:
                built[name] = value
        return built

    def _rows(self, section: str) -> Mapping[str, rows.Row]:
        found = self.tree.get(section, {})
        if isinstance(found, Mapping):
            return found
        self.problems.append(Problem(section, f"this should be tables, such as [{section}.name]"))
        return {}


def build(tree: Tree) -> tuple[Pack | None, list[Problem]]:
    """Build a pack from its resolved tree; None, and all problems, where it has any."""
    work = Building(tree)
    head = {key: value for key, value in tree.items() if key in schema.PACK}
    work.problems += schema.misfits("pack.toml", head, schema.PACK) + _zone_problem(head)
    work.problems += _wrong_changes(head.get("change_log", []))
    work.problems += _unknown_keys(tree) + _same_clause(tree.get("clause"))
    clauses = work.table("clause", schema.CLAUSE, rows.clause)
    parameters = work.table("parameter", schema.PARAMETER, rows.parameter)
    deadlines: dict[str, Deadline] = work.table("deadline", None, rows.deadline)
    elements = work.table("element", schema.ELEMENT, rows.element)
    lists = work.table("list", schema.LIST, rows.word_list)
    readings = work.table("reading", schema.READING, rows.reading)
    parts = work.table("part", None, rows.parts)
    thresholds = work.table("threshold", THRESHOLD, threshold)
    if work.problems:
        return None, work.problems
    pack = Pack(
        name=str(head["name"]),
        title=str(head["title"]),
        version=str(head["version"]),
        parent=str(head.get("parent", "")),
        status=str(head["status"]),
        in_force=head["in_force"] is True,
        source=str(head["source"]),
        starts=_day(head["starts"]),
        last_verified_on=_day(head["last_verified_on"]),
        zone=ZoneInfo(str(head["zone"])),
        notice=str(head["notice"]),
        clauses={clause.id: clause for clause in clauses.values()},
        parameters=parameters,
        deadlines=deadlines,
        elements=elements,
        lists=lists,
        readings=readings,
        parts=parts,
        thresholds=thresholds,
        sha256=digest(tree),
        decided=_decided(clauses.values()),
        policies=_policies(tree.get("deadline")),
        effective=_maybe_day(head.get("effective")),
        expires=_maybe_day(head.get("expires")),
        suspended_from=_maybe_day(head.get("suspended_from")),
        suspended_to=_maybe_day(head.get("suspended_to")),
        change_log=tuple(rows.change(row) for row in rows.rows(head.get("change_log"))),
        not_verified=rows.texts(head.get("not_verified", [])),
    )
    problems = unknown_clauses(pack)
    return (None if problems else pack), problems


def unknown_clauses(pack: Pack) -> list[Problem]:
    """Give every row of a pack that rests on a clause which the pack does not have."""
    cited = [
        *((f"parameter.{p.name}", p.clause) for p in pack.parameters.values()),
        *((f"deadline.{name}", d.clause) for name, d in pack.deadlines.items()),
        *((f"element.{e.name}", e.clause) for e in pack.elements.values()),
        *((f"list.{n}", e.clause) for n, list_ in pack.lists.items() for e in list_.values()),
        *((f"part.{n}", clause) for n, part in pack.parts.items() for clause in part.values()),
        *((f"threshold.{one.name}", one.clause) for one in pack.thresholds.values()),
        *((f"reading.{r.defect}", clause) for r in pack.readings.values() for clause in r.clauses),
    ]
    return [
        Problem(where, f"the pack has no clause '{clause}'.", nearest(clause, pack.clauses))
        for where, clause in cited
        if clause not in pack.clauses and not pack.contains(clause)
    ]


def _unknown_keys(tree: Tree) -> list[Problem]:
    known = (*SECTIONS, *schema.PACK)
    strange = (key for key in tree if key not in known)
    return [Problem("pack", f"unknown key '{key}'.", nearest(key, known)) for key in strange]


def _same_clause(clauses: object) -> list[Problem]:
    written: dict[str, list[str]] = {}
    for name in clauses if isinstance(clauses, Mapping) else ():
        written.setdefault(normal(name), []).append(name)
    return [
        Problem("clause", f"{' and '.join(names)} are the same clause")
        for names in written.values()
        if len(names) > 1
    ]


def _decided(clauses: Iterable[Clause]) -> dict[str, tuple[str, ...]]:
    decided: dict[str, tuple[str, ...]] = {}
    for clause in clauses:
        for name in clause.decision:
            decided[name] = (*decided.get(name, ()), clause.id)
    return decided


def _policies(deadlines: object) -> frozenset[str]:
    rows_ = deadlines.items() if isinstance(deadlines, Mapping) else ()
    return frozenset(name for name, row in rows_ if row.get("policy") is True)


def _zone_problem(head: Mapping[str, object]) -> list[Problem]:
    try:
        ZoneInfo(str(head.get("zone", "UTC")))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return [Problem("pack.toml", f"'{head['zone']}' is not a time zone of the tz database")]
    return []


def _wrong_changes(log: object) -> list[Problem]:
    changes = log if isinstance(log, list) else []
    return [
        problem
        for number, row in enumerate(changes, start=1)
        for problem in schema.misfits(f"change_log entry {number}", row, schema.CHANGE)
    ]


def _maybe_day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.min
