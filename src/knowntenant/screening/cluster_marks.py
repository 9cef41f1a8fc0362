"""What an entry can be known by on another list: its names folded, its numbers, its dates of birth.

Weak aliases are no such mark, and neither is a name of one short word.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from anyascii import anyascii

from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, NameKind

UNIQUE = frozenset({IdKind.LEI, IdKind.IMO})
"""Numbers that the world gives once, whatever the country."""

NATIONAL = frozenset({IdKind.NATIONAL_ID, IdKind.PASSPORT, IdKind.REGISTRATION, IdKind.TAX})
MAIN = frozenset({NameKind.PRIMARY, NameKind.ORIGINAL_SCRIPT})
CIRCA = 2  # years that "circa" may be off by, either way
SHORTEST_NUMBER = 6
FEWEST_FIGURES = 4
FEWEST_SIGNS = 3
"""A number of one or two different signs stands for `none`."""
FEWEST_LETTERS = 4

_UN_NUMBER = re.compile(r"([A-Z]{2})([ie])\.(\d{1,7})")
_UN_OLD_NUMBER = re.compile(r"([A-Z])([IE])\.[A-Z]\.(\d{1,7})\.\d{2}")
_UN_TOLD = re.compile(
    r"\bUN\s+Ref(?:erence)?[^\w]*(?:(?:No|Number)\b[^\w]*)?([A-Z]\S{4,14})", re.IGNORECASE
)
_BETWEEN_LETTERS = re.compile(r"(?<=\b\w)\.(?=\w\b)|['`\u2018\u2019\u02bc\u02bb]")
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""Kana and Han, which are written without spaces."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From which day to which somebody may be born; exact: the list tells one day."""

    first: date
    last: date
    exact: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """What may join an entry to one of another list.

    names: folded name to how many words it counts for; main: those of them that are no alias;
    words: all words of the names;
    numbers: identifiers as (kind, value, country), kind '' where the list tells none.
    """

    id: str
    list_name: str
    kind: Kind
    names: dict[str, int]
    main: frozenset[str]
    words: frozenset[str]
    countries: frozenset[str]
    numbers: frozenset[tuple[str, str, str]]
    references: frozenset[str]
    births: tuple[Span, ...]


def marks_of(entry: Entry) -> Marks:
    """Give the marks of an entry."""
    names = dict(
        folded
        for name in entry.names
        if name.kind is not NameKind.WEAK and (folded := fold(name.text))[1]
    )
    return Marks(
        id=entry.id,
        list_name=entry.list_name,
        kind=entry.kind,
        names=names,
        main=frozenset(fold(name.text)[0] for name in entry.names if name.kind in MAIN),
        words=frozenset(word for name in names for word in name.split()),
        countries=frozenset(entry.countries),
        numbers=frozenset(_numbers(entry)),
        references=frozenset(_references(entry)),
        births=tuple(span for told in entry.birth_dates if (span := span_of(told))),
    )


def together(one: Marks, other: Marks) -> Marks:
    """Give the marks of an entry that stands twice under one id."""
    return Marks(
        id=one.id,
        list_name=min(one.list_name, other.list_name),
        kind=min(one.kind, other.kind),
        names=one.names | other.names,
        main=one.main | other.main,
        words=one.words | other.words,
        countries=one.countries | other.countries,
        numbers=one.numbers | other.numbers,
        references=one.references | other.references,
        births=tuple(sorted({*one.births, *other.births})),
    )


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> tuple[str, int]:
    """Give a name in plain letters, its words in alphabetical order, and how many they count for.

    Two signs of Han or Kana count for a word, as these scripts have no spaces. A name too short
    to tell anybody by counts for none.
    """
    text = unicodedata.normalize("NFKC", name).casefold()
    signs = sum(len(run) for run in _UNSPACED.findall(text))
    plain = _BETWEEN_LETTERS.sub("", anyascii(_BETWEEN_LETTERS.sub("", text))).casefold()
    words = sorted(_WORD.findall(plain))
    letters = sum(map(len, words))
    spaced = len(_WORD.findall(_UNSPACED.sub(" ", text)))
    return " ".join(words), (spaced + signs // 2 if letters >= FEWEST_LETTERS else 0)


def span_of(told: str) -> Span | None:
    """Read a date of birth as entries write it; None where it is none."""
    first, _, last = told.removeprefix("~").partition("/")
    one, other = _days(first), _days(last or first)
    if one is None or other is None:
        return None
    if told.startswith("~"):
        low = max(one[0].year - CIRCA, date.min.year)
        high = min(other[1].year + CIRCA, date.max.year)
        return Span(date(low, 1, 1), date(high, 12, 31), exact=False)
    exact = one == other and one[0] == one[1] and (one[0].month, one[0].day) != (1, 1)
    return Span(one[0], other[1], exact)  # lists write 1 January where they know a year only


def un_reference(text: str) -> str:
    """Give a reference number of the UN's list as it is written now; empty where it is none.

    Numbers given before 2014 had the committee's old letters: QI.A.12.01 is QDi.012 today.
    """
    if now := _UN_NUMBER.fullmatch(text):
        return f"{now[1]}{now[2]}.{int(now[3]):03}"
    if old := _UN_OLD_NUMBER.fullmatch(text):
        committee = {"Q": "QD", "T": "TA"}.get(old[1], "")
        return f"{committee}{old[2].lower()}.{int(old[3]):03}" if committee else ""
    return ""


def _days(text: str) -> tuple[date, date] | None:
    """Give the first and the last day of a year, a month or a day."""
    parts = text.split("-")
    try:
        year, month, *_ = (*(int(part) for part in parts), 0)
        if len(parts) == 1:
            return date(year, 1, 1), date(year, 12, 31)
        if len(parts) == 2:  # noqa: PLR2004 - year and month
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day, day


def _numbers(entry: Entry) -> Iterator[tuple[str, str, str]]:
    for number in entry.identifiers:
        value = "".join(_WORD.findall(unicodedata.normalize("NFKC", number.value).upper()))
        if _is_strong(number, value):
            yield _family(number.kind), value, "" if number.kind in UNIQUE else number.country


def _family(kind: IdKind) -> str:
    """Name the kind where it is unique; lists disagree on what else a number is."""
    return kind.value if kind in UNIQUE else ""


def _is_strong(number: Identifier, value: str) -> bool:
    if number.kind in UNIQUE:
        return True
    long = len(value) >= SHORTEST_NUMBER and sum(map(str.isdigit, value)) >= FEWEST_FIGURES
    return long and number.kind in NATIONAL | {IdKind.OTHER} and len(set(value)) >= FEWEST_SIGNS


def _references(entry: Entry) -> Iterator[str]:
    prefix, _, rest = entry.id.partition(":")
    own = rest.partition(":")[0]  # OFAC's entry on a second list of OFAC's has that list behind it
    yield f"{prefix}:{own}"
    told = [own, *(number.value.removeprefix("UN ") for number in entry.identifiers)]
    told += [found.rstrip(".,;)") for found in _UN_TOLD.findall(entry.remarks)]
    yield from filter(None, map(un_reference, told))
