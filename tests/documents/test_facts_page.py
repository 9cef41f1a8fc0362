from knowntenant.documents.facts_page import page
from knowntenant.facts.declaration import fact_types

PAGE = page()


def test_every_fact_type_stands_with_its_meaning_retention_and_clause() -> None:
    for declared in fact_types().values():
        (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| [`{declared.name}`]")]
        assert declared.doc in row
        assert row.endswith(f"| {declared.clause} |")
        assert declared.retention.name.lower().replace("_", " ") in row


def test_keys_show_their_sensitivity_and_an_example_of_their_own() -> None:
    assert "| `email` | text | `free words` | e-mail address | `e_mail` | personal |" in PAGE
    assert "| `account` | id | `A1` | which account (an id of: account) |" in PAGE
    assert "`[VN]`" in PAGE


def test_places_that_people_ask_about_are_named() -> None:
    for name in ("Crimea (`UA-43`)", "Hong Kong (`HK`)", "Guam (`GU`)", "Macau (`MO`)"):
        assert name in PAGE


def test_events_and_keyed_facts_are_told_apart() -> None:
    assert "Entries are only ever added. Each one stands for itself." in PAGE
    assert "Key: `owner`, `owned`." in PAGE
