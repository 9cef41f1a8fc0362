import re
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from tests.code_health import readme
from tests.code_health.rooms import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def program() -> readme.Command:
    from knowntenant.cli import app  # noqa: PLC0415  # the other tests here need no command line

    return app


def made_up() -> readme.Command:
    """A small program of our own, so that the guard is tested without the real one."""
    app, pack = typer.Typer(), typer.Typer()
    app.add_typer(pack, name="pack")

    @app.command()
    def review(
        export: Annotated[Path, typer.Argument(metavar="EXPORT")],
        html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page.")] = None,
        *,
        show_personal: Annotated[bool, typer.Option("--show-personal", help="Unmask.")] = False,
    ) -> None:
        """Say where a provider stands.

        More words.
        """

    @pack.command("list")
    def packs() -> None:
        """List the packs."""

    return typer.main.get_command(app)


def test_readme_shows_the_main_commands() -> None:
    assert {words[1] for words in readme.commands(README)} >= set(readme.MARKED)


def test_every_command_line_of_readme_exists() -> None:
    known = typer.main.get_command(program())
    wrong = [one for words in readme.commands(README) for one in readme.unknown(words, known)]
    assert wrong == []


def test_every_command_of_readme_answers_help() -> None:
    for name in sorted({words[1] for words in readme.commands(README)}):
        answer = CliRunner().invoke(program(), [name, "--help"])
        assert answer.exit_code == 0, f"{name}: {answer.output}"


def test_every_target_of_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    existing = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    assert {"demo", "test"} <= readme.targets(README) <= existing


@pytest.mark.parametrize("name", readme.MARKED)
def test_readme_lists_the_options_that_the_program_has(name: str) -> None:
    command = typer.main.get_command(program())
    assert name in readme.written(README), (
        f"README needs the marks <!-- help:{name} --> <!-- /help -->"
    )
    assert readme.renewed(README, command) == README


def test_a_planted_command_line_is_read_as_a_shell_would() -> None:
    text = "```sh\n$ knowntenant review 'my export' \\\n  --html a.html  # why\nls\n```\nelse\n"
    assert readme.commands(text) == [["knowntenant", "review", "my export", "--html", "a.html"]]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("knowntenant revue EXPORT", "no command 'revue'"),
        ("knowntenant pack lost", "no command 'lost'"),
        ("knowntenant review EXPORT --pdf out.pdf", "no option '--pdf'"),
    ],
)
def test_a_planted_command_that_does_not_exist_is_caught(line: str, complaint: str) -> None:
    (found,) = readme.unknown(line.split(), made_up())
    assert complaint in found


@pytest.mark.parametrize(
    "line",
    ["knowntenant review E --html=x --show-personal", "knowntenant pack list", "knowntenant pack"],
)
def test_a_command_that_exists_is_left_alone(line: str) -> None:
    assert readme.unknown(line.split(), made_up()) == []


def test_the_option_list_is_written_from_the_program() -> None:
    stale = "# A\n<!-- help:review -->\nold\n<!-- /help -->\n<!-- help:pack -->\n<!-- /help -->\n"
    page = readme.renewed(stale, made_up())
    assert readme.written(page)["review"] == (
        "- `knowntenant review EXPORT`: Say where a provider stands.\n"
        "  - `--html FILE`: Write a page.\n"
        "  - `--show-personal`: Unmask.\n"
    )
    assert readme.written(page)["pack"] == "- `knowntenant pack list`: List the packs.\n"


def test_a_planted_stale_list_differs() -> None:
    stale = "<!-- help:review -->\n- `--pdf FILE`: Gone.\n<!-- /help -->\n"
    assert readme.renewed(stale, made_up()) != stale


def test_readme_names_targets_in_blocks_and_in_text() -> None:
    assert readme.targets("```\nmake demo\n```\nRun `make test`; make sure.") == {"demo", "test"}
