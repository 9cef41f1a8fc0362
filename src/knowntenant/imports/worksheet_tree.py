"""A filled-in worksheet as plain keys, texts and lists, whether it was written in TOML or YAML.

Every scalar becomes the text that a person would write: 1e26 stays exact, NO stays text.
"""

from datetime import date
from pathlib import Path
from typing import TypeAlias

from knowntenant.imports.toml_file import read_toml
from knowntenant.imports.yaml_nodes import read_documents
from knowntenant.law.problem import Problem
from knowntenant.law.scenario.node import Listed, Node, Reader, Scalar

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
ENDINGS = (".toml", ".yaml", ".yml")


def read_tree(path: Path) -> tuple[dict[str, Plain], list[Problem]]:
    """Read the keys of a worksheet file, or give everything that keeps it from being read."""
    if path.suffix.casefold() not in ENDINGS:
        what = f"'{path.suffix}' is not an ending of worksheets."
        return {}, [Problem(str(path), what, f"Save it as {' or '.join(ENDINGS)}.")]
    return _toml(path) if path.suffix.casefold() == ".toml" else _yaml(path)


def _toml(path: Path) -> tuple[dict[str, Plain], list[Problem]]:
    problems: list[Problem] = []
    tree = _plain(read_toml(path, problems, _QUOTES, parse_float=str))
    return (tree if isinstance(tree, dict) else {}), problems


_QUOTES = "Look at the quotes and brackets there; texts and days stand in quotes."


def _yaml(path: Path) -> tuple[dict[str, Plain], list[Problem]]:
    found = read_documents(path)
    reader = Reader(str(path), list(found.problems))
    tree: dict[str, Plain] = {}
    for node in found.nodes:
        body = _of_node(node, reader)
        if not isinstance(body, dict):
            reader.wrong(node, "a worksheet is keys and values.", "Begin it with 'model:'.")
        elif tree:
            reader.wrong(node, "a worksheet is one document.", "List its models under 'model:'.")
        else:
            tree = body
    return tree, reader.problems


def _of_node(node: Node, reader: Reader) -> Plain:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listed):
        return [_of_node(one, reader) for one in node.items]
    return {name.text: _of_node(below, reader) for name, below in reader.pairs(node)}


def _plain(value: object) -> Plain:
    if isinstance(value, dict):
        return {str(key): _plain(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_plain(below) for below in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)
