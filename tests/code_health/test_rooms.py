from tests.code_health.rooms import SOURCES, project, pure_rooms


def contract(name: str) -> dict[str, list[str]]:
    contracts = project()["tool"]["importlinter"]["contracts"]
    found: dict[str, list[str]] = next(one for one in contracts if one["id"] == name)
    return found


def test_the_import_contract_speaks_of_the_rooms_that_decide() -> None:
    assert contract("pure")["source_modules"] == [f"knowntenant.{room}" for room in pure_rooms()]


def test_mypy_forbids_any_in_the_rooms_that_decide() -> None:
    (strictest,) = project()["tool"]["mypy"]["overrides"]
    assert strictest["disallow_any_explicit"] is True
    assert strictest["module"] == [f"knowntenant.{room}.*" for room in pure_rooms()]


def test_every_room_of_the_tree_stands_on_a_floor() -> None:
    floors = " ".join(contract("floors")["layers"])
    listed = set(floors.replace("|", " ").replace("(", " ").replace(")", " ").split())
    standing = {path.name for path in SOURCES.iterdir() if (path / "__init__.py").exists()}
    assert standing <= listed


def test_every_room_that_decides_exists() -> None:
    missing = [room for room in pure_rooms() if not (SOURCES / room / "__init__.py").exists()]
    assert missing == []
