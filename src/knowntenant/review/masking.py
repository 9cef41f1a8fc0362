"""What a reader may see: names and other personal data stay masked unless asked for.

How carefully a field is shown follows from its declaration; ids are shown, unless one is an e-mail
address or reads like a name. Nothing here is law.
"""

import re
from dataclasses import dataclass, field

from knowntenant.facts.declaration import Fact, Sensitivity, fact_types, type_of
from knowntenant.facts.types import Customer
from knowntenant.review.personal_ids import PersonalIds, is_never_shown

MASKED = "… (masked)"
_EMAIL = re.compile(r"[^\s'\"<>:;,()|]+@[^\s'\"<>:;,()|]+\.[^\s'\"<>:;,()|]+")
_IP = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-fA-F]{0,4}:){3,7}[0-9a-fA-F]{1,4}\b")
# A cell may hold quotes itself, so it ends where our own words go on for the last time.
_CELL = re.compile(
    r"(?P<ahead>'(?P<field>\w+)': )'(?P<value>.*)'(?P<behind> (?:is|lies|has|looks|does)\b.*)",
    re.DOTALL,
)
_ID = re.compile(
    r"(?P<ahead>(?:'\w+': there is no \w+ |^|listed: ))'(?P<value>.*)'"
    r"(?P<behind> (?:in the export|stands here and in )\b.*)",
    re.DOTALL,
)
_OF_TIME = re.compile(
    r" (?:is not a (?:day|moment)|is a (?:day|time)|lies outside \d{4}|has (?:a year|no zone)|does)"
)
_OF_NUMBER = re.compile(r" (?:is not a (?:percentage|whole|number)|lies outside 0|is more than)")
_TIME = re.compile(
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2}))"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)? ?(?:Z|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_NUMBER = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{1,4})? ?%?", re.ASCII)
_SHAPES = ((_OF_TIME, _TIME), (_OF_NUMBER, _NUMBER))


@dataclass(frozen=True, slots=True)
class Masking:
    """Masks what it is given, or shows it where the reader asked for personal data.

    ids: those of the export that are masked although they are ids.
    """

    shows_personal: bool = False
    ids: PersonalIds = field(default_factory=PersonalIds)

    def name(self, name: str, of: type[Fact] = Customer) -> str:
        """Show a name as its fact's declaration says: its first letter, or all of it."""
        plain = type_of(of).fields["name"].sensitivity is Sensitivity.PLAIN
        return self.text(name) if self.shows_personal or plain else masked(name)

    def text(self, text: str) -> str:
        """Show a text of ids and words of ours; ids that are e-mails or names are masked."""
        if self.shows_personal:
            return text
        for begin, behind in reversed(list(self.ids.found_in(text))):
            text = text[:begin] + masked(text[begin:behind]) + text[behind:]
        return _EMAIL.sub(lambda found: masked(found[0]), text) if "@" in text else text

    def problem(self, text: str) -> str:
        """Show what is wrong with a row: of its cells only what cannot be anybody's data.

        A column that slipped puts names and card numbers into any field, so a cell is shown only
        where a day or a number is expected and it is written like one.
        """
        if self.shows_personal:
            return text
        text = _ID.sub(_id_masked, _CELL.sub(_cell_masked, text))
        return self.text(_IP.sub(lambda found: masked(found[0]), text))

    def headers(self, headers: tuple[str, ...]) -> tuple[str, ...]:
        """Show headers, masked where they are a row of data: a file may lack its header."""
        if self.shows_personal or not any(map(_is_data, headers)):
            return headers
        return tuple(_measured(header) if header else "" for header in headers)


def masked(text: str) -> str:
    """Give the first letter of a text and say that the rest is masked; nothing stays nothing."""
    return f"{text[0]}{MASKED}" if text else ""


def _measured(text: str) -> str:
    """Mask a text, and say how long it is, so that whoever mends it finds it."""
    return f"{text[0]}… (masked, {len(text)} signs)" if text else ""


def _cell_masked(found: re.Match[str]) -> str:
    value, behind = found["value"], found["behind"]
    plain = found["field"] not in _not_plain()
    if plain and any(of.match(behind) and shape.fullmatch(value) for of, shape in _SHAPES):
        return found[0]
    return f"{found['ahead']}'{_measured(value)}'{behind}"


def _id_masked(found: re.Match[str]) -> str:
    value = found["value"]
    shown = _measured(value) if is_never_shown(value) else value
    return f"{found['ahead']}'{shown}'{found['behind']}"


def _is_data(header: str) -> bool:
    plain = header.strip()
    return any(shape.fullmatch(plain) for shape in (_EMAIL, _IP, _TIME)) or plain.isdigit()


def _not_plain() -> frozenset[str]:
    return frozenset(
        field.name
        for declared in fact_types().values()
        for field in declared.fields.values()
        if field.sensitivity is not Sensitivity.PLAIN
    )
