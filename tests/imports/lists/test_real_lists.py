"""The readers on real files, where these lie beside the repository; counts by plain searching."""

import csv
import gzip
import re
from pathlib import Path

import pytest

from knowntenant.imports.lists.formats import format_of, read_list
from knowntenant.screening.entry import Kind, NameKind
from tests.imports.lists.foreign_lists import read

pytestmark = pytest.mark.slow

WATCHLISTS = Path(__file__).parents[4] / "shared" / "data" / "watchlists"


def _real(name: str) -> tuple[Path, bytes]:
    path = WATCHLISTS / name
    if not path.is_file():
        pytest.skip(f"the real file {name} is not beside the repository; nothing was compared")
    return path, gzip.decompress(path.read_bytes())


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("un/un_consolidated_2026-02-27.xml.gz", "2026-02-27"),
        ("un/un_consolidated_2024-10-16.xml.gz", "2024-10-16"),
    ],
)
def test_the_security_councils_list_is_read_whole(name: str, published: str) -> None:
    path, data = _real(name)
    entries, report = read(read_list, path)
    people = len(re.findall(rb"<INDIVIDUAL>", data))
    assert sum(entry.kind is Kind.PERSON for entry in entries) == people
    assert len(entries) == people + len(re.findall(rb"<ENTITY>", data)) == report.rows
    assert report.published == published
    assert report.used["NAME_ORIGINAL_SCRIPT"] == len(
        re.findall(rb"<NAME_ORIGINAL_SCRIPT>\s*[^<\s]", data)
    )
    low = len(re.findall(rb"<QUALITY>\s*Low\s*</QUALITY>\s*<ALIAS_NAME>\s*[^<\s]", data))
    weak = sum(name.kind is NameKind.WEAK for entry in entries for name in entry.names)
    assert 0.9 * low <= weak <= 1.2 * low  # some cells hold several names, some names stand twice
    assert all(entry.listed_on for entry in entries)
    assert len(report.problems) < 20


def test_the_treasurys_list_is_read_whole() -> None:
    path, data = _real("uk/hmt_conlist_2020-04-27.csv.gz")
    entries, report = read(read_list, path)
    rows = list(csv.reader(data.decode("cp1252").splitlines()[2:]))
    assert report.rows == len(rows) == sum(report.used[x] for x in ("groupid",))
    assert {entry.id for entry in entries} == {f"uk:{row[-1]}" for row in rows}
    people = {row[-1] for row in rows if row[23] == "Individual"}
    assert sum(entry.kind is Kind.PERSON for entry in entries) == len(people)
    born = {row[-1] for row in rows if row[7]}
    assert sum(bool(entry.birth_dates) for entry in entries) == len(born)
    assert report.published == "2020-04-27"
    assert not any("\ufffd" in name.text for entry in entries for name in entry.names)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("us/csl/csl_consolidated_2022-04.csv.gz", "csl_csv"),
        ("us/ofac_consolidated/2020-03/consolidated.xml.gz", "ofac_xml"),
        ("us/ofac_consolidated/2025-12/cons_prim.csv.gz", "ofac_delimited"),
        ("us/ofac_sdn/2021-07/sdn.csv.gz", "ofac_delimited"),
        ("us/ofac_sdn/2023-01/sdn_with_header.csv.gz", "ofac_delimited"),
        ("us/bis_dpl/dpl_2019-01.txt.gz", "bis_denied"),
        ("us/bis_dpl/dpl_2022-09.txt.gz", "bis_denied"),
    ],
)
def test_the_format_of_a_real_american_list_is_told(name: str, known: str) -> None:
    path, _ = _real(name)
    assert format_of(path).name == known
