"""The shape of a pack's tables: which keys each row may have, and of which type."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from knowntenant.law.problem import Problem, nearest


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a row: its TOML type, and whether it may be left out."""

    type: type | tuple[type, ...]
    optional: bool = False


Row = Mapping[str, Key]
_TEXT, _MAYBE_TEXT = Key(str), Key(str, optional=True)
_MAYBE_YES = Key(bool, optional=True)

PACK: Row = {
    "name": _TEXT, "title": _TEXT, "version": _TEXT, "parent": _MAYBE_TEXT, "status": _TEXT,
    "in_force": Key(bool), "source": _TEXT, "starts": Key(date), "last_verified_on": Key(date),
    "zone": _TEXT, "notice": _TEXT, "effective": Key(date, optional=True),
    "expires": Key(date, optional=True), "suspended_from": Key(date, optional=True),
    "suspended_to": Key(date, optional=True), "change_log": Key(list, optional=True),
    "not_verified": Key(list, optional=True),
}  # fmt: skip
CHANGE: Row = {"on": Key(date), "what": _TEXT}
CLAUSE: Row = {
    "who": Key(list), "kind": _TEXT, "duty": _TEXT,
    "decision": Key((str, list), optional=True), "not_software": _MAYBE_TEXT,
}  # fmt: skip
PARAMETER: Row = {
    "clause": _TEXT, "label": _TEXT, "unit": _TEXT, "last_verified_on": Key(date),
    "values": Key(list), "policy": _MAYBE_YES,
}  # fmt: skip
DATED: Row = {
    "from": Key(date), "value": Key((int, float, str), optional=True), "source": _MAYBE_TEXT,
}  # fmt: skip
ELEMENT: Row = {
    "clause": _TEXT, "label": _TEXT, "of": Key(list), "per": _TEXT, "any_of": Key(list),
}  # fmt: skip
LIST: Row = {"clause": _TEXT, "label": _TEXT, "entries": Key(list)}
ENTRY: Row = {"value": _TEXT, "answer": _TEXT, "clause": _TEXT, "note": _MAYBE_TEXT}
DEADLINE: Row = {
    "clause": _TEXT, "mechanism": _TEXT, "trigger": _TEXT, "unit": _MAYBE_TEXT,
    "label": _MAYBE_TEXT, "policy": _MAYBE_YES,
}  # fmt: skip
READING: Row = {"clauses": Key(list), "defect": _TEXT, "taken": _TEXT, "choices": Key(dict)}

KINDS_OF_CLAUSE = (
    "definition", "duty", "power", "right", "prohibition", "penalty", "purpose", "contents",
)  # fmt: skip
WHO = ("anyone", "customer", "department", "provider", "reseller")
PER = ("account", "customer", "person")
OF = ("entity", "individual")
ANSWERS = ("no", "unknown", "yes")


def misfits(where: str, row: object, shape: Row) -> list[Problem]:
    """Give everything wrong with the keys of a row: missing, unknown, of another type."""
    if not isinstance(row, Mapping):
        return [Problem(where, "this should be a table of keys and values")]
    found = [
        Problem(where, f"the key '{key}' is missing")
        for key, wanted in shape.items()
        if not wanted.optional and key not in row
    ]
    for key, value in row.items():
        if key not in shape:
            found.append(Problem(where, f"unknown key '{key}'.", nearest(key, shape)))
        elif not isinstance(value, shape[key].type) or _too_special(value, shape[key]):
            found.append(Problem(where, f"'{key}' should be {_named(shape[key].type)}"))
    return found


def outside(where: str, what: str, value: str, allowed: tuple[str, ...]) -> list[Problem]:
    """Give the problem of a word that is not in its closed list."""
    if value in allowed:
        return []
    return [Problem(where, f"{what} '{value}' is not known.", nearest(value, allowed))]


def _too_special(value: object, key: Key) -> bool:
    """Tell whether Python would take a yes/no for a number, or an instant for a day."""
    is_yes_no = isinstance(value, bool) and key.type is not bool
    return is_yes_no or isinstance(value, datetime)


def _named(types: type | tuple[type, ...]) -> str:
    several = types if isinstance(types, tuple) else (types,)
    words = {str: "text", bool: "true or false", list: "a list", dict: "a table", date: "a day"}
    return " or ".join(dict.fromkeys(words.get(one, "a number") for one in several))
