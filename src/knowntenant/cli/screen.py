"""`knowntenant screen FILE --lists DIR`: who of a file may stand on a list; or one, by `--name`."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

NO_HIT, HITS, UNUSABLE, STOPPED = 0, 1, 2, 130
Out = Path | None
Words = list[str] | None

File = Annotated[
    Path | None, typer.Argument(metavar="FILE", help="Parties: CSV, JSON Lines or Parquet.")
]
Lists = Annotated[Path | None, typer.Option(metavar="DIR", help="The folder of the lists' files.")]
Name = Annotated[str, typer.Option(metavar="NAME", help="Screen this one name.")]
BirthDate = Annotated[
    str, typer.Option(metavar="DATE", help="With --name: born on, YYYY-MM-DD or YYYY.")
]
Country = Annotated[
    Words, typer.Option(metavar="PLACE", help="With --name: a country; may be given again.")
]
Identifier = Annotated[
    Words,
    typer.Option(metavar="KIND:VALUE", help="With or without --name: such as passport:AB123."),
]
Kind = Annotated[
    str,
    typer.Option(metavar="KIND", help="Kind of all rows: person, organization, vessel, wallet."),
]
Column = Annotated[
    Words,
    typer.Option(metavar="FIELD=HEADING", help="What a column holds; may be given again."),
]
Dates = Annotated[
    str, typer.Option(metavar="ORDER", help="How 03/04/1961 is meant: day-first, month-first.")
]
Html = Annotated[Out, typer.Option(metavar="FILE", help="Write one HTML page.")]
Csv = Annotated[Out, typer.Option(metavar="FILE", help="Write a row per hit as CSV.")]
Json = Annotated[Out, typer.Option(metavar="FILE", help="Write everything as JSON.")]
Parquet = Annotated[Out, typer.Option(metavar="FILE", help="Write hits as Parquet.")]
Threshold = Annotated[
    float | None, typer.Option(metavar="SCORE", help="The least score of a hit, 0 to 1.")
]
Algorithm = Annotated[str, typer.Option(metavar="NAME", help="A frozen algorithm.")]
Config = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Settings as TOML, as --print-config gives.")
]
PrintConfig = Annotated[
    bool, typer.Option("--print-config", help="Print the settings as TOML, and no more.")
]
Jobs = Annotated[int, typer.Option(metavar="N", help="Processes; one per processor if absent.")]
Resume = Annotated[
    bool, typer.Option("--resume", help="Continue an interrupted run with the same outputs.")
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Print what made each score; --name always does.")
]
SavedIndex = Annotated[
    bool,
    typer.Option(
        "--saved-index/--no-saved-index", help="Keep the lists' index in DIR/.index for next time."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print one line, and no progress.")]


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(screen)


def screen(  # noqa: PLR0917 - typer makes the file the one argument by place
    file: File = None,
    lists: Lists = None,
    name: Name = "",
    birth_date: BirthDate = "",
    country: Country = None,
    identifier: Identifier = None,
    kind: Kind = "",
    column: Column = None,
    dates: Dates = "",
    html: Html = None,
    csv: Csv = None,
    json: Json = None,
    parquet: Parquet = None,
    threshold: Threshold = None,
    algorithm: Algorithm = "",
    config: Config = None,
    print_config: PrintConfig = False,
    jobs: Jobs = 0,
    resume: Resume = False,
    explain: Explain = False,
    saved_index: SavedIndex = True,
    quiet: Quiet = False,
) -> None:
    """Screen customers, owners or anybody against lists; the most urgent hits come first.

    Nothing is stored but the files named (over older ones) and the index of the lists. Exit
    status: 0 no hit, 1 hits, 2 the input cannot be used, 130 stopped by Ctrl-C.
    """
    from knowntenant.cli.review_asked import Unusable  # noqa: PLC0415 # needless for --help
    from knowntenant.cli.screen_asked import Asked, Party  # noqa: PLC0415 - as above
    from knowntenant.cli.screen_run import Stopped, carry_out  # noqa: PLC0415 - as above

    asked = Asked(
        file=file,
        lists=lists,
        party=Party(name, birth_date, tuple(country or ()), tuple(identifier or ())),
        kind=kind,
        columns=tuple(column or ()),
        dates=dates,
        outputs={"html": html, "csv": csv, "json": json, "parquet": parquet},
        threshold=threshold,
        algorithm=algorithm,
        config=config,
        prints_config=print_config,
        jobs=jobs,
        resumes=resume,
        explains=explain,
        quiet=quiet,
        saves_index=saved_index,
    )
    try:
        hits = carry_out(asked)
    except Unusable as unusable:
        _end("\n".join(map(str, unusable.problems)), UNUSABLE)
    except Stopped as stopped:
        _end(str(stopped), STOPPED)
    raise typer.Exit(HITS if hits else NO_HIT)


def _end(why: str, status: int) -> NoReturn:
    """Say why there is no result, and end."""
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    typer.echo("\n".join(map(without_odd_signs, why.split("\n"))), err=True)
    raise typer.Exit(status)
