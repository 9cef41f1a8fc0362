"""Replies of Moov Watchman's `GET /v2/search`, made into hits.

Shape: Watchman's published documentation and data model (moov-io/watchman, Apache-2.0), as of 2026.
A reply does not repeat who was asked about, so the party is an argument. An entry's id is
`list:number` of Watchman. `details` (with `debug`) become lines: the piece's score as value, and 0
points, as Watchman has weights and no log-odds. Not tried on a running Watchman.
"""

from collections.abc import Mapping

from knowntenant.imports.hits.taken import Taken
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, NameKind
from knowntenant.screening.ftm import country_code
from knowntenant.screening.given import Given, parsed
from knowntenant.screening.hit import Hit, Line
from knowntenant.screening.party import Party

KINDS: Mapping[str, Kind] = {
    "person": Kind.PERSON,
    "business": Kind.ORGANIZATION,
    "organization": Kind.ORGANIZATION,
    "aircraft": Kind.AIRPLANE,
    "vessel": Kind.VESSEL,
}
_IDS: Mapping[str, IdKind] = {
    "passport": IdKind.PASSPORT, "tax-id": IdKind.TAX, "ssn": IdKind.NATIONAL_ID,
    "cedula": IdKind.NATIONAL_ID, "national-id": IdKind.NATIONAL_ID, "lei": IdKind.LEI,
    "business-registration": IdKind.REGISTRATION, "commercial-registry": IdKind.REGISTRATION,
}  # fmt: skip
_OWN_IDS: Mapping[str, IdKind] = {
    "imoNumber": IdKind.IMO, "mmsi": IdKind.MMSI, "callSign": IdKind.CALL_SIGN,
    "icaoCode": IdKind.OTHER, "serialNumber": IdKind.OTHER,
}  # fmt: skip
_ADDRESS = ("line1", "line2", "city", "postalCode", "state", "country")


def read_watchman(
    data: bytes, party: Party, where: str = "", *, algorithm: str = "watchman/v2"
) -> Taken:
    """Read a reply about one party; algorithm: the tool with its version, as it was run."""
    given = parsed(data, where)
    taken = Taken(problems=given.problems)
    if given.problems:
        return taken
    taken.add_party(party, given.where)
    if not isinstance(given.value, dict) or "entities" not in given.value:
        given.problem("'entities' is missing.", "Give the whole reply of /v2/search.")
        return taken
    members = given.members()
    for one in members["entities"].items() if "entities" in members else ():
        _read_entity(one, party, taken, algorithm)
    return taken


def _read_entity(given: Given, party: Party, taken: Taken, algorithm: str) -> None:
    before = len(given.problems)
    members = given.members()
    missing = [
        name
        for name in ("name", "entityType", "sourceList", "sourceID", "match")
        if name not in members
    ]
    for name in missing:
        given.problem(f"'{name}' is missing.")
    if missing:
        return
    kind = KINDS.get(members["entityType"].text())
    if kind is None:
        members["entityType"].problem("there is no such type.", f"Known: {', '.join(KINDS)}.")
        return
    score, lines = members["match"].number(0, 1), _lines(members.get("details"))
    entry = _entry(members, kind)
    if len(given.problems) == before:
        taken.add_entry(entry, entry.id, given.where)
        listed = entry.names[0].text
        taken.hits.append(Hit(party.id, entry.id, score, party.name, listed, algorithm, (), lines))


def _entry(members: Mapping[str, Given], kind: Kind) -> Entry:
    list_name, name = members["sourceList"].text(), members["name"].text()
    body = members.get(members["entityType"].text())
    inner = body.members() if body else {}
    aliases = inner["altNames"].texts() if "altNames" in inner else ()
    names = [ListedName(name), *(ListedName(text, NameKind.ALIAS) for text in aliases)]
    numbers = [*_numbers(inner), *_wallets(members.get("cryptoAddresses"))]
    places = [one.members() for one in _items(members, "addresses")]
    return Entry(
        f"{list_name}:{members['sourceID'].text()}",
        list_name,
        kind,
        tuple(names),
        tuple(text[:10] for text in (inner["birthDate"].texts() if "birthDate" in inner else ())),
        tuple(dict.fromkeys(_countries([*places, inner]))),
        tuple(filter(None, map(_address, places))),
        tuple(numbers),
        _programmes(members),
    )


def _items(members: Mapping[str, Given], name: str) -> list[Given]:
    return members[name].items() if name in members else []


def _numbers(inner: Mapping[str, Given]) -> list[Identifier]:
    found = []
    for one in _items(inner, "governmentIDs"):
        parts = {key: value.texts() for key, value in one.members().items()}
        kind = _IDS.get("".join(parts.get("type", ())).casefold(), IdKind.OTHER)
        country = country_code("".join(parts.get("country", ())))
        found += [Identifier(kind, text, country) for text in parts.get("identifier", ())]
    for key, own in _OWN_IDS.items():
        found += [Identifier(own, text) for text in (inner[key].texts() if key in inner else ())]
    return found


def _wallets(given: Given | None) -> list[Identifier]:
    found = []
    for one in given.items() if given else ():
        members = one.members()
        if "address" in members:
            found.append(Identifier(IdKind.WALLET, members["address"].text()))
    return found


def _countries(places: list[dict[str, Given]]) -> list[str]:
    texts = [
        text
        for place in places
        for key in ("country", "flag")
        if key in place
        for text in place[key].texts()
    ]
    return [country_code(text) or text.casefold() for text in texts]


def _address(place: Mapping[str, Given]) -> str:
    return ", ".join(text for key in _ADDRESS if key in place for text in place[key].texts())


def _programmes(members: Mapping[str, Given]) -> tuple[str, ...]:
    """Give programmes; Watchman has them apart, or in the list's own data."""
    for outer, inner in (("sanctionsInfo", "programs"), ("sourceData", "program")):
        found = members.get(outer)
        if found is not None and isinstance(found.value, dict) and found.value.get(inner):
            return found.members()[inner].texts()
    return ()


def _lines(given: Given | None) -> tuple[Line, ...]:
    found = []
    for one in _items(given.members() if given else {}, "pieces"):
        members = one.members()
        if "pieceType" in members and "score" in members:
            name, value = members["pieceType"].text(), members["score"].number()
            weight = members["weight"].number() if "weight" in members else 0.0
            reason = f"{name}, as the tool scores it, with weight {weight:g}"
            found.append(Line(name, 0.0, value, reason))
        else:
            one.problem("'pieceType' and 'score' are expected here.")
    return tuple(found)
