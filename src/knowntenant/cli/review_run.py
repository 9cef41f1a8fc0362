"""Carries out `knowntenant review`: checks what was asked, reads, decides, prints and writes."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.text import Text

from knowntenant.cli.exports import read_checked
from knowntenant.cli.review_asked import (
    Unusable,
    checked_day,
    checked_laws,
    checked_mapping,
    checked_outputs,
    checked_program,
)
from knowntenant.cli.review_lists import checked_lists, screened, with_hits
from knowntenant.cli.review_progress import shown_progress
from knowntenant.imports.tally import ended
from knowntenant.law.law import Law, Silent
from knowntenant.law.problem import Problem
from knowntenant.obligations.registry import all_decisions
from knowntenant.review.csv_file import write_csv
from knowntenant.review.halves import not_collecting, processors
from knowntenant.review.html import write_html
from knowntenant.review.json_file import write_json
from knowntenant.review.masking import Masking
from knowntenant.review.personal_ids import personal_ids
from knowntenant.review.report import Report
from knowntenant.review.running import Reviewed, Wanted, run
from knowntenant.review.screened import Against
from knowntenant.review.source import Source, source_of
from knowntenant.review.terminal import print_brief, print_report

__all__ = ["Asked", "Unusable", "carry_out"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked on the command line, as it was written."""

    export: Path
    outputs: Mapping[str, Path | None]
    as_of: str
    packs: tuple[str, ...]
    mapping: Path | None
    program: Path | None
    lists: Path | None
    readings: tuple[str, ...]
    shows_personal: bool
    quiet: bool


def carry_out(asked: Asked) -> int:
    """Review, print and write; give the number of findings. Raises Unusable with all problems."""
    all_decisions()
    laws, wrong = checked_laws(asked.packs, asked.readings)
    zone = laws[0].zone if laws else ZoneInfo("UTC")
    day, no_day = checked_day(asked.as_of, zone)
    outputs, no_outputs = checked_outputs(asked.export, asked.outputs)
    program, no_program = checked_program(asked.program)
    problems = [*wrong, *no_day, *no_outputs, *checked_mapping(asked.mapping), *no_program]
    against, no_lists = checked_lists(asked.lists)
    problems += no_lists
    if problems:
        raise Unusable(problems)
    wanted = Wanted((), program, day, processors())
    try:
        with not_collecting():  # everything made from here on lasts to the end of the command
            report = _reviewed(asked, laws, wanted, against)
            _show(report, outputs, quiet=asked.quiet)
    except Silent as silence:
        remedy = "Review as of a day for which the pack has it, or by another pack."
        raise Unusable([Problem("--pack", ended(str(silence)), remedy)]) from None
    return report.count


def _show(report: Report, outputs: Mapping[str, Path], *, quiet: bool) -> None:
    console = Console(file=_tolerant_output(), highlight=False)
    (print_brief if quiet else print_report)(console, report)
    for name, path in outputs.items():
        _write(name, path, report)
        console.print(Text(f"Wrote {path}"), soft_wrap=True)


def _reviewed(
    asked: Asked, laws: tuple[Law, ...], wanted: Wanted, against: Against | None
) -> Report:
    masking = Masking()
    by_zone: dict[ZoneInfo, list[Law]] = {}
    for law in laws:
        by_zone.setdefault(law.zone, []).append(law)
    reviews: dict[str, Reviewed] = {}
    sources: list[Source] = []
    for zone, theirs in by_zone.items():
        with shown_progress(quiet=asked.quiet) as progress:
            day = wanted.as_of
            export = read_checked(asked.export, day, zone, asked.mapping, progress.reading)
            masking = Masking(asked.shows_personal, personal_ids(export.records))
            sources.append(source_of(export, masking))
            hits = screened(export.records, theirs[0], wanted, against)
            progress.deciding(len(theirs))
            records = (*export.records, *hits.records) if hits.records else export.records
            for one in run(records, replace(wanted, laws=theirs), progress.decided):
                first = not reviews
                reviews[one.law.pack.name] = with_hits(one, hits) if first else one
    ordered = tuple(reviews[law.pack.name] for law in laws)
    return Report(ordered, sources[0], wanted.program, masking)


def _write(name: str, path: Path, report: Report) -> None:
    try:
        match name:
            case "html":
                write_html(path, report)
            case "json":
                write_json(path, report)
            case _:
                write_csv(path, report.all())
    except OSError as wrong:
        problem = Problem(str(path), f"cannot be written: {wrong.strerror}.", "Name another file.")
        raise Unusable([problem]) from None


def _tolerant_output() -> TextIO:
    """Give standard output, made to write a mark in place of what its encoding lacks."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return sys.stdout
