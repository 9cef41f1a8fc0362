"""What is known of a model's training: from its facts, and from what a question brings along.

Operations of either kind, floating-point and integer, count alike (7.301); they are added up here.
How many of them a multiply-accumulate is, each set of thresholds says for itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Cluster, Model
from knowntenant.law.answer import NO, UNKNOWN, Verdict
from knowntenant.law.kinds import ID, NUMBER, YES_NO, Kind
from knowntenant.law.thresholds import OPEN, Estimate, Run

COUNTS: Mapping[str, Kind] = {
    "operations": NUMBER,
    "operations_low": NUMBER,
    "operations_high": NUMBER,
    "floating_point_operations": NUMBER,
    "integer_operations": NUMBER,
    "multiply_accumulates": NUMBER,
}
"""What a question may say of the operations; if it says any of it, the model's own do not count."""
CLUSTER: Mapping[str, Kind] = {
    "cluster": ID,
    "co_located": YES_NO,
    "gbit_per_second": NUMBER,
    "operations_per_second": NUMBER,
    "sparsity": YES_NO,
}
TAKES: Mapping[str, Kind] = {**COUNTS, "biological": YES_NO, **CLUSTER}
"""Everything that a question may bring along in place of what is told of a model."""
ZERO = Fraction(0)

Given = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of a training, and references of the facts that told it."""

    run: Run
    facts: tuple[str, ...]


def measured(inquiry: Inquiry, model: str, given: Given) -> Measured:
    """Give what is known of a model's training; `given` goes before what is told."""
    told = inquiry.one(Model, model) if model else None
    counts = given if any(name in given for name in COUNTS) else _of(told, COUNTS)
    named = given.get("cluster") or (told.cluster if told else None)
    cluster = inquiry.one(Cluster, str(named)) if named else None
    place = {**_of(cluster, CLUSTER), **given}
    biological = given.get("biological") or (told.biological if told else None)
    run = Run(
        operations=estimate(counts),
        multiply_accumulates=_accumulates(counts),
        biological=_verdict(biological, UNKNOWN),
        co_located=_verdict(place.get("co_located"), UNKNOWN),
        gbit_per_second=_number(place.get("gbit_per_second")),
        operations_per_second=_number(place.get("operations_per_second")),
        sparsity=_verdict(place.get("sparsity"), NO),
    )
    facts = (*(told.refs if told else ()), *(cluster.refs if cluster else ()))
    return Measured(run, facts)


def estimate(counts: Given) -> Estimate:
    """Give the band of operations: a total, a band, or the sum of both kinds.

    Of a sum with only one kind told, the least is known and the most is not.
    """
    total, low, high = (
        _number(counts.get(n)) for n in ("operations", "operations_low", "operations_high")
    )
    if low is not None or high is not None:
        return Estimate(low, total, high)
    if total is not None:
        return Estimate.exactly(total)
    kinds = [_number(counts.get(n)) for n in ("floating_point_operations", "integer_operations")]
    known = [number for number in kinds if number is not None]
    if known:
        whole = sum(known, ZERO) if len(known) == len(kinds) else None
        return Estimate(sum(known, ZERO), whole, whole)
    return OPEN if _accumulates(counts) is None else Estimate.exactly(ZERO)


def _accumulates(counts: Given) -> Estimate | None:
    number = _number(counts.get("multiply_accumulates"))
    return None if number is None else Estimate.exactly(number)


def _of(told: Model | Cluster | None, names: Mapping[str, Kind]) -> dict[str, object]:
    return {name: getattr(told, name, None) for name in names}


def _number(value: object) -> Fraction | None:
    return Fraction(value) if isinstance(value, Fraction | int) else None


def _verdict(value: object, otherwise: Verdict) -> Verdict:
    return value if isinstance(value, Verdict) else otherwise
