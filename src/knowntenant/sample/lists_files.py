"""Made-up targets written as the authorities write their lists: OFAC, UN, screening list, own."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from anyascii import anyascii

from knowntenant.facts.places import PLACES
from knowntenant.sample.lists_made import Home, Sort, Target, programme
from knowntenant.sample.names import countries

LONGEST_REMARK = 1000
"""Signs that fit into a cell of OFAC's file; what is longer goes on in the comments file."""

NOTHING = "-0- "
_CSL = (
    "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses",
    "federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement",
    "license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage",
    "vessel_flag", "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships",
    "dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids",
)  # fmt: skip
_OWN = ("id", "name", "aliases", "kind", "birth_date", "countries", "address", "identifiers")
_KINDS = {Sort.INDIVIDUAL: "person", Sort.ENTITY: "organisation", Sort.VESSEL: "vessel"}
_ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"
_DAY = date(2027, 6, 28)


def write_targets(folder: Path, targets: Sequence[Target]) -> Mapping[str, int]:
    """Write all targets, each on its list; give how many entries each list has, by file."""
    at = {home: [one for one in targets if one.home is home] for home in Home}
    _write_sdn(folder, at[Home.SDN])
    _write_un(folder / "un_consolidated.xml", at[Home.UN])
    _write_csl(folder / "consolidated.csv", at[Home.CSL])
    _write_own(folder / "own_list.csv", at[Home.OWN])
    return {
        "sdn.csv": len(at[Home.SDN]),
        "un_consolidated.xml": len(at[Home.UN]),
        "consolidated.csv": len(at[Home.CSL]),
        "own_list.csv": len(at[Home.OWN]),
    }


FILES = (
    "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv", "un_consolidated.xml", "consolidated.csv",
    "own_list.csv",
)  # fmt: skip


def _write_sdn(folder: Path, targets: Iterable[Target]) -> None:
    primary: list[str] = []
    aliases: list[str] = []
    places: list[str] = []
    more: list[str] = []
    for one in targets:
        remarks = _remarks(one)
        primary.append(_ofac(one.number, _listed(one), _sdn_type(one), programme(one), *_SHIPLESS,
                             _flag(one), "", remarks[:LONGEST_REMARK]))  # fmt: skip
        if remarks[LONGEST_REMARK:]:
            more.append(_ofac(one.number, remarks[LONGEST_REMARK:]))
        aliases += [
            _ofac(one.number, len(aliases) + at + 1, "aka", name, "")
            for at, name in enumerate(one.aliases)
        ]
        address = (_street(one), countries()[one.country].cities[0], _country(one), "")
        places.append(_ofac(one.number, len(places) + 1, *address))
    for name, lines in (
        ("sdn.csv", primary), ("alt.csv", aliases), ("add.csv", places), ("sdn_comments.csv", more)
    ):  # fmt: skip
        text = "".join(f"{line}\r\n" for line in lines) + "\x1a"  # as OFAC's own files end
        (folder / name).write_text(text, encoding="ascii", newline="")


_SHIPLESS = ("", "", "", "", "")
"""Title, call sign, type, tonnage, gross tonnage."""


def _ofac(*cells: str | int) -> str:
    """Write a row as OFAC does: numbers bare, plain letters in quotes, nothing as -0-."""
    return ",".join(str(cell) if isinstance(cell, int) else _quoted(cell) for cell in cells)


def _quoted(text: str) -> str:
    return '"' + anyascii(text).replace('"', "'") + '"' if text else NOTHING


def _listed(one: Target) -> str:
    if not one.family:
        return one.name.upper()
    given = one.name.removesuffix(one.family).strip()
    return f"{one.family.upper()}, {given}"


def _sdn_type(one: Target) -> str:
    return "" if one.sort is Sort.ENTITY else one.sort.value


def _flag(one: Target) -> str:
    return _country(one) if one.sort is Sort.VESSEL else ""


