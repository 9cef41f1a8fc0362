"""Clearances against a slow obvious twin, over changes drawn at random."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.alerts import Alert
from knowntenant.screening.clearance import (
    MARGIN,
    Outcome,
)
from knowntenant.screening.entry import (
    Entry,
    Identifier,
    IdKind,
    Kind,
    ListedName,
    NameKind,
    Source,
)
from knowntenant.screening.hit import Hit
from knowntenant.screening.party import Party
from tests.screening.deciding import (
    ENTRY_CHANGES,
    NOON,
    PARTY_CHANGES,
    alert_of,
    judged,
    outcome,
)

NAMES = ("Nguyễn Văn Bình", "NGUYEN, van  BINH", "Nguyen Van Binh", "محمد", "Li", "深圳", "İlk")
DATES = ("", "1964-02-29", "1964")
CODES = ((), ("vn",), ("VN",), ("vn", "sy"), ("sy", "vn"))
NUMBERS = (
    (),
    (Identifier(IdKind.PASSPORT, "B-1 2", "vn"),),
    (Identifier(IdKind.PASSPORT, "b12", "VN"),),
    (Identifier(IdKind.TAX, "b12", "vn"),),
)
TAGS = ((), ("SDGT",), ("sdgt",), ("SDGT", "CUBA"), ("CUBA", "SDGT"))
SCORES = (0.5, 0.54, 0.56, 0.9)


T = TypeVar("T")


@st.composite
def worlds(draw: st.DrawFn) -> Alert:
    def pick(pool: Sequence[T]) -> T:
        return draw(st.sampled_from(pool))

    party = Party(
        "C1", pick((Kind.PERSON, Kind.PERSON, Kind.LEGAL_ENTITY)), pick(NAMES), (pick(NAMES),),
        pick(DATES), pick(CODES), pick(("1 Quay", "quay, 1")), pick(NUMBERS),
    )  # fmt: skip
    entries: list[Entry] = []
    hits: list[Hit] = []
    for number in sorted(draw(st.sets(st.sampled_from("123"), min_size=1))):
        weak = pick((NameKind.WEAK, NameKind.ALIAS))
        names = (ListedName(pick(NAMES)), ListedName(pick(NAMES), weak))
        entry = Entry(
            f"sdn:{number}", "sdn", Kind.PERSON, names, (pick(DATES),), pick(CODES),
            (pick(NAMES),), pick(NUMBERS), pick(TAGS), pick(("", "2024-01-01")), "",
            Source("f", draw(st.integers(1, 9))),
        )  # fmt: skip
        entries.append(entry)
        if not hits or draw(st.booleans()):
            listed = pick([name.text for name in names])
            hits.append(Hit("C1", entry.id, pick(SCORES), pick(party.names), listed, "kt-1"))
    cluster = draw(st.sampled_from(["T1", "T2"]))
    made = alert_of(*hits, party=party, entries=tuple(entries), cluster=cluster)
    WORLD[id(made)] = (party, tuple(entries), tuple(hits), made)
    return made


WORLD: dict[int, tuple[Party, tuple[Entry, ...], tuple[Hit, ...], Alert]] = {}


def plain(text: str) -> str:
    """Letters and digits without case and accents; words parted by one space."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace(",", " "))
    return " ".join("".join(s for s in bare if not unicodedata.combining(s)).split())


def numbers(those: tuple[Identifier, ...]) -> set[tuple[str, str, str]]:
    return {
        (n.kind, n.country.lower(), n.value.lower().replace("-", "").replace(" ", ""))
        for n in those
    }


def differs(one: Party | Entry, other: Party | Entry) -> bool:
    """Whether facts that matter differ, looked at one by one on what was given."""
    same = (
        one.kind == other.kind
        and {c.lower() for c in one.countries} == {c.lower() for c in other.countries}
        and numbers(one.identifiers) == numbers(other.identifiers)
    )
    if isinstance(one, Party) and isinstance(other, Party):
        return not (same and one.birth_date == other.birth_date)
    assert isinstance(one, Entry)
    assert isinstance(other, Entry)
    tags = {plain(tag) for tag in one.programmes} == {plain(tag) for tag in other.programmes}
    return not (same and tags and set(one.birth_dates) - {""} == set(other.birth_dates) - {""})


def weak(entry: Entry, text: str) -> bool:
    kinds = {name.kind for name in entry.names if plain(name.text) == plain(text)}
    return kinds == {NameKind.WEAK}


def twin(before: Alert, now: Alert) -> Outcome:
    """The slow obvious twin."""
    party, entries, hits, _ = WORLD[id(before)]
    party_now, entries_now, hits_now, _ = WORLD[id(now)]
    old = {entry.id: entry for entry in entries}
    if not any(entry.id in old for entry in entries_now):
        return Outcome.UNKNOWN
    if differs(party, party_now):
        return Outcome.REOPENS
    for entry in entries_now:
        if entry.id not in old or differs(old[entry.id], entry):
            return Outcome.REOPENS
        then = [h for h in hits if h.entry == entry.id]
        for found in (h for h in hits_now if h.entry == entry.id):
            asked = any(plain(found.asked_name) == plain(h.asked_name) for h in then)
            listed = any(
                plain(found.listed_name) == plain(h.listed_name)
                and weak(entry, found.listed_name) == weak(old[entry.id], h.listed_name)
                for h in then
            )
            if not (asked and listed and found.score <= max(h.score for h in then) + MARGIN):
                return Outcome.REOPENS
    return Outcome.STAYS


