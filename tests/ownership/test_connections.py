"""Who is connected with an entity, against a twin that walks everything again and again."""

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.ownership.connections import connections_of
from tests.world import START, controls, owns, world

DAY = "2026-01-01"
IDS = st.sampled_from(["C1", "E1", "E2", "深圳", "محمد"])
EDGES = st.lists(st.tuples(IDS, IDS, st.sampled_from(["owner", "parent", "director"])), max_size=8)


def test_every_kind_of_tie_is_told_with_its_share_and_whose_it_is() -> None:
    inquiry = world(
        owns("P1", "C1", "0.5"),
        (START, "ownership", {"owner": "P2", "owned": "C1", "at_least": "25"}),
        (START, "ownership", {"owner": "P3", "owned": "C1"}),
        controls("P4", "C1", role="director", substantial="no"),
        controls("P5", "C1"),
        (START, "parent", {"child": "C1", "parent": "E1"}),
        controls("P6", "E1", role="trustee"),
    ).inquiry(DAY)
    found = [(c.person, c.tie, c.of, c.share) for c in connections_of(inquiry, "C1")]
    assert [(p, t, o, None if s is None else float(s)) for p, t, o, s in found] == [
        ("P1", "owner", "C1", 0.5),
        ("P2", "owner", "C1", 25.0),
        ("P3", "owner", "C1", None),
        ("P4", "director", "C1", None),
        ("P5", "controller", "C1", None),
        ("E1", "parent", "C1", None),
        ("P6", "trustee", "E1", None),
    ]


def test_what_has_ended_ties_nobody() -> None:
    inquiry = world(
        owns("P1", "C1", "0"),
        controls("P2", "C1", role="director", ended="yes"),
        (START, "parent", {"child": "C1", "parent": "E1", "ended": "yes"}),
    ).inquiry(DAY)
    assert connections_of(inquiry, "C1") == ()


@given(EDGES)
def test_the_ties_are_those_of_everybody_upward(edges: list[tuple[str, str, str]]) -> None:
    told = [
        owns(a, b, "10") if kind == "owner"
        else controls(a, b, role="director") if kind == "director"
        else (START, "parent", {"child": b, "parent": a})
        for a, b, kind in edges
    ]  # fmt: skip
    inquiry = world(*told, (START, "customer", {"id": "C1"})).inquiry(DAY)
    upward = {"C1"}
    for _ in edges:
        upward |= {a for a, b, _ in edges if b in upward}
    expected = {(a, kind, b) for a, b, kind in edges if b in upward and a != "C1"}
    found = [(c.person, c.tie, c.of) for c in connections_of(inquiry, "C1")]
    assert set(found) == expected
    assert len(found) == len(expected)
