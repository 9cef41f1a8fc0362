"""`knowntenant pack list|show|diff`: the rule packs, what they say and where they differ."""

import json
from typing import Annotated

import typer

UNUSABLE = 2
Name = Annotated[
    str, typer.Argument(metavar="NAME", help="Name of a pack, as `pack list` gives it.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print as JSON, for programs.")]
packs = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.add_typer(packs, name="pack", help="Show the rule packs: what they say, and their status.")


@packs.command("list")
def list_packs(as_json: AsJson = False) -> None:
    """List the packs with their legal status."""
    from knowntenant.cli.pack_text import head  # noqa: PLC0415 - help texts do without it
    from knowntenant.cli.scenario_json import pack_head  # noqa: PLC0415 - as above
    from knowntenant.law.loading import PackError, load_pack, pack_names  # noqa: PLC0415 - as above

    try:
        found = [load_pack(name) for name in pack_names()]
    except PackError as error:
        raise _unusable(error) from None
    if as_json:
        typer.echo(json.dumps([pack_head(pack) for pack in found], ensure_ascii=False, indent=2))
        return
    for pack in found:
        typer.echo(head(pack))


@packs.command()
def show(name: Name, as_json: AsJson = False) -> None:
    """Show a pack: status, clauses with their decisions, numbers, deadlines, readings."""
    from knowntenant.cli.pack_json import as_document  # noqa: PLC0415 - help texts do without it
    from knowntenant.cli.pack_text import lines  # noqa: PLC0415 - as above
    from knowntenant.law.loading import PackError, load_pack  # noqa: PLC0415 - as above

    try:
        pack = load_pack(name)
    except PackError as error:
        raise _unusable(error) from None
    typer.echo(as_document(pack) if as_json else "\n".join(lines(pack)))


@packs.command()
def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="Name of one pack.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Name of the other.")],
    as_json: AsJson = False,
) -> None:
    """Show every value in which two packs differ, inherited values included."""
    from knowntenant.cli.pack_json import differences  # noqa: PLC0415 - help texts do without it
    from knowntenant.cli.pack_text import diff_lines  # noqa: PLC0415 - as above
    from knowntenant.law.loading import PackError, load_pack  # noqa: PLC0415 - as above

    try:
        found, both = differences(first, second), (load_pack(first), load_pack(second))
    except PackError as error:
        raise _unusable(error) from None
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2, default=str))
    else:
        typer.echo("\n".join(diff_lines(both, found)))


def _unusable(error: Exception) -> typer.Exit:
    typer.echo(str(error), err=True)
    return typer.Exit(UNUSABLE)
