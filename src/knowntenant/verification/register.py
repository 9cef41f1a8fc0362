"""The register of unverified accounts (7.304(a)(2)(ix)), and who may not register again."""

from collections.abc import Sequence

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.ledger import fold_link
from knowntenant.facts.types import Account, Contact, Verification
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.facts.types.checks import Result
from knowntenant.law.answer import NO, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, Shape
from knowntenant.persons.identity import Outcome, outcome_of
from knowntenant.persons.status import Status, status
from knowntenant.persons.steps import steps_of
from knowntenant.scope.accounts import account_in_scope
from knowntenant.scope.holding import first_open_day, holding, payments_of
from knowntenant.scope.lifting import ASKS, any_told, lifted
from knowntenant.verification.outcome import outcome
from knowntenant.verification.routes import next_step

Identifier = tuple[str, str]
"""What an identifier is, and its value as links are compared."""

_IDENTIFYING = {
    "email": "e-mail address",
    "phone": "telephone number",
    "token": "payment token",
    "wallet_address": "wallet address",
}
_SIGNS = str.maketrans("", "", "-./()")

REGISTER = "verification.unverified_register"
BLOCKED = "verification.reregistration_blocked"
ROW = Shape(
    "register row",
    {
        "account": ID, "customer": ID, "outcome": TEXT, "provisioned_on": DAY, "actions": TEXT,
        "other": TEXT, "deprovision_on": DAY, "reregistration_steps": TEXT, "missing": ListOf(TEXT),
    },
)  # fmt: skip
STEPS = "sign-up is refused to the e-mail, telephone, payment token and wallet of a failed customer"


@decides(REGISTER, Declared(answers=ListOf(ROW), asks=ASKS, readings=("D2", "D16", "D17", "D32")))
def unverified_register(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give the open accounts of foreign customers whose identity is not verified, with (A) to (E).

    `missing` names the columns without which a certification cannot be finished. Accounts for which
    an exemption lifts the register are left out while it stands.
    """
    rows = (register_row(inquiry, account) for account in inquiry.every(Account))
    return register_of(inquiry, [row for row in rows if row is not None])


def register_of(
    inquiry: Inquiry, rows: Sequence[dict[str, object]]
) -> Answer[tuple[dict[str, object], ...]]:
    """Give the register that consists of these rows, each from register_row."""
    reasons: list[Reason] = []
    for row in rows:
        account = inquiry.one(Account, str(row["account"]))
        text = f"{row['account']} is open and its customer is {row['outcome']}"
        reasons.append(inquiry.law.reason(REGISTER, text, account.refs if account else ()))
    text = "every open account in scope is verified"
    text += ", or an exemption lifts this for it" if any_told(inquiry) else ""
    nobody = (inquiry.law.reason(REGISTER, text),)
    return Answer(tuple(rows), tuple(reasons) or nobody)


def register_row(inquiry: Inquiry, account: Account) -> dict[str, object] | None:
    """Give the register's row of an account, or None where it does not belong into the register."""
    if account.state not in OPEN_STATES or account_in_scope(inquiry, account.id).value is not YES:
        return None
    if status(inquiry, account.customer or account.id).value != Status.FOREIGN_PERSON:
        return None
    if lifted(inquiry, account.id, inquiry.law.cite(REGISTER)) is not None:
        return None
    came = outcome(inquiry, account.id).value
    if came is Outcome.VERIFIED:
        return None
    step = next_step(inquiry, account.id).value
    row: dict[str, object] = {
        "account": account.id,
        "customer": account.customer,
        "outcome": came,
        "provisioned_on": first_open_day(inquiry, account),
        "actions": f"next: {step}",
        "other": f"product {account.product or 'not stated'}, state {account.state}",
        "deprovision_on": account.deprovision_on,
        "reregistration_steps": STEPS,
    }
    missing = tuple(name for name in ("provisioned_on", "deprovision_on") if row[name] is None)
    return {**row, "missing": missing}


@decides(BLOCKED, Declared(of="customer", answers=YES_NO))
def reregistration_blocked(inquiry: Inquiry, customer: str) -> Answer[Verdict]:
    """Say whether a customer returns under the identifiers of one who finally failed.

    Compared are e-mail address, telephone number, payment token and wallet address.
    """
    asked = (BLOCKED, inquiry.day, inquiry.program)
    failed = inquiry.known.once(asked, lambda: _failed_identifiers(inquiry))
    for why, value in _identifiers(inquiry, customer):
        other = next((who for who in failed.get((why, value), ()) if who != customer), None)
        if other is not None:
            facts = tuple(ref for step in steps_of(inquiry, other) for ref in step.refs)
            text = f"{customer} has the same {why} as {other}, whose verification finally failed"
            return Answer(YES, (inquiry.law.reason(BLOCKED, text, facts),))
    text = f"{customer} shares no identifier with a customer who finally failed"
    return Answer(NO, (inquiry.law.reason(BLOCKED, text),))


def _failed_identifiers(inquiry: Inquiry) -> dict[Identifier, list[str]]:
    """Gather the identifiers of all who finally failed: they are few, and looked up by many."""
    steps = inquiry.every(Verification)
    tried = dict.fromkeys(s.person for s in steps if s.person and s.result is Result.FAILED)
    found: dict[Identifier, list[str]] = {}
    for person in tried:
        if outcome_of(inquiry, person) is Outcome.FAILED:
            for identifier in _identifiers(inquiry, person):
                found.setdefault(identifier, []).append(person)
    return found


def _identifiers(inquiry: Inquiry, customer: str) -> tuple[Identifier, ...]:
    """Give every identifier ever told of a customer: a changed e-mail address still identifies."""
    contact = inquiry.one(Contact, customer)
    payments = payments_of(inquiry, holding(inquiry, customer))
    told = [record.values for fact in (contact, *payments) if fact for record in fact.records]
    found = [(why, values.get(field)) for values in told for field, why in _IDENTIFYING.items()]
    return tuple(dict.fromkeys((why, _alike(why, str(value))) for why, value in found if value))


def _alike(why: str, value: str) -> str:
    """Give a value so that spaces and signs of writing, and the letters' case, do not matter."""
    signs = value.translate(_SIGNS) if why == _IDENTIFYING["phone"] else value
    return fold_link(signs)
