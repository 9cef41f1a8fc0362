"""Worksheets on AI models, as lines for a terminal."""

from collections.abc import Iterator, Sequence

from knowntenant.cli.scenario_text import described
from knowntenant.documents.worksheet import COMPARED, PREPARES, RESULT, Row, Sheet, in_words
from knowntenant.law.answer import YES


def as_text(sheets: Sequence[Sheet]) -> str:
    """Give all worksheets, and the status of the pack once."""
    lines = [line for one in sheets for line in (*_of(one), "")]
    packs = {one.pack.name: one.pack for one in sheets}.values()
    lines += [f"Pack {described(pack)}. {pack.notice}" for pack in packs]
    return "\n".join((*lines, PREPARES)) + "\n"


def _of(one: Sheet) -> Iterator[str]:
    whose = "a person decided so" if one.decided else "the evidence; no person has decided yet"
    yield f"Model {one.model}: {RESULT[one.result]} ({whose})"
    yield f"  dual-use foundation model by its five limbs: {one.dual_use}"
    yield from (f"  {what}: {text}" for what, text in one.about.items())
    yield from (f"  look at: {flag}" for flag in one.flags)
    yield "  Questions:"
    for row in one.items:
        yield from _question(row)
    yield f"  Sets of thresholds. {COMPARED}"
    for found, row in one.sets:
        yield f"    {row['verdict']!s:<8}{found.name}: {found.words}"
        yield f"            status: {found.status}"
        if row["missing"]:
            yield f"            would be settled by: {in_words(row['missing'])}"


def _question(row: Row) -> Iterator[str]:
    yield f"    {row['verdict']!s:<8}{row['question'] or row['item']}  [{row['clause']}]"
    told = {"by": row["decided_by"], "on": row["on"]}
    who = "".join(f", {word} {value}" for word, value in told.items() if value is not None)
    if row["evidence"] or who:
        evidence = " ".join(in_words(row["evidence"]).split()) or "none written down"
        yield f"            evidence: {evidence}{who}"
    if row["needed"] and row["matters"] is YES:
        yield f"            would be settled by: {row['needed']}"
    elif row["needed"]:
        yield "            an answer would not change what the evidence comes to"
