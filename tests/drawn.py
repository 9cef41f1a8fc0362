"""Random worlds: tellings of every declared fact type, drawn from its declaration.

Ids come from a small pool, so that facts meet. Whatever a declaration calls personal or secret
gets a value with a canary in it, which no answer may sing.
"""

from datetime import date, timedelta

from hypothesis import strategies as st

from knowntenant.facts.declaration import Field, Sensitivity, fact_types
from knowntenant.law.kinds import Kind, ListOf
from tests.world import Telling, World

CANARY = "canary"
IP = "198.51.100.7"
FIRST = date(2027, 12, 20)
PEOPLE = ("C1", "C2", "P1", "E1", "R1")
POOL = {
    "account": ("A1", "A2"),
    "cluster": ("K1",),
    "adp": ("ADP1", "ADP2"),
    "adp_change": ("adp_change-1", "adp_change-2"),
    "customer": ("C1", "C2"),
    "evidence": ("D1",),
    "exemption": ("exemption-1", "exemption-2"),
    "finding": ("F1", "F2"),
    "legal_basis": ("L1",),
    "model": ("M1",),
    "order": ("O1",),
    "penalty_notice": ("penalty_notice-1",),
    "person": PEOPLE,
    "product": ("X1", "X2"),
    "provider": ("provider-1",),
    "red_flag": ("red_flag-1", "red_flag-2"),
    "report": ("report-1", "report-2"),
    "request": ("request-1", "request-2"),
    "reseller": ("R1",),
    "statement": ("statement-1", "statement-2"),
    "transaction": ("T1",),
}
ALL_IDS = tuple(dict.fromkeys(one for ids in POOL.values() for one in ids))
WORDS = ("vps", "saas", "cdn", "managed_service", "identity_theft", "passport", "steps_to_close")
PLAIN = {
    "day": st.integers(0, 900).map(lambda days: str(FIRST + timedelta(days))),
    "id": st.sampled_from(ALL_IDS),
    "IP address": st.just(IP),
    "moment": st.integers(0, 900).map(lambda days: f"{FIRST + timedelta(days)}T23:30:00Z"),
    "number": st.sampled_from(["0", "0.5", "1e26"]),
    "percent": st.sampled_from(["0", "20", "24.99", "25", "100/3", "40", "60", "100"]),
    "place": st.sampled_from(["US", "US-DE", "VN", "DE", "UA-43"]),
    "text": st.sampled_from(WORDS),
    "whole number": st.sampled_from(["0", "7"]),
    "yes/no": st.sampled_from(["yes", "no", "unknown"]),
}


def value(of: str, field: Field) -> st.SearchStrategy[str]:
    """Draw a value of a field as people write it."""
    kind = field.kind.of if isinstance(field.kind, ListOf) else field.kind
    assert isinstance(kind, Kind)
    if field.refers_to:
        return st.sampled_from(POOL[field.refers_to])
    if field.name == "id":
        return st.sampled_from(POOL.get(of, (f"{of}-1", f"{of}-2")))
    if kind.name == "text" and field.sensitivity is not Sensitivity.PLAIN:
        return st.sampled_from([f"{CANARY} {field.name}", f"{CANARY} 深圳"])
    if " | " in kind.example:
        return st.sampled_from(kind.example.split(" | "))
    return PLAIN[kind.name]


def telling(name: str) -> st.SearchStrategy[Telling]:
    """Draw one telling of a fact type."""
    declared = fact_types()[name]
    drawn = {key: value(name, field) for key, field in declared.fields.items()}
    must = {key: drawn.pop(key) for key in declared.key}
    keys = st.fixed_dictionaries(must, optional=drawn)
    day = st.one_of(PLAIN["day"], PLAIN["moment"])
    return st.tuples(day, st.just(name), keys)


NAMES = tuple(sorted(fact_types()))
# What most answers turn on is told more often than the rest.
OFTEN: tuple[str, ...] = (
    "account",
    "access",
    "control",
    "customer",
    "finding",
    "knowledge",
    "ownership",
)
OFTEN += ("presence", "remediation", "reseller", "verification")
TELLINGS = st.sampled_from((*NAMES, *OFTEN, *OFTEN)).flatmap(telling)
WORLDS = st.lists(TELLINGS, min_size=1, max_size=16).map(lambda told: World(tuple(told)))
DAYS = st.integers(-5, 1000).map(lambda days: FIRST + timedelta(days))
