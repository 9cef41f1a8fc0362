"""What Harborgrid sells: product lines of every kind that the proposal treats differently."""

from knowntenant.sample.days import FOUNDED
from knowntenant.sample.rows import Row
from knowntenant.sample.truth import Expected, Truth

PROVIDER: Row = {
    "id": "harborgrid", "name": "Harborgrid Hosting, Inc.", "newly_established": "no",
    "happened": FOUNDED.isoformat(),
}  # fmt: skip

_LINES = (
    ("vps", "Berth (virtual servers)", "vps", "no", "no"),
    ("trial", "Berth, free for 14 days", "vps", "yes", "no"),
    ("gpu", "Furnace (bare metal with accelerators)", "bare_metal", "no", "yes"),
    ("blast", "Blast (bare metal with advanced accelerators)", "bare_metal", "no", "yes"),
    ("store", "Warehouse (object storage)", "object_storage", "no", "no"),
    ("cdn", "Tide (content delivery)", "cdn", "no", "no"),
    ("dns", "Lighthouse (DNS resolution)", "dns_resolution", "no", "no"),
    ("domain", "Nameplate (domain registration)", "domain_registration", "no", "no"),
    ("desk", "Purser (help desk as a managed service, SaaS)", "saas", "no", "no"),
    ("ledger", "Logbook (managed databases)", "managed_service", "no", "no"),
)

PRODUCTS: tuple[Row, ...] = tuple(
    {
        "id": id_, "name": f"Harborgrid {name}", "kind": kind, "trial": trial,
        "accelerators": accelerators, "happened": FOUNDED.isoformat(),
    }
    for id_, name, kind, trial, accelerators in _LINES
)  # fmt: skip

PRODUCT_TRUTH = (
    Truth(
        "product_not_placed",
        "Managed databases: whether buyers can run software of their own is not settled.",
        "product",
        ("ledger",),
        (Expected("product_scope_unknown", "ledger", "7.301 iaas product"),),
    ),
)
