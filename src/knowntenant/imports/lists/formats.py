"""The formats of lists that can be read, told apart by what a file holds and not by its name."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from knowntenant.imports.lists import eu_csv, eu_xml, ofac_advanced, ofac_xml, uk_hmt, un_xml
from knowntenant.imports.lists import uk_list_csv as uk_csv
from knowntenant.imports.lists import uk_list_xml as uk_xml
from knowntenant.imports.lists.bis_denied import read_bis_denied
from knowntenant.imports.lists.bis_parts import (
    read_bis_entities,
    read_bis_military,
    read_bis_unverified,
)
from knowntenant.imports.lists.csl import read_csl
from knowntenant.imports.lists.csl_json import read_csl_json
from knowntenant.imports.lists.ftm import read_ftm
from knowntenant.imports.lists.heads import Head, head_of
from knowntenant.imports.lists.ofac_delimited import (
    ADDRESSES,
    ALIASES,
    OVERFLOW,
    PRIMARY,
    read_ofac_delimited,
)
from knowntenant.imports.lists.own_csv import own_columns, read_own_csv
from knowntenant.imports.lists.reading import ListUnreadableError, Reader, Report
from knowntenant.screening.entry import Entry


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is, where its files come from, and whether it was tried on a real one.

    name: stable, for messages and settings. address: where the authority publishes such files, as
    far as that does not change from day to day. recognises: by the beginning of a file.
    """

    name: str
    what: str
    address: str
    tried_on_real_file: bool
    read: Reader
    recognises: Callable[[Head], bool]


def _root(*names: str) -> Callable[[Head], bool]:
    return lambda head: head.root in names


def _headings(names: AbstractSet[str]) -> Callable[[Head], bool]:
    return lambda head: any(names <= row for row in head.headings)


def _bis_part(*hints: str) -> Callable[[Head], bool]:
    """Tell a part of the export rules by its headings; which of the three, only its name tells."""
    return lambda head: (
        head.called(*hints)
        and (any(_BIS_NAMES & row and _BIS_NOTICES & row for row in head.headings))
    )


