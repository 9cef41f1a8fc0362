import re

import pytest

from knowntenant.documents.screening_guide import page, tried
from knowntenant.imports.lists.formats import FORMATS
from knowntenant.imports.lists.sources import origins
from knowntenant.imports.parties.trouble import Trouble
from knowntenant.screening.algorithm import algorithm
from knowntenant.screening.features import NAMES, QUALIFIERS
from knowntenant.screening.matcher import DEFAULT_ALGORITHM

PAGE = page()


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_format_says_whether_it_was_tried_on_a_real_file(one: object) -> None:
    told = next(row for row in FORMATS if row is one)
    assert f"| {told.what} | {tried(really=told.tried_on_real_file)} |" in PAGE


def test_a_format_that_was_not_tried_says_so_in_words() -> None:
    assert tried(really=False) == "no, not tried on a real file"


def test_every_list_stands_with_its_address_and_every_note_with_its_remedy() -> None:
    assert [one.name for one in origins().values() if one.files[0].address not in PAGE] == []
    assert [str(one) for one in Trouble if f"| `{one}` |" not in PAGE] == []


def test_every_weight_of_the_algorithm_is_printed() -> None:
    frozen = algorithm(DEFAULT_ALGORITHM)
    assert frozen.sha256 in PAGE
    for features, people, others in (
        (NAMES, frozen.people.names, frozen.organizations.names),
        (QUALIFIERS, frozen.people.qualifiers, frozen.organizations.qualifiers),
    ):
        for feature, one, other in zip(features, people, others, strict=True):
            assert f"| `{feature.name}` | {feature.reason} | {one:+.2f} | {other:+.2f} |" in PAGE


def test_the_points_of_the_example_add_up_to_its_score() -> None:
    example = PAGE.split("> Words:")[1].split("## ")[0]
    points = [float(one) for one in re.findall(r"\| `\w+` \| ([+-]\d+\.\d\d) \|", example)]
    (total,) = re.findall(r"\| all together \| ([+-]\d+\.\d\d) \|", example)
    assert sum(points) == pytest.approx(float(total), abs=0.01 * len(points))


def test_nothing_is_said_to_be_required_and_no_place_is_left_open() -> None:
    assert re.findall(r"\brequired\b", PAGE.casefold()) == []
    assert "${" not in PAGE
