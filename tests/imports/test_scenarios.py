from pathlib import Path

import pytest

from knowntenant.imports.scenarios import find_files, run_files

GOOD = """\
scenario: {name}
pack: nprm-2024
facts:
  - {{happened: 2026-01-05, presence: {{person: C1, located: VN}}}}
then:
  - {{as_of: 2026-01-05, ask: persons.status, of: C1, expect: {status}}}
"""


def write(path: Path, *documents: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\n".join(documents), encoding="utf-8")
    return path


def good(name: str = "good", status: str = "foreign_person") -> str:
    return GOOD.format(name=name, status=status)


def test_files_of_folders_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yml", "a/notes.txt", "d.toml"):
        write(tmp_path / name, "x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == ["a/c.yml", "b.yaml"]
    assert list(find_files([tmp_path / "d.toml"])) == [tmp_path / "d.toml"]


def test_a_folder_without_scenarios_is_a_problem(tmp_path: Path) -> None:
    (problem,) = run_files([tmp_path]).problems
    assert problem.what == "there is no scenario file in this folder."


def test_every_scenario_of_a_file_is_run(tmp_path: Path) -> None:
    report = run_files([write(tmp_path / "a.yaml", good("one"), good("two", "us_person"))])
    assert [(run.scenario.name, run.held) for run in report.runs] == [("one", True), ("two", False)]


def test_scenarios_beside_a_wrong_one_are_still_run(tmp_path: Path) -> None:
    broken = good().replace("located", "lcated").replace("persons.status", "persons.staus")
    path = write(tmp_path / "a.yaml", broken, good("fine"))
    report = run_files([path, write(tmp_path / "b.yaml", "scenario: [\n")])
    assert [run.scenario.name for run in report.runs] == ["fine"]
    assert [problem.where for problem in report.problems] == [
        f"{path}:4",
        f"{path}:6",
        f"{tmp_path / 'b.yaml'}:2",
    ]


def test_shape_and_meaning_are_reported_together_by_line(tmp_path: Path) -> None:
    text = good().replace("pack: nprm-2024", "pak: nprm-2024").replace("2026-01-05,", "soon,", 1)
    report = run_files([write(tmp_path / "a.yaml", text)], ["nprm-2024"])
    assert [int(problem.where.rpartition(":")[2]) for problem in report.problems] == [2, 4]


def test_a_pack_is_needed_from_the_file_or_from_the_caller(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", good().replace("pack: nprm-2024\n", ""))
    (problem,) = run_files([path]).problems
    assert problem.what == "a scenario needs a 'pack'."
    (run,) = run_files([path], ["nprm-2024-strict"]).runs
    assert run.pack.name == "nprm-2024-strict"


@pytest.mark.parametrize("name", ["nprm-2042", "nprm-2024x"])
def test_a_scenario_for_a_pack_that_is_not_there_is_a_problem(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "a.yaml", good().replace("nprm-2024", name))
    (problem,) = run_files([path]).problems
    assert problem.where == f"{path}:1"
    assert problem.what == f"there is no pack '{name}'."
    assert "nprm-2024" in problem.remedy


def test_a_list_of_packs_runs_a_scenario_under_each(tmp_path: Path) -> None:
    text = good().replace("nprm-2024", "[nprm-2024, nprm-2024-strict]")
    report = run_files([write(tmp_path / "深圳.yaml", text)])
    assert [run.pack.name for run in report.runs] == ["nprm-2024", "nprm-2024-strict"]


def test_a_problem_under_two_packs_is_told_once(tmp_path: Path) -> None:
    text = good().replace("nprm-2024", "[nprm-2024, nprm-2024-strict]").replace("located", "lcated")
    assert len(run_files([write(tmp_path / "a.yaml", text)]).problems) == 1


def test_a_folder_that_is_missing_is_a_missing_file(tmp_path: Path) -> None:
    (problem,) = run_files([tmp_path / "missing"]).problems
    assert problem.what == "there is no such file."
