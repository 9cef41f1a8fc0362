"""Carries out `knowntenant worksheet`: reads the file, fills the worksheets, writes the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from knowntenant.cli.review_asked import Unusable, checked_day, checked_laws
from knowntenant.cli.worksheet_json import as_document
from knowntenant.cli.worksheet_text import as_text
from knowntenant.documents.worksheet import Sheet, sheet
from knowntenant.documents.worksheet_blank import blank
from knowntenant.documents.worksheet_page import page
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.imports.worksheet_file import Worksheets, read_worksheets
from knowntenant.law.answer import UNKNOWN
from knowntenant.law.kinds import fold
from knowntenant.law.law import Law
from knowntenant.law.problem import Problem, nearest
from knowntenant.obligations.registry import all_decisions
from knowntenant.training.model import LARGE


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command is asked, as it was written. sets: names of sets of thresholds."""

    file: Path | None
    sets: tuple[str, ...]
    out: Path | None
    as_of: str
    pack: str
    as_json: bool


def blank_sheet(asked: Asked) -> str:
    """Give a blank worksheet. Raises Unusable with all problems."""
    laws, problems = _laws(asked)
    if asked.file is not None:
        what = "a blank worksheet needs no file."
        problems.append(Problem(str(asked.file), what, "Leave out the file, or --new."))
    if problems:
        raise Unusable(problems)
    return blank(laws[0])


def filled(asked: Asked) -> tuple[str, bool]:
    """Give the worksheets as text, and whether one is still unknown. Raises Unusable."""
    laws, problems = _laws(asked)
    if not laws:
        raise Unusable([*problems, *checked_day(asked.as_of, ZoneInfo("UTC"))[1]])
    (law,) = laws
    day, wrong = checked_day(asked.as_of, law.zone)
    sets, strange = _sets(asked.sets, law)
    problems += wrong + strange
    if asked.file is None:
        what = "name the worksheet file."
        raise Unusable([*problems, Problem("FILE", what, "A blank one comes with --new.")])
    read = read_worksheets(asked.file, day)
    if problems or read.problems:
        raise Unusable([*problems, *read.problems])
    sheets = _sheets(read, law, day, sets)
    _write(asked.out, sheets)
    is_open = any(one.result is UNKNOWN for one in sheets)
    return (as_document(sheets, day) if asked.as_json else as_text(sheets)), is_open


def _sheets(read: Worksheets, law: Law, day: date, sets: tuple[str, ...]) -> list[Sheet]:
    all_decisions()
    inquiry = Inquiry(Known(Ledger(read.records, law.zone), day), law, Program(), day)
    return [sheet(inquiry, model, sets) for model in read.models]


def _laws(asked: Asked) -> tuple[tuple[Law, ...], list[Problem]]:
    laws, problems = checked_laws((asked.pack,), ())
    if laws and LARGE not in laws[0].pack.decided:
        what = f"pack {asked.pack} says nothing of large AI models."
        problems.append(Problem("--pack", what, "Choose nprm-2024."))
    return laws, problems


def _sets(named: Sequence[str], law: Law) -> tuple[tuple[str, ...], list[Problem]]:
    known = {fold(name): name for name in law.pack.thresholds}
    strange = [name for name in named if fold(name) not in known]
    problems = [
        Problem("--set", f"there is no set of thresholds '{name}'.", nearest(name, known.values()))
        for name in strange
    ]
    return tuple(known[fold(name)] for name in named if fold(name) in known), problems


def _write(out: Path | None, sheets: Sequence[Sheet]) -> None:
    if out is None:
        return
    try:
        out.write_text(page(sheets), encoding="utf-8", newline="\n")
    except OSError as wrong:
        what = f"the page cannot be written: {wrong.strerror}."
        raise Unusable([Problem(str(out), what)]) from None
