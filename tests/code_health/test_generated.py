from pathlib import Path

from knowntenant.cli.docs import GENERATED
from tests.code_health.generated import PAGES, stale
from tests.code_health.rooms import ROOT


def test_every_generated_page_has_its_generator() -> None:
    assert {str(path) for path in GENERATED} >= set(PAGES)


def test_every_generated_page_is_fresh() -> None:
    assert stale(ROOT, {str(path): write for path, write in GENERATED.items()}) == []


def test_a_planted_edit_and_a_missing_page_are_caught(tmp_path: Path) -> None:
    (tmp_path / "fresh.md").write_text("深圳\n", encoding="utf-8")
    (tmp_path / "edited.md").write_text("by hand\n", encoding="utf-8")
    pages = dict.fromkeys(["fresh.md", "edited.md", "missing.md"], lambda: "深圳\n")
    assert stale(tmp_path, pages) == ["edited.md", "missing.md"]
