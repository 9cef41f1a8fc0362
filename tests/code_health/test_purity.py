from pathlib import Path

import pytest

from tests.code_health import purity
from tests.code_health.rooms import SOURCES, pure_rooms


def test_no_room_that_decides_reads_the_world() -> None:
    assert purity.complaints(SOURCES, pure_rooms()) == []


@pytest.mark.parametrize(
    "planted",
    [
        "import time",
        "import random as chance",
        "import os.path",
        "from os import environ",
        "from urllib.request import urlopen",
        "from importlib import resources",
        "import importlib.resources",
        "from uuid import uuid4",
        "import uuid\nnew = uuid.uuid4()",
        "import datetime\nnow = datetime.datetime.now(datetime.UTC)",
        "from datetime import date\nday = date.today()",
        "from datetime import datetime\nread_clock = datetime.now",
        "text = open('facts.csv')",
        "print('decided')",
        "def f(path):\n    return path.read_text()",
    ],
)
def test_a_planted_look_at_the_world_is_caught(planted: str) -> None:
    assert [*purity.impurities(planted)]


@pytest.mark.parametrize(
    "innocent",
    [
        "from datetime import date, timedelta\nnext_day = date(2028, 2, 29) + timedelta(days=1)",
        "from uuid import UUID, uuid5",
        "from zoneinfo import ZoneInfo",
        "from .timeline import open_at\nopen_at(3)",
        "def f(account):\n    return account.opened_at",
    ],
)
def test_a_calculation_on_its_arguments_is_left_alone(innocent: str) -> None:
    assert [*purity.impurities(innocent)] == []


def test_a_planted_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "scope").mkdir()
    (tmp_path / "scope" / "dates.py").write_text("import math\nimport time\n", encoding="utf-8")
    assert "scope/dates.py:2: time" in purity.complaints(tmp_path, ("scope",))


def test_an_exception_that_nothing_needs_is_reported(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "loading.py").write_text("PACKS = 2\n", encoding="utf-8")
    found = purity.complaints(tmp_path, ("law",))
    assert "law/loading.py: needs its exception no longer" in found
