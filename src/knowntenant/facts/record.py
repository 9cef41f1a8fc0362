"""A record of a fact: what was told, when it happened, when it was learned, when it was stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from knowntenant.facts.declaration import Fact
from knowntenant.law.days import Moment

NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One telling of a fact. Records are never overwritten; a later one may correct an earlier.

    ref: where it came from, such as 'fact 3' or 'customers.csv row 12'; values: only the keys
    that were named; happened: when it was so in the world; learned: when the provider knew (a
    reseller's own knowledge is a knowledge fact); recorded: when it was stored; source: from whom
    or which system; label: a name that corrections may use; corrects: the label, the number or
    the day of the record that this one replaces; replaces: that record, once it is found.
    """

    ref: str
    shape: type[Fact]
    values: Mapping[str, object] = field(default_factory=lambda: NOTHING)
    happened: Moment
    learned: Moment
    recorded: Moment | None = None
    source: str = ""
    label: str = ""
    corrects: str | date | None = None
    replaces: "Record | None" = None

    def first_learned(self, field: str) -> Moment:
        """Give when a field's value was first learned; correcting others does not renew it."""
        record = self
        while record.replaces and record.replaces.values.get(field) == self.values.get(field):
            record = record.replaces
        return record.learned
