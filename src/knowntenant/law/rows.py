"""From the rows of a pack's tables to its values; every builder reports all that is wrong."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from knowntenant.law import schema
from knowntenant.law.clauses import normal
from knowntenant.law.deadline import MECHANISMS, Deadline
from knowntenant.law.pack import Change, Clause, DatedValue, Element, Entry, Parameter, Reading
from knowntenant.law.problem import Problem

Row = Mapping[str, object]
COMMON_YEAR = 2027


def clause(name: str, row: Row, problems: list[Problem]) -> Clause:
    """Build a clause row; it has exactly one of decision and not_software."""
    where = f'clause."{name}"'
    for who in texts(row["who"]):
        problems += schema.outside(where, "who", who, schema.WHO)
    problems += schema.outside(where, "kind", str(row["kind"]), schema.KINDS_OF_CLAUSE)
    if bool(row.get("decision")) == bool(row.get("not_software")):
        what = "a clause has either a decision or a reason why it is not_software."
        problems.append(Problem(where, what, 'Give decision = ["name"] or not_software = "why".'))
    return Clause(
        normal(name),
        texts(row["who"]),
        str(row["kind"]),
        str(row["duty"]),
        texts(row.get("decision", ())),
        str(row.get("not_software", "")),
    )


def deadline(name: str, row: Row, problems: list[Problem]) -> Deadline | None:
    """Build a deadline by its mechanism; the numbers are the mechanism's own keys."""
    where = f"deadline.{name}"
    mechanism = MECHANISMS.get(str(row.get("mechanism")))
    if mechanism is None:
        problems += schema.outside(where, "mechanism", str(row.get("mechanism")), tuple(MECHANISMS))
        return None
    numbers = [f for f in mechanism.__dataclass_fields__ if f not in ("clause", "trigger")]
    shape = {**schema.DEADLINE, **{number: schema.Key(int) for number in numbers}}
    found = schema.misfits(where, row, shape)
    problems += found
    if found:
        return None
    counts = {number: _whole(row[number]) for number in numbers}
    for number, count in counts.items():
        if count < 0:
            problems.append(
                Problem(where, f"'{number}' is a number of days or years, never negative")
            )
    problems += _no_day(where, counts)
    return mechanism(normal(str(row["clause"])), str(row["trigger"]), **counts)


def element(name: str, row: Row, problems: list[Problem]) -> Element:
    """Build a data element."""
    where = f"element.{name}"
    for kind in texts(row["of"]):
        problems += schema.outside(where, "of", kind, schema.OF)
    problems += schema.outside(where, "per", str(row["per"]), schema.PER)
    return Element(
        name,
        normal(str(row["clause"])),
        str(row["label"]),
        texts(row["of"]),
        str(row["per"]),
        texts(row["any_of"]),
    )


def word_list(name: str, row: Row, problems: list[Problem]) -> Mapping[str, Entry]:
    """Build a word list: value to entry."""
    listed: dict[str, Entry] = {}
    for number, entry in enumerate(rows(row["entries"]), start=1):
        where = f"list.{name} entry {number}"
        found = schema.misfits(where, entry, schema.ENTRY)
        problems += found
        if not found:
            problems += schema.outside(where, "answer", str(entry["answer"]), schema.ANSWERS)
            value, answer, note = str(entry["value"]), str(entry["answer"]), entry.get("note", "")
            listed[value] = Entry(value, answer, normal(str(entry["clause"])), str(note))
    return listed


def parameter(name: str, row: Row, problems: list[Problem]) -> Parameter:
    """Build a parameter; its values are in the order of their days, each day once."""
    where = f"parameter.{name}"
    dated: list[DatedValue] = []
    for value in rows(row["values"]):
        found = schema.misfits(where, value, schema.DATED) or _no_number(where, value)
        problems += found
        if not found:
            dated.append(_dated(value))
    days = [value.start for value in dated]
    if not days or days != sorted(set(days)):
        what = "its values need at least one day, each day once, in order"
        problems.append(Problem(where, what))
    return Parameter(
        name,
        normal(str(row["clause"])),
        str(row["label"]),
        str(row["unit"]),
        _day(row["last_verified_on"]),
        tuple(dated),
        row.get("policy") is True,
    )


def reading(name: str, row: Row, problems: list[Problem]) -> Reading:
    """Build a reading; the one taken is one of its choices."""
    choices = row["choices"] if isinstance(row["choices"], Mapping) else {}
    allowed = tuple(str(choice) for choice in choices)
    problems += schema.outside(f"reading.{name}", "taken", str(row["taken"]), allowed)
    return Reading(
        name,
        tuple(normal(clause) for clause in texts(row["clauses"])),
        str(row["defect"]),
        str(row["taken"]),
        {str(choice): str(sense) for choice, sense in choices.items()},
    )


def parts(name: str, row: Row, problems: list[Problem]) -> Mapping[str, str]:
    """Build the clauses of the parts of a decision's answer."""
    wrong = [part for part, clause_id in row.items() if not isinstance(clause_id, str)]
    problems += [Problem(f'part."{name}"', f"'{part}' should be a clause") for part in wrong]
    return {part: normal(str(clause_id)) for part, clause_id in row.items()}


def change(row: Row) -> Change:
    """Build an entry of the change log."""
    return Change(_day(row["on"]), str(row["what"]))


def texts(value: object) -> tuple[str, ...]:
    """Give a text, or a list of texts, as a tuple."""
    return tuple(str(one) for one in value) if isinstance(value, (list, tuple)) else (str(value),)


def rows(value: object) -> list[Row]:
    """Give the tables of a list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _no_number(where: str, row: Row) -> list[Problem]:
    try:
        Fraction(str(row.get("value", 0)))
    except (ValueError, ZeroDivisionError):
        what = f"the value '{row['value']}' is no number"
        return [Problem(where, what, "Write 25, 24.99 or '100/3'.")]
    return []


def _no_day(where: str, counts: Mapping[str, int]) -> list[Problem]:
    """Give the problem of a month and day that not every year has."""
    try:
        date(COMMON_YEAR, counts.get("month", 1), counts.get("day", 1))
    except ValueError:
        return [Problem(where, "'month' and 'day' should be a day that every year has")]
    return []


def _dated(row: Row) -> DatedValue:
    exact = Fraction(str(row["value"])) if "value" in row else None
    return DatedValue(_day(row["from"]), exact, str(row.get("source", "")))


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.min


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
