"""Which two entries of lists are one target, and why: the pairs that clusters are made of."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations

from knowntenant.screening.cluster_marks import UNIQUE, Marks, Span
from knowntenant.screening.entry import Kind

MOST_BEARERS = 30
"""A name or number that more entries bear says nothing about any of them."""

YEARS_APART = 2
"""Years of birth further apart than this are those of two people, whatever else agrees."""

WORDS_NEEDED = 2
WORDS_ENOUGH = 4
"""A name of so many words says as much as two shorter ones."""

SAME_KIND = (
    frozenset({Kind.LEGAL_ENTITY, Kind.PERSON}),
    frozenset({Kind.LEGAL_ENTITY, Kind.ORGANIZATION}),
)


class Reason(IntEnum):
    """Why two entries were joined; the strongest reason comes first."""

    CROSS_REFERENCE = 1
    SAME_NUMBER = 2
    SAME_NAME_AND_DAY = 3
    SAME_NAME_AND_YEAR = 4
    SAME_NAME_AND_COUNTRY = 5
    SEVERAL_NAMES = 6

    @property
    def words(self) -> str:
        """Say it in words."""
        return _WORDS[self]


_WORDS: Mapping[Reason, str] = {
    Reason.CROSS_REFERENCE: "both stand for one number of the UN's list, or of OFAC's",
    Reason.SAME_NUMBER: "both have the same number, given by an authority",
    Reason.SAME_NAME_AND_DAY: "both have the same name and day of birth",
    Reason.SAME_NAME_AND_YEAR: "both have the same name, and dates of birth that agree",
    Reason.SAME_NAME_AND_COUNTRY: "both have the same name and country, and nothing speaks against",
    Reason.SEVERAL_NAMES: "both have several same names, or a long one; nothing speaks against",
}

STRONG = frozenset({Reason.CROSS_REFERENCE, Reason.SAME_NUMBER, Reason.SAME_NAME_AND_DAY})
"""Reasons good enough to join entries that one list keeps apart."""


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two entries joined: why, and what they share (a folded name or a number)."""

    reason: Reason
    first: str
    second: str
    shared: str


Block = dict[str, list[Marks]]


def joins(marks: Sequence[Marks]) -> list[Join]:
    """Give every pair that something speaks for and nothing against, the strongest first."""
    times = Counter(word for one in marks for word in one.words)
    common = frozenset(word for word, n in times.items() if n > MOST_BEARERS or len(word) == 1)
    found: set[Join] = set()
    for number, bearers in _blocks(marks, lambda one: one.references):
        found |= set(_within(bearers, number, _by_reference(bearers, common)))
    for number, bearers in _blocks(marks, lambda one: {value for _, value, _ in one.numbers}):
        found |= set(_within(bearers, number, _by_number(number, common)))
    for name, bearers in _blocks(marks, lambda one: one.names):
        found |= set(_within(bearers, name, _by_name(name, bearers)))
    return sorted(found)


def contradict(one: Marks, other: Marks) -> bool:
    """Tell whether two entries cannot be one target."""
    kinds = one.kind is other.kind or frozenset({one.kind, other.kind}) in SAME_KIND
    return not kinds or _born_apart(one, other, YEARS_APART) or _numbered_apart(one, other)


Judge = Callable[[Marks, Marks], Reason | None]


def _blocks(
    marks: Sequence[Marks], keys: Callable[[Marks], Iterable[str]]
) -> Iterator[tuple[str, list[Marks]]]:
    blocks: Block = defaultdict(list)
    for one in marks:
        for key in keys(one):
            blocks[key].append(one)
    return ((key, some) for key, some in blocks.items() if 1 < len(some) <= MOST_BEARERS)


def _within(bearers: list[Marks], shared: str, judge: Judge) -> Iterator[Join]:
    for one, other in combinations(sorted(bearers, key=lambda mark: mark.id), 2):
        reason = None if contradict(one, other) else judge(one, other)
        if reason is not None:
            yield Join(reason, one.id, other.id, shared)


def _by_reference(bearers: list[Marks], common: frozenset[str]) -> Judge:
    """Give who judges by a UN number.

    Lists quote wrong ones, so a word has to agree, or a whole name where a list quotes it twice.
    """
    times = Counter(one.list_name for one in bearers)

    def judged(one: Marks, other: Marks) -> Reason | None:
        alone = times[one.list_name] == 1 == times[other.list_name]
        agrees = _names_agree(one, other, common) if alone else _share_a_name(one, other)
        return Reason.CROSS_REFERENCE if agrees else None

    return judged


