from pathlib import Path

import pytest

from knowntenant.facts.types import Customer
from tests.imports.exporting import ACCOUNTS, CUSTOMERS, of, read, said

BASIC: dict[str, str | bytes] = {"customers.csv": CUSTOMERS, "accounts.csv": ACCOUNTS}


@pytest.mark.parametrize("sign", ["\\ud800", "\\u001b[31m"])
def test_half_a_character_or_a_control_character_is_refused_with_its_place(
    tmp_path: Path, sign: str
) -> None:
    rows = f'{{"id":"C1","name":"A{sign}","{sign}":"x"}}\n{{"id":"C2","name":"محمد"}}\n'
    access = f'{{"account":"A{sign}","at":"2027-01-01","{sign}":""}}\n'
    export = read(tmp_path, {"customers.jsonl": rows, "access.jsonl": access})
    assert said(export.problems, "customers.jsonl line 1", "'name' holds a control", "Remove")
    assert said(export.problems, "access.jsonl line 1", "'account' holds a control")
    assert [r.values["id"] for r in of(export, Customer)] == ["C1", "C2"]
    assert all("\ufffd" in one.headers[0] for one in export.unmatched)


@pytest.mark.parametrize(
    ("table", "content"),
    [
        ("accounts", "nr,customer\nA1,C1\n"),
        ("accounts", "id,customer\n,C1\n"),
        ("accounts", ""),
        ("customers", "id,name\nC1,a,b\n"),
    ],
)
def test_an_export_that_loses_a_vital_table_as_a_whole_is_not_usable(
    tmp_path: Path, table: str, content: str
) -> None:
    export = read(tmp_path, {**BASIC, f"{table}.csv": content})
    assert not export.is_usable
    assert said(export.problems, f"{table}: none of its rows can be used.")


def test_a_vital_table_of_which_a_row_can_be_used_or_that_is_empty_is_usable(
    tmp_path: Path,
) -> None:
    some = {**BASIC, "accounts.csv": f"{ACCOUNTS},C1,opened,\n"}
    assert read(tmp_path / "some", some).is_usable
    assert read(tmp_path / "none", {**BASIC, "accounts.csv": "id,customer\n"}).is_usable


@pytest.mark.parametrize("header", ["account", "account_id", "Account ID"])
def test_the_name_of_a_thing_alone_may_head_its_ids(tmp_path: Path, header: str) -> None:
    accounts = ACCOUNTS.replace("id,", f"{header},", 1)
    export = read(tmp_path, {**BASIC, "accounts.csv": accounts})
    assert not export.problems
    assert [guess.taken_for for guess in export.guesses] == ["id"]


def test_a_row_that_tells_several_facts_of_the_future_is_noted_once(tmp_path: Path) -> None:
    text = "id,name,located,email,happened\nC1,محمد,EG,m@mail.example,2028-02-29\n"
    export = read(tmp_path, {"customers.csv": text})
    assert len(export.records) == 3
    assert len(said(export.notes, "2028-02-29")) == 1


def test_what_is_wrong_ends_with_a_full_stop_before_its_remedy(tmp_path: Path) -> None:
    text = "id,customer,product\nA1,C1,P1\n,C1,\n"
    export = read(tmp_path, {**BASIC, "accounts.csv": text, "payments.csv": "account\nA1\n"})
    told = [*export.problems, *export.notes]
    assert said(told, "name a product in")
    assert all(one.what.endswith((".", "?")) for one in told)


def test_an_account_that_the_export_tells_none_of_is_named_with_its_article(tmp_path: Path) -> None:
    export = read(tmp_path, {"customers.csv": CUSTOMERS, "payments.csv": "id,account\nP1,A1\n"})
    assert said(export.notes, "name an account in")
