"""Small exports written for one test, and read as a review reads them."""

import gzip
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from knowntenant.facts.declaration import Fact
from knowntenant.facts.record import Record
from knowntenant.imports.export import Export, read_export
from knowntenant.law.problem import Problem

AS_OF = date(2027, 6, 30)
ZONE = ZoneInfo("America/New_York")

CUSTOMERS = "id,kind,name,located\nC1,individual,Nguyễn Bình,VN\n"
ACCOUNTS = "id,customer,state,opened_on\nA1,C1,opened,2026-01-05\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder; text as UTF-8, packed where the name says so."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)
    return folder


def read(folder: Path, files: Mapping[str, str | bytes], as_of: date = AS_OF) -> Export:
    """Write an export and read it."""
    return read_export(write(folder, files), as_of=as_of, zone=ZONE)


def of(export: Export, shape: type[Fact]) -> list[Record]:
    """Give the records of one fact type."""
    return [record for record in export.records if record.shape is shape]


def said(problems: list[Problem], *words: str) -> list[Problem]:
    """Give the problems that speak of all the words."""
    return [p for p in problems if all(word in str(p) for word in words)]
