import json
from pathlib import Path

import pytest

from knowntenant.imports.lists.manifest import (
    MANIFEST,
    Accepted,
    FileRecord,
    ListRecord,
    ManifestError,
    Version,
    read_manifest,
    write_manifest,
)

FILE = FileRecord("sdn.csv", "0" * 64, 7, "https://lists.example/sdn.csv", '"e"', "Mon")
VERSION = Version((FILE,), "2027-06-30T08:00:00+00:00", "2027-06-28", 3, 4, {"a": 1}, {"b": 2}, 1)
RECORD = ListRecord(
    name="us_sdn",
    title="SDN",
    format="ofac_delimited",
    checked_at="2027-06-30T08:00:00+00:00",
    current=VERSION,
    previous=None,
    held=VERSION,
    why_held=("less",),
    accepted=(Accepted("Nguyễn Mẫu", "delisted", "2027", "0" * 64, 9, 3, ("less",)),),
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    write_manifest(tmp_path, {"us_sdn": RECORD})
    assert read_manifest(tmp_path) == {"us_sdn": RECORD}
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("shape",), "knowntenant-lists-9"),
        (("lists",), []),
        (("lists", "us_sdn"), {}),
        (("lists", "us_sdn", "title"), 1),
        (("lists", "us_sdn", "why_held"), "x"),
        (("lists", "us_sdn", "accepted"), [1]),
        (("lists", "us_sdn", "current"), 7),
        (("lists", "us_sdn", "current", "entries"), "3"),
        (("lists", "us_sdn", "current", "used"), []),
        (("lists", "us_sdn", "current", "files", 0, "name"), "../../passwd"),
        (("lists", "us_sdn", "current", "files", 0, "name"), ".."),
        (("lists", "us_sdn", "current", "files", 0, "sha256"), "abc"),
    ],
)
def test_a_manifest_that_somebody_else_wrote_is_refused(
    tmp_path: Path, at: tuple[str | int, ...], value: object
) -> None:
    write_manifest(tmp_path, {"us_sdn": RECORD})
    told = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    inner = told
    for key in at[:-1]:
        inner = inner[key]
    inner[at[-1]] = value
    (tmp_path / MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(ManifestError, match="lists update"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"shape": 1}', "\ud800"])
def test_a_manifest_that_is_no_json_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_bytes(text.encode("utf-8", errors="surrogatepass"))
    with pytest.raises(ManifestError):
        read_manifest(tmp_path)


def test_a_list_with_a_name_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    write_manifest(tmp_path, {"../x": RECORD})
    with pytest.raises(ManifestError):
        read_manifest(tmp_path)
