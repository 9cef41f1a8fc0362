"""What `knowntenant program` prints: a checked program, and the difference between two."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from knowntenant.cli.scenario_json import pack_head
from knowntenant.cli.scenario_text import described
from knowntenant.facts.program import Program, elements, written
from knowntenant.facts.program_setting import Mode
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from knowntenant.program.changes import Change
from knowntenant.program.gaps import Gap

SCHEMA = "knowntenant.program/1"
_ONE_LINE = 60
TWO = tuple[Program, Program]


def check_lines(program: Program, law: Law, gaps: tuple[Gap, ...]) -> str:
    """Say what a program leaves open, element by element, with the clause and what is wrong."""
    return "\n".join(_checked(program, law, gaps))


def _checked(program: Program, law: Law, gaps: tuple[Gap, ...]) -> Iterator[str]:
    yield _named(program)
    yield f"Held against {described(law.pack)}. {law.pack.notice}"
    modes = Counter(element.mode for element in elements().values())
    yield f"{len(elements())} elements: " + ", ".join(f"{modes[mode]} {mode}" for mode in Mode)
    yield ""
    for gap in gaps:
        section = elements()[gap.element].section
        yield f"gap      [{section}] {gap.element} ({gap.mode}; {gap.clause}): {gap.what}"
        yield f"         {elements()[gap.element].meaning}"
    yield f"{len(gaps)} gaps." if gaps else "Complete: nothing is missing, nothing contradicts."


def check_document(program: Program, law: Law, gaps: tuple[Gap, ...]) -> str:
    """Give the same as JSON, with every element."""
    rows = [
        {
            "element": e.name, "section": e.section, "clause": e.clause, "mode": e.mode,
            "material": e.material, "written": bool(written(getattr(program, e.name))),
        }
        for e in elements().values()
    ]  # fmt: skip
    found = [{**asdict(gap), "mode": gap.mode} for gap in gaps]
    return _json(
        {**_head(law.pack), "program": _of(program), "complete": not gaps, "gaps": found,
         "elements": rows},
    )  # fmt: skip


def diff_lines(two: TWO, law: Law, changes: tuple[Change, ...]) -> str:
    """Say what differs between two programs, and of what the Department would be told."""
    return "\n".join(_differing(two, law, changes))


def _differing(two: TWO, law: Law, changes: tuple[Change, ...]) -> Iterator[str]:
    yield f"old: {_named(two[0])}"
    yield f"new: {_named(two[1])}"
    yield f"Held against {described(law.pack)}. {law.pack.notice}"
    yield ""
    for change in changes:
        word = "material" if change.material else "not material"
        yield f"{change.element} ({change.clause or 'no clause'}): {word}: {change.why}"
        yield f"  old: {_short(change.old)}"
        yield f"  new: {_short(change.new)}"
    told = [change for change in changes if change.under]
    yield f"{len(changes)} elements differ, {len(told)} of them material."
    if told:
        under = ", ".join(dict.fromkeys(change.under for change in told))
        yield (
            f"By {under} a draft irregular update follows: the text sets no deadline for it, a"
            " person judges whether it is material, and nothing is filed under a pack not in force."
        )


def diff_document(two: TWO, law: Law, changes: tuple[Change, ...]) -> str:
    """Give the same as JSON."""
    return _json(
        {
            **_head(law.pack), "old": _of(two[0]), "new": _of(two[1]),
            "material": any(change.material for change in changes),
            "draft_irregular_update": any(change.under for change in changes),
            "changes": [asdict(change) for change in changes],
        }
    )  # fmt: skip


def _head(pack: Pack) -> dict[str, object]:
    return {"schema": SCHEMA, "pack": pack_head(pack)}


def _of(program: Program) -> dict[str, object]:
    return {"version": program.version, "sha256": program.sha256}


def _named(program: Program) -> str:
    return f"program version {program.version or '(none)'}, sha256 {program.sha256}"


def _short(value: str | list[str]) -> str:
    text = ", ".join(value) if isinstance(value, list) else " ".join(value.split())
    return (text if len(text) <= _ONE_LINE else f"{text[:_ONE_LINE]}...") or "(not written)"


def _json(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
