"""Does a value fit the form that a decision declares for its answer?"""

from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from knowntenant.law.answer import UNKNOWN, Verdict
from knowntenant.law.kinds import Form, Kind, ListOf, Shape

TYPES: dict[str, tuple[type, ...]] = {
    "day": (date,),
    "id": (str,),
    "IP address": (str,),
    "moment": (date, datetime),
    "number": (Fraction, int),
    "percent": (Fraction, int),
    "text": (str,),
    "whole number": (int,),
    "yes/no": (Verdict,),
}


def fits(form: Form, value: object) -> bool:
    """Tell whether a value is unknown, none, or of the form; parts of a mapping may be none."""
    if value is UNKNOWN or value is None:
        return True
    match form:
        case ListOf():
            if not isinstance(value, tuple):
                return False
            return all(one is not None and fits(form.of, one) for one in value)
        case Shape():
            if not isinstance(value, dict) or not value.keys() <= form.keys.keys():
                return False
            return all(fits(form.keys[key], part) for key, part in value.items())
        case Kind():
            return of_kind(form, value)


def of_kind(kind: Kind, value: object) -> bool:
    """Tell whether a scalar is one of its closed list, or of the type that its kind is read to."""
    if kind.name not in TYPES:
        return isinstance(value, StrEnum) and value in kind.example.split(" | ")
    if kind.name == "day" and isinstance(value, datetime):
        return False
    return isinstance(value, TYPES[kind.name])
