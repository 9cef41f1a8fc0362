"""Exposure: how many customers are foreign and why, and which accounts the rule would reach.

Foreign or not, and in scope or not, is asked; here the answers are only counted.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowntenant.facts.types import Account
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import YES
from knowntenant.persons.status import LONGEST_BRANCH, Status, presence_of
from knowntenant.review.asking import Review
from knowntenant.risk.tiers import TIER_OF, placed
from knowntenant.scope.accounts import persons_of

if TYPE_CHECKING:
    from knowntenant.facts.places import Place

WORDS = {Status.FOREIGN_PERSON.value: "foreign", Status.US_PERSON.value: "US"}
NOT_STATED = ("place not stated", "not stated")
OWNER = "a beneficial owner belongs there"


@dataclass(slots=True)
class Exposure:
    """Counts. customers: by status; accounts: open ones by scope; why: by place and ground.

    tiers: customers in reach by risk tier and the row of the program's table, or other ground.
    """

    customers: Counter[str] = field(default_factory=Counter)
    accounts: Counter[str] = field(default_factory=Counter)
    why: Counter[tuple[str, str]] = field(default_factory=Counter)
    tiers: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: "Exposure") -> None:
        """Add the counts of another part of the same review."""
        self.customers.update(other.customers)
        self.accounts.update(other.accounts)
        self.why.update(other.why)
        self.tiers.update(other.tiers)

    @property
    def by_tier(self) -> list[tuple[str, str, int]]:
        """Give tier, ground and number of customers, the highest tier first."""
        order = sorted(
            self.tiers.items(), key=lambda row: (_TIERS.index(row[0][0]), -row[1], row[0])
        )
        return [(tier, ground, count) for (tier, ground), count in order]

    @property
    def by_place(self) -> list[tuple[str, Counter[str]]]:
        """Give each place with its grounds, the place with most customers first."""
        places: dict[str, Counter[str]] = {}
        for (place, ground), count in self.why.items():
            places.setdefault(place, Counter())[ground] += count
        return sorted(places.items(), key=lambda row: (-row[1].total(), row[0]))


_TIERS = [tier.value for tier in reversed(Tier)]


def count(review: Review, customer: str, exposure: Exposure) -> None:
    """Count one customer and its open accounts, where the pack asks who is foreign."""
    if not review.decides("scope.account_in_scope"):
        return
    status = review.ask("persons.status", customer).answer.value
    exposure.customers[WORDS.get(str(status), "unknown")] += 1
    reached = False
    for account in review.inquiry.where(Account, customer=customer):
        if account.state in OPEN_STATES:
            scope = review.ask("scope.account_in_scope", account.id).answer.value
            exposure.accounts[str(scope)] += 1
            reached = reached or scope is YES
    if reached and review.decides(TIER_OF):
        exposure.tiers[_tier(review, customer)] += 1
    if status == Status.FOREIGN_PERSON:
        exposure.why[_ground(review, customer)] += 1
    elif reached:
        for place in dict.fromkeys(_owner_places(review, customer)):
            exposure.why[place, OWNER] += 1


def _tier(review: Review, customer: str) -> tuple[str, str]:
    """Give the tier of a customer and the ground: a person, a row of the table, the default."""
    found = placed(review.inquiry, customer)
    return found.tier.value, found.ground


def _owner_places(review: Review, customer: str) -> list[str]:
    owners = [person for person in persons_of(review.inquiry, customer) if person != customer]
    foreign = [
        owner
        for owner in owners
        if review.ask("persons.status", owner).answer.value == Status.FOREIGN_PERSON
    ]
    return [_ground(review, owner)[0] for owner in foreign]


def _ground(review: Review, person: str) -> tuple[str, str]:
    """Give the place and the ground that are shown first for a foreign person."""
    presence = presence_of(review.inquiry, person)
    for _ in range(LONGEST_BRANCH):
        if presence is None or presence.branch_of is None:
            break
        presence = presence_of(review.inquiry, presence.branch_of)
    named: tuple[tuple[str, Place | None], ...] = ()
    if presence is not None:
        named = (
            ("organised there", presence.organised_in),
            ("a citizen there", next(iter(presence.citizen or ()), None)),
            ("a permanent resident there", next(iter(presence.resident or ()), None)),
            ("located there", presence.located),
            ("its head office is there", presence.headquartered_in),
        )
    told = ((place.name, ground) for ground, place in named if place is not None)
    return next(told, NOT_STATED)
