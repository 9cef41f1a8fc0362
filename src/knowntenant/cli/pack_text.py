"""A rule pack, and the difference between two, as lines for a terminal."""

from collections.abc import Iterator, Mapping

from knowntenant.cli.pack_json import mechanism
from knowntenant.cli.scenario_text import described
from knowntenant.law.deadline import Deadline
from knowntenant.law.pack import Clause, Entry, Pack, Parameter
from knowntenant.law.scenario.shown import shown

_BY_ITSELF = ("clause", "trigger")


def head(pack: Pack) -> str:
    """Give a pack in one line."""
    return f"{described(pack)}: {pack.title}"


def lines(pack: Pack) -> Iterator[str]:
    """Give everything that a pack says."""
    yield head(pack)
    yield pack.notice
    yield f"Source: {pack.source}. Last verified on {pack.last_verified_on}. Days: {pack.zone.key}."
    yield f"Parent: {pack.parent or 'none'}. sha256 {pack.sha256}"
    yield from _lived(pack)
    clauses = pack.clauses.values()
    decided = sum(bool(clause.decision) for clause in clauses)
    yield ""
    yield (f"Clauses: {len(clauses)} ({decided} decided, {len(clauses) - decided} not software)")
    yield from (f"  {clause.id}: {_carried_out(clause)}" for clause in clauses)
    yield from ("", f"Numbers: {len(pack.parameters)}")
    yield from (f"  {_number(parameter)}" for parameter in pack.parameters.values())
    yield from ("", f"Deadlines and terms: {len(pack.deadlines)}")
    yield from (f"  {_deadline(pack, name, one)}" for name, one in pack.deadlines.items())
    yield from ("", f"Data elements: {len(pack.elements)}")
    yield from (f"  {e.name}: {e.label} [{e.clause}]" for e in pack.elements.values())
    yield from ("", f"Word lists: {len(pack.lists)}")
    yield from (f"  {name}: {_listed(entries)}" for name, entries in pack.lists.items())
    yield from ("", f"Readings where the text is unclear: {len(pack.readings)}")
    for reading in pack.readings.values():
        others = ", ".join(choice for choice in reading.choices if choice != reading.taken)
        yield f"  {reading.defect}: {reading.taken} (not taken: {others})"
    yield from ("", f"Sets of thresholds: {len(pack.thresholds)}")
    for one in pack.thresholds.values():
        yield f"  {one.name}: {one.words} ({one.status}) [{one.clause}]"


def diff_lines(
    packs: tuple[Pack, Pack], found: Mapping[str, Mapping[str, object]]
) -> Iterator[str]:
    """Give the leaves in which two packs differ, with both values."""
    for pack in packs:
        yield head(pack)
    for path, values in found.items():
        yield path
        yield from (f"  {name}: {_leaf(value)}" for name, value in values.items())
    yield f"{len(found)} values differ."


def _lived(pack: Pack) -> Iterator[str]:
    if pack.effective:
        yield f"In effect from {pack.effective} {f'to {pack.expires}' if pack.expires else 'on'}."
    yield from (f"Changed on {change.on}: {change.what}" for change in pack.change_log)
    yield from (f"Not verified: {what}" for what in pack.not_verified)


def _leaf(value: object) -> str:
    return ", ".join(str(one) for one in value) if isinstance(value, list) else shown(value)


def _carried_out(clause: Clause) -> str:
    return ", ".join(clause.decision) or f"not software: {clause.not_software}"


def _listed(entries: Mapping[str, Entry]) -> str:
    return ", ".join(f"{e.value} {e.answer}" for e in entries.values())


def _number(parameter: Parameter) -> str:
    values = ", ".join(f"{shown(v.value)} from {v.start}" for v in parameter.values)
    policy = ", policy and not law" if parameter.policy else ""
    return f"{parameter.name}: {values} ({parameter.unit}{policy}) [{parameter.clause}]"


def _deadline(pack: Pack, name: str, deadline: Deadline) -> str:
    names = [field for field in deadline.__dataclass_fields__ if field not in _BY_ITSELF]
    numbers = ", ".join(f"{field} {getattr(deadline, field)}" for field in names)
    policy = "; policy and not law" if name in pack.policies else ""
    counted = f"{mechanism(deadline)}, {numbers}, from: {deadline.trigger}{policy}"
    return f"{name}: {counted} [{deadline.clause}]"
