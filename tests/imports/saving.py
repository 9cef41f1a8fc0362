# ruff: noqa: RUF001 - names are written in the scripts of their countries
"""A list of some size, made up with a seed, and parties that nearly stand on it."""

import random

from knowntenant.screening.entry import (
    Entry,
    Identifier,
    IdKind,
    Kind,
    ListedName,
    NameKind,
    Source,
)
from knowntenant.screening.party import Party

PEOPLE = (
    "Nguyễn Văn Bình", "Đặng Quỳnh Trâm", "محمد علي الحسن", "Мохаммед Алиев", "Теодор Башков",
    "김민수", "王小明", "Ζόλβικ Παύλος", "מוחמד כהן", "Zolvik, Jana", "Teodor Baškov", "Suharto",
    "Ana Maria de Pereira", "Jean-Luc O'Brian", "Mohammed al Hassan", "Abu\nBakr",
)  # fmt: skip
COMPANIES = (
    "深圳市安柏有限公司", "ООО «Золвик»", "Zolvik Trading Co., Ltd.", "Quarzwerk Handels GmbH",
    "Amber Data Hosting LLC", "Zolvik Shipping S.A.", "شركة النور للتجارة", "株式会社アンバー",
    "Sun Rise 9", "bc1qexample0000zolvik", "M/V Amber Star",
)  # fmt: skip
SYLLABLES = ("ba", "ko", "li", "mu", "ne", "shi", "tra", "wel", "zo")
DAYS = ("1964-02-29", "1964", "~1963", "1960/1962", "1961-03-05", "1990-01-01")
PLACES = ("vn", "sy", "ru", "cn")
NUMBERS = tuple(
    Identifier(kind, value)
    for kind in (IdKind.PASSPORT, IdKind.IMO, IdKind.WALLET, IdKind.OTHER)
    for value in ("9074729", "IMO 9074729", *(f"B-{n} 456" for n in range(30)))
)


def entries(count: int = 150, seed: int = 4) -> list[Entry]:
    """Make entries up; two share an id."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, guards nothing
    made = [_entry(chance, number) for number in range(count)]
    return [*made, Entry("x:1", "x", Kind.PERSON, (ListedName("Again Another"),))]


def parties(count: int = 300, seed: int = 5) -> list[Party]:
    """Make parties up, of every kind."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, guards nothing
    names = [name.text for entry in entries() for name in entry.names]
    return [_party(chance, number, names) for number in range(count)]


def _entry(chance: random.Random, number: int) -> Entry:
    kind = chance.choice(list(Kind))
    names = [
        ListedName(_name(chance, kind), chance.choice(list(NameKind)), chance.choice(("", "Latn")))
        for _ in range(chance.randint(1, 3))
    ]
    return Entry(
        f"x:{number}",
        "x",
        kind,
        tuple(names),
        tuple(chance.sample(DAYS, chance.randint(0, 2))),
        tuple(chance.sample(PLACES, chance.randint(0, 2))),
        ("1 Quay Street, Huế",) * chance.randint(0, 1),
        tuple(chance.sample(NUMBERS, chance.randint(0, 2))),
        ("example",),
        "2022-03-01",
        "line\nof remarks\ud800",
        Source("x.csv", number),
    )


def _party(chance: random.Random, number: int, names: list[str]) -> Party:
    kind = chance.choice(list(Kind))
    return Party(
        f"C-{number}",
        kind,
        _slipped(chance, chance.choice(names)),
        (_name(chance, kind),) * chance.randint(0, 1),
        chance.choice(("", "1964-02-29", "1961-05-03", "1963")),
        tuple(chance.sample(PLACES, chance.randint(0, 1))),
        chance.choice(("", "Quay Street 1, Hue")),
        tuple(chance.sample(NUMBERS, chance.random() < 0.3)),
    )


def _name(chance: random.Random, kind: Kind) -> str:
    text = chance.choice(PEOPLE if kind == Kind.PERSON else COMPANIES)
    return f"{text} {''.join(chance.choices(SYLLABLES, k=3))}"


def _slipped(chance: random.Random, text: str) -> str:
    """Write a name with a slip, or without one."""
    at = chance.randrange(len(text))
    slip = text[:at] + chance.choice("aeiou n") + text[at + chance.randint(0, 1) :]
    return chance.choice((text, slip))
