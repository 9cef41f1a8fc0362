"""Guard: a room that decides reads no clock, chance, environment, socket or file.

Time enters as an argument, data as values; that is what lets an old decision be replayed.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.code_health.rooms import named, python_files

ALLOWED: Mapping[str, str] = {
    "law/loading.py": "a rule pack is a folder of files, and this module opens it",
    "facts/places/table.py": "the table of places is a data file of the package, read once",
}
MODULES = frozenset(
    {
        "asyncio",
        "fcntl",
        "getpass",
        "glob",
        "http",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "platform",
        "random",
        "requests",
        "secrets",
        "shutil",
        "signal",
        "socket",
        "sqlite3",
        "ssl",
        "subprocess",
        "tempfile",
        "threading",
        "time",
        "urllib",
    }
)
CALLS = frozenset({"__import__", "breakpoint", "eval", "exec", "input", "open", "print"})
ATTRIBUTES = frozenset({"read_bytes", "read_text", "write_bytes", "write_text"})
ENDINGS = frozenset(
    {
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "importlib.resources",
        "os.environ",
        "os.getenv",
        "time.time",
        "uuid.uuid1",
        "uuid.uuid4",
    }
)


def complaints(sources: Path, rooms: tuple[str, ...]) -> list[str]:
    """Every impure line of the rooms, and every exception that is no longer needed."""
    found: list[str] = []
    excused: set[str] = set()
    for path in python_files(*(sources / room for room in rooms)):
        name = named(path, sources)
        impure = list(impurities(path.read_text(encoding="utf-8")))
        if name in ALLOWED and impure:
            excused.add(name)
        else:
            found += [f"{name}:{line}: {what}" for line, what in impure]
    return found + [f"{name}: needs its exception no longer" for name in set(ALLOWED) - excused]


def impurities(source: str) -> Iterator[tuple[int, str]]:
    """Line and name of everything in the source that reaches outside its arguments."""
    for node in ast.walk(ast.parse(source)):
        for name in _named_by(node):
            if _reaches_out(node, name):
                yield getattr(node, "lineno", 0), name


def _named_by(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), names=names, level=0):
            return [f"{module}.{alias.name}" for alias in names]
        case ast.Call(func=ast.Name(id=name)):
            return [name]
        case ast.Attribute():
            return [ast.unparse(node)]
        case _:
            return []


def _reaches_out(node: ast.AST, name: str) -> bool:
    parts = name.split(".")
    if isinstance(node, ast.Call):
        return name in CALLS
    if ".".join(parts[-2:]) in ENDINGS or ".".join(parts[:2]) in ENDINGS:
        return True
    if isinstance(node, ast.Attribute):
        return parts[-1] in ATTRIBUTES
    return parts[0] in MODULES
