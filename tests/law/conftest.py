"""Long tests are run by hand, one topic at a time: python -m pytest -m long tests/law."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark, since marks are strict."""
    config.addinivalue_line("markers", "long: takes minutes; run by hand with -m long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave long tests out unless they are asked for."""
    if "long" in config.option.markexpr:
        return
    config.hook.pytest_deselected(items=[one for one in items if one.get_closest_marker("long")])
    items[:] = [one for one in items if not one.get_closest_marker("long")]
