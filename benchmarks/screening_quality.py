# ruff: noqa: INP001 - scripts stand here, run as `python -m benchmarks.NAME`
"""Write docs/screening-quality.md: how well the screening engine finds, measured in one run.

    python -m benchmarks.screening_quality [--cases FILE] [--removed FILE] [--entries FILE] ...

The adapter is a class with `build(entries)` and `match(query)`, as the harness of the labelled
cases wants it. `default_threshold` and `algorithm` are read if it has them. With --folds,
`tuned(labelled)` is called, if it has that: from pairs of a query and the ids expected, it gives a
function like `match` whose weights were learned on them alone, over the index already made.
"""

import argparse
import importlib
import json
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import Protocol, cast

from rapidfuzz import fuzz

from benchmarks import metrics, screening_material
from benchmarks.metrics import Outcome
from benchmarks.screening_material import Case, Couple, Listed, Query
from benchmarks.screening_page import Opinion, Remark, Run, failure, page
from knowntenant.screening.matcher import Matcher

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
CASES = DATA / "screening_cases"
LISTS_OF = "US 2022-04, 2023-01 and 2025-12; UN 2026-02; UK 2020-04; EU persons 2021-02"
Answers = list[tuple[str, float]]


class Adapter(Protocol):
    """A matcher, as the harness drives it."""

    def build(self, entries: list[Listed]) -> None:
        """Make the entries searchable."""

    def match(self, query: Query) -> Answers:
        """Give entry ids with scores, best first."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure and write the page; 2 where something needed is missing."""
    asked = _options().parse_args(words)
    absent = [path for path in (asked.cases, asked.removed, asked.entries) if not path.is_file()]
    if absent:
        for path in absent:
            sys.stderr.write(f"{path}: not here; nothing was measured and nothing written\n")
        return 2
    module, name = asked.adapter.split(":")
    make = cast("Callable[[], Adapter]", getattr(importlib.import_module(module), name))
    run = measure(asked, make)
    asked.out.write_text(page(run), encoding="utf-8")
    if asked.failed:
        queries = {case.number: case.query for case in screening_material.read_cases(asked.cases)}
        asked.failed.write_text(failed_cases(run, queries), encoding="utf-8")
    sys.stdout.write(f"{asked.out} written\n")
    return 0


def measure(asked: argparse.Namespace, make: Callable[[], Adapter]) -> Run:
    """Drive the adapter over everything that is there, and say what is not."""
    cases = screening_material.read_cases(asked.cases)
    entries = screening_material.read_entries(asked.entries)
    adapter = make()
    began = process_time()
    adapter.build(screening_material.without(entries, asked.removed))
    built = process_time() - began
    outcomes, milliseconds = answered(adapter, cases)
    threshold = float(asked.threshold or getattr(adapter, "default_threshold", 0.5))
    algorithm = str(getattr(adapter, "algorithm", "unnamed"))
    held_out = _held_out(adapter, cases, asked.folds)
    del adapter
    return Run(
        algorithm,
        threshold,
        _material(asked, cases, entries),
        tuple(outcomes),
        tuple(held_out),
        tuple(_opinions(asked.sources)),
        exact(make, entries, threshold) if asked.exact else (0, 0),
        remarks(asked.failures),
        _timings(built, milliseconds) if asked.timings else (),
    )


def answered(adapter: Adapter, cases: Sequence[Case]) -> tuple[list[Outcome], list[float]]:
    """Ask about each case; give the outcomes, and the milliseconds each took."""
    outcomes, milliseconds = [], []
    for case in cases:
        began = perf_counter()
        answers = adapter.match(case.query)
        milliseconds.append((perf_counter() - began) * 1000)
        outcomes.append(outcome(case, answers))
    return outcomes, milliseconds


def outcome(case: Case, answers: Answers) -> Outcome:
    """Put a case and its answers together."""
    held = tuple((number, float(score)) for number, score in answers)
    return Outcome(case.number, case.kind, case.expected, held)


def exact(make: Callable[[], Adapter], entries: list[Listed], threshold: float) -> tuple[int, int]:
    """Ask about every listed name as it stands; give how many found their entry, and how many."""
    adapter = make()
    adapter.build(entries)
    found = total = 0
    for entry in entries:
        for name in entry["names"]:
            total += 1
            answers = adapter.match({"schema": entry["schema"], "name": name["name"]})
            found += any(one == entry["id"] and score >= threshold for one, score in answers)
    return found, total


def similarity(couple: Couple) -> float:
    """Score a couple with an index of nothing but its listed name; 0 where there is no hit."""
    scores = Matcher([couple.listed]).scores(couple.asked)
    return max((score for _, score in scores), default=0.0)


def opinion(title: str, couples: Sequence[Couple]) -> Opinion:
    """Score couples by the engine and by a plain measure."""
    return Opinion(
        title,
        tuple(one.tier for one in couples),
        tuple(one.same for one in couples),
        tuple(similarity(one) for one in couples),
        tuple(plain_similarity(one) for one in couples),
    )


