"""The risk tier of a customer, by the table of the written program (7.301 risk-based, 7.302(b))."""

from dataclasses import dataclass

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.tier_rules import Factor, TierRule
from knowntenant.facts.types import Customer
from knowntenant.facts.types.persons import TIER, Tier
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, ListOf, Shape
from knowntenant.risk.seen import Value, holds, see

TIER_OF = "risk.tier"
FACTORS = "risk.factors"
FACTOR = Shape("risk factor", {"factor": TEXT, "value": TEXT, "why": TEXT})
_ORDER = (Tier.LOW, Tier.MEDIUM, Tier.HIGH)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table put to a customer: does it hold, by which values, what is not told."""

    rule: TierRule
    verdict: Verdict
    values: tuple[Value, ...]
    open_: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """The tier of a customer: the row that holds, what a person recorded, rows left open.

    open_: rows above the one that holds which facts not told leave open, and which would give a
    higher tier.
    """

    tier: Tier
    row: Row | None
    recorded: Tier | None
    open_: tuple[Row, ...]

    @property
    def ground(self) -> str:
        """What puts the customer there, in a few words: a person, a row, or the default."""
        if self.recorded is self.tier:
            return "recorded by a person"
        return str(self.row.rule) if self.row is not None else "default of the program"


@decides(TIER_OF, Declared(of="customer", answers=TIER, readings=("D16", "D17")))
def tier(inquiry: Inquiry, customer: str) -> Answer[Tier]:
    """Give the risk tier: the first row of the program's table that holds, or the default tier.

    What a person recorded on the customer counts where it is higher, or where the table is empty:
    people push up, the table is the floor. Rows that facts not told leave open are flagged.
    """
    found = placed(inquiry, customer)
    flags = tuple(_open_row(row) for row in found.open_)
    if found.row and found.recorded and _rank(found.recorded) < _rank(found.row.rule.tier):
        says = f"the program's table says {found.row.rule.tier}"
        flags += (f"{customer} is recorded as {found.recorded}; {says}",)
    taken = (inquiry.law.reading("D16"), inquiry.law.reading("D17"))
    return Answer(found.tier, _reasons(inquiry, customer, found), taken, flags)


@decides(FACTORS, Declared(of="customer", answers=ListOf(FACTOR), readings=("D16", "D17")))
def factors(inquiry: Inquiry, customer: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give what a table of risk can look at: each factor with the values found, and why.

    A factor of which something is not told has a row that says so.
    """
    rows: list[dict[str, object]] = []
    facts: list[str] = []
    for factor in Factor:
        seen = see(inquiry, customer, factor)
        rows += [{"factor": factor.value, "value": v.value, "why": v.why} for v in seen.values]
        facts += [ref for value in seen.values for ref in value.facts]
        if seen.open_:
            why = f"it is not told {seen.open_}"
            rows.append({"factor": factor.value, "value": "not told", "why": why})
    text = f"{len(rows)} values of {len(Factor)} factors for {customer}"
    taken = (inquiry.law.reading("D16"), inquiry.law.reading("D17"))
    reason = inquiry.law.reason(FACTORS, text, tuple(dict.fromkeys(facts)))
    return Answer(tuple(rows), (reason,), taken)


@remembered
def placed(inquiry: Inquiry, customer: str) -> Placed:
    """Put the table to a customer: the first row that holds, unless a person put it higher."""
    rows = [_put(inquiry, customer, rule) for rule in inquiry.program.tier_rules]
    first = next((row for row in rows if row.verdict is YES), None)
    stated = inquiry.one(Customer, customer)
    recorded = stated.tier if stated else None
    by_table = first.rule.tier if first else None
    found = _higher(by_table, recorded) or inquiry.program.default_tier
    before = rows[: rows.index(first)] if first is not None else rows
    open_ = (r for r in before if r.verdict is UNKNOWN and _rank(r.rule.tier) > _rank(found))
    return Placed(found, first, recorded, tuple(open_))


def _put(inquiry: Inquiry, customer: str, rule: TierRule) -> Row:
    verdict: Verdict = YES
    values: list[Value] = []
    untold: list[str] = []
    for condition in rule.conditions:
        seen = see(inquiry, customer, condition[0])
        held, by = holds(condition, seen)
        values += by
        untold += [seen.open_] if held is UNKNOWN else []
        verdict = NO if NO in (verdict, held) else UNKNOWN if UNKNOWN in (verdict, held) else YES
    return Row(rule, verdict, tuple(values), tuple(untold))


def _reasons(inquiry: Inquiry, customer: str, found: Placed) -> tuple[Reason, ...]:
    reasons = []
    if found.row is not None:
        because = "; ".join(value.why for value in found.row.values) or "it has no condition"
        text = f"{customer} meets the row '{found.row.rule}': {because}"
        facts = tuple(dict.fromkeys(ref for value in found.row.values for ref in value.facts))
        reasons.append(inquiry.law.reason(TIER_OF, text, facts))
    if found.recorded is found.tier:
        text = f"a person put {customer} into tier {found.tier}"
        reasons.append(inquiry.law.reason(TIER_OF, text))
    if not reasons:
        text = f"no row of the program's table holds for {customer}: default tier {found.tier}"
        reasons.append(inquiry.law.reason(TIER_OF, text))
    return tuple(reasons)


def _open_row(row: Row) -> str:
    return f"not settled: the row '{row.rule}', for it is not told {'; '.join(row.open_)}"


def _higher(one: Tier | None, other: Tier | None) -> Tier | None:
    return max((tier for tier in (one, other) if tier), key=_rank, default=None)


def _rank(tier: Tier) -> int:
    return _ORDER.index(tier)
