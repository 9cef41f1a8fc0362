"""One sample that the tests of this folder look at together; none of them changes it."""

from pathlib import Path

import pytest

from tests.sample.making import make


@pytest.fixture(scope="session")
def harborgrid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a sample of 300 customers."""
    return make(tmp_path_factory.mktemp("harborgrid"), 300)
