"""The command line: `knowntenant COMMAND`. Each command loads what it needs when it is called."""

import typer

from knowntenant.cli import docs, pack, review, sample, scenario

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def knowntenant() -> None:
    """Customer identification for cloud providers, under rule packs with a legal status."""


for _command in (review, scenario, sample, pack, docs):
    _command.add_to(app)


def main() -> None:
    """Run the program as its arguments say."""
    app()
