import importlib
import pkgutil

import knowntenant
from knowntenant.law.decision import decisions
from tests.code_health.asks import complaints
from tests.code_health.rooms import pure_rooms


def declared() -> dict[str, tuple[str, ...]]:
    for found in pkgutil.walk_packages(knowntenant.__path__, "knowntenant."):
        if found.name.split(".")[1] in pure_rooms():
            importlib.import_module(found.name)
    return {name: decision.asks for name, decision in decisions().items()}


def test_decisions_ask_what_exists_and_never_in_a_circle() -> None:
    assert complaints(declared()) == []


def test_a_planted_misspelt_name_is_caught() -> None:
    (found,) = complaints({"scope.in_scope": ("persons.statsu",), "persons.status": ()})
    assert found == "scope.in_scope asks 'persons.statsu', which nothing decides"


def test_a_planted_circle_is_caught() -> None:
    (found,) = complaints({"a": ("b",), "b": ("c",), "c": ("a",)})
    assert found.startswith("a circle: ")


def test_two_ways_to_one_answer_are_no_circle() -> None:
    assert complaints({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}) == []
