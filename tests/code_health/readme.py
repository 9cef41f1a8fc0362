"""Guard: README shows commands that exist, with the options that they have.

`python -m tests.code_health.readme` writes the option lists between the marks again, from the
program; `make docs` does that too.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

Command: TypeAlias = Any
"""Typer keeps a copy of click to itself and exports no type for a command or an option."""

MARKED = (
    "lists", "pack", "program", "rescreen", "review", "risk", "sample", "scenario", "scope",
    "screen", "worksheet",
)  # fmt: skip
FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(<!-- help:(\w+) -->\n)(.*?)(<!-- /help -->)", re.DOTALL)
PLACEHOLDER = re.compile(r"\[[^\]]*\]|\.\.\.|…")


def commands(text: str) -> list[list[str]]:
    """Every `knowntenant ...` line of the fenced blocks, split as a shell would."""
    lines = (
        line.removeprefix("$ ").removeprefix(".venv/bin/")
        for block in FENCED.findall(text)
        for line in block.replace("\\\n", " ").splitlines()
    )
    return [
        shlex.split(PLACEHOLDER.sub("", line), comments=True)
        for line in lines
        if line.startswith("knowntenant ")
    ]


def targets(text: str) -> set[str]:
    """Every target of `make` that README names, in blocks or in running text."""
    return set(re.findall(r"(?:^|`|\$ )make ([a-z]+)", text, re.MULTILINE))


def unknown(words: list[str], program: Command) -> list[str]:
    """Commands and options of one line that the program does not have."""
    command, rest = program, words[1:]
    while rest and _parts(command):
        if rest[0] not in _parts(command):
            return [f"{' '.join(words)}: no command '{rest[0]}'"]
        command, rest = _parts(command)[rest[0]], rest[1:]
    known = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    given = {word.split("=")[0] for word in rest if word.startswith("--")}
    return [f"{' '.join(words)}: no option '{one}'" for one in sorted(given - known - {"--help"})]


def option_list(name: str, command: Command) -> str:
    """The arguments and options of a command, and of the commands below it, as a Markdown list."""
    usage = " ".join([f"knowntenant {name}", *(_shown(one) for one in _arguments(command))])
    lines = [] if _parts(command) else [f"- `{usage}`: {_sentence(command.help)}"]
    lines += [f"  - `{_shown(one)}`: {_sentence(one.help)}" for one in _options(command)]
    below = [option_list(f"{name} {part}", one) for part, one in sorted(_parts(command).items())]
    return "".join([*(f"{line}\n" for line in lines), *below])


def written(text: str) -> dict[str, str]:
    """What stands between each pair of marks, by command."""
    return {name: inside for _, name, inside, _ in SPAN.findall(text)}


def renewed(text: str, program: Command) -> str:
    """The text with the option lists between its marks written again from the program."""
    known = _parts(program)
    return SPAN.sub(lambda at: f"{at[1]}{option_list(at[2], known[at[2]])}{at[4]}", text)


def _parts(command: Command) -> dict[str, Command]:
    parts: dict[str, Command] = getattr(command, "commands", {})
    return parts


def _arguments(command: Command) -> Iterator[Command]:
    return (one for one in command.params if not one.opts[0].startswith("-"))


def _options(command: Command) -> Iterator[Command]:
    shown = (one for one in command.params if one.opts[0].startswith("-") and not one.hidden)
    return (one for one in shown if one.name != "help")


def _shown(one: Command) -> str:
    if not one.opts[0].startswith("-"):
        return str(one.metavar or one.name).upper()
    return one.opts[0] if one.is_flag else f"{one.opts[0]} {one.metavar or 'VALUE'}"


def _sentence(text: str | None) -> str:
    return " ".join((text or "").split("\n\n")[0].split())


if __name__ == "__main__":
    import typer

    from knowntenant.cli import app
    from tests.code_health.rooms import ROOT

    page: Path = ROOT / "README.md"
    text_now = page.read_text(encoding="utf-8")
    page.write_text(renewed(text_now, typer.main.get_command(app)), encoding="utf-8")
