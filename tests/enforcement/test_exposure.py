"""Which prohibitions are touched on a day, and what shows it."""

from datetime import date, timedelta

import pytest

from knowntenant.facts.types.enforcement import Limb
from knowntenant.law.answer import NO
from knowntenant.law.pack import Pack
from tests.law.toy import NPRM, packs
from tests.training.lived import BOUGHT
from tests.world import START, Telling, World, world

__all__ = ["packs"]

EXPOSURE, ON = "enforcement.exposure", "2028-02-29"
RESELLER: tuple[Telling, ...] = (
    (START, "reseller", {"id": "R1", "state": "active"}),
    (START, "presence", {"person": "R1", "organised_in": "NO"}),
)
OFFICER: Telling = (START, "person", {"id": "O1", "kind": "individual", "name": "Nguyễn"})
FILED = {"kind": "initial", "certified": "yes", "certified_by": "O1"}
NO_PROGRAM: Telling = (START, "reseller_cip", {"reseller": "R1", "kept": "no"})


def touched(made: World, on: str = ON, **readings: str) -> list[tuple[str, str]]:
    """Give limb and subject of what is touched."""
    value = made.inquiry(on, readings=readings).ask(EXPOSURE).value
    assert isinstance(value, tuple)
    return [(str(row["limb"]), str(row["of"])) for row in value]


def test_nothing_told_shows_nothing_and_people_judge_anyway(packs: Pack) -> None:
    answer = world().inquiry(ON, pack=packs).ask(EXPOSURE)
    assert answer.value == ()
    assert answer.flags[0] == "whether anything was violated is for people to judge"
    assert "whether a written program is in place" in answer.flags


def test_every_limb_has_a_clause_of_its_own() -> None:
    assert set(NPRM.parts[EXPOSURE]) == set(Limb)
    clauses = [NPRM.parts[EXPOSURE][limb] for limb in Limb]
    assert clauses == [f"7.309(a)({n})" for n in range(1, 9)]


# --- Missed filings


def test_a_certification_that_is_late_is_a_missed_filing() -> None:
    made = world(
        *RESELLER,
        ("2027-02-01", "certification", {"id": "CE1", "kind": "initial"}),
        ("2027-02-10", "certification", {"id": "CE2", "kind": "initial", "reseller": "R1"}),
    )
    assert touched(made, "2028-02-01") == []
    assert touched(made, "2028-02-02") == [("missed_filing", "provider")]
    assert touched(made, "2028-02-11") == [("missed_filing", "provider"), ("missed_filing", "R1")]


@pytest.mark.parametrize(
    ("keys", "on", "missed"),
    [
        ({"kind": "provider_cip"}, "2028-02-11", False),
        ({"kind": "provider_cip"}, "2028-02-12", True),
        ({"kind": "provider_cip", "answered_on": "2028-02-12"}, "2028-02-12", False),
        ({"kind": "provider_cip", "answered_on": "2028-02-13"}, "2028-02-12", True),
        ({"kind": "information", "about": "T1"}, "2028-02-16", False),
        ({"kind": "information", "about": "T1"}, "2028-02-17", True),
        ({"kind": "audit"}, "2028-02-29", False),
    ],
)
def test_a_request_is_answered_by_its_last_day(
    keys: dict[str, str], on: str, *, missed: bool
) -> None:
    made = world(("2028-02-01", "request", {"id": "Q1", **keys}))
    assert touched(made, on) == ([("missed_filing", "Q1")] if missed else [])


@pytest.mark.parametrize(
    ("report", "missed"),
    [
        ({}, True),
        ({**FILED, "about": "T1"}, False),
        ({**FILED, "about": "T1", "certified": "no"}, True),
        ({**FILED, "about": "T1", "kind": "malicious_activity"}, True),
        ({**FILED, "about": "T1", "reseller": "R1"}, True),
        ({**FILED, "about": "T2"}, True),
    ],
)
def test_a_covered_transaction_is_reported_by_its_last_day(
    report: dict[str, str], *, missed: bool
) -> None:
    told: Telling = ("2027-05-10", "report", {"id": "RP1", **report})
    made = BOUGHT.also(OFFICER, told) if report else BOUGHT
    assert touched(made, "2027-05-16") == []
    assert touched(made, "2027-05-17") == ([("missed_filing", "T1")] if missed else [])


