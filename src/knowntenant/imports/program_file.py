"""program.toml, the written program as a file: read by its declarations, all problems at once."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from knowntenant.facts.program import Program, elements
from knowntenant.facts.program_setting import Section, Setting
from knowntenant.facts.reading import Given, has_card_number, read_value
from knowntenant.imports.tally import ended
from knowntenant.imports.toml_file import read_toml
from knowntenant.law.kinds import Unreadable, fold
from knowntenant.law.problem import Problem, nearest

MOST_BYTES = 1_000_000
"""A written program of a thousand pages still fits."""
_ADVICE = "docs/program.md shows what a program file may say."


def read_program_file(path: Path) -> tuple[Program, list[Problem]]:
    """Read a program file; what cannot be used becomes a problem that names section and key."""
    problems: list[Problem] = []
    given = read_toml(path, problems, _ADVICE, most=MOST_BYTES, parse_float=str)
    values: dict[str, object] = {}
    for where, name, value in _told(given, path.name, problems):
        read = _read(elements()[name], value, where, problems)
        if read is not None:
            values[name] = read
    return Program(**values), problems  # type: ignore[arg-type]  # typed by the declarations


def _told(
    given: Mapping[str, object], file: str, problems: list[Problem]
) -> Iterator[tuple[str, str, object]]:
    """Give where each element stands, its name and its value; what is misplaced is a problem."""
    sections = {section.value: section for section in Section}
    for written, entry in given.items():
        section = sections.get(fold(written))
        if not isinstance(entry, dict):
            problems.append(_outside(file, written))
        elif section is None:
            what = f"there is no section [{written}]."
            problems.append(Problem(file, what, nearest(written, sections)))
        else:
            yield from _of_section(section, entry, f"{file} [{section}]", problems)


def _of_section(
    section: Section, entry: Mapping[str, object], where: str, problems: list[Problem]
) -> Iterator[tuple[str, str, object]]:
    own = [name for name, element in elements().items() if element.section is section]
    seen: set[str] = set()
    for written, value in entry.items():
        name = fold(written)
        if name not in own:
            problems.append(_misplaced(where, written, own))
        elif name in seen:
            problems.append(Problem(where, f"'{name}' is given twice."))
        else:
            seen.add(name)
            yield f"{where} {name}", name, value


def _outside(file: str, written: str) -> Problem:
    element = elements().get(fold(written))
    what = f"'{written}' stands in no section."
    remedy = f"Write it below [{element.section}]." if element else nearest(written, elements())
    return Problem(file, what, remedy)


def _misplaced(where: str, written: str, own: list[str]) -> Problem:
    element = elements().get(fold(written))
    if element is not None:
        return Problem(where, f"'{written}' belongs to [{element.section}].", "Move it there.")
    return Problem(where, f"there is no element '{written}'.", nearest(written, own))


def _read(element: Setting, value: object, where: str, problems: list[Problem]) -> object:
    """Read an element's value; None where it is not written or is a problem."""
    if value == "" and element.default in ("", None, ()):
        return None  # an empty form field: not written
    try:
        return read_value(element.kind, _given(element, value))
    except Unreadable as wrong:
        problems.append(Problem(where, ended(str(wrong))))
        return None


def _given(element: Setting, value: object) -> Given:
    given = [_text(one) for one in value] if isinstance(value, list) else _text(value)
    phone = element.name == "contact_phone"
    if any(has_card_number(t, phone=phone) for t in ([given] if isinstance(given, str) else given)):
        message = "this looks like a card number, which has no place in a program"
        raise Unreadable(message)
    return given


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, int | str):
        return str(value)
    message = "a text, a number, a day, yes or no, or a list of them is expected here"
    raise Unreadable(message)
