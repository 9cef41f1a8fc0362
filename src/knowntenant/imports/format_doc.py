"""docs/export-format.md, written from the tables themselves: names, meanings, forms, bad rows."""

from collections.abc import Iterator
from importlib import resources

from knowntenant.facts.declaration import Sensitivity
from knowntenant.imports.accesses import ALL
from knowntenant.imports.cells import BLANK_WORDS
from knowntenant.imports.mapping import FILE
from knowntenant.imports.moments import Order
from knowntenant.imports.near import near_columns, near_values
from knowntenant.imports.parts import Column, Table
from knowntenant.imports.sheets import FORMS
from knowntenant.imports.tables import MAIN, TABLES
from knowntenant.imports.tally import SHOWN
from knowntenant.law.kinds import Kind, ListOf

_TOP = resources.files(__package__).joinpath("format_head.md").read_text(encoding="utf-8")
_SAID = {
    "@BLANKS@": ", ".join(f"`{word}`" for word in sorted(BLANK_WORDS)),
    "@FILE@": FILE,
    "@FORMS@": ", ".join(f"`{form}`" for form in FORMS),
    "@KEPT@": ", ".join(f"the {kept.value}" for kept in ALL),
    "@ORDERS@": ", ".join(f'"{order.value}"' for order in Order if order is not Order.DOTS),
    "@SHOWN@": str(SHOWN),
}

_HEADS = "| Column | Meaning | Kind | Example | Also understood |\n|---|---|---|---|---|"


def export_format() -> str:
    """Give the text of docs/export-format.md."""
    main = [section for name in MAIN for section in _section(TABLES[name])]
    others = [section for name in TABLES if name not in MAIN for section in _section(TABLES[name])]
    top = _TOP
    for mark, text in _SAID.items():
        top = top.replace(mark, text)
    lines = [
        top,
        "## Tables of a review\n",
        "Columns in bold cannot be left empty. Personal data is marked *personal*, and masked in",
        "every output unless asked for.\n",
        *main,
        "## Further tables\n",
        "For whoever keeps such records, or knows how something changed over time.\n",
        *others,
    ]
    return "\n".join(lines).rstrip() + "\n"


def _section(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    yield f"{table.meaning}\n"
    if table.one_of:
        yield f"At least one of {', '.join(f'`{name}`' for name in table.one_of)} is filled in.\n"
    yield _HEADS
    near = near_columns(table.name, table.columns, table.parts[0].fact)
    for column in table.columns.values():
        yield _row(table, column, near[column.name])
    yield ""


def _row(table: Table, column: Column, near: tuple[str, ...]) -> str:
    name = f"**`{column.name}`**" if column.needed else f"`{column.name}`"
    kind = column.kind.of if isinstance(column.kind, ListOf) else column.kind
    example = f"`{kind.example}`".replace(" | ", "`, `") if isinstance(kind, Kind) else ""
    words = near_values(table.name, column.name)
    mark = "" if column.sensitivity is Sensitivity.PLAIN else f" *{column.sensitivity}*"
    also = ", ".join(dict.fromkeys((*column.also, *near)))
    also += f"; words such as {', '.join(list(words)[:4])}" if words else ""
    return f"| {name} | {column.meaning}{mark} | {column.kind.name} | {example} | {also} |"