def test_a_resellers_report_is_passed_on_by_its_last_day() -> None:
    made = BOUGHT.also(
        *RESELLER,
        ("2027-05-01", "transaction", {"id": "T1", "reseller": "R1"}),
        ("2027-05-20", "report", {"id": "RP1", "about": "T1", "kind": "initial", "reseller": "R1"}),
    )
    due = made.ask("2027-06-30", "training.forward_due", "T1").value
    assert isinstance(due, date)
    assert touched(made, due.isoformat()) == []
    late = (due + timedelta(days=1)).isoformat()
    assert touched(made, late) == [("missed_filing", "T1")]
    filed: Telling = ("2027-05-25", "report", {"id": "RP2", "about": "T1", **FILED})
    assert touched(made.also(OFFICER, filed), late) == []


# --- No program


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ((*RESELLER, NO_PROGRAM), True),
        ((*RESELLER, (START, "reseller_cip", {"reseller": "R1", "implemented": "no"})), True),
        ((*RESELLER, (START, "reseller_cip", {"reseller": "R1", "kept": "yes"})), False),
        (RESELLER, False),
        ((*RESELLER, NO_PROGRAM, (ON, "reseller", {"id": "R1", "state": "terminated"})), False),
        ((*RESELLER, NO_PROGRAM, (ON, "presence", {"person": "R1", "organised_in": "US"})), False),
        (
            (
                *RESELLER,
                NO_PROGRAM,
                (ON, "exemption", {"id": "X", "reseller": "R1", "state": "granted"}),
            ),
            False,
        ),
        ((*RESELLER, NO_PROGRAM, (ON, "exemption", {"id": "X", "state": "granted"})), True),
    ],
)
def test_a_foreign_reseller_without_a_working_program(
    told: tuple[Telling, ...], *, found: bool
) -> None:
    assert touched(world(*told)) == ([("no_program", "R1")] if found else [])


def test_whether_a_reseller_of_unknown_origin_needs_one_is_flagged() -> None:
    made = world(RESELLER[0], NO_PROGRAM)
    assert touched(made) == []
    assert "whether R1 has to keep a program is open" in made.ask(ON, EXPOSURE).flags


def test_dealings_after_the_last_day_for_ending_them() -> None:
    made = world(*RESELLER, ("2028-01-01", "knowledge", {"about": "R1", "of": "not_remediated"}))
    assert touched(made, "2028-01-31") == []
    assert touched(made, "2028-02-01") == [("no_program", "R1")]


def test_the_providers_own_program_is_judged_by_what_is_observed_of_it() -> None:
    settings = {"version": "1", "approved_by": "Board"}
    inquiry = world().inquiry(ON, program=settings)
    assert inquiry.ask("program.in_place").value is NO
    value = inquiry.ask(EXPOSURE).value
    assert isinstance(value, tuple)
    assert [(row["limb"], row["of"]) for row in value] == [("no_program", "provider")]
    exempt = world((ON, "exemption", {"id": "X1", "state": "granted"}))
    assert exempt.inquiry(ON, program=settings).ask(EXPOSURE).value == ()


# --- Suspensions and orders


def test_a_suspension_that_is_due_is_carried_out() -> None:
    further: Telling = (START, "training_finding", {"id": "T2", "reseller": "R1", "further": "yes"})
    made = world(*RESELLER, further)
    assert touched(made) == [("suspension_left_out", "R1")]
    for state in ("suspended", "terminated"):
        assert touched(made.also((ON, "reseller", {"id": "R1", "state": state}))) == []


def test_an_open_question_about_a_suspension_is_flagged() -> None:
    open_: Telling = (
        START,
        "training_finding",
        {"id": "T", "reseller": "R1", "further": "unknown"},
    )
    made = world(*RESELLER, open_)
    assert touched(made) == []
    flags = made.ask(ON, EXPOSURE).flags
    assert "whether supply to R1 is to be suspended is open" in flags


ACCOUNT: tuple[Telling, ...] = (
    (START, "customer", {"id": "C1", "kind": "individual"}),
    (START, "presence", {"person": "C1", "citizen": "CN", "located": "CN", "basis": "document"}),
    (START, "account", {"id": "A1", "customer": "C1", "state": "opened"}),
)


