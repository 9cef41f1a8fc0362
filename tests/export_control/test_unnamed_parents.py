"""Why a company names no parent, against what shares and parents tell."""

import pytest

from knowntenant.export_control.parents import Ultimate, ultimate_parent
from knowntenant.law.loading import load_pack
from tests.world import START, Telling, controls, owns, world

EAR = load_pack("ear-cloud")


def end_of_chain(*told: Telling) -> Ultimate:
    """Give where the chain of C1's parents ends."""
    inquiry = world((START, "person", {"id": "P1", "kind": "individual"}), *told).inquiry(
        "2026-01-01", pack=EAR
    )
    return ultimate_parent(inquiry, "C1")


def unnamed(reason: str, level: str = "ultimate") -> Telling:
    """Tell why C1 names no parent."""
    told = {"child": "C1", "level": level}
    return START, "unnamed_parent", {**told, **({"reason": reason} if reason else {})}


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("natural_persons", ""),
        ("no_known_person", "C1 names no parent to a register (no_known_person)"),
        ("non_consolidating", "C1 names no parent to a register (non_consolidating)"),
        ("", "C1 names no parent to a register (other)"),
    ],
)
def test_only_natural_persons_in_control_end_the_chain(reason: str, words: str) -> None:
    found = end_of_chain(unnamed(reason))
    assert (found.company, found.open_, found.facts) == ("C1", words, ("fact 2",))


def test_several_reasons_are_told_together_and_one_that_leaves_it_open_is_enough() -> None:
    found = end_of_chain(unnamed("natural_persons", "direct"), unnamed("no_lei"))
    assert found.open_ == "C1 names no parent to a register (no_lei)"


def test_a_majority_goes_before_a_reason_and_a_company_in_control_leaves_it_open() -> None:
    assert end_of_chain(unnamed("no_lei"), owns("E1", "C1", "51")).company == "E1"
    assert not end_of_chain(unnamed("no_lei"), owns("P1", "C1", "51")).open_
    company = (START, "person", {"id": "E1", "kind": "entity"})
    found = end_of_chain(unnamed("natural_persons"), company, controls("E1", "C1"))
    assert found.open_ == "E1 controls C1 and may stand above it"


def test_a_reason_that_is_over_counts_no_more() -> None:
    over = (START, "unnamed_parent", {"child": "C1", "level": "ultimate", "ended": "yes"})
    assert end_of_chain(unnamed("natural_persons"), over).open_
