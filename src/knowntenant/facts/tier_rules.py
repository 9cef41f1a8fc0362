"""Rules that give a customer its risk tier: one line per row of the program's table (7.302(b))."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from knowntenant.facts.places.kind import read_place
from knowntenant.facts.types.accounts import PaymentMeans
from knowntenant.facts.types.persons import KIND, TIER, Tier
from knowntenant.law.kinds import Kind, Unreadable, choice, fold, read_number, read_yes_no
from knowntenant.law.problem import nearest


class Factor(StrEnum):
    """What a rule may look at; the risk room says how each is found. A closed list."""

    JURISDICTION = "jurisdiction"
    PERSON_KIND = "person_kind"
    PRODUCT_KIND = "product_kind"
    ACCELERATORS = "accelerators"
    PAYMENT_MEANS = "payment_means"
    RESELLER = "reseller"
    TRIAL = "trial"
    STATUS_UNKNOWN = "status_unknown"
    OWNERS_UNKNOWN = "owners_unknown"
    LISTED = "listed"
    RED_FLAGS = "red_flags"
    USAGE_HOURS_OVER = "usage_hours_over"


Condition = tuple[Factor, tuple[str, ...]]
"""A factor, and the values of which one has to be found: codes of places, words, yes, a number."""


@dataclass(frozen=True, slots=True)
class TierRule:
    """One row of the table: the tier it gives where every condition holds, and how it is written.

    The first row that holds decides. A row without conditions holds always.
    """

    tier: Tier
    conditions: tuple[Condition, ...]
    text: str

    def __str__(self) -> str:
        """Give the row as it is written."""
        return self.text


_MEANS = choice("means of payment", "how it is paid", PaymentMeans)
_FORM = "write it like 'high when jurisdiction is RU, BY and accelerators is yes'"
_ROW = re.compile(r"(?P<tier>\S+)\s+(?:when\s+(?P<when>.+)|otherwise)", re.IGNORECASE | re.DOTALL)
_IS = re.compile(r"(?P<factor>\S+)\s+is\s+(?P<values>.+)", re.IGNORECASE | re.DOTALL)
_AND = re.compile(r"\s+and\s+(?=\S+\s+is\s)", re.IGNORECASE)
_FACTORS = {
    **{factor.value: factor for factor in Factor},
    "person": Factor.PERSON_KIND,
    "product": Factor.PRODUCT_KIND,
    "means": Factor.PAYMENT_MEANS,
}
_READ: dict[Factor, Callable[[str], str]] = {
    Factor.JURISDICTION: lambda text: read_place(text).code,
    Factor.PERSON_KIND: lambda text: str(KIND.read(text)),
    Factor.PRODUCT_KIND: fold,
    Factor.PAYMENT_MEANS: lambda text: str(_MEANS.read(text)),
    Factor.USAGE_HOURS_OVER: lambda text: str(read_number(text)),
}


def read_tier_rule(text: str) -> TierRule:
    """Read one row: `TIER when FACTOR is VALUE, VALUE and FACTOR is VALUE`, or `TIER otherwise`.

    Raises Unreadable.
    """
    plain = " ".join(text.split())
    row = _ROW.fullmatch(plain)
    if row is None:
        message = f"'{plain}' is no rule for a risk tier; {_FORM}"
        raise Unreadable(message)
    tier = TIER.read(row["tier"])
    parts = _AND.split(row["when"]) if row["when"] else []
    conditions = tuple(_condition(part) for part in parts)
    return TierRule(Tier(str(tier)), conditions, plain)


def _condition(text: str) -> Condition:
    found = _IS.fullmatch(text)
    if found is None:
        message = f"'{text}' is no condition; {_FORM}"
        raise Unreadable(message)
    factor = _FACTORS.get(fold(found["factor"]))
    if factor is None:
        message = f"'{found['factor']}' is nothing that a rule looks at. "
        raise Unreadable(message + nearest(found["factor"], [f.value for f in Factor]))
    read = _READ.get(factor, _yes_no)
    number = factor is Factor.USAGE_HOURS_OVER  # one number, in which a comma parts thousands
    values = [found["values"]] if number else found["values"].split(",")
    return factor, tuple(read(value.strip()) for value in values)


def _yes_no(text: str) -> str:
    return str(read_yes_no(text))


TIER_RULE = Kind(
    "tier rule",
    "high when accelerators is yes",
    "one row of the table that gives a risk tier; the first row that holds decides",
    read_tier_rule,
)
