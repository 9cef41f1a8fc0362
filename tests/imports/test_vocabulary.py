from pathlib import Path

import pytest

from knowntenant.imports.scenarios import Report, read_file, run_scenario

HEAD = "scenario: made\npack: nprm-2024\n"


def ran(tmp_path: Path, facts: list[str], *questions: str, given: str = "{}") -> Report:
    path = tmp_path / "made.yaml"
    lines = [f"given: {given}", "facts:", *(f"  - {{{fact}}}" for fact in facts), "then:"]
    lines += [f"  - {{as_of: 2027-03-01, {question}}}" for question in questions]
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    (read,) = read_file(path).scenarios
    return run_scenario(read)


def problems(report: Report) -> list[str]:
    return [str(problem).partition("made.yaml:")[2] for problem in report.problems]


def held(report: Report) -> bool:
    return report.problems == () and all(run.held for run in report.runs)


OPEN = "happened: 2026-01-05, account: {id: A1, customer: C1, state: opened}"
STATUS = "ask: persons.status, of: C1"


def presence(where: str, more: str = "") -> str:
    return f"happened: 2026-01-05, {more} presence: {{person: C1, located: {where}}}"


def test_no_is_norway_and_names_of_places_are_read(tmp_path: Path) -> None:
    facts = [
        presence("NO"),
        "happened: 2026-01-05, contact: {person: C1, use_locations: [NO, 中国]}",
    ]
    assert held(ran(tmp_path, facts, f"{STATUS}, expect: foreign_person"))


def test_readings_and_settings_reach_the_decisions(tmp_path: Path) -> None:
    access = "happened: 2026-06-01, access: {account: A1, ip: 203.0.113.9}"
    given = "{readings: {D13: literal}, program: {Default-Tier: high}}"
    question = "ask: retention.retained_through, of: A1, expect: 2028-06-01"
    assert held(ran(tmp_path, [OPEN, access], question, given=given))


def test_a_subject_that_narrows_reaches_the_decision(tmp_path: Path) -> None:
    facts = [
        "happened: 2027-02-01, request: {id: Q1, kind: provider_cip}",
        "happened: 2027-02-02, request: {id: Q2, kind: provider_cip}",
    ]
    asked = "ask: obligations.all, of: Q2, expect: [{of: Q2, due: 2027-02-12}]"
    assert held(ran(tmp_path, facts, asked, "ask: obligations.all, lacks: {of: Q3}"))


def test_unknown_keys_values_and_settings_are_all_named_at_once(tmp_path: Path) -> None:
    facts = ["happened: 2026-01-05, account: {id: A1, custmer: C1, state: opned}"]
    found = problems(
        ran(
            tmp_path,
            facts,
            "ask: retention.on_hold, of: A1, expect: no",
            given="{program: {attemps: 2}}",
        )
    )
    assert [line.partition(". Did")[0] for line in found] == [
        "3: the program has no setting 'attemps'",
        "5: account has no key 'custmer'",
        "5: 'state': 'opned' is no account state",
    ]


def test_a_card_number_is_never_taken(tmp_path: Path) -> None:
    facts = [OPEN, 'happened: 2026-01-05, payment: {account: A1, token: "4111 1111 1111 1111"}']
    (problem,) = problems(ran(tmp_path, facts, "ask: retention.on_hold, of: A1, expect: no"))
    assert "looks like a card number" in problem
    assert "4111" not in problem


@pytest.mark.parametrize("reference", ["typo", "2", "2026-01-05"])
def test_a_correction_names_a_fact_by_label_number_or_day(tmp_path: Path, reference: str) -> None:
    facts = [
        OPEN,
        presence("VN", "ref: typo,"),
        presence("US", f"learned: 2027-03-02, corrects: {reference},"),
    ]
    day_after = f"{STATUS}, expect: us_person"
    assert held(ran(tmp_path, facts, f"{STATUS}, expect: foreign_person"))
    facts[2] = facts[2].replace("2027-03-02", "2027-03-01")
    assert held(ran(tmp_path, facts, day_after))


@pytest.mark.parametrize("reference", ["typo", "2"])
def test_a_correction_need_not_repeat_the_key(tmp_path: Path, reference: str) -> None:
    facts = [
        OPEN,
        "happened: 2026-01-05, ref: typo, presence: {of: C1, located: VN, citizen: VN}",
        f"happened: 2026-01-05, corrects: {reference}, presence: {{located: US}}",
    ]
    assert held(ran(tmp_path, facts, f"{STATUS}, expect: us_person"))


def test_a_label_that_looks_like_a_number_is_a_label(tmp_path: Path) -> None:
    facts = [
        presence("VN", 'ref: "2027",'),
        "happened: 2026-01-05, corrects: 2027, presence: {located: US}",
    ]
    assert held(ran(tmp_path, facts, f"{STATUS}, expect: us_person"))


@pytest.mark.parametrize(
    ("facts", "remedy"),
    [
        ([presence("VN", "ref: typo,")], "Did you mean 'typo'?"),
        ([presence("VN")], "Known here: 1."),
        ([OPEN], "Name it by `ref`."),
    ],
)
def test_a_correction_of_nothing_is_a_problem(
    tmp_path: Path, facts: list[str], remedy: str
) -> None:
    wrong = "happened: 2026-01-06, corrects: tpyo, presence: {person: C1, located: US}"
    (problem,) = problems(ran(tmp_path, [*facts, wrong], f"{STATUS}, expect: unknown"))
    assert problem.startswith(f"{len(facts) + 5}: this corrects 'tpyo', and no other fact")
    assert problem.endswith(remedy)


def test_a_correction_cannot_take_another_type_of_fact(tmp_path: Path) -> None:
    facts = [OPEN, "happened: 2026-01-06, corrects: 1, presence: {person: C1, located: US}"]
    assert "this corrects '1'" in problems(ran(tmp_path, facts, f"{STATUS}, expect: unknown"))[0]


def test_ids_in_lists_can_be_asked_about(tmp_path: Path) -> None:
    facts = ["happened: 2026-01-05, notice: {to: C1, concerns: [C7]}"]
    assert held(ran(tmp_path, facts, "ask: persons.status, of: C7, expect: unknown"))


def test_an_id_that_no_fact_names_gives_the_nearest(tmp_path: Path) -> None:
    (problem,) = problems(ran(tmp_path, [OPEN], "ask: persons.status, of: C11, expect: unknown"))
    assert problem == "7: no fact names 'C11'. Did you mean 'C1'?"


def test_a_day_between_two_zones_is_the_pack_s_day(tmp_path: Path) -> None:
    times = "happened: 2027-03-02T03:00:00Z, learned: 2027-03-02T03:00:00Z"
    fact = f"{times}, presence: {{person: C1, located: VN}}"
    assert held(ran(tmp_path, [fact], f"{STATUS}, expect: foreign_person"))
