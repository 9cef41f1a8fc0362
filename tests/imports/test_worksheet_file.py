from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.types import Cluster, Model, ModelDecision, ModelEvidence
from knowntenant.facts.types.models import Item, Modality
from knowntenant.imports import yaml_nodes
from knowntenant.imports.worksheet_file import Worksheets, read_worksheets
from knowntenant.law.answer import NO, YES

AS_OF = date(2028, 2, 29)
TOML = """
[[model]]
id = "深圳-1"
on = 2028-02-01
parameters = 70e9
operations = 100000000000000000000000001
biological = false
modality = ["text", "text-to-image"]
accelerators = "  "
[model.cluster]
co_located = true
gbit_per_second = 400
sparsity = ""
[model.items.cbrn]
verdict = "no"
evidence = "evaluation"
decided_by = "officer-7"
on = "2028-02-28"
[model.items.disinformation]
verdict = ""
evidence = ""
[model.decision]
verdict = "unknown"
decided_by = "officer-9"

[[model]]
id = "M2"
cluster = "K9"
"""
YAML = """
model:
  - id: 深圳-1
    on: 2028-02-01
    parameters: 70e9
    operations: 100000000000000000000000001
    biological: NO
    modality: [text, text-to-image]
    cluster: {co_located: yes, gbit_per_second: 400}
    items:
      CBRN: {verdict: no, evidence: evaluation, decided_by: officer-7, on: 2028-02-28}
      disinformation:
    decision: {verdict: unknown, decided_by: officer-9}
  - {id: M2, cluster: K9}
"""


def read(folder: Path, text: str, name: str = "sheet.toml") -> Worksheets:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_worksheets(path, AS_OF)


def problems(folder: Path, text: str, name: str = "sheet.toml") -> str:
    found = read(folder, text, name).problems
    return "\n".join(str(one).replace(str(folder), "") for one in found)


@pytest.mark.parametrize(("text", "name"), [(TOML, "a.toml"), (YAML, "a.yaml"), (YAML, "b.YML")])
def test_a_worksheet_becomes_facts_with_days_and_exact_numbers(
    tmp_path: Path, text: str, name: str
) -> None:
    found = read(tmp_path, text, name)
    assert found.problems == ()
    assert found.models == ("深圳-1", "M2")
    cluster, model, cbrn, decision, other = found.records
    assert (cluster.shape, model.shape, cbrn.shape) == (Cluster, Model, ModelEvidence)
    assert (decision.shape, other.shape) == (ModelDecision, Model)
    assert model.values == {
        "id": "深圳-1",
        "parameters": Fraction(70_000_000_000),
        "operations": Fraction(10) ** 26 + 1,
        "biological": NO,
        "modality": (Modality.TEXT, Modality.TEXT_TO_IMAGE),
        "cluster": "深圳-1 cluster",
    }
    assert cluster.values["co_located"] is YES
    assert (cbrn.values["item"], cbrn.happened, cbrn.learned) == (
        Item.CBRN, date(2028, 2, 28), date(2028, 2, 28),
    )  # fmt: skip
    assert (model.happened, decision.happened, other.happened) == (
        date(2028, 2, 1), date(2028, 2, 1), AS_OF,
    )  # fmt: skip
    assert other.values["cluster"] == "K9"


def test_the_day_of_the_worksheet_is_not_too_late(tmp_path: Path) -> None:
    assert problems(tmp_path, "model: {id: M1, on: 2028-02-29}", "a.yaml") == ""
    assert "is later than" in problems(tmp_path, "model: {id: M1, on: 2028-03-01}", "a.yaml")


def test_one_model_needs_no_list(tmp_path: Path) -> None:
    assert read(tmp_path, "model: {id: M1, items: {cbrn: yes}}", "a.yaml").models == ("M1",)


def test_all_that_is_wrong_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    text = """
colour = 1
[[model]]
id = "M1"
operatons = 1
parameters = "many"
modality = [{a = 1}]
on = 2031-01-01
[model.items.brod_data]
verdict = "yes"
[model.items.cbrn]
verdict = "maybe"
on = "soon"
[model.decision]
verdict = "yes"
[[model]]
id = "M1"
items = "all"
decision = "yes"
[[model]]
name = "x"
"""
    found = problems(tmp_path, text)
    for part in (
        "/sheet.toml: unknown key 'colour'. Known here: model.",
        "/sheet.toml, model M1: 'on': 2031-01-01 is later than 2028-02-29. Correct the day",
        "/sheet.toml, model M1: 'modality' should be one text, or a list of texts.",
        "model M1: model has no key 'operatons'. Did you mean 'operations'",
        "model M1: 'parameters': 'many' is not a number",
        "'brod_data' is no worksheet item. Did you mean 'broad_data'?",
        "/sheet.toml, model M1, cbrn: 'on': 'soon' is not a day",
        "/sheet.toml, model M1, cbrn: 'verdict': 'maybe' is neither yes, no nor unknown",
        "/sheet.toml, model M1, decision: a person decides. Say who, in decided_by.",
        "model M1: 'items' should be questions by name. Write [model.items.cbrn].",
        "model M1, decision: a decision is keys and values. Write [model.decision].",
        "/sheet.toml, model 3: a model needs an id.",
        "/sheet.toml: the model 'M1' stands there twice.",
    ):
        assert part in found, part
    assert found.count("2031-01-01") == 1


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("", "a.toml", "there is no model in it. Begin each with [[model]] and an id."),
        ("x = [", "a.toml", "not TOML: "),
        ("x = " + "[" * 5000, "a.toml", "nested too deeply"),
        ("model = 'M1'", "a.toml", "model 1: a model is keys and values."),
        ("model: {id: M1, items: {cbrn: [1]}}", "a.yaml", "cbrn: an answer is keys and values."),
        ("- M1", "a.yaml", "a worksheet is keys and values. Begin it with 'model:'."),
        ("model: {id: M1}\n---\nmodel: {id: M2}", "a.yaml", "a worksheet is one document."),
        ("model: {id: M1, id: M2}", "a.yaml", "the key 'id' stands twice"),
        ("model: [", "a.yaml", "not YAML here"),
        ("id,M1", "a.csv", "'.csv' is not an ending of worksheets. Save it as .toml"),
    ],
)
def test_a_file_that_is_no_worksheet_says_why(
    tmp_path: Path, text: str, name: str, wanted: str
) -> None:
    assert wanted in problems(tmp_path, text, name)


def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = read_worksheets(tmp_path / "none.toml", AS_OF).problems
    assert "no such file" in str(missing[0])
    latin = tmp_path / "latin.toml"
    latin.write_bytes("# Nguyễn \xe9".encode() + b"\xe9")
    assert "not UTF-8" in str(read_worksheets(latin, AS_OF).problems[0])
    monkeypatch.setattr(yaml_nodes, "MOST_BYTES", 10)
    assert "larger than" in problems(tmp_path, TOML)


PLAIN = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.text(max_size=5), st.just("M1")),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "model", "items", "decision", "cluster", "on", "cbrn", "x"]),
            below,
        )
    ),
    max_leaves=12,
)


@given(tree=PLAIN)
def test_no_tree_whatever_it_holds_brings_the_reader_down(
    tmp_path_factory: pytest.TempPathFactory, tree: object
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.yaml"
    path.write_text(as_yaml({"model": tree}), encoding="utf-8")
    found = read_worksheets(path, AS_OF)
    assert found.problems or found.models


def as_yaml(value: object) -> str:
    """Write a value in one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(below)}" for key, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    return '"' + "".join(sign for sign in str(value) if sign.isalnum()) + '"'
