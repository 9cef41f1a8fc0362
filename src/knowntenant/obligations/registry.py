"""Every decision that there is: importing this module registers them all."""

from collections.abc import Mapping

from knowntenant.facts import types
from knowntenant.identification import data, determination, opening
from knowntenant.law.decision import Decision, decisions
from knowntenant.obligations import duties
from knowntenant.ownership import owners
from knowntenant.persons import recheck, status
from knowntenant.resellers import programs, steps, termination
from knowntenant.retention import records, terms
from knowntenant.scope import accounts, products
from knowntenant.verification import outcome, provisional, register, review, routes

ROOMS = (
    types, data, determination, opening, duties, owners, recheck, status, programs, steps,
    termination, records, terms, accounts, products, outcome, provisional, register, review, routes,
)  # fmt: skip


def all_decisions() -> Mapping[str, Decision]:
    """Give all decisions by name."""
    return decisions()
