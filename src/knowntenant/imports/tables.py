"""The tables of an export, each a view on declared fact types: columns are derived, never retyped.

What the clauses ask for is decided elsewhere; here is only how a provider's systems may say it.
"""

from collections.abc import Mapping
from datetime import date, datetime

from knowntenant.facts.declaration import fact_types
from knowntenant.facts.types.accounts import AccountState
from knowntenant.facts.types.knowledge import Element
from knowntenant.facts.types.resellers import ResellerState
from knowntenant.imports.parts import Cells, Oddity, Part, Table, Time

HAPPENED = Time(
    "happened",
    "since when it has been so; left out, it is taken to have been so from the start",
    ("since", "valid_from", "from", "date"),
)
EVENT = Time("happened", "when it happened", ("on", "at", "date", "day", "when", "from"))
LEARNED = Time(
    "learned",
    "when the provider learned it; left out, when it happened",
    ("learned_on", "known_on"),
)
STATE_SINCE = Time(
    "state_since", "since when the present state has stood", ("status_since", "state_changed_on")
)
_STATE_AT_START = "_state_at_start"


def _account_settled(cells: Cells, as_of: date) -> Oddity | None:
    """Say of an account what its state was at the opening, and when the present one began."""
    return _settled(
        cells, as_of, "opened_on", "closed_on", (AccountState.OPENED, AccountState.CLOSED)
    )


def _reseller_settled(cells: Cells, as_of: date) -> Oddity | None:
    """As for an account: active from the start, and terminated on the day that ends it."""
    states = (ResellerState.ACTIVE, ResellerState.TERMINATED)
    return _settled(cells, as_of, "since", "terminated_on", states)


def _settled(
    cells: Cells, as_of: date, begun: str, ended: str, states: tuple[object, object]
) -> Oddity | None:
    first, last = states
    state = cells.get("state")
    odd = None
    if state is last and ended not in cells:
        cells[ended] = cells.pop("state_since", None) or as_of
        if cells[ended] is as_of:
            what = f"is {last} without '{ended}'; taken to have ended on the day of the review"
            odd = Oddity(what, "Give the day.")
    odd = _ended_too_early(cells, begun, ended, last) or odd
    if state is last:
        cells.pop("state_since", None)
    if state is last or (begun in cells and (state is None or "state_since" in cells)):
        cells[_STATE_AT_START] = first
    elif state is not None:
        cells[_STATE_AT_START] = state
    return odd


def _ended_too_early(cells: Cells, begun: str, ended: str, last: object) -> Oddity | None:
    """Report an end before the beginning; the state that is stated wins over the days."""
    start, end = cells.get(begun), cells.get(ended)
    if not isinstance(start, date) or not isinstance(end, date) or not _is_before(end, start):
        return None
    if cells.get("state") in (None, last):
        cells[ended], taken = start, f"taken to have been {last} on the day on which it began"
    else:
        del cells[ended]
        taken = f"taken to be {cells['state']}, as stated"
    what = f"'{ended}' is {end}, which lies before '{begun}', {start}; {taken}"
    return Oddity(what, "Correct one of the days.", contradicts=True)


def _is_before(one: date, other: date) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return (one.year, one.month, one.day) < (other.year, other.month, other.day)


