"""`knowntenant scenario FILE...`: law cases run under packs; what holds, what fails and why."""

from pathlib import Path
from typing import Annotated

import typer

HELD, FAILED, UNUSABLE = 0, 1, 2


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(scenario)


def scenario(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Scenario files, or folders of them.")
    ],
    pack: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Run under this pack instead of the scenario's own."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything as JSON, for programs.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show the reasons of every answer.")
    ] = False,
) -> None:
    """Run scenarios and compare each answer with what is expected.

    The format is described in docs/scenarios.md. Exit status: 0 everything holds, 1 something does
    not, 2 a file could not be used (its problems are printed, and the others are still run).
    """
    from knowntenant.cli.scenario_json import as_document  # noqa: PLC0415 - help texts do without it
    from knowntenant.cli.scenario_text import lines  # noqa: PLC0415 - as above
    from knowntenant.imports.scenarios import run_files  # noqa: PLC0415 - as above
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    report = run_files(files, pack or ())
    if as_json:
        typer.echo(as_document(report))
    else:
        for line in lines(report, verbose=verbose):
            typer.echo(without_odd_signs(line))
    for problem in report.problems:
        typer.echo(without_odd_signs(str(problem)), err=True)
    if report.problems:
        raise typer.Exit(UNUSABLE)
    raise typer.Exit(HELD if all(run.held for run in report.runs) else FAILED)
