"""`knowntenant worksheet FILE`: is an AI model a large one of concern? Prepared for a person."""

from pathlib import Path
from typing import Annotated

import typer

DECIDED, OPEN, UNUSABLE = 0, 1, 2


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(worksheet)


def worksheet(  # noqa: PLR0917 - typer makes the file the one argument by place
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A filled-in worksheet, in TOML or YAML; only read."),
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Print a blank worksheet to fill in, explained.")
    ] = False,
    thresholds: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME", help="Only this set of thresholds; may be repeated."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE.md", help="Write it to print and sign, as Markdown."),
    ] = None,
    as_of: Annotated[
        str, typer.Option(metavar="DATE", help="As of the end of this day; today if absent.")
    ] = "",
    pack: Annotated[str, typer.Option(metavar="NAME", help="The rule pack.")] = "nprm-2024",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything as JSON, for programs.")
    ] = False,
) -> None:
    """Work out what the evidence on AI models comes to; a person decides, this prepares.

    Nothing is stored: only the file named with --out is written (over an older one). The format is
    described in docs/worksheet.md. Exit status: 0 every model is covered or not, 1 one is unknown,
    2 the input cannot be used.
    """
    from knowntenant.cli.review_asked import Unusable  # noqa: PLC0415 - help texts do without it
    from knowntenant.cli.worksheet_run import Asked, blank_sheet, filled  # noqa: PLC0415 - as above
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    asked = Asked(file, tuple(thresholds or ()), out, as_of, pack, as_json)
    try:
        text, is_open = (blank_sheet(asked), False) if new else filled(asked)
    except Unusable as unusable:
        for problem in unusable.problems:
            typer.echo(without_odd_signs(str(problem)), err=True)
        raise typer.Exit(UNUSABLE) from None
    typer.echo(without_odd_signs(text), nl=False)
    raise typer.Exit(OPEN if is_open else DECIDED)
