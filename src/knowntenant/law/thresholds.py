"""Threshold mechanisms: the closed list of ways in which texts measure a model; packs give numbers.

A set of thresholds is one text's own test (an order, a proposal, an interpretive rule). Everything
here only grows with what is measured: more operations or a faster cluster never turn a yes into a
no. So three-valued logic finds every answer that the facts decide.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.logic import every, some

_LONG, _ROUND = 6, 6

Measured = tuple[str, Verdict]
"""Something measured, by the name of the input, and whether it is beyond its bound."""


class Standing(StrEnum):
    """What a set of thresholds is in law. Only a published one decides by itself (7.308(b)(2))."""

    NONE_FOUND = "none_found"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number known within a band: at least `low`, at most `high`, most likely `likely`."""

    low: Fraction | None = None
    likely: Fraction | None = None
    high: Fraction | None = None

    @classmethod
    def exactly(cls, number: Fraction | None) -> "Estimate":
        """Give the band of a number that is known, or the open band where it is not."""
        return cls(number, number, number)

    @property
    def inverted(self) -> bool:
        """Whether the band contradicts itself: its least value is above its most."""
        ordered = [n for n in (self.low, self.likely, self.high) if n is not None]
        return ordered != sorted(ordered)

    def over(self, bound: Fraction, *, at_least: bool = False) -> Verdict:
        """Say whether the number is over a bound: yes if the low end is, no if the high is not."""
        if self.inverted:
            return UNKNOWN
        if self.low is not None and _beyond(self.low, bound, at_least=at_least):
            return YES
        if self.high is not None and not _beyond(self.high, bound, at_least=at_least):
            return NO
        return UNKNOWN

    def times(self, least: Fraction, most: Fraction) -> "Estimate":
        """Give the band of so many things, each counted at least and at most so often."""
        sure = self.likely is not None and least == most
        return Estimate(
            None if self.low is None else self.low * least,
            self.likely * least if sure and self.likely is not None else None,
            None if self.high is None else self.high * most,
        )

    def plus(self, other: "Estimate") -> "Estimate":
        """Give the band of a sum."""
        return Estimate(
            _sum(self.low, other.low),
            _sum(self.likely, other.likely),
            _sum(self.high, other.high),
        )


OPEN = Estimate()
"""Nothing is known of the number."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is known of a model's training.

    operations: in number, as counted by whoever counted them; multiply_accumulates: of these
    not yet counted among the operations, None where there are none; biological: whether the data
    are primarily biological sequences; gbit_per_second: of the network between the machines;
    operations_per_second: theoretical maximum; sparsity: whether that maximum counts on sparsity.
    """

    operations: Estimate = OPEN
    multiply_accumulates: Estimate | None = None
    biological: Verdict = UNKNOWN
    co_located: Verdict = UNKNOWN
    gbit_per_second: Fraction | None = None
    operations_per_second: Fraction | None = None
    sparsity: Verdict = NO


