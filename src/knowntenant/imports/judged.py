"""Access rows judged one by one, exactly: those that the fast path cannot vouch for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from knowntenant.imports.cells import BLANK, Bad, Guessed, Read, cell_reader
from knowntenant.imports.mapping import Mapped
from knowntenant.imports.parts import Table
from knowntenant.imports.tables import TABLES
from knowntenant.imports.tally import Tally

EPOCH = datetime(1900, 1, 1, tzinfo=UTC)
ROWS = 1 << 29
"""More rows than an export has: an instant and a row number share one whole number below 2**63."""

ACCESS: Table = TABLES["access"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A judged access row: its place in time and file, and the texts that were in it."""

    order: int
    account: str
    action: str
    located: str
    future: bool


def order_of(moment: date, row: int, midnight_in: Callable[[date], datetime]) -> int:
    """Give a number that sorts by instant, then by row; a day counts as its beginning."""
    instant = moment if isinstance(moment, datetime) else midnight_in(moment)
    return int((instant - EPOCH).total_seconds()) * ROWS + row


class Judge:
    """Judges access rows cell by cell with the same readers as every other table."""

    def __init__(self, mapped: Mapped, end: datetime, tally: Tally) -> None:
        """Take the mapping, the first instant after the review's day, and where troubles go."""
        self.mapped, self.end, self.tally = mapped, end, tally
        self.readers: dict[str, Read] = {
            name: cell_reader("access", column, mapped) for name, column in ACCESS.columns.items()
        }
        self.partial = 0
        self.bad = 0

    def midnight(self, day: date) -> datetime:
        """Give the instant at which a day begins, in the zone of the export's times."""
        return datetime.combine(day, time(), self.mapped.clock.zone)

    def judge(self, where: str, row: int, texts: Sequence[str]) -> Seen | None:
        """Judge a row of texts (account, at, ip, action, located); None where it cannot be used."""
        names = ("account", "at", "ip", "action", "located")
        values = {
            name: self.value(name, text, where) for name, text in zip(names, texts, strict=True)
        }
        account, moment = values["account"], values["at"]
        if not isinstance(account, str) or not isinstance(moment, date):
            lacking = [name for name in ("account", "at") if values[name] in (None, BLANK)]
            if lacking:
                what = f"has no {' and no '.join(map(repr, lacking))}; the row is left out"
                self.tally.problem(("access", *lacking), where, what, "Fill it in.")
            self.bad += 1
            return None
        self.partial += any(isinstance(value, Bad) for value in values.values())
        order = order_of(moment, row, self.midnight)
        late = (moment if isinstance(moment, datetime) else self.midnight(moment)) >= self.end
        return Seen(order, account, texts[3], texts[4], late)

    def value(self, name: str, text: str, where: str) -> object:
        """Read one cell; a bad one is reported, an empty one is BLANK."""
        value = self.readers[name](text) if text else BLANK
        if isinstance(value, Bad) and where:
            self.tally.problem(("access", name, value.kind), where, value.what, value.remedy)
        return value.value if isinstance(value, Guessed) else value
