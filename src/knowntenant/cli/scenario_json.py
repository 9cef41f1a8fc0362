"""What became of scenarios, as a JSON document for programs."""

import json

from knowntenant.imports.scenarios import Report
from knowntenant.law.answer import Answer
from knowntenant.law.pack import Pack
from knowntenant.law.scenario.matching import legal_status
from knowntenant.law.scenario.run import Outcome, Run
from knowntenant.law.scenario.shown import shown


def as_document(report: Report) -> str:
    """Give a report as JSON: scenarios with their questions, problems, and a summary."""
    held = sum(run.held for run in report.runs)
    document = {
        "scenarios": [_run(run) for run in report.runs],
        "problems": [
            {"where": p.where, "what": p.what, "remedy": p.remedy} for p in report.problems
        ],
        "summary": {
            "scenarios": len(report.runs),
            "held": held,
            "failed": len(report.runs) - held,
            "problems": len(report.problems),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def pack_head(pack: Pack) -> dict[str, object]:
    """Give name, version, hash and legal status of a pack."""
    return {
        "name": pack.name,
        "version": pack.version,
        "sha256": pack.sha256,
        "status": legal_status(pack),
        "in_force": pack.in_force,
        "notice": pack.notice,
    }


def _run(run: Run) -> dict[str, object]:
    return {
        "scenario": run.scenario.name,
        "file": run.scenario.file,
        "line": run.scenario.line,
        "pack": pack_head(run.pack),
        "held": run.held,
        "questions": [_outcome(outcome) for outcome in run.outcomes],
    }


def _outcome(outcome: Outcome) -> dict[str, object]:
    question = outcome.expectation.question
    return {
        "line": outcome.expectation.line,
        "ask": question.decision.name,
        "of": question.of or None,
        "as_of": str(question.as_of),
        "day": str(question.day),
        "held": outcome.held,
        "missed": [
            {"check": m.check, "expected": m.expected, "got": m.got} for m in outcome.missed
        ],
        "answer": None if outcome.answer is None else _answer(outcome.answer),
    }


def _answer(answer: Answer[object]) -> dict[str, object]:
    return {
        "value": shown(answer.value),
        "reasons": [
            {"text": r.text, "clauses": list(r.clauses), "facts": list(r.facts)}
            for r in answer.because
        ],
        "readings": [
            {"defect": t.defect, "taken": t.choice, "refused": list(t.refused)}
            for t in answer.readings
        ],
        "flags": list(answer.flags),
    }
