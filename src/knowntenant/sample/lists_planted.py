"""Customers, owners and resellers of the sample put on made-up lists, each in another disguise.

Only names that nobody else of the sample has are taken, so that the truth about each is whole.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from anyascii import anyascii

from knowntenant.sample.lists_made import Home, Sort, Target, day_of_birth, word
from knowntenant.sample.names import ascii_word, countries
from knowntenant.sample.provider import Wanted, stories
from knowntenant.sample.resellers import resellers
from knowntenant.sample.rows import Row


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of the sample: customer, owner or reseller, with what a list may know of them."""

    about: str
    id: str
    name: str
    country: str
    entity: bool
    passport: str = ""


@dataclass(frozen=True, slots=True)
class Planted:
    """A target that is somebody of the sample, or only looks like it (expected: see the README)."""

    situation: str
    story: str
    who: Who
    target: Target
    expected: str


Disguise = Callable[[Who, Target, Random], Target]


@dataclass(frozen=True, slots=True)
class _Plan:
    """A disguise: whom it fits, on which list they come, what is changed, what is to be found."""

    home: Home
    fits: Callable[[Who], bool]
    change: Disguise
    expected: str = "hit"
    most: int = 2


def planted(customers: int, seed: int, first: int) -> list[Planted]:
    """Put people and companies of a sample on lists, with numbers from `first` on."""
    everybody = [one for one in _everybody(customers, seed) if one.country in countries()]
    pool = _unique(everybody)
    found: list[Planted] = []
    numbers = count(first)
    for plan in PLANS:
        places = {one.country: one for one in reversed(pool) if plan.fits(one)}
        chosen = [one for one in pool if places.get(one.country) is one][: plan.most]
        pool = [one for one in pool if one not in chosen]
        for who in chosen:
            chance = Random(f"lists/{seed}/{who.id}")
            target = plan.change(who, _target(who, plan.home, next(numbers), chance), chance)
            found.append(_row(plan.change, who, target, plan.expected))
            if who.entity and plan.expected == "hit":
                alike = [one for one in everybody if one.id != who.id and _alike(one, who)]
                found += [_row(legal_form, one, target, "alike") for one in alike]
                pool = [one for one in pool if one not in alike]
    return found


def _row(change: Disguise, who: Who, target: Target, expected: str) -> Planted:
    story = (change.__doc__ or "").rstrip(".")
    return Planted(change.__name__, story, who, target, expected)


def _alike(one: Who, other: Who) -> bool:
    """Tell whether two companies have the same name but for the legal form."""
    return one.entity and ascii_key(_without_form(one)) == ascii_key(_without_form(other))


def _target(who: Who, home: Home, number: int, chance: Random) -> Target:
    latin = in_latin(who.name)
    family = "" if who.entity else _family(who, latin)
    given = " ".join(latin.removeprefix(family).removesuffix(family).split())
    return Target(
        number=number,
        home=home,
        sort=Sort.ENTITY if who.entity else Sort.INDIVIDUAL,
        name=f"{given} {family}".strip(),
        family=family,
        original="" if who.name.isascii() else who.name,
        country=who.country,
        born="" if who.entity else day_of_birth(chance),
    )


def _family(who: Who, latin: str) -> str:
    """Give the family name, as people of the country put it: first or last."""
    first = countries()[who.country].person.startswith("{family}")
    return latin.partition(" ")[0] if first else latin.rpartition(" ")[2]


def in_latin(name: str) -> str:
    """Give a name in Latin letters, with blanks between what was a sign each."""
    plain = anyascii(name)
    if ascii_word(name) == "post":  # no letter of it is Latin
        plain = re.sub("(?<=[a-z])(?=[A-Z])", " ", plain)
    return " ".join(plain.split())


def exact_name(_who: Who, target: Target, _chance: Random) -> Target:
    """The name as the customer gave it, family name first on the list."""
    return target


def own_script(_who: Who, target: Target, _chance: Random) -> Target:
    """The name in its own script, beside one in Latin letters."""
    return target


def other_script(_who: Who, target: Target, _chance: Random) -> Target:
    """The name in Latin letters only, where the customer wrote it in another script."""
    return target


def no_accents(_who: Who, target: Target, _chance: Random) -> Target:
    """The name without its accents."""
    return target


def misspelt(_who: Who, target: Target, chance: Random) -> Target:
    """Two letters of the name changed places."""
    threes = zip(target.family, target.family[1:], target.family[2:], strict=False)
    letters = [at for at, (before, one, other) in enumerate(threes, start=1)
               if one != other and (before + one + other).isalpha()]  # fmt: skip
    at = chance.choice(letters)
    family = target.family
    swapped = family[:at] + family[at + 1] + family[at] + family[at + 2 :]
    return replace(target, name=target.name.replace(family, swapped), family=swapped)


def middle_name(_who: Who, target: Target, chance: Random) -> Target:
    """A name in the middle that the customer did not give."""
    given = target.name.removesuffix(target.family).strip()
    return replace(target, name=f"{given} {word(chance)} {target.family}")


def alias(who: Who, target: Target, chance: Random) -> Target:
    """The name is an alias; the target's own is another."""
    family = word(chance, ending=True)
    return replace(target, name=f"{word(chance)} {family}", family=family, aliases=(who.name,))


