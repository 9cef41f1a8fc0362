"""Facts read from what people write: every key by its declaration, all problems at once."""

from collections.abc import Mapping, Sequence


from knowntenant.facts.declaration import FactType, Field, fact_types
from knowntenant.law.kinds import Kind, ListOf, Unreadable, fold
from knowntenant.law.problem import Problem, nearest

Given = str | Sequence[str]
"""What stands in the place of a value: one text, or several."""

CLEARS = "none"
"""The word that takes a value away again."""


def read_value(kind: Kind | ListOf, given: Given) -> object:
    """Read a scalar or a list by its kind. Raises Unreadable."""
    if isinstance(kind, ListOf):
        if not isinstance(kind.of, Kind):
            message = "only lists of scalars can be read here"
            raise Unreadable(message)
        parts = [given] if isinstance(given, str) else given
        return tuple(kind.of.read(part) for part in parts)
    if not isinstance(given, str):
        message = f"one {kind.name} is expected here, not a list"
        raise Unreadable(message)
    return kind.read(given)


def find_type(name: str) -> FactType | None:
    """Find a fact type by its name, whatever its case, spaces or hyphens."""
    return fact_types().get(fold(name))


def read_values(
    declared: FactType, given: Mapping[str, Given], where: str
) -> tuple[dict[str, object], list[Problem]]:
    """Read the values of a fact; names of keys are forgiving, and unknown ones are problems."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for written, text in given.items():
        field = declared.named(fold(written))
        if field is None:
            what = f"{declared.name} has no key '{written}'."
            problems.append(Problem(where, what, nearest(written, declared.fields)))
        elif field.name in values:
            problems.append(Problem(where, f"'{field.name}' is given twice"))
        else:
            _read_field(field, text, where, values, problems)
    problems += [
        Problem(where, f"{declared.name} needs '{name}': {declared.fields[name].meaning}")
        for name in declared.key
        if values.get(name) is None and not any(name in str(p.what) for p in problems)
    ]
    return values, problems


def _read_field(
    field: Field, text: Given, where: str, values: dict[str, object], problems: list[Problem]
) -> None:
    if isinstance(text, str) and text.strip().casefold() == CLEARS and not field.refers_to:
        values[field.name] = None
        return
    try:
        value = read_value(field.kind, text)
    except Unreadable as wrong:
        problems.append(Problem(where, f"'{field.name}': {wrong}"))
        return
    if isinstance(value, str) and has_card_number(value):
        what = f"'{field.name}' looks like a card number, which is never taken."
        problems.append(Problem(where, what, "Give the processor's token and the last four digits."))
        return
    values[field.name] = value


def has_card_number(text: str) -> bool:
    """Tell whether a text holds 13 to 19 digits in a row (spaces and hyphens aside) that pass Luhn."""
    digits = ""
    for sign in f"{text} x":
        if sign.isdecimal() and sign.isascii():
            digits += sign
        elif sign not in " -":
            if 13 <= len(digits) <= 19 and _luhn(digits):  # noqa: PLR2004 - lengths of card numbers
                return True
            digits = ""
    return False


def _luhn(digits: str) -> bool:
    doubled = (int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits)))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0  # noqa: PLR2004 - ISO/IEC 7812


