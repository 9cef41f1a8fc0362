from dataclasses import fields, replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.loading import load_pack
from knowntenant.law.thresholds import (
    OPEN,
    Cluster,
    Estimate,
    Limb,
    Operations,
    Run,
    Standing,
    ThresholdSet,
    short,
)
from tests.law.toy import NPRM, TOY

F = Fraction
TWO, THREE = F(2), F(3)
MOST = 9
PLAIN = {YES: (True,), NO: (False,), UNKNOWN: (True, False)}


def made(*limbs: Limb, mechanism: str = "any_of", mac: int | None = None) -> ThresholdSet:
    counts = None if mac is None else F(mac)
    return ThresholdSet(
        "made", "7.9(a)", "made", "nowhere", Standing.PROPOSED, "made up", mechanism, limbs, counts
    )


def verdict(one: ThresholdSet, run: Run) -> Verdict:
    return one.judge(run, TWO, THREE).verdict


# --- Bands


def test_exactly_at_a_bound_is_not_over_it_unless_the_text_says_at_least() -> None:
    at = Estimate.exactly(F(10) ** 26)
    assert at.over(F(10) ** 26) is NO
    assert at.over(F(10) ** 26, at_least=True) is YES
    assert Estimate.exactly(F(10) ** 26 + 1).over(F(10) ** 26) is YES
    assert Estimate.exactly(F(10) ** 26 + F(1, 10**9)).over(F(10) ** 26) is YES


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        ((5, 7, 9), YES),
        ((4, 7, 9), UNKNOWN),
        ((1, 2, 4), NO),
        ((1, 5, 5), UNKNOWN),
        ((5, None, None), YES),
        ((None, None, 4), NO),
        ((4, None, None), UNKNOWN),
        ((None, 9, None), UNKNOWN),
        ((None, None, None), UNKNOWN),
        ((9, None, 1), UNKNOWN),
        ((5, 4, 9), UNKNOWN),
    ],
)
def test_the_low_end_says_yes_and_the_high_end_says_no(
    band: tuple[int | None, ...], expected: Verdict
) -> None:
    low, likely, high = (None if n is None else F(n) for n in band)
    assert Estimate(low, likely, high).over(F(4)) is expected


def test_a_band_of_things_counted_twice_to_thrice_is_widened() -> None:
    assert Estimate.exactly(F(10)).times(TWO, THREE) == Estimate(F(20), None, F(30))
    assert Estimate.exactly(F(10)).times(TWO, TWO) == Estimate.exactly(F(20))
    assert OPEN.times(TWO, THREE) == OPEN
    assert Estimate(None, F(1), F(2)).plus(Estimate.exactly(F(1))) == Estimate(None, F(2), F(3))


# --- Multiply-accumulates


def test_a_multiply_accumulate_counts_as_the_set_says_or_within_the_definition() -> None:
    run = Run(Estimate.exactly(F(0)), multiply_accumulates=Estimate.exactly(F(5)))
    assert verdict(made(Operations(F(10)), mac=2), run) is NO
    assert verdict(made(Operations(F(9)), mac=2), run) is YES
    assert verdict(made(Operations(F(10))), run) is UNKNOWN
    assert verdict(made(Operations(F(15))), run) is NO
    assert verdict(made(Operations(F(9))), run) is YES


def test_counting_keeps_everything_else_that_is_known() -> None:
    macs = Estimate.exactly(F(1))
    run = Run(Estimate.exactly(F(1)), macs, YES, NO, F(5), F(6), UNKNOWN)
    counted = made(mac=2).counted(run, TWO, THREE)
    assert counted == replace(run, operations=Estimate.exactly(F(3)), multiply_accumulates=None)
    assert len(fields(Run)) == 7


# --- Sparsity


def test_a_maximum_that_counts_on_sparsity_only_bounds_the_true_one() -> None:
    dense = made(Cluster(F(1), F(5), without_sparsity=True))
    loose = made(Cluster(F(1), F(5)))
    for sparsity in (YES, UNKNOWN):
        fast = Run(gbit_per_second=F(2), operations_per_second=F(6), sparsity=sparsity)
        assert verdict(dense, fast) is UNKNOWN
        assert verdict(loose, fast) is YES
        assert verdict(dense, replace(fast, operations_per_second=F(5))) is NO
    assert verdict(dense, Run(gbit_per_second=F(2), operations_per_second=F(6))) is YES


