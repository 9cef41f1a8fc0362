"""Shares through chains: multiplied along each chain, added over all of them, exact with cycles.

Cross-holdings are solved as the linear system that they are (the sum over all paths, infinitely
many where there is a cycle), in exact fractions, so that exactly 25 percent is exactly 25 percent.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from knowntenant.ownership.graph import Graph, Holders

Shares = dict[str, Fraction]
"""Share of the root by person; entities that nothing is known to hold appear as ends of chains."""


def shares_of(graph: Graph, whole: Collection[str] = ()) -> Shares:
    """Give everybody's share of the root, where 1 is the whole.

    Chains end at persons whom nothing is known to hold, and at those named in `whole`, whose
    holdings count as theirs whatever lies above them. Entities that own each other entirely are
    an end too, as nobody outside them is shown to own anything.
    """
    solved: dict[str, Shares] = {}
    for node in _holders_first(graph.holders, graph.root, whole):
        held = graph.holders.get(node, {})
        if node != graph.root and (node in whole or not held):
            solved[node] = {node: Fraction(1)}
            continue
        mine = _without_itself(node, _substituted(held, solved))
        solved[node] = mine
        for other, theirs in solved.items():
            if node in theirs and other != node:
                solved[other] = _substituted(theirs, {node: mine})
    return {p: s for p, s in solved[graph.root].items() if s}


def direct_shares(graph: Graph) -> Shares:
    """Give the shares held directly, chains left out (D16, 'direct')."""
    return dict(graph.holders.get(graph.root, {}))


def widest_shares(graph: Graph, majority: Fraction) -> Shares:
    """Give shares where a majority holder counts as holding all that the held entity holds (D16).

    Each person gets the larger of its multiplied share and its share so attributed.
    """
    attributed = shares_of(raised(graph, majority))
    shares = shares_of(graph)
    everybody = dict.fromkeys((*shares, *attributed))
    return {p: max(shares.get(p, Fraction(0)), attributed.get(p, Fraction(0))) for p in everybody}


def raised(graph: Graph, majority: Fraction) -> Graph:
    """Give the graph in which a majority holder of an entity above the root holds it all."""
    holders = {
        entity: _majority_only(held, majority) if entity != graph.root else held
        for entity, held in graph.holders.items()
    }
    return replace(graph, holders=holders)


def _majority_only(held: Mapping[str, Fraction], majority: Fraction) -> Mapping[str, Fraction]:
    over = [owner for owner, share in held.items() if share > majority]
    return {over[0]: Fraction(1)} if over else held


def _holders_first(holders: Holders, root: str, whole: Collection[str]) -> Iterable[str]:
    """Walk depth first without recursion and give each node after those that hold it."""
    done: dict[str, None] = {}
    seen = {root}
    stack: list[tuple[str, Iterable[str]]] = [(root, iter(holders.get(root, {})))]
    while stack:
        node, above = stack[-1]
        for owner in above:
            if owner not in seen:
                seen.add(owner)
                stack.append((owner, iter(() if owner in whole else holders.get(owner, {}))))
                break
        else:
            done[node] = None
            stack.pop()
    return done


def _substituted(held: Mapping[str, Fraction], solved: dict[str, Shares]) -> Shares:
    total: Shares = {}
    for owner, share in held.items():
        for person, part in solved.get(owner, {owner: Fraction(1)}).items():
            total[person] = total.get(person, Fraction(0)) + share * part
    return total


def _without_itself(node: str, shares: Shares) -> Shares:
    circular = shares.pop(node, Fraction(0))
    if circular < 1:
        return {person: share / (1 - circular) for person, share in shares.items()}
    # Shares stated at over 100 percent have no sum over all paths; their first round is taken.
    return shares or {node: Fraction(1)}
