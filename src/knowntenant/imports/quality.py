"""Oddities that show only when all tables are read: each is a note, none decides anything."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from knowntenant.facts.record import Record
from knowntenant.facts.types import Ownership
from knowntenant.imports.files import Found
from knowntenant.imports.rows import Counts, World
from knowntenant.imports.tables import MAIN
from knowntenant.imports.tally import Tally
from knowntenant.law.days import day_of

_WITHOUT = {
    "accounts": "nothing can be said about accounts",
    "customers": "it is not known who the customers are",
    "evidence": "nobody counts as verified",
    "owners": "no entity's beneficial owners are known",
    "payments": "no means of payment are known",
    "access": "neither sign-up addresses nor last accesses are known",
}


def note_early_accesses(records: Sequence[Record], world: World, late: int, zoneless: int) -> None:
    """Check the kept accesses: of unknown accounts, before the opening, after the review's day."""
    known = world.links.told("account")
    seen: set[str] = set()
    for record in records:
        account = str(record.values["account"])
        if account in seen:
            continue
        seen.add(account)
        if account not in known:
            world.links.refer("account", account, record.ref, "account")
        day, opened = day_of(record.happened, world.zone), world.opened.get(account)
        if opened is not None and day < day_of(opened, world.zone):
            what = f"account {account} was used on {day}, before its opening on {opened}"
            world.tally.note(("early", "access"), record.ref, what, "One of the days may be wrong.")
    if late:
        what = (
            f"{late:,} rows are of after the day of the review ({world.as_of}) and do not count yet"
        )
        world.tally.note(("future", "access"), "access", what, "Are the dates right?")
    if zoneless and not world.mapped.named_zone:
        what = f"{zoneless:,} times name no zone; read as {world.mapped.clock.zone.key}"
        remedy = 'Write zone = "Europe/Berlin" (yours) in the mapping file: a zone can move a day.'
        world.tally.note(("zone", "access", "at"), "access", what, remedy)


def note_fractions(records: Sequence[Record], tally: Tally) -> None:
    """Note shares that are all at most 1: they look like fractions, and are read as percent."""
    told = (r.values.get("percent") for r in records if r.shape is Ownership)
    shares = [share for share in told if isinstance(share, Fraction) and share]
    if shares and all(share <= 1 for share in shares):
        what = "every share is 1 percent or less; are they fractions, such as 0.25 for 25 percent?"
        tally.note("fractions", "owners", what, "Write shares in percent: 25, 24.99.")


def note_tables(found: Found, counts: Mapping[str, Counts], tally: Tally) -> None:
    """Note the tables that a review misses, those without rows, and files that were not read."""
    for name in MAIN:
        if name not in found.files and name in _WITHOUT:
            what = f"there is no {name} table: {_WITHOUT[name]}"
            tally.note(("table", name), "export", what, "Add it if you have the data.")
    for name in found.files:
        if name in counts and not counts[name].read:
            tally.note(("rows", name), name, "has no rows", "Is the export complete?")
    for name in found.others:
        tally.note("file", name, "is no table that is known here; it was not read")
