"""Where authorities publish their lists: the table of official addresses, which is data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import NotRequired, TypedDict, cast


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """A file of a list: its name in our folder, where it is published, and other names of it."""

    name: str
    address: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """A list as its authority publishes it.

    files: the first is the list itself, the others belong to it. default: fetched where no list
    is named. tried_on_real_file: whether its reader was tried on a real file of this kind.
    """

    name: str
    title: str
    authority: str
    format: str
    licence: str
    default: bool
    tried_on_real_file: bool
    note: str
    files: tuple[OfficialFile, ...]


class _File(TypedDict):
    name: str
    address: str
    also: NotRequired[list[str]]


class _Row(TypedDict):
    name: str
    title: str
    authority: str
    format: str
    licence: str
    default: bool
    tried_on_real_file: bool
    note: str
    files: list[_File]


@cache
def origins() -> Mapping[str, Origin]:
    """Give all lists with an official address, by name, in the order of the table."""
    text = resources.files(__package__).joinpath("sources.toml").read_text(encoding="utf-8")
    rows = cast("list[_Row]", tomllib.loads(text)["list"])
    return MappingProxyType({row["name"]: _origin(row) for row in rows})


@cache
def companions() -> Mapping[str, str]:
    """Give, for the name of every file that belongs to another, the other's name."""
    return MappingProxyType({
        file.name: origin.files[0].name for origin in origins().values()
        for file in origin.files[1:]
    })  # fmt: skip


def official_name(name: str) -> str:
    """Give the name that a file bears in our folder; its own where it is none of ours."""
    plain = plain_ending(name)
    known = (file for origin in origins().values() for file in origin.files)
    return next((file.name for file in known if plain in {file.name, *file.also}), plain)


def list_of_file(name: str) -> str:
    """Give the list whose own file bears that name, or nothing."""
    return next((one.name for one in origins().values() if one.files[0].name == name), "")


def plain_ending(name: str) -> str:
    """Give a file's name in lower case, without the ending of packed files."""
    return name.casefold().removesuffix(".gz")


def _origin(row: _Row) -> Origin:
    return Origin(
        name=row["name"],
        title=row["title"],
        authority=row["authority"],
        format=row["format"],
        licence=row["licence"],
        default=row["default"],
        tried_on_real_file=row["tried_on_real_file"],
        note=row["note"],
        files=tuple(
            OfficialFile(file["name"], file["address"], tuple(file.get("also", ())))
            for file in row["files"]
        ),
    )
