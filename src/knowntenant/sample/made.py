"""A customer in the making: its rows in every table, and when its accounts are used."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import NamedTuple

from knowntenant.sample.days import AS_OF, FIRST_ACCESS, months, plus
from knowntenant.sample.names import HOSTS, Country, countries
from knowntenant.sample.rows import Cell, Row, Rows

LETTERS = "abcdefghjkmnpqrstuvwxyz"
BY_BANK = 0.2
RENAMED = 0.3
DOCUMENTS = {"individual": "passport", "entity": "company_register"}


class Visits(NamedTuple):
    """From which day, and to before which day, an account is used; and from where it looks."""

    account: str
    first: date
    end: date
    located: str


class Visit(NamedTuple):
    """One access told apart from all the others."""

    account: str
    day: date
    action: str
    located: str


@dataclass(slots=True)
class Seat:
    """A place among the customers: its number, and chances that are its own."""

    number: int
    chance: Random


@dataclass(slots=True)
class Made:
    """One customer with everything told of it. `row` is its row in customers."""

    seat: Seat
    country: Country
    opened: date
    row: Row = field(default_factory=dict)
    rows: Rows = field(default_factory=lambda: defaultdict(list))
    visits: list[Visits] = field(default_factory=list)
    single: list[Visit] = field(default_factory=list)
    persons: int = 0

    @property
    def id(self) -> str:
        """The customer's identifier."""
        return f"C{self.seat.number:06}"

    @property
    def account(self) -> str:
        """The identifier of the first account."""
        return f"A{self.seat.number:06}"

    @property
    def chance(self) -> Random:
        """The customer's own chances."""
        return self.seat.chance

    @property
    def account_row(self) -> Row:
        """The row of the first account."""
        return self.rows["accounts"][0]

    def add(self, table: str, **cells: Cell) -> Row:
        """Add a row to a table."""
        row: Row = dict(cells)
        self.rows[table].append(row)
        return row

    def serial(self) -> int:
        """Give a number that no other person of the sample has."""
        self.persons += 1
        return self.seat.number * 10 + self.persons - 1

    def reached(self, country: Country, word: str) -> Row:
        """Give an e-mail address and a telephone number that nobody else has."""
        serial = self.serial()
        host = self.chance.choice(HOSTS)
        return {"email": f"{word}.{serial}@{host}", "phone": country.phone(serial)}

    def individual(self, country: Country) -> Row:
        """Give all that is asked of an individual, with a citizenship that a document shows."""
        name, word = country.name(self.chance)
        return {
            "kind": "individual", "name": name, "located": country.place,
            "citizen": (country.code,), "basis": "document", **self.reached(country, word),
            "street_address": country.address(self.chance),
        }  # fmt: skip

    def entity(self, country: Country) -> Row:
        """Give all that is asked of an entity."""
        place = self.chance.choice(("US-DE", "US-NY", "US-TX", "US-CA"))
        renamed = self.chance.random() < RENAMED
        return {
            "names_used": (country.firm(self.chance),) if renamed else (),
            "kind": "entity", "name": country.firm(self.chance),
            "organised_in": place if country.code == "US" else country.code,
            "headquartered_in": country.place, "basis": "document",
            **self.reached(country, "office"), "principal_place": country.address(self.chance),
        }  # fmt: skip

    def open(self, product: str = "vps", state: str = "opened") -> Row:
        """Open an account: its row, its payment, its sign-up and the time of its use."""
        several = len(self.rows["accounts"])
        account = f"{self.account}-{several + 1}" if several else self.account
        row = self.add("accounts", id=account, customer=self.id, product=product, state=state,
                       opened_on=self.opened.isoformat())  # fmt: skip
        self.pay(account)
        self.single.append(Visit(account, self.opened, "sign_up", self.country.code))
        first = max(plus(self.opened, 1), FIRST_ACCESS)
        self.visits.append(Visits(account, first, plus(AS_OF, 1), self.country.code))
        if product == "gpu":
            self.used(account, product)
        return row

    def pay(self, account: str) -> None:
        """Tell of a card, by the processor's token and last four digits, or of a bank account."""
        row = self.add("payments", id=f"M-{account}", account=account)
        row["happened"] = self.opened.isoformat()
        four = f"{self.chance.randrange(10_000):04}"
        if self.chance.random() < BY_BANK:
            row.update(means="bank_account", account_number=f"ends in {four}")
            return
        row.update(
            means="card", card_last_four=four, issuer_country=self.country.code,
            token=f"tok_{''.join(self.chance.choices(LETTERS, k=14))}",
            card_brand=self.chance.choice(("Samplecard", "Testa")),
        )  # fmt: skip

    def used(self, account: str, product: str) -> None:
        """Tell of the use of accelerators, month by month."""
        for month, until in months(max(self.opened, FIRST_ACCESS), AS_OF):
            count = self.chance.choice((1, 2, 4, 8))
            hours = count * self.chance.randrange(20, 700)
            self.add("usage", account=account, product=product, accelerator="HG-80 accelerator",
                     count=str(count), hours=str(hours), happened=month.isoformat(),
                     until=f"{until.isoformat()}T00:00:00Z")  # fmt: skip

    def check(self, person: str, told: Row, day: date, **other: Cell) -> Row:
        """Tell of a document that was looked at: it passed, and a description is kept."""
        kind = DOCUMENTS[str(told["kind"])]
        place = told.get("citizen") or told.get("organised_in") or self.country.code
        issued = place[0] if isinstance(place, tuple) else place
        row: Row = {
            "id": f"D{len(self.rows['evidence']) + 1}-{person}", "person": person, "kind": kind,
            "number": f"X{self.chance.randrange(10**7):07}", "issued_by": issued,
            "description": f"{kind.replace('_', ' ')} of {issued}, seen whole and legible",
            "copy": f"vault/{person}/{day.isoformat()}", "method": "documentary",
            "result": "passed", "showed": "name and number agree", "checked_on": day.isoformat(),
        }  # fmt: skip
        if kind == "passport":
            row["expires"] = plus(day, self.chance.randrange(200, 3000)).isoformat()
        row.update(other)
        self.rows["evidence"].append(row)
        return row

    def owned_by(self, told: Row, owned: str, percent: str = "", role: str = "") -> str:
        """Tell of an owner or controller; give its identifier."""
        kind = "P" if told["kind"] == "individual" else "E"
        owner = f"{kind}{self.seat.number:06}-{len(self.rows['owners']) + 1}"
        row = self.add("owners", owner=owner, owned=owned, **told)
        row["happened"] = self.opened.isoformat()
        if percent:
            row["percent"] = percent
        if role:
            row["role"] = role
        return owner

    def person_owns(self, code: str, owned: str, percent: str = "", role: str = "") -> Row:
        """Tell of an individual who owns or controls, complete and verified; give the row."""
        told = self.individual(countries()[code])
        owner = self.owned_by(told, owned, percent, role)
        self.check(owner, told, self.opened)
        return self.rows["owners"][-1]
