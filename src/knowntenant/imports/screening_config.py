"""Screening settings as a TOML file: an algorithm and its thresholds, fixed and auditable."""

from collections.abc import Mapping
from pathlib import Path

from knowntenant.imports.toml_file import read_toml
from knowntenant.law.problem import Problem, nearest
from knowntenant.screening.entry import Kind
from knowntenant.screening.settings import Settings

MOST = 1 << 16
_ADVICE = "`knowntenant screen --print-config` shows what such a file looks like."
_KEYS = ("algorithm", "threshold", "thresholds", "weights")


def read_settings(path: Path) -> tuple[Settings, list[Problem]]:
    """Read settings; what cannot be used is a problem, and the settings are then not to be used."""
    problems: list[Problem] = []
    values = read_toml(path, problems, _ADVICE, most=MOST)
    where = str(path)
    problems += [
        Problem(where, f"'{key}' is no setting.", nearest(key, _KEYS))
        for key in values
        if key not in _KEYS
    ]
    algorithm = values.get("algorithm", Settings().algorithm)
    weights = values.get("weights", "")
    problems += [
        Problem(where, f"'{key}' is no text.", f'Write {key} = "{example}", for example.')
        for key, value, example in (("algorithm", algorithm, "kt-1"), ("weights", weights, "9f3a"))
        if not isinstance(value, str)
    ]
    threshold = _share(where, "threshold", values.get("threshold"), problems)
    kinds = _by_kind(where, values.get("thresholds", {}), problems)
    return Settings(str(algorithm), threshold, kinds, str(weights)), problems


def _by_kind(where: str, given: object, problems: list[Problem]) -> dict[Kind, float]:
    if not isinstance(given, Mapping):
        problems.append(Problem(where, "'thresholds' is no table.", _ADVICE))
        return {}
    found: dict[Kind, float] = {}
    for name, value in given.items():
        if name not in set(Kind):
            what = f"'thresholds.{name}' is no kind of party."
            problems.append(Problem(where, what, nearest(str(name), [str(kind) for kind in Kind])))
        elif (share := _share(where, f"thresholds.{name}", value, problems)) is not None:
            found[Kind(name)] = share
    return found


def _share(where: str, key: str, value: object, problems: list[Problem]) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        what = f"'{key}' is no number from 0 to 1."
        problems.append(Problem(where, what, f"Write {key} = 0.6, for example."))
        return None
    return float(value)
