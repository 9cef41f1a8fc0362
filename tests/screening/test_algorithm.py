"""Algorithms by name: what is shipped stays as it is, and its weights fit the features."""

import tomllib
from hashlib import sha256
from importlib import resources

import pytest

from knowntenant.screening.algorithm import Algorithm, UnknownAlgorithmError, Weights, algorithm
from knowntenant.screening.comparison import Comparison
from knowntenant.screening.features import NAMES, QUALIFIERS, TAKE
from knowntenant.screening.matcher import DEFAULT_ALGORITHM
from knowntenant.screening.qualifiers import Qualified

FROZEN = {
    "kt-1": "b761c9f9902c1e862c82fdb40ea2a0cbf5f638fbcb59bfeca47eaa47ea7bfb37",
}
"""The SHA-256 of the data file of every algorithm there is, so that none is edited by mistake.
Up to the first release kt-1 may be learned anew, and its hash put here; later it is followed by
kt-2, and this line stays.
"""
SHIPPED = sorted(FROZEN)


def sides(made: Algorithm) -> tuple[Weights, Weights]:
    return made.people, made.organizations


@pytest.mark.parametrize("name", SHIPPED)
def test_an_algorithm_is_what_it_was_when_it_was_frozen(name: str) -> None:
    assert algorithm(name).sha256 == FROZEN[name], f"{name}.toml is not the file that was frozen"


def test_every_data_file_is_frozen_here_and_its_hash_is_that_of_its_bytes() -> None:
    folder = resources.files("knowntenant.screening") / "weights"
    files = [one for one in folder.iterdir() if one.name.endswith(".toml")]
    assert sorted(one.name for one in files) == [f"{name}.toml" for name in SHIPPED]
    for one in files:
        told = algorithm(one.name.removesuffix(".toml"))
        assert told.sha256 == sha256(one.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["", "kt-0", "../weights/kt-1", "KT-1"])
def test_an_unknown_name_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownAlgorithmError, match=f"there are: {', '.join(SHIPPED)}"):
        algorithm(name)


def test_the_default_algorithm_is_shipped() -> None:
    assert DEFAULT_ALGORITHM in SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_data_file_has_a_weight_for_every_feature_and_for_nothing_else(name: str) -> None:
    folder = resources.files("knowntenant.screening") / "weights"
    table = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    assert set(table) == {"threshold", "people", "organizations"}
    for side in ("people", "organizations"):
        assert set(table[side]["names"]) == {one.name for one in NAMES}
        assert set(table[side]["qualifiers"]) == {one.name for one in QUALIFIERS}
        told = algorithm(name).people if side == "people" else algorithm(name).organizations
        assert told.names == tuple(table[side]["names"][one.name] for one in NAMES)
        assert told.qualifiers == tuple(table[side]["qualifiers"][one.name] for one in QUALIFIERS)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_weight_has_the_sign_opposite_to_what_its_feature_speaks_for(name: str) -> None:
    for told in sides(algorithm(name)):
        for features, weights in ((NAMES, told.names), (QUALIFIERS, told.qualifiers)):
            for feature, weight in zip(features, weights, strict=True):
                assert weight >= 0 if feature.speaks_for else weight <= 0, feature.name


@pytest.mark.parametrize("name", SHIPPED)
def test_more_points_are_a_higher_score_and_the_threshold_is_a_share(name: str) -> None:
    made = algorithm(name)
    assert 0 < made.threshold < 1
    assert all(told.slope > 0 for told in sides(made))
    assert all(told.number_at_least > told.same_at_least for told in sides(made))


def test_a_feature_is_an_attribute_of_what_was_seen_and_named_once() -> None:
    names = [one.name for one in (*NAMES, *QUALIFIERS)]
    assert len(set(names)) == len(names)
    assert set(Comparison.__slots__) - {"alignment"} == {one.name for one in NAMES}
    assert set(Qualified.__slots__) - {"identifier"} == {one.name for one in QUALIFIERS}
    assert all(one.reason for one in (*NAMES, *QUALIFIERS))


def test_values_are_taken_in_the_order_of_the_table() -> None:
    seen = Qualified(country_other=True, address=0.5)
    taken = dict(zip((one.name for one in QUALIFIERS), TAKE.of_rest(seen), strict=True))
    assert {name: value for name, value in taken.items() if value} == {
        "country_other": True,
        "address": 0.5,
    }
