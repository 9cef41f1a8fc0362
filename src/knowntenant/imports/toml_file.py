"""A TOML file read to plain keys and values; whatever keeps it from being read is a problem.

Numbers that Python refuses to write out, and brackets without end, are found here for every reader.
"""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from knowntenant.imports.signs import without_odd_signs
from knowntenant.imports.yaml_nodes import text_of
from knowntenant.law.problem import Problem

MOST_BITS = 4_000
"""A number of 1,200 figures still fits."""
MOST_DEEP = 50


def read_toml(
    path: Path,
    problems: list[Problem],
    advice: str,
    *,
    most: int = 0,
    parse_float: Callable[[str], object] = float,
) -> Mapping[str, object]:
    """Read the keys of a TOML file; where it cannot be read there are none, and it is said why.

    advice: what to do about text that is not TOML; most: bytes, 0 for as many as in
    any file; parse_float: reads 1.5 and 1e26.
    """
    text = text_of(path, problems, most)
    try:
        given = tomllib.loads(text or "", parse_float=parse_float)
    except tomllib.TOMLDecodeError as wrong:
        what, given = f"is not TOML: {without_odd_signs(str(wrong))}.", {}
    except RecursionError:
        what, given = _DEEP, {}
    except ValueError:  # Python reads no whole number of more than some 4,000 figures
        what, given = _LONG, {}
    else:
        what = _too_much(given)
    if what:
        problems.append(Problem(str(path), what, advice))
        return {}
    return given


_DEEP = "is not TOML: brackets or keys are nested too deeply."
_LONG = "is not TOML: a number in it is too long."


def _too_much(given: Mapping[str, object]) -> str:
    """Say what of a file is larger than anybody means, '' where nothing is."""
    level: list[object] = [given]
    for _ in range(MOST_DEEP + 1):
        if not level:
            return ""
        if any(isinstance(one, int) and one.bit_length() > MOST_BITS for one in level):
            return _LONG
        level = [below for one in level for below in _below(one)]
    return _DEEP


def _below(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
