"""The register of unverified accounts (7.304(a)(2)(ix)), and who may not register again."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Contact, Payment, Verification
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.law.answer import NO, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, Shape
from knowntenant.scope.accounts import account_in_scope
from knowntenant.verification.outcome import Outcome, outcome, outcome_of
from knowntenant.verification.provisional import first_open_day
from knowntenant.verification.routes import next_step

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


@decides(REGISTER, Declared(answers=ListOf(ROW), readings=("D16", "D17", "D32")))
def unverified_register(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give the open accounts of foreign customers whose identity is not verified, with (A) to (E).

    `missing` names the columns without which a certification cannot be finished.
    """
    rows: list[dict[str, object]] = []
    reasons: list[Reason] = []
    for account in inquiry.every(Account):
        row = register_row(inquiry, account)
        if row is not None:
            rows.append(row)
            text = f"{account.id} is open and its customer is {row['outcome']}"
            reasons.append(inquiry.law.reason(REGISTER, text, account.refs))
    nobody = (inquiry.law.reason(REGISTER, "every open account in scope is verified"),)
    return Answer(tuple(rows), tuple(reasons) or nobody)


def register_row(inquiry: Inquiry, account: Account) -> dict[str, object] | None:
    """Give the register's row of an account, or None where it does not belong into the register."""
    if account.state not in OPEN_STATES or account_in_scope(inquiry, account.id).value is not YES:
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
    for other, why in _linked(inquiry, customer):
        if outcome_of(inquiry, other) is Outcome.FAILED:
            facts = tuple(
                ref for step in inquiry.where(Verification, person=other) for ref in step.refs
            )
            text = f"{customer} has the same {why} as {other}, whose verification finally failed"
            return Answer(YES, (inquiry.law.reason(BLOCKED, text, facts),))
    text = f"{customer} shares no identifier with a customer who finally failed"
    return Answer(NO, (inquiry.law.reason(BLOCKED, text),))


def _linked(inquiry: Inquiry, customer: str) -> list[tuple[str, str]]:
    contact = inquiry.one(Contact, customer)
    found: list[tuple[str, str]] = []
    if contact is not None and contact.email:
        same = inquiry.where(Contact, email=contact.email)
        found += [(other.person, "e-mail address") for other in same]
    if contact is not None and contact.phone:
        same = inquiry.where(Contact, phone=contact.phone)
        found += [(other.person, "telephone number") for other in same]
    for payment in _payments(inquiry, customer):
        if payment.token:
            tokens = inquiry.where(Payment, token=payment.token)
            found += [(_payer(inquiry, other), "payment token") for other in tokens]
        if payment.wallet_address:
            wallets = inquiry.where(Payment, wallet_address=payment.wallet_address)
            found += [(_payer(inquiry, other), "wallet address") for other in wallets]
    return [(other, why) for other, why in dict.fromkeys(found) if other not in ("", customer)]


def _payments(inquiry: Inquiry, customer: str) -> list[Payment]:
    own = list(inquiry.where(Payment, customer=customer))
    for account in inquiry.where(Account, customer=customer):
        own += inquiry.where(Payment, account=account.id)
    return own


def _payer(inquiry: Inquiry, payment: Payment) -> str:
    account = inquiry.one(Account, payment.account) if payment.account else None
    return payment.customer or (account.customer if account else None) or ""
