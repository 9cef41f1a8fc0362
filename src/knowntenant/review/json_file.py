"""The whole report as JSON for programs; a changed shape gets a new number."""

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import TextIO

from knowntenant.exports.writing import written_whole
from knowntenant.review.method import Basis, settings, software
from knowntenant.review.report import Report
from knowntenant.review.shown import Shown
from knowntenant.review.summary import Summary

SCHEMA = "knowntenant.review/1"
_FIELDS = tuple(field.name for field in fields(Shown))


def write_json(path: Path, report: Report) -> None:
    """Write everything, one finding a line, so that a large report needs little memory."""
    with written_whole(path) as file:
        file.write(f"{_text(_head(report))[:-1]},\n" + '"packs": [\n')
        for number, (basis, summary) in enumerate(report.summaries):
            file.write(",\n" if number else "")
            _write_pack(file, basis, summary)
        file.write("\n]}\n")


def _head(report: Report) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "software": software(),
        "as_of": report.as_of.isoformat(),
        "personal_data": "shown" if report.masking.shows_personal else "masked",
        "findings": report.count,
        "program": settings(report.program),
        "source": asdict(report.source),
    }


def _write_pack(file: TextIO, basis: Basis, summary: Summary) -> None:
    exposure = summary.exposure
    pack = {
        "pack": asdict(basis),
        "customers": summary.reviewed.customers,
        "by_urgency": summary.by_urgency,
        "exposure": {
            "customers": exposure.customers,
            "open_accounts": exposure.accounts,
            "foreign": [
                {"place": place, "customers": grounds.total(), "why": grounds}
                for place, grounds in exposure.by_place
            ],
        },
        "tiers": [
            {"tier": tier, "by": ground, "customers": count}
            for tier, ground, count in exposure.by_tier
        ],
        "stops_signing": [one._asdict() for one in summary.blockers()],
        "calendar": [asdict(one) for one in summary.coming()],
        "register": [asdict(row) for row in summary.register()],
        "resellers": [asdict(one) for one in summary.resellers()],
    }
    file.write(f"{_text(pack)[:-1]},\n" + '"findings": [')
    for number, finding in enumerate(summary.all()):
        file.write(",\n" if number else "\n")
        file.write(_text(_as_dict(finding)))
    file.write("\n]}")


def _as_dict(finding: Shown) -> dict[str, object]:
    told = {name: getattr(finding, name) for name in _FIELDS}
    told["reasons"] = [reason._asdict() for reason in finding.reasons]
    told["readings"] = [reading._asdict() for reading in finding.readings]
    return told


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
