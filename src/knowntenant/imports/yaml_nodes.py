"""YAML files read to nodes with line numbers: every scalar stays text, so NO, on and 7.300 do too.

What the nodes mean is said elsewhere. Nothing is raised for a bad file: its problems come back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from knowntenant.law.problem import Problem
from knowntenant.law.scenario.node import Listed, Mapped, Node, Scalar, as_written

MOST_BYTES = 10_000_000
MOST_ALIASES = 100
MOST_NODES = 1_000_000
MOST_DEEP = 50
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_REMEDIES = (
    ("tab character", "Indent with spaces, not with tabs."),
    ("cannot start any token", "Indent with spaces, not tabs; put odd signs in quotes."),
    ("mapping values are not allowed", "Put a text that holds a colon and a space in quotes."),
    ("control characters", "Remove the control characters."),
)
_USUAL_REMEDY = "Look at the brackets, quotes and indentation around this line."


@dataclass(slots=True)
class Documents:
    """What a file holds: its documents as nodes, as far as it could be read, and its problems."""

    nodes: list[Node] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_documents(path: Path) -> Documents:
    """Read the documents of a YAML file, those before a mistake too; empty ones are left out."""
    found = Documents()
    text = text_of(path, found.problems)
    if text is None:
        return found
    try:
        for node in compose(text):
            found.nodes.append(node)
    except yaml.YAMLError as wrong:
        found.problems.append(not_yaml(path, wrong))
    except Refused as wrong:
        found.problems.append(Problem(f"{path}:{wrong.line}", str(wrong), wrong.remedy))
    if not found.nodes and not found.problems:
        what = "the file holds comments only" if text.strip() else "the file is empty"
        found.problems.append(Problem(str(path), f"{what}; nothing is told in it."))
    return found


def text_of(path: Path, problems: list[Problem], most: int = 0) -> str | None:
    """Give the text of a file; what keeps it from being read becomes a problem. most: bytes."""
    most = most or MOST_BYTES
    try:
        with path.open("rb") as file:  # what is no plain file has no size, and maybe no end
            content = file.read(most + 1)
    except FileNotFoundError:
        problems.append(Problem(str(path), "there is no such file.", "Check its name."))
        return None
    except OSError as wrong:
        problems.append(Problem(str(path), f"the file cannot be read: {wrong.strerror}."))
        return None
    if len(content) > most:
        what = f"the file is larger than {most // 1_000_000} MB."
        problems.append(Problem(str(path), what, "Split it into several files."))
        return None
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        what = (
            f"the file is not {encoding[:6].upper()}: {wrong.reason} 0x{content[wrong.start]:02X}."
        )
        remedy = "It may be Windows-1252 or another encoding: save it again as UTF-8."
        problems.append(Problem(f"{path}:{line}", what, remedy))
        return None


def compose(text: str) -> Iterator[Node]:
    """Give the documents of a YAML text, empty ones left out. Raises yaml.YAMLError, Refused."""
    composing = _Composing()
    for event in yaml.parse(text, Loader=LOADER):
        node = composing.take(event)
        if node is not None:
            yield node


class Refused(Exception):  # noqa: N818 - it names what happened to the file
    """A file asks for more than a scenario could need."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        self.line, self.remedy = line, remedy
        super().__init__(what)


@dataclass(slots=True)
class _Open:
    """A list or mapping that has not ended yet.

    size: how many values it stands for; deep: how many levels of lists and mappings it has.
    """

    line: int
    anchor: str | None
    is_list: bool
    inside: list[Node] = field(default_factory=list)
    size: int = 1
    deep: int = 1

    def closed(self) -> Node:
        if self.is_list:
            return Listed(tuple(self.inside), self.line)
        pairs = zip(self.inside[::2], self.inside[1::2], strict=True)
        return Mapped(tuple((_as_key(name), below) for name, below in pairs), self.line)


@dataclass(slots=True)
class _Composing:
    """Nodes put together from the parser's events, without recursion and without copies."""

    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int, int]] = field(default_factory=dict)
    aliases: int = 0

    def take(self, event: yaml.Event) -> Node | None:
        """Take an event; give the document that it completes, if it does and there is one."""
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.CollectionStartEvent):
            is_list = isinstance(event, yaml.SequenceStartEvent)
            self.stack.append(_Open(line, event.anchor, is_list))
        elif isinstance(event, yaml.ScalarEvent):
            return self._place(Scalar(event.value, line), 1, 0, event.anchor)
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = self.stack.pop()
            return self._place(ended.closed(), ended.size, ended.deep, ended.anchor)
        elif isinstance(event, yaml.AliasEvent):
            return self._place(*self._aliased(str(event.anchor), line), None)
        elif isinstance(event, yaml.DocumentEndEvent):
            self.anchors.clear()
        return None

    def _place(self, node: Node, size: int, deep: int, anchor: str | None) -> Node | None:
        if deep + len(self.stack) > MOST_DEEP:
            what = f"lists and mappings are nested more than {MOST_DEEP} levels deep."
            raise Refused(node.line, what, "Close a bracket, or write it with fewer levels.")
        if anchor:
            self.anchors[anchor] = (node, size, deep)
        if not self.stack:
            return None if isinstance(node, Scalar) and not node.text.strip() else node
        above = self.stack[-1]
        above.inside.append(node)
        above.size += size
        above.deep = max(above.deep, deep + 1)
        if above.size > MOST_NODES:
            what = f"repeated parts make more than {MOST_NODES:,} values of this file."
            raise Refused(node.line, what, "Write out what is meant.")
        return None

    def _aliased(self, anchor: str, line: int) -> tuple[Node, int, int]:
        self.aliases += 1
        if self.aliases > MOST_ALIASES:
            what = f"the file repeats parts by '*' more than {MOST_ALIASES} times."
            raise Refused(line, what, "Write out what is meant, or split the file.")
        if anchor not in self.anchors:
            what = f"'*{anchor}' repeats a part that is not complete before this line."
            raise Refused(line, what, f"Mark an earlier part with '&{anchor}'.")
        return self.anchors[anchor]


def _as_key(node: Node) -> Scalar:
    return node if isinstance(node, Scalar) else Scalar(as_written(node), node.line)


def not_yaml(path: Path, wrong: yaml.YAMLError) -> Problem:
    """Give what a parser found wrong with a file as a problem with its line."""
    mark = getattr(wrong, "problem_mark", None)
    why = str(getattr(wrong, "problem", None) or getattr(wrong, "reason", None) or wrong)
    remedy = next((help_ for sign, help_ in _REMEDIES if sign in why), _USUAL_REMEDY)
    where = f"{path}:{mark.line + 1}" if mark else str(path)
    return Problem(where, f"not YAML here: {why}.", remedy)
