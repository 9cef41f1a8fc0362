# ruff: noqa: INP001 - scripts stand here, run as `python -m benchmarks.NAME`
"""The quality page of the screening engine, written from outcomes: tables in Markdown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import isnan

from benchmarks import metrics
from benchmarks.metrics import Band, Outcome

POLICY = frozenset({"n_person_namesake", "p_dob_error"})  # they test dates of birth, not names
EDGES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
ONE_IN_A_HUNDRED = 0.01
F1_TARGET = 0.94
RECALL_AT_1_TARGET = 0.88
TARGETS_OF_CLASSES = (
    ("p_cross_script", 0.88, "recall across scripts"),
    ("p_evasion", 0.98, "recall under evasion, people"),
    ("o_evasion", 0.98, "recall under evasion, organisations"),
    ("n_org_real", 0.01, "false positives, real companies"),
    ("n_org_sec", 0.01, "false positives, companies listed with the SEC"),
)
OPENING = """\
Written by `python -m benchmarks.screening_quality`; every figure was computed in one run. Intervals
are at 95 %: Wilson's for shares, a bootstrap over cases for F1."""
CAUTION = """\
The lists are snapshots of different days, fit for measuring and not for use. Weights and the
threshold were tuned on these very cases, so the figures flatter unless a row says that the cases
were held out. The labels carry some noise: a few of the negatives are names that a careful analyst
might want to see."""
CALIBRATION = """\
A score is a rate among cases mixed as these are, about half of them listed; among customers, of
whom hardly any is listed, the same score is right less often."""
SECOND = """\
Pairs of names that others labelled and that nothing here was tuned to: nomenklatura's (MIT) and
Watchman's (Apache-2.0). Many of nomenklatura's entities are among its names, too. Each pair is
scored against an index of its one listed name, at the same threshold. AUC is the chance that a true
pair scores above a false one; beside it stands that of `token_sort_ratio` of rapidfuzz. The labels
follow other rules than ours: some hold one other letter in a family name to be another person."""
Rows = Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody saw who looked at a case that went wrong."""

    case: str
    failure: str
    remark: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """Pairs that others labelled, with the scores of the engine and of a plain measure."""

    title: str
    tiers: tuple[str, ...]
    same: tuple[bool, ...]
    scores: tuple[float, ...]
    plain: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Everything one run found out.

    held_out: outcomes whose thresholds and weights never saw the case; none where cross-validation
    was not asked for. exact: listed names asked about as they stand, and how many were found.
    """

    algorithm: str
    threshold: float
    material: tuple[tuple[str, str], ...]
    outcomes: tuple[Outcome, ...]
    held_out: tuple[Outcome, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    exact: tuple[int, int] = (0, 0)
    remarks: tuple[Remark, ...] = ()
    timings: tuple[tuple[str, str], ...] = field(default=())


def page(run: Run) -> str:
    """Write the page."""
    core = [one for one in run.outcomes if one.kind not in POLICY]
    parts = [
        _opening(run),
        _summary(run, core),
        _classes(run),
        _calibration(run),
        _ordering(run.outcomes),
        _second(run),
        _failures(run),
    ]
    if run.timings:
        parts.append("## Timings of the run\n\n" + _table(("measure", "value"), run.timings))
    return "\n\n".join(part for part in parts if part) + "\n"


def _opening(run: Run) -> str:
    rows = [("algorithm", f"`{run.algorithm}`"), ("threshold", f"{run.threshold:.3f}")]
    table = _table(("what", "which"), [*rows, *run.material])
    return f"# How well the screening engine finds\n\n{OPENING}\n\n{table}\n\n{CAUTION}"


def _summary(run: Run, core: Sequence[Outcome]) -> str:
    rows = list(_measures(run, core, ""))
    held = [one for one in run.held_out if one.kind not in POLICY]
    if held:
        rows += _measures(run, held, ", held out")
    found, asked = run.exact
    if asked:
        rows.append(
            ("exact names, all of the lists", _rate(found, asked), "1", _yes(found == asked))
        )
    words = (
        "Over all classes but the two that test dates of birth "
        f"({', '.join(f'`{kind}`' for kind in sorted(POLICY))})."
    )
    return "\n\n".join(["## Summary", words, _table(("measure", "value", "target", "met"), rows)])


def _measures(run: Run, core: Sequence[Outcome], note: str) -> Iterable[tuple[str, str, str, str]]:
    made = metrics.tally(core, run.threshold)
    low, high = metrics.bootstrap_f1(core, run.threshold)
    value = f"{made.f1:.3f} ({low:.3f} to {high:.3f})"
    yield f"F1{note}", value, f">= {F1_TARGET}", _yes(made.f1 >= F1_TARGET)
    yield f"precision{note}", _rate(made.found, made.found + made.false_alerts), "", ""
    yield f"recall{note}", _rate(made.found, made.found + made.missed), "", ""
    at = metrics.threshold_at_rate(core, ONE_IN_A_HUNDRED)
    some = metrics.tally(core, at)
    yield (
        f"recall at 1 % false positives{note}",
        f"{_rate(some.found, some.found + some.missed)} at {at:.3f}",
        f">= {RECALL_AT_1_TARGET}",
        _yes(some.recall >= RECALL_AT_1_TARGET),
    )
    for kind, goal, name in TARGETS_OF_CLASSES:
        hits, total = _alerted([one for one in core if one.kind == kind], run.threshold)
        if total and kind.startswith("n"):
            yield f"{name}{note}", _rate(hits, total), f"<= {goal}", _yes(hits <= goal * total)
        elif total:
            yield f"{name}{note}", _rate(hits, total), f">= {goal}", _yes(hits >= goal * total)


def _classes(run: Run) -> str:
    by_kind: defaultdict[str, list[Outcome]] = defaultdict(list)
    for one in run.outcomes:
        by_kind[one.kind].append(one)
    held: defaultdict[str, list[Outcome]] = defaultdict(list)
    for one in run.held_out:
        held[one.kind].append(one)
    tables = []
    for letters, title, last in (
        ("po", "Listed targets", "recall"),
        ("n", "Not listed", "false positives"),
    ):
        heading = ["class", "cases", last, "95 %", *(["held out"] if run.held_out else [])]
        rows = []
        for kind in sorted(kind for kind in by_kind if kind[0] in letters):
            hits, total = _alerted(by_kind[kind], run.threshold)
            row = [f"`{kind}`", str(total), f"{hits / total:.3f}", _interval(hits, total)]
            if run.held_out:
                hits, total = _alerted(held[kind], run.threshold)
                row.append(_rate(hits, total))
            rows.append(row)
        tables += [f"### {title}", _table(heading, rows)]
    return "\n\n".join(["## Class by class", *tables])


def _calibration(run: Run) -> str:
    held = run.held_out or run.outcomes
    best = metrics.calibration(metrics.best_hits(held), EDGES)
    every = metrics.calibration(metrics.every_hit(held), EDGES)
    told = "cases held out" if run.held_out else "the cases"
    errors = [metrics.calibration_error(bands) for bands in (best, every)]
    words = (
        f"What a score promised and what came true, over {told}. Expected calibration error: "
        f"{errors[0]:.3f} over the first hit of each case, {errors[1]:.3f} over all hits."
    )
    tables = [_bands("first hit", best), _bands("all hits", every)]
    return "\n\n".join(["## Calibration", words, CALIBRATION, *tables])


def _bands(title: str, bands: Sequence[Band]) -> str:
    rows = [
        (
            f"{band.low:.2f} to {band.high:.2f}",
            str(band.count),
            f"{band.predicted:.3f}",
            f"{band.observed:.3f}",
            _interval(round(band.observed * band.count), band.count),
        )
        for band in bands
        if band.count
    ]
    return _table((f"scores, {title}", "hits", "promised", "came true", "95 %"), rows)


def _ordering(outcomes: Sequence[Outcome]) -> str:
    positives = [one for one in outcomes if one.expected]
    returned = [one for one in positives if metrics.rank(one)]
    first, tied, total = (
        metrics.first_count(positives),
        metrics.tied_count(positives),
        len(positives),
    )
    rows = [
        ("the target is the first hit", _rate(first, total)),
        ("the same, where the target is among the hits", _rate(first, len(returned))),
        ("mean reciprocal rank of the target", f"{metrics.mean_reciprocal_rank(positives):.3f}"),
        ("somebody else bears the very score of the target", _rate(tied, total)),
        ("the target is among the hits at any score", _rate(len(returned), total)),
    ]
    return "## Ordering\n\n" + _table(("over the cases of listed targets", "value"), rows)


def _second(run: Run) -> str:
    if not run.opinions:
        return ""
    rows = [row for opinion in run.opinions for row in _opinion(opinion, run.threshold)]
    heading = ("pairs", "true", "false", "recall", "false positives", "F1", "AUC", "AUC plain")
    return "\n\n".join(["## Second opinions", SECOND, _table(heading, rows)])


def _opinion(opinion: Opinion, threshold: float) -> Iterable[tuple[str, ...]]:
    rows = list(zip(opinion.tiers, opinion.same, opinion.scores, opinion.plain, strict=True))
    tiers = sorted(set(opinion.tiers))
    for tier in ["", *(tiers if len(tiers) > 1 else [])]:
        held = [row for row in rows if tier in ("", row[0])]
        true = [score >= threshold for _, same, score, _ in held if same]
        false = [score >= threshold for _, same, score, _ in held if not same]
        made = metrics.Tally(sum(true), len(true) - sum(true), sum(false), len(false), sum(false))
        yield (
            f"{opinion.title}, {tier}" if tier else opinion.title,
            str(len(true)),
            str(len(false)),
            _rate(sum(true), len(true)),
            _rate(sum(false), len(false)),
            _figure(made.f1),
            _figure(metrics.ranking_quality((score, same) for _, same, score, _ in held)),
            _figure(metrics.ranking_quality((plain, same) for _, same, _, plain in held)),
        )


def _failures(run: Run) -> str:
    failed = {one.case: one for one in run.outcomes if failure(one, run.threshold)}
    seen = {remark.case: remark for remark in run.remarks if remark.case in failed}
    kinds = Counter(remark.failure for remark in seen.values())
    rows = [
        (
            f"`{case}`",
            f"`{failed[case].kind}`",
            failure(failed[case], run.threshold),
            _score(failed[case].right),
            _score(failed[case].wrong),
            remark.failure,
            remark.remark,
        )
        for case, remark in sorted(seen.items(), key=lambda pair: (pair[1].failure, pair[0]))
    ]
    missed = sum(failure(one, run.threshold) == "missed" for one in failed.values())
    words = (
        f"{len(failed)} of {len(run.outcomes)} cases went wrong: {missed} missed, "
        f"{len(failed) - missed} false alerts. {len(seen)} of them were looked at one by one; "
        "the cases themselves stand in the data set under their numbers."
    )
    parts = ["## Failures looked at one by one", words]
    if rows:
        parts.append(
            _table(("why", "cases looked at"), [(k, str(n)) for k, n in kinds.most_common()])
        )
        heading = ("case", "class", "went wrong", "target", "best other", "why", "remark")
        parts.append(_table(heading, rows))
    return "\n\n".join(parts)


def failure(outcome: Outcome, threshold: float) -> str:
    """Say what went wrong with a case: `missed`, `false alert`, or nothing."""
    found, missed, false_alert, _, _ = metrics.counted(outcome, threshold)
    return "missed" if missed else "false alert" if false_alert and not found else ""


def _alerted(outcomes: Sequence[Outcome], threshold: float) -> tuple[int, int]:
    """Count the targets found, or the others alerted, and the cases."""
    made = metrics.tally(outcomes, threshold)
    return made.found + made.negatives_alerted, len(outcomes)


def _rate(hits: int, total: int) -> str:
    return f"{hits / total:.3f} ({_interval(hits, total)}; {hits} of {total})" if total else "-"


def _interval(hits: int, total: int) -> str:
    low, high = metrics.wilson(hits, total)
    return f"{low:.3f} to {high:.3f}"


def _yes(met: bool) -> str:  # noqa: FBT001 - the answer itself
    return "yes" if met else "no"


def _score(score: float) -> str:
    return "not found" if score < 0 else f"{score:.3f}"


def _figure(value: float) -> str:
    return "-" if isnan(value) else f"{value:.3f}"


def _table(heading: Sequence[str], rows: Rows) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