_OWN = (HAPPENED, LEARNED)
_NAMED = (
    Table(
        "products",
        "The product lines that you offer.",
        (Part("product"),),
        _OWN,
        needs=("id",),
        tells=("happened",),
    ),
    Table(
        "customers",
        "Who contracts with you: individuals and entities, where they are, how they are reached.",
        (
            Part("customer"),
            Part("presence", {"person": "id"}),
            Part("contact", {"person": "id"}),
        ),
        _OWN,
        needs=("id",),
        tells=("happened",),
    ),
    Table(
        "owners",
        "Who owns or controls an entity: one row for each owner and each entity owned, chains too.",
        (
            Part("ownership", only_if=("percent", "at_least", "at_most")),
            Part(
                "control",
                {"person": "owner", "over": "owned"},
                only_if=("role", "substantial", "ended"),
            ),
            Part(
                "person",
                {"id": "owner"},
                only_if=("kind", "name", "names_used", "birth_date", "lei", "register_number"),
            ),
            Part("presence", {"person": "owner"}),
            Part("contact", {"person": "owner"}),
        ),
        _OWN,
        needs=("owner", "owned"),
        tells=("happened",),
    ),
    Table(
        "accounts",
        "The accounts: who holds them, for which product, since when, and where they stand.",
        (
            Part("account", {"state": _STATE_AT_START}, days=("opened_on", "state_since")),
            Part("account", takes=("id", "state"), days=("state_since",), only_if=("state_since",)),
            Part(
                "account",
                takes=("id",),
                days=("closed_on",),
                only_if=("closed_on",),
                fixed={"state": AccountState.CLOSED},
            ),
        ),
        (
            Time("opened_on", "when the account was opened", ("opened", "open_date")),
            STATE_SINCE,
            Time("closed_on", "when the account was closed", ("closed", "close_date")),
            LEARNED,
        ),
        needs=("id",),
        tells=("state_since",),
        settles=_account_settled,
    ),
    Table(
        "payments",
        "Means of payment, by the processor's token. Never a card number.",
        (Part("payment"),),
        _OWN,
        one_of=("account", "customer"),
        tells=("happened",),
    ),
    Table(
        "evidence",
        "Documents looked at and steps taken to verify an identity, with what came of them.",
        (
            Part(
                "evidence",
                days=("checked_on",),
                only_if=("kind", "number", "issued_by", "expires", "description", "copy"),
            ),
            Part(
                "verification",
                {"evidence": "id", "description": "showed"},
                without=("id",),
                days=("checked_on",),
                only_if=("method", "result", "final", "discrepancy", "resolution", "showed"),
            ),
        ),
        (
            Time("checked_on", "when the step was taken", ("checked", "verified_on", "date")),
            LEARNED,
        ),
        needs=("person",),
        tells=("checked_on",),
    ),
    Table(
        "access",
        "Each access to an account and each administrative action, with address and time.",
        (Part("access", days=("at",)),),
        (
            Time("at", "when it was, with its zone", ("happened", "time", "timestamp", "when")),
            LEARNED,
        ),
        needs=("account", "at"),
        event=True,
    ),
    Table(
        "usage",
        "How much an account used of what, for a period that begins when it happened.",
        (Part("usage"),),
        (EVENT, LEARNED),
        needs=("account", "happened"),
        event=True,
    ),
    Table(
        "resellers",
        "Those who offer your products onward, where they belong, and their written programs.",
        (
            Part("reseller", {"state": _STATE_AT_START}, without=("steps_taken",), days=("since",)),
            Part("presence", {"person": "id"}, days=("since",)),
            Part(
                "reseller_cip",
                {"reseller": "id", "version": "cip_version", "kept": "cip_kept",
                 "implemented": "cip_implemented", "copy_held": "cip_copy_held"},
                days=("since",),
                only_if=("cip_version", "cip_kept", "cip_implemented", "cip_copy_held"),
            ),
            Part(
                "reseller",
                takes=("id", "state", "steps_taken"),
                days=("state_since", "terminated_on", "since"),
                only_if=("state_since", "steps_taken"),
            ),
            Part(
                "reseller",
                takes=("id",),
                days=("terminated_on",),
                only_if=("terminated_on",),
                fixed={"state": ResellerState.TERMINATED},
            ),
        ),
        (
            Time("since", "since when it has been a reseller", ("happened", "from", "start_date")),
            STATE_SINCE,
            Time("terminated_on", "when the relationship ended", ("terminated", "ended_on")),
            LEARNED,
        ),
        needs=("id",),
        tells=("since", "state_since"),
        settles=_reseller_settled,
    ),
    Table(
        "findings",
        "Evidence against resellers, what was put right, and since when you knew that it was not.",
        (
            Part("finding"),
            Part(
                "remediation",
                {"finding": "id"},
                without=("id",),
                days=("remediated_on",),
                learned="remediated_on",
                only_if=("remediated_on", "extent"),
            ),
            Part(
                "knowledge",
                {"about": "id"},
                takes=("about",),
                days=("not_remediated_known_on",),
                learned="not_remediated_known_on",
                only_if=("not_remediated_known_on",),
                fixed={"of": Element.NOT_REMEDIATED},
            ),
            Part(
                "knowledge",
                {"about": "id"},
                takes=("about",),
                days=("risk_known_on",),
                learned="risk_known_on",
                only_if=("risk_known_on",),
                fixed={"of": Element.INCREASED_RISK},
            ),
        ),
        (
            EVENT,
            LEARNED,
            Time("remediated_on", "when you had the evidence that it was put right"),
            Time("not_remediated_known_on", "since when you knew that it was not put right"),
            Time("risk_known_on", "since when you knew that going on raises the risk"),
        ),
        needs=("id", "happened"),
        tells=("happened", "remediated_on", "not_remediated_known_on", "risk_known_on"),
    ),
)  # fmt: skip

_PLURALS = {
    "person": "persons", "presence": "presences", "contact": "contacts", "control": "controls",
    "verification": "verifications", "reseller_cip": "reseller_cips", "provider": "provider",
    "remediation": "remediations", "hold": "holds", "notice": "notices", "order": "orders",
    "request": "requests", "extension": "extensions", "certification": "certifications",
    "report": "reports", "training_note": "training_notes", "screening_hit": "screening_hits",
    "disclosure": "disclosures", "legal_basis": "legal_bases", "on_behalf_of": "on_behalf_of",
    "adoption": "adoptions", "assurance": "assurances", "final_rule": "final_rules",
    "model": "models", "reporting_agreement": "reporting_agreements",
    "security_event": "security_events", "training_finding": "training_findings",
    "transaction": "transactions",
}  # fmt: skip
_STANDING = frozenset({"person", "presence", "contact", "control", "reseller_cip", "provider"})


def _plain(fact: str) -> Table:
    """Give the table of a fact type that has none of its own: one row, one fact."""
    declared = fact_types()[fact]
    needs = declared.key if fact in _STANDING else (*declared.key, "happened")
    times = _OWN if fact in _STANDING else (EVENT, LEARNED)
    return Table(
        _PLURALS.get(fact, fact), declared.doc, (Part(fact),), times, needs=needs,
        tells=("happened",),
    )  # fmt: skip


def _all() -> dict[str, Table]:
    first = {table.parts[0].fact for table in _NAMED}
    others = [_plain(name) for name in fact_types() if name not in first]
    return {table.name: table for table in (*_NAMED, *others)}


TABLES: Mapping[str, Table] = _all()
"""Every table by name, in the order in which they are read."""

MAIN = tuple(table.name for table in _NAMED)
"""The tables that a review lives on; the others are there for whoever has such records."""
