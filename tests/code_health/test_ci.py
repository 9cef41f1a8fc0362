from pathlib import Path

from tests.code_health.ci import commands
from tests.code_health.rooms import ROOT

SCRIPT = ROOT / ".ci" / "run"


def test_make_test_is_all_that_ci_runs() -> None:
    assert commands(SCRIPT) == ["make test"]


def test_ci_stops_at_the_first_failure() -> None:
    assert "set -euo pipefail" in SCRIPT.read_text(encoding="utf-8").splitlines()


def test_a_planted_extra_step_is_seen(tmp_path: Path) -> None:
    script = tmp_path / "run"
    script.write_text("#!/bin/sh\nset -eu\nmake test\npytest --lf\n", encoding="utf-8")
    assert commands(script) == ["make test", "pytest --lf"]
