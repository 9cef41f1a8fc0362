"""The words of the US lists: what a label such as `Tax ID No.` says, and what a country is called.

The labels are those met in OFAC's delimited files of 2019 to 2025 and in the Consolidated
Screening List of 2022; one never met is classed by the words in it.
"""

import re
from enum import Enum
from functools import lru_cache

from knowntenant.screening.entry import IdKind


class Fact(Enum):
    """What else than a number stands behind a label."""

    BORN = "date of birth"
    COUNTRY = "country"
    LISTED = "day of listing"
    SKIPPED = "how to reach somebody"


_TAX = (
    r"\btax\b|fiscal|v\.a\.t|\b(nit|ruc|rif|rfc|tin|inn|cnpj) ?#?|r\.f\.c|\bfein\b|c\.i\.f"
    r"|\b(rtn|rsin)\b|\(nuit\)|c\.u\.i\.t|n\.i\.f"
)
_REGISTRATION = (
    r"regist|company|commer|matricula|folio|c\.r\.|incorporation|charit|\bnire\b|licen[cs]e"
    r"|credit code|branch|enterprise|organization code|gazette|business|chamber"
)
_NATIONAL = (
    r"national|cedula|\bssn\b|d\.n\.i|c\.u\.r\.p|personal|identi(ty|dad|fication)|n\.i\.e"
    r"|tazkira|citizen|residen|cartilla|refugee|stateless|c\.u\.i|\ble number|\bID\b|i\.f\.e"
    r"|\bCNP\b|travel document|immigration|visa"
)
_FORMS: tuple[tuple[re.Pattern[str], IdKind | Fact | None], ...] = tuple(
    (re.compile(form, re.IGNORECASE), use)
    for form, use in (
        (r"^(DOB|date of birth|birthdate)\b", Fact.BORN),
        (r"^(website|e-?mail|phone|telephone|fax)\b", Fact.SKIPPED),
        (r"^(nationality|citizen(ship)?(?!')|vessel flag)\b", Fact.COUNTRY),
        (r"^listing date", Fact.LISTED),
        (r"\bdate\b|aircraft mod|aircraft operator|^organization (type|established)", None),
        (r"^(target type|equity ticker|issuer name|gender|chinese commercial code)", None),
        (r"directive|executive order|sanctions|CAATSA|flag|tonnage|vessel (type|owner)", None),
        (r"passport", IdKind.PASSPORT),
        (r"^digital currency address", IdKind.WALLET),
        (r"^(swift|bic)\b", IdKind.SWIFT),
        (r"aircraft serial", IdKind.OTHER),
        (r"\bMMSI\b", IdKind.MMSI),
        (r"call sign", IdKind.CALL_SIGN),
        (r"tail number", IdKind.TAIL_NUMBER),
        (r"vessel registration identification|^IMO\b", IdKind.IMO),
        (r"^(legal entity|LEI\b)", IdKind.REGISTRATION),
        (_TAX, IdKind.TAX),
        (r"electoral|driver|birth|seafarer", IdKind.NATIONAL_ID),
        (_REGISTRATION, IdKind.REGISTRATION),
        (_NATIONAL, IdKind.NATIONAL_ID),
        (r"number|\bno\b|#|code|isin|\bBIK\b|card|certificate", IdKind.OTHER),
    )
)
_OWN_COUNTRIES = {
    "georgia": "GE",  # of the two Georgias, lists name the country
    "palestinian": "PS",
    "possibly palestinian": "PS",
    "man, isle of": "IM",
    "north macedonia, the republic of": "MK",
    "region: crimea": "UA",
    "region: gaza": "PS",
    "region: north gaza": "PS",
    "region: northern gaza": "PS",
    "region: northern mali": "ML",
    "region: russia": "RU",
    "region: west bank": "PS",
}
_NO_COUNTRIES = frozenset(
    {
        "-0-",
        "netherlands antilles",  # no country since 2010, and three since
        "none identified",
        "region: commonwealth of independent states",
        "region: jammu and kashmir",
        "region: kafia kingi",
        "stateless",
        "undetermined",
        "unknown",
    }
)


@lru_cache(maxsize=4096)
def use_of(label: str) -> IdKind | Fact | None:
    """Return what stands behind a label: a number of some kind, a fact, or only words (None)."""
    return next((use for form, use in _FORMS if form.search(label)), None)


def country_words(text: str) -> str:
    """Return what `country_code` knows a country of these lists by; empty for none at all."""
    plain = " ".join(text.split()).casefold()
    return "" if plain in _NO_COUNTRIES else _OWN_COUNTRIES.get(plain, text.strip())
