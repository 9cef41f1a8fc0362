from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from knowntenant.law.building import build
from knowntenant.law.loading import resolved_tree
from knowntenant.law.threshold_rows import threshold
from knowntenant.law.thresholds import Cluster, Operations, Standing, ThresholdSet

if TYPE_CHECKING:
    from knowntenant.law.problem import Problem

LIMBS: list[object] = [
    {"kind": "operations", "over": "1e26"},
    {"kind": "cluster", "gbit_over": 100, "per_second": 1e20, "at_least": True},
]
ROW: dict[str, object] = {
    "clause": "§ 7.9(a)", "label": "a test", "source": "a text", "standing": "revoked",
    "status": "revoked", "mechanism": "all_of", "limbs": LIMBS, "counts_mac_as": 2,
}  # fmt: skip


def built(**changed: object) -> tuple[ThresholdSet, list[str]]:
    problems: list[Problem] = []
    row = {key: value for key, value in {**ROW, **changed}.items() if value is not None}
    found = threshold("made", row, problems)
    return found, [str(problem) for problem in problems]


def test_a_row_becomes_a_set_with_exact_numbers() -> None:
    found, problems = built()
    assert problems == []
    assert (found.clause, found.standing) == ("7.9(a)", Standing.REVOKED)
    assert found.limbs == (
        Operations(Fraction(10) ** 26),
        Cluster(Fraction(100), Fraction(10) ** 20, at_least=True),
    )
    assert found.counts_mac_as == Fraction(2)
    assert built(counts_mac_as=None)[0].counts_mac_as is None


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({"standing": "repealed"}, "threshold.made: standing 'repealed' is not known."),
        ({"mechanism": "some_of"}, "threshold.made: mechanism 'some_of' is not known."),
        ({"limbs": []}, "a set has limbs, or the standing 'none_found'; exactly one of the two"),
        ({"standing": "none_found"}, "exactly one of the two"),
        ({"limbs": ["more"]}, "threshold.made limb 1: a limb is a table"),
        ({"limbs": [{"kind": "people"}]}, "threshold.made limb 1: kind 'people' is not known."),
        ({"limbs": [{"kind": "operations"}]}, "limb 1: the key 'over' is missing"),
        (
            {"limbs": [{"kind": "operations", "over": 1, "biological": 1}]},
            "'biological' should be true or false",
        ),
        ({"limbs": [{"kind": "operations", "over": "many"}]}, "limb 1 over: 'many' is no number"),
        ({"limbs": [{"kind": "operations", "over": 0}]}, "limb 1 over: '0' is not above zero"),
        ({"counts_mac_as": "1/0"}, "counts_mac_as: '1/0' is no number"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_with_its_place(
    changed: dict[str, object], wanted: str
) -> None:
    _, problems = built(**changed)
    assert any(wanted in problem for problem in problems), problems


def test_all_that_is_wrong_is_told_at_once() -> None:
    _, problems = built(standing="gone", mechanism="one_of", limbs=[{"kind": "x"}, "y"])
    assert len(problems) == 4


def test_limbs_that_are_no_list_are_none() -> None:
    found, problems = built(limbs="many")
    assert found.limbs == ()
    assert problems == []


def test_a_pack_with_a_set_that_rests_on_no_clause_or_has_a_wrong_limb_is_refused() -> None:
    tree = resolved_tree("nprm-2024")
    row = {**ROW, "clause": "7.999"}
    pack, problems = build({**tree, "threshold": {"made": row}})
    assert pack is None
    assert [problem.where for problem in problems] == ["threshold.made"]
    pack, problems = build({**tree, "threshold": {"made": {**ROW, "limbs": [{}], "colour": 1}}})
    assert pack is None
    assert "unknown key 'colour'" in str(problems[0])
