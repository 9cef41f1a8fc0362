"""FollowTheMoney entities, one JSON object a line, as OpenSanctions publishes its collections.

Reads `entities.ftm.json`, where sanctions, addresses and documents are entities of their own (the
file is read twice, first for these), and `targets.nested.json`, where they stand inside. The model
is https://followthemoney.tech/explorer/; the library is not needed.
"""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.ftm_linked import linked_things, read_linked
from knowntenant.imports.lists.ftm_thing import Thing, id_of, schema_of, thing_of
from knowntenant.imports.lists.ftm_words import (
    COUNTRIES,
    IDENTIFIERS,
    KINDS,
    LINKED,
    NAMES,
    REMARKS,
    Word,
)
from knowntenant.imports.lists.json_lines import objects, strings
from knowntenant.imports.lists.reading import Report
from knowntenant.screening.entry import Entry, Kind, NameKind

PREFIX = "ftm"


def read_ftm(path: Path, report: Report) -> Iterator[Entry]:
    """Read the entities that are targets, or carry a topic. Raises ListUnreadableError."""
    linked = linked_things(path)
    name = path.name.partition(".")[0]
    listing = Listing(path, report, PREFIX, name)
    for number, entity in objects(path):
        report.rows += 1
        schema = schema_of(entity)
        thing = thing_of(entity)
        if schema not in KINDS or not _counts(entity, thing):
            side = report.used if schema in LINKED else report.ignored
            side[f"schema {schema}"] += 1
            continue
        draft = listing.draft(number)
        _read(thing, schema, draft)
        own_id = id_of(entity)
        for inner in linked.get(own_id, ()):
            read_linked(inner, draft)
        datasets = strings(entity.get("datasets"))
        draft.remark(", ".join(datasets), "lists")
        kind = KINDS[schema]
        _name_wallet(kind, thing, draft)
        thing.settle(report)
        list_name = datasets[0] if datasets else name
        yield from listing.entries(draft, own_id, kind, field="id", list_name=list_name)
    listing.close()


def _counts(entity: dict[str, object], thing: Thing) -> bool:
    """Say whether an entity is one to screen for; relatives and assets without a topic are not."""
    return entity.get("target") is not False or bool(thing.texts("topics"))


def _read(thing: Thing, schema: str, draft: Draft) -> None:
    for name, name_kind in NAMES:
        for place, text in enumerate(thing.texts(name)):
            first = name_kind is NameKind.PRIMARY and place > 0
            draft.name(text, NameKind.ALIAS if first else name_kind)
    if not draft.names:
        parts = (t for n in ("firstName", "middleName", "lastName") for t in thing.texts(n)[:1])
        draft.name(" ".join(parts), NameKind.PRIMARY)
    for text in thing.texts("birthDate"):
        draft.born("birthDate", text)
    for name in COUNTRIES:
        for text in thing.texts(name):
            draft.country(name, text)
    for text in thing.texts("address"):
        draft.address(text)
    where = (thing.texts("country") + thing.texts("nationality"))[:1]
    for word in IDENTIFIERS:
        _read_numbers(word, thing, schema, draft, "".join(where))
    _read_rest(thing, draft)


def _read_numbers(word: Word, thing: Thing, schema: str, draft: Draft, country: str) -> None:
    if word.schemata and schema not in word.schemata:
        return
    for text in thing.texts(word.name):
        draft.identifier(word.kind, text, country if word.national else "")


def _read_rest(thing: Thing, draft: Draft) -> None:
    for name in ("programId", "program"):
        for text in thing.texts(name):
            draft.programme(text)
    for topic in thing.texts("topics"):
        draft.programme(f"topic:{topic}")
    for name, label in REMARKS.items():
        for text in thing.texts(name):
            draft.remark(text, label)
    for name in ("sanctions", "addressEntity", "identification", "cryptoWallets"):
        for inner in thing.inner(name):
            read_linked(inner, draft)


def _name_wallet(kind: Kind, thing: Thing, draft: Draft) -> None:
    """Name a wallet without a name by its key: that is all that anybody knows of it."""
    if kind is Kind.CRYPTO_WALLET and not draft.names:
        for key in thing.texts("publicKey")[:1]:
            draft.name(key, NameKind.PRIMARY)
