"""Which column of a file of parties holds what; every guess is shown, and a doubtful one asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from knowntenant.facts.places.spelling import key
from knowntenant.imports.parties.fields import (
    BEFORE,
    HEADINGS,
    IDENTIFIERS,
    NAMES,
    ONE_COLUMN,
    Field,
)
from knowntenant.imports.signs import without_odd_signs
from knowntenant.law.problem import Problem, nearest
from knowntenant.screening.result import Taken

IGNORED = "ignore"
OPTION = "--column"
_LIKENESS, _SHORTEST = 0.86, 5  # so that "nationalty" is read, and no short word is guessed
_SAID, _KNOWN, _BEGINS, _ALIKE = range(4)
_WHY = (
    f"said with {OPTION}",
    "a heading of that meaning",
    "a heading of that meaning, with a word before it",
    "spelt much like one",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which positions hold which field, in order; what was taken for what; what was left out."""

    places: Mapping[Field, tuple[int, ...]]
    taken: tuple[Taken, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    identifiers: tuple[Field, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Set apart which of the fields hold identifiers, as every row asks."""
        found = tuple(one for one in self.places if one in IDENTIFIERS)
        object.__setattr__(self, "identifiers", found)


def guess_columns(header: Sequence[str], said: Sequence[str] = ()) -> Columns:
    """Take each heading for a field. said: `name=Heading`, or `ignore=Heading`, as often as needed.

    Problems tell of what was said and is not so, of two columns that claim one place, and of a
    file without any column that tells who is meant.
    """
    fixed, ignored, problems = _said(header, said)
    claims = [
        (place, *_claim(heading, fixed.get(place)))
        for place, heading in enumerate(header)
        if place not in ignored
    ]
    claims = _settled(claims, set(fixed.values()))
    problems += _doubtful(header, claims)
    places: dict[Field, tuple[int, ...]] = {}
    for place, found, _ in claims:
        if found is not None:
            places[found] = (*places.get(found, ()), place)
    _whole_name(places)
    if not problems and not (NAMES | set(IDENTIFIERS)) & set(places):
        problems.append(_nobody(header, claims))
    meant = {place: found for found, at in places.items() for place in at}
    taken = tuple(
        Taken(_shown(header[place]), str(meant[place]), _WHY[how])
        for place, found, how in claims
        if found is not None
    )
    left = tuple(_shown(header[place]) for place in range(len(header)) if place not in meant)
    return Columns(places, taken, left, tuple(problems))


Claim = tuple[int, Field | None, int]


def _claim(heading: str, fixed: Field | None) -> tuple[Field | None, int]:
    """Say what a heading is taken for, and how strongly; nothing for one that means nothing."""
    if fixed is not None:
        return fixed, _SAID
    bare = key(heading)
    if bare in HEADINGS:
        return HEADINGS[bare], _KNOWN
    for word in BEFORE:
        if bare.startswith(word) and bare[len(word) :] in HEADINGS:
            return HEADINGS[bare[len(word) :]], _BEGINS
    if len(bare) >= _SHORTEST:
        near = get_close_matches(bare, HEADINGS, n=1, cutoff=_LIKENESS)
        if near and len(near[0]) >= _SHORTEST:
            return HEADINGS[near[0]], _ALIKE
    return None, _ALIKE


def _settled(claims: Sequence[Claim], said: set[Field]) -> list[Claim]:
    """Let what was said, and what is known, go before mere likeness; the first id is the id."""
    best: dict[Field, int] = {}
    for _, found, how in claims:
        if found is not None:
            best[found] = min(how, best.get(found, how))
    settled: list[Claim] = []
    seen: set[Field] = set()
    for place, found, how in claims:
        weak = found is not None and (
            (found in said and how != _SAID and found in {*ONE_COLUMN, Field.ID})
            or (found in ONE_COLUMN and how == _ALIKE > best[found])
            or (found is Field.ID and (how > best[found] or found in seen))
        )
        settled.append((place, None if weak else found, how))
        if found is not None and not weak:
            seen.add(found)
    return settled


def _whole_name(places: dict[Field, tuple[int, ...]]) -> None:
    """Take a lone part of a name for the name: 'Nombre' and 'Nom' are either."""
    first, last = Field.FIRST_NAME in places, Field.LAST_NAME in places
    if first != last and Field.NAME not in places and Field.MIDDLE_NAME not in places:
        places[Field.NAME] = places.pop(Field.FIRST_NAME if first else Field.LAST_NAME)


def _said(
    header: Sequence[str], said: Sequence[str]
) -> tuple[dict[int, Field], set[int], list[Problem]]:
    fixed: dict[int, Field] = {}
    ignored: set[int] = set()
    problems: list[Problem] = []
    known = {str(one): one for one in Field}
    for given in said:
        name, _, heading = (part.strip() for part in given.partition("="))
        word = name.casefold().replace("-", "_").replace(" ", "_")
        place = _place_of(heading, header)
        if word not in known and word != IGNORED:
            what = f"'{name}' is nothing that a column can hold."
            problems.append(Problem(OPTION, what, nearest(name, [*known, IGNORED])))
        elif place is None:
            what = f"no column is headed '{heading}'."
            problems.append(Problem(OPTION, what, nearest(heading, header)))
        elif word == IGNORED:
            ignored.add(place)
        else:
            fixed[place] = known[word]
    return fixed, ignored, problems


def _place_of(heading: str, header: Sequence[str]) -> int | None:
    exact = [i for i, name in enumerate(header) if name.strip() == heading]
    alike = [i for i, name in enumerate(header) if key(name) == key(heading) != ""]
    return next(iter(exact or alike), None)


def _doubtful(header: Sequence[str], claims: Sequence[Claim]) -> list[Problem]:
    """Ask about two columns that may each be the one that holds a field."""
    problems: list[Problem] = []
    for field_ in sorted(ONE_COLUMN):
        rivals = [header[place] for place, found, _ in claims if found is field_]
        if len(rivals) > 1:
            named = " or ".join(f"'{_shown(one)}'" for one in rivals)
            what = f"{named} may hold the {field_.replace('_', ' ')}: which one is not clear."
            remedy = (
                f'Say it: {OPTION} "{field_}={_shown(rivals[0])}",'
                f' or leave one out: {OPTION} "{IGNORED}={_shown(rivals[-1])}".'
            )
            problems.append(Problem("the headings", what, remedy))
    return problems


def _nobody(header: Sequence[str], claims: Sequence[Claim]) -> Problem:
    """Say that no column tells who is meant; a header that may be somebody's data is not shown."""
    if any(found is not None for _, found, _ in claims):
        shown = ", ".join(f"'{_shown(name)}'" for name in header[:20])
        what = f"no column was recognised that holds names or identifiers, among {shown}."
    else:
        what = f"none of the {len(header)} cells of the first row is a heading known here."
    remedy = (
        f'Say which one holds the name: {OPTION} "name=HEADING".'
        " A file without headings needs a first line that names its columns."
    )
    return Problem("the headings", what, remedy)


def _shown(heading: str) -> str:
    return without_odd_signs(" ".join(heading.split()))[:80]
