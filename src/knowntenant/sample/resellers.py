"""The fourteen resellers and the Department's requests (7.303, 7.305(a)), from resellers.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from knowntenant.sample.rows import Cell, Row, Rows
from knowntenant.sample.truth import Expected, Truth

GOOD: Row = {
    "state": "active", "since": "2022-05-02", "basis": "document", "cip_version": "3",
    "cip_kept": "yes", "cip_implemented": "yes", "cip_copy_held": "yes",
}  # fmt: skip
"""A reseller in good standing, but for its id, its name and its place."""

WITH_ACCOUNTS = ("R01", "R02", "R03", "R05", "R07", "R08", "R13")
"""Resellers who bring customers; of the others none has an account left."""


@dataclass(frozen=True, slots=True)
class Resellers:
    """Rows about resellers, findings and requests, and the lines of truth about them."""

    rows: Rows
    truth: tuple[Truth, ...]


@cache
def resellers() -> Resellers:
    """Give what the sample tells of resellers: the same for every seed and size."""
    text = resources.files(__package__).joinpath("resellers.toml").read_text(encoding="utf-8")
    found = Resellers({"resellers": [], "findings": [], "requests": []}, ())
    truth: list[Truth] = []
    for told in tomllib.loads(text)["situation"]:
        reseller = _row(told["reseller"])
        ids = [str(reseller["id"])]
        found.rows["resellers"].append(_standing(reseller))
        for part, table in (("finding", "findings"), ("request", "requests")):
            if part in told:
                row = _row(told[part]) | {"reseller": ids[0]}
                found.rows[table].append(row)
                ids.append(str(row["id"]))
        expected = (Expected(*told["expected"]),) if "expected" in told else ()
        about = "request" if ids[-1].startswith("Q") and expected else "reseller"
        why = told.get("why", "")
        truth.append(Truth(told["name"], told["story"], about, tuple(ids), expected, why))
    return Resellers(found.rows, tuple(truth))


def _row(told: Mapping[str, str | list[str]]) -> Row:
    cells: dict[str, Cell] = {}
    for name, cell in told.items():
        cells[name] = cell if isinstance(cell, str) else tuple(cell)
    return cells


def _standing(reseller: Row) -> Row:
    place = str(reseller.get("organised_in", ""))
    return {**GOOD, "headquartered_in": place[:2], **reseller}
