from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.actions.lists.running import run
from tests.imports.lists.keeping import ADD, ALT, COMMENTS, SDN, own, put
from tests.imports.lists.serving import Served, serving


@pytest.fixture
def server() -> Iterator[Served]:
    with serving() as served:
        for name, body in (
            ("sdn.csv", SDN),
            ("alt.csv", ALT),
            ("add.csv", ADD),
            ("sdn_comments.csv", COMMENTS),
        ):
            served.put(name, body)
        yield served


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return put(tmp_path / "mine", "ours.csv", own(*range(20)))


@pytest.fixture
def kept(tmp_path: Path, mine: Path) -> Path:
    run(tmp_path / "kept", str(mine))
    return tmp_path / "kept"
