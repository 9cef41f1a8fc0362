"""`knowntenant sample DIR`: the export of a made-up provider, and the truth about it."""

from pathlib import Path
from typing import Annotated

import typer

from knowntenant.sample.files import Format

UNUSABLE = 2
MOST = 999_999


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(sample)


def sample(  # noqa: PLR0917 - as PLR0913: one argument for every option
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder, new or empty.")],
    customers: Annotated[
        int, typer.Option(metavar="N", min=1, max=MOST, help="How many customers it has.")
    ] = 2000,
    seed: Annotated[
        int, typer.Option(metavar="S", help="The same seed gives the same files, byte by byte.")
    ] = 7,
    form: Annotated[Format, typer.Option("--format", help="What kind of files to write.")] = (
        Format.CSV
    ),
    access_rows: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            help="Rows of access in all, sign-ups at least; 50 for each customer if left out.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write anew over a sample; over nothing else.")
    ] = False,
) -> None:
    """Make the export of Harborgrid, a made-up provider, to try a review on.

    All situations of truth.jsonl are there from 90 customers on. Exit status: 0 written, 2 the
    folder cannot be used.
    """
    from knowntenant.sample.days import AS_OF  # noqa: PLC0415 - help texts do without it
    from knowntenant.sample.folder import PROGRAM, prepare, refusal  # noqa: PLC0415 - as above
    from knowntenant.sample.provider import Wanted, write_sample  # noqa: PLC0415 - as above

    try:
        why = refusal(folder, force=force)
        if why:
            typer.echo(f"Error: {why}", err=True)
            raise typer.Exit(UNUSABLE)
        prepare(folder, customers=customers, seed=seed)
        written = write_sample(folder, Wanted(customers, seed, form, access_rows))
    except OSError as wrong:
        typer.echo(f"Error: {folder} cannot be written into: {wrong.strerror}.", err=True)
        raise typer.Exit(UNUSABLE) from wrong
    typer.echo(f"Harborgrid, which does not exist, is in {folder}.")
    typer.echo(
        f"Customers: {customers:,}, of them in planted situations: {written.planted:,}."
        f" Accesses: {written.rows['access']:,}."
    )
    typer.echo(f"Next: knowntenant review {folder} --as-of {AS_OF} --program {folder / PROGRAM}")
