import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped] # pyarrow ships no types
import pytest

from knowntenant.exports.screening_files import write_csv, write_json, write_parquet
from knowntenant.exports.screening_text import COLUMNS
from knowntenant.imports.parties.trouble import Trouble, note
from knowntenant.screening.hit import Pair
from knowntenant.screening.result import Found, found_from
from tests.screened import BASIS, FOUND, another, result

ODD = another(8, 0.6, name="=HYPERLINK(1)", pairs=(Pair("van", "", 0.0, "only in the file"),))
NOTES = [note(3, "name", Trouble.NAME_EMPTY)]


def test_csv_has_a_row_for_each_hit_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    write_csv(path, result([FOUND, ODD]))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert tuple(first) == COLUMNS
    assert first["name"] == "Nguyễn Văn An"
    assert "nguyễn = nguyen (same, 1.00)" in first["words"]
    assert "birth_date +1.90: born in the same year" in first["points"]
    assert (first["list_date"], first["threshold"]) == ("2026-11-20", "0.5")
    assert second["name"] == "'=HYPERLINK(1)"
    assert "(only in the file)" in second["words"]


def test_json_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "hits.json"
    write_json(path, result([FOUND, ODD], NOTES))
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["schema"] == "knowntenant.screening/1"
    assert [found_from(hit) for hit in told["hits"]] == [FOUND, ODD]
    assert told["notes"] == [NOTES[0].plain()]
    assert told["counts"]["notes"] == {"name_empty": 1}
    assert told["basis"]["settings_hash"] == BASIS.settings.hash
    assert told["basis"]["lists"][0]["name"] == "house"


def test_json_without_hits_is_json(tmp_path: Path) -> None:
    path = tmp_path / "hits.json"
    write_json(path, result([]))
    told = json.loads(path.read_text(encoding="utf-8"))
    assert (told["hits"], told["notes"]) == ([], [])


def test_parquet_holds_hits_with_their_lists_and_says_what_they_rest_on(tmp_path: Path) -> None:
    path = tmp_path / "hits.parquet"
    write_parquet(path, result([FOUND, ODD]))
    table = pq.read_table(path)
    assert [found_from(row) for row in table.to_pylist()] == [FOUND, ODD]
    told = json.loads(table.schema.metadata[b"knowntenant.basis"])
    assert told["file"] == "customers.csv"
    write_parquet(path, result([]))
    assert pq.read_table(path).num_rows == 0


def test_an_older_file_stays_where_the_new_one_cannot_be_finished(tmp_path: Path) -> None:
    path = tmp_path / "hits.json"
    path.write_text("older", encoding="utf-8")

    def broken() -> Iterator[Found]:
        yield FOUND
        raise EOFError

    with pytest.raises(EOFError):
        write_json(path, replace(result(), hits=broken))
    assert path.read_text(encoding="utf-8") == "older"
    assert [one.name for one in tmp_path.iterdir()] == ["hits.json"]
