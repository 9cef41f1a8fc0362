"""What a scenario file holds before it is understood: texts, lists and mappings with line numbers.

Every scalar is text here; which kind it is, the fact or decision that it stands in will say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from knowntenant.law.kinds import fold
from knowntenant.law.problem import Problem, nearest

Written: TypeAlias = str | tuple[str, ...]
"""A value as people write it: one text, or several."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text. line: where it stands, counted from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Several nodes in order."""

    items: "tuple[Node, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Mapped:
    """Pairs of key and node in the order written; repeated keys too, to be reported."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    line: int


Node = Scalar | Listed | Mapped


@dataclass(slots=True)
class Reader:
    """Takes nodes apart and notes every problem with its place; nothing is raised.

    file: how the file is named in problems.
    """

    file: str
    problems: list[Problem] = field(default_factory=list)

    def at(self, node: Node | int) -> str:
        """Give the place of a node, or of a line, as problems name it."""
        return f"{self.file}:{node if isinstance(node, int) else node.line}"

    def wrong(self, node: Node | int, what: str, remedy: str = "") -> None:
        """Note a problem at a node or line."""
        self.problems.append(Problem(self.at(node), what, remedy))

    def keys(self, node: Mapped, known: Mapping[str, str], of: str) -> dict[str, Node]:
        """Give the nodes of a mapping by known key; unknown and repeated keys are problems.

        known: the keys that may stand here, each with its meaning; of: what the mapping is.
        """
        found: dict[str, Node] = {}
        for name, below in self.pairs(node):
            if fold(name.text) in known:
                found[fold(name.text)] = below
            else:
                self.wrong(name, f"{of} has no key '{name.text}'.", nearest(name.text, known))
        return found

    def pairs(self, node: Mapped) -> Iterator[tuple[Scalar, Node]]:
        """Give the pairs of a mapping, each key once; repeats are problems."""
        lines: dict[str, int] = {}
        for name, below in node.pairs:
            key = fold(name.text)
            if key in lines:
                what = f"the key '{name.text}' stands twice, first in line {lines[key]}."
                self.wrong(name, what, "Keep one of them.")
                continue
            lines[key] = name.line
            yield name, below

    def text(self, node: Node, what: str) -> str | None:
        """Give the text of a scalar that is not empty, or None with a problem."""
        if isinstance(node, Scalar) and node.text.strip():
            return node.text.strip()
        self.wrong(node, f"{what} should be one text, {_seen(node)}.")
        return None

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """Give the texts of a scalar or of a list of scalars; what is no text is a problem."""
        nodes = node.items if isinstance(node, Listed) else (node,)
        return tuple(text for one in nodes if (text := self.text(one, what)) is not None)

    def written(self, node: Node, what: str) -> Written | None:
        """Give a scalar as one text, empty or not, and a list of scalars as several."""
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Listed) and all(isinstance(one, Scalar) for one in node.items):
            return tuple(one.text for one in node.items if isinstance(one, Scalar))
        self.wrong(node, f"{what} should be a text or a list of texts, {_seen(node)}.", QUOTES)
        return None

    def mapping(self, node: Node, what: str, example: str) -> Mapped | None:
        """Give a node that has to be a mapping, or None with a problem that shows an example."""
        if isinstance(node, Mapped):
            return node
        self.wrong(node, f"{what} should be keys and values, {_seen(node)}.", f"Write {example}.")
        return None

    def items(self, node: Node, what: str, example: str) -> tuple[Node, ...]:
        """Give the items of a node that has to be a list, or nothing with a problem."""
        if isinstance(node, Listed):
            return node.items
        self.wrong(node, f"{what} should be a list, {_seen(node)}.", f"Write {example}.")
        return ()


QUOTES = "Put a text that holds a comma, a colon or a bracket in quotes."


def as_written(node: Node) -> str:
    """Give a node in one line, as it would be written."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listed):
        return f"[{', '.join(as_written(one) for one in node.items)}]"
    return f"{{{', '.join(f'{name.text}: {as_written(below)}' for name, below in node.pairs)}}}"


def _seen(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"not '{node.text}'" if node.text.strip() else "and nothing stands here"
    return "not a list" if isinstance(node, Listed) else "not keys and values"
