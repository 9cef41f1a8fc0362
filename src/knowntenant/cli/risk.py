"""`knowntenant risk assess|compare`: the risks of a provider from its export; a new program."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

UNUSABLE = 2
risks = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Export = Annotated[
    Path, typer.Argument(metavar="EXPORT/", help="The folder with the export; only read.")
]
Day = Annotated[
    str, typer.Option(metavar="DATE", help="As of the end of this day; today if absent.")
]
PackName = Annotated[str, typer.Option(metavar="NAME", help="The rule pack.")]
Mapping = Annotated[
    Path | None, typer.Option(metavar="FILE", help="What your columns and words mean.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print as JSON, for programs.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.add_typer(risks, name="risk", help="Assess the provider's risks; compare two programs.")


@risks.command()
def assess(  # noqa: PLR0917 - typer makes the export the one argument by place
    export: Export,
    program: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The written program (program.toml).")
    ] = None,
    as_of: Day = "",
    pack: PackName = "nprm-2024",
    mapping: Mapping = None,
    as_json: AsJson = False,
) -> None:
    """Print a dated assessment of the provider's risks, counted from its export, as Markdown.

    Nothing is stored and nothing is judged: it prepares the assessment that people make.
    """
    from knowntenant.cli.risk_run import Asked, assessed  # noqa: PLC0415 - help does without it

    _print(lambda: assessed(Asked(export, as_of, pack, mapping, as_json), program))


@risks.command()
def compare(  # noqa: PLR0917 - typer makes arguments by place
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The program as it is.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The program as it would be.")],
    export: Export,
    as_of: Day = "",
    pack: PackName = "nprm-2024",
    mapping: Mapping = None,
    as_json: AsJson = False,
) -> None:
    """Compare two programs on the same customers: who changes tier, how many more checks, cost.

    Nothing is stored or changed; it is a dry run of a new program.
    """
    from knowntenant.cli.risk_run import Asked, compared  # noqa: PLC0415 - help does without it

    _print(lambda: compared(Asked(export, as_of, pack, mapping, as_json), old, new))


def _print(make: Callable[[], str]) -> None:
    from knowntenant.cli.review_asked import Unusable  # noqa: PLC0415 - help does without it
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    try:
        typer.echo(make())
    except Unusable as unusable:
        for problem in unusable.problems:
            typer.echo(without_odd_signs(str(problem)), err=True)
        raise typer.Exit(UNUSABLE) from None
