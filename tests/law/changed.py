"""A pack with other numbers, so that a number hidden in code is found out.

changed(OFAC, blocked_ownership_share=30) gives the pack in which that parameter has that value on
all days; a deadline takes the place of another by its name: changed(OFAC, report=WithinDays(...)).
"""

from dataclasses import replace
from fractions import Fraction

from knowntenant.law.deadline import Deadline
from knowntenant.law.pack import DatedValue, Pack


def changed(pack: Pack, **other: int | str | Deadline) -> Pack:
    """Give a pack with other values of some parameters, or other deadlines, by their names."""
    numbers = {n: Fraction(v) for n, v in other.items() if isinstance(v, int | str)}
    deadlines = {n: v for n, v in other.items() if not isinstance(v, int | str)}
    assert numbers.keys() <= pack.parameters.keys()
    assert deadlines.keys() <= pack.deadlines.keys()
    parameters = {
        name: replace(pack.parameters[name], values=(DatedValue(pack.starts, value, "made up"),))
        for name, value in numbers.items()
    }
    return replace(
        pack,
        parameters={**pack.parameters, **parameters},
        deadlines={**pack.deadlines, **deadlines},
        sha256=f"{pack.sha256} with {sorted(other.items(), key=str)}",
    )
