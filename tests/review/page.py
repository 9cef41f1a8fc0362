"""A page read as a browser reads it: its tags in order, and what is wrong with their nesting."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


@dataclass
class Table:
    """A table: whether it has a caption, and which header cells lack a scope."""

    caption: str = ""
    unscoped: int = 0
    rows: int = 0


@dataclass
class Page(HTMLParser):
    """What a page holds."""

    headings: list[int] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    text: str = ""
    isolated: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read character references as what they stand for."""
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        given = dict(attrs)
        self.tags.append(tag)
        if tag not in VOID:
            self._open.append(tag)
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append(Table())
        if tag == "th" and given.get("scope") not in {"col", "row"}:
            self.tables[-1].unscoped += 1
        if tag == "tr":
            self.tables[-1].rows += 1
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.loaded += [v or "" for k, v in attrs if k in {"src", "srcset", "action", "data"}]

    def handle_endtag(self, tag: str) -> None:
        """Note an end tag; it ends what was opened last."""
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if "caption" in self._open:
            self.tables[-1].caption += data
        if "bdi" in self._open:
            self.isolated.append(data)
        if not {"style", "title"} & set(self._open):
            self.text += data


def read_page(html: str) -> Page:
    """Read a page to its end."""
    page = Page()
    page.feed(html)
    page.close()
    return page