@dataclass(frozen=True, slots=True)
class Operations:
    """More than `over` operations; `biological`: only where trained primarily on such data."""

    over: Fraction
    biological: bool = False

    @property
    def words(self) -> str:
        """The limb in words."""
        data = " on primarily biological sequence data" if self.biological else ""
        return f"more than {short(self.over)} operations{data}"

    def measured(self, run: Run) -> tuple[Measured, ...]:
        """Measure a training."""
        found = ("operations", run.operations.over(self.over))
        return (found, ("biological", run.biological)) if self.biological else (found,)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Machines connected by more than `gbit_over` Gbit/s, with a theoretical maximum.

    The maximum is more than `per_second` operations per second, or at least so many (`at_least`).
    co_located: the machines stand in one data center; without_sparsity: a maximum that counts on
    sparsity says only that the true one is not higher.
    """

    gbit_over: Fraction
    per_second: Fraction
    at_least: bool = False
    co_located: bool = False
    without_sparsity: bool = False

    @property
    def words(self) -> str:
        """The limb in words."""
        place = " in one data center" if self.co_located else ""
        than = "at least" if self.at_least else "more than"
        dense = ", without sparsity" if self.without_sparsity else ""
        return (
            f"a cluster{place} with networking over {short(self.gbit_over)} Gbit/s and {than}"
            f" {short(self.per_second)} operations per second{dense}"
        )

    def measured(self, run: Run) -> tuple[Measured, ...]:
        """Measure a cluster."""
        fast = Estimate.exactly(run.gbit_per_second).over(self.gbit_over)
        most = run.operations_per_second
        dense = run.sparsity is NO or not self.without_sparsity
        capacity = Estimate(most if dense else None, None, most)
        found = (
            ("gbit_per_second", fast),
            ("operations_per_second", capacity.over(self.per_second, at_least=self.at_least)),
        )
        return (("co_located", run.co_located), *found) if self.co_located else found


Limb = Operations | Cluster

LIMBS: Mapping[str, type[Limb]] = {"operations": Operations, "cluster": Cluster}
"""Every kind of limb that a pack may name."""

MECHANISMS: Mapping[str, Callable[[Iterable[Verdict]], Verdict]] = {
    "any_of": some,
    "all_of": every,
}
"""How the limbs of a set come together; every mechanism that a pack may name."""
JOINED: Mapping[str, str] = {"any_of": "or", "all_of": "and"}


@dataclass(frozen=True, slots=True)
class Judged:
    """What a set makes of a training. missing: which inputs would settle it, where unknown."""

    verdict: Verdict
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThresholdSet:
    """One text's test of a model.

    clause: the pack's clause that such a test would fill; status: its legal status in words;
    counts_mac_as: how many operations one multiply-accumulate is, None where the text is silent.
    """

    name: str
    clause: str
    label: str
    source: str
    standing: Standing
    status: str
    mechanism: str
    limbs: tuple[Limb, ...]
    counts_mac_as: Fraction | None = None

    @property
    def words(self) -> str:
        """The whole test in words."""
        joined = f", {JOINED[self.mechanism]} ".join(limb.words for limb in self.limbs)
        return joined or "no conditions"

    def judge(self, run: Run, least: Fraction, most: Fraction) -> Judged:
        """Say whether a training is over the set's thresholds.

        least, most: how many operations a multiply-accumulate is where this text is silent.
        """
        counted = self.counted(run, least, most)
        limbs = [limb.measured(counted) for limb in self.limbs]
        verdicts = [every(verdict for _, verdict in limb) for limb in limbs]
        together = MECHANISMS[self.mechanism](verdicts)
        open_ = (
            name
            for limb, verdict in zip(limbs, verdicts, strict=True)
            if verdict is UNKNOWN
            for name, measured in limb
            if measured is UNKNOWN
        )
        return Judged(together, tuple(dict.fromkeys(open_)) if together is UNKNOWN else ())

    def counted(self, run: Run, least: Fraction, most: Fraction) -> Run:
        """Give a training with its multiply-accumulates counted as this set counts them."""
        if run.multiply_accumulates is None:
            return run
        each = (least, most) if self.counts_mac_as is None else (self.counts_mac_as,) * 2
        total = run.operations.plus(run.multiply_accumulates.times(*each))
        return Run(
            total, None, run.biological, run.co_located, run.gbit_per_second,
            run.operations_per_second, run.sparsity,
        )  # fmt: skip


def short(number: Fraction) -> str:
    """Give a number as people write it: a round one beyond a million as 1e26, exactly."""
    digits = str(number)
    head = digits.rstrip("0")
    if number.denominator != 1 or len(digits) <= _LONG or len(head) > _ROUND:
        return digits
    tail = f".{head[1:]}" if head[1:] else ""
    return f"{head[0]}{tail}e{len(digits) - 1}"


def _beyond(number: Fraction, bound: Fraction, *, at_least: bool) -> bool:
    return number >= bound if at_least else number > bound


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other
