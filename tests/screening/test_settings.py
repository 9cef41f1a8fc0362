import tomllib
from pathlib import Path

import pytest

from knowntenant.imports.screening_config import read_settings
from knowntenant.screening.algorithm import UnknownAlgorithmError
from knowntenant.screening.entry import Kind
from knowntenant.screening.settings import Settings, as_toml


def test_a_kind_may_have_a_threshold_of_its_own() -> None:
    settings = Settings(threshold=0.6, thresholds={Kind.PERSON: 0.7})
    assert settings.threshold_for(Kind.PERSON) == 0.7
    assert settings.threshold_for(Kind.VESSEL) == 0.6
    assert Settings().threshold_for(Kind.VESSEL) is None


def test_fixed_settings_name_threshold_and_weights() -> None:
    fixed = Settings().fixed()
    assert fixed.threshold is not None
    assert len(fixed.weights) == 64
    assert Settings(threshold=0.9).fixed().threshold == 0.9
    with pytest.raises(UnknownAlgorithmError):
        Settings("no-such").fixed()


def test_the_hash_changes_with_every_part() -> None:
    settings = [
        Settings(), Settings("kt-2"), Settings(threshold=0.5), Settings(weights="ab"),
        Settings(thresholds={Kind.PERSON: 0.5}),
    ]  # fmt: skip
    assert len({one.hash for one in settings}) == len(settings)
    assert Settings().hash == Settings().hash


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(threshold=0.625, thresholds={Kind.VESSEL: 0.9, Kind.PERSON: 0.55}),
        Settings("kt-1", 1.0, {}, "ab" * 32),
    ],
)
def test_what_is_printed_is_read_again(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "screening.toml"
    path.write_text(as_toml(settings), encoding="utf-8")
    assert tomllib.loads(as_toml(settings))["algorithm"] == "kt-1"
    assert read_settings(path) == (settings, [])
    assert settings.hash in as_toml(settings)
