"""Carries out `knowntenant scope`: reads or asks, judges, and prints answers or all problems."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from knowntenant.cli.review_asked import checked_day, checked_laws
from knowntenant.cli.scope_asked import Interview
from knowntenant.cli.scope_json import as_document, as_problems
from knowntenant.cli.scope_judged import judged, refused
from knowntenant.cli.scope_text import kind_lines, lines
from knowntenant.imports.product_lines import ProductLines, product_lines, read_product_lines
from knowntenant.imports.signs import without_odd_signs
from knowntenant.law.pack import Pack
from knowntenant.law.problem import Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked on the command line. file: where the lines stand, or None to ask for them."""

    file: Path | None
    pack: str
    as_json: bool
    kinds: bool


def carry_out(asked: Asked) -> bool:
    """Print the answers and give True, or print all that is wrong with the input and give False."""
    _tolerate()
    laws, problems = checked_laws([asked.pack], ())
    problems += refused(laws[0].pack) if laws else []
    if problems:
        return _refuse(problems, asked, None)
    pack = laws[0].pack
    if asked.kinds:
        typer.echo("\n".join(kind_lines(pack)))
        return True
    day, _ = checked_day("", pack.zone)
    found = read_product_lines(asked.file, day) if asked.file else _told(pack, asked)
    if found.problems:
        return _refuse(found.problems, asked, pack)
    answers = judged(found.records, found.ids, pack, day)
    typer.echo(as_document(answers) if asked.as_json else "\n".join(lines(answers)))
    return True


def _told(pack: Pack, asked: Asked) -> ProductLines:
    """Ask for the lines; where JSON goes to the standard output, the questions go beside it."""
    interview = Interview(pack, _asking(err=asked.as_json), _saying(err=asked.as_json))
    day, _ = checked_day("", pack.zone)
    found = product_lines(interview.run(), day)
    _saying(err=asked.as_json)("")
    if not found.ids:
        remedy = "Answer the questions, or name a file: knowntenant scope --from products.toml"
        found.problems.append(Problem("answers", "no product line was told of.", remedy))
    return found


def _tolerate() -> None:
    """Let every text in and out: a mark for what an encoding lacks, halves for what is none."""
    how = {sys.stdin: "surrogateescape", sys.stdout: "replace", sys.stderr: "replace"}
    for stream, errors in how.items():
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=errors)


def _saying(*, err: bool) -> Callable[[str], None]:
    return lambda words: typer.echo(words, err=err)


def _asking(*, err: bool) -> Callable[[str], str | None]:
    def ask(prompt: str) -> str | None:
        typer.echo(prompt, nl=False, err=err)
        reply = sys.stdin.readline()
        return reply.rstrip("\r\n") if reply else None

    return ask


def _refuse(problems: Sequence[Problem], asked: Asked, pack: Pack | None) -> bool:
    if asked.as_json:
        typer.echo(as_problems(problems, pack))
    for problem in problems:
        typer.echo(without_odd_signs(str(problem)), err=True)
    return False
