"""docs/divergences.md: where the text is unclear, the readings to choose, and who takes which."""

from collections.abc import Iterator

from knowntenant.documents import markdown
from knowntenant.law.loading import load_pack, pack_names
from knowntenant.law.pack import Pack, Reading
from knowntenant.law.scenario.matching import legal_status
from knowntenant.obligations.registry import all_decisions


def page() -> str:
    """Write the page from the readings of all packs that have any."""
    packs = [pack for name in pack_names() if (pack := load_pack(name)).readings]
    defects = dict.fromkeys(defect for pack in packs for defect in pack.readings)
    return markdown.page(
        "Where the text is unclear",
        "Each place where a text is unclear, contradictory or silent has a number, the choices, and"
        " the reading that each pack takes. The numbers are stable labels and not consecutive."
        " Every answer that turns on one names the reading taken and those refused; a scenario"
        " chooses another with `given: {readings: {D13: literal}}`.",
        markdown.bullets(f"Pack `{p.name}` {p.version}: {legal_status(p)}." for p in packs),
        *(part for defect in defects for part in _of_defect(defect, packs)),
    )


def _of_defect(defect: str, packs: list[Pack]) -> Iterator[str]:
    rows = {pack.name: pack.readings[defect] for pack in packs if defect in pack.readings}
    first = next(iter(rows.values()))
    yield f"## {defect}"
    yield f"{first.unclear} Clauses: {', '.join(first.clauses)}."
    yield markdown.table(("Choice", "Meaning", "Taken by"), _choices(first, rows))
    takers = [d.name for d in all_decisions().values() if defect in d.readings]
    yield f"Taken by: {markdown.names(sorted(takers))}." if takers else "No decision takes it yet."


def _choices(first: Reading, rows: dict[str, Reading]) -> Iterator[tuple[str, ...]]:
    for choice, meaning in first.choices.items():
        takers = markdown.names(name for name, row in rows.items() if row.taken == choice)
        yield markdown.name(choice), meaning, takers
