"""Why a hit has its score: the words side by side, and what every feature added."""

from knowntenant.screening.algorithm import Weights
from knowntenant.screening.comparison import Comparison
from knowntenant.screening.entry import Entry
from knowntenant.screening.features import NAMES, QUALIFIERS
from knowntenant.screening.hit import Line, Pair
from knowntenant.screening.names import Name
from knowntenant.screening.party import Party
from knowntenant.screening.qualifiers import Qualified
from knowntenant.screening.scoring import floor

HOWS = (
    "same",
    "sounds the same",
    "same name, spelled otherwise",
    "abbreviated or translated",
    "one slip",
    "pet form",
    "beginning of the word",
    "sounds nearly the same",
    "two slips",
    "joined or split",
    "initial",
)
"""What the ways in which words go together are called, in the order of `How`."""
SAME = ("same_at_least", "the same name is always looked at")
NUMBER = ("number_at_least", "the same number")


def pairs(name: Name, listed: list[str], seen: Comparison) -> tuple[Pair, ...]:
    """Give the words side by side, in the order of the party's name; what is left over, alone."""
    laid = seen.alignment
    found = [
        (one.asked, Pair(" ".join(name.words[one.asked : one.asked_end]),
                         " ".join(listed[one.listed : one.listed_end]),
                         round(one.near.similarity, 3), HOWS[one.near.how]))
        for one in laid.matched
    ]  # fmt: skip
    found += [(place, Pair(name.words[place], "", 0.0, "only asked")) for place in laid.asked_left]
    rest = [Pair("", listed[place], 0.0, "only listed") for place in laid.listed_left]
    return (*(pair for _, pair in sorted(found, key=lambda one: one[0])), *rest)


def lines(
    weights: Weights, seen: Comparison, qualified: Qualified, sides: tuple[Party, Entry]
) -> tuple[Line, ...]:
    """Give what each feature added, in calibrated log-odds; together they are the score's.

    A feature that saw nothing has no line. Where two names are the same but all of their words
    are frequent, a line of its own lifts them to what the algorithm holds to be the least.
    """
    slope = weights.slope
    made = [Line("start", slope * weights.start + weights.shift, 1.0, "where every pair begins")]
    points = weights.start
    for weight, feature in zip(weights.names, NAMES, strict=True):
        value = float(getattr(seen, feature.name))
        points += weight * value
        if value and weight:
            made.append(Line(feature.name, slope * weight * value, value, feature.reason))
    terms = []
    for weight, other in zip(weights.qualifiers, QUALIFIERS, strict=True):
        value = float(getattr(qualified, other.name))
        terms.append(weight * value)
        if value and weight:
            compared = _compared(other.name, *sides)
            made.append(Line(other.name, slope * weight * value, value, other.reason, *compared))
    number = qualified.identifier
    least = floor(weights, terms, same_name=seen.same_name, same_number=bool(number))
    lifted = least - points - sum(terms)
    if lifted > 0:
        name, reason = NUMBER if number else SAME
        made.append(Line(name, slope * lifted, 1.0, reason, number, number))
    return tuple(made)


def _compared(feature: str, party: Party, entry: Entry) -> tuple[str, str]:
    """Give the two values that a feature compared."""
    if feature.startswith("born"):
        return party.birth_date, ", ".join(entry.birth_dates)
    if feature.startswith("country"):
        return ", ".join(party.countries), ", ".join(entry.countries)
    if feature.startswith("kind"):
        return party.kind, entry.kind
    return (party.address, "; ".join(entry.addresses)) if feature == "address" else ("", "")
