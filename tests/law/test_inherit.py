import random
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.inherit import digest, leaves, overridden

LEAF = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
TREE = st.recursive(
    st.dictionaries(st.text(max_size=4), LEAF, max_size=4),
    lambda below: st.dictionaries(st.text(max_size=4), LEAF | below, max_size=4),
    max_leaves=12,
)


def test_a_child_overrides_single_leaves_and_inherits_the_rest() -> None:
    parent = {"deadline": {"copy": {"count": 10, "unit": "day"}, "end": {"count": 30}}}
    child = {"deadline": {"copy": {"count": 7}}}
    assert overridden(parent, child) == {
        "deadline": {"copy": {"count": 7, "unit": "day"}, "end": {"count": 30}}
    }


def test_a_list_is_one_leaf_and_is_replaced_as_a_whole() -> None:
    parent = {"parameter": {"share": {"values": [{"from": 1}, {"from": 2}]}}}
    child = {"parameter": {"share": {"values": [{"from": 3}]}}}
    assert overridden(parent, child) == child


def test_a_new_row_of_the_child_stands_beside_those_of_the_parent() -> None:
    assert overridden({"list": {"a": 1}}, {"list": {"b": 2}, "zone": "UTC"}) == {
        "list": {"a": 1, "b": 2},
        "zone": "UTC",
    }


def test_a_child_may_put_a_leaf_in_place_of_a_branch_and_a_branch_in_place_of_a_leaf() -> None:
    assert overridden({"a": {"b": 1}, "c": 2}, {"a": 3, "c": {"d": 4}}) == {"a": 3, "c": {"d": 4}}


@given(TREE, TREE)
def test_inheriting_changes_neither_parent_nor_child(
    parent: dict[str, object], child: dict[str, object]
) -> None:
    before = repr((parent, child))
    overridden(parent, child)
    assert repr((parent, child)) == before


@given(TREE)
def test_a_child_that_says_nothing_is_its_parent(parent: dict[str, object]) -> None:
    assert overridden(parent, {}) == parent == overridden({}, parent) == overridden(parent, parent)


def test_leaves_are_found_under_their_paths() -> None:
    assert leaves({"a": {"b": {"c": 1}}, "d": [2]}) == {("a", "b", "c"): 1, ("d",): [2]}


def shuffled(tree: object, chance: random.Random) -> object:
    if not isinstance(tree, dict):
        return tree
    rows = [(key, shuffled(value, chance)) for key, value in tree.items()]
    chance.shuffle(rows)
    return dict(rows)


@given(TREE, st.integers(0, 99))
def test_the_hash_does_not_depend_on_the_order_of_keys(tree: dict[str, object], seed: int) -> None:
    other = cast("dict[str, object]", shuffled(tree, random.Random(seed)))  # noqa: S311 - it only shuffles
    assert digest(other) == digest(tree)


@given(TREE, st.data())
def test_a_changed_leaf_changes_the_hash(tree: dict[str, object], data: st.DataObject) -> None:
    found = leaves(tree)
    if not found:
        return
    *branch, last = data.draw(st.sampled_from(sorted(found)))
    child: dict[str, object] = {last: "changed: this is longer than any leaf"}
    for key in reversed(branch):
        child = {key: child}
    assert digest(overridden(tree, child)) != digest(tree)
