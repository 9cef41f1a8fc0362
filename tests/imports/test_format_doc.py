import tomllib
from pathlib import Path

from knowntenant.imports.format_doc import export_format
from knowntenant.imports.mapping import read_mapping
from knowntenant.imports.tables import TABLES

PAGE = export_format()


def test_every_table_has_its_section_and_every_column_its_row() -> None:
    for table in TABLES.values():
        section = PAGE.split(f"\n### {table.name}\n")[1].split("\n### ")[0]
        for name, column in table.columns.items():
            assert (f"| **`{name}`** |" if column.needed else f"| `{name}` |") in section


def test_the_mapping_file_shown_can_be_read(tmp_path: Path) -> None:
    shown = PAGE.split("```toml\n")[1].split("```")[0]
    assert tomllib.loads(shown)
    path = tmp_path / "mapping.toml"
    path.write_text(shown, encoding="utf-8")
    assert read_mapping(path)[1] == []


def test_the_page_leaves_no_mark_unfilled_and_claims_no_duty() -> None:
    assert "@" not in PAGE
    assert "required" not in PAGE.casefold()
    assert "not in force" in PAGE
