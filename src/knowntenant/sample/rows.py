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
    "notices": (
        "id", "to", "sender", "about", "version", "acknowledged", "concerns", "happened",
    ),
    "redress": ("id", "customer", "ground", "state", "happened"),
    "requests": ("id", "kind", "reseller", "about", "items", "answered_on", "happened"),
    "certifications": ("id", "kind", "covers", "about", "happened"),
    "reseller_submission": (
        "reseller", "identity_tools", "ownership_change_reports", "detection_tools",
        "detection_use", "reseller_oversight", "training_detection", "training_run_tools",
        "malicious_reporting", "foreign_services", "iaas_employees", "customers",
        "customer_places", "foreign_owners", "foreign_owner_places",
        "foreign_owners_of_customers", "foreign_owners_of_customers_places",
        "unverified_accounts", "contact_name", "contact_title", "contact_email",
        "contact_phone", "meets_standard", "attests", "happened",
    ),
    "change": ("id", "kind", "significant", "judged_by", "note", "happened"),
    "program_version": ("id", "version", "approved_by", "approved_on", "happened"),
    "program_review": (
        "id", "by", "services_considered", "threats_considered", "complies", "happened",
    ),
    "staff_training": ("id", "person", "role", "topic", "completed", "happened"),
    "shortcoming": ("id", "clauses", "fix_by", "planned_on", "resubmitted_on", "happened"),
    "disclosures": ("id", "person", "recipient", "notice_lawful", "happened"),
    "adp": ("id", "approved_by", "approved_on", "overseen_by", "happened"),
    "adp_change": ("id", "adp", "significant", "note", "happened"),
    "red_flag": ("id", "account", "category", "drawn_from", "indicates_abuse", "happened"),
    "red_flag_response": ("flag", "kind", "why", "happened"),
    "orders": (
        "id", "jurisdiction", "prohibits", "conditions", "finding", "written", "unclassified",
        "summary", "happened",
    ),
    "on_behalf_of": ("holder", "person", "happened"),
    "reporting_agreements": ("reseller", "reports_training", "efforts_made", "happened"),
    "training_findings": ("id", "reseller", "further", "note", "happened"),
    "transactions": (
        "id", "kind", "state", "by", "account", "reseller", "model", "process", "paid_with",
        "happened",
    ),
    "models": (
        "id", "developer", "operations_low", "operations_high", "parameters", "modality",
        "starts_on", "completes_on", "accelerators", "ai_model", "happened",
    ),
    "model_evidence": ("model", "item", "verdict", "evidence", "decided_by", "happened"),
    "model_decision": ("model", "verdict", "decided_by", "reasons", "happened"),
    "reports": ("id", "about", "kind", "certified_by", "certified", "happened"),
    "persons": ("id", "kind", "name", "happened"),
    "knowledge": ("id", "about", "of", "by", "note", "happened"),
    "listed": ("person", "list_name", "entry", "programme", "happened"),
    "screening_hits": ("id", "person", "listed", "entry", "score", "disposition", "happened"),
    "blocked_property": ("id", "account", "reported_on", "happened"),
    "parent": ("child", "parent", "ultimate", "happened"),
    "classification": ("product", "eccn", "happened"),
    "export_red_flag": ("id", "customer", "kind", "resolved", "inquiry", "happened"),
    "statement": ("id", "kind", "about", "made_to", "field", "value", "happened"),
    "statement_change": ("id", "statement", "now", "material", "happened"),
    "penalty_notice": ("id", "amount", "happened"),
}  # fmt: skip
"""Every table of the sample but access, which has columns of its own, with its columns."""
