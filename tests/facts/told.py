"""Records as tests tell them: the type's shape, the day, and the values by name."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from knowntenant.facts.declaration import Fact
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.record import Record
from knowntenant.law.days import Moment

WASHINGTON = ZoneInfo("America/New_York")
FIRST = date(2027, 1, 5)
END = date(2030, 12, 31)


def tell(  # noqa: PLR0913 - a record says that much about itself
    shape: type[Fact],
    happened: Moment = FIRST,
    *,
    learned: Moment | None = None,
    ref: str = "",
    label: str = "",
    corrects: str | date | None = None,
    **values: object,
) -> Record:
    """Make a record; it is learned when it happens unless said otherwise."""
    return Record(
        ref=ref or f"{shape.__name__} of {happened}",
        shape=shape,
        values=values,
        happened=happened,
        learned=learned or happened,
        label=label,
        corrects=corrects,
    )


def known(*records: Record, as_of: date = END) -> Known:
    """Give what was known at the end of a day, under a pack of Washington."""
    return Known(ledger(records), as_of)


def ledger(records: Iterable[Record]) -> Ledger:
    """Index records by the days of Washington."""
    return Ledger(records, WASHINGTON)
