"""Whether a classification names advanced items (15 CFR 742.6(a)(6)(iii)(A)), as it is written."""

import re
from collections.abc import Iterator

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.law import Law

ITEMS = "advanced_items"
"""Word list of codes and what each comes to; `z` stands for every other .z paragraph."""
_BETWEEN = re.compile(r"[/,;&+|\n]|\band\b|\bor\b")
_NOISE = re.compile(r"\beccns?\b[:.]?|\s|[\[\]\"']")
_CODE = re.compile(r"(\d[a-e]\d{3})(?:\.?([a-z])(?:\.?\d{1,2}(?:\.?[a-z](?:\.?\d{1,2})?)?)?)?")


def advanced(law: Law, written: str) -> Verdict:
    """Say whether a product so classified has advanced items: yes where one of its codes does.

    Unknown where a part of what is written is no code, or a code may be meant of which a
    paragraph counts. A code that the pack does not list is none.
    """
    found = set(_each(law, written.casefold()))
    return YES if YES in found else NO if found == {NO} else UNKNOWN


def _each(law: Law, written: str) -> Iterator[Verdict]:
    parts = (_NOISE.sub("", part) for part in _BETWEEN.split(written))
    return (_of_code(law, part) for part in parts if part)


def _of_code(law: Law, written: str) -> Verdict:
    listed = law.pack.lists.get(ITEMS, {})
    if written in listed and written != "z":
        return Verdict(listed[written].answer)
    parsed = _CODE.fullmatch(written.replace("(", ".").replace(")", ""))
    if parsed is None:
        return UNKNOWN
    code, paragraph = parsed.groups()
    if not paragraph:  # which paragraph is meant is open where one of them is listed
        return UNKNOWN if any(value.startswith(code) for value in listed) else NO
    entry = listed.get(f"{code}.{paragraph}") or listed.get(paragraph)
    return Verdict(entry.answer) if entry else NO
