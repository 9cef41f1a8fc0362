"""Carries out `knowntenant risk`: reads the export and the programs, counts, and gives the page."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import typer

from knowntenant.cli.exports import read_checked
from knowntenant.cli.review_asked import (
    Unusable,
    checked_day,
    checked_laws,
    checked_mapping,
    checked_program,
)
from knowntenant.cli.review_progress import shown_progress
from knowntenant.cli.scenario_text import described
from knowntenant.documents.risk_page import assessment_page, comparison_page
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.facts.types.persons import Tier
from knowntenant.law.problem import Problem
from knowntenant.obligations.registry import all_decisions
from knowntenant.review.masking import Masking
from knowntenant.review.personal_ids import personal_ids
from knowntenant.review.running import customers_of
from knowntenant.risk.assessment import ASSESSMENT
from knowntenant.risk.comparison import Comparison, compare
from knowntenant.risk.tiers import TIER_OF


@dataclass(frozen=True, slots=True)
class Asked:
    """What both commands are asked, as it was written."""

    export: Path
    as_of: str
    pack: str
    mapping: Path | None
    as_json: bool


def assessed(asked: Asked, program: Path | None) -> str:
    """Give the assessment as of a day. Raises Unusable with all problems."""
    (read,) = _programs(program)
    inquiry, _ = _inquiry(asked, read)
    if not asked.as_json:
        return assessment_page(inquiry)
    answer = inquiry.ask(ASSESSMENT)
    told = {"as_of": inquiry.day, "pack": described(inquiry.law.pack), "rows": answer.value}
    return _json({**told, "not_told": answer.flags})


def compared(asked: Asked, old: Path, new: Path) -> str:
    """Give the comparison of two programs on the customers. Raises Unusable with all problems."""
    before, after = _programs(old, new)
    inquiry, masking = _inquiry(asked, before)

    def fresh(program: Program) -> Inquiry:
        known = Known(inquiry.known.ledger, inquiry.as_of)
        return Inquiry(known, inquiry.law, program, inquiry.day)

    found = compare(customers_of(inquiry.known.ledger), before, after, fresh)
    found.moved = [
        replace(one, customer=masking.text(one.customer), why=masking.text(one.why))
        for one in found.moved
    ]
    if asked.as_json:
        return _json(_as_dict(found, inquiry))
    return comparison_page(found, before, after, inquiry)


def _programs(*paths: Path | None) -> tuple[Program, ...]:
    read = [checked_program(path) for path in paths]
    problems = [problem for _, found in read for problem in found]
    if problems:
        raise Unusable(problems)
    return tuple(program for program, _ in read)


def _inquiry(asked: Asked, program: Program) -> tuple[Inquiry, Masking]:
    all_decisions()
    laws, problems = checked_laws([asked.pack], ())
    problems += checked_mapping(asked.mapping)
    if laws and TIER_OF not in laws[0].pack.decided:
        what = f"pack {asked.pack} says nothing of risk tiers."
        problems.append(Problem("--pack", what, "Name nprm-2024, or leave it out."))
    if problems:
        raise Unusable(problems)
    (law,) = laws
    day, wrong = checked_day(asked.as_of, law.zone)
    if wrong:
        raise Unusable(wrong)
    with shown_progress(quiet=False) as progress:
        export = read_checked(asked.export, day, law.zone, asked.mapping, progress.reading)
    if export.problems:
        what = f"{len(export.problems):,} problems in the data; `knowntenant review` names each."
        typer.echo(what, err=True)
    masking = Masking(ids=personal_ids(export.records))
    return Inquiry(Known(Ledger(export.records, law.zone), day), law, program, day), masking


def _as_dict(found: Comparison, inquiry: Inquiry) -> dict[str, object]:
    loads = {
        name: {
            "tiers": {tier.value: load.tiers[tier] for tier in Tier},
            "checks_a_year": float(load.checks),
            "hours_a_year": float(load.hours),
            "cost_a_year": float(load.cost),
        }
        for name, load in (("old", found.old), ("new", found.new))
    }
    head = {
        "as_of": inquiry.day,
        "pack": described(inquiry.law.pack),
        "customers": found.customers,
        "scope_unknown": found.open_,
    }
    return {**head, **loads, "moved": [asdict(one) for one in found.moved]}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
