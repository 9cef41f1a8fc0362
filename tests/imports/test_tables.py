from datetime import date
from pathlib import Path

import pytest

from knowntenant.facts.declaration import fact_types
from knowntenant.facts.types import (
    Evidence,
    Finding,
    Knowledge,
    Presence,
    Remediation,
    Reseller,
    ResellerCip,
    Verification,
)
from knowntenant.imports.tables import MAIN, TABLES
from knowntenant.law.kinds import fold
from tests.imports.exporting import of, read, said


def test_every_field_of_every_fact_type_has_a_column() -> None:
    carried = {
        (part.fact, name)
        for table in TABLES.values()
        for part in table.parts
        for name in part.columns()
    }
    declared = {(fact.name, name) for fact in fact_types().values() for name in fact.fields}
    assert declared - carried == set()


def test_every_named_column_of_a_part_is_a_field_of_its_fact_type() -> None:
    for table in TABLES.values():
        for part in table.parts:
            assert set(part.columns()) | set(part.fixed) <= set(part.declared.fields), table.name
            assert {*part.under, *part.takes, *part.without} <= set(part.declared.fields)


@pytest.mark.parametrize("name", TABLES)
def test_what_a_table_needs_tells_and_dates_by_are_columns_of_it(name: str) -> None:
    table = TABLES[name]
    times = {day for part in table.parts for day in (*part.days, part.learned)}
    conditions = {column for part in table.parts for column in part.only_if}
    wanted = {*table.needs, *table.one_of, *table.tells, *table.key, *times, *conditions}
    assert wanted <= set(table.columns)


@pytest.mark.parametrize("name", TABLES)
def test_another_name_stands_for_one_column_only(name: str) -> None:
    columns = TABLES[name].columns
    also = [fold(other) for column in columns.values() for other in column.also]
    assert len(also) == len(set(also))
    assert not set(also) & set(columns)


def test_the_main_tables_are_those_of_the_documented_export() -> None:
    assert MAIN == (
        "products", "customers", "owners", "accounts", "payments", "evidence", "access", "usage",
        "resellers", "findings",
    )  # fmt: skip


OPENED_AND_CLOSED = [("2026-01-05", "opened"), ("2027-02-01", "closed")]
ACCOUNT = "id,customer,state,opened_on,state_since,closed_on\n"


@pytest.mark.parametrize(
    ("row", "tellings"),
    [
        ("A1,C1,opened,2026-01-05,,", [("2026-01-05", "opened")]),
        ("A1,C1,,2026-01-05,,", [("2026-01-05", "opened")]),
        ("A1,C1,closed,2026-01-05,,2027-02-01", OPENED_AND_CLOSED),
        ("A1,C1,,2026-01-05,,2027-02-01", OPENED_AND_CLOSED),
        ("A1,C1,closed,2026-01-05,2027-02-01,", OPENED_AND_CLOSED),
        (
            "A1,C1,closed,2026-01-05,,",
            [("2026-01-05", "opened"), ("2027-06-30", "closed")],
        ),
        (
            "A1,C1,restricted,2026-01-05,2026-03-01,",
            [("2026-01-05", "opened"), ("2026-03-01", "restricted")],
        ),
        ("A1,C1,provisional,2026-01-05,,", [("2026-01-05", "provisional")]),
        ("A1,C1,requested,,2026-03-01,", [("2026-03-01", "requested")] * 2),
    ],
)  # fmt: skip
def test_an_account_row_tells_its_opening_its_present_state_and_its_closing(
    row: str, tellings: list[tuple[str, str]], tmp_path: Path
) -> None:
    export = read(tmp_path, {"accounts.csv": f"{ACCOUNT}{row}\n"})
    found = [(str(r.happened), str(r.values["state"])) for r in export.records]
    assert found == tellings


def test_a_closed_account_without_its_day_is_noted(tmp_path: Path) -> None:
    export = read(tmp_path, {"accounts.csv": f"{ACCOUNT}A1,C1,closed,2026-01-05,,\n"})
    assert said(export.notes, "accounts.csv row 2", "closed_on", "day of the review")


