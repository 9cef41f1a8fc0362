"""`knowntenant scope`: is a product line an IaaS product, by which limb, and what is still open?"""

from pathlib import Path
from typing import Annotated

import typer

UNUSABLE = 2


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(scope)


def scope(
    file: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Read the lines from this TOML or YAML file."),
    ] = None,
    pack: Annotated[str, typer.Option(metavar="NAME", help="A rule pack.")] = "nprm-2024",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything as JSON, for programs.")
    ] = False,
    kinds: Annotated[
        bool, typer.Option("--kinds", help="List the kinds of product that the pack knows.")
    ] = False,
) -> None:
    """Say of each product line whether it is an IaaS product, by which limb and clause.

    Without a file, questions are asked in the terminal. docs/examples/products.toml shows a file.
    Exit status: 0 answered, 2 the input cannot be used.
    """
    from knowntenant.cli.scope_run import Asked, carry_out  # noqa: PLC0415 - needless for --help

    if not carry_out(Asked(file, pack, as_json=as_json, kinds=kinds)):
        raise typer.Exit(UNUSABLE)
