"""The checks from clause to decision to case: on the packs as they are, and on violations."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from knowntenant.imports.vocabulary import VOCABULARY
from knowntenant.law.decision import Decision
from knowntenant.law.loading import load_pack, pack_names
from knowntenant.law.pack import Clause, Pack
from tests.law import record_hashes, traceability
from tests.law.record_hashes import PACKS, recorded, rows_of
from tests.law.toy import NPRM
from tests.law.traceability import Asked, ask_all, hashes

US = "7.301 us person"


@cache
def cases() -> tuple[list[Asked], list[str]]:
    """Ask all questions of all packs' cases, once."""
    found = [ask_all(folder) for folder in sorted(PACKS.glob("*/cases"))]
    return [a for asked, _ in found for a in asked], [p for _, problems in found for p in problems]


def roots() -> list[Pack]:
    """Give the packs that inherit nothing: the others have the clauses of their parents."""
    return [pack for name in pack_names() if not (pack := load_pack(name)).parent]


def with_clauses(*clauses: Clause) -> Pack:
    return replace(NPRM, clauses={clause.id: clause for clause in clauses})


def test_every_clause_has_a_decision_or_a_reason_why_it_needs_none() -> None:
    assert [gap for name in pack_names() for gap in traceability.undecided(load_pack(name))] == []


def test_a_planted_clause_without_a_decision_is_caught() -> None:
    planted = Clause("7.302(a)", ("provider",), "duty", "Do it.")
    (found,) = traceability.undecided(with_clauses(planted))
    assert found.startswith("7.302(a) has neither")


def test_the_decisions_named_exist_and_those_that_exist_are_named() -> None:
    packs = [load_pack(name) for name in pack_names()]
    assert traceability.dangling(packs, VOCABULARY.decisions) == []


def planted_decision(name: str, *, composed: bool = False) -> dict[str, Decision]:
    status = VOCABULARY.decisions["persons.status"]
    return {name: replace(status, name=name, composed=composed)}


def test_a_planted_name_that_nothing_decides_is_caught() -> None:
    planted = replace(NPRM.clauses[US], decision=("persons.stauts",))
    found = traceability.dangling([with_clauses(planted)], {})
    assert found == ["nprm-2024: 7.301 us person names 'persons.stauts', which nothing decides"]


def test_a_planted_decision_that_no_pack_uses_is_caught_unless_it_only_gathers_others() -> None:
    idle, gathering = planted_decision("a.b"), planted_decision("c.d", composed=True)
    assert traceability.dangling([with_clauses()], idle | gathering) == ["no pack uses 'a.b'"]


def test_a_planted_decision_of_a_clause_that_needs_none_is_caught() -> None:
    planted = replace(NPRM.clauses[US], decision=("a.b",), not_software="only words")
    found = traceability.dangling([with_clauses(planted)], planted_decision("a.b"))
    assert found == ["nprm-2024: 7.301 us person is not_software and has a decision"]


def test_every_reading_is_taken_by_something() -> None:
    packs = [load_pack(name) for name in pack_names()]
    assert traceability.untaken(packs, VOCABULARY.decisions) == []


def test_a_planted_reading_that_nothing_takes_is_caught() -> None:
    planted = replace(NPRM, readings={"D99": NPRM.readings["D1"]})
    found = traceability.untaken([planted], VOCABULARY.decisions)
    assert found == ["nprm-2024: nothing takes reading D99"]


def test_the_cases_can_be_read() -> None:
    assert cases()[1] == []


def test_every_decision_of_every_clause_has_a_case() -> None:
    assert [gap for pack in roots() for gap in traceability.without_case(pack, cases()[0])] == []


def test_every_case_passes() -> None:
    assert traceability.failing(cases()[0]) == []


def test_the_cases_of_every_clause_bite() -> None:
    assert [gap for pack in roots() for gap in traceability.toothless(pack, cases()[0])] == []


CASE = """
scenario: 阮文 is in 深圳
clause: {clause}
pack: nprm-2024
facts:
  - {{happened: 2028-02-29, customer: {{id: 阮文, kind: individual}}}}
  - {{happened: 2028-02-29, presence: {{person: 阮文, located: CN}}}}
then:
  - {{as_of: 2028-02-29, ask: {ask}, of: 阮文, {check}}}
"""
STATUS = replace(NPRM.clauses[US], decision=("persons.status",))


@pytest.fixture
def asked(tmp_path: Path, request: pytest.FixtureRequest) -> list[Asked]:
    """Give the questions of one case, made for the test."""
    (tmp_path / "case.yaml").write_text(CASE.format(**request.param), encoding="utf-8")
    found, problems = ask_all(tmp_path)
    assert problems == []
    return found


