"""Values of a JSON text, read with their place, so that everything wrong is told at once."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from knowntenant.law.problem import Problem, nearest

LONGEST_NUMBER = 400
"""Digits of a whole number; beyond it nothing here is meant."""
LARGEST = 1e300
"""The largest number, so that what JSON makes infinite is refused."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value, where it stands (such as `responses[2].results[1].score`), and where problems go.

    Keys that the sender chose are named by their number, counted from 1, as they may be personal.
    """

    value: object
    where: str
    problems: list[Problem]

    def problem(self, what: str, remedy: str = "") -> None:
        """Take note of something wrong here."""
        self.problems.append(Problem(self.where, what, remedy))

    def members(self, known: Collection[str] | None = None) -> dict[str, "Given"]:
        """Give what stands under each key, null left out; keys that are not known are problems."""
        if not isinstance(self.value, dict):
            self.problem(f"an object is expected here, not {_what(self.value)}.")
            return {}
        for key in self.value:
            if known is not None and key not in known:
                self.problem(f"there is no key '{key}'.", nearest(key, known))
        return {
            key: Given(value, f"{self.where}.{key}" if self.where else key, self.problems)
            for key, value in self.value.items()
            if value is not None
        }

    def numbered(self) -> list[tuple[str, "Given"]]:
        """Give what stands under keys that the sender chose, each with its key."""
        return [
            (key, Given(inner.value, f"{self.where}[{number}]", self.problems))
            for number, (key, inner) in enumerate(self.members().items(), 1)
        ]

    def items(self) -> list["Given"]:
        """Give the items of a list; nothing else is one."""
        if not isinstance(self.value, list):
            self.problem(f"a list is expected here, not {_what(self.value)}.")
            return []
        return [
            Given(value, f"{self.where}[{number}]", self.problems)
            for number, value in enumerate(self.value, 1)
        ]

    def text(self) -> str:
        """Give a text that is not blank; otherwise note it and give an empty one."""
        if not isinstance(self.value, str):
            self.problem(f"a text is expected here, not {_what(self.value)}.")
        elif not self.value.strip():
            self.problem("the text is empty.")
        else:
            return self.value
        return ""

    def texts(self) -> tuple[str, ...]:
        """Give a text, or a list of texts and whole numbers; null and empty ones are left out."""
        if not isinstance(self.value, list):
            return (self.text(),) if self.value != "" else ()
        found = []
        for item in self.items():
            if isinstance(item.value, int) and not isinstance(item.value, bool):
                found.append(str(item.value))
            elif item.value not in (None, ""):
                found.append(item.text())
        return tuple(text for text in found if text)

    def number(self, low: float = -LARGEST, high: float = LARGEST) -> float:
        """Give a number from low to high; otherwise note it and give 0."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self.problem(f"a number is expected here, not {_what(self.value)}.")
        elif not low <= self.value <= high:
            self.problem(f"the number has to be from {low:g} to {high:g}.")
        else:
            return float(self.value)
        return 0.0


def parsed(data: bytes, where: str = "") -> Given:
    """Parse a JSON text in UTF-8, UTF-16 or UTF-32; what cannot be parsed is a problem.

    NaN, Infinity, a key that stands twice, and nesting without end are refused.
    """
    problems: list[Problem] = []
    try:
        value = json.loads(
            data.removeprefix(b"\xef\xbb\xbf"),
            parse_constant=_refuse,
            parse_int=_whole,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as wrong:
        place = f"line {wrong.lineno}, column {wrong.colno}"
        problems.append(Problem(where or place, f"this is no JSON: {wrong.msg}, {place}."))
    except RecursionError:
        problems.append(Problem(where or "the text", "the JSON is nested too deeply."))
    except UnicodeDecodeError:
        problems.append(Problem(where or "the text", "this is no UTF-8.", "Save it as UTF-8."))
    except ValueError as wrong:
        problems.append(Problem(where or "the text", str(wrong)))
    else:
        return Given(value, where, problems)
    return Given({}, where, problems)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        message = "a key stands twice in one object."
        raise ValueError(message)
    return found


def _refuse(constant: str) -> float:
    message = f"{constant} is no number of JSON."
    raise ValueError(message)


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        message = "a number has too many digits."
        raise ValueError(message)
    return int(digits)


def _what(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case _:
            return "an object"
