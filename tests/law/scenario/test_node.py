import pytest

from knowntenant.law.scenario.node import Mapped, Node, Reader, as_written
from tests.law.scenario.made import node, told


def mapped(text: str) -> Mapped:
    found = node(text)
    assert isinstance(found, Mapped)
    return found


def test_keys_are_found_whatever_their_case_spaces_and_hyphens() -> None:
    reader = Reader("made.yaml")
    found = reader.keys(mapped("{As-Of: 1, ASK: 2}"), {"as_of": "", "ask": ""}, "a question")
    assert sorted(found) == ["as_of", "ask"]
    assert told(reader) == []


def test_an_unknown_key_names_the_nearest_and_its_line() -> None:
    reader = Reader("made.yaml")
    reader.keys(mapped("ask: x\nasof: y\n"), {"as_of": "", "ask": ""}, "a question")
    assert told(reader) == ["2: a question has no key 'asof'. Did you mean 'as_of' or 'ask'?"]


def test_a_key_that_stands_twice_is_a_problem_and_the_first_counts() -> None:
    reader = Reader("made.yaml")
    found = reader.keys(mapped("a: x\nA: y\n"), {"a": ""}, "it")
    assert as_written(found["a"]) == "x"
    assert told(reader) == ["2: the key 'A' stands twice, first in line 1. Keep one of them."]


@pytest.mark.parametrize(
    ("text", "seen"),
    [("''", "and nothing stands here"), ("[a]", "not a list"), ("{a: b}", "not keys and values")],
)
def test_what_is_no_text_is_said_to_be_what_it_is(text: str, seen: str) -> None:
    reader = Reader("made.yaml")
    assert reader.text(node(text) if text != "''" else _first("['']"), "a name") is None
    assert told(reader) == [f"1: a name should be one text, {seen}."]


def _first(text: str) -> Node:
    reader = Reader("made.yaml")
    return reader.items(node(text), "it", "[]")[0]


def test_one_text_or_a_list_of_texts_is_read() -> None:
    reader = Reader("made.yaml")
    assert reader.texts(_first("[ 深圳 ]"), "a name") == ("深圳",)
    assert reader.texts(node("[Nguyễn, {a: b}, محمد]"), "a name") == ("Nguyễn", "محمد")
    assert told(reader) == ["1: a name should be one text, not keys and values."]


def test_values_stay_as_they_are_written() -> None:
    reader = Reader("made.yaml")
    assert reader.written(_first("[NO]"), "it") == "NO"
    assert reader.written(node("[on, 7.300, 1e3]"), "it") == ("on", "7.300", "1e3")
    assert reader.written(node("[[on]]"), "it") is None
    assert reader.written(node("{a: b}"), "it") is None
    assert [problem.remedy for problem in reader.problems] == [
        "Put a text that holds a comma, a colon or a bracket in quotes."
    ] * 2


def test_a_list_and_a_mapping_are_asked_for_with_an_example() -> None:
    reader = Reader("made.yaml")
    assert reader.items(node("{a: b}"), "facts", "- {a: b}") == ()
    assert reader.mapping(node("[a]"), "given", "{a: b}") is None
    assert told(reader) == [
        "1: facts should be a list, not keys and values. Write - {a: b}.",
        "1: given should be keys and values, not a list. Write {a: b}.",
    ]


def test_a_place_is_named_by_file_and_line() -> None:
    reader = Reader("made.yaml")
    assert reader.at(7) == "made.yaml:7"
    assert reader.at(node("\n\n{a: b}")) == "made.yaml:3"


def test_a_node_is_shown_as_it_was_written() -> None:
    assert as_written(node("{a: [x, {b: 2027-02-28}]}")) == "{a: [x, {b: 2027-02-28}]}"