# --- The slow twin: every way in which what is unknown could turn out


AMOUNT = st.integers(1, MOST - 1).map(F)
LIMBS = st.one_of(
    st.builds(Operations, AMOUNT, st.booleans()),
    st.builds(Cluster, AMOUNT, AMOUNT, st.booleans(), st.booleans(), st.booleans()),
)
SETS = st.builds(
    lambda limbs, mechanism: made(*limbs, mechanism=mechanism),
    st.lists(LIMBS, min_size=1, max_size=3),
    st.sampled_from(["any_of", "all_of"]),
)
VERDICTS = st.sampled_from([YES, NO, UNKNOWN])
MAYBE = st.one_of(st.none(), st.integers(0, MOST).map(F))


@st.composite
def bands(draw: st.DrawFn) -> Estimate:
    low, likely, high = sorted(draw(st.integers(0, MOST)) for _ in range(3))
    told = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    return Estimate(
        *(F(n) if is_told else None for n, is_told in zip((low, likely, high), told, strict=True))
    )


RUNS = st.builds(
    Run, bands(), st.none(), VERDICTS, VERDICTS, MAYBE, MAYBE, st.sampled_from([NO, YES])
)


def turned(run: Run) -> list[tuple[int, bool, bool, int, int]]:
    """List every way in which a training could turn out: whole numbers up to one beyond MOST."""
    band = run.operations
    low = 0 if band.low is None else int(band.low)
    high = MOST if band.high is None else int(band.high)
    if band.likely is not None and band.low is None and band.high is None:
        low, high = 0, MOST
    gbit = range(MOST + 1) if run.gbit_per_second is None else [int(run.gbit_per_second)]
    most = run.operations_per_second
    return list(
        product(
            range(low, high + 1),
            PLAIN[run.biological],
            PLAIN[run.co_located],
            gbit,
            range(MOST + 1) if most is None else [int(most)],
        )
    )


def over(one: ThresholdSet, sparse: int | None, way: tuple[int, bool, bool, int, int]) -> bool:
    """Say in plain words of Python whether one way to turn out is over a set."""
    operations, biological, co_located, gbit, capacity = way
    met: list[bool] = []
    for limb in one.limbs:
        if isinstance(limb, Operations):
            met.append(operations > limb.over and (biological or not limb.biological))
            continue
        true = sparse if sparse is not None and limb.without_sparsity else capacity
        enough = true >= limb.per_second if limb.at_least else true > limb.per_second
        met.append(gbit > limb.gbit_over and enough and (co_located or not limb.co_located))
    return any(met) if one.mechanism == "any_of" else all(met)


def by_completions(one: ThresholdSet, run: Run) -> Verdict:
    """Give the slow obvious verdict: what holds in every way in which it could turn out."""
    dense: list[int | None] = [None]
    if run.sparsity is YES:
        most = MOST if run.operations_per_second is None else int(run.operations_per_second)
        dense = list(range(most + 1))
    found = {over(one, sparse, way) for way in turned(run) for sparse in dense}
    return UNKNOWN if len(found) > 1 else YES if found == {True} else NO


@given(one=SETS, run=RUNS)
@example(made(Operations(F(6)), Operations(F(3), biological=True)), Run(Estimate.exactly(F(4))))
def test_a_verdict_is_what_holds_however_the_unknown_turns_out(one: ThresholdSet, run: Run) -> None:
    assert verdict(one, run) is by_completions(one, run)


@given(one=SETS, run=RUNS, numbers=st.lists(st.integers(0, MOST), min_size=3, max_size=3))
def test_what_is_named_as_missing_would_settle_it_and_only_the_unknown_has_something_missing(
    one: ThresholdSet, run: Run, numbers: list[int]
) -> None:
    judged = one.judge(run, TWO, THREE)
    assert bool(judged.missing) is (judged.verdict is UNKNOWN)
    told: dict[str, object] = {
        "operations": Estimate.exactly(F(numbers[0])),
        "biological": YES if numbers[0] % 2 else NO,
        "co_located": YES if numbers[1] % 2 else NO,
        "gbit_per_second": F(numbers[1]),
        "operations_per_second": F(numbers[2]),
    }
    settled = replace(run, **{name: told[name] for name in judged.missing}, sparsity=NO)  # type: ignore[arg-type]  # typed by name
    if judged.missing:
        assert one.judge(settled, TWO, THREE).verdict is not UNKNOWN