@given(worlds(), worlds())
def test_compared_as_the_slow_obvious_twin_compares(before: Alert, now: Alert) -> None:
    found = outcome(now, judged(before))
    renumbered = now.fingerprint.ids() - before.fingerprint.ids()
    if renumbered and found is not Outcome.REOPENS:
        gone = [s.side for s in before.fingerprint.entries if s.entry not in now.fingerprint.ids()]
        assert found is Outcome.UNKNOWN or all(
            seen.side in gone for seen in now.fingerprint.entries if seen.entry in renumbered
        )
    else:
        assert found is twin(before, now)


@st.composite
def one_thing_else(draw: st.DrawFn) -> tuple[Alert, Alert]:
    """A world, and the same one but for a name, a score, an entry or the party."""
    before, other = draw(worlds()), draw(worlds())
    party, entries, hits, _ = WORLD[id(before)]
    others = {entry.id: entry for entry in WORLD[id(other)][1]}
    hits = tuple(replace(found, score=0.52) for found in hits)
    match draw(st.sampled_from(["asked", "listed", "score", "entry", "party"])):
        case "asked":
            hits = (replace(hits[0], asked_name=party.names[-1]), *hits[1:])
        case "listed":
            (hit_entry,) = (entry for entry in entries if entry.id == hits[0].entry)
            hits = (replace(hits[0], listed_name=hit_entry.names[-1].text), *hits[1:])
        case "score":
            hits = (replace(hits[0], score=draw(st.sampled_from(SCORES))), *hits[1:])
        case "entry":
            entries = tuple(others.get(entry.id, entry) for entry in entries)
        case _:
            party = WORLD[id(other)][0]
    now = alert_of(*hits, party=party, entries=entries)
    WORLD[id(now)] = (party, entries, hits, now)
    return before, now


@given(one_thing_else())
def test_one_thing_else_is_judged_as_the_slow_obvious_twin_judges(
    pair: tuple[Alert, Alert],
) -> None:
    before, now = pair
    assert outcome(now, judged(before)) is twin(before, now)


@st.composite
def rewritten(draw: st.DrawFn, text: str) -> str:
    """The same text in other capitals, without accents, or with a comma that moved."""
    way = draw(st.sampled_from(["upper", "plain", "comma", "space", "unseen", "decomposed"]))
    match way:
        case "upper":
            return text.upper() if plain(text.upper()) == plain(text) else text
        case "plain":
            return plain(text)
        case "comma":
            return text.replace(" ", ", ", 1)
        case "space":
            return f" {text.replace(' ', '  ')} "
        case "unseen":
            return "\u200b".join(text)
        case _:
            return unicodedata.normalize("NFD", text)


@st.composite
def cosmetic(draw: st.DrawFn) -> tuple[Alert, Alert]:
    """A world, and the same world written otherwise."""
    before = draw(worlds())
    party, entries, hits, _ = WORLD[id(before)]
    written = {text: draw(rewritten(text)) for text in NAMES}
    aliases = tuple(draw(st.permutations([written[name] for name in party.aliases] * 2)))
    other_party = replace(party, name=written[party.name], aliases=aliases,
                          address=draw(st.text(max_size=9)),
                          countries=tuple(reversed(party.countries)))  # fmt: skip
    others = [
        replace(
            entry,
            names=tuple(draw(st.permutations(
                [replace(name, text=written[name.text]) for name in entry.names]
            ))),
            addresses=(draw(st.text(max_size=9)),),
            programmes=tuple(reversed([tag.lower() for tag in entry.programmes])),
            identifiers=tuple(replace(n, value=f" {n.value.lower()} ") for n in entry.identifiers),
            remarks="said otherwise", listed_on="2026-02-28", source=Source("other", 99),
        )
        for entry in entries
    ]  # fmt: skip
    other_hits = [
        replace(found, asked_name=written[found.asked_name], listed_name=written[found.listed_name],
                score=max(0.0, found.score - 0.01))
        for found in hits
    ]  # fmt: skip
    now = alert_of(*other_hits, party=other_party, entries=tuple(draw(st.permutations(others))),
                   cluster="T9", opened=NOON + timedelta(days=9))  # fmt: skip
    return before, now


@given(cosmetic())
def test_what_is_only_written_otherwise_stays_cleared(pair: tuple[Alert, Alert]) -> None:
    before, now = pair
    assert outcome(now, judged(before)) is Outcome.STAYS


@given(worlds(), st.data())
def test_any_change_of_a_field_that_mattered_reopens(before: Alert, data: st.DataObject) -> None:
    party, entries, hits, _ = WORLD[id(before)]
    words = data.draw(st.sampled_from([*PARTY_CHANGES, *(f"entry {w}" for w in ENTRY_CHANGES)]))
    if words in PARTY_CHANGES:
        new = replace(party, **PARTY_CHANGES[words])  # type: ignore[arg-type] # any field may change
        moved = [replace(h, asked_name=new.name) if "name" in words else h for h in hits]
        now = alert_of(*moved, party=new, entries=entries)
        changed = differs(party, new) or "name" in words
    else:
        old = data.draw(st.sampled_from([e for e in entries if e.id in before.entries]))
        fields = ENTRY_CHANGES[words.removeprefix("entry ")]
        fresh = replace(old, **fields)  # type: ignore[arg-type] # any field may change
        renamed = {old.id: fresh.names[0].text} if "name" in words else {}
        moved = [replace(h, listed_name=renamed.get(h.entry, h.listed_name)) for h in hits]
        every = tuple(fresh if e is old else e for e in entries)
        now = alert_of(*moved, party=party, entries=every)
        changed = differs(old, fresh) or "name" in words or "list" in words
    assert (outcome(now, judged(before)) is Outcome.REOPENS) is changed
