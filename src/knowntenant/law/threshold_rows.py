"""From a pack's rows of thresholds to sets of thresholds; all that is wrong is reported at once."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from fractions import Fraction

from knowntenant.law import rows, schema
from knowntenant.law.clauses import normal
from knowntenant.law.problem import Problem
from knowntenant.law.thresholds import LIMBS, MECHANISMS, Limb, Standing, ThresholdSet

NUMBER = schema.Key((int, float, str))
COUNTS = "counts_mac_as"
THRESHOLD: schema.Row = {
    "clause": schema.Key(str), "label": schema.Key(str), "source": schema.Key(str),
    "standing": schema.Key(str), "status": schema.Key(str), "mechanism": schema.Key(str),
    "limbs": schema.Key(list), COUNTS: schema.Key((int, float, str), optional=True),
}  # fmt: skip


def threshold(name: str, row: rows.Row, problems: list[Problem]) -> ThresholdSet:
    """Build a set of thresholds. It has limbs, unless no such text was found."""
    where = f"threshold.{name}"
    standing, mechanism = str(row["standing"]), str(row["mechanism"])
    problems += schema.outside(where, "standing", standing, tuple(Standing))
    problems += schema.outside(where, "mechanism", mechanism, tuple(MECHANISMS))
    limbs = _limbs(where, row["limbs"], problems)
    if bool(row["limbs"]) == (standing == Standing.NONE_FOUND):
        what = "a set has limbs, or the standing 'none_found'; exactly one of the two"
        problems.append(Problem(where, what))
    counts = _number(f"{where} {COUNTS}", row[COUNTS], problems) if COUNTS in row else None
    return ThresholdSet(
        name,
        normal(str(row["clause"])),
        str(row["label"]),
        str(row["source"]),
        Standing(standing) if standing in tuple(Standing) else Standing.NONE_FOUND,
        str(row["status"]),
        mechanism,
        limbs,
        counts,
    )


def _limbs(where: str, value: object, problems: list[Problem]) -> tuple[Limb, ...]:
    found = value if isinstance(value, list) else []
    limbs = (_limb(f"{where} limb {n}", one, problems) for n, one in enumerate(found, start=1))
    return tuple(limb for limb in limbs if limb is not None)


def _limb(where: str, row: object, problems: list[Problem]) -> Limb | None:
    if not isinstance(row, Mapping):
        problems.append(Problem(where, "a limb is a table such as { kind = 'operations' }"))
        return None
    kind = LIMBS.get(str(row.get("kind")))
    if kind is None:
        problems += schema.outside(where, "kind", str(row.get("kind")), tuple(LIMBS))
        return None
    needed = {f.name for f in fields(kind) if f.default is MISSING}
    shape = {
        f.name: NUMBER if f.name in needed else schema.Key(bool, optional=True)
        for f in fields(kind)
    }
    wrong = schema.misfits(where, row, {"kind": schema.Key(str), **shape})
    problems += wrong
    if wrong:
        return None
    numbers = {name: _number(f"{where} {name}", row[name], problems) for name in sorted(needed)}
    marks = {name: row[name] is True for name in shape if name in row and name not in needed}
    return kind(**numbers, **marks)  # type: ignore[arg-type]  # typed by the shape above


def _number(where: str, value: object, problems: list[Problem]) -> Fraction:
    try:
        number = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        problems.append(Problem(where, f"'{value}' is no number", "Write 300 or '1e26'."))
        return Fraction(1)
    if number <= 0:
        problems.append(Problem(where, f"'{value}' is not above zero"))
    return number
