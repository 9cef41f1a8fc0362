"""A cell of names taken apart: several at once, and spellings or remarks in brackets."""

import re

from knowntenant.imports.lists.scripts import script_of

_PIECES = re.compile(r";|\n|(?:^|\s)\(?[a-z\d]{1,2}\)\s")
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_MOST_WORDS = 3  # in the brackets of a name; more are a remark


def spellings(text: str, *, several: bool = True) -> tuple[str, ...]:
    """Return the names of a cell, each once; `several` where a cell may hold more than one.

    `A; B` and `a) A b) B` are two names. What stands in brackets is a name of its own in another
    script (`Li Wei (李伟)`); in Latin letters it may be part of the name or a remark, so that the
    name is given with and without it, unless it is long.
    """
    found: dict[str, None] = {}
    for piece in _PIECES.split(text) if several else (text,):
        bare = " ".join(_BRACKET.sub(" ", piece).split())
        whole = piece
        for inside in _BRACKET.findall(piece):
            other_script = bool(script_of(inside)) != bool(script_of(bare))
            if other_script:
                found[inside.strip()] = None
            if other_script or len(inside.split()) > _MOST_WORDS:
                whole = whole.replace(f"({inside})", " ")
        found |= dict.fromkeys((bare, " ".join(whole.split())))
    return tuple(dict.fromkeys(name for text in found if (name := text.strip(" ,"))))
