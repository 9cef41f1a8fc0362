"""The command line: `knowntenant COMMAND`. Each command loads what it needs when it is called."""

from importlib import import_module
from importlib.util import find_spec

import typer

from knowntenant.cli import docs, pack, scenario

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def knowntenant() -> None:
    """Customer identification for cloud providers, under rule packs with a legal status."""


for _name in ("review", "sample"):
    if find_spec(f"knowntenant.cli.{_name}"):
        import_module(f"knowntenant.cli.{_name}").add_to(app)
for _command in (scenario, pack, docs):
    _command.add_to(app)


def main() -> None:
    """Run the program as its arguments say."""
    app()
