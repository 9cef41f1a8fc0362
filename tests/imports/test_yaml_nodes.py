from pathlib import Path

import pytest
import yaml

from knowntenant.imports import yaml_nodes
from knowntenant.imports.yaml_nodes import read_documents
from knowntenant.law.scenario.node import Listed, Mapped, Scalar, as_written

TEXT = "scenario: 深圳 محمد Nguyễn\nfacts: [NO, on, 7.300, 0x1F, 1_000, ~, 2027-02-28, 12:30]\n"


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "made.yaml"


def test_every_scalar_stays_the_text_that_it_is(file: Path) -> None:
    (node,) = read_documents(written(file, TEXT)).nodes
    assert isinstance(node, Mapped)
    assert as_written(node.pairs[0][1]) == "深圳 محمد Nguyễn"
    assert as_written(node.pairs[1][1]) == "[NO, on, 7.300, 0x1F, 1_000, ~, 2027-02-28, 12:30]"


def test_nodes_know_their_lines(file: Path) -> None:
    (node,) = read_documents(written(file, "# first\na:\n  - b\n  - {c: d}\n")).nodes
    assert isinstance(node, Mapped)
    below = node.pairs[0][1]
    assert isinstance(below, Listed)
    assert (node.line, below.line, below.items[1].line) == (2, 3, 4)


def test_documents_are_separated_and_empty_ones_left_out(file: Path) -> None:
    found = read_documents(written(file, "%YAML 1.2\n---\na: 1\n---\n---\n# nothing\n---\nb: 2\n"))
    assert [as_written(node) for node in found.nodes] == ["{a: 1}", "{b: 2}"]
    assert found.problems == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_says_the_encoding(file: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding.startswith("utf-16-") else ""
    found = read_documents(written(file, (mark + TEXT).encode(encoding)))
    assert found.problems == []
    assert "深圳" in as_written(found.nodes[0])


def test_windows_1252_is_named_with_line_and_remedy(file: Path) -> None:
    (problem,) = read_documents(written(file, "a: 1\nname: Café\n".encode("cp1252"))).problems
    assert str(problem) == (
        f"{file}:2: the file is not UTF-8: invalid continuation byte 0xE9. "
        "It may be Windows-1252 or another encoding: save it again as UTF-8."
    )


def test_a_cut_utf_16_file_is_named(file: Path) -> None:
    (problem,) = read_documents(written(file, "a: 1".encode("utf-16")[:-1])).problems
    assert "the file is not UTF-16" in problem.what


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "the file is empty; nothing is told in it."),
        (" \n\n", "the file is empty; nothing is told in it."),
        ("# only\n", "the file holds comments only; nothing is told in it."),
        ("---\n", "the file holds comments only; nothing is told in it."),
    ],
)
def test_a_file_without_documents_is_a_problem(file: Path, content: str, what: str) -> None:
    assert [problem.what for problem in read_documents(written(file, content)).problems] == [what]


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    (problem,) = read_documents(tmp_path / "missing.yaml").problems
    assert str(problem).endswith("missing.yaml: there is no such file. Check its name.")
    (problem,) = read_documents(tmp_path).problems
    assert "the file cannot be read" in problem.what


@pytest.mark.parametrize(
    ("content", "line", "remedy"),
    [
        ("a: 1\n\tb: 2\n", 2, "Indent with spaces, not with tabs."),
        ("a:\n  - @b\n", 2, "Indent with spaces, not tabs; put odd signs in quotes."),
        ("scenario: a: b\n", 1, "Put a text that holds a colon and a space in quotes."),
        ("a: [b\n", 2, "Look at the brackets, quotes and indentation around this line."),
        ("a: 1\n---\nb: {c: [}\n", 3, "Look at the brackets, quotes and indentation around"),
    ],
)
def test_what_is_not_yaml_is_named_by_line(
    file: Path, content: str, line: int, remedy: str
) -> None:
    (problem,) = read_documents(written(file, content)).problems
    assert problem.where == f"{file}:{line}"
    assert problem.what.startswith("not YAML here: ")
    assert problem.remedy.startswith(remedy)


def test_control_characters_are_named(file: Path) -> None:
    (problem,) = read_documents(written(file, "a: \x07\n")).problems
    assert problem.what.startswith("not YAML here: ")
    assert problem.remedy


def test_documents_before_a_mistake_are_kept(file: Path) -> None:
    found = read_documents(written(file, "a: 1\n---\nb: [\n"))
    assert [as_written(node) for node in found.nodes] == ["{a: 1}"]
    assert len(found.problems) == 1


def test_parts_may_be_repeated_within_a_document(file: Path) -> None:
    (node,) = read_documents(written(file, "a: &one {x: 1}\nb: *one\nc: &two y\nd: *two\n")).nodes
    assert as_written(node) == "{a: {x: 1}, b: {x: 1}, c: y, d: y}"


def test_more_than_a_hundred_repeats_are_refused(file: Path) -> None:
    (problem,) = read_documents(written(file, "a: &x 1\nb: [" + "*x, " * 101 + "]\n")).problems
    assert problem.what == "the file repeats parts by '*' more than 100 times."
    assert problem.where == f"{file}:2"


def test_repeats_of_repeats_are_refused_before_they_grow(file: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    (problem,) = read_documents(written(file, "\n".join(lines))).problems
    assert "repeated parts make more than 1,000,000 values" in problem.what


@pytest.mark.parametrize("content", ["a: &x [*x]\n", "a: *x\n", "a: &x 1\n---\nb: *x\n"])
def test_a_repeat_of_what_is_not_complete_is_refused(file: Path, content: str) -> None:
    (problem,) = read_documents(written(file, content)).problems
    assert problem.what == "'*x' repeats a part that is not complete before this line."


def test_a_file_that_is_too_large_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_nodes, "MOST_BYTES", 1_000_000)
    (problem,) = read_documents(written(file, b"# " + b"x" * 1_000_000)).problems
    assert str(problem) == f"{file}: the file is larger than 1 MB. Split it into several files."


def test_a_key_that_is_no_text_becomes_one(file: Path) -> None:
    (node,) = read_documents(written(file, "{[a, b]: c}\n")).nodes
    assert isinstance(node, Mapped)
    assert node.pairs[0][0] == Scalar("[a, b]", 1)


def test_the_slow_parser_gives_the_same_nodes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(file, TEXT + "more: {a: &x [1, {b: c}], d: *x}\n---\n- e\n")
    fast = read_documents(file)
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.BaseLoader)
    assert read_documents(file) == fast


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000 + "]" * 20_000,
        "{a: " * 60 + "1" + "}" * 60,
        "a: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 30 + "*a" + "]" * 30,
    ],
)
def test_brackets_nested_without_end_are_refused(file: Path, text: str) -> None:
    (problem,) = read_documents(written(file, text)).problems
    assert "nested more than 50 levels deep" in problem.what
    assert problem.remedy


def test_as_many_levels_as_anybody_needs_are_read(file: Path) -> None:
    assert not read_documents(written(file, "[" * 50 + "]" * 50)).problems


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file here")
def test_an_endless_file_is_too_large() -> None:
    (problem,) = read_documents(Path("/dev/zero")).problems
    assert "larger than 10 MB" in problem.what
