"""Whatever stands in a file, it is read, run or reported: nothing that people write is a crash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.documents.cases import examples
from knowntenant.imports.scenarios import ReadScenario, run_files, run_scenario
from knowntenant.imports.vocabulary import VOCABULARY
from knowntenant.law.decision import decisions
from knowntenant.law.scenario.node import Listed, Mapped, Node, Reader, Scalar
from knowntenant.law.scenario.shape import (
    CHECK_KEYS,
    FACT_KEYS,
    SCENARIO_KEYS,
    THEN_KEYS,
    read_scenario,
)

TEXTS = [text for _, text in examples()]
PIECES = sorted({piece for text in TEXTS for piece in text.replace(",", " ").split()})
KEYS = [*SCENARIO_KEYS, *FACT_KEYS, *THEN_KEYS, *CHECK_KEYS, *VOCABULARY.fact_names, "id", "person"]
WORDS = ["", "none", "unknown", "C1", "2027-03-01", "nprm-2024", "D13", "literal", "7.302", "深圳"]
words = st.sampled_from([*WORDS, *sorted(decisions())]) | st.text(max_size=5)
scalars = st.builds(Scalar, words, st.just(1))
keys = st.builds(Scalar, st.sampled_from(KEYS), st.just(1))


def _above(below: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    lists = st.lists(below, max_size=3).map(lambda items: Listed(tuple(items), 1))
    pairs = st.lists(st.tuples(keys, below), max_size=5).map(lambda found: Mapped(tuple(found), 1))
    return lists | pairs


nodes = st.recursive(scalars, _above, max_leaves=25)


@given(nodes)
def test_any_node_is_a_scenario_or_a_list_of_problems(node: Node) -> None:
    reader = Reader("made.yaml")
    scenario = read_scenario(node, VOCABULARY.fact_names, reader)
    report = run_scenario(ReadScenario(scenario, tuple(reader.problems)), ["nprm-2024"])
    assert report.problems or report.runs


@settings(max_examples=150)
@given(st.sampled_from(TEXTS), st.data())
def test_an_example_with_a_piece_exchanged_is_never_a_crash(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    old = data.draw(st.sampled_from(sorted(set(text.split()))))
    new = data.draw(st.sampled_from(PIECES) | st.just(""))
    path = tmp_path_factory.getbasetemp() / "exchanged.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    report = run_files([path])
    assert report.problems or report.runs
