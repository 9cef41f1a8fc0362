"""What an unverified customer may use while verification goes on (7.302(d)(3)(ii), D20)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import NO, YES, Answer
from knowntenant.law.days import days_after
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, TEXT, YES_NO, ListOf, Shape
from knowntenant.persons.identity import Outcome
from knowntenant.scope.accounts import account_in_scope
from knowntenant.scope.holding import Holding, holding, open_since
from knowntenant.verification.outcome import outcome

PROVISIONAL = "verification.provisional_use"
MISSING = "identification.missing_data"
FURNISH = "certification.may_furnish"
USE = Shape(
    "provisional use",
    {
        "allowed": YES_NO,
        "permissions": ListOf(TEXT),
        "deprovision_by": DAY,
        "deprovision_on": DAY,
        "missing": ListOf(TEXT),
    },
)


@decides(
    PROVISIONAL,
    Declared(
        of="account",
        answers=USE,
        asks=(MISSING, FURNISH, "risk.tier"),
        readings=("D16", "D17", "D20", "D32"),
    ),
)
def provisional_use(inquiry: Inquiry, account: str) -> Answer[dict[str, object]]:
    """Say whether restricted use is allowed before verification, on which terms and until when.

    Only where the program provides for it, for a tier that may have it, with all data collected,
    permissions restricted and a day on which the account ends if nothing changes (deprovision_on,
    not later than deprovision_by). `missing` names what stands in the way.
    """
    held = holding(inquiry, account)
    latest = _latest_day(inquiry, held)
    planned = held.account.deprovision_on if held.account else None
    scope, came = account_in_scope(inquiry, account), outcome(inquiry, account)
    obstacles = _obstacles(inquiry, held, came.value, planned, latest)
    if scope.value is not YES:
        obstacles = {"scope": f"{account} is not known to be in scope", **obstacles}
    use: dict[str, object] = {
        "allowed": NO if obstacles else YES,
        "permissions": _permissions(inquiry, held),
        "deprovision_by": latest,
        "deprovision_on": planned,
        "missing": tuple(obstacles),
    }
    texts = tuple(obstacles.values()) or (
        f"{account} may be used with restrictions until {planned}",
    )
    reasons = tuple(inquiry.law.reason(PROVISIONAL, text) for text in texts)
    return Answer(use, reasons, (inquiry.law.reading("D20"),)).resting_on(came, scope)


def _obstacles(
    inquiry: Inquiry, held: Holding, came: object, planned: object, latest: date
) -> dict[str, str]:
    program, named = inquiry.program, held.named
    tier = inquiry.ask("risk.tier", held.customer).value
    missing = inquiry.ask(MISSING, named)
    late = isinstance(planned, date) and planned > latest
    over = isinstance(planned, date) and inquiry.day > planned
    unlimited = not _permissions(inquiry, held)
    unfiled = inquiry.ask(FURNISH, named).value is NO
    tests = {
        "reading": (_not_at_all(inquiry), "the reading taken allows no use before verification"),
        "program": (program.provisional_use is not YES, "the program provides for no such use"),
        "tier": (tier in program.no_provisional_tiers, f"risk tier {tier} has no such use"),
        "outcome": (came in (Outcome.FAILED, Outcome.VERIFIED), f"verification is {came}"),
        "data": (bool(missing.value), "data is missing that is collected first"),
        "certification": (unfiled, "a new provider has filed no certification form"),
        "permissions": (unlimited, "permissions are not restricted"),
        "deprovision_on": (planned is None, "no day is set on which the account ends"),
        "deprovision_by": (late, f"the account would end later than {latest}"),
        "expired": (over, f"the day on which the account ends has passed: {planned}"),
    }
    return {name: f"{named}: {text}" for name, (stands, text) in tests.items() if stands}


def _not_at_all(inquiry: Inquiry) -> bool:
    return inquiry.law.reading("D20").choice == "literal"


def _permissions(inquiry: Inquiry, held: Holding) -> tuple[str, ...]:
    own = held.account.permissions if held.account else None
    return (own,) if own else inquiry.program.provisional_permissions


def _latest_day(inquiry: Inquiry, held: Holding) -> date:
    opened = open_since(inquiry, held.account) if held.account else None
    return days_after(opened or inquiry.day, inquiry.program.provisional_days)
