"""The seventeen resellers, what they handed in, requests about them (7.303, 7.304(e), 7.308)."""

from functools import cache
from random import Random

from knowntenant.sample.house import Fixed
from knowntenant.sample.names import countries
from knowntenant.sample.rows import Row, Rows
from knowntenant.sample.situations import Situation, add_rows, read, row_of, truth_of

GOOD: Row = {
    "state": "active", "since": "2022-05-02", "basis": "document", "cip_version": "3",
    "cip_kept": "yes", "cip_implemented": "yes", "cip_copy_held": "yes",
}  # fmt: skip
"""A reseller in good standing, but for its id, its name and its place."""

WITH_ACCOUNTS = ("R01", "R02", "R03", "R05", "R07", "R08", "R13")
"""Resellers who bring customers; of the others none has an account left."""

HANDED_IN: Row = {
    "identity_tools": "a document service, company registers and a call back to a known number",
    "ownership_change_reports": "the terms oblige companies to tell; data is then checked again",
    "detection_tools": "flow analysis and an abuse mailbox",
    "detection_use": "each alert is looked at within one working day",
    "reseller_oversight": "it has no resellers of its own",
    "training_detection": "every order of more than 64 accelerators is asked about",
    "training_run_tools": "accelerator hours by account, each week",
    "malicious_reporting": "to us and to the authorities on the same day",
    "foreign_services": "virtual servers, to customers in its own country",
    "iaas_employees": "24", "customers": "180", "foreign_owners": "1",
    "foreign_owners_of_customers": "41", "unverified_accounts": "0",
    "contact_title": "compliance officer", "meets_standard": "yes",
    "attests": ("reviewed", "services", "threats", "complies", "failures_counted",
                "resolutions_recorded"),
    "happened": "2026-12-01",
}  # fmt: skip
"""What a foreign reseller in good standing handed in for its form, but for names and places."""


@cache
def resellers() -> Fixed:
    """Give what the sample tells of resellers: the same for every seed and size."""
    rows: Rows = {"resellers": []}
    situations = read("resellers.toml")
    for told in situations:
        add_rows(told, rows)
        rows["resellers"].append(_standing(row_of(told["reseller"])))
    notified = tuple(told["ids"][0] for told in situations if _has(told, "notified"))
    rows["certifications"] = [
        {"id": "CERT3", "kind": "initial", "covers": notified, "happened": "2026-12-15"}
    ]
    rows["reseller_submission"] = [_part(told) for told in situations if _has(told, "handed_in")]
    rows["reporting_agreements"] = [
        {"reseller": told["ids"][0], "reports_training": "yes" if _has(told, "bound") else "no",
         "efforts_made": "yes", "happened": "2025-09-01"}
        for told in situations if _is_foreign(told)
    ]  # fmt: skip
    return Fixed(rows, tuple(truth_of(told, _about(told)) for told in situations))


def _about(told: Situation) -> str:
    asked = told["ids"][-1].startswith("Q") and "expected" in told
    return "request" if asked else "reseller"


def _standing(reseller: Row) -> Row:
    return {**GOOD, "headquartered_in": _place(reseller), **reseller}


def _place(reseller: Row) -> str:
    return str(reseller.get("organised_in", ""))[:2]


def _is_foreign(told: Situation) -> bool:
    """Tell whether somebody is a foreign reseller with whom the relationship lasts."""
    row = row_of(told["reseller"])
    return _place(row) not in {"", "US"} and row.get("state") != "terminated"


def _has(told: Situation, what: str) -> bool:
    return _is_foreign(told) and what not in told.get("lacks", ())


def _part(told: Situation) -> Row:
    reseller, place = told["ids"][0], _place(row_of(told["reseller"]))
    country = countries()[place]
    name, word = country.name(Random(f"contact/{reseller}"))
    return {
        **HANDED_IN, "reseller": reseller, "customer_places": (place,),
        "foreign_owner_places": (place,), "foreign_owners_of_customers_places": (place,),
        "contact_name": name, "contact_email": f"{word}.{reseller.casefold()}@example.org",
        "contact_phone": country.phone(0),
    }  # fmt: skip
