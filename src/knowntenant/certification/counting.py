"""Counts of a certification, from the facts: customers, foreign owners, places (7.304(a)(2))."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowntenant.certification.filers import accounts_of, customers_of, holders
from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Provider
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.law.answer import NO, UNKNOWN, Answer
from knowntenant.ownership.owners import find_owners
from knowntenant.persons.status import Status, presence_of, status
from knowntenant.scope.products import product_in_scope


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are, where each is ('' where not known), and what leaves the number open."""

    places: tuple[str, ...]
    gaps: tuple[str, ...] = ()
    rests_on: tuple[Answer[object], ...] = ()

    @property
    def number(self) -> int:
        """How many are certain."""
        return len(self.places)

    @property
    def text(self) -> str:
        """The number in words; only a lower bound where something is open."""
        return f"at least {self.number}" if self.gaps else str(self.number)

    @property
    def by_place(self) -> str:
        """How many in each place."""
        counted = Counter(place or "not known" for place in self.places)
        return ", ".join(f"{place}: {number}" for place, number in sorted(counted.items()))


@dataclass(frozen=True, slots=True)
class Owner:
    """A beneficial owner: whether foreign, whether that is open, and where; '' where not known."""

    id: str
    foreign: bool
    open_: bool
    place: str


@dataclass(frozen=True, slots=True)
class Owned:
    """Who beneficially owns a customer, and whether that is settled."""

    settled: bool
    owners: tuple[Owner, ...]


@remembered
def owned_by(inquiry: Inquiry, root: str) -> Owned:
    """Give what a certification counts of the owners of one customer, provider or reseller."""
    found = find_owners(inquiry, root)
    owners = ((owner, status(inquiry, owner).value) for owner in found.owners)
    return Owned(
        not found.gaps,
        tuple(
            Owner(o, s == Status.FOREIGN_PERSON, s is UNKNOWN, place_of(inquiry, o))
            for o, s in owners
        ),
    )


def iaas_customers(inquiry: Inquiry, of: str) -> Count:
    """Count the customers of a filer with an open account of an IaaS product, US persons too.

    A product that the pack's list leaves open keeps the number open.
    """
    open_ = [account for account in accounts_of(inquiry, of) if account.state in OPEN_STATES]
    scope = {a.product: product_in_scope(inquiry, a.product) for a in open_ if a.product}
    verdicts = {product: answer.value for product, answer in scope.items()}
    unsure = [a for a in open_ if verdicts.get(a.product or "") is UNKNOWN]
    sure = [a for a in open_ if verdicts.get(a.product or "") is not NO and a not in unsure]
    certain = tuple(dict.fromkeys(holders(sure)))
    open_products = sorted({a.product or "" for a in unsure if (a.customer or a.id) not in certain})
    gaps = tuple(f"whether {product} is an IaaS product is open" for product in open_products)
    return Count(tuple(place_of(inquiry, one) for one in certain), gaps, tuple(scope.values()))


def owners_of_filer(inquiry: Inquiry, of: str) -> Count:
    """Count the foreign persons who beneficially own the provider, or a reseller (D10)."""
    roots = (of,) if of else tuple(provider.id for provider in inquiry.every(Provider))
    if not roots:
        return Count((), ("the provider itself is not told, nor who owns it",))
    return _foreign_owners(inquiry, roots)


def owners_of_customers(inquiry: Inquiry, of: str) -> Count:
    """Count the foreign persons who beneficially own customers of a filer (D10), each once."""
    open_ = [account for account in accounts_of(inquiry, of) if account.state in OPEN_STATES]
    return _foreign_owners(inquiry, dict.fromkeys(holders(open_)))


def holds_any(inquiry: Inquiry, of: str) -> bool:
    """Tell whether any account is on record that counts in a filer's certification."""
    return bool(customers_of(inquiry, of))


def place_of(inquiry: Inquiry, person: str) -> str:
    """Give where a person is: located, else an entity's seat; '' where nothing is recorded."""
    presence = presence_of(inquiry, person)
    if presence is None:
        return ""
    place = presence.located or presence.headquartered_in or presence.organised_in
    return str(place) if place else ""


def _foreign_owners(inquiry: Inquiry, roots: Iterable[str]) -> Count:
    gaps: list[str] = []
    owners: dict[str, Owner] = {}
    for root in roots:
        found = owned_by(inquiry, root)
        gaps += [] if found.settled else [f"the owners of {root} are not settled"]
        owners |= {owner.id: owner for owner in found.owners}
    gaps += [f"whether {o.id} is a foreign person is open" for o in owners.values() if o.open_]
    foreign = [owner for owner in owners.values() if owner.foreign]
    gaps += [f"where {o.id} is located is not recorded" for o in foreign if not o.place]
    taken = (inquiry.law.reading("D16"), inquiry.law.reading("D17"))
    read: Answer[object] = Answer(None, readings=taken)
    return Count(tuple(owner.place for owner in foreign), tuple(gaps), (read,))
