"""FollowTheMoney entities that tell of others: sanctions, documents, addresses and wallets."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from knowntenant.imports.lists.drafting import Draft
from knowntenant.imports.lists.ftm_thing import Thing, id_of, schema_of, thing_of
from knowntenant.imports.lists.ftm_words import LINKED
from knowntenant.imports.lists.json_lines import objects
from knowntenant.screening.entry import IdKind


def linked_things(path: Path) -> dict[str, list[dict[str, object]]]:
    """Return these entities by the id of whom they speak of. Raises ListUnreadableError."""
    linked: dict[str, list[dict[str, object]]] = defaultdict(list)
    addresses: dict[str, dict[str, object]] = {}
    users: dict[str, list[str]] = defaultdict(list)
    for _, entity in objects(path):
        schema, thing = schema_of(entity), thing_of(entity)
        if schema == "Address":
            addresses[id_of(entity)] = entity
        for owner in (o for name in LINKED.get(schema, ()) for o in thing.texts(name)):
            linked[owner].append(entity)
        for address in thing.texts("addressEntity"):
            users[address].append(id_of(entity))
    for number, owners in users.items():
        for owner in owners if number in addresses else ():
            linked[owner].append(addresses[number])
    return linked


def read_linked(entity: dict[str, object], draft: Draft) -> None:
    """Read one of these entities into the draft of whom it speaks of."""
    read = _READERS.get(schema_of(entity))
    if read:
        read(thing_of(entity), draft)


def _read_sanction(thing: Thing, draft: Draft) -> None:
    for name in ("programId", "program"):
        for text in thing.texts(name):
            draft.programme(text)
    for text in thing.texts("listingDate") or thing.texts("startDate"):
        draft.listed("startDate", text)
    for text in thing.texts("unscId"):
        draft.un_reference(text)
    draft.remark("; ".join(thing.texts("reason")), "reasons")


def _read_passport(thing: Thing, draft: Draft) -> None:
    _read_numbers(thing, IdKind.PASSPORT, draft)


def _read_document(thing: Thing, draft: Draft) -> None:
    words = " ".join(thing.texts("type")).casefold()
    national = IdKind.NATIONAL_ID if "national" in words or "ident" in words else IdKind.OTHER
    _read_numbers(thing, IdKind.PASSPORT if "passport" in words else national, draft)


def _read_numbers(thing: Thing, kind: IdKind, draft: Draft) -> None:
    country = "".join(thing.texts("country")[:1])
    for text in thing.texts("number") + thing.texts("passportNumber"):
        draft.identifier(kind, text, country)


def _read_wallet(thing: Thing, draft: Draft) -> None:
    for text in thing.texts("publicKey"):
        draft.identifier(IdKind.WALLET, text)


def _read_address(thing: Thing, draft: Draft) -> None:
    for text in thing.texts("full"):
        draft.address(text)
    for text in thing.texts("country"):
        draft.country("country", text)


_READERS: dict[str, Callable[[Thing, Draft], None]] = {
    "Address": _read_address,
    "CryptoWallet": _read_wallet,
    "Identification": _read_document,
    "Passport": _read_passport,
    "Sanction": _read_sanction,
}