def _remarks(one: Target) -> str:
    parts = []
    if one.born:
        parts.append(f"DOB {_ofac_day(one.born)}")
    if one.sort is Sort.INDIVIDUAL:
        parts.append(f"nationality {_country(one)}")
    if one.passport:
        number, _, code = one.passport.partition(" ")
        parts.append(f"Passport {number} ({_name_of(code)})")
    if one.imo:
        parts.append(f"Vessel Registration Identification IMO {one.imo}")
    parts += [f"a.k.a. '{name}'" for name in one.weak]
    if one.number % 97 == 0:  # some go on in the comments file
        parts += [f"Linked To: MADE-UP COMPANY {at} OF NOBODY" for at in range(30)]
    return "; ".join(parts) + "." if parts else ""


def _ofac_day(told: str) -> str:
    return told if told.isdecimal() else f"{date.fromisoformat(told):%d %b %Y}"


def _write_un(path: Path, targets: Iterable[Target]) -> None:
    held = list(targets)
    people = [_un(one) for one in held if one.sort is Sort.INDIVIDUAL]
    firms = [_un(one) for one in held if one.sort is not Sort.INDIVIDUAL]
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<CONSOLIDATED_LIST dateGenerated="{_DAY}T00:00:00Z">\n'
        f"<INDIVIDUALS>\n{''.join(people)}</INDIVIDUALS>\n"
        f"<ENTITIES>\n{''.join(firms)}</ENTITIES>\n</CONSOLIDATED_LIST>\n"
    )
    path.write_text(text, encoding="utf-8", newline="")


def _un(one: Target) -> str:
    kind = "INDIVIDUAL" if one.sort is Sort.INDIVIDUAL else "ENTITY"
    given = one.name.removesuffix(one.family).strip() if one.family else one.name
    aliases = [("Good", name) for name in one.aliases] + [("Low", name) for name in one.weak]
    parts = [
        _tag("DATAID", str(one.number)),
        _tag("FIRST_NAME", given),
        _tag("SECOND_NAME", one.family),
        _tag("UN_LIST_TYPE", programme(one)),
        _tag("REFERENCE_NUMBER", one.reference),
        _tag("LISTED_ON", str(_DAY)),
        _tag("NAME_ORIGINAL_SCRIPT", one.original),
        f"<NATIONALITY>{_tag('VALUE', _country(one))}</NATIONALITY>" if one.family else "",
        *(
            f"<{kind}_ALIAS>{_tag('QUALITY', quality)}{_tag('ALIAS_NAME', name)}</{kind}_ALIAS>"
            for quality, name in aliases
        ),
        f"<{kind}_ADDRESS>{_tag('COUNTRY', _country(one))}</{kind}_ADDRESS>",
    ]
    if one.born:
        tag = "YEAR" if one.born.isdecimal() else "DATE"
        kind_of_date = _tag("TYPE_OF_DATE", "EXACT")
        parts.append(f"<{_BORN}>{kind_of_date}{_tag(tag, one.born)}</{_BORN}>")
    return f"<{kind}>{''.join(parts)}</{kind}>\n"


_BORN = "INDIVIDUAL_DATE_OF_BIRTH"


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _write_csl(path: Path, targets: Iterable[Target]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, _CSL, lineterminator="\n")
        rows.writeheader()
        for one in targets:
            rows.writerow({
                "_id": f"{one.number:012x}{'0' * 28}",
                "source": _ENTITY_LIST,
                "name": one.name,
                "addresses": f"{_street(one)}, {one.country}",
                "federal_register_notice": "made up",
                "start_date": str(_DAY),
                "license_requirement": "For all items subject to the EAR",
                "alt_names": "; ".join(one.aliases),
            })  # fmt: skip


def _write_own(path: Path, targets: Iterable[Target]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(_OWN)
        for one in targets:
            number, _, code = one.passport.partition(" ")
            told = (
                f"passport ({code}): {number}" if number else f"imo: {one.imo}" if one.imo else ""
            )
            rows.writerow([
                one.number, one.name, "; ".join(one.aliases), _KINDS[one.sort],
                one.born, one.country, _street(one), told,
            ])  # fmt: skip


def _street(one: Target) -> str:
    return f"{one.number % 199 + 1} Made-up Street"


def _country(one: Target) -> str:
    return _name_of(one.country)


def _name_of(code: str) -> str:
    return PLACES[code].name.partition(" (")[0]
