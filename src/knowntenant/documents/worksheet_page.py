"""Worksheets on AI models as a page to print and sign, in Markdown."""

from collections.abc import Iterable, Iterator

from knowntenant.documents import markdown
from knowntenant.documents.worksheet import COMPARED, PREPARES, RESULT, Row, Sheet, in_words
from knowntenant.law.answer import YES
from knowntenant.law.scenario.matching import legal_status

UNCHANGED = "an answer would not change what the evidence comes to"
SIGN = (
    "Decided by: ______________________    On: ______________    Covered / not covered / left open"
)


def page(sheets: Iterable[Sheet]) -> str:
    """Write the page of several worksheets."""
    return "\n\n".join(part for one in sheets for part in _of(one)) + "\n"


def _of(one: Sheet) -> Iterator[str]:
    pack = one.pack
    yield f"# Worksheet: {_plain(one.model)}"
    yield f"Pack {pack.name} {pack.version}: {legal_status(pack)}. {pack.notice}"
    yield PREPARES
    whose = "as a person decided" if one.decided else "as the evidence stands; nobody has decided"
    yield f"**Result: {RESULT[one.result]}** ({whose})."
    facts = {"dual-use foundation model, by its five limbs": one.dual_use, **one.about}
    yield markdown.bullets(f"{what}: {_plain(str(text))}" for what, text in facts.items())
    if one.flags:
        yield "To be looked at:"
        yield markdown.bullets(map(_plain, one.flags))
    yield "## Questions"
    heads = ("Question", "Clause", "Answer", "Evidence, by whom, on", "What would settle it")
    yield markdown.table(heads, (_question(row) for row in one.items))
    yield "## Sets of thresholds"
    yield COMPARED
    heads = ("Set", "Test", "Legal status", "Over it?", "Would be settled by")
    yield markdown.table(
        heads,
        (
            (s.name, s.words, s.status, str(row["verdict"]), in_words(row["missing"]))
            for s, row in one.sets
        ),
    )
    yield "## Decision"
    yield SIGN


def _question(row: Row) -> Iterator[str]:
    told = (row["evidence"], row["decided_by"], row["on"])
    yield in_words(row["question"] or row["item"])
    yield in_words(row["clause"])
    yield in_words(row["verdict"])
    yield _plain("; ".join(in_words(cell) for cell in told if cell is not None))
    open_ = row["needed"] if row["matters"] is YES else UNCHANGED
    yield in_words(open_ if row["needed"] else "")


def _plain(text: str) -> str:
    """Take the marks of Markdown and HTML out of a text that somebody else wrote."""
    line = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in line)
