"""What OFAC's remarks hide: dates of birth, weak aliases, countries, numbers, wallets.

A part of which nothing was made stays in the entry's remarks, in its own words.
"""

import re

from knowntenant.imports.lists.dates import DateUnclearError, birth_date
from knowntenant.imports.lists.drafting import Draft
from knowntenant.imports.lists.ofac_words import Fact, country_words, use_of
from knowntenant.imports.lists.reading import Report
from knowntenant.screening.entry import IdKind, NameKind

_PARTS = re.compile(r";\s*")
_ALT = re.compile(r"^alt\. ", re.IGNORECASE)
_AKA = re.compile(r"""^([afn])\.k\.a\.,? ["']?(?P<name>.+?)["']?\.?$""", re.IGNORECASE)
_QUOTED = re.compile(r"""^(["'])(.*)\1$""")
_LABEL = re.compile(
    r"""(?x)^(?P<label>
    DOB | nationality(?:\ of\ registration)? | citizen
    | Website | E-?mail\ Address | Phone\ Number | Telephone(?:\ No\.)? | Fax
    | Listing\ Date\ \([^()]*\) | Digital\ Currency\ Address\ -\ \w+
    | (?:[A-Z][a-z]+\ ){0,3}Passport | VisaNumberID | RTN | RSIN | CNP\ \([^()]*\) | SSN | MMSI
    | SWIFT/BIC | BIK\ \(RU\) | ISIN | LEI | License | RFC | US\ FEIN | (?:[A-Z]\.){3,4}
    | Credencial\ electoral | Tarjeta\ [A-Za-z ]*[a-z] | Numero\ de\ Identidad
    | Cartilla\ de\ Servicio\ Militar\ Nacional | Romanian\ (?:C\.R\.|Tax\ Registration)
    | Numero\ Unico\ [^();\d]*\([A-Z]+\) | Aircraft\ Serial\ Identification
    | Vessel\ (?:Registration\ Identification|Call\ Sign)
    | (?:UAE|Seafarer's)\ Identification(?:\ Document)?
    | [A-Z][^;:\d]*?(?:\bNo\b\.?|\bNumber\b|\#|\bID\b|\bCard\b|\bCode\b|\bCertificate\b)
      (?:\ (?:No\b\.?|Number|\#))?(?:\ \([A-Za-z/ ]+\))?
    ):?\s+(?P<value>\S.*)$""",
    re.IGNORECASE,
)
_DATED = re.compile(r",? +(?:issued|expires|expired|expiration|effective)\b.*$", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:Number\b|No\b\.?|\#|Card\b|Booklet\b|CNIC\b|NIC\b)[:#]?\s*)+(?=.*\d)", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\))?)\)\.?$")
_IMO = re.compile(r"^IMO\s*(?=\d)", re.IGNORECASE)
_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}")
_LONGEST = 100  # signs of a number; what is longer is a sentence


def mine(draft: Draft, report: Report, field: str, text: str, *, cut: bool = False) -> None:
    """Read the remarks of an entry into its draft.

    Args:
        draft: takes what is found.
        report: counts what is left out, as `field: label`.
        field: the name of the remarks' field in this format.
        text: all of the remarks, with their overflow.
        cut: the last part was cut off, and is kept for people only.
    """
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    if cut and parts:
        draft.remark(parts.pop())
    for part in parts:
        plain = _ALT.sub("", part)
        alias = _AKA.match(plain)
        found = _LABEL.match(plain)
        if alias:
            former = plain[0] in "fF"
            draft.name(
                _QUOTED.sub(r"\2", alias["name"]), NameKind.FORMER if former else NameKind.WEAK
            )
        elif not found or not take(draft, report, field, found["label"], found["value"]):
            draft.remark(part)


def take(  # noqa: PLR0913 - a label, a value and a country are one thing in three cells
    draft: Draft, report: Report, field: str, label: str, value: str, *, country: str = ""
) -> bool:
    """Put what stands behind a label where the entry has a place for it.

    Args:
        draft: takes what is found.
        report: counts what is left out, as `field: label`.
        field: where it stands in the file, for problems.
        label: such as `Tax ID No.`.
        value: with country and dates in it, or not.
        country: where the file has a field for it.

    Returns:
        Whether it was taken or counted as left out; otherwise it is for the remarks.
    """
    use = use_of(label)
    value = value.strip()
    if isinstance(use, IdKind):
        return _number(draft, use, label, value, country)
    if use is Fact.SKIPPED:
        report.ignored[f"{field}: {label.rstrip(' :.')}"] += 1
    elif use is Fact.COUNTRY:
        place = country_words(value.rstrip("."))
        if place:
            draft.country(field, place)
    elif use is Fact.BORN:
        return _born(draft, field, value)
    elif use is Fact.LISTED:
        draft.listed(field, value.rstrip("."))
    return use is not None


def _born(draft: Draft, field: str, value: str) -> bool:
    """Take a date of birth; one that cannot be read is a problem, and stays in the remarks."""
    try:
        draft.born(field, birth_date(value))
    except DateUnclearError as wrong:
        draft.trouble(field, str(wrong))
        return False
    return True


def _number(draft: Draft, kind: IdKind, label: str, value: str, country: str) -> bool:
    value = _DATED.sub("", value)
    while found := _BRACKET.search(value):
        value = value[: found.start()]
        country = country or country_words(found[1])
    value = _LEADING.sub("", value.strip(" .:#"))
    if not any(map(str.isdigit, value)) and kind not in _WITHOUT_DIGITS:
        return False
    if not value or len(value) > _LONGEST:
        return False
    if kind is IdKind.REGISTRATION and _LEI.fullmatch(value) and label.lower().startswith("le"):
        kind = IdKind.LEI
    if _IMO.match(value):
        value = _IMO.sub("", value)
        # Companies have IMO numbers of their own, which are counted apart from the ships'.
        kind = IdKind.IMO if use_of(label) is IdKind.IMO else IdKind.REGISTRATION
    draft.identifier(kind, value, country_words(country))
    return True


_WITHOUT_DIGITS = frozenset({IdKind.SWIFT, IdKind.WALLET, IdKind.CALL_SIGN, IdKind.TAIL_NUMBER})
