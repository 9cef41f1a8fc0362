"""Clause ids: how people write them, and when one paragraph contains another."""

import re

_NOISE = re.compile(r"(§|\bsec(tion|\.)?\s+|\b15\s*cfr\b)", re.IGNORECASE)


def normal(clause: str) -> str:
    """Give a clause id as packs write it: no section sign, single spaces, lower-case terms.

    The paragraphs' own letters keep their case: (a) and (A) are different levels.
    """
    text = " ".join(_NOISE.sub(" ", clause).replace("…", "").split())
    section, _, term = text.partition(" ")
    if not term or re.fullmatch(r"s\.\d+", term):
        return text
    head, bracket, rest = term.partition("(")
    return f"{section} {head.casefold()}{bracket}{rest}"


def covers(whole: str, part: str) -> bool:
    """Tell whether a clause is, or contains, another: 7.302(d) covers 7.302(d)(1)(iii)(E)."""
    whole, part = normal(whole), normal(part)
    return part == whole or (part.startswith(whole) and part[len(whole)] in "( ")
