import json
from pathlib import Path

import pytest

from knowntenant.imports.lists.ftm import read_ftm
from knowntenant.imports.lists.ftm_writing import ftm_entities
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.lists.un_xml import read_un_xml
from knowntenant.screening.entry import (
    Entry,
    Identifier,
    IdKind,
    Kind,
    ListedName,
    NameKind,
    Source,
)
from tests.imports.lists.foreign_lists import FTM, FTM_LINES, UN, fields, put, read


def test_targets_come_with_their_names_and_kinds(tmp_path: Path) -> None:
    entries, _ = read(read_ftm, put(tmp_path, "sanctions.ftm.json", FTM))
    assert [entry.id for entry in entries] == ["ftm:P1", "ftm:W1", "ftm:C1"]
    assert [entry.list_name for entry in entries] == ["xx_list", "sanctions", "yy_list"]
    assert entries[0].names == (
        ListedName("Testa Muster", NameKind.PRIMARY),
        ListedName("T. Muster", NameKind.ALIAS),
        ListedName("Testa Alt", NameKind.FORMER),
        ListedName("Shorty", NameKind.WEAK),
        ListedName("محمد مثال", NameKind.ORIGINAL_SCRIPT, "Arab"),
    )


def test_what_other_entities_tell_of_a_target_is_put_to_it(tmp_path: Path) -> None:
    (person, wallet, company), report = read(read_ftm, put(tmp_path, "s.ftm.json.gz", FTM))
    assert person.birth_dates == ("1961", "1962-03")
    assert person.countries == ("af",)
    assert person.addresses == ("1 Road, Kabul",)
    assert set(person.identifiers) == {
        Identifier(IdKind.PASSPORT, "A123456", "af"),
        Identifier(IdKind.NATIONAL_ID, "777", "af"),
        Identifier(IdKind.WALLET, "bc1qmadeup"),
        Identifier(IdKind.OTHER, "UN XXi.001"),
    }
    assert person.programmes == ("XX-1", "topic:sanction", "Nowhere")
    assert person.listed_on == "2020-02-29"
    assert (wallet.kind, wallet.names[0].text) == (Kind.CRYPTO_WALLET, "bc1qmadeup")
    assert company.identifiers == (
        Identifier(IdKind.LEI, "5299000J2N45DDNE4Y28"),
        Identifier(IdKind.REGISTRATION, "HRB 1", "de"),
    )
    assert report.used["schema Sanction"] == 1
    assert report.ignored["schema Ownership"] == 1
    assert report.ignored["schema Person"] == 1  # a relative without a topic
    assert report.ignored["gender"] == 1


def test_nested_entities_are_read(tmp_path: Path) -> None:
    nested = json.loads(FTM_LINES[0])
    nested["properties"]["addressEntity"] = [json.loads(FTM_LINES[2])]
    nested["properties"]["sanctions"] = [json.loads(FTM_LINES[1])]
    passport = {"id": "X", "schema": "Passport", "properties": {"number": ["P9"]}}
    nested["properties"]["identification"] = [passport, 7]
    (person,), _ = read(read_ftm, put(tmp_path, "t.nested.json", json.dumps(nested)))
    assert person.addresses == ("1 Road, Kabul",)
    assert person.listed_on == "2020-02-29"
    assert Identifier(IdKind.PASSPORT, "P9") in person.identifiers


def test_a_person_without_a_whole_name_gets_it_from_its_parts(tmp_path: Path) -> None:
    line = '{"id":"X","schema":"Person","properties":{"firstName":["Ana"],"lastName":["Nguyễn"]}}'
    (person,), _ = read(read_ftm, put(tmp_path, "x.json", line))
    assert person.names == (ListedName("Ana Nguyễn", NameKind.PRIMARY),)


def test_an_entity_without_a_name_is_noted(tmp_path: Path) -> None:
    line = '{"id":"X","schema":"Company","properties":{"name":["\\ud800"]}}\n' + FTM
    entries, report = read(read_ftm, put(tmp_path, "x.json", line))
    assert len(entries) == 3
    assert "name" in fields(report.problems)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no entry"),
        (FTM[:-9], "cut off"),
        ("[1]\n", "no JSON object"),
        ("[" * 100_000 + "\n", "no JSON"),
        ("7" * 10_000 + "\n", "no JSON"),
    ],
)
def test_what_is_no_json_lines_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ListUnreadableError, match=said):
        read(read_ftm, put(tmp_path, "x.json", text))


def test_an_endless_line_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowntenant.imports.lists.json_lines.MOST_LINE", 100)
    with pytest.raises(ListUnreadableError, match="too long"):
        read(read_ftm, put(tmp_path, "x.json", FTM))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    entry = Entry(
        id="own:7",
        list_name="refused",
        kind=Kind.ORGANIZATION,
        names=(
            ListedName("Nguyễn Co", NameKind.PRIMARY),
            ListedName("深圳公司", NameKind.ORIGINAL_SCRIPT, "Hani"),
            ListedName("NCo", NameKind.WEAK),
            ListedName("Old Co", NameKind.FORMER),
        ),
        countries=("vn",),
        addresses=("1 Road",),
        identifiers=(Identifier(IdKind.LEI, "5299000J2N45DDNE4Y28"),),
        programmes=("refused in 2026",),
        listed_on="2028-02-29",
        remarks="made up",
        source=Source("x", 1),
    )
    lines = "\n".join(json.dumps(entity) for entity in ftm_entities(entry))
    (back,), _ = read(read_ftm, put(tmp_path, "x.json", lines))
    assert {(n.text, n.kind) for n in back.names} == {(n.text, n.kind) for n in entry.names}
    assert (back.id, back.list_name, back.kind) == ("ftm:own:7", "refused", entry.kind)
    assert back.identifiers == entry.identifiers
    assert (back.countries, back.addresses) == (entry.countries, entry.addresses)
    assert back.listed_on == entry.listed_on
    assert set(entry.programmes) <= set(back.programmes)


def test_about_and_between_lose_their_marks_in_writing(tmp_path: Path) -> None:
    (person, _), _ = read(read_un_xml, put(tmp_path, "un.xml", UN))
    entity, _ = ftm_entities(person)
    properties = entity["properties"]
    assert isinstance(properties, dict)
    assert {"1965", "1973", "1974", "1961-04-06"} <= set(properties["birthDate"])


def test_an_empty_property_is_neither_used_nor_ignored(tmp_path: Path) -> None:
    line = '{"id":"X","schema":"Person","properties":{"name":["Ana"],"gender":[],"alias":null}}'
    _, report = read(read_ftm, put(tmp_path, "x.json", line))
    assert (dict(report.used), dict(report.ignored)) == ({"name": 1}, {})


def test_a_document_is_of_the_kind_that_its_type_says(tmp_path: Path) -> None:
    lines = [
        {"id": "X", "schema": "LegalEntity", "properties": {"name": ["Ana"]}},
        *(
            {
                "id": f"I{number}",
                "schema": "Identification",
                "properties": {"holder": ["X"], "number": [number], "type": [kind]},
            }
            for number, kind in (("1", "Diplomatic Passport"), ("2", "Birth certificate"))
        ),
    ]
    (entry,), _ = read(read_ftm, put(tmp_path, "x.json", "\n".join(map(json.dumps, lines))))
    assert [(one.kind, one.value) for one in entry.identifiers] == [
        (IdKind.PASSPORT, "1"),
        (IdKind.OTHER, "2"),
    ]
    entity, sanction = ftm_entities(entry)
    assert entity["schema"] == "LegalEntity"
    assert sanction["properties"] == {"entity": ["ftm:X"]}
