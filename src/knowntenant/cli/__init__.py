"""The command line: `knowntenant COMMAND`. Each command loads what it needs when it is called."""

from typing import Annotated

import typer

from knowntenant import __version__
from knowntenant.cli import (
    docs,
    lists,
    pack,
    program,
    rescreen,
    review,
    risk,
    sample,
    scenario,
    scope,
    screen,
    worksheet,
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def knowntenant(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_tell_version, is_eager=True, help="Print the version, no more."
        ),
    ] = False,
) -> None:
    """Customer identification for cloud providers, under rule packs with a legal status."""


_COMMANDS = (
    review, screen, rescreen, lists, scenario, sample, pack, program, risk, scope, worksheet, docs,
)  # fmt: skip
for _command in _COMMANDS:
    _command.add_to(app)


def main() -> None:
    """Run the program as its arguments say."""
    app()