@pytest.mark.parametrize(
    ("order", "state", "found", "doubtful"),
    [
        ({"prohibits": "yes"}, "opened", True, False),
        ({"prohibits": "yes"}, "provisional", True, False),
        ({"prohibits": "yes"}, "suspended", False, False),
        ({"prohibits": "yes"}, "closed", False, False),
        ({"prohibits": "no", "conditions": "no accelerators"}, "opened", False, True),
    ],
)
def test_supply_against_a_binding_measure(
    order: dict[str, str], state: str, *, found: bool, doubtful: bool
) -> None:
    made = world(
        *ACCOUNT,
        ("2027-06-01", "account", {"id": "A1", "state": state}),
        ("2027-07-01", "order", {"id": "O1", "person": "C1", **order}),
    )
    assert touched(made, "2027-07-02") == []  # advisory still
    assert touched(made) == ([("supply_against_order", "A1")] if found else [])
    doubt = "whether A1 is supplied against O1"
    assert (doubt in made.ask(ON, EXPOSURE).flags) is doubtful


# --- Statements, and what people judge


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"false_when_made": "yes"}, True),
        ({"false_when_made": "yes", "made_to": "department"}, True),
        ({"false_when_made": "yes", "made_to": "other"}, False),
        ({"false_when_made": "no"}, False),
        ({}, False),
    ],
)
def test_a_statement_to_the_department_that_somebody_found_false(
    keys: dict[str, str], *, found: bool
) -> None:
    made = world((START, "statement", {"id": "S1", "kind": "cip", "value": "محمد", **keys}))
    assert touched(made) == ([("false_statement", "S1")] if found else [])
    assert "محمد" not in repr(made.ask(ON, EXPOSURE))


def test_a_statement_that_lives_on_though_overtaken() -> None:
    made = world(
        (START, "statement", {"id": "S1", "kind": "cip"}),
        (ON, "statement_change", {"id": "K1", "statement": "S1"}),
    )
    assert touched(made) == [("false_statement", "S1")]
    assert "D14: any-material-change" in map(str, made.ask(ON, EXPOSURE).readings)


@pytest.mark.parametrize("limb", list(Limb))
def test_what_a_person_judged_counts_for_every_limb(limb: str) -> None:
    judged: Telling = (
        START,
        "conduct",
        {"id": "J1", "limb": limb, "about": "A1", "touched": "yes"},
    )
    (row,) = rows(world(judged))
    assert row == {
        "limb": limb, "of": "A1", "clause": NPRM.parts[EXPOSURE][limb], "shown_by": "person",
    }  # fmt: skip


@pytest.mark.parametrize("keys", [{"touched": "unknown"}, {"about": "none"}, {"limb": "none"}])
def test_a_judgement_that_leaves_open_what_it_is_about_counts_for_nothing(
    keys: dict[str, str],
) -> None:
    told = {"id": "J1", "limb": "support", "about": "A1", "touched": "yes", **keys}
    assert touched(world((START, "conduct", told))) == []


def test_a_person_confirms_or_clears_what_facts_show_and_the_latest_word_counts() -> None:
    false: Telling = (START, "statement", {"id": "S1", "false_when_made": "yes"})
    told = {"limb": "false_statement", "about": "S1"}
    confirmed: Telling = ("2027-01-01", "conduct", {"id": "J1", **told, "touched": "yes"})
    cleared: Telling = ("2027-02-01", "conduct", {"id": "J2", **told, "touched": "no"})
    again: Telling = ("2027-03-01", "conduct", {"id": "J1", "touched": "yes"})
    shown = [
        [row["shown_by"] for row in rows(world(false, *told_))]
        for told_ in ((), (confirmed,), (confirmed, cleared), (confirmed, cleared, again))
    ]
    assert shown == [["facts"], ["person"], [], ["person"]]
    flags = world(false, cleared).ask(ON, EXPOSURE).flags
    assert "J2 judged false_statement of S1 not touched" in flags


def test_the_role_of_who_judged_is_named() -> None:
    told = {"id": "J1", "limb": "support", "about": "A1", "judged_by": "counsel"}
    answers = [
        world((START, "conduct", {**told, "touched": verdict})).ask(ON, EXPOSURE)
        for verdict in ("yes", "no")
    ]
    assert answers[0].because[0].text == "A1: judged in J1 by counsel"
    assert "J1 judged support of A1 not touched, by counsel" in answers[1].flags


def test_one_subject_can_be_asked_about() -> None:
    made = world(*RESELLER, NO_PROGRAM, (START, "statement", {"id": "S1", "wrong": "yes"}))
    assert len(touched(made)) == 2
    value = made.ask(ON, EXPOSURE, of="R1").value
    assert isinstance(value, tuple)
    assert [row["limb"] for row in value] == ["no_program"]


def rows(made: World) -> list[dict[str, object]]:
    """Give the rows of an answer."""
    value = made.ask(ON, EXPOSURE).value
    assert isinstance(value, tuple)
    return list(value)
