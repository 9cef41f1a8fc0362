"""Invented names, addresses and companies by country, each in its own script, from TOML tables."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from random import Random

FILES = ("europe.toml", "west_asia_africa.toml", "asia.toml", "americas_pacific.toml")
HOSTS = ("example.com", "example.net", "example.org")
US = "US"
_LETTERS = str.maketrans("ıđøł", "idol")


@dataclass(frozen=True, slots=True)
class Country:
    """What people and companies of a country are called here, and where they live.

    latin: family names as an e-mail address writes them, in the order of `family`;
    region: code of the region of all its cities, where a part of the country is embargoed.
    """

    code: str
    dial: str
    person: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    words: tuple[str, ...]
    firms: tuple[str, ...]
    cities: tuple[str, ...]
    streets: tuple[str, ...]
    latin: tuple[str, ...] = ()
    region: str = ""

    @property
    def place(self) -> str:
        """Where people are: the region, where the country alone would leave something open."""
        return self.region or self.code

    def name(self, chance: Random) -> tuple[str, str]:
        """Give a person's full name, and a word of it for an e-mail address."""
        given, at = chance.choice(self.given), chance.randrange(len(self.family))
        name = self.person.format(given=given, family=self.family[at])
        plain = self.family[at] if "{family}" in self.person else given
        return name, self.latin[at] if self.latin else ascii_word(plain)

    def firm(self, chance: Random) -> str:
        """Give a company's name with its form."""
        return chance.choice(self.firms).format(chance.choice(self.words))

    def address(self, chance: Random) -> str:
        """Give a street address."""
        street = chance.choice(self.streets).format(n=chance.randrange(1, 200))
        return f"{street}, {chance.choice(self.cities)}"

    def phone(self, serial: int) -> str:
        """Give a telephone number that nobody has: 555 01 stands for fiction in every country."""
        return f"+{self.dial} 555 01 {serial:07}"


@cache
def countries() -> dict[str, Country]:
    """Give all countries by code, in the order of the tables."""
    folder = resources.files(__package__)
    found: dict[str, Country] = {}
    for file in FILES:
        table = tomllib.loads(folder.joinpath(file).read_text(encoding="utf-8"))
        found |= {code: _country(code, row) for code, row in table.items()}
    return found


@cache
def abroad() -> tuple[str, ...]:
    """Give the codes of all countries but the United States."""
    return tuple(code for code in countries() if code != US)


@cache
def ascii_word(text: str) -> str:
    """Give a word as e-mail addresses write it: letters without accents, in lower case."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum()) or "post"


def _country(code: str, row: dict[str, str | list[str]]) -> Country:
    single = {name: text for name, text in row.items() if isinstance(text, str)}
    several = {name: tuple(texts) for name, texts in row.items() if isinstance(texts, list)}
    return Country(
        code=code,
        dial=single["dial"],
        person=single["person"],
        given=several["given"],
        family=several["family"],
        words=several["words"],
        firms=several["firms"],
        cities=several["cities"],
        streets=several["streets"],
        latin=several.get("latin", ()),
        region=single.get("region", ""),
    )
