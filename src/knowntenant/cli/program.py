"""`knowntenant program new|check|print|diff`: the written program as a file."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from knowntenant.facts.program import Program
    from knowntenant.law.law import Law

COMPLETE, FOUND, UNUSABLE = 0, 1, 2
File = Annotated[Path, typer.Argument(metavar="FILE", help="The program, such as program.toml.")]
Pack = Annotated[str, typer.Option(metavar="NAME", help="The rule pack that it is held against.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print as JSON, for programs.")]
Out = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write into this file; never over another.")
]
programs = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


class Size(StrEnum):
    """The examples: a host of 50 people, one of 600 with GPUs and resellers, one of 50,000."""

    SMALL = "small"
    MID = "mid"
    LARGE = "large"


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    text = "The written program (CIP) as a file: start one, check it, print it, compare two."
    app.add_typer(programs, name="program", help=text)


@programs.command()
def new(
    size: Annotated[Size, typer.Option(help="Which example to start from.")] = Size.SMALL,
    out: Out = None,
) -> None:
    """Give a complete example program to start from; it is printed unless --out names a file."""
    from knowntenant.documents.program_examples import example  # noqa: PLC0415 - help texts do without it

    _give(example(size.value), out)


@programs.command()
def check(file: File, pack: Pack = "nprm-2024", as_json: AsJson = False) -> None:
    """Say of every element of 7.302 and 7.304(a)(1) whether it is written, and what is missing.

    Exit status: 0 complete, 1 gaps, 2 the file or pack cannot be used.
    """
    from knowntenant.cli.program_text import check_document, check_lines  # noqa: PLC0415 - as above
    from knowntenant.program.gaps import gaps_of  # noqa: PLC0415 - as above

    program, law = _read(file), _law(pack)
    gaps = tuple(gaps_of(program, law))
    said = check_document(program, law, gaps) if as_json else check_lines(program, law, gaps)
    _say(said)
    raise typer.Exit(FOUND if gaps else COMPLETE)


@programs.command("print")
def print_program(file: File, pack: Pack = "nprm-2024", out: Out = None) -> None:
    """Write the program as a document in Markdown: by section, with clauses, gaps in their places.

    Exit status: 0 written, 2 the file or pack cannot be used.
    """
    from knowntenant.documents.written_program import written_program  # noqa: PLC0415 - as above

    _give(written_program(_read(file), _law(pack)), out)


@programs.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The program as it was.")],
    new_: Annotated[Path, typer.Argument(metavar="NEW", help="The program as it is to be.")],
    pack: Pack = "nprm-2024",
    as_json: AsJson = False,
) -> None:
    """Say what differs, and whether it is material under 7.304(c), and why; a person decides.

    Exit status: 0 nothing to tell the Department of, 1 something, 2 a file or pack cannot be used.
    """
    from knowntenant.cli.program_text import diff_document, diff_lines  # noqa: PLC0415 - as above
    from knowntenant.program.changes import materiality  # noqa: PLC0415 - as above

    programs_, law = (_read(old), _read(new_)), _law(pack)
    changes = materiality(*programs_, law)
    if as_json:
        _say(diff_document(programs_, law, changes))
    else:
        _say(diff_lines(programs_, law, changes))
    raise typer.Exit(FOUND if any(change.under for change in changes) else COMPLETE)


def _read(path: Path) -> "Program":
    from knowntenant.imports.program_file import read_program_file  # noqa: PLC0415 - as above

    program, problems = read_program_file(path)
    if problems:
        raise _unusable("\n".join(map(str, problems)))
    return program


def _law(name: str) -> "Law":
    from knowntenant.law.law import Law  # noqa: PLC0415 - as above
    from knowntenant.law.loading import PackError, load_pack  # noqa: PLC0415 - as above
    from knowntenant.law.problem import Problem  # noqa: PLC0415 - as above
    from knowntenant.program.gaps import GAPS  # noqa: PLC0415 - as above

    try:
        pack = load_pack(name)
    except PackError as error:
        raise _unusable(str(error)) from None
    if GAPS not in pack.decided:
        what = f"pack {name} says nothing about a written program."
        raise _unusable(str(Problem("--pack", what)))
    return Law(pack)


def _give(text: str, out: Path | None) -> None:
    from knowntenant.law.problem import Problem  # noqa: PLC0415 - as above

    if out is None:
        _say(text.rstrip("\n"))
        return
    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        taken = Problem("--out", f"{out} is there already.", "Name a new file.")
        raise _unusable(str(taken)) from None
    except OSError as wrong:
        shut = Problem("--out", f"{out} cannot be written: {wrong.strerror}.")
        raise _unusable(str(shut)) from None
    typer.echo(f"Wrote {out}")


def _say(text: str) -> None:
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    encoding = sys.stdout.encoding or "utf-8"  # a terminal that lacks a letter shows a mark for it
    typer.echo(without_odd_signs(text).encode(encoding, "replace").decode(encoding))


def _unusable(text: str) -> typer.Exit:
    from knowntenant.imports.signs import without_odd_signs  # noqa: PLC0415 - as above

    typer.echo(without_odd_signs(text), err=True)
    return typer.Exit(UNUSABLE)