def weak_alias(who: Who, target: Target, chance: Random) -> Target:
    """The name is an alias that the authority calls weak."""
    family = word(chance, ending=True)
    return replace(target, name=f"{word(chance)} {family}", family=family, weak=(who.name,))


def passport(who: Who, target: Target, chance: Random) -> Target:
    """Another name altogether, and the number of the customer's passport."""
    family = word(chance, ending=True)
    number = f"{who.passport} {who.country}"
    return replace(target, name=f"{word(chance)} {family}", family=family, passport=number)


def legal_form(who: Who, target: Target, _chance: Random) -> Target:
    """The company with another legal form."""
    bare = _without_form(who)
    form = "GmbH" if who.name.endswith(("LLC", "Limited")) else "LLC"
    return replace(target, name=f"{in_latin(bare)} {form}")


def same_company(_who: Who, target: Target, _chance: Random) -> Target:
    """The company's name as it stands."""
    return target


def known_reseller(_who: Who, target: Target, _chance: Random) -> Target:
    """A reseller on the provider's own list."""
    return target


def same_family_only(_who: Who, target: Target, chance: Random) -> Target:
    """Somebody else: only the family name is the customer's."""
    return replace(target, name=f"{word(chance)} {target.family}")


def same_word_only(who: Who, target: Target, chance: Random) -> Target:
    """Another company: one word of the name is the customer's."""
    first = anyascii(_without_form(who)).split()[0]
    return replace(target, name=f"{first} {word(chance)} {word(chance)} LLC")


def _person(who: Who) -> bool:
    return not who.entity and " " in who.name


def _latin(who: Who) -> bool:
    return _person(who) and who.name.isascii()


def _customer(who: Who) -> bool:
    return _latin(who) and who.about == "customer"


def _owner(who: Who) -> bool:
    return _latin(who) and who.about == "owner"


def _accented(who: Who) -> bool:
    return _person(who) and not who.name.isascii() and ascii_word(who.name.split()[0]) != "post"


def _spelt_alike(who: Who) -> bool:
    """Tell whether a script is one that is spelt out letter by letter, vowels and all."""
    return _person(who) and who.country in {"RU", "UA", "KZ", "GR", "GE", "AM"}


def _other_letters(who: Who) -> bool:
    return not who.entity and ascii_word(who.name) == "post" and not _spelt_alike(who)


def _company(who: Who) -> bool:
    return who.entity and who.name.isascii() and who.about != "reseller"


def _with_form(who: Who) -> bool:
    return _company(who) and len(_without_form(who).split()) > 1


PLANS = (
    _Plan(Home.SDN, _customer, exact_name),
    _Plan(Home.SDN, _owner, exact_name),
    _Plan(Home.UN, _other_letters, own_script, most=5),
    _Plan(Home.SDN, _spelt_alike, other_script),
    _Plan(Home.SDN, _accented, no_accents),
    _Plan(Home.SDN, _customer, misspelt),
    _Plan(Home.UN, _customer, middle_name),
    _Plan(Home.SDN, _latin, alias),
    _Plan(Home.SDN, _latin, weak_alias, "weak"),
    _Plan(Home.SDN, lambda who: bool(who.passport), passport, "identifier"),
    _Plan(Home.CSL, _company, same_company),
    _Plan(Home.CSL, _with_form, legal_form),
    _Plan(Home.OWN, lambda who: who.about == "reseller" and who.name.isascii(), known_reseller),
    _Plan(Home.SDN, _latin, same_family_only, "none"),
    _Plan(Home.CSL, _with_form, same_word_only, "none"),
)


def _without_form(who: Who) -> str:
    """Give a company's name without what its country's companies put around it."""
    for form in countries()[who.country].firms:
        before, _, after = form.partition("{}")
        if who.name.startswith(before) and who.name.endswith(after):
            return who.name.removeprefix(before).removesuffix(after)
    return who.name


def _unique(everybody: Iterable[Who]) -> list[Who]:
    held = list(everybody)
    times = Counter(ascii_key(who.name) for who in held)
    ids = Counter(who.id for who in held)
    return [who for who in held if times[ascii_key(who.name)] == 1 == ids[who.id]]


def ascii_key(name: str) -> str:
    """Give a name in plain letters, whatever its accents and the order of its words."""
    return " ".join(sorted(anyascii(name).casefold().replace(",", " ").split()))


def _everybody(customers: int, seed: int) -> Iterator[Who]:
    for row in resellers().rows["resellers"]:
        yield _who("reseller", str(row["id"]), {"kind": "entity", **row})
    for _, story in stories(Wanted(customers, seed)):
        for made in story.customers:
            numbers = {
                str(row["person"]): str(row["number"])
                for row in made.rows["evidence"]
                if row["kind"] == "passport"
            }
            for row in made.rows["customers"]:
                if row.get("name"):
                    yield _who("customer", made.id, row, numbers.get(made.id, ""))
            for row in made.rows["owners"]:
                if row.get("name"):
                    yield _who("owner", str(row["owner"]), row)


def _who(about: str, number: str, row: Row, passport: str = "") -> Who:
    places = row.get("citizen") or row.get("organised_in") or row.get("located") or ""
    place = places[0] if isinstance(places, tuple) else places
    return Who(about, number, str(row["name"]), place[:2], row["kind"] == "entity", passport)
