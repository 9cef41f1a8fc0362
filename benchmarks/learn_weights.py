# ruff: noqa: INP001 - scripts stand here, run as `python -m benchmarks.NAME`
"""Learn the weights of a screening algorithm from labelled cases, and say how well they hold.

    python -m benchmarks.learn_weights --to src/knowntenant/screening/weights/kt-2.toml

A logistic regression with a ridge, over what the features see. Of each case it takes the best pair
of the right target and the two best pairs of any other, in rounds, because which pair is best
depends on the weights. Five-fold cross-validation gives scores that no case had a part in; on
these rests the calibration.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.screening_adapter import entry_of, party_of
from benchmarks.screening_material import Query, read_cases, read_entries, without
from knowntenant.screening.features import NAMES, QUALIFIERS, TAKE
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.qualifiers import qualify

Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]
Ints = NDArray[np.int64]
FOLDS, ROUNDS, RIDGE = 5, 3, 10.0
DATA = Path(__file__).parents[2] / "shared/data"
OTHERS = 2  # pairs of other targets taken of a case
"""What cases cannot teach, because none has it: set by hand, in log-odds."""
BY_HAND = {"kind_other": -1.5}
CIRCA = 0.5  # what an approximate date that fits counts, as a share of the same year
SAME_NAME_SCORE = 0.7  # what two names that are the same come to at least, without anything else
SAME_NUMBER_SCORE = 0.95  # what a hit with the same number comes to at least
LEAST_MOVE = 0.03  # log-odds by which a feature moves a score by one standard deviation
SPEAKS_FOR = np.array([one.speaks_for for one in (*NAMES, *QUALIFIERS)])
SCALARS = ("start", "slope", "shift", "same_at_least", "number_at_least")
FEATURES = (*(one.name for one in NAMES), *(one.name for one in QUALIFIERS))


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of a case's name and a listed name: what was seen, and whether it is the target."""

    seen: Floats
    case: Ints
    right: Marks
    people: Marks


def collect(matcher: Matcher, cases: Sequence[tuple[Query, frozenset[str]]]) -> Rows:
    """Lay the names of all cases beside the listed names that come into question."""
    seen, numbers, right, people = [], [], [], []
    for number, (query, expected) in enumerate(cases):
        party = party_of(query)
        for one in matcher.seen(party):
            names = TAKE.of_name(one.compared)
            for told in matcher.owners(one):
                entry = matcher.listed.entries[told.entry]
                beside = qualify(party, entry, weak=told.weak)
                seen.append([*names, *TAKE.of_rest(beside)])
                numbers.append(number)
                right.append(entry.id in expected)
                people.append(one.people)
    return Rows(np.array(seen, float), np.array(numbers), np.array(right), np.array(people))


def best_pairs(rows: Rows, score: Floats) -> Ints:
    """Give the places of each case's best pair of the target, and best pairs of others."""
    order = np.lexsort((-score, ~rows.right, rows.case))
    key = rows.case[order] * 2 + rows.right[order]
    start = np.concatenate(([True], key[1:] != key[:-1]))
    rank = np.arange(len(key)) - np.maximum.accumulate(np.where(start, np.arange(len(key)), 0))
    kept: Ints = order[rank < np.where(rows.right[order], 1, OTHERS)]
    return kept


def logistic(seen: Floats, right: Marks, ridge: float = RIDGE) -> Floats:
    """Give start and weights of a logistic regression with a ridge, by Newton's method.

    The ridge counts on features scaled to one standard deviation, and not on the start.
    """
    middle, spread = seen.mean(0), seen.std(0)
    spread[spread < 1e-9] = np.inf  # noqa: PLR2004 - a feature that nothing was seen of stays 0
    design = np.column_stack((np.ones(len(seen)), (seen - middle) / spread))
    penalty = np.diag([0.0, *([ridge] * seen.shape[1])])
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        rate = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (rate - right) + penalty @ weights
        curve = (design * (rate * (1 - rate))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(curve)), slope)
        weights -= step
        if np.abs(step).max() < 1e-7:  # noqa: PLR2004 - far below what anybody could see
            break
    plain = weights[1:] / spread
    return np.concatenate(([weights[0] - plain @ middle], plain))


def learn(rows: Rows, among: Marks, score: Floats) -> Floats:
    """Learn start and weights from the best pairs among some rows, by the scores so far."""
    places = np.flatnonzero(among)
    part = Rows(rows.seen[places], rows.case[places], rows.right[places], rows.people[places])
    chosen = best_pairs(part, score[places])
    return by_hand(one_way(part.seen[chosen], part.right[chosen]))


def one_way(seen: Floats, right: Marks) -> Floats:
    """Learn weights of which each has the sign that its feature declares, or none.

    Features of the wrong sign, and those that hardly move a score, are left out, and the rest is
    learned again until none is left to leave out.
    """
    kept = np.ones(seen.shape[1], bool)
    while True:
        weights = logistic(np.where(kept, seen, 0.0), right)
        moves = weights[1:] * seen.std(0)
        wrong = kept & (np.where(SPEAKS_FOR, moves, -moves) < LEAST_MOVE)
        if not wrong.any():
            weights[1:][~kept] = 0.0
            return weights
        kept &= ~wrong


