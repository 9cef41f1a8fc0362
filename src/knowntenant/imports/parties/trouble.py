"""The closed list of what may be odd about a row of a file of parties, each with its remedy."""

from enum import StrEnum

from knowntenant.screening.result import Note


class Trouble(StrEnum):
    """What is odd about a row, or about one field of it."""

    BIRTH_DATE_AMBIGUOUS = "birth_date_ambiguous"
    BIRTH_DATE_IMPOSSIBLE = "birth_date_impossible"
    BIRTH_DATE_UNREADABLE = "birth_date_unreadable"
    BIRTH_YEAR_SHORT = "birth_year_short"
    BIRTH_YEAR_UNLIKELY = "birth_year_unlikely"
    COMPANY_AS_PERSON = "company_as_person"
    COUNTRY_NOT_READ = "country_not_read"
    CONTROL_SIGNS = "control_signs"
    DIRECTION_SIGNS = "direction_signs"
    ENCODING_GUESSED = "encoding_guessed"
    IDENTIFIER_CHECK = "identifier_check"
    KIND_NOT_READ = "kind_not_read"
    MARKS_PILED = "marks_piled"
    NAME_DIGITS = "name_digits"
    NAME_EMPTY = "name_empty"
    NAME_LONG = "name_long"
    NAME_ONE_LETTER = "name_one_letter"
    NAME_SYMBOLS = "name_symbols"
    OTHER_CALENDAR = "other_calendar"
    ROW_NOT_READ = "row_not_read"
    SCRIPTS_MIXED = "scripts_mixed"
    SIGNS_LOST = "signs_lost"


_T = Trouble
_WORDS = {
    _T.BIRTH_DATE_AMBIGUOUS: (
        "day and month can be read in two ways; only the year was used",
        "Write YYYY-MM-DD, or say the order with --dates.",
    ),
    _T.BIRTH_DATE_IMPOSSIBLE: (
        "the calendar has no such day; only the year was used",
        "Correct the date in your system.",
    ),
    _T.BIRTH_DATE_UNREADABLE: (
        "is no date that can be read; it was not used",
        "Write YYYY-MM-DD, YYYY-MM or YYYY.",
    ),
    _T.BIRTH_YEAR_SHORT: (
        "the year has two digits, so the century is open; the date was not used",
        "Write all four digits of the year.",
    ),
    _T.BIRTH_YEAR_UNLIKELY: (
        "nobody alive was born in that year; the date was not used",
        "Correct the year in your system.",
    ),
    _T.COMPANY_AS_PERSON: (
        "the row is a person's, but the name has a company's legal form; screened as both",
        "Correct the kind, or the name.",
    ),
    _T.COUNTRY_NOT_READ: (
        "names no country that is known here; it was used as part of the address only",
        "Write the country's name or its two-letter code, such as VN.",
    ),
    _T.CONTROL_SIGNS: (
        "holds control characters; screened without them",
        "Remove them in your system, or in the export.",
    ),
    _T.DIRECTION_SIGNS: (
        "holds signs that turn the direction of writing; screened without them",
        "Look at the row: such signs can make a name look like another one.",
    ),
    _T.ENCODING_GUESSED: (
        "the row is not UTF-8; it was read in another encoding",
        "Where letters look wrong, export the file as UTF-8.",
    ),
    _T.IDENTIFIER_CHECK: (
        "its check digits do not fit, so a digit may be wrong; used as it is",
        "Compare it with the document.",
    ),
    _T.KIND_NOT_READ: (
        "is no kind known here; screened as both a person and an organisation",
        "Write person, organization, vessel or wallet.",
    ),
    _T.MARKS_PILED: (
        "has more accents on one letter than any script; screened without the surplus",
        "Look at the row: piled accents can hide a name.",
    ),
    _T.NAME_DIGITS: ("consists of digits; screened as it is", "Put the name in this column."),
    _T.NAME_EMPTY: (
        "there is no name",
        "Fill in the name; without one only identifiers are compared.",
    ),
    _T.NAME_LONG: (
        "is longer than names are; the first 500 signs were screened",
        "Put one name in a cell; other names belong in a column 'aliases', with ; between them.",
    ),
    _T.NAME_ONE_LETTER: ("is a single letter; screened as it is", "Write the name in full."),
    _T.NAME_SYMBOLS: (
        "holds emoji or symbols; screened without them",
        "Remove them in your system.",
    ),
    _T.OTHER_CALENDAR: (
        "the year looks like one of the Hijri, Buddhist or another calendar; it was not used",
        "Write the date of the Gregorian calendar.",
    ),
    _T.ROW_NOT_READ: (
        "the row could not be read and was not screened",
        "Correct the row, and screen it again.",
    ),
    _T.SCRIPTS_MIXED: (
        "mixes letters of several scripts; screened as it is, and in parts",
        "Look at the row: letters that look alike can hide a name.",
    ),
    _T.SIGNS_LOST: (
        "holds signs that no encoding explains; screened with a mark in their place",
        "Export the row again as UTF-8.",
    ),
}


def note(row: int, field: str, trouble: Trouble, more: str = "") -> Note:
    """Make the note on one field of a row. more: what else is known, never a value of the row."""
    what, remedy = _WORDS[trouble]
    return Note(row, field, str(trouble), f"{what} ({more})" if more else what, remedy)
