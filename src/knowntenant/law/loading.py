"""Packs read from their folders: this module alone of the law room reads files."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from knowntenant.law.building import build
from knowntenant.law.inherit import Tree, overridden
from knowntenant.law.pack import Pack
from knowntenant.law.problem import Problem, nearest

DEFAULT = "nprm-2024"
"""The pack that is meant where none is named."""


class PackError(Exception):
    """A pack cannot be used. Mend every problem listed, or name another pack."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        """Keep all problems; the message lists them."""
        self.name, self.problems = name, problems
        listed = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"pack '{name}' cannot be used:\n{listed}")


def shipped() -> Traversable:
    """The folder of the packs that come with Knowntenant."""
    return files("knowntenant.law") / "packs"


def pack_names() -> tuple[str, ...]:
    """Names of the packs that come with Knowntenant."""
    return tuple(sorted(p.name for p in shipped().iterdir() if (p / "pack.toml").is_file()))


@cache
def load_pack(name: str) -> Pack:
    """Load a pack that comes with Knowntenant. Raises PackError with all problems."""
    if name not in pack_names():
        what = f"there is no pack '{name}'."
        raise PackError(name, [Problem("pack", what, nearest(name, pack_names()))])
    return load_from(shipped() / name)


def load_from(folder: Traversable) -> Pack:
    """Load a pack from its folder, its parent from those shipped. Raises PackError."""
    tree, problems = _resolved(folder, (folder.name,))
    pack, wrong = build(tree) if tree else (None, [])
    if pack is None or problems:
        raise PackError(folder.name, problems + wrong)
    return pack


def _resolved(folder: Traversable, heirs: tuple[str, ...]) -> tuple[Tree, list[Problem]]:
    tree, problems = read_tree(folder)
    parent = tree.get("parent")
    if not isinstance(parent, str) or not parent:
        return tree, problems
    if parent in heirs:
        return {}, [*problems, Problem("pack.toml", f"'{parent}' would inherit from itself")]
    if parent not in pack_names():
        what = f"there is no pack '{parent}' to inherit from."
        return {}, [*problems, Problem("pack.toml", what, nearest(parent, pack_names()))]
    below, wrong = _resolved(shipped() / parent, (*heirs, parent))
    return (overridden(below, tree) if below else {}), problems + wrong


def resolved_tree(name: str) -> dict[str, object]:
    """Give the tree of a shipped pack, inherited leaves included. Raises PackError."""
    load_pack(name)
    tree, _ = _resolved(shipped() / name, (name,))
    return dict(tree)


def read_tree(folder: Traversable) -> tuple[dict[str, object], list[Problem]]:
    """Read all TOML files of a pack's folder (its `clauses` too) into one tree.

    The tree is empty where a file cannot be read: half a pack would only give misleading problems.
    """
    if not (folder / "pack.toml").is_file():
        return {}, [Problem(folder.name, "there is no pack.toml in this folder")]
    tree: dict[str, object] = {}
    unreadable: list[Problem] = []
    twice: list[Problem] = []
    for file in toml_files(folder):
        try:
            content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
            unreadable.append(Problem(file.name, f"not readable as TOML: {wrong}"))
            continue
        twice += _twice(tree, content, file.name)
        tree = overridden(tree, content)
    return ({}, unreadable) if unreadable else (tree, twice)


def toml_files(folder: Traversable) -> list[Traversable]:
    """The TOML files of a pack in a steady order: its own, then those of `clauses/`."""
    below = [folder, folder / "clauses"]
    found = [file for place in below if place.is_dir() for file in place.iterdir()]
    return sorted((f for f in found if f.name.endswith(".toml")), key=lambda file: file.name)


def _twice(tree: Mapping[str, object], content: Mapping[str, object], where: str) -> list[Problem]:
    found: list[Problem] = []
    for section, table in content.items():
        before = tree.get(section)
        if not isinstance(table, dict) or not isinstance(before, dict):
            twice = [section] if section in tree else []
        else:
            twice = [f"{section}.{name}" for name in table if name in before]
        found += [Problem(where, f"'{name}' stands in another file too") for name in twice]
    return found
