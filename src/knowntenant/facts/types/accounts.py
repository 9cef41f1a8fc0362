"""Accounts and what happens on them: payment by token, access, usage, holds, notices."""

from enum import StrEnum
from fractions import Fraction

from knowntenant.facts.declaration import Fact, Retention, Sensitivity, fact_type, told
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.law.answer import Verdict
from knowntenant.law.days import Moment
from knowntenant.law.kinds import DAY, ID, IP, MOMENT, NUMBER, TEXT, YES_NO, ListOf, choice

PERSONAL, SECRET = Sensitivity.PERSONAL, Sensitivity.SECRET


class AccountState(StrEnum):
    """Where an account stands; `requested` is a prospective account."""

    REQUESTED = "requested"
    PROVISIONAL = "provisional"
    OPENED = "opened"
    RESTRICTED = "restricted"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    REFUSED = "refused"


class PaymentMeans(StrEnum):
    """Means of payment; a card is known by its processor's token, never by its number."""

    CARD = "card"
    BANK_ACCOUNT = "bank_account"
    CRYPTO = "crypto"
    CREDITS = "credits"
    OTHER = "other"


class AccessAction(StrEnum):
    """What was done: the product used, or the account administered."""

    USE = "use"
    ADMINISTRATION = "administration"
    SIGN_UP = "sign_up"


class HoldState(StrEnum):
    """A legal hold is placed, and later released."""

    PLACED = "placed"
    RELEASED = "released"


OPEN_STATES = frozenset(
    {AccountState.PROVISIONAL, AccountState.OPENED, AccountState.RESTRICTED, AccountState.SUSPENDED}
)
"""States in which an account has been opened and not closed."""
LIVE_STATES = OPEN_STATES | {AccountState.REQUESTED}
"""States of an account that is open, or asked for."""
OVER_STATES = frozenset(AccountState) - LIVE_STATES
"""States in which an account has ended, or never came to be; where none is told, it is not over."""
LIMITED_STATES = frozenset({AccountState.RESTRICTED, AccountState.SUSPENDED})
"""States of an account that stands open, and of which not everything can be used."""


@fact_type("account", key=("id",), subject="account", clause="7.301 account")
class Account(Fact):
    """A formal business relationship to provide products to a customer."""

    id: str = told(ID, "the account's identifier")
    customer: str | None = told(ID, "who contracts for it", refers_to="customer", also=("holder",))
    product: str | None = told(ID, "the product line", refers_to="product")
    reseller: str | None = told(
        ID, "the reseller through whom it is held", refers_to="reseller", also=("through",)
    )
    state: AccountState | None = told(
        choice(
            "account state",
            "where the account stands",
            AccountState,
            open=AccountState.OPENED,
            prospective=AccountState.REQUESTED,
        ),
        "where the account stands",
    )
    deprovision_on: Moment | None = told(
        DAY,
        "when it ends if the customer stays unverified",
        also=("deprovision", "deprovision_date"),
    )
    permissions: str | None = told(TEXT, "what an unverified account is limited to")
    offers_onward: Verdict | None = told(
        YES_NO,
        "whether the holder is going to offer the products on to third parties, wholly or partly",
        also=("resold", "onward"),
    )
    beneficiary: str | None = told(
        ID,
        "who really benefits from the account, where that is not the holder (D27)",
        refers_to="person",
    )


