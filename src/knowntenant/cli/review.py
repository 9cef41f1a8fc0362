"""`knowntenant review EXPORT/`: where a provider stands, from its own export; nothing is stored."""

from pathlib import Path
from typing import Annotated

import typer

NOTHING_FOUND, FOUND, UNUSABLE = 0, 1, 2
Program = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Your written program, as program.toml.")
]
Lists = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Screen against the lists in this folder, too."),
]
Reading = Annotated[
    list[str] | None,
    typer.Option(metavar="D13=literal", help="Take another reading; may be given again."),
]


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(review)


def review(  # noqa: PLR0917 - typer makes the export the one argument by place
    export: Annotated[
        Path, typer.Argument(metavar="EXPORT/", help="The folder with the export; only read.")
    ],
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report as one HTML page.")
    ] = None,
    json: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write everything as JSON.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write one row per finding as CSV.")
    ] = None,
    as_of: Annotated[
        str, typer.Option(metavar="DATE", help="Review as of the end of this day; today if absent.")
    ] = "",
    pack: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A rule pack; may be given again.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What your columns and words mean.")
    ] = None,
    program: Program = None,
    lists: Lists = None,
    reading: Reading = None,
    show_personal: Annotated[
        bool, typer.Option("--show-personal", help="Show names; they are masked otherwise.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print one line per pack, no progress.")
    ] = False,
) -> None:
    """Review a provider's own export: who is foreign and why, what is missing, late or due.

    Nothing is stored: only the files named are written (over older ones). docs/export-format.md
    describes the export. Exit status: 0 nothing found, 1 findings, 2 the input cannot be used.
    """
    from knowntenant.cli.review_run import Asked, Unusable, carry_out  # noqa: PLC0415 # needless for --help
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    asked = Asked(
        export=export,
        outputs={"html": html, "json": json, "csv": csv},
        as_of=as_of,
        packs=tuple(pack or ("nprm-2024",)),
        mapping=mapping,
        program=program,
        lists=lists,
        readings=tuple(reading or ()),
        shows_personal=show_personal,
        quiet=quiet,
    )
    try:
        count = carry_out(asked)
    except Unusable as unusable:
        for problem in unusable.problems:
            typer.echo(without_odd_signs(str(problem)), err=True)
        raise typer.Exit(UNUSABLE) from None
    raise typer.Exit(FOUND if count else NOTHING_FOUND)
