"""What a column of a file of parties may hold, and how its heading is written in many tongues."""

import tomllib
from enum import StrEnum
from importlib import resources

from knowntenant.facts.places.spelling import key
from knowntenant.screening.entry import IdKind


class Field(StrEnum):
    """What a column holds; the value is what `--column` calls it."""

    ID = "id"
    NAME = "name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    COMPANY = "company"
    ALIAS = "alias"
    KIND = "kind"
    BIRTH_DATE = "birth_date"
    COUNTRY = "country"
    ADDRESS = "address"
    LEI = "lei"
    TAX = "tax"
    REGISTRATION = "registration"
    PASSPORT = "passport"
    NATIONAL_ID = "national_id"
    SWIFT = "swift"
    IMO = "imo"
    MMSI = "mmsi"
    CALL_SIGN = "call_sign"
    TAIL_NUMBER = "tail_number"
    WALLET = "wallet"


NAMES = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY})
ONE_COLUMN = (NAMES | {Field.MIDDLE_NAME, Field.BIRTH_DATE, Field.KIND, Field.ID}) - {Field.ID}
"""Fields that one column holds: a second one must be settled. An id may stand in many; the first
counts."""
IDENTIFIERS = {field: IdKind(field) for field in Field if str(field) in set(map(str, IdKind))}

_TABLE = tomllib.loads(
    resources.files(__package__).joinpath("headings.toml").read_text(encoding="utf-8")
)

HEADINGS = {key(heading): Field(field) for field, names in _TABLE.items() for heading in names}
"""What a heading means, by its letters and digits alone."""

BEFORE = ("customer", "client", "party", "applicant", "subject", "primary", "user", "kyc", "holder")
"""Words that a heading may begin with and that change nothing."""
