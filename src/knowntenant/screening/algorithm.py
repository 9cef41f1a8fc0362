"""An algorithm: weights, calibration and threshold under one name, frozen once it was shipped."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from knowntenant.screening.features import NAMES, QUALIFIERS

FOLDER = "weights"


class UnknownAlgorithmError(Exception):
    """There is no algorithm of this name."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What features count for one sort of name, in log-odds.

    start: where the sum begins; names, qualifiers: a weight per feature, in the order of the
    tables; same_at_least: what two names that are the same come to before anything else is looked
    at; number_at_least: what a hit with the same number comes to in the end. slope, shift: turn the
    sum into calibrated log-odds.
    """

    start: float
    names: tuple[float, ...]
    qualifiers: tuple[float, ...]
    same_at_least: float
    number_at_least: float
    slope: float
    shift: float


@dataclass(frozen=True, slots=True)
class Algorithm:
    """A frozen version: its weights for people and organisations, and its default threshold."""

    name: str
    threshold: float
    people: Weights
    organizations: Weights
    sha256: str


@cache
def algorithm(name: str) -> Algorithm:
    """Give an algorithm by name; what was shipped is never edited, only followed by another.

    Raises:
        UnknownAlgorithmError: there is none of this name; the message lists those there are.
    """
    folder = resources.files("knowntenant.screening") / FOLDER
    known = sorted(
        one.name.removesuffix(".toml") for one in folder.iterdir() if one.name.endswith(".toml")
    )
    if name not in known:
        message = f"there is no algorithm {name}; there are: {', '.join(known)}"
        raise UnknownAlgorithmError(message)
    return read_algorithm(name, (folder / f"{name}.toml").read_bytes())


def read_algorithm(name: str, content: bytes) -> Algorithm:
    """Read an algorithm from its data file's content."""
    table = tomllib.loads(content.decode())
    return Algorithm(
        name,
        float(table["threshold"]),
        _weights(table["people"]),
        _weights(table["organizations"]),
        sha256(content).hexdigest(),
    )


def _weights(table: Mapping[str, Any]) -> Weights:
    names, qualifiers = (
        tuple(float(table[part][feature.name]) for feature in features)
        for part, features in (("names", NAMES), ("qualifiers", QUALIFIERS))
    )
    return Weights(
        float(table["start"]),
        names,
        qualifiers,
        float(table["same_at_least"]),
        float(table["number_at_least"]),
        float(table["slope"]),
        float(table["shift"]),
    )
