import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.given import Given, parsed

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def told(value: object, method: str) -> list[str]:
    one = Given(value, "here", [])
    getattr(one, method)()
    return [str(problem) for problem in one.problems]


@pytest.mark.parametrize(
    ("value", "method", "words"),
    [
        ([], "members", "here: an object is expected here, not a list."),
        ({}, "items", "here: a list is expected here, not an object."),
        (1, "text", "here: a text is expected here, not a number."),
        (" ", "text", "here: the text is empty."),
        (None, "text", "here: a text is expected here, not null."),
        ("1", "number", "here: a number is expected here, not a text."),
        (True, "number", "here: a number is expected here, not true or false."),
        ([1, "a", [2]], "texts", "here[3]: a text is expected here, not a list."),
    ],
)
def test_what_is_not_of_the_shape_is_told_with_its_place(
    value: object, method: str, words: str
) -> None:
    assert told(value, method) == [words]


def test_a_number_outside_its_range_is_told() -> None:
    one = Given(1.5, "score", [])
    assert one.number(0, 1) == 0.0
    assert [str(problem) for problem in one.problems] == [
        "score: the number has to be from 0 to 1."
    ]


@pytest.mark.parametrize("data", [b"1e999", b"-1e999", b"1" + b"0" * 399])
def test_a_number_beyond_all_measure_is_told(data: bytes) -> None:
    one = parsed(data)
    assert one.number() == 0.0
    assert len(one.problems) == 1


def test_unknown_keys_are_told_with_the_nearest_and_null_is_left_out() -> None:
    one = Given({"scor": 1, "name": None, "id": "x"}, "hits[1]", [])
    assert set(one.members(("score", "name", "id"))) == {"scor", "id"}
    assert [str(p) for p in one.problems] == [
        "hits[1]: there is no key 'scor'. Did you mean 'score'?"
    ]


def test_keys_that_the_sender_chose_are_named_by_number() -> None:
    one = Given({"Nguyễn": 1, "b": {}}, "queries", [])
    for _, inner in one.numbered():
        inner.text()
    assert [problem.where for problem in one.problems] == ["queries[1]", "queries[2]"]


def test_texts_are_one_or_several_and_numbers_count_as_texts() -> None:
    assert Given("a", "", []).texts() == ("a",)
    assert Given("", "", []).texts() == ()
    assert Given(["a", 1951, None, ""], "", []).texts() == ("a", "1951")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "line 1, column 2"),
        (b"[NaN]", "NaN is no number"),
        (b'{"a": 1, "a": 2}', "stands twice"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[1" + b"0" * 5000 + b"]", "too many digits"),
        (b'"\xff\xfe\xfd', "no UTF-8"),
    ],
)
def test_what_is_no_json_is_told_and_not_raised(data: bytes, words: str) -> None:
    one = parsed(data)
    assert words in str(one.problems[0])
    assert one.value == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_json_is_read_in_every_encoding_of_unicode(encoding: str) -> None:
    assert parsed('{"名": "深圳"}'.encode(encoding)).value == {"名": "深圳"}


@given(values)
def test_any_json_is_read_as_it_is_and_no_method_falls_over_it(value: object) -> None:
    one = parsed(json.dumps(value).encode())
    assert one.value == value
    for method in ("members", "items", "text", "texts", "number", "numbered"):
        told(value, method)


@given(st.binary(max_size=40))
def test_any_bytes_are_answered(data: bytes) -> None:
    one = parsed(data, "file")
    assert one.value == {} or not one.problems