def test_only_what_is_unknown_in_a_limb_that_is_open_is_named_as_missing() -> None:
    one = made(Operations(F(4)), Operations(F(2), biological=True), Cluster(F(1), F(5)))
    slow = Run(Estimate.exactly(F(3)), gbit_per_second=F(1))
    assert one.judge(slow, TWO, THREE).missing == ("biological",)
    fast = replace(slow, gbit_per_second=F(2), biological=NO)
    assert one.judge(fast, TWO, THREE).missing == ("operations_per_second",)


@given(one=SETS, run=RUNS)
def test_more_of_anything_never_turns_a_yes_into_a_no(one: ThresholdSet, run: Run) -> None:
    more = replace(
        run,
        operations=run.operations.plus(Estimate.exactly(F(1))),
        biological=YES,
        co_located=YES,
        gbit_per_second=None if run.gbit_per_second is None else run.gbit_per_second + 1,
    )
    if verdict(one, run) is YES:
        assert verdict(one, more) is YES


# --- The sets of the packs


@pytest.mark.parametrize("name", [name for name, one in NPRM.thresholds.items() if one.limbs])
def test_the_made_up_pack_has_other_numbers_in_every_limb(name: str) -> None:
    def numbers(one: ThresholdSet) -> set[Fraction]:
        found = {one.counts_mac_as} if one.counts_mac_as else set()
        for limb in one.limbs:
            values = (getattr(limb, field.name) for field in fields(limb))
            found |= {value for value in values if isinstance(value, Fraction)}
        return found

    assert list(TOY.thresholds) == list(NPRM.thresholds)
    assert not numbers(TOY.thresholds[name]) & numbers(NPRM.thresholds[name])


def test_no_set_of_the_proposal_is_published_and_each_says_what_it_is() -> None:
    standings = {one.standing for one in NPRM.thresholds.values()}
    assert standings == {Standing.NONE_FOUND, Standing.PROPOSED, Standing.REVOKED}
    assert all(one.status and one.source for one in NPRM.thresholds.values())


def test_the_proposal_of_september_2024_has_the_same_numbers_in_its_own_pack() -> None:
    dormant = load_pack("bis-702-7").parameters
    names = ("training_operations", "cluster_networking", "cluster_operations")
    numbers = [dormant[name].values[0].value for name in names]
    operations, cluster = NPRM.thresholds["bis-702.7"].limbs
    assert isinstance(operations, Operations)
    assert isinstance(cluster, Cluster)
    assert numbers == [operations.over, cluster.gbit_over, cluster.per_second]


def test_a_test_is_told_in_words() -> None:
    assert NPRM.thresholds["interpretive-rules"].words == "no conditions"
    assert NPRM.thresholds["eo-14110-4.2(b)(i)"].words == (
        "more than 1e26 operations, or more than 1e23 operations on primarily biological"
        " sequence data"
    )
    assert NPRM.thresholds["eo-14110-4.2(c)(iii)"].words == (
        "more than 1e26 operations, and a cluster in one data center with networking over"
        " 100 Gbit/s and at least 1e20 operations per second"
    )
    assert NPRM.thresholds["bis-702.7"].words.endswith(
        "more than 1e20 operations per second, without sparsity"
    )


@given(st.fractions(min_value=0))
@example(F(10) ** 26)
@example(F(123, 10) * 10**25)
@example(F(10) ** 26 + 1)
@example(F(300))
def test_a_number_written_short_is_the_same_number(number: Fraction) -> None:
    assert Fraction(short(number)) == number


def test_round_numbers_are_written_short() -> None:
    found = [short(F(n)) for n in (10**26, 123 * 10**24, 300, 10**26 + 1)]
    assert found == ["1e26", "1.23e26", "300", str(10**26 + 1)]
