"""Facts read from what people write: every key by its declaration, all problems at once."""

import re
from collections.abc import Mapping, Sequence

from knowntenant.facts.declaration import FactType, Field
from knowntenant.law.kinds import ID, Kind, ListOf, Unreadable, fold
from knowntenant.law.problem import Problem, nearest

Given = str | Sequence[str]
"""What stands in the place of a value: one text, or several."""

CLEARS = "none"
"""The word that takes a value away again."""

SHORTEST_CARD, LONGEST_CARD, LONGEST_PHONE = 13, 19, 15
_DIGITS = re.compile(r"[0-9](?:[ -]*+[0-9]){12,}+")


def read_value(kind: Kind | ListOf, given: Given) -> object:
    """Read a scalar or a list by its kind. Raises Unreadable."""
    if isinstance(kind, ListOf):
        if not isinstance(kind.of, Kind):
            message = "only lists of scalars can be read here"
            raise Unreadable(message)
        parts = [given] if isinstance(given, str) else given
        return _each(kind.of, parts)
    if not isinstance(given, str):
        message = f"one {kind.name} is expected here, not a list"
        raise Unreadable(message)
    return kind.read(given)


def _each(kind: Kind, parts: Sequence[str]) -> tuple[object, ...]:
    """Read every part of a list; all that cannot be read is told at once. Raises Unreadable."""
    values: list[object] = []
    wrong: list[str] = []
    for part in parts:
        try:
            values.append(kind.read(part))
        except Unreadable as unreadable:
            wrong.append(str(unreadable))
    if wrong:
        raise Unreadable("; ".join(wrong))
    return tuple(values)


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
        if values.get(name) is None and not any(f"'{name}'" in problem.what for problem in problems)
    ]
    return values, problems


def _read_field(
    field: Field, text: Given, where: str, values: dict[str, object], problems: list[Problem]
) -> None:
    if isinstance(text, str) and text.strip().casefold() == CLEARS:
        values[field.name] = None
        return
    try:
        value = read_value(field.kind, text)
    except Unreadable as wrong:
        problems.append(Problem(where, f"'{field.name}': {wrong}"))
        return
    if holds_card_number(field.name, field.kind, value):
        what = f"'{field.name}' looks like a card number, which is never taken."
        remedy = "Give the processor's token and the last four digits."
        problems.append(Problem(where, what, remedy))
        return
    values[field.name] = value


def holds_card_number(name: str, kind: Kind | ListOf, value: object) -> bool:
    """Tell whether a field's value holds a card number; long numbers are common as identifiers."""
    if kind in (ID, ListOf(ID)):
        return False
    several = value if isinstance(value, tuple) else (value,)
    texts = (one for one in several if isinstance(one, str))
    return any(has_card_number(text, phone=name == "phone") for text in texts)


def has_card_number(text: str, *, phone: bool = False) -> bool:
    """Tell whether a text holds 13 to 19 digits in a row (spaces and hyphens aside) that pass Luhn.

    phone: the text is a telephone number, as is every text that begins with '+'. Those have up to
    15 digits and one in ten passes Luhn, so there a card number is looked for from 16 digits on.
    """
    if len(text) < SHORTEST_CARD:
        return False
    shortest = LONGEST_PHONE + 1 if phone or text.startswith("+") else SHORTEST_CARD
    for found in _DIGITS.finditer(text):
        digits = found[0].replace(" ", "").replace("-", "")
        if shortest <= len(digits) <= LONGEST_CARD and _luhn(digits):
            return True
    return False


def _luhn(digits: str) -> bool:
    doubled = (int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits)))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0  # noqa: PLR2004 - ISO/IEC 7812