def test_a_reseller_row_tells_start_program_steps_and_end(tmp_path: Path) -> None:
    text = (
        "id,name,organised_in,cip_kept,since,terminated_on,state_since,steps_taken\n"
        "R1,Mekong Cloud,VN,no,2025-01-01,2027-03-01,,\n"
        "R2,Nube,MX,yes,2025-02-01,,2027-01-01,steps_to_close\n"
    )
    export = read(tmp_path, {"resellers.csv": text})
    told = [(str(r.happened), str(r.values.get("state"))) for r in of(export, Reseller)]
    assert told == [
        ("2025-01-01", "active"), ("2027-03-01", "terminated"),
        ("2025-02-01", "active"), ("2027-01-01", "None"),
    ]  # fmt: skip
    assert of(export, Reseller)[-1].values["steps_taken"] == ("steps_to_close",)
    assert [str(r.values["kept"]) for r in of(export, ResellerCip)] == ["no", "yes"]
    assert len(of(export, Presence)) == 2


def test_a_finding_row_tells_remediation_and_both_kinds_of_knowledge(tmp_path: Path) -> None:
    text = (
        "id,reseller,kind,happened,learned,remediated_on,extent,not_remediated_known_on,risk_known_on\n"
        "F1,R1,no_cip,2027-02-27,2027-02-28,2027-03-20,partial,2027-03-21,2027-03-25\n"
    )
    export = read(tmp_path, {"findings.csv": text, "resellers.csv": "id,since\nR1,2025-01-01\n"})
    finding = of(export, Finding)[0]
    assert (finding.happened, finding.learned) == (date(2027, 2, 27), date(2027, 2, 28))
    cure = of(export, Remediation)[0]
    assert cure.values["finding"] == "F1"
    assert cure.values["reseller"] == "R1"
    assert cure.happened == cure.learned == date(2027, 3, 20)
    known = [
        (str(r.values["of"]), r.values["about"], str(r.learned)) for r in of(export, Knowledge)
    ]
    assert known == [("not_remediated", "F1", "2027-03-21"), ("increased_risk", "F1", "2027-03-25")]


def test_an_evidence_row_tells_the_document_and_the_step(tmp_path: Path) -> None:
    text = (
        "id,person,kind,method,result,showed,checked_on\n"
        "E1,C1,passport,documentary,failed,photo differs,2026-01-02\n"
        ",C1,,non_documentary,passed,,2026-01-04\n"
    )
    export = read(tmp_path, {"evidence.csv": text})
    assert [r.values["id"] for r in of(export, Evidence)] == ["E1"]
    steps = of(export, Verification)
    assert [str(s.values["result"]) for s in steps] == ["failed", "passed"]
    assert steps[0].values["evidence"] == "E1"
    assert steps[0].values["description"] == "photo differs"


@pytest.mark.parametrize(
    ("row", "tellings"),
    [
        (
            "A1,C1,closed,2026-01-05,,2025-01-01",
            [("2026-01-05", "opened"), ("2026-01-05", "closed")],
        ),
        (
            "A1,C1,,2026-01-05T10:00Z,,2026-01-05T09:00Z",
            [("2026-01-05 10:00:00+00:00", "opened"), ("2026-01-05 10:00:00+00:00", "closed")],
        ),
        ("A1,C1,opened,2026-01-05,,2025-01-01", [("2026-01-05", "opened")]),
    ],
)  # fmt: skip
def test_an_end_before_the_beginning_is_a_problem_and_the_stated_state_wins(
    row: str, tellings: list[tuple[str, str]], tmp_path: Path
) -> None:
    export = read(tmp_path, {"accounts.csv": f"{ACCOUNT}{row}\n"})
    assert [(str(r.happened), str(r.values["state"])) for r in export.records] == tellings
    assert said(export.problems, "accounts.csv row 2", "lies before 'opened_on'", "Correct one")