def plain_similarity(couple: Couple) -> float:
    """Give the best `token_sort_ratio` of the names, without case, 0 to 1."""
    listed = [name.text.casefold() for name in couple.listed.names]
    asked = [name.casefold() for name in couple.asked.names]
    return max(fuzz.token_sort_ratio(a, b) for a in asked for b in listed) / 100


def remarks(path: Path) -> tuple[Remark, ...]:
    """Read what was seen in the cases that went wrong; nothing where there is no such file yet."""
    if not path.is_file():
        return ()
    rows = tomllib.loads(path.read_text("utf-8")).get("case", [])
    return tuple(Remark(row["id"], row["failure"], row["remark"]) for row in rows)


def failed_cases(run: Run, queries: dict[str, Query]) -> str:
    """Give the cases that went wrong, one JSON object a line, for somebody to look at."""
    rows = [
        {
            "id": one.case,
            "class": one.kind,
            "went wrong": wrong,
            "query": queries[one.case],
            "expected": sorted(one.expected),
            "answers": one.answers[:5],
        }
        for one in run.outcomes
        if (wrong := failure(one, run.threshold))
    ]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _held_out(adapter: Adapter, cases: Sequence[Case], folds: int) -> list[Outcome]:
    """Let the adapter answer each fold with weights that were tuned on the others."""
    tuned = getattr(adapter, "tuned", None)
    if not folds or tuned is None:
        return []
    groups = [min(case.expected, default=case.number) for case in cases]

    def judge(learned: list[Case], tested: list[Case]) -> list[Outcome]:
        match = cast("Callable[[Query], Answers]", tuned([_labelled(case) for case in learned]))
        return [outcome(case, match(case.query)) for case in tested]

    return metrics.cross_validated(cases, metrics.fold_of(groups, folds), judge)


def _labelled(case: Case) -> tuple[Query, frozenset[str]]:
    return case.query, case.expected


def _opinions(folder: Path) -> list[Opinion]:
    made = []
    for title, name, read in (
        (
            "nomenklatura names",
            "nomenklatura_name_bench_cases.csv.gz",
            screening_material.name_bench,
        ),
        (
            "nomenklatura entities",
            "nomenklatura_entity_bench_checks.yml.gz",
            screening_material.entity_bench,
        ),
        ("Watchman scripts", "watchman_cross_script_pairs.csv", screening_material.script_bench),
    ):
        if (folder / name).is_file():
            made.append(opinion(title, read(folder / name)))
        else:
            sys.stderr.write(f"{folder / name}: not here; the page goes without {title}\n")
    return made


def _material(
    asked: argparse.Namespace, cases: Sequence[Case], entries: Sequence[Listed]
) -> tuple[tuple[str, str], ...]:
    names = sum(len(entry["names"]) for entry in entries)
    listed = sum(bool(case.expected) for case in cases)
    print_of = screening_material.fingerprint
    return (
        ("lists", asked.lists),
        ("entries", f"{len(entries):,} with {names:,} names, sha256 {print_of(asked.entries)}"),
        ("cases", f"{len(cases):,}, {listed:,} of them listed, sha256 {print_of(asked.cases)}"),
        ("taken out of the index first", f"names in a file with sha256 {print_of(asked.removed)}"),
    )


def _timings(built: float, milliseconds: list[float]) -> tuple[tuple[str, str], ...]:
    ordered = sorted(milliseconds)
    return (
        ("making the index, CPU seconds", f"{built:.2f}"),
        *(
            (f"one query, {part} %, milliseconds", f"{ordered[int(len(ordered) * part / 100)]:.2f}")
            for part in (50, 95, 99)
        ),
    )


def _options() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--adapter", default="benchmarks.screening_adapter:Adapter")
    asked.add_argument("--cases", type=Path, default=CASES / "dev.jsonl")
    asked.add_argument("--removed", type=Path, default=CASES / "dev_removed.jsonl")
    asked.add_argument("--entries", type=Path, default=DATA / "watchlists" / "entries.jsonl.gz")
    asked.add_argument("--sources", type=Path, default=CASES / "sources")
    asked.add_argument("--failures", type=Path, default=ROOT / "benchmarks/screening_failures.toml")
    asked.add_argument("--failed", type=Path, help="write the cases that went wrong here")
    asked.add_argument("--lists", default=LISTS_OF, help="the days of the lists, in words")
    asked.add_argument("--threshold", type=float, help="instead of the algorithm's own")
    asked.add_argument("--folds", type=int, default=0, help="cross-validate, if the adapter can")
    asked.add_argument("--exact", action="store_true", help="ask about every listed name, too")
    asked.add_argument("--timings", action="store_true", help="tell the timings of this machine")
    asked.add_argument("--out", type=Path, default=ROOT / "docs" / "screening-quality.md")
    return asked


if __name__ == "__main__":
    sys.exit(main())
