"""A small provider whose export is written by hand, row by row, and reviewed as any other."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

from knowntenant.facts.program import Program
from knowntenant.imports.export import Export, read_export
from knowntenant.law.law import Law
from knowntenant.law.loading import load_pack
from knowntenant.obligations.registry import all_decisions
from knowntenant.review.finding import Finding
from knowntenant.review.running import Reviewed, Wanted, run

AS_OF = date(2027, 6, 30)
VERIFIED_ON = "2027-01-11"
OPENED_ON = "2027-01-12"


class Provider:
    """Tables of an export, filled row by row."""

    def __init__(self) -> None:
        """Begin with one product."""
        self.tables: dict[str, list[dict[str, str]]] = defaultdict(list)
        self.add("products", id="vps-1", name="Small server", kind="vps", happened="2026-01-01")

    def add(self, table: str, **cells: str) -> None:
        """Add a row; empty cells are left out by whoever reads."""
        self.tables[table].append(cells)

    def individual(self, id_: str, name: str, country: str, **changed: str) -> None:
        """Add a foreign individual of whom everything is there, with one account."""
        row = {
            "id": id_, "kind": "individual", "name": name, "citizen": country, "located": country,
            "claims_us_person": "no", "email": f"{id_}@example.org", "phone": f"+84 1{number(id_)}",
            "street_address": "12 Long Street", "use_locations": country, "tier": "medium",
            "basis": "document", "happened": "2027-01-10", **changed,
        }  # fmt: skip
        self.add("customers", **row)
        self.verified(id_)
        self.account(f"A-{id_}", id_)

    def entity(self, id_: str, name: str, country: str, **changed: str) -> None:
        """Add a foreign entity, its only owner with it, of whom everything is there."""
        row = {
            "id": id_, "kind": "entity", "name": name, "organised_in": country, "located": country,
            "email": f"{id_}@example.org", "phone": f"+86 2{number(id_)}", "tier": "medium",
            "principal_place": "8 Harbour Road", "use_locations": country, "basis": "document",
            "claims_us_person": "no", "happened": "2027-01-10", **changed,
        }  # fmt: skip
        self.add("customers", **row)
        self.verified(id_)
        self.account(f"A-{id_}", id_)

    def owner(self, id_: str, of: str, percent: str, country: str, **changed: str) -> None:
        """Add an individual who owns a share, of whom everything is there."""
        row = {
            "owner": id_, "owned": of, "percent": percent, "kind": "individual", "name": "李明",
            "citizen": country, "located": country, "email": f"{id_}@example.org",
            "phone": f"+86 3{number(id_)}", "street_address": "3 Garden Lane",
            "basis": "document", "happened": "2027-01-10", **changed,
        }  # fmt: skip
        self.add("owners", **row)
        self.verified(id_)

    def verified(self, person: str, **changed: str) -> None:
        """Add a passed documentary step."""
        row = {
            "id": f"E-{person}", "person": person, "kind": "passport", "method": "documentary",
            "result": "passed", "description": "copy held", "expires": "2031-02-28",
            "checked_on": VERIFIED_ON, **changed,
        }  # fmt: skip
        self.add("evidence", **row)

    def account(self, id_: str, customer: str, **changed: str) -> None:
        """Add an open account, paid by a token, with an access at sign-up."""
        row = {
            "id": id_, "customer": customer, "product": "vps-1", "state": "opened",
            "opened_on": OPENED_ON, **changed,
        }  # fmt: skip
        self.add("accounts", **row)
        self.add("payments", id=f"P-{id_}", account=id_, means="card", token=f"tok_{id_}",
                 happened=OPENED_ON)  # fmt: skip
        self.add(
            "access", account=id_, ip="203.0.113.9", action="sign_up", at=f"{OPENED_ON}T12:00Z"
        )

    def change(self, table: str, id_: str, **cells: str) -> None:
        """Change the row of an id (or of a person, or an account)."""
        rows = self.tables[table]
        row = next(r for r in rows if id_ in (r.get("id"), r.get("person"), r.get("account")))
        row.update(cells)

    def drop(self, table: str, id_: str) -> None:
        """Take the rows of an id away."""
        rows = self.tables[table]
        rows[:] = [r for r in rows if id_ not in (r.get("id"), r.get("person"), r.get("account"))]

    def write(self, folder: Path) -> Path:
        """Write the export as CSV."""
        folder.mkdir(exist_ok=True)
        for table, rows in self.tables.items():
            if rows:
                names = list(dict.fromkeys(name for row in rows for name in row))
                with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                    writer = csv.DictWriter(file, names, restval="")
                    writer.writeheader()
                    writer.writerows(rows)
        return folder


def number(text: str) -> int:
    """Make a number of a text, the same in every run."""
    return int.from_bytes(text.encode()) % 10_000_019


def law(pack: str = "nprm-2024", **readings: str) -> Law:
    """Load a law, and every decision."""
    all_decisions()
    return Law(load_pack(pack), readings)


def read(folder: Path, as_of: date = AS_OF) -> Export:
    """Read an export in the zone of the pack."""
    return read_export(folder, as_of=as_of, zone=law().zone)


def reviewed(
    provider: Provider, folder: Path, by: Law | None = None, as_of: date = AS_OF,
    program: Program | None = None,
) -> Reviewed:  # fmt: skip
    """Write, read and review a provider."""
    export = read(provider.write(folder / "export"), as_of)
    assert not export.problems
    wanted = Wanted((by or law(),), program or Program(), as_of)
    return run(export.records, wanted, unheard)[0]


def unheard(_: int, __: int) -> None:
    """Hear of no progress."""


def of_kind(found: Reviewed, kind: str) -> list[Finding]:
    """Pick the findings of one kind."""
    return [one for one in found.findings if one.kind == kind]
