"""What became of scenarios, as lines for a terminal."""

from collections.abc import Iterator

from knowntenant.imports.scenarios import Report
from knowntenant.law.answer import Answer
from knowntenant.law.pack import Pack
from knowntenant.law.scenario.matching import legal_status
from knowntenant.law.scenario.run import Outcome, Run
from knowntenant.law.scenario.shown import shown

_WIDTH = 9


def lines(report: Report, *, verbose: bool) -> Iterator[str]:
    """Give a line for every scenario, more for what failed (or for all), the packs and a sum."""
    for run in report.runs:
        yield from _of_run(run, verbose=verbose)
    packs = {run.pack.name: run.pack for run in report.runs}
    for pack in packs.values():
        yield f"Pack {described(pack)}. {pack.notice}"
    held = sum(run.held for run in report.runs)
    asked = sum(len(run.outcomes) for run in report.runs)
    sentence = f"{held} of {len(report.runs)} scenarios hold ({asked} questions asked)"
    yield f"{sentence}; {len(report.problems)} problems." if report.problems else f"{sentence}."


def described(pack: Pack) -> str:
    """Give name, version and legal status of a pack, as every output prints it."""
    return f"{pack.name} {pack.version} ({legal_status(pack)})"


def _of_run(run: Run, *, verbose: bool) -> Iterator[str]:
    word = "ok" if run.held else "failed"
    scenario = run.scenario
    yield f"{word:<7} {scenario.name}  [{run.pack.name}; {scenario.file}:{scenario.line}]"
    for outcome in run.outcomes:
        if verbose or not outcome.held:
            yield from _of_outcome(outcome)


def _of_outcome(outcome: Outcome) -> Iterator[str]:
    question = outcome.expectation.question
    of = f" of {question.of}" if question.of else ""
    about = f" about {question.day}" if question.day != question.as_of else ""
    where = f"line {outcome.expectation.line}"
    yield f"    {where}: {question.decision.name}{of}, as of {question.as_of}{about}"
    for missed in outcome.missed:
        yield _row("expected", f"{missed.check}: {missed.expected}")
        yield _row("got", missed.got)
    if outcome.answer is not None:
        yield from _of_answer(outcome.answer)


def _of_answer(answer: Answer[object]) -> Iterator[str]:
    yield _row("answer", shown(answer.value))
    for reason in answer.because:
        clauses = f"  [{'; '.join(reason.clauses)}]" if reason.clauses else ""
        facts = f"  ({', '.join(reason.facts)})" if reason.facts else ""
        yield _row("because", f"{reason.text}{clauses}{facts}")
    for taken in answer.readings:
        refused = f" (refused: {', '.join(taken.refused)})" if taken.refused else ""
        yield _row("reading", f"{taken}{refused}")
    for flag in answer.flags:
        yield _row("flag", flag)


def _row(name: str, text: str) -> str:
    return f"        {name:<{_WIDTH}} {text}"
