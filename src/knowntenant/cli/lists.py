"""`knowntenant lists update|status|accept|sample`: keeping the lists that screening is done by."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

WELL, TO_DO, UNUSABLE = 0, 1, 2
MOST_ENTRIES = 1_000_000
lists = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder with the lists.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print as JSON, for programs.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.add_typer(lists, name="lists", help="Keep the lists that customers are screened against.")


@lists.command()
def update(  # noqa: PLR0917 - typer makes one argument for every option
    to: Annotated[Path, typer.Option(metavar="DIR", help="The folder that keeps the lists.")],
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="DIR|URL",
            help="Files of your own, or a mirror; else the authorities.",
        ),
    ] = "",
    only: Annotated[
        list[str] | None,
        typer.Option("--list", metavar="NAME", help="Only this list; may be repeated."),
    ] = None,
    may_lose: Annotated[
        float,
        typer.Option(metavar="PERCENT", min=0, max=100, help="What a list may lose unasked."),
    ] = 10.0,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and touch nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Fetch what is new of each list, read it to its end, and put it in place of the old one.

    A list that cannot be had or read, or that has lost much, leaves the old one in use. Exit
    status: 0 all are up to date, 1 one was held back or failed, 2 the input cannot be used.
    """
    from knowntenant.cli.lists_run import Asked, updated  # noqa: PLC0415 - help does without it

    asked = Asked(to, source, tuple(only or ()), may_lose, dry_run, as_json)
    _print(lambda: updated(asked))


@lists.command()
def status(
    folder: Folder,
    stale_after: Annotated[
        int, typer.Option(metavar="DAYS", min=0, help="Days after which a list is stale.")
    ] = 7,
    rows: Annotated[
        bool, typer.Option("--rows", help="Name each row that gave no entry, or lost a part.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say how old each list is, what it holds, whether its files are whole, and what is held back.

    Exit status: 0 all is well, 1 a list is stale, damaged or held back, 2 the folder is unusable.
    """
    from knowntenant.cli.lists_run import stood  # noqa: PLC0415 - help does without it

    _print(lambda: stood(folder, stale_after, rows=rows, as_json=as_json))


@lists.command()
def accept(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="LIST", help="The list that was held back.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who accepts; goes on record.")],
    because: Annotated[str, typer.Option(metavar="TEXT", help="Why; goes on record.")],
) -> None:
    """Put a list into use that was held back because it had lost much; it goes on record.

    Exit status: 0 it is in use, 2 there is nothing to accept.
    """
    from knowntenant.cli.lists_run import accepted  # noqa: PLC0415 - help does without it

    _print(lambda: accepted(folder, name, by, because))


@lists.command()
def sample(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder, new or empty.")],
    entries: Annotated[
        int, typer.Option(metavar="N", min=60, max=MOST_ENTRIES, help="How many targets in all.")
    ] = 300,
    seed: Annotated[
        int, typer.Option(metavar="S", help="The same seed gives the same files, byte by byte.")
    ] = 7,
    customers: Annotated[
        int, typer.Option(metavar="N", min=1, help="Customers of the sample that it goes with.")
    ] = 2000,
    force: Annotated[
        bool, typer.Option("--force", help="Write anew over such lists; over nothing else.")
    ] = False,
) -> None:
    """Write made-up lists in official formats, some of whose targets are customers of the sample.

    They go with `knowntenant sample` of the same seed and number of customers; truth.jsonl says
    who is to be found. Exit status: 0 written, 2 the folder cannot be used.
    """
    from knowntenant.cli.lists_run import sampled  # noqa: PLC0415 - help does without it

    _print(lambda: sampled(folder, entries, seed, customers, force=force))


def _print(make: Callable[[], tuple[str, bool]]) -> None:
    from knowntenant.imports.lists.loading import ListsUnusableError  # noqa: PLC0415 - as above
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    try:
        text, well = make()
    except ListsUnusableError as unusable:
        for problem in unusable.problems:
            typer.echo(f"Error: {without_odd_signs(str(problem))}", err=True)
        raise typer.Exit(UNUSABLE) from None
    except OSError as wrong:
        typer.echo(f"Error: the folder cannot be used: {wrong.strerror}.", err=True)
        raise typer.Exit(UNUSABLE) from wrong
    typer.echo(without_odd_signs(text))
    raise typer.Exit(WELL if well else TO_DO)
