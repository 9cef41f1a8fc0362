"""The review as one self-contained page: no script, nothing loaded, fit for ear and paper."""

from pathlib import Path

import jinja2

from knowntenant.exports.style import house_style
from knowntenant.exports.writing import written_whole
from knowntenant.review.asking import SOON_DAYS
from knowntenant.review.method import WOULD, settings, software, status_line
from knowntenant.review.report import Report
from knowntenant.review.sections import Section

MOST_ROWS = 200
MOST_OF_KIND = 25
MOST_OF_GROUP = 50
_SMALL = 2_000
"""Up to so many findings a group of one clause may show as many rows as a section."""

URGENCIES = (
    ("late", "late"),
    ("now", "to do now"),
    ("soon", "due soon"),
    ("gap", "gaps"),
    ("note", "notes"),
)


def write_html(path: Path, report: Report) -> None:
    """Write the page."""
    template = _environment().get_template("review.html.j2")
    with written_whole(path) as file:
        for piece in template.generate(_words(report)):
            file.write(piece)


def _words(report: Report) -> dict[str, object]:
    small = report.count <= _SMALL
    return {
        "as_of": report.as_of.isoformat(),
        "cap": MOST_ROWS,
        "kind_cap": MOST_OF_KIND,
        "group_cap": MOST_ROWS if small else MOST_OF_GROUP,
        "personal": report.masking.shows_personal,
        "program": settings(report.program),
        "section": Section,
        "software": software(),
        "soon_days": SOON_DAYS,
        "source": report.source,
        "status_line": status_line,
        "would": WOULD,
        "style": house_style(),
        "summaries": report.summaries,
        "urgencies": URGENCIES,
    }


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("knowntenant.review"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["n"] = lambda number: f"{number:,}"
    return environment
