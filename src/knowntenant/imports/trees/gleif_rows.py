"""GLEIF's three files in CSV, XML and JSON, as rows under the names of the CSV's columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from knowntenant.imports.lists.xml import elements
from knowntenant.imports.trees.csv_rows import Row, csv_rows
from knowntenant.imports.trees.json_values import values

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

START, END = "Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID"
_ENDS = ("Start", "End")
RECORDS = ("LEIRecord", "RelationshipRecord", "Exception")
"""What a record is called in XML."""
_LISTS = frozenset(
    {"RelationshipPeriod", "OtherEntityName", "TransliteratedOtherEntityName", "ExceptionReason"}
)
_NAMES = {
    "Relationship.RelationshipPeriods.RelationshipPeriod.": "Relationship.Period.",
    "ExceptionReason.": "Exception.Reason.",
    "ExceptionCategory": "Exception.Category",
    "NextVersion.": "",
}
_LAST = {"StartDate": "startDate", "EndDate": "endDate", "PeriodType": "periodType"}


@dataclass(frozen=True, slots=True)
class Raw:
    """A record, of which only the two ids are taken out until somebody asks for its row.

    about: the LEI that it is about; parent: of a relation, the LEI at its other end, else ''.
    """

    number: int
    about: str
    parent: str
    row: Callable[[], Row]


def csv_records(path: Path) -> Iterator[Raw]:
    """Give the records of a CSV file, by its row numbers. Raises ListUnreadableError."""
    for number, row in csv_rows(path):
        about = row.get(START) or row.get("LEI") or ""
        yield Raw(number, about, row.get(END, ""), partial(dict, row))


def xml_records(path: Path) -> Iterator[Raw]:
    """Give the records of an XML file, counted from 1. Raises ListUnreadableError."""
    for number, element in enumerate(elements(path, *RECORDS), start=1):
        start, end = (element.findtext(f"Relationship/{one}Node/NodeID") for one in _ENDS)
        about = start or element.findtext("LEI") or ""
        yield Raw(number, about, end or "", partial(_of_xml, element))


def json_records(path: Path) -> Iterator[Raw]:
    """Give the records of a JSON file, counted from 1. Raises ListUnreadableError."""
    for number, value in values(path):
        ends = [_inner(value, "Relationship", f"{one}Node", "NodeID") for one in _ENDS]
        about = ends[0] or _inner(value, "LEI")
        yield Raw(number, about, ends[1], partial(_of_json, value))


def _inner(value: object, *names: str) -> str:
    for name in (*names, "$"):
        if isinstance(value, dict):
            value = value.get(name)
    return value if isinstance(value, str) else ""


def _of_xml(element: "Element") -> Row:
    return _named(_of_element(element, ""))


def _of_json(value: object) -> Row:
    return _named(_of_value(value, ""))


def _of_element(element: "Element", at: str) -> Iterator[tuple[str, str]]:
    counted: dict[str, int] = {}
    for child in element:
        counted[child.tag] = counted.get(child.tag, 0) + 1
        number = f".{counted[child.tag]}" if child.tag in _LISTS else ""
        name = f"{at}{child.tag}{number}"
        if child.text and child.text.strip():
            yield name, child.text.strip()
        yield from _of_element(child, f"{name}.")


def _of_value(value: object, at: str) -> Iterator[tuple[str, str]]:
    """Flatten JSON made from XML: '$' is an element's text, names with '@' are attributes."""
    if isinstance(value, list):
        for number, one in enumerate(value, start=1):
            yield from _of_value(one, f"{at}{number}.")
    elif isinstance(value, dict):
        for name, one in value.items():
            if name == "$":
                yield from _of_value(one, at)
            elif not str(name).startswith("@"):
                alone = "1." if name in _LISTS and not isinstance(one, list) else ""
                yield from _of_value(one, f"{at}{name}.{alone}")
    elif isinstance(value, str) and value.strip():
        yield at.rstrip("."), value.strip()


def _named(pairs: Iterator[tuple[str, str]]) -> Row:
    row: dict[str, str] = {}
    for name, text in pairs:
        named = name
        for old, new in _NAMES.items():
            if name.startswith(old):
                named = new + name[len(old) :]
        head, _, last = named.rpartition(".")
        if head.startswith("Relationship.Period"):
            named = f"{head}.{_LAST.get(last, last)}"
        row.setdefault(named, text)
    return row