def case(check: str, clause: str = US, ask: str = "persons.status") -> pytest.MarkDecorator:
    written = {"clause": clause, "ask": ask, "check": check}
    return pytest.mark.parametrize("asked", [written], indirect=True, ids=[check])


@case("expect: foreign_person")
def test_a_case_that_asks_the_decision_and_expects_its_value_is_enough(asked: list[Asked]) -> None:
    pack = with_clauses(STATUS)
    assert traceability.without_case(pack, asked) == []
    assert traceability.failing(asked) == []
    assert traceability.toothless(pack, asked) == []


@case("expect: foreign_person, citing: 7.301 us person", "7.301 entity")
def test_a_case_of_another_clause_counts_if_it_cites_this_one(asked: list[Asked]) -> None:
    assert traceability.without_case(with_clauses(STATUS), asked) == []


@case("expect: foreign_person", "7.301 entity")
def test_a_planted_clause_without_a_case_is_caught(asked: list[Asked]) -> None:
    found = traceability.without_case(with_clauses(STATUS), asked)
    assert found == ["7.301 us person: no case asks persons.status"]


@case("expect: us_person")
def test_a_planted_case_that_fails_is_caught(asked: list[Asked]) -> None:
    assert traceability.failing(asked) == ["case.yaml:2: persons.status fails"]


@case("citing: 7.301 us person")
def test_a_planted_case_that_is_content_with_any_answer_is_caught(asked: list[Asked]) -> None:
    says = "7.301 us person: its cases are content when persons.status answers"
    assert traceability.toothless(with_clauses(STATUS), asked) == [
        f"{says} its opposite",
        f"{says} another value",
        f"{says} unknown",
    ]


@case("lacks: Ann", "7.301 beneficial owner(2)", "ownership.beneficial_owners")
def test_a_planted_case_that_is_content_with_some_wrong_answers_is_caught(
    asked: list[Asked],
) -> None:
    owner = NPRM.clauses["7.301 beneficial owner(2)"]
    found = traceability.toothless(
        with_clauses(replace(owner, decision=("ownership.beneficial_owners",))), asked
    )
    assert [gap.partition("answers ")[2] for gap in found] == ["its opposite", "another value"]


def test_a_case_that_cannot_be_read_is_a_problem_and_asks_nothing(tmp_path: Path) -> None:
    text = CASE.format(clause=US, ask="persons.status", check="expect: foreign_persn")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(text.replace("then:", "than:"), encoding="utf-8")
    found, problems = ask_all(tmp_path)
    assert found == []
    assert len(problems) >= 2


@case("expect: foreign_person")
def test_a_question_on_which_the_pack_is_silent_neither_holds_nor_bites(asked: list[Asked]) -> None:
    silent = [replace(one, answer=None) for one in asked]
    assert traceability.failing(silent) != []
    assert len(traceability.toothless(with_clauses(STATUS), silent)) == 3


def test_every_clause_row_was_reread_since_it_last_changed() -> None:
    for name in pack_names():
        folder = PACKS / name
        now = hashes(rows_of(folder))
        found = traceability.unread(load_pack(name), now, recorded(folder), cases()[0])
        assert found == [], "when reread: .venv/bin/python -m tests.law.record_hashes"


@case("expect: foreign_person")
def test_a_planted_change_of_a_clause_row_names_what_to_reread(asked: list[Asked]) -> None:
    row = {"kind": "definition", "duty": "Who is a US person."}
    before = hashes({US: row, "7.301 gone": row})
    now = hashes({US: row | {"duty": "Who counts as one."}, "7.301 new": row})
    assert traceability.unread(with_clauses(STATUS), now, before, asked) == [
        "7.301 gone is gone; reread decisions: none; cases: none",
        "7.301 new is new; reread decisions: none; cases: none",
        "7.301 us person has changed; reread decisions: persons.status; cases: case.yaml:2",
    ]


def test_a_row_whose_keys_change_places_has_not_changed() -> None:
    one, other = {"kind": "duty", "duty": "Do."}, {"duty": "Do.", "kind": "duty"}
    assert hashes({US: one}) == hashes({US: other})


def test_what_is_recorded_is_what_was_read(tmp_path: Path) -> None:
    source = PACKS / "nprm-2024"
    (tmp_path / "clauses").mkdir()
    for file in (*source.glob("*.toml"), *source.glob("clauses/*.toml")):
        target = tmp_path / file.relative_to(source)
        target.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    assert recorded(tmp_path) == {}
    assert record_hashes.record(tmp_path) == len(NPRM.clauses)
    assert recorded(tmp_path) == hashes(rows_of(tmp_path))


def test_a_pack_without_clauses_of_its_own_records_nothing(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text("name = 'empty'\n", encoding="utf-8")
    assert record_hashes.record(tmp_path) == 0
    assert list(tmp_path.iterdir()) == [tmp_path / "pack.toml"]
