"""program.toml: read by its declarations, all problems at once, never a stack trace."""

import os
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.documents.program_examples import SIZES, example
from knowntenant.facts.program import AfterFailure, Program, elements, written
from knowntenant.facts.program_setting import Section
from knowntenant.facts.tier_rules import Factor
from knowntenant.facts.types.persons import Tier
from knowntenant.imports.program_file import MOST_BYTES, read_program_file
from knowntenant.law.answer import NO, YES
from knowntenant.law.kinds import ListOf


def read(folder: Path, text: str | bytes) -> tuple[Program, list[str]]:
    file = folder / "program.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    program, problems = read_program_file(file)
    return program, [str(problem) for problem in problems]


def problems_of(folder: Path, text: str | bytes) -> list[str]:
    return read(folder, text)[1]


def test_an_empty_file_is_a_program_that_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (Program(), [])
    assert read(tmp_path, "[costs]\n[contact]\n") == (Program(), [])


def test_values_are_read_as_toml_and_as_text(tmp_path: Path) -> None:
    as_toml, no_problems = read(
        tmp_path,
        """
        [approval]
        version = 2
        approved_on = 2028-02-29
        [failure]
        attempts = 4
        provisional_use = true
        after_failure = "Restrict"
        no_provisional_tiers = []
        [identification]
        recheck_on_ip = false
        [costs]
        cost_review = 0.10
        cost_manual_hour = 1_000
        """,
    )
    as_text, none_either = read(
        tmp_path,
        """
        [Approval]
        Version = "2"
        approved-on = "2028-02-29"
        [failure]
        attempts = "4"
        provisional_use = "yes"
        after_failure = "restrict"
        no_provisional_tiers = []
        [identification]
        recheck_on_ip = "no"
        [costs]
        cost_review = "0.1"
        cost_manual_hour = "1,000"
        """,
    )
    assert no_problems == none_either == []
    assert as_toml == as_text
    assert (as_toml.version, as_toml.approved_on, as_toml.attempts) == ("2", date(2028, 2, 29), 4)
    assert (as_toml.provisional_use, as_toml.recheck_on_ip) == (YES, NO)
    assert (as_toml.after_failure, as_toml.no_provisional_tiers) == (AfterFailure.RESTRICT, ())
    assert as_toml.cost_review == Fraction(1, 10)
    assert as_toml.sha256 == as_text.sha256


def test_a_list_may_stand_alone_and_a_text_over_several_lines(tmp_path: Path) -> None:
    program, problems = read(
        tmp_path,
        '[verification]\naccepted_documents = "passport"\n'
        'document_validity = """\nfirst line\nsecond"""\n'
        '[failure]\nno_provisional_tiers = ["high", "Low"]\n',
    )
    assert problems == []
    assert program.accepted_documents == ("passport",)
    assert program.document_validity == "first line\nsecond"
    assert program.no_provisional_tiers == (Tier.HIGH, Tier.LOW)


ANY = "a text, a number, a day, yes or no, or a list of them"
FACTORS = ", ".join(sorted(Factor))
TIERS = "Known here: high, low, medium"
AS_DAY = "write it as YYYY-MM-DD, such as 2027-02-28"
NO_PLACE = "which has no place in a program"


def test_all_problems_come_at_once_with_section_and_key(tmp_path: Path) -> None:
    program, problems = read(
        tmp_path,
        """
        attempts = 2
        atempts = 2
        [failre]
        attempts = 2
        [failure]
        atempts = 2
        attempts = "two"
        provisional-days = 14
        provisional_days = 15
        approved_by = "board"
        provisional_use = ["yes", "no"]
        no_provisional_tiers = ["severe"]
        after_failure = {how = "close"}
        redress_procedure = "a second person"
        [risk]
        tier_rules = ["high when colour is red"]
        risk_assessed_on = 2027-01-01T10:00:00Z
        [contact]
        contact_name = "4111 1111 1111 1111"
        contact_phone = "+1 202 555 0143"
        """,
    )
    assert problems == [
        f"program.toml{told}"
        for told in (
            ": 'attempts' stands in no section. Write it below [failure].",
            ": 'atempts' stands in no section. Did you mean 'attempts'?",
            ": there is no section [failre]. Did you mean 'failure' or 'disclosure'?",
            " [failure]: there is no element 'atempts'. Did you mean 'attempts'?",
            " [failure] attempts: 'two' is not a whole number, 0 or more.",
            " [failure]: 'provisional_days' is given twice.",
            " [failure]: 'approved_by' belongs to [approval]. Move it there.",
            " [failure] provisional_use: one yes/no is expected here, not a list.",
            f" [failure] no_provisional_tiers: 'severe' is no risk tier. {TIERS}.",
            f" [failure] after_failure: {ANY} is expected here.",
            f" [risk] tier_rules: 'colour' is nothing that a rule looks at. Known here: {FACTORS}.",
            f" [risk] risk_assessed_on: '2027-01-01T10:00:00+00:00' is not a day; {AS_DAY}.",
            f" [contact] contact_name: this looks like a card number, {NO_PLACE}.",
        )
    ]
    assert (program.redress_procedure, program.provisional_days) == ("a second person", 14)
    assert program.contact_phone == "+1 202 555 0143"


