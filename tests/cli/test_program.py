import subprocess
import sys
from time import perf_counter

import pytest
from typer.testing import CliRunner

from knowntenant import __version__
from knowntenant.cli import app, main

HEAVY = ("jinja2", "yaml", "rich", "knowntenant.facts", "knowntenant.law.loading")


def test_the_program_lists_its_commands() -> None:
    shown = CliRunner().invoke(app, ["--help"])
    assert shown.exit_code == 0
    names = ("review", "scenario", "sample", "pack", "docs")
    assert [name for name in names if f"  {name} " not in shown.output] == []


def test_help_loads_none_of_the_heavy_rooms() -> None:
    code = (
        "import sys\nfrom knowntenant.cli import app\n"
        "app(['--help'], standalone_mode=False)\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    begun = perf_counter()
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.endswith("LOADED []\n")
    assert perf_counter() - begun < 10  # half a second on a quiet machine


def test_the_program_starts_from_its_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["knowntenant", "pack", "list"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0


def test_the_version_is_printed_and_nothing_else() -> None:
    shown = CliRunner().invoke(app, ["--version"])
    assert (shown.exit_code, shown.output) == (0, f"{__version__}\n")