def _by_number(number: str, common: frozenset[str]) -> Judge:
    """Give who judges by a number; one that is not unique in the world needs a name beside it."""

    def judged(one: Marks, other: Marks) -> Reason | None:
        mine = {(kind, country) for kind, value, country in one.numbers if value == number}
        theirs = {(kind, country) for kind, value, country in other.numbers if value == number}
        if any(kind for kind, _ in mine & theirs):
            return Reason.SAME_NUMBER
        places, others = {place for _, place in mine}, {place for _, place in theirs}
        fits = "" in places | others or places & others
        return Reason.SAME_NUMBER if fits and _names_agree(one, other, common) else None

    return judged


def _names_agree(one: Marks, other: Marks, common: frozenset[str]) -> bool:
    """Tell whether a word agrees that few entries have; within one list a whole name must."""
    if one.list_name == other.list_name:
        return _share_a_name(one, other)
    return bool((one.words & other.words) - common)


def _share_a_name(one: Marks, other: Marks) -> bool:
    return not one.names.keys().isdisjoint(other.names)


def _by_name(name: str, bearers: list[Marks]) -> Judge:
    """Give who judges by a name; within one list several bearers make it say little."""
    times = Counter(one.list_name for one in bearers)
    counted = bearers[0].names[name]

    def judged(one: Marks, other: Marks) -> Reason | None:
        if one.kind not in PERSONS_AND_FIRMS or other.kind not in PERSONS_AND_FIRMS:
            return None  # ships and aeroplanes are called alike the world over
        alone = times[one.list_name] == 1 == times[other.list_name]
        if _same_day(one, other) and (alone or _is_main(name, one, other)):
            return Reason.SAME_NAME_AND_DAY
        apart = one.list_name != other.list_name
        if counted < WORDS_NEEDED or not (alone and apart) or _born_apart(one, other, 0):
            return None
        return _by_name_alone(one, other, counted)

    return judged


def _by_name_alone(one: Marks, other: Marks, counted: int) -> Reason | None:
    """Judge entries of two lists that have a name in common, each the only one of its list."""
    if one.births and other.births:
        return Reason.SAME_NAME_AND_YEAR
    if one.countries & other.countries:
        return Reason.SAME_NAME_AND_COUNTRY
    whole = [name for name in one.names.keys() & other.names if one.names[name] >= WORDS_NEEDED]
    told_apart = one.countries and other.countries
    enough = counted >= WORDS_ENOUGH or len(whole) > 1
    return Reason.SEVERAL_NAMES if enough and not told_apart else None


def _is_main(name: str, one: Marks, other: Marks) -> bool:
    """Tell whether a name is more than an alias of both: twins may share a nickname and a day."""
    shared = one.names.keys() & other.names.keys()
    return name in one.main | other.main or len(shared) > 1


PERSONS_AND_FIRMS = frozenset({Kind.LEGAL_ENTITY, Kind.ORGANIZATION, Kind.PERSON})


def _same_day(one: Marks, other: Marks) -> bool:
    return any(span.exact and span in other.births for span in one.births)


def _born_apart(one: Marks, other: Marks, years: int) -> bool:
    """Tell whether both have dates of birth, and no two of them are within so many years."""
    return bool(one.births and other.births) and not any(
        _near(mine, theirs, years) for mine in one.births for theirs in other.births
    )


def _near(mine: Span, theirs: Span, years: int) -> bool:
    if not years:
        return mine.first <= theirs.last and theirs.first <= mine.last
    low, high = mine.first.year - years, mine.last.year + years
    return low <= theirs.last.year and theirs.first.year <= high


def _numbered_apart(one: Marks, other: Marks) -> bool:
    """Tell whether both have a number that is unique in the world, and never the same."""
    return any(
        mine and theirs and not mine & theirs
        for mine, theirs in ((_of(one, kind), _of(other, kind)) for kind in UNIQUE)
    )


def _of(one: Marks, wanted: str) -> set[str]:
    return {value for kind, value, _ in one.numbers if kind == wanted}
