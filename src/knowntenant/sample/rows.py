"""The rows of an export's tables as the sample writes them, and the columns of each table."""

from collections.abc import Mapping

Cell = str | tuple[str, ...]
"""A text, or several: lists are parted by semicolons in CSV and Parquet."""

Row = dict[str, Cell]
Rows = dict[str, list[Row]]

_PERSON = (
    "kind", "name", "names_used", "located", "citizen", "organised_in", "headquartered_in",
    "branch_of", "basis", "email", "phone", "street_address", "military_box", "address_exception",
    "principal_place", "inquiries_address",
)  # fmt: skip

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "provider": ("id", "name", "newly_established", "happened"),
    "products": ("id", "name", "kind", "trial", "accelerators", "happened"),
    "customers": (
        "id", *_PERSON, "use_locations", "claims_us_person", "is_business", "control_answered",
        "tier", "happened",
    ),
    "owners": ("owner", "owned", "percent", "role", *_PERSON, "happened"),
    "accounts": (
        "id", "customer", "product", "reseller", "state", "opened_on", "state_since", "closed_on",
        "deprovision_on", "permissions",
    ),
    "payments": (
        "id", "account", "means", "token", "card_brand", "card_last_four", "issuer_country",
        "account_number", "wallet_address", "happened",
    ),
    "evidence": (
        "id", "person", "kind", "number", "issued_by", "expires", "description", "copy", "method",
        "result", "showed", "discrepancy", "resolution", "final", "checked_on",
    ),
    "usage": ("account", "product", "accelerator", "count", "hours", "happened", "until"),
    "resellers": (
        "id", "name", "organised_in", "headquartered_in", "basis", "cip_version", "cip_kept",
        "cip_implemented", "cip_copy_held", "state", "steps_taken", "since", "state_since",
        "terminated_on",
    ),
    "findings": (
        "id", "reseller", "kind", "happened", "remediated_on", "extent", "not_remediated_known_on",
        "risk_known_on",
    ),
    "holds": ("id", "customer", "state", "why", "happened"),
    "notices": ("id", "sender", "about", "happened"),
    "redress": ("id", "customer", "ground", "state", "happened"),
    "requests": ("id", "kind", "reseller", "answered_on", "happened"),
}  # fmt: skip
"""Every table of the sample but access, which has columns of its own, with its columns."""
