"""Who has to be screened: customers, resellers, all behind them; each with whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Customer, Reseller
from knowntenant.facts.types.owners import Role as ControlRole
from knowntenant.ownership.connections import OWNER, PARENT, connections_of
from knowntenant.sanctions.acting import principals
from knowntenant.screening.known_party import party_of
from knowntenant.screening.party import Party


class Role(StrEnum):
    """As what somebody is screened."""

    CUSTOMER = "customer"
    RESELLER = "reseller"
    OWNER = "owner"
    DIRECTOR = "director"
    CONTROLLER = "controller"  # in any other way
    PARENT = "parent"
    PRINCIPAL = "principal"  # on whose behalf another acts


_ROLES = {OWNER: Role.OWNER, PARENT: Role.PARENT, ControlRole.DIRECTOR: Role.DIRECTOR}


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """What somebody has to do with one customer or reseller.

    of: a customer or reseller, or an account without one. through: the company that it owns, leads
    or stands above, where that is not `of` itself.
    """

    role: Role
    of: str
    through: str = ""


@dataclass(frozen=True, slots=True)
class Screened:
    """Somebody to be screened, once, with every reason why."""

    party: Party
    ties: tuple[Tie, ...]

    @property
    def customers(self) -> tuple[str, ...]:
        """The customers and resellers whom a hit on this party concerns."""
        return tuple(dict.fromkeys(tie.of for tie in self.ties))


def whom_to_screen(inquiry: Inquiry) -> Iterator[Screened]:
    """Give everybody to be screened on the day asked about: each once, customers first.

    Owners of any share, directors and other controllers, and parents, near and far up the chain;
    and those for whom accounts are held. A party whose name nobody told has an empty one: it can
    be found by its numbers only, and the caller says so.
    """
    ties: dict[str, dict[Tie, None]] = {}
    for id_, tie in _all_ties(inquiry):
        ties.setdefault(id_, {})[tie] = None
    for id_, told in ties.items():
        yield Screened(party_of(inquiry, id_), tuple(told))


def _all_ties(inquiry: Inquiry) -> Iterator[tuple[str, Tie]]:
    accounts = inquiry.every(Account)
    stated = (customer.id for customer in inquiry.every(Customer))
    holders = (account.customer for account in accounts if account.customer)
    customers = dict.fromkeys((*stated, *holders))
    resellers = dict.fromkeys(reseller.id for reseller in inquiry.every(Reseller))
    for id_ in customers:
        yield id_, Tie(Role.CUSTOMER, id_)
    for id_ in resellers:
        yield id_, Tie(Role.RESELLER, id_)
    for id_ in dict.fromkeys((*customers, *resellers)):
        yield from _behind(inquiry, id_)
    for account in accounts:
        holder = account.customer or account.id
        for principal in principals(inquiry, account):
            yield from _beneficiary(inquiry, principal, holder)
    for reseller in inquiry.every(Reseller):
        if reseller.beneficiary:
            yield from _beneficiary(inquiry, reseller.beneficiary, reseller.id)


def _beneficiary(inquiry: Inquiry, id_: str, of: str) -> Iterator[tuple[str, Tie]]:
    """Give somebody on whose behalf another acts, and everybody behind that one."""
    yield id_, Tie(Role.PRINCIPAL, of)
    for other, tie in _behind(inquiry, id_):
        yield other, Tie(tie.role, of, tie.through or id_)


def _behind(inquiry: Inquiry, id_: str) -> Iterator[tuple[str, Tie]]:
    for one in connections_of(inquiry, id_):
        role = _ROLES.get(one.tie, Role.CONTROLLER)
        yield one.person, Tie(role, id_, "" if one.of == id_ else one.of)
