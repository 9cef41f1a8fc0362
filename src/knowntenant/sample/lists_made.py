"""Targets of made-up lists: invented people, companies and ships, in many scripts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from random import Random
from typing import cast

from knowntenant.sample.names import abroad, countries


class Home(StrEnum):
    """The list that a target stands on."""

    SDN = "us_sdn"
    UN = "un_sc"
    CSL = "us_csl"
    OWN = "own"


class Sort(StrEnum):
    """What a target is, in the words of OFAC's file."""

    INDIVIDUAL = "individual"
    ENTITY = "entity"
    VESSEL = "vessel"


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody on a made-up list.

    name: in Latin letters, given names first; family: the last part of a person's name; original:
    the same in the script of the country, or empty; born: ISO day or year; passport: with its
    country after a blank.
    """

    number: int
    home: Home
    sort: Sort
    name: str
    country: str
    family: str = ""
    original: str = ""
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    born: str = ""
    passport: str = ""
    imo: str = ""

    @property
    def id(self) -> str:
        """The id that the entry has once it is read; the reader of each format makes it so."""
        numbers = {
            Home.SDN: f"us_ofac:{self.number}",
            Home.UN: f"un:{self.reference}",
            Home.CSL: f"us_bis_el:{self.number:012x}",
            Home.OWN: f"own:{self.number}",
        }
        return numbers[self.home]

    @property
    def reference(self) -> str:
        """The number of the UN's list; no committee has these letters."""
        return f"HG{'i' if self.sort is Sort.INDIVIDUAL else 'e'}.{self.number:03}"


SHARES = ((Home.SDN, 56), (Home.UN, 16), (Home.CSL, 24), (Home.OWN, 4))
SORTS = ((Sort.INDIVIDUAL, 55), (Sort.ENTITY, 40), (Sort.VESSEL, 5))
WITH_SCRIPT, WEAK, PASSPORT, SHORT_NAME, YEAR_ONLY, LEAP_DAY = 0.5, 0.1, 0.4, 0.3, 0.2, 0.05
"""How many people have a name in a script of their own, a weak alias, a passport; how many
companies an abbreviation; of how many people the list knows a year only, or 29 February."""

TWICE = 0.25
"""Of the targets on the UN's list, how many stand on OFAC's too."""


def invented(number: int, chance: Random) -> list[Target]:
    """Make a target whose name nobody of the sample has; on two lists at times."""
    home = _home(chance)
    sort = Sort.ENTITY if home is Home.CSL else _sort(chance)
    sort = Sort.INDIVIDUAL if home is Home.UN and sort is Sort.VESSEL else sort
    made = {
        Sort.INDIVIDUAL: _person,
        Sort.ENTITY: _company,
        Sort.VESSEL: _ship,
    }[sort](number, home, chance)
    if home is Home.UN and chance.random() < TWICE:
        return [made, on_sdn(made)]
    return [made]


def on_sdn(target: Target) -> Target:
    """Give the same target as OFAC would list it."""
    return Target(
        number=target.number,
        home=Home.SDN,
        sort=target.sort,
        name=target.name,
        country=target.country,
        family=target.family,
        aliases=target.aliases,
        born=target.born,
        passport=target.passport,
    )


def word(chance: Random, *, ending: bool = False) -> str:
    """Make up a word in Latin letters."""
    part = _words()["parts"]
    said = ""
    for _ in range(chance.choice((2, 3, 3))):
        said += "".join(
            chance.choice(part[kind].split()).strip("-") for kind in ("onsets", "vowels", "codas")
        )
    return (said + (chance.choice(part["endings"].split()).strip("-") if ending else "")).title()


def day_of_birth(chance: Random) -> str:
    """Give a day of birth, or a year where the list knows no more; 29 February is among them."""
    year = chance.randrange(1944, 2001)
    if chance.random() < YEAR_ONLY:
        return str(year)
    if year % 4 == 0 and chance.random() < LEAP_DAY:
        return f"{year}-02-29"
    return f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def _person(number: int, home: Home, chance: Random) -> Target:
    code = chance.choice(_in_scripts() if chance.random() < WITH_SCRIPT else abroad())
    original = ""
    if code in _in_scripts():
        (given, own), (family, family_own) = (_syllables(code, n, chance) for n in (2, 3))
        original = f"{own} {family_own}"
    else:
        given, family = _given(code, chance), word(chance, ending=True)
    aliases = tuple(f"{word(chance)} {family}" for _ in range(chance.choice((0, 0, 1, 1, 2))))
    weak = (f"The {word(chance)}",) if chance.random() < WEAK else ()
    passport = f"Y{chance.randrange(10**7):07} {code}" if chance.random() < PASSPORT else ""
    return Target(
        number=number,
        home=home,
        sort=Sort.INDIVIDUAL,
        name=f"{given} {family}",
        family=family,
        original=original if home is Home.UN else "",
        country=code,
        aliases=aliases,
        weak=weak,
        born=day_of_birth(chance),
        passport=passport,
    )


def _company(number: int, home: Home, chance: Random) -> Target:
    code = chance.choice(abroad())
    said = _words()["companies"]
    name = f"{word(chance)} {chance.choice(said['trades'])} {chance.choice(said['forms'])}"
    aliases = (word(chance).upper()[:6],) if chance.random() < SHORT_NAME else ()
    return Target(number, home, Sort.ENTITY, name, code, aliases=aliases)


def _ship(number: int, home: Home, chance: Random) -> Target:
    six = f"{chance.randrange(900_000, 990_000)}"
    check = sum(int(figure) * weight for figure, weight in zip(six, range(7, 1, -1), strict=True))
    name = f"{word(chance)} {chance.choice(('Star', 'Pearl', 'Wave'))}"
    return Target(
        number, home, Sort.VESSEL, name, chance.choice(abroad()), imo=f"{six}{check % 10}"
    )


def _given(code: str, chance: Random) -> str:
    """Give a given name; where people have one name only, it would be the name of a customer."""
    country = countries()[code]
    plain = [name for name in country.given if name.isascii() and "{family}" in country.person]
    return chance.choice(plain) if plain else word(chance)


def _syllables(code: str, count: int, chance: Random) -> tuple[str, str]:
    """Make a word of syllables, in Latin letters and in a country's script."""
    table = _words()["syllables"]
    latin, own = table["latin"].split(), table[code].split()
    picked = [chance.randrange(len(latin)) for _ in range(count)]
    return "".join(latin[at] for at in picked).title(), "".join(own[at] for at in picked)


@cache
def _in_scripts() -> tuple[str, ...]:
    return tuple(code for code in _words()["syllables"] if code != "latin")


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    text = resources.files(__package__).joinpath("lists_words.toml").read_text(encoding="utf-8")
    return cast("Mapping[str, Mapping[str, str]]", tomllib.loads(text))


def programme(target: Target) -> str:
    """Give the programme under which a target is listed."""
    several = cast("list[str]", _words()["programmes"].get(target.home, ["-"]))
    return several[target.number % len(several)]


def _home(chance: Random) -> Home:
    return chance.choices([home for home, _ in SHARES], [share for _, share in SHARES])[0]


def _sort(chance: Random) -> Sort:
    return chance.choices([sort for sort, _ in SORTS], [share for _, share in SORTS])[0]
