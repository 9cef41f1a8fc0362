"""The provider's risk assessment and the comparison of two programs, as pages to print and keep."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from knowntenant.documents.markdown import bullets, table
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.program import Program
from knowntenant.facts.types.persons import Tier
from knowntenant.law.pack import Pack
from knowntenant.law.scenario.matching import legal_status
from knowntenant.risk.assessment import ASSESSMENT, THREATS, Heading
from knowntenant.risk.comparison import Comparison, cost_of_check

TITLES: Mapping[str, str] = {
    Heading.SERVICES: "What is sold",
    Heading.OPENING: "How accounts are opened and paid for",
    Heading.ACCESS: "How accounts are reached",
    Heading.INFORMATION: "What is known of persons, and how it was checked",
    Heading.CUSTOMERS: "Whom the provider serves",
    Heading.SIZE: "How large it is",
    Heading.RESELLERS: "Who resells",
    Heading.INCIDENTS: "What went wrong before",
}
MOST_MOVED = 20
ASSUMED = (
    "A re-verification is one check, by the route by which the customer was last verified.",
    "To it come the hours of people, and what else the program says that it costs.",
    "Only re-verifications on schedule are counted: no openings, rechecks or failures.",
)
_COUNTED = (
    "Counted from the provider's own facts. It prepares a judgement of the risks and makes none."
)


def assessment_page(inquiry: Inquiry) -> str:
    """Give the dated assessment as Markdown, by heading, with the legal status on top."""
    answer, threats = inquiry.ask(ASSESSMENT), inquiry.ask(THREATS)
    rows = answer.value if isinstance(answer.value, tuple) else ()
    parts = [*_head("Risk assessment", inquiry), _COUNTED]
    for heading, title in TITLES.items():
        own = [(row["what"], f"{row['count']:,}") for row in rows if row["heading"] == heading]
        parts.append(f"## {title}")
        parts.append(table(("What", "Count"), own) if own else "Nothing is told.")
    weighed = threats.because[0].text
    parts += ["## Threat landscape", f"{weighed[:1].upper()}{weighed[1:]}."]
    return "\n\n".join(parts) + "\n"


def comparison_page(found: Comparison, old: Program, new: Program, inquiry: Inquiry) -> str:
    """Give the comparison of two programs as Markdown: tiers, checks a year, rough cost, who moves.

    Money is in the currency that each program names; a check costs what the program says it does.
    """
    moved = [(one.customer, one.old, one.new, one.why) for one in found.moved[:MOST_MOVED]]
    left = len(found.moved) - len(moved)
    changed = f"{len(found.moved):,} change their tier"
    left_out = f" Left out: {found.open_:,} of whom it is not known." if found.open_ else ""
    parts = [
        *_head("Two programs on the same customers", inquiry),
        f"{found.customers:,} customers have an open account in scope; {changed}.{left_out}",
        table(("", "Old", "New"), _figures(found, old, new)),
        bullets(ASSUMED),
        "## What moves customers",
        table(("From", "To", "Customers", "By"), _by_ground(found)) if moved else "Nothing.",
        "## Who changes tier",
        table(("Customer", "From", "To", "Why"), moved) if moved else "Nobody.",
    ]
    parts += [f"and {left:,} more; --json gives them all."] if left else []
    return "\n\n".join(parts) + "\n"


def amount(number: Fraction) -> str:
    """Give a number for reading: whole where it is whole, else to two places."""
    return f"{int(number):,}" if number.denominator == 1 else f"{float(number):,.2f}"


def _by_ground(found: Comparison) -> list[tuple[str, str, str, str]]:
    """Count those who move by what puts them into their new tier, the most first."""
    counted = Counter((one.old, one.new, one.by) for one in found.moved)
    return [(old, new, f"{count:,}", by) for (old, new, by), count in counted.most_common()]


def _figures(found: Comparison, old: Program, new: Program) -> Iterator[tuple[str, str, str]]:
    for tier in reversed(Tier):
        yield (
            f"customers in tier {tier}",
            f"{found.old.tiers[tier]:,}",
            f"{found.new.tiers[tier]:,}",
        )
    yield "re-verifications a year", amount(found.old.checks), amount(found.new.checks)
    yield "hours of people a year", amount(found.old.hours), amount(found.new.hours)
    for documentary, how in ((True, "by document"), (False, "without documents")):
        costs = (cost_of_check(one, documentary=documentary) for one in (old, new))
        was, becomes = costs
        yield f"cost of one {how}", _money(was, old), _money(becomes, new)
    yield "cost a year", _money(found.old.cost, old), _money(found.new.cost, new)


def _money(number: Fraction, program: Program) -> str:
    return f"{amount(number)} {program.currency}".strip()


def _head(title: str, inquiry: Inquiry) -> tuple[str, str]:
    return f"# {title} as of {inquiry.day}", _status(inquiry.law.pack)


def _status(pack: Pack) -> str:
    return f"Pack {pack.name} {pack.version} ({legal_status(pack)}). {pack.notice}"
