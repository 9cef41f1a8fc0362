"""The sample says what was planted in it; the review finds all of that, and nothing else."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import pytest

from knowntenant.facts.program import Program
from knowntenant.facts.record import Record
from knowntenant.imports.program_file import read_program_file
from knowntenant.law.clauses import covers
from knowntenant.review.kinds import FindingKind
from knowntenant.review.running import Reviewed, Wanted, run
from knowntenant.sample.folder import prepare
from knowntenant.sample.provider import Wanted as Sample
from knowntenant.sample.provider import write_sample
from knowntenant.sample.truth import PACKS
from tests.review.provider import AS_OF, law, read, unheard


class Planted(TypedDict):
    """A finding that the truth file expects."""

    pack: str
    kind: str
    of: str
    clause: str


class Line(TypedDict):
    """A line of the truth file; `expected` is the word none where nothing is to be found."""

    situation: str
    ids: list[str]
    expected: list[Planted] | str


EVERY_SITUATION = 150
"""So many customers that each situation stands once."""

OF_THE_PROGRAM = {FindingKind.COMPLETE_PROGRAM, FindingKind.MEND_DRIFT}
"""Found only where the written program is given."""

Found = tuple[str, str, str]
"""A pack, a kind of finding, and the id of whom it is about."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sample's export, its written program and the lines of its truth file."""

    records: Sequence[Record]
    program: Program
    lines: tuple[Line, ...]

    def reviewed(self, program: Program | None = None) -> dict[str, Reviewed]:
        """Review by every pack that the truth speaks of, with the written program by default."""
        laws = [law(pack) for pack in PACKS]
        asked = Wanted(laws, self.program if program is None else program, AS_OF)
        return dict(zip(PACKS, run(self.records, asked, unheard), strict=True))


def made(folder: Path, customers: int) -> Told:
    """Write a sample and read it."""
    prepare(folder, customers=customers, seed=20)
    write_sample(folder, Sample(customers, seed=20))
    program, problems = read_program_file(folder / "program.toml")
    export = read(folder)
    assert not problems
    assert not export.problems
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return Told(export.records, program, tuple(json.loads(line) for line in lines))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A sample with every situation."""
    return made(tmp_path_factory.mktemp("harborgrid"), EVERY_SITUATION)


@pytest.fixture(scope="module")
def found(sample: Told) -> dict[str, Reviewed]:
    """Its review by every pack."""
    return sample.reviewed()


def planted(lines: Iterable[Line]) -> list[Planted]:
    """Give all findings that are to be made."""
    return [
        one for line in lines if not isinstance(line["expected"], str) for one in line["expected"]
    ]


def wanted(lines: Iterable[Line]) -> Counter[Found]:
    """Give what is to be found: pack, kind and subject, as often as it stands there."""
    return Counter((one["pack"], one["kind"], one["of"]) for one in planted(lines))


def counted(found: dict[str, Reviewed]) -> Counter[Found]:
    """Give what was found."""
    return Counter(
        (pack, one.kind.value, one.subject.id)
        for pack, part in found.items()
        for one in part.findings
    )


def test_everything_planted_is_found_and_plain_customers_give_nothing(
    sample: Told, found: dict[str, Reviewed]
) -> None:
    assert counted(found) - wanted(sample.lines) == Counter()
    assert wanted(sample.lines) - counted(found) == Counter()


@pytest.mark.parametrize("customers", [1, 17, 40, 59, 88])
def test_the_truth_of_a_small_sample_is_whole_too(tmp_path: Path, customers: int) -> None:
    told = made(tmp_path, customers)
    assert counted(told.reviewed()) == wanted(told.lines)


def test_without_its_written_program_only_the_gaps_of_the_program_are_missed(sample: Told) -> None:
    missed = wanted(sample.lines) - counted(sample.reviewed(Program()))
    assert {kind for _, kind, _ in missed} == OF_THE_PROGRAM
    assert counted(sample.reviewed(Program())) - wanted(sample.lines) == Counter()


def test_what_is_found_rests_on_the_clause_that_was_planted(
    sample: Told, found: dict[str, Reviewed]
) -> None:
    clauses: dict[Found, set[str]] = {}
    for pack, part in found.items():
        for one in part.findings:
            clauses.setdefault((pack, one.kind.value, one.subject.id), set()).update(one.clauses)
    missed = [
        one
        for one in planted(sample.lines)
        if not any(covers(one["clause"], c) for c in clauses[one["pack"], one["kind"], one["of"]])
    ]
    assert not missed


def test_a_situation_that_is_in_order_gives_nothing(
    sample: Told, found: dict[str, Reviewed]
) -> None:
    subjects = {one.subject.id for part in found.values() for one in part.findings}
    quiet = [line for line in sample.lines if isinstance(line["expected"], str)]
    for line in quiet:
        assert not subjects & set(line["ids"]), line["situation"]
    assert len(quiet) > 30


def test_every_pack_that_the_truth_speaks_of_finds_something(found: dict[str, Reviewed]) -> None:
    assert all(part.findings for part in found.values())


def test_what_would_stop_a_signature_names_what_the_program_leaves_open(
    found: dict[str, Reviewed],
) -> None:
    items = {one.item for one in found["nprm-2024"].blockers}
    assert {"training_detection", "foreign_resellers", "complies", "reseller_form"} <= items
    assert "identity_tools" not in items


def test_the_sample_plants_most_kinds_of_findings(found: dict[str, Reviewed]) -> None:
    kinds = {one.kind for part in found.values() for one in part.findings}
    assert len(kinds) > 55
