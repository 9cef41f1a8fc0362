# ruff: noqa: RUF001 - names are written in the scripts of their countries
"""Every name that is listed is found as it stands, on made-up lists and on real ones."""

import gzip
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from benchmarks.screening_adapter import entry_of
from knowntenant.sample.lists_made import Sort, Target, invented
from knowntenant.screening.entry import Entry, Kind, ListedName, NameKind
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.names import organization_names, person_names
from knowntenant.screening.party import Party

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "watchlists" / "entries.jsonl.gz"
MADE_UP = 1500
KINDS = {
    Sort.INDIVIDUAL: Kind.PERSON,
    Sort.ENTITY: Kind.ORGANIZATION,
    Sort.VESSEL: Kind.VESSEL,
}


def asked_as(entry: Entry) -> tuple[Kind, ...]:
    """Give what a party may be for whom an entry is meant: both, where the list does not tell."""
    if entry.kind is Kind.LEGAL_ENTITY:
        return (Kind.LEGAL_ENTITY, Kind.PERSON, Kind.ORGANIZATION)
    return (entry.kind,)


def missed(entries: Iterable[Entry]) -> Iterator[str]:
    """Ask about every name; give those that do not find their entry at the default threshold."""
    matcher = Matcher(entries)
    for entry in matcher.listed.entries:
        for name in entry.names:
            readable = person_names(name.text) or organization_names(name.text)
            for kind in asked_as(entry) if readable else ():
                scores = dict(matcher.scores(Party("", kind, name.text)))
                if scores.get(entry.id, 0.0) < matcher.threshold:
                    yield f"{entry.id} {kind} {name.text!r} {scores.get(entry.id)}"


def made_up(target: Target) -> Entry:
    names = [ListedName(target.name), *(ListedName(one, NameKind.ALIAS) for one in target.aliases)]
    names += [ListedName(one, NameKind.WEAK) for one in target.weak]
    if target.original:
        names.append(ListedName(target.original, NameKind.ORIGINAL_SCRIPT))
    born = (target.born,) if target.born else ()
    return Entry(target.id, "x", KINDS[target.sort], tuple(names), born, (target.country,))


@cache
def sample() -> tuple[Entry, ...]:
    targets = (
        invented(number, Random(f"{number}"))  # noqa: S311 - made-up names, the same each time
        for number in range(MADE_UP)
    )
    return tuple(made_up(one) for some in targets for one in some)


ODD = (
    ("Sukarno", Kind.PERSON), ("Li", Kind.PERSON), ("محمد", Kind.PERSON), ("李", Kind.PERSON),
    ("Nguyễn Văn Bình", Kind.PERSON), ("김민수", Kind.PERSON), ("Νίκος", Kind.PERSON),
    ("4711", Kind.ORGANIZATION),
    ("7-24", Kind.ORGANIZATION), ("深圳市腾讯有限公司", Kind.ORGANIZATION),
    ("ООО Ромашка", Kind.ORGANIZATION), ("Company Limited", Kind.ORGANIZATION),
    ("The Bank", Kind.ORGANIZATION), ("A", Kind.ORGANIZATION), ("GRU", Kind.LEGAL_ENTITY),
    ("Alpha Group", Kind.LEGAL_ENTITY), ("STAR 7", Kind.VESSEL), ("M/V Pearl", Kind.VESSEL),
    ("EP-GOM", Kind.AIRPLANE), ("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", Kind.CRYPTO_WALLET),
)  # fmt: skip


def test_every_name_of_made_up_lists_finds_its_entry() -> None:
    assert sum(len(entry.names) for entry in sample()) > MADE_UP
    assert list(missed(sample())) == []


@pytest.mark.parametrize("strength", [NameKind.PRIMARY, NameKind.WEAK])
def test_odd_names_find_their_entries_too(strength: NameKind) -> None:
    odd = [
        Entry(f"odd:{number}", "x", kind, (ListedName(text, strength),))
        for number, (text, kind) in enumerate(ODD)
    ]
    assert list(missed([*odd, *sample()[:300]])) == []


@pytest.mark.slow
def test_every_name_of_the_real_lists_finds_its_entry() -> None:
    if not REAL.is_file():
        pytest.skip("the real lists are not beside this repository")
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        entries = [entry_of(json.loads(line)) for line in lines]
    assert list(missed(entries)) == []
