"""The sample says what was planted in it; the review finds all of that, and nothing else."""

import json
from collections import Counter
from typing import TypedDict

import pytest

from knowntenant.facts.program import Program
from knowntenant.law.clauses import covers
from knowntenant.review.running import Reviewed, Wanted, run
from knowntenant.sample.provider import Wanted as Sample
from knowntenant.sample.provider import write_sample
from tests.review.provider import AS_OF, law, read, unheard


class Planted(TypedDict):
    """A finding that the truth file expects."""

    kind: str
    of: str
    clause: str


class Line(TypedDict):
    """A line of the truth file; `expected` is the word none where nothing is to be found."""

    situation: str
    ids: list[str]
    expected: list[Planted] | str


Told = tuple[Reviewed, list[Line]]
EVERY_SITUATION = 150
"""So many customers that each situation stands once."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A sample, its review, and the lines of its truth file."""
    folder = tmp_path_factory.mktemp("harborgrid")
    write_sample(folder, Sample(EVERY_SITUATION, seed=20))
    (found,) = run(read(folder).records, Wanted((law(),), Program(), AS_OF), unheard)
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return found, [json.loads(line) for line in lines]


def wanted(lines: list[Line]) -> Counter[tuple[str, str]]:
    """Give what is to be found: kind and subject, as often as it stands there."""
    return Counter(
        (one["kind"], one["of"])
        for line in lines
        if not isinstance(line["expected"], str)
        for one in line["expected"]
    )


def test_everything_planted_is_found_and_plain_customers_give_nothing(sample: Told) -> None:
    found, lines = sample
    made = Counter((one.kind.value, one.subject.id) for one in found.findings)
    assert made - wanted(lines) == Counter()
    assert wanted(lines) - made == Counter()


def test_what_is_found_rests_on_the_clause_that_was_planted(sample: Told) -> None:
    found, lines = sample
    clauses: dict[tuple[str, str], set[str]] = {}
    for one in found.findings:
        clauses.setdefault((one.kind.value, one.subject.id), set()).update(one.clauses)
    missed = [
        (line["situation"], one)
        for line in lines
        if not isinstance(line["expected"], str)
        for one in line["expected"]
        if not any(covers(one["clause"], c) for c in clauses.get((one["kind"], one["of"]), ()))
    ]
    assert not missed


def test_a_situation_that_is_in_order_gives_nothing(sample: Told) -> None:
    found, lines = sample
    subjects = {one.subject.id for one in found.findings}
    for line in lines:
        if isinstance(line["expected"], str):
            assert not subjects & set(line["ids"]), line["situation"]


def test_the_sample_plants_most_kinds_of_findings(sample: Told) -> None:
    found, _ = sample
    assert len({one.kind for one in found.findings}) > 20