@fact_type("payment", subject="account", clause="7.302(d)(1)(iii)(C)")
class Payment(Fact):
    """A means and source of payment for an account. Card numbers are refused."""

    id: str | None = told(ID, "the payment method's identifier")
    account: str | None = told(ID, "which account", refers_to="account")
    customer: str | None = told(
        ID, "which customer, where it is for all of its accounts", refers_to="customer"
    )
    means: PaymentMeans | None = told(
        choice(
            "means of payment", "how it is paid", PaymentMeans,
            credit_card=PaymentMeans.CARD, debit_card=PaymentMeans.CARD,
            bank=PaymentMeans.BANK_ACCOUNT,
            wallet=PaymentMeans.CRYPTO, virtual_currency=PaymentMeans.CRYPTO,
        ), "how it is paid",
        also=("method", "kind", "type"),
    )  # fmt: skip
    token: str | None = told(TEXT, "the payment processor's token", sensitivity=SECRET, links=True)
    card_brand: str | None = told(TEXT, "card brand", also=("brand",))
    card_last_four: str | None = told(
        TEXT, "last four digits of a card", sensitivity=PERSONAL, also=("last_four", "last4")
    )
    issuer_country: Place | None = told(PLACE, "country of the card issuer")
    account_number: str | None = told(TEXT, "bank account number, masked", sensitivity=SECRET)
    customer_identifier: str | None = told(TEXT, "customer identifier", sensitivity=SECRET)
    transaction_identifier: str | None = told(TEXT, "transaction identifier", sensitivity=SECRET)
    wallet_address: str | None = told(
        TEXT,
        "virtual-currency wallet or its address",
        sensitivity=PERSONAL,
        links=True,
        also=("wallet",),
    )
    other: str | None = told(TEXT, "any other source of payment, in words", sensitivity=PERSONAL)


@fact_type("access", subject="account", clause="7.302(d)(1)(iii)(F)")
class Access(Fact):
    """One access to, or administrative action on, an account. Entries are only ever added."""

    account: str | None = told(ID, "which account", refers_to="account")
    ip: str | None = told(IP, "the IP address used", sensitivity=PERSONAL, also=("ip_address",))
    action: AccessAction | None = told(
        choice(
            "access action",
            "what was done",
            AccessAction,
            login=AccessAction.USE,
            admin=AccessAction.ADMINISTRATION,
            api_call=AccessAction.ADMINISTRATION,
        ),
        "what was done",
    )
    located: Place | None = told(
        PLACE, "where the address is thought to be; alone it decides nothing (D17)",
        also=("place", "country", "geolocation"),
    )  # fmt: skip


@fact_type("usage", subject="account", retention=Retention.REPORT, clause="7.308(b)(1)")
class Usage(Fact):
    """A pointer to usage: how much of what an account used, and where the records lie."""

    account: str | None = told(ID, "which account", refers_to="account")
    product: str | None = told(ID, "the product line", refers_to="product")
    accelerator: str | None = told(TEXT, "accelerator or resource name")
    count: Fraction | None = told(NUMBER, "how many at once")
    hours: Fraction | None = told(NUMBER, "accelerator-hours or resource-hours, in hours")
    until: Moment | None = told(MOMENT, "end of the period that begins when it happened")


@fact_type("hold", key=("id",), subject="account", clause="7.302(e)(2)")
class Hold(Fact):
    """A legal hold: while it stands, nothing that it covers may be deleted."""

    id: str = told(ID, "the hold's identifier")
    account: str | None = told(ID, "the account covered", refers_to="account")
    customer: str | None = told(ID, "the customer covered", refers_to="customer")
    state: HoldState | None = told(
        choice("hold state", "placed or released", HoldState), "placed or released"
    )
    why: str | None = told(TEXT, "ground of the hold", also=("reason", "ground"))


@fact_type("notice", subject="person", clause="7.301 cip")
class Notice(Fact):
    """A notice given to, or received from, a customer or reseller."""

    id: str | None = told(ID, "the notice's identifier")
    to: str | None = told(ID, "to whom", refers_to="person")
    sender: str | None = told(ID, "from whom", refers_to="person", also=("by",))
    about: str | None = told(TEXT, "what it is about, such as disclosure or owners_added")
    version: str | None = told(TEXT, "version of the notice's text")
    acknowledged: Verdict | None = told(YES_NO, "whether it was acknowledged")
    concerns: tuple[str, ...] | None = told(ListOf(ID), "persons or accounts that it concerns")
