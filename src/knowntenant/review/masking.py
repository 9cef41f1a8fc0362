"""What a reader may see: names and other personal data stay masked unless asked for.

How carefully a field is shown follows from its declaration; ids are shown, unless one is an e-mail
address. Nothing here is law.
"""

import re
from dataclasses import dataclass

from knowntenant.facts.declaration import Fact, Sensitivity, fact_types, type_of
from knowntenant.facts.types import Customer

MASKED = "… (masked)"
_EMAIL = re.compile(r"[^\s'\"<>:;,()|]+@[^\s'\"<>:;,()|]+\.[^\s'\"<>:;,()|]+")
_IP = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-fA-F]{0,4}:){3,7}[0-9a-fA-F]{1,4}\b")
_QUOTED = re.compile(r"'(.*?)'(?=[\s:;,.?]|$)")


@dataclass(frozen=True, slots=True)
class Masking:
    """Masks what it is given, or shows it where the reader asked for personal data."""

    shows_personal: bool = False

    def name(self, name: str, of: type[Fact] = Customer) -> str:
        """Show a name as its fact's declaration says: its first letter, or all of it."""
        plain = type_of(of).fields["name"].sensitivity is Sensitivity.PLAIN
        return self.text(name) if self.shows_personal or plain else masked(name)

    def text(self, text: str) -> str:
        """Show a text of ids and words of ours; whatever in it looks like an e-mail is masked."""
        if self.shows_personal or "@" not in text:
            return text
        return _EMAIL.sub(lambda found: masked(found[0]), text)

    def problem(self, text: str) -> str:
        """Show what is wrong with a row; values of fields that are not plain are masked."""
        if self.shows_personal:
            return text
        field = _QUOTED.match(text)
        if field and field[1] in _not_plain():
            rest = text[field.end() :]
            value = _QUOTED.sub(lambda found: f"'{masked(found[1])}'", rest, count=1)
            text = field[0] + value
        return self.text(_IP.sub(lambda found: masked(found[0]), text))


def masked(text: str) -> str:
    """Give the first letter of a text and say that the rest is masked; nothing stays nothing."""
    return f"{text[0]}{MASKED}" if text else ""


def _not_plain() -> frozenset[str]:
    return frozenset(
        field.name
        for declared in fact_types().values()
        for field in declared.fields.values()
        if field.sensitivity is not Sensitivity.PLAIN
    )