@pytest.mark.parametrize("name", ["version", "approved_on", "iaas_employees", "tier_rules"])
def test_an_empty_text_counts_as_not_written(name: str, tmp_path: Path) -> None:
    section = elements()[name].section
    assert read(tmp_path, f'[{section}]\n{name} = ""\n') == (Program(), [])


@pytest.mark.parametrize("name", ["attempts", "after_failure", "default_tier"])
def test_an_empty_text_is_no_number_and_no_word(name: str, tmp_path: Path) -> None:
    section = elements()[name].section
    assert len(problems_of(tmp_path, f'[{section}]\n{name} = ""\n')) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"[failure\n", "program.toml: is not TOML: "),
        (b"\xff\xfe[", "program.toml:1: the file is not UTF-16"),
        (b"[costs]\ncost_review = nan", "[costs] cost_review: 'nan' is not a number"),
        (b"[costs]\ncost_review = " + b"9" * 5000, "a number in it is too long."),
        (b"[failure]\nattempts = 0x" + b"f" * 5000, "is not TOML: a number in it is too long."),
        (b"x = " + b"[" * 100_000, "program.toml: is not TOML: "),
        (b"#" * (MOST_BYTES + 1), "the file is larger than 1 MB."),
        (b"[failure]\nattempts = 12:00:00", "attempts: a text, a number, a day, yes or no"),
        (b"[failure]\nprovisional_permissions = [['a']]", "provisional_permissions: a text, a"),
        (b"[failure]\nprovisional_permissions = ['']", "a text is expected here, and it is empty."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_why(text: bytes, problem: str, tmp_path: Path) -> None:
    (told,) = problems_of(tmp_path, text)
    assert problem in told


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(tmp_path: Path) -> None:
    text = b'\xef\xbb\xbf[approval]\r\nversion = "1"\r\n'
    assert read(tmp_path, text) == (Program(version="1"), [])


def test_a_file_that_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    (missing,) = read_program_file(tmp_path / "none.toml")[1]
    assert "there is no such file." in str(missing)
    (folder,) = read_program_file(tmp_path)[1]
    assert "cannot be read: " in str(folder)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file here")
def test_an_endless_file_is_told_to_be_too_large() -> None:
    (problem,) = read_program_file(Path(os.devnull).with_name("zero"))[1]
    assert "larger than" in str(problem)


@pytest.mark.parametrize("size", SIZES)
def test_what_a_program_says_can_be_written_and_read_again(size: str, tmp_path: Path) -> None:
    program, problems = read(tmp_path, example(size))
    assert problems == []
    lines: list[str] = []
    for section in Section:
        lines.append(f"[{section}]")
        own = [e for e in elements().values() if e.section is section]
        lines += [f"{e.name} = {_toml(written(getattr(program, e.name)))}" for e in own]
    again, none = read(tmp_path, "\n".join(lines))
    assert (again, none) == (program, [])


def _toml(value: str | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


SCALARS = st.one_of(
    st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.dates(), st.none()
)
NAMES = st.sampled_from([*elements(), *Section, "x", "attempt", "é"])


@settings(max_examples=60)
@given(st.binary(max_size=80))
def test_no_file_is_ever_a_crash(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    problems_of(tmp_path_factory.mktemp("any"), raw)


@settings(max_examples=80)
@given(st.lists(st.tuples(NAMES, NAMES, st.lists(SCALARS, max_size=2) | SCALARS), max_size=4))
def test_no_key_with_any_value_is_ever_a_crash(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str, object]]
) -> None:
    sections: dict[str, dict[str, str]] = {}
    for section, key, value in told:
        sections.setdefault(section, {})[key] = _any(value)
    text = "\n".join(
        line
        for section, keys in sections.items()
        for line in (f'["{section}"]', *(f'"{key}" = {value}' for key, value in keys.items()))
    )
    program, problems = read(tmp_path_factory.mktemp("any"), text)
    assert all(problem.startswith("program.toml") for problem in problems)
    for element in elements().values():
        value = getattr(program, element.name)
        assert isinstance(value, tuple) == isinstance(element.kind, ListOf)


def _any(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_any, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        plain = "".join(c for c in value if c.isprintable() and c not in "\"'\\")
        return f'"{plain}"'
    return "{}" if value is None else str(value)
