"""The review on a terminal: what is pressing first, then a few examples of everything.

No meaning is carried by colour alone, and lines fold at the width of the terminal.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from knowntenant.review.kinds import Urgency
from knowntenant.review.masking import MASKED
from knowntenant.review.method import WOULD, Basis, status_line
from knowntenant.review.report import Report
from knowntenant.review.sections import Section
from knowntenant.review.shown import Shown
from knowntenant.review.source import Source
from knowntenant.review.summary import Summary

MOST = 10
_STYLES = {"late": "bold red", "now": "bold yellow", "soon": "cyan"}
Cell = str | Text


def print_report(console: Console, report: Report) -> None:
    """Print the whole summary: for each pack its sections, then the quality of the data."""
    if len(report.summaries) > 1:
        _by_pack(console, report)
    for basis, summary in report.summaries:
        _head(console, report, basis, summary)
        if summary.reviewed.findings:
            _sections(console, summary)
        else:
            console.print(Text(f"\n{_nothing(report.source)}"))
            if Section.WHO in summary.sections:
                _exposure(console, summary)
    _quality(console, report.source)


def _nothing(source: Source) -> str:
    if not source.problem_count:
        return "Nothing was found: every decision asked came out clean."
    return (
        "Nothing was found in what could be used. Whether all is well cannot be said:"
        f" there are {_troubles(source)}."
    )


def _troubles(source: Source) -> str:
    count = source.problem_count
    return f"{count:,} problem{'s' if count != 1 else ''} in the data"


def print_brief(console: Console, report: Report) -> None:
    """Print one line for each pack."""
    for basis, summary in report.summaries:
        counts = _counts(summary)[:-1]
        line = f"{status_line(basis)}. {counts}, {_troubles(report.source)}."
        console.print(Text(line), soft_wrap=True)


def _by_pack(console: Console, report: Report) -> None:
    """Print how many findings each pack has: what is in force first, then what is proposed."""
    rows = [
        (basis.name, basis.standing.lower(),
         *(f"{summary.by_urgency[urgency.word]:,}" for urgency in Urgency))
        for basis, summary in report.summaries
    ]  # fmt: skip
    _title(console, "Findings by pack")
    _table(console, ("pack", "status", *(urgency.word for urgency in Urgency)), rows)


def _head(console: Console, report: Report, basis: Basis, summary: Summary) -> None:
    console.print()
    console.print(Text(f"Review of {report.source.folder} as of {report.as_of}", style="bold"))
    console.print(Text(f"{basis.standing}: pack {status_line(basis)}."))
    console.print(Text(basis.notice))
    if not basis.in_force:
        console.print(Text(WOULD))
    console.print(Text(_counts(summary), style="bold"))


def _counts(summary: Summary) -> str:
    whom = f"{summary.reviewed.customers:,} customers, {len(summary.reviewed.findings):,} findings"
    by = summary.by_urgency
    parts = [f"{by[urgency.word]:,} {urgency.word}" for urgency in Urgency if by[urgency.word]]
    return f"{whom}{': ' if parts else ''}{', '.join(parts)}."


def _sections(console: Console, summary: Summary) -> None:
    pressing = summary.pressing()
    wrongly = len(summary.open_wrongly())
    _title(console, f"{Section.NOW.heading} ({sum(group.count for group in pressing):,})")
    _table(console, ("urgency", "what and what mends it", "count", "first day", "such as"), [
        (Text(g.urgency, style=_STYLES[g.urgency]), _said(g.title, g.remedy), f"{g.count:,}",
         g.due or "-", ", ".join(map(_id, g.shown)))
        for g in pressing
    ])  # fmt: skip
    if wrongly:
        besides = f"Besides: {wrongly:,} under '{Section.OPEN.heading}', below."
        console.print(Padding(Text(besides), (0, 2)))
    _coming(console, summary)
    for section in summary.sections:
        if section in _PRINTED:
            _PRINTED[section](console, summary)


def _open(console: Console, summary: Summary) -> None:
    wrongly = summary.open_wrongly()
    _title(console, f"{Section.OPEN.heading} ({len(wrongly):,})")
    _findings(console, summary.first(wrongly, MOST), len(wrongly))


def _findings(console: Console, findings: Sequence[Shown], count: int) -> None:
    if findings:
        console.print(Padding(Text(findings[0].remedy, style="dim"), (0, 2)))
    _table(
        console, ("account", "what", "clause"), [(f.subject, f.what, f.clause) for f in findings]
    )
    _more(console, count - len(findings))


def _said(what: str, remedy: str) -> Text:
    text = Text(what)
    text.append(f" {remedy}" if what.endswith(".") else f". {remedy}", style="dim")
    return text


def _coming(console: Console, summary: Summary) -> None:
    days = summary.coming()
    _title(console, f"{Section.NEXT.heading} ({sum(day.count for day in days):,})")
    rows = [
        (day.due.isoformat(), day.title, f"{day.count:,}", ", ".join(day.subjects))
        for day in days[:MOST]
    ]
    _table(console, ("day", "what", "count", "such as"), rows)
    _more(console, len(days) - len(rows))


def _exposure(console: Console, summary: Summary) -> None:
    found = summary.exposure
    _title(console, Section.WHO.heading)
    who = ", ".join(f"{found.customers[word]:,} {word}" for word in ("foreign", "US", "unknown"))
    scope = ", ".join(
        f"{found.accounts[answer]:,} {word}"
        for answer, word in (("yes", "in scope"), ("no", "out of scope"), ("unknown", "unknown"))
    )
    console.print(Padding(Text(f"Customers: {who}. Open accounts: {scope}."), (0, 2)))
    places = found.by_place
    rows = [
        (place, f"{why.total():,}", ", ".join(f"{n:,} {ground}" for ground, n in why.most_common()))
        for place, why in places[:MOST]
    ]
    _table(console, ("place", "customers", "why"), rows)
    _more(console, len(places) - len(rows))


def _signing(console: Console, summary: Summary) -> None:
    found = summary.blockers()
    _title(console, f"{Section.SIGN.heading} ({len(found):,})")
    _table(console, ("clause", "item", "why"), [(b.clause, b.item, b.why) for b in found[:MOST]])
    _more(console, len(found) - MOST)


def _tiers(console: Console, summary: Summary) -> None:
    tiers = summary.exposure.by_tier
    _title(console, Section.TIERS.heading)
    rows = [(tier, f"{count:,}", ground) for tier, ground, count in tiers]
    _table(console, ("tier", "customers", "by"), rows)


def _gaps(console: Console, summary: Summary) -> None:
    _title(console, Section.GAPS.heading)
    rows = [
        (gap.clause, gap.title, f"{gap.count:,}", ", ".join(_id(one) for one in gap.shown))
        for gap in summary.gaps()
    ]
    _table(console, ("clause", "what", "count", "such as"), rows)


def _id(finding: Shown) -> str:
    named = finding.name and not finding.name.endswith(MASKED)
    return f"{finding.subject} ({finding.name})" if named else finding.subject


def _register(console: Console, summary: Summary) -> None:
    rows = list(summary.register())
    _title(console, f"{Section.REGISTER.heading} ({len(rows):,})")
    shown = [(r.account, r.customer, r.outcome, r.deprovision_on or "no day") for r in rows[:MOST]]
    _table(console, ("account", "customer", "verification", "ends on"), shown)
    _more(console, len(rows) - len(shown))


def _resellers(console: Console, summary: Summary) -> None:
    partners = list(summary.resellers())
    _title(console, f"{Section.RESELLERS.heading} ({len(partners):,})")
    rows = [(p.reseller, p.name, p.foreign, p.state, p.due or "-") for p in partners]
    _table(console, ("reseller", "name", "foreign", "stands at", "end by"), rows)


_PRINTED: Mapping[Section, Callable[[Console, Summary], None]] = {
    Section.SIGN: _signing,
    Section.OPEN: _open,
    Section.WHO: _exposure,
    Section.TIERS: _tiers,
    Section.GAPS: _gaps,
    Section.REGISTER: _register,
    Section.RESELLERS: _resellers,
}
"""What is printed after that which is pressing and that which comes next, where the pack has it."""


def _quality(console: Console, source: Source) -> None:
    _title(console, "The data")
    tables = ", ".join(f"{one.table} {one.read:,}" for one in source.rows) or "none"
    lines = [f"Rows read: {tables}. Facts: {source.facts:,}."]
    if source.accesses_read:
        kept, read = source.accesses_kept, source.accesses_read
        lines.append(f"Of {read:,} accesses the {kept:,} that a decision can turn on were kept.")
    lines += [
        f"Guessed in {one.table}: '{one.found}' taken for {one.taken_for} ({one.why})."
        for one in source.guesses
    ]
    lines += [f"Left out of {file}: {', '.join(headers)}." for file, headers in source.left_out]
    for line in lines:
        console.print(Padding(Text(line), (0, 2)))
    for word, problems in (("Problem", source.problems), ("Note", source.notes)):
        for problem in problems[:MOST]:
            console.print(Padding(Text(f"{word}: {problem}"), (0, 2)))
        _more(console, len(problems) - MOST)


def _title(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, style="bold"))


def _table(console: Console, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for name in head:
        right = name in {"count", "customers"}
        table.add_column(
            name,
            justify="right" if right else "left",
            overflow="fold",
            no_wrap=name in {"day", "first day"},
        )
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
    console.print(Padding(table if table.rows else Text("none"), (0, 2)))


def _more(console: Console, left: int) -> None:
    if left > 0:
        text = f"and {left:,} more; --html, --json and --csv write files that have them."
        console.print(Padding(Text(text), (0, 2)))
