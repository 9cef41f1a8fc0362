"""`knowntenant rescreen CUSTOMERS --lists DIR --state DIR`: all once, then by the change."""

from pathlib import Path
from typing import Annotated

import typer

DONE, UNUSABLE, STOPPED = 0, 2, 130
Customers = Annotated[
    Path,
    typer.Argument(metavar="CUSTOMERS", help="CSV, JSON Lines, Parquet, or an Arrow stream."),
]
Lists = Annotated[Path, typer.Option(metavar="DIR", help="The folder of the lists' files.")]
State = Annotated[
    Path, typer.Option(metavar="DIR", help="What is remembered; made where there is none.")
]
Column = Annotated[
    list[str] | None,
    typer.Option(metavar="FIELD=HEADING", help="What a column holds; may be given again."),
]
Kind = Annotated[
    str, typer.Option(metavar="KIND", help="Kind of all rows: person, organization, vessel.")
]
Dates = Annotated[
    str, typer.Option(metavar="ORDER", help="How 03/04/1961 is meant: day-first, month-first.")
]
Threshold = Annotated[
    float | None, typer.Option(metavar="SCORE", help="The least score of a hit, 0 to 1.")
]
Algorithm = Annotated[str, typer.Option(metavar="NAME", help="A frozen algorithm.")]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Settings as TOML.")]
Parquet = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write all hits that stand as Parquet.")
]
Changes = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write new, changed and gone hits as Parquet.")
]
Jobs = Annotated[int, typer.Option(metavar="N", help="Processes; one per processor if absent.")]
Full = Annotated[bool, typer.Option("--full", help="Screen everybody anew, and weigh words anew.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what there is to do; do nothing.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print one line, and no progress.")]


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(rescreen)


def rescreen(
    customers: Customers,
    *,
    lists: Lists,
    state: State,
    kind: Kind = "",
    column: Column = None,
    dates: Dates = "",
    threshold: Threshold = None,
    algorithm: Algorithm = "",
    config: Config = None,
    parquet: Parquet = None,
    changes: Changes = None,
    jobs: Jobs = 0,
    full: Full = False,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Screen customers again when lists change: everybody once, then only what a change asks.

    An interrupted first run goes on where it stood. Exit status: 0 done, 2 the input cannot be
    used, 130 stopped by Ctrl-C.
    """
    from knowntenant.cli.rescreen_run import carry_out  # noqa: PLC0415 - needless for --help
    from knowntenant.cli.review_asked import Unusable  # noqa: PLC0415 - as above
    from knowntenant.cli.screen_asked import Asked, Party  # noqa: PLC0415 - as above
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    asked = Asked(
        file=customers,
        lists=lists,
        party=Party("", "", (), ()),
        kind=kind,
        columns=tuple(column or ()),
        dates=dates,
        outputs={"parquet": parquet, "changes": changes},
        threshold=threshold,
        algorithm=algorithm,
        config=config,
        prints_config=False,
        jobs=jobs,
        resumes=False,
        explains=False,
        quiet=quiet,
    )
    try:
        carry_out(asked, state, full=full, dry_run=dry_run)
    except Unusable as unusable:
        for problem in unusable.problems:
            typer.echo(without_odd_signs(str(problem)), err=True)
        raise typer.Exit(UNUSABLE) from None
    except KeyboardInterrupt:
        typer.echo("Stopped; the same command goes on from there.", err=True)
        raise typer.Exit(STOPPED) from None