def by_hand(weights: Floats) -> Floats:
    """Put the weights that no case can teach in their places."""
    made = weights.copy()
    for name, value in BY_HAND.items():
        made[1 + FEATURES.index(name)] = value
    made[1 + FEATURES.index("born_circa")] = CIRCA * made[1 + FEATURES.index("born_same_year")]
    return made


def points(rows: Rows, weights: Floats) -> Floats:
    """Give what pairs come to, in log-odds before calibration."""
    made: Floats = weights[0] + rows.seen @ weights[1:]
    return made


def first_guess(rows: Rows) -> Floats:
    """Give a rough order of pairs, to begin with: what matches less what is left over."""
    place = {name: number for number, name in enumerate(FEATURES)}
    seen = rows.seen
    made: Floats = (
        seen[:, place["matched"]]
        - seen[:, place["asked_only"]]
        - seen[:, place["listed_only"]]
        + 0.3 * seen[:, place["same_name"]]
    )
    return made


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights of one sort, and scores of its pairs that the pair's own case had no part in."""

    weights: Floats
    held_out: Floats


def in_rounds(rows: Rows, among: Marks, folds: Ints) -> Learned:
    """Learn, score, choose the best pairs anew, and learn again."""
    score = first_guess(rows)
    held_out = score
    for _ in range(ROUNDS):
        held_out = np.zeros(len(score))
        for fold in range(FOLDS):
            inside = folds[rows.case] == fold
            weights = learn(rows, among & ~inside, score)
            held_out[inside] = points(rows, weights)[inside]
        score = held_out
    return Learned(learn(rows, among, score), held_out)


def calibrate(rows: Rows, among: Marks, score: Floats) -> tuple[float, float]:
    """Give slope and shift that turn points into the rate of right pairs, a case's best ones."""
    best: dict[int, int] = {}
    for place in np.flatnonzero(among).tolist():
        case = rows.case[place]
        if case not in best or score[place] > score[best[case]]:
            best[case] = place
    chosen = np.array(sorted(best.values()))
    shift, slope = logistic(score[chosen][:, None], rows.right[chosen], ridge=0.0)
    return float(slope), float(shift)


def as_toml(people: Mapping[str, Any], organizations: Mapping[str, Any], threshold: float) -> str:
    """Write an algorithm as its data file."""
    text = [f"threshold = {threshold!r}"]
    for sort, told in (("people", people), ("organizations", organizations)):
        text += ["", f"[{sort}]"]
        text += [f"{key} = {told[key]!r}" for key in SCALARS]
        for part, features in (("names", NAMES), ("qualifiers", QUALIFIERS)):
            text += ["", f"[{sort}.{part}]"]
            text += [f"{one.name} = {told[one.name]!r}" for one in features]
    return "\n".join(text) + "\n"


def told_of(learned: Learned, calibration: tuple[float, float]) -> dict[str, float]:
    """Give weights by name, rounded to what one can read."""
    slope, shift = calibration
    told = {"start": learned.weights[0], "slope": slope, "shift": shift}
    for name, score in (("same", SAME_NAME_SCORE), ("number", SAME_NUMBER_SCORE)):
        told[f"{name}_at_least"] = (float(np.log(score / (1 - score))) - shift) / slope
    told |= dict(zip(FEATURES, learned.weights[1:], strict=True))
    return {name: round(float(value), 4) for name, value in told.items()}


def learned_from(
    matcher: Matcher, cases: Sequence[tuple[Query, frozenset[str]]], threshold: float, seed: int
) -> str:
    """Learn from queries with the ids of their targets; give the data file's content."""
    rows = collect(matcher, cases)
    folds = np.random.default_rng(seed).integers(0, FOLDS, len(cases))
    found = []
    for people in (True, False):
        among = rows.people == people
        learned = in_rounds(rows, among, folds)
        found.append(told_of(learned, calibrate(rows, among, learned.held_out)))
    return as_toml(found[0], found[1], threshold)


def main() -> None:
    """Learn, and write the data file that is named."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--to", type=Path, required=True, help="the data file to write")
    parser.add_argument("--data", type=Path, default=DATA, help="lists and cases")
    parser.add_argument("--threshold", type=float, default=0.6, help="the default threshold")
    parser.add_argument("--seed", type=int, default=7, help="which cases fall into which fold")
    told = parser.parse_args()
    labelled = told.data / "screening_cases"
    cases = read_cases(labelled / "dev.jsonl")
    entries = read_entries(told.data / "watchlists" / "entries.jsonl.gz")
    matcher = Matcher(map(entry_of, without(entries, labelled / "dev_removed.jsonl")))
    pairs = [(case.query, case.expected) for case in cases]
    told.to.write_text(learned_from(matcher, pairs, told.threshold, told.seed), encoding="utf-8")
    sys.stdout.write(f"learned from {len(cases)} cases: {told.to}\n")


if __name__ == "__main__":
    main()
