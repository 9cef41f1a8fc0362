"""What two names laid beside each other come to, in numbers that features read."""

from dataclasses import dataclass
from typing import NamedTuple

from knowntenant.screening.alignment import Alignment
from knowntenant.screening.index import Asked
from knowntenant.screening.vocabulary import How
from knowntenant.screening.word_tables import forms_agree

STRONG = 0.3  # what a word weighs at least that tells people or companies apart
SOME, MORE = 0.6, 1.2  # what is matched counts from the first on, and otherwise from the second
MOST_LEFT = 1.5


@dataclass(slots=True)
class Comparison:
    """The sums that features read; a feature of the table is the attribute of its name.

    What a word weighs is 0 (says nothing) to 1 (very rare); a share is of what goes together, or of
    the side it is named for.
    """

    alignment: Alignment
    matched: float
    matched_much: float
    asked_only: float
    asked_share: float
    listed_only: float
    listed_share: float
    contradiction: float
    contradiction_share: float
    rarest_asked: float
    rarest_listed: float
    last_word: bool
    same_name: bool
    order: bool
    slips: float
    slips_one_word: float
    sound: float
    group: float
    synonym: float
    one_slip: float
    two_slips: float
    nickname: float
    sound_near: float
    joined: float
    initial: float
    initial_left: float
    foreign: bool
    form_other: bool
    form_lost: bool


def compare(
    asked: Asked, forms: tuple[str, ...], listed: list[float], laid: Alignment
) -> Comparison:
    """Add up an alignment; forms: of the listed name; listed: what each of its words weighs.

    A word asked about that goes with another weighs what the listed one weighs.
    """
    together = _together(asked, listed, laid)
    weights, asked_near, listed_near, by_how, matched, slips, strong, in_order = together
    asked_left, listed_left = laid.asked_left, laid.listed_left
    asked_only = sum([weights[i] for i in asked_left])
    listed_only = sum([listed[j] for j in listed_left])
    asked_share, listed_share = (
        asked_only / (sum(weights) + 0.05),
        listed_only / (sum(listed) + 0.05),
    )
    base = matched + 0.05
    ends = asked_left and listed_left and asked_left[-1] == len(weights) - 1
    mine = asked.name.forms
    return Comparison(
        laid,
        min(max(matched - SOME, 0.0), MORE - SOME),
        min(max(matched - MORE, 0.0), MORE),
        min(asked_only, MOST_LEFT),
        asked_share,
        min(listed_only, MOST_LEFT),
        listed_share,
        min(asked_only, listed_only, 1.0),
        min(asked_share, listed_share),
        1.0 - asked_near[weights.index(max(weights))],
        1.0 - listed_near[listed.index(max(listed))],
        bool(ends) and listed_left[-1] == len(listed) - 1,
        not asked_left and not listed_left and by_how[How.SAME] >= matched - 1e-9,
        not in_order,
        slips / base,
        slips / base if strong <= 1 else 0.0,
        by_how[How.SOUND] / base,
        by_how[How.GROUP] / base,
        by_how[How.SYNONYM] / base,
        by_how[How.TYPO1] / base,
        by_how[How.TYPO2] / base,
        by_how[How.NICKNAME] / base,
        by_how[How.SOUND_NEAR] / base,
        by_how[How.JOINED] / base,
        by_how[How.INITIAL] / base,
        by_how[How.INITIAL] / base * (asked_share + listed_share),
        asked.name.foreign,
        bool(mine and forms) and not forms_agree(mine, forms),
        bool(mine) != bool(forms),
    )


class _Together(NamedTuple):
    """The sums over the words that go together; weights: of the words asked about, as meant."""

    weights: list[float]
    asked_near: list[float]
    listed_near: list[float]
    by_how: list[float]
    matched: float
    slips: float
    strong: int
    in_order: bool


def _together(asked: Asked, listed: list[float], laid: Alignment) -> _Together:
    weights = list(asked.weights)
    asked_near, listed_near = [0.0] * len(weights), [0.0] * len(listed)
    by_how = [0.0] * len(How)
    matched = slips = 0.0
    strong, last, in_order = 0, -1, True
    for i, i_end, j, j_end, (similarity, how) in sorted(laid.matched):
        weight = listed[j] if j_end == j + 1 else sum(listed[j:j_end])
        if i_end == i + 1:
            weights[i] = weight
            asked_near[i] = similarity
        else:
            weight = max(weight, sum(weights[i:i_end]))
            asked_near[i:i_end] = [similarity] * (i_end - i)
        listed_near[j:j_end] = [similarity] * (j_end - j)
        matched += weight
        by_how[how] += weight
        slips += weight * (1.0 - similarity)
        strong += weight >= STRONG and how != How.INITIAL
        in_order = in_order and j > last
        last = j
    return _Together(weights, asked_near, listed_near, by_how, matched, slips, strong, in_order)
