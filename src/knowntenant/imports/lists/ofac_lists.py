"""Which list an OFAC entry stands on: the SDN list, or one of those that are not SDN.

Both kinds share one numbering, so an id begins with `us_ofac` whichever list it is.
"""

import re
from collections.abc import Iterable
from pathlib import Path

PREFIX = "us_ofac"
SDN = "us_sdn"
OTHER = "us_cons"
_BY_PROGRAMME = (
    ("NS-PLC", "us_plc"),
    ("CMIC-", "us_cmic"),
    ("FSE-", "us_fse"),
    ("561-Related", "us_cap"),
    ("CAATSA - RUSSIA", "us_mbs"),
    ("UKRAINE-EO13662", "us_ssi"),
)
"""Beginnings of programme names."""
_BY_DIRECTIVE = re.compile(r"EO 14024 Directive (?P<number>\d)")
_CAPTA_DIRECTIVE = "2"
"""Directive 2 under Executive Order 14024 is about correspondent accounts; the others are menus."""
_BY_TITLE = (
    ("sdn list", SDN),
    ("specially designated", SDN),
    ("palestinian", "us_plc"),
    ("military-industrial", "us_cmic"),
    ("foreign sanctions evaders", "us_fse"),
    ("capta", "us_cap"),
    ("correspondent account", "us_cap"),
    ("part 561", "us_cap"),
    ("menu-based", "us_mbs"),
    ("ns-mbs", "us_mbs"),
    ("sectoral", "us_ssi"),
)


def list_of(path: Path, programmes: Iterable[str], remarks: str) -> str:
    """Return the list of an entry from the file's name, its programmes and its remarks."""
    if not path.name.casefold().startswith("cons"):
        return SDN
    directives = set(_BY_DIRECTIVE.findall(remarks))
    if directives:
        return "us_cap" if _CAPTA_DIRECTIVE in directives else "us_mbs"
    given = tuple(programmes)
    for beginning, name in _BY_PROGRAMME:
        if any(programme.startswith(beginning) for programme in given):
            return name
    return OTHER


def list_titled(title: str) -> str:
    """Return the list of a title such as `Sectoral Sanctions Identifications List`."""
    plain = title.casefold()
    for words, name in _BY_TITLE:
        if words in plain and not (name == SDN and "non-sdn" in plain):
            return name
    return OTHER
