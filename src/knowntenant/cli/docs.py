"""`knowntenant docs`: the pages generated from registries and packs, written or checked."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(docs)


def divergences() -> str:
    """Write docs/divergences.md."""
    from knowntenant.documents.divergences_page import page  # noqa: PLC0415 - help texts do without it

    return page()


def export_format() -> str:
    """Write docs/export-format.md."""
    from knowntenant.imports import format_doc  # noqa: PLC0415 - help texts do without it

    return format_doc.export_format()


def facts() -> str:
    """Write docs/facts.md."""
    from knowntenant.documents.facts_page import page  # noqa: PLC0415 - help texts do without it

    return page()


def law() -> str:
    """Write docs/law.md."""
    from knowntenant.documents.law_page import page  # noqa: PLC0415 - help texts do without it

    return page()


def program() -> str:
    """Write docs/program.md."""
    from knowntenant.documents.program_page import page  # noqa: PLC0415 - help texts do without it

    return page()


def packs() -> str:
    """Write docs/packs.md."""
    from knowntenant.documents.packs_page import page  # noqa: PLC0415 - help texts do without it

    return page()


def scenarios() -> str:
    """Write docs/scenarios.md."""
    from knowntenant.documents.scenarios_page import page  # noqa: PLC0415 - help texts do without it

    return page()


def screening() -> str:
    """Write docs/screening.md."""
    from knowntenant.documents.screening_guide import page  # noqa: PLC0415 - help texts do without it

    return page()


GENERATED: dict[Path, Callable[[], str]] = {
    Path("docs/divergences.md"): divergences,
    Path("docs/export-format.md"): export_format,
    Path("docs/facts.md"): facts,
    Path("docs/law.md"): law,
    Path("docs/program.md"): program,
    Path("docs/packs.md"): packs,
    Path("docs/scenarios.md"): scenarios,
    Path("docs/screening.md"): screening,
}
"""Every generated page, from the root of the project, with what writes it."""


def docs(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a page is out of date.")
    ] = False,
    root: Annotated[
        Path, typer.Option(metavar="DIR", help="The root of the project, which has a docs folder.")
    ] = Path(),
) -> None:
    """Write the generated pages of docs/ again, or check that they are fresh."""
    stale = [path for path, write in GENERATED.items() if _text(root / path) != write()]
    for path in stale:
        typer.echo(f"{path}: {'out of date; run make docs' if check else 'written'}")
        if not check:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(GENERATED[path](), encoding="utf-8", newline="\n")
    if not stale:
        typer.echo("Every generated page is up to date.")
    raise typer.Exit(1 if check and stale else 0)


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
