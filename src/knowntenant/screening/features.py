"""The table of features: what a matcher looks at, with the reason that a reviewer reads."""

from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Feature:
    """Something a matcher looks at: the attribute of this name of what was seen.

    Its value is a number, mostly 0 to 1, and 0 where there is nothing to see. reason: what it
    means, in words for a reviewer. speaks_for: whether it can only speak for a hit, or only
    against it; no weight has the other sign.
    """

    name: str
    reason: str
    speaks_for: bool = False


NAMES: tuple[Feature, ...] = (
    Feature("matched", "rare words, or several words, go together", speaks_for=True),
    Feature("matched_much", "a long name, or very rare words, go together", speaks_for=True),
    Feature("asked_only", "words that only the party has"),
    Feature("asked_share", "how much of the party's name that is"),
    Feature("listed_only", "words that only the list has"),
    Feature("listed_share", "how much of the listed name that is"),
    Feature("contradiction", "words are left over on both sides: they contradict each other"),
    Feature("contradiction_share", "how much of both names contradicts the other"),
    Feature("rarest_asked", "the party's rarest word differs"),
    Feature("rarest_listed", "the listed name's rarest word differs"),
    Feature("last_word", "the names end in words that differ"),
    Feature("same_name", "the names are the same, word by word", speaks_for=True),
    Feature("order", "the words stand in another order"),
    Feature("slips", "how much is spelled otherwise"),
    Feature("slips_one_word", "spelled otherwise, and only one telling word matches"),
    Feature("sound", "spelled otherwise, sounds the same"),
    Feature("group", "another spelling or language of the same name"),
    Feature("synonym", "an abbreviation or a translation"),
    Feature("one_slip", "one slip of the pen"),
    Feature("two_slips", "two slips of the pen"),
    Feature("nickname", "a pet form of the name"),
    Feature("sound_near", "sounds nearly the same"),
    Feature("joined", "written as one word here and as two there"),
    Feature("initial", "an initial stands for a word"),
    Feature("initial_left", "an initial, and words are left over"),
    Feature("foreign", "the name was read from another script"),
    Feature("form_other", "another legal form"),
    Feature("form_lost", "one side leaves out the legal form"),
)

QUALIFIERS: tuple[Feature, ...] = (
    Feature("born_same_day", "born on the same day", speaks_for=True),
    Feature("born_same_year", "born in the same year", speaks_for=True),
    Feature("born_slip", "dates of birth one slip apart", speaks_for=True),
    Feature("born_near", "born within a year of each other"),
    Feature("born_circa", "the list's approximate date of birth fits", speaks_for=True),
    Feature("born_apart", "born a few years apart"),
    Feature("born_disjoint", "born many years apart"),
    Feature("country_same", "a country in common", speaks_for=True),
    Feature("country_other", "no country in common"),
    Feature("address", "words of the address in common", speaks_for=True),
    Feature("weak_alias", "the list itself calls this alias weak"),
    Feature("kind_untold", "the list does not tell whether it means a person"),
    Feature("kind_other", "the list means another kind of thing"),
)


class Values(NamedTuple):
    """How to take all values of a table from what was seen, in the order of the table."""

    of_name: "attrgetter[tuple[float, ...]]"
    of_rest: "attrgetter[tuple[float, ...]]"


TAKE = Values(
    attrgetter(*(feature.name for feature in NAMES)),
    attrgetter(*(feature.name for feature in QUALIFIERS)),
)
