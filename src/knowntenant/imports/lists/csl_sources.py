"""The lists inside the Consolidated Screening List: their short names, and how ids are made."""

import re
from hashlib import sha256

from knowntenant.imports.lists.ofac_lists import PREFIX

_SHORT = {
    "EL": "us_bis_el",
    "DPL": "us_bis_dpl",
    "UVL": "us_bis_uvl",
    "MEU": "us_bis_meu",
    "DTC": "us_dtc",
    "ISN": "us_isn",
    "SSI": "us_ssi",
    "CMIC": "us_cmic",
    "CAP": "us_cap",
    "PLC": "us_plc",
    "FSE": "us_fse",
    "MBS": "us_mbs",
    "NS-MBS LIST": "us_mbs",
    "SDN": "us_sdn",
}
_BRACKET = re.compile(r"\(([^()]+)\)")
_KEPT = 12  # hexadecimal digits: 48 bits, among some thousands of entries


def list_of_source(source: str) -> str:
    """Return the short name of a source such as `Entity List (EL) - ...`; empty if unknown."""
    for inner in _BRACKET.findall(source):
        name = _SHORT.get(inner.upper().strip())
        if name:
            return name
    return _SHORT.get(source.upper().strip(), "")


def numbered(list_name: str, number: str, key: str, *parts: str) -> tuple[str, str]:
    """Return prefix and number of an entry's id.

    OFAC numbers its entries, which no other source does: those carry the beginning of the file's
    own key, or else of a hash of parts that stay when the rest of the row is amended.
    """
    if number:
        return PREFIX, number
    return list_name, key[:_KEPT] if key else hashed(*parts)


def hashed(*parts: str) -> str:
    """Return a short number made of texts; letter case and spaces do not count."""
    plain = "\x1f".join(" ".join(part.casefold().split()) for part in parts)
    return sha256(plain.encode()).hexdigest()[:_KEPT]
