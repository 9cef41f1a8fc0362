from pathlib import Path

from knowntenant.imports.mapping import Mapped, read_mapping
from knowntenant.imports.moments import Order
from tests.imports.exporting import CUSTOMERS, read, said

GOOD = """\
zone = "Europe/Berlin"
dates = "DD.MM.YYYY"

[customers]
"Kundennummer" = "id"
"Straße & Nr." = "street address"
"notes" = ""

[values.customers.kind]
"Verein" = "entity"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_mapping_file_says_headers_words_zone_and_order_of_days(tmp_path: Path) -> None:
    mapped, problems = read_mapping(written(tmp_path, GOOD))
    assert not problems
    assert mapped.clock.zone.key == "Europe/Berlin"
    assert mapped.clock.order is Order.DOTS
    assert mapped.named_zone
    assert mapped.headers["customers"]["kundennummer"] == "id"
    assert mapped.written["customers"] == {
        "Kundennummer": "id", "Straße & Nr.": "street_address", "notes": "",
    }  # fmt: skip
    assert mapped.values["customers", "kind"] == {"verein": "entity"}


def test_an_empty_mapping_file_says_nothing(tmp_path: Path) -> None:
    assert read_mapping(written(tmp_path, "")) == (Mapped(), [])


def test_all_problems_of_a_mapping_file_are_told_at_once(tmp_path: Path) -> None:
    text = """\
zone = "Mars/Base"
dates = "YY.MM.DD"
accounts = "all"

[custommers]
"a" = "id"

[customers]
"a" = "telephon"
"b" = 7
"c" = "id"
"d" = "id"

[values.customers.knd]
"x" = "entity"


[values.nobody.kind]
"x" = "entity"
"""
    _, problems = read_mapping(written(tmp_path, text))
    assert len(problems) == 9
    assert said(problems, "Mars/Base", "Europe/Berlin")
    assert said(problems, "YY.MM.DD", "DD.MM.YYYY")
    assert said(problems, "[accounts]", "header = column")
    assert said(problems, "custommers", "'customers'")
    assert said(problems, "telephon", "Did you mean 'phone'")
    assert said(problems, "'b'", "in quotes")
    assert said(problems, "two headers stand for 'id'")
    assert said(problems, "knd", "'kind'")
    assert said(problems, "nobody")


def test_values_that_are_no_words_are_a_problem(tmp_path: Path) -> None:
    _, problems = read_mapping(written(tmp_path, "[values.customers]\nkind = 7\n"))
    assert said(problems, "values.customers.kind")


def test_a_file_that_is_no_toml_no_utf8_or_no_file_is_a_problem(tmp_path: Path) -> None:
    assert said(read_mapping(written(tmp_path, "[customers"))[1], "is not TOML")
    assert said(read_mapping(tmp_path / "none.toml")[1], "no such file")
    (tmp_path / "odd.toml").write_bytes(b"a = '\xff'")
    assert said(read_mapping(tmp_path / "odd.toml")[1], "UTF-8")


def test_the_mapping_of_the_folder_is_used_without_being_named(tmp_path: Path) -> None:
    files = {
        "customers.csv": "Nr;Art;Land;seit\nC1;Verein;Österreich;1.3.2026\n",
        "mapping.toml": (
            'dates = "DD.MM.YYYY"\n[customers]\n"Nr" = "id"\n"Art" = "kind"\n"seit" = "happened"\n'
            '[values.customers.kind]\n"Verein" = "entity"\n'
        ),
    }
    export = read(tmp_path, files)
    assert not export.problems
    assert export.records[0].values["kind"] == "entity"
    assert str(export.records[0].happened) == "2026-03-01"


def test_a_header_of_the_mapping_that_no_file_has_names_the_nearest(tmp_path: Path) -> None:
    mapping = '[customers]\n"nmae" = "name"\n'
    export = read(tmp_path, {"customers.csv": CUSTOMERS, "mapping.toml": mapping})
    assert said(export.problems, "mapping.toml", "'nmae'", "'name'")


def test_a_mapping_file_that_cannot_be_used_does_not_stop_the_reading(tmp_path: Path) -> None:
    export = read(tmp_path, {"customers.csv": CUSTOMERS, "mapping.toml": "zone = 7"})
    assert said(export.problems, "no time zone '7'")
    assert export.records
