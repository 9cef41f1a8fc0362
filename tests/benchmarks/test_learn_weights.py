"""Weights learned from made-up pairs and cases: their signs, their calibration, their file."""

import gzip
import json
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from benchmarks import learn_weights
from benchmarks.learn_weights import FEATURES, SPEAKS_FOR, Rows, best_pairs, logistic, one_way
from benchmarks.screening_adapter import Adapter, entry_of, party_of
from knowntenant.screening.entry import Identifier, IdKind, Kind, NameKind

NAMES = ("Zolvik Amber", "Nguyen Van Binh", "Yusuf Lodekan", "Pascale Zeitoun", "Anna Quimbor")


def entry(number: int, name: str, schema: str) -> dict[str, object]:
    return {
        "id": f"x:{number}", "list": "x", "schema": schema,
        "names": [{"name": name, "kind": "primary"}, {"name": f"{name} II", "kind": "odd"}],
        "birth_dates": ["1964-02-29"], "countries": ["vn"], "addresses": [],
        "identifiers": ["B 1234"], "programs": [],
    }  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "watchlists").mkdir()
    (tmp_path / "screening_cases").mkdir()
    rows: list[dict[str, object]] = []
    cases: list[str] = []
    for number, name in enumerate(NAMES * 2):
        schema = "Person" if number < len(NAMES) else "Organization"
        rows.append(entry(number, name, schema))
        first, *rest = name.split()
        for text, expected in (
            (name, [f"x:{number}"]),
            (f"{name}x", [f"x:{number}"]),
            (f"{first} Humbleton", []),
            (f"Tatiana {rest[-1]}", []),
        ):
            query = {"schema": schema, "name": text, "birth_date": "1964" if expected else "1990"}
            told = {"id": str(len(cases)), "class": "made", "query": query, "expected": expected}
            cases.append(json.dumps(told))
    with gzip.open(tmp_path / "watchlists" / "entries.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    labelled = tmp_path / "screening_cases"
    (labelled / "dev.jsonl").write_text("\n".join(cases) + "\n", "utf-8")
    (labelled / "dev_removed.jsonl").write_text("", "utf-8")
    return tmp_path


def test_an_algorithm_is_learned_and_written(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "kt-0.toml"
    monkeypatch.setattr(sys, "argv", ["learn", f"--to={file}", f"--data={data}", "--threshold=0.3"])
    learn_weights.main()
    assert "40 cases" in capsys.readouterr().out
    table = tomllib.loads(file.read_text("utf-8"))
    assert table["threshold"] == 0.3
    for side in ("people", "organizations"):
        told = {**table[side]["names"], **table[side]["qualifiers"]}
        assert list(told) == list(FEATURES)
        for name, speaks_for in zip(FEATURES, SPEAKS_FOR, strict=True):
            assert told[name] >= 0 if speaks_for else told[name] <= 0, name
        for name, value in learn_weights.BY_HAND.items():
            assert told[name] == value
        assert table[side]["slope"] >= 0  # so few cases need not tell anything


def test_a_regression_finds_the_weights_that_made_the_pairs() -> None:
    chance = np.random.default_rng(3)
    seen = chance.normal(size=(4000, 2))
    rate = 1 / (1 + np.exp(-(0.5 + seen @ np.array([2.0, -1.0]))))
    right = chance.random(4000) < rate
    found = logistic(seen, right, ridge=0.1)
    assert found == pytest.approx([0.5, 2.0, -1.0], abs=0.2)


def test_a_feature_that_never_moves_has_no_weight() -> None:
    seen = np.column_stack((np.tile([0.0, 1.0], 50), np.ones(100)))
    assert logistic(seen, seen[:, 0] > 0)[2] == 0


def test_weights_of_the_wrong_sign_are_left_out() -> None:
    chance = np.random.default_rng(3)
    seen = np.zeros((400, len(FEATURES)))
    place = {name: at for at, name in enumerate(FEATURES)}
    right = chance.random(400) < 0.5
    seen[:, place["matched"]] = right + chance.normal(size=400)
    seen[:, place["listed_only"]] = right + chance.normal(size=400)
    found = dict(zip(FEATURES, one_way(seen, right)[1:], strict=True))
    assert found["matched"] > 0
    assert found["listed_only"] == 0


def test_of_a_case_the_best_pair_of_the_target_and_two_others_are_taken() -> None:
    rows = Rows(
        np.zeros((7, 1)),
        np.array([0, 0, 0, 0, 0, 1, 1]),
        np.array([True, True, False, False, False, False, False]),
        np.ones(7, bool),
    )
    score = np.array([1.0, 2.0, 3.0, 1.0, 2.0, 5.0, 6.0])
    assert sorted(best_pairs(rows, score).tolist()) == [1, 2, 4, 5, 6]


def test_calibration_makes_a_score_the_rate_of_right_pairs() -> None:
    chance = np.random.default_rng(3)
    points = chance.normal(size=4000) * 3
    right = chance.random(4000) < 1 / (1 + np.exp(-(points * 0.5 - 1)))
    rows = Rows(np.zeros((4000, 1)), np.arange(4000), right, np.ones(4000, bool))
    slope, shift = learn_weights.calibrate(rows, np.ones(4000, bool), points)
    assert slope == pytest.approx(0.5, abs=0.1)
    assert shift == pytest.approx(-1, abs=0.2)


def test_the_adapter_reads_entries_and_queries_of_the_benchmark() -> None:
    read = entry_of(entry(1, "Nguyen Van Binh", "Person"))
    assert (read.id, read.kind, read.birth_dates) == ("x:1", Kind.PERSON, ("1964-02-29",))
    assert [name.kind for name in read.names] == [NameKind.PRIMARY, NameKind.ALIAS]
    assert read.identifiers == (Identifier(IdKind.OTHER, "B 1234"),)
    party = party_of({"schema": "Person", "name": "Binh", "identifiers": ["B1234"]})
    assert (party.names, party.birth_date) == (("Binh",), "")


def test_the_adapter_answers_best_first_one_by_one_and_many_at_once() -> None:
    adapter = Adapter()
    adapter.build(entry(number, name, "Person") for number, name in enumerate(NAMES))
    queries = [{"schema": "Person", "name": name} for name in NAMES]
    answers = [adapter.match(query) for query in queries]
    assert [answer[0][0] for answer in answers] == [f"x:{number}" for number in range(len(NAMES))]
    assert adapter.match_batch(queries) == answers
    assert 0 < adapter.default_threshold < 1
