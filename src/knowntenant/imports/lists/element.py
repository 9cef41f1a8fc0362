"""An element of an XML list whose fields are taken by name, so that what nobody took is counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from knowntenant.imports.lists.reading import Report


@dataclass(frozen=True, slots=True)
class Part:
    """An element, where it stands below the entry (`` for the entry itself), and what was taken.

    Texts come with single spaces; a field that is absent is the empty text.
    """

    element: Element
    path: str = ""
    taken: set[str] = field(default_factory=set)

    def own(self) -> str:
        """Return the element's own text."""
        self.taken.add(self.path)
        return _squeezed(self.element.text)

    def text(self, name: str) -> str:
        """Return the text of the first element of that name."""
        return next((part.own() for part in self.parts(name)), "")

    def texts(self, *names: str) -> list[str]:
        """Return the texts at the end of a path of names, empty ones left out."""
        parts = [self]
        for name in names:
            parts = [inner for part in parts for inner in part.parts(name)]
        return [text for text in (part.own() for part in parts) if text]

    def attribute(self, name: str) -> str:
        """Return an attribute."""
        self.taken.add(f"{self.path}@{name}")
        return _squeezed(self.element.get(name))

    def parts(self, *names: str) -> list["Part"]:
        """Return the elements of these names in it, or all that are in it."""
        return [
            Part(inner, f"{self.path}/{inner.tag}".lstrip("/"), self.taken)
            for inner in self.element
            if not names or inner.tag in names
        ]

    def settle(self, report: Report) -> None:
        """Count each field that holds something, once: used where it was taken, or ignored."""
        for path in set(_filled(self.element, self.path)):
            (report.used if path in self.taken else report.ignored)[path] += 1


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def _filled(element: Element, path: str) -> Iterator[str]:
    if element.text and not element.text.isspace():
        yield path
    for name, value in element.attrib.items():
        if value.strip():
            yield f"{path}@{name}"
    for inner in element:
        yield from _filled(inner, f"{path}/{inner.tag}".lstrip("/"))
