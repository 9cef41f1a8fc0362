"""The whole report: each pack's summary, the sources, and how it was made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.program import Program
from knowntenant.review.masking import Masking
from knowntenant.review.method import Basis, basis
from knowntenant.review.running import Reviewed
from knowntenant.review.shown import Shown
from knowntenant.review.source import Source
from knowntenant.review.summary import Summary


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the outputs show. `source` comes masked; the summaries mask as they show."""

    reviews: tuple[Reviewed, ...]
    source: Source
    program: Program
    masking: Masking

    @property
    def as_of(self) -> date:
        """The day by whose end everything stood as shown."""
        return self.reviews[0].as_of

    @property
    def summaries(self) -> tuple[tuple[Basis, Summary], ...]:
        """Give each pack's basis with its summary; what is in force comes before proposals."""
        ordered = sorted(self.reviews, key=lambda one: not one.law.pack.binds_on(self.as_of))
        return tuple((basis(one.law, self.as_of), Summary(one, self.masking)) for one in ordered)

    @property
    def count(self) -> int:
        """How many findings there are, over all packs."""
        return sum(len(one.findings) for one in self.reviews)

    def all(self) -> Iterator[Shown]:
        """Give every finding of every pack."""
        for _, summary in self.summaries:
            yield from summary.all()
