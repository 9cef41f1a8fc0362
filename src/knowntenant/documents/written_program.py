"""The written CIP as a document: what program.toml says, section by section, for counsel to read.

It is the paper of 7.302(a). What the file leaves open is shown as a gap in its place.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from knowntenant.documents import markdown
from knowntenant.facts.program import Program, elements, written
from knowntenant.facts.program_setting import Mode, Section, Setting
from knowntenant.facts.tier_rules import TIER_RULE
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import TEXT, ListOf
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from knowntenant.law.scenario.matching import legal_status
from knowntenant.law.scenario.shown import shown
from knowntenant.program.gaps import gaps_of

HEADINGS = {
    Section.APPROVAL: ("Approval", "Who answers for this program, and how it stays alive."),
    Section.IDENTIFICATION: ("Identification", "Who customers are, and whether US persons."),
    Section.VERIFICATION: ("Verification", "How it is made sure that customers are who they say."),
    Section.FAILURE: ("When identity stays open", "What happens then, and after a failure."),
    Section.RECORDS: ("Records", "What is kept, for how long, and who may see it."),
    Section.UPKEEP: ("Keeping up to date", "How changes are learned, and data verified again."),
    Section.RESELLERS: ("Resellers", "How those who sell on are held to a program of their own."),
    Section.DETECTION: ("Malicious activity", "How it is noticed, acted on and reported."),
    Section.TRAINING: ("Training of large AI models", "How it is noticed, and by which tools."),
    Section.DISCLOSURE: ("Notice to customers", "What customers are told about disclosure."),
    Section.RISK: ("Risk", "What this program is fitted to, and how risk tiers are given."),
    Section.CONTACT: ("Primary Contact", "Who manages this program."),
}  # fmt: skip
"""The printed sections, with heading and first line. Costs are no part of the program."""

MODES = {
    Mode.EXECUTED: "carried out by the software from this very file",
    Mode.ATTESTED: "stated and vouched for by a person",
    Mode.NARRATIVE: "described in words, and done by people",
}
_READING = re.compile(r" \(D\d+\)")
_BREAKS = ("#", "===", "---", "```", "~~~")


def written_program(program: Program, law: Law) -> str:
    """Write the program as Markdown: head, gaps, sections with clauses, what the marks mean."""
    open_ = {gap.element: gap.what for gap in gaps_of(program, law)}
    parts = [
        f"# Customer Identification Program{_version(program)}",
        *_head(program, law.pack),
        *_gaps(open_),
    ]
    for number, section in enumerate(HEADINGS, start=1):
        parts += _section(number, section, program, open_, law)
    return "\n\n".join(part for part in parts if part) + "\n"


def _version(program: Program) -> str:
    return f", version {_plain(program.version)}" if program.version else ""


def _head(program: Program, pack: Pack) -> Iterator[str]:
    yield (
        f"**Legal status.** Written against {pack.title} (pack {pack.name} {pack.version}:"
        f" {legal_status(pack)}). {pack.notice}"
    )
    by = _plain(program.approved_by) or "nobody yet"
    yield markdown.table(
        ("", ""),
        (
            ("Approved by", by),
            ("Approved on", shown(program.approved_on) if program.approved_on else "not yet"),
            ("Last reviewed on", shown(program.reviewed_on) if program.reviewed_on else "not yet"),
            ("SHA-256 of what it says", f"`{program.sha256}`"),
        ),
    )
    yield "Each element carries the clause that speaks of it and a mark:"
    yield markdown.bullets(f"*{mode}*: {meaning}." for mode, meaning in MODES.items())


def _gaps(open_: dict[str, str]) -> Iterator[str]:
    yield "## What is missing"
    if not open_:
        yield "Nothing: every element is written, and none contradicts another."
        return
    yield f"{len(open_)} elements are open. They are marked again in their places."
    yield markdown.bullets(
        f"{_title(elements()[name])} ({elements()[name].clause}): {what}"
        for name, what in open_.items()
    )


def _section(
    number: int, section: Section, program: Program, open_: dict[str, str], law: Law
) -> Iterator[str]:
    heading, first = HEADINGS[section]
    yield f"## {number}. {heading}"
    yield first
    for element in (e for e in elements().values() if e.section is section):
        yield from _element(element, getattr(program, element.name), open_.get(element.name, ""))
    if section is Section.IDENTIFICATION:
        yield from _data(law.pack)


def _element(element: Setting, value: object, gap: str) -> Iterator[str]:
    if not written(value) and not gap:
        return  # complete without it
    mark = f"*({'; '.join(filter(None, (element.mode.value, element.clause)))})*"
    lines = isinstance(element.kind, ListOf) and len(written(value)) > 1
    prose = element.kind is TEXT and element.mode is Mode.NARRATIVE
    said = "" if lines or prose or not written(value) else f": {_value(value)}"
    yield f"**{_title(element)}**{said} {mark}"
    if gap:
        yield f"> **Gap: {_plain(gap)}.**"
    if lines and isinstance(value, Sequence):
        numbered = element.kind == ListOf(TIER_RULE)
        if numbered:
            yield "The first row that holds decides."
        yield "\n".join(
            f"{f'{n}.' if numbered else '-'} {_word(one)}" for n, one in enumerate(value, start=1)
        )
    elif prose and value:
        yield _prose(str(value))


def _data(pack: Pack) -> Iterator[str]:
    yield (
        "**What is asked for at least, before an account of a foreign person opens**"
        " *(executed; from the rule pack)*"
    )
    yield markdown.table(
        ("Data", "Asked of", "Clause"),
        ((e.label, " and ".join(e.of), e.clause) for e in pack.elements.values()),
    )


def _title(element: Setting) -> str:
    """Give the meaning up to its first semicolon, without the mark of a reading such as (D16)."""
    first = _READING.sub("", element.meaning.partition(";")[0])
    return first[0].upper() + first[1:]


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_word, value))
    return _word(value)


def _word(value: object) -> str:
    if isinstance(value, Verdict | date | Fraction | int):
        return shown(value)
    return _plain(str(value).replace("_", " "))


def _prose(text: str) -> str:
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    """Keep the words of the file from being taken for headings, rules or fences of the document."""
    bare = _plain(line.strip())
    return f"\\{bare}" if bare.startswith(_BREAKS) else bare


def _plain(text: str) -> str:
    return text.replace("<", "&lt;")
