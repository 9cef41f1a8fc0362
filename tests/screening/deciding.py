"""What tests about decisions share: a party, entries, hits, and moments."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from knowntenant.screening.alerts import Act, Alert, Step, alerts_of
from knowntenant.screening.clearance import Clearance, Outcome, clearance_of, compare
from knowntenant.screening.entry import (
    Entry,
    Identifier,
    IdKind,
    Kind,
    ListedName,
    NameKind,
    Source,
)
from knowntenant.screening.hit import Hit, Line
from knowntenant.screening.party import Party

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
PARTY = Party(
    "C1", Kind.PERSON, "Nguyễn Văn Bình", ("محمد",), "1964-02-29", ("vn",), "1 Quay, Hải Phòng",
    (Identifier(IdKind.PASSPORT, "B-123 456", "vn"),),
)  # fmt: skip
FIRST = Entry(
    "sdn:1", "sdn", Kind.PERSON,
    (ListedName("NGUYEN, Van Binh"), ListedName("Bình Đẹp", NameKind.WEAK)),
    ("1964-02-29",), ("vn",), ("Quay 1",), (Identifier(IdKind.PASSPORT, "B123456", "vn"),),
    ("SDGT",), "2024-02-29", "", Source("sdn.csv", 7),
)  # fmt: skip
SECOND = replace(FIRST, id="un:2", list_name="un", programmes=("QDi",), source=Source("un.xml", 2))
LINE = Line("name", 4.0, 1.0, "the names are the same", "Nguyễn Văn Bình", "NGUYEN, Van Binh")


def hit(  # noqa: PLR0913 - what a hit is made of
    entry: Entry = FIRST,
    party: Party = PARTY,
    score: float = 0.9,
    *,
    asked_name: str = "",
    listed_name: str = "",
    algorithm: str = "kt-1",
) -> Hit:
    """A hit, where nothing else is said of the first names of both sides."""
    asked, listed = asked_name or party.name, listed_name or entry.names[0].text
    return Hit(party.id, entry.id, score, asked, listed, algorithm, (), (LINE,))


def alert_of(
    *hits: Hit,
    party: Party = PARTY,
    entries: tuple[Entry, ...] = (FIRST,),
    cluster: str = "T1",
    opened: datetime = NOON,
) -> Alert:
    """The one alert of some hits on entries that are one target."""
    known = {entry.id: entry for entry in entries}
    clusters = dict.fromkeys(known, cluster)
    (made,) = alerts_of(
        hits or (hit(entries[0], party),), {party.id: party}, known, clusters, opened
    )
    return made


def step(act: Act, who: str = "An", days: float = 1) -> Step:
    """A step with a reason, some days after the alert opened."""
    return Step(act, who, NOON + timedelta(days=days), "looked into it")


def cleared(alert: Alert, who: str = "An", days: float = 1) -> Alert:
    """An alert that a person cleared."""
    return alert.after(step(Act.CLEAR, who, days))


def judged(alert: Alert, days: float = 1) -> Clearance:
    return clearance_of(cleared(alert, days=days))


def outcome(now: Alert, *before: Clearance) -> Outcome:
    return compare(now, before).outcome


WALLET = Identifier(IdKind.WALLET, "1AbC")
PARTY_CHANGES = {
    "kind": {"kind": Kind.LEGAL_ENTITY},
    "birth dates": {"birth_date": "1964-02-28"},
    "countries": {"countries": ("vn", "sy")},
    "identifiers": {"identifiers": (*PARTY.identifiers, WALLET)},
    "another name": {"name": "Trần Bình"},
}
ENTRY_CHANGES = {
    "kind": {"kind": Kind.LEGAL_ENTITY},
    "birth dates": {"birth_dates": ()},
    "countries": {"countries": ()},
    "identifiers": {"identifiers": ()},
    "programmes": {"programmes": ("SDGT", "CYBER2")},
    "list": {"list_name": "cons"},
    "another name": {"names": (ListedName("Tran Binh"),)},
}
