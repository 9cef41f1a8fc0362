"""Graphs of owners for property tests, and slow obvious twins of the shares in them.

The twins are written from the words "owns or controls at least a share": follow every path from
the customer up to a person, multiply what is held along it, and add the paths up.
"""

from fractions import Fraction

from hypothesis import strategies as st

from knowntenant.ownership.graph import Graph

Held = dict[str, dict[str, Fraction]]
"""For each entity its holders, with their shares of it, where 1 is the whole."""

ROOT = "C"
ENTITIES = ("C", "E1", "E2", "E3", "E4")
PEOPLE = ("P1", "P2", "P3")


def graph(holders: Held) -> Graph:
    """Make a graph without controllers."""
    return Graph(ROOT, holders, {}, {}, (), ())


@st.composite
def holdings(draw: st.DrawFn, *, cycles: bool) -> Held:
    """Draw who holds what; entities hold later ones only, unless cycles are wanted."""
    holders: Held = {}
    for place, entity in enumerate(ENTITIES):
        above = ENTITIES if cycles else ENTITIES[place + 1 :]
        owners = draw(st.lists(st.sampled_from((*above, *PEOPLE)), unique=True, max_size=4))
        weights = [draw(st.integers(1, 20)) for _ in owners]
        # One part is never held by anybody, so that what goes round in circles fades away.
        whole = sum(weights) + draw(st.integers(1, 10))
        pairs = zip(owners, weights, strict=True)
        holders[entity] = {owner: Fraction(weight, whole) for owner, weight in pairs}
    return holders


def along_paths(holders: Held, node: str = ROOT) -> dict[str, Fraction]:
    """Give everybody's share by walking every path, one after the other (no cycles)."""
    found: dict[str, Fraction] = {}
    for owner, share in holders.get(node, {}).items():
        ends = along_paths(holders, owner) if holders.get(owner) else {owner: Fraction(1)}
        for person, part in ends.items():
            found[person] = found.get(person, Fraction(0)) + share * part
    return found


def round_after_round(holders: Held, rounds: int) -> tuple[dict[str, Fraction], Fraction]:
    """Give what each person has after some rounds, and what is still on its way.

    The whole customer starts at the customer; each round hands what an entity has to its holders.
    """
    arrived: dict[str, Fraction] = {}
    moving = {ROOT: Fraction(1)}
    for _ in range(rounds):
        after: dict[str, Fraction] = {}
        for node, amount in moving.items():
            for owner, share in holders[node].items():
                at = after if holders.get(owner) else arrived
                at[owner] = at.get(owner, Fraction(0)) + amount * share
        moving = after
    return arrived, sum(moving.values(), Fraction(0))


def total(shares: dict[str, Fraction]) -> Fraction:
    """Add shares up."""
    return sum(shares.values(), Fraction(0))
