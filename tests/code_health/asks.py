"""Guard: decisions ask only decisions that exist, and never in a circle."""

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter


def complaints(asks: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Every asked name that nothing decides, and one circle if there is any.

    Args:
        asks: for each decision, the names that it declares to ask.
    """
    found = [
        f"{asker} asks '{asked}', which nothing decides"
        for asker, names in sorted(asks.items())
        for asked in names
        if asked not in asks
    ]
    try:
        TopologicalSorter(asks).prepare()
    except CycleError as circle:
        found.append(f"a circle: {' asks '.join(reversed(circle.args[1]))}")
    return found