_BIS_NAMES = {"entity", "entityname", "listedperson", "listedpersonandaddress"}
_BIS_NOTICES = {
    "federalregistercitation",
    "federalregisternotice",
    "frcitation",
    "federalregistercitationanddateofpublication",
}
_EAR = "https://www.ecfr.gov/current/title-15/part-744"
FORMATS = (
    Format(
        "un_xml",
        "UN Security Council consolidated list, XML",
        "https://scsanctions.un.org/",
        tried_on_real_file=True,
        read=un_xml.read_un_xml,
        recognises=_root(un_xml.ROOT),
    ),
    Format(
        "eu_xml",
        "EU consolidated list of financial sanctions, XML 1.1",
        "https://webgate.ec.europa.eu/fsd/fsf/public/files/",
        tried_on_real_file=False,
        read=eu_xml.read_eu_xml,
        recognises=_root(eu_xml.ROOT),
    ),
    Format(
        "eu_csv",
        "EU consolidated list of financial sanctions, CSV 1.1",
        "https://webgate.ec.europa.eu/fsd/fsf/public/files/",
        tried_on_real_file=False,
        read=eu_csv.read_eu_csv,
        recognises=_headings(eu_csv.HEADINGS),
    ),
    Format(
        "uk_hmt_csv",
        "UK Treasury consolidated list (ConList), CSV of 2009 to 2020 and of 2022",
        "https://ofsistorage.blob.core.windows.net/publishlive/",
        tried_on_real_file=True,
        read=uk_hmt.read_uk_hmt,
        recognises=_headings(uk_hmt.HEADINGS),
    ),
    Format(
        "uk_list_csv",
        "UK Sanctions List, CSV",
        "https://sanctionslist.fcdo.gov.uk/",
        tried_on_real_file=False,
        read=uk_csv.read_uk_list_csv,
        recognises=_headings(uk_csv.HEADINGS),
    ),
    Format(
        "uk_list_xml",
        "UK Sanctions List, XML",
        "https://sanctionslist.fcdo.gov.uk/",
        tried_on_real_file=False,
        read=uk_xml.read_uk_list_xml,
        recognises=_root(uk_xml.ROOT),
    ),
    Format(
        "ofac_xml",
        "OFAC SDN or consolidated list, XML (sdnList)",
        "https://sanctionslistservice.ofac.treas.gov/",
        tried_on_real_file=True,
        read=ofac_xml.read_ofac_xml,
        recognises=_root(ofac_xml.ROOT),
    ),
    Format(
        "ofac_advanced",
        "OFAC SDN or consolidated list, Advanced XML",
        "https://sanctionslistservice.ofac.treas.gov/",
        tried_on_real_file=False,
        read=ofac_advanced.read_ofac_advanced,
        recognises=_root(ofac_advanced.ROOT),
    ),
    Format(
        "ofac_delimited",
        "OFAC SDN or consolidated list, delimited set (sdn.csv with alt, add, comments beside it)",
        "https://sanctionslistservice.ofac.treas.gov/",
        tried_on_real_file=True,
        read=read_ofac_delimited,
        recognises=lambda head: head.first_cells(len(PRIMARY)),
    ),
    Format(
        "csl_csv",
        "US Consolidated Screening List, CSV",
        "https://data.trade.gov/downloadable_consolidated_screening_list/",
        tried_on_real_file=True,
        read=read_csl,
        recognises=_headings({"source", "name", "altnames"}),
    ),
    Format(
        "csl_json",
        "US Consolidated Screening List, JSON",
        "https://data.trade.gov/downloadable_consolidated_screening_list/",
        tried_on_real_file=False,
        read=read_csl_json,
        recognises=lambda head: head.text.lstrip().startswith("{") and '"results"' in head.text,
    ),
    Format(
        "bis_denied",
        "BIS Denied Persons List, parted by tabs",
        "https://www.bis.gov/",
        tried_on_real_file=True,
        read=read_bis_denied,
        recognises=_headings({"name", "effectivedate", "frcitation"}),
    ),
    Format(
        "bis_military",
        "BIS Military End User List as a table (its name says `military` or `meu`)",
        _EAR,
        tried_on_real_file=False,
        read=read_bis_military,
        recognises=_bis_part("military", "meu"),
    ),
    Format(
        "bis_unverified",
        "BIS Unverified List as a table (its name says `unverified` or `uvl`)",
        _EAR,
        tried_on_real_file=False,
        read=read_bis_unverified,
        recognises=_bis_part("unverified", "uvl"),
    ),
    Format(
        "bis_entities",
        "BIS Entity List as a table",
        _EAR,
        tried_on_real_file=False,
        read=read_bis_entities,
        recognises=_bis_part(""),
    ),
    Format(
        "ftm",
        "FollowTheMoney entities, one JSON object a line (entities.ftm.json, targets.nested.json)",
        "https://data.opensanctions.org/",
        tried_on_real_file=False,
        read=read_ftm,
        recognises=lambda head: {"id", "schema", "properties"} <= head.keys,
    ),
    Format(
        "own_csv",
        "one's own list, CSV with plain headings (one of them `name`)",
        "",
        tried_on_real_file=False,
        read=read_own_csv,
        recognises=lambda head: "name" in own_columns(head.first_row),
    ),
)
"""Closed; the first that recognises a file reads it."""


def format_of(path: Path) -> Format:
    """Return the format of a file.

    Raises:
        ListUnreadableError: it is none of these, cannot be opened, or attacks its reader; the
            text says what was expected.
    """
    head = head_of(path)
    found = next((one for one in FORMATS if one.recognises(head)), None)
    if found:
        return found
    if any(head.first_cells(len(columns)) for columns in (ALIASES, ADDRESSES, OVERFLOW)):
        message = (
            f"{path.name}: the file has the cells of the aliases, addresses or comments of an OFAC "
            "set. Read sdn.csv or cons_prim.csv, with this file in the same folder."
        )
        raise ListUnreadableError(message)
    known = "; ".join(one.what for one in FORMATS)
    message = (
        f"{path.name}: the file is {head.looks_like}, and of no list that can be read. Expected is "
        f"one of: {known}."
    )
    raise ListUnreadableError(message)


def read_list(path: Path, report: Report) -> Iterator[Entry]:
    """Read a list of whatever format. Raises ListUnreadableError, also in its midst."""
    return format_of(path).read(path, report)
