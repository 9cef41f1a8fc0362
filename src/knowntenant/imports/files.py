"""Which files of a folder hold which table; the folder is only read, never written to."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from knowntenant.imports.columns import Guess
from knowntenant.imports.mapping import FILE as MAPPING
from knowntenant.imports.own_trees import FOLDER as TREES
from knowntenant.imports.sheets import FORMS, form_of
from knowntenant.imports.tables import TABLES
from knowntenant.law.kinds import fold

NOT_TABLES = frozenset({MAPPING, TREES, "truth.jsonl", "sample.toml", "program.toml"})
_NEAR = {
    "customers": "customer clients client kunden tenants tenant users user",
    "owners": "owner beneficial_owners beneficial_owner shareholders ownership ubo ubos",
    "accounts": "account subscriptions konten",
    "products": "product plans skus",
    "payments": "payment payment_methods",
    "evidence": "kyc documents identity_checks verifications_documents",
    "access": "access_log access_logs logins audit_log audit_logs events accesses",
    "usage": "billing metering usages",
    "resellers": "reseller partners partner",
    "findings": "finding reseller_findings",
    "redress": "complaints redresses",
}


@dataclass(frozen=True, slots=True)
class Found:
    """The files of each table, in order; what was guessed; which files mean nothing to us."""

    files: Mapping[str, tuple[Path, ...]]
    guesses: tuple[Guess, ...]
    others: tuple[str, ...]


def find_files(folder: Path) -> Found:
    """Find the files of every table: customers.csv, access-2027-01.csv, or all files of access/."""
    files: dict[str, list[Path]] = {}
    guesses: list[Guess] = []
    others: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in NOT_TABLES or _is_readme(path):
            continue
        stem = path.name.split(".")[0]
        table, why = _table_of(stem)
        inside = sorted(p for p in path.iterdir() if form_of(p)) if path.is_dir() else [path]
        readable = [p for p in inside if p.is_file() and form_of(p)]
        if not table or not readable:
            others.append(path.name)
            continue
        if why:
            guesses.append(Guess(table, path.name, f"the table '{table}'", why))
        files.setdefault(table, []).extend(readable)
    return Found(
        {name: tuple(paths) for name, paths in files.items()}, tuple(guesses), tuple(others)
    )


def _is_readme(path: Path) -> bool:
    return path.name.casefold().startswith("readme")


def forms() -> str:
    """Give the endings that are read, as a sentence lists them."""
    return ", ".join(FORMS)


def _table_of(stem: str) -> tuple[str, str]:
    name = fold(stem)
    if name in TABLES:
        return name, ""
    parts = [table for table in TABLES if name.startswith(f"{table}_")]
    if parts:
        return max(parts, key=len), ""
    near = next((t for t, names in _NEAR.items() if name in names.split()), "")
    if near:
        return near, "a name that other systems use"
    close = get_close_matches(name, TABLES, n=1, cutoff=0.85)
    return (close[0], "spelt much like it") if close else ("", "")
