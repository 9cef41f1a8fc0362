"""A shape for any other tool: one JSON object that carries hits with both their sides.

Version 1, of which keys that are not named here are refused:

    {"format": "knowntenant-hits", "version": 1, "tool": "acme", "algorithm": "3.2",
     "hits": [{
       "party": {"id": "C1", "kind": "Person", "name": "...", "aliases": [], "birth_date": "1961",
                 "countries": ["vn"], "address": "", "identifiers": [{"kind": "passport",
                 "value": "...", "country": "vn"}]},
       "entry": {"id": "sdn:1", "list": "sdn", "kind": "Person", "names": ["..."],
                 "birth_dates": [], "countries": [], "addresses": [], "identifiers": [],
                 "programmes": [], "listed_on": "2024-01-31"},
       "cluster": "T1", "score": 0.93, "asked_name": "...", "listed_name": "...",
       "reasons": [{"feature": "name", "value": 0.97, "points": 3.1, "reason": "...",
                    "asked": "...", "listed": "..."}]}]}

Needed are format, version, tool, hits, and of a hit: party (id, name), entry (id, list, names) and
score, 0 to 1. A party or entry that comes again is written alike, or by its id alone.
"""

from knowntenant.imports.hits.taken import Taken, identifiers_of, kind_of
from knowntenant.screening.entry import Entry, ListedName, NameKind
from knowntenant.screening.ftm import country_code, is_date
from knowntenant.screening.given import Given, parsed
from knowntenant.screening.hit import Hit, Line
from knowntenant.screening.party import Party

FORMAT, VERSION = "knowntenant-hits", 1
_TOP = ("format", "version", "tool", "algorithm", "hits")
_HIT = ("party", "entry", "cluster", "score", "asked_name", "listed_name", "reasons")
_PARTY = (
    "id", "kind", "name", "aliases", "birth_date", "countries", "address", "identifiers",
)  # fmt: skip
_ENTRY = (
    "id", "list", "kind", "names", "birth_dates", "countries", "addresses", "identifiers",
    "programmes", "listed_on",
)  # fmt: skip
_REASON = ("feature", "value", "points", "reason", "asked", "listed")

Members = dict[str, Given]


def read_webhook(data: bytes, where: str = "") -> Taken:
    """Read the body of a webhook, or a file of the same shape."""
    given = parsed(data, where)
    taken = Taken(problems=given.problems)
    if given.problems:
        return taken
    members = given.members(_TOP)
    if _lacks(given, members, ("format", "version", "tool", "hits")):
        return taken
    if members["format"].value != FORMAT:
        members["format"].problem(f"'{FORMAT}' is expected here.")
    if members["version"].value != VERSION or isinstance(members["version"].value, bool):
        members["version"].problem(f"version {VERSION} is the one that is read here.")
    named = [members[key].text() for key in ("tool", "algorithm") if key in members]
    for one in members["hits"].items():
        _read_hit(one, taken, "/".join(named))
    return taken


def _lacks(given: Given, members: Members, needed: tuple[str, ...]) -> bool:
    missing = [name for name in needed if name not in members]
    for name in missing:
        given.problem(f"'{name}' is missing.")
    return bool(missing)


def _read_hit(given: Given, taken: Taken, algorithm: str) -> None:
    before = len(given.problems)
    members = given.members(_HIT)
    if _lacks(given, members, ("party", "entry", "score")):
        return
    score = members["score"].number(0, 1)
    party = _party(members["party"], taken)
    entry = _entry(members["entry"], taken)
    lines = tuple(_line(one) for one in _items(members, "reasons"))
    cluster = _text(members, "cluster")
    asked, listed = _text(members, "asked_name"), _text(members, "listed_name")
    if party is None or entry is None or len(given.problems) > before:
        return
    taken.add_party(party, members["party"].where)
    taken.add_entry(entry, cluster or entry.id, members["entry"].where)
    asked, listed = asked or party.name, listed or entry.names[0].text
    taken.hits.append(Hit(party.id, entry.id, score, asked, listed, algorithm, (), lines))


def _party(given: Given, taken: Taken) -> Party | None:
    members = given.members(_PARTY)
    if set(members) == {"id"} and members["id"].value in taken.parties:
        return taken.parties[members["id"].text()]
    if _lacks(given, members, ("id", "name")):
        return None
    return Party(
        members["id"].text(),
        kind_of(members.get("kind")),
        members["name"].text(),
        _texts(members, "aliases"),
        _birth(members, "birth_date"),
        _countries(members),
        _text(members, "address"),
        tuple(identifiers_of(members.get("identifiers"))),
    )


def _entry(given: Given, taken: Taken) -> Entry | None:
    members = given.members(_ENTRY)
    if set(members) == {"id"} and members["id"].value in taken.entries:
        return taken.entries[members["id"].text()]
    if _lacks(given, members, ("id", "list", "names")):
        return None
    names = members["names"].texts()
    if not names:
        members["names"].problem("an entry needs a name.")
        return None
    alias = (ListedName(text, NameKind.ALIAS) for text in names[1:])
    return Entry(
        members["id"].text(),
        members["list"].text(),
        kind_of(members.get("kind")),
        (ListedName(names[0]), *alias),
        _texts(members, "birth_dates"),
        _countries(members),
        _texts(members, "addresses"),
        tuple(identifiers_of(members.get("identifiers"))),
        _texts(members, "programmes"),
        _birth(members, "listed_on"),
    )


def _birth(members: Members, name: str) -> str:
    """Read a day that may be less precise, or note that it is none."""
    text = _text(members, name)
    if text and not is_date(text):
        members[name].problem("a date is expected here: YYYY, YYYY-MM or YYYY-MM-DD.")
    return text


def _countries(members: Members) -> tuple[str, ...]:
    texts = _texts(members, "countries")
    codes = tuple(dict.fromkeys(map(country_code, texts)))
    if "" in codes:
        members["countries"].problem("a country is not known.", "Give its code, such as vn.")
    return codes


def _line(given: Given) -> Line:
    members = given.members(_REASON)
    _lacks(given, members, ("feature", "reason"))
    value, points = (
        members[name].number() if name in members else 0.0 for name in ("value", "points")
    )
    texts = [_text(members, name) for name in ("reason", "asked", "listed")]
    return Line(_text(members, "feature"), points, value, *texts)


def _items(members: Members, name: str) -> list[Given]:
    return members[name].items() if name in members else []


def _text(members: Members, name: str) -> str:
    """Give a text that may be empty or missing."""
    given = members.get(name)
    return "" if given is None or given.value == "" else given.text()


def _texts(members: Members, name: str) -> tuple[str, ...]:
    return members[name].texts() if name in members else ()
