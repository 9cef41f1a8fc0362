from pathlib import Path

import pytest

from knowntenant.imports.screening_config import read_settings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("algorithm = 5", "'algorithm' is no text"),
        ("weights = 5", "'weights' is no text"),
        ("threshold = 1.5", "'threshold' is no number from 0 to 1"),
        ("threshold = true", "'threshold' is no number from 0 to 1"),
        ("thresholds = 3", "'thresholds' is no table"),
        ("[thresholds]\nPersn = 0.5", "'thresholds.Persn' is no kind of party"),
        ("[thresholds]\nPerson = 'x'", "'thresholds.Person' is no number"),
        ("treshold = 0.5", "'treshold' is no setting"),
        ("threshold =", "is not TOML"),
    ],
)
def test_what_cannot_be_used_is_told_with_a_remedy(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "screening.toml"
    path.write_text(text, encoding="utf-8")
    _, problems = read_settings(path)
    assert words in problems[0].what
    assert problems[0].remedy


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "screening.toml"
    path.write_text("algorithm = 5\nthreshold = 7\nfoo = 1\n", encoding="utf-8")
    assert len(read_settings(path)[1]) == 3
