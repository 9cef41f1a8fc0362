"""BODS statements of the versions 0.2 to 0.4."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from knowntenant.facts.places import find
from knowntenant.facts.types import Contact, Control, Ownership, Person, Presence
from knowntenant.facts.types.owners import Role
from knowntenant.facts.types.persons import PersonKind
from knowntenant.imports.trees.reading import Trees
from knowntenant.law.answer import YES
from tests.imports.trees.planting import lei, read, told, write_json

A = lei(1)


def entity(id_: str, **more: object) -> dict[str, object]:
    return {"statementID": id_, "statementType": "entityStatement", "name": f"Entity {id_}", **more}


def person(id_: str, **more: object) -> dict[str, object]:
    names = [{"type": "individual", "fullName": f"Person {id_}"}]
    return {"statementID": id_, "statementType": "personStatement", "names": names, **more}


def ties(id_: str, owner: str, owned: str, *interests: object, **more: object) -> dict[str, object]:
    kind = "Person" if owner.startswith("p") else "Entity"
    return {
        "statementID": id_,
        "statementType": "ownershipOrControlStatement",
        "statementDate": "2022-06-01",
        "subject": {"describedByEntityStatement": owned},
        "interestedParty": {f"describedBy{kind}Statement": owner},
        "interests": list(interests),
        **more,
    }


def held(**share: object) -> dict[str, object]:
    return {"type": "shareholding", "share": share, "startDate": "2021-04-06"}


def from_file(tmp_path: Path, *statements: Mapping[str, object]) -> Trees:
    return read(write_json(tmp_path / "bods.json", list(statements)))


@pytest.mark.parametrize(
    ("share", "percent", "least", "most"),
    [
        ({"exact": 33.3}, Fraction("33.3"), None, None),
        ({"minimum": 25, "maximum": 50, "exclusiveMinimum": True}, None, 25, 50),
        ({"exclusiveMinimum": 50, "maximum": 75}, None, 50, 75),
        ({"minimum": 75}, None, 75, None),
        ({"minimum": 10, "maximum": 10}, 10, None, None),
        ({}, None, None, None),
    ],
)
def test_shares_are_exact_or_ranges(
    tmp_path: Path, share: Mapping[str, object], percent: object, least: object, most: object
) -> None:
    trees = from_file(tmp_path, entity("e1"), person("p1"), ties("o1", "p1", "e1", held(**share)))
    edge = {"owner": "p1", "owned": "e1", "percent": percent, "at_least": least, "at_most": most}
    assert told(trees.records, Ownership) == [{**edge, "happened": "2021-04-06"}]
    assert not trees.problems


def test_lines_are_read_as_a_list_is(tmp_path: Path) -> None:
    statements = [entity("e1"), person("p1"), ties("o1", "p1", "e1", held(exact=40))]
    path = tmp_path / "bods.jsonl"
    path.write_text("\n".join(map(json.dumps, statements)), encoding="utf-8")
    assert [one["percent"] for one in told(read(path).records, Ownership)] == [40]


def test_people_and_companies_come_with_what_is_said_of_them(tmp_path: Path) -> None:
    company = entity(
        "e1", alternateNames=["Alt"], incorporatedInJurisdiction={"name": "Malta", "code": "MT"},
        identifiers=[{"scheme": "MT-MBR", "id": "C 1234"}, {"scheme": "XI-LEI", "id": A.lower()}],
        addresses=[{"type": "business", "address": "1 Example Street", "country": "MT"}],
    )  # fmt: skip
    human = person(
        "p1", birthDate="1972-02-29", nationalities=[{"code": "VN"}, {"name": "France"}],
        names=[{"givenName": "Bình", "familyName": "Nguyễn"}, {"fullName": "Nguyen Binh"}, {}],
        addresses=[{"type": "residence", "address": "2 Example Street", "country": "FR"}],
    )  # fmt: skip
    trees = from_file(tmp_path, company, human)
    one, two = told(trees.records, Person)
    assert one == {
        "id": A, "lei": A, "kind": PersonKind.ENTITY, "name": "Entity e1", "names_used": ("Alt",),
        "register_number": "MT-MBR:C1234", "happened": "2020-01-01",
    }  # fmt: skip
    assert two == {
        "id": "p1", "kind": PersonKind.INDIVIDUAL, "name": "Bình Nguyễn",
        "names_used": ("Nguyen Binh",), "birth_date": "1972-02-29", "happened": "2020-01-01",
    }  # fmt: skip
    malta, home = told(trees.records, Presence)
    assert (malta["organised_in"], malta["headquartered_in"]) == (find("MT"), find("MT"))
    assert (home["citizen"], home["located"]) == ((find("VN"), find("FR")), find("FR"))
    company_contact, human_contact = told(trees.records, Contact)
    assert company_contact["principal_place"] == "1 Example Street"
    assert human_contact["street_address"] == "2 Example Street"


def test_offices_votes_and_other_interests_become_what_they_are(tmp_path: Path) -> None:
    interests = [
        {"type": "boardMember"},
        {"type": "voting-rights", "share": {"minimum": 25}},
        {"type": "senior-managing-official", "endDate": "2023-05"},
        {"type": "rightsToProfitOrIncome"},
    ]
    trees = from_file(tmp_path, *(ties(f"o{n}", "p1", "e1", i) for n, i in enumerate(interests)))
    assert [(one.get("role"), one.get("ended"), one["happened"]) for one in told(
        trees.records, Control)] == [
        (Role.DIRECTOR, None, "2022-06-01"),
        (Role.OTHER, None, "2022-06-01"),
        (Role.SENIOR_OFFICER, None, "2022-06-01"),
        (None, YES, "2023-05-31"),
    ]  # fmt: skip
    (other,) = told(trees.records, Ownership)
    assert (other["owner"], other["percent"], other["at_least"]) == ("p1", None, None)


def test_a_statement_that_was_replaced_says_nothing_and_its_id_lives_on(tmp_path: Path) -> None:
    trees = from_file(
        tmp_path,
        entity("e1"), entity("e2", replacesStatements=["e1"]),
        entity("e3", replacesStatements=["e2"]),
        ties("o1", "p1", "e1", held(exact=60)),
        ties("o2", "p1", "e1", held(exact=40), replacesStatements=["o1"]),
    )  # fmt: skip
    assert [(o["owned"], o["percent"]) for o in told(trees.records, Ownership)] == [("e3", 40)]
    assert [p["name"] for p in told(trees.records, Person)] == ["Entity e3"]


def test_statements_that_replace_each_other_in_a_circle_do_not_hang(tmp_path: Path) -> None:
    trees = from_file(
        tmp_path,
        entity("e1", replacesStatements=["e2"]), entity("e2", replacesStatements=["e1"]),
        ties("o1", "p1", "e1", held(exact=60)),
    )  # fmt: skip
    assert len(told(trees.records, Ownership)) == 1


def test_an_owner_nobody_names_is_an_owner_and_no_owner_is_none(tmp_path: Path) -> None:
    unknown = {"interestedParty": {"unspecified": {"reason": "unknown"}}}
    nobody = {"interestedParty": {"unspecified": {"reason": "noBeneficialOwners"}}}
    trees = from_file(
        tmp_path, ties("o1", "p1", "e1", **unknown), ties("o2", "p1", "e2", held(), **nobody)
    )
    (edge,) = told(trees.records, Ownership)
    assert (edge["owner"], edge["owned"], edge["percent"]) == ("unnamed owner of e1", "e1", None)
    assert trees.left_out == {"statements in BODS that there is no beneficial owner": 1}


def test_an_indirect_interest_is_left_to_its_steps_where_they_are_told(tmp_path: Path) -> None:
    indirect = {**held(exact=60), "interestLevel": "indirect"}
    trees = from_file(
        tmp_path,
        ties("o1", "p1", "e1", indirect, componentStatementIDs=["o2", "o3"]),
        ties("o2", "e2", "e1", held(exact=60)),
        ties("o4", "p1", "e3", indirect),
    )  # fmt: skip
    assert [(o["owner"], o["owned"]) for o in told(trees.records, Ownership)] == [
        ("e2", "e1"),
        ("p1", "e3"),
    ]


def test_version_four_counts_the_last_statement_of_a_record_and_ends_closed_ones(
    tmp_path: Path,
) -> None:
    def record(type_: str, id_: str, status: str, day: str, **body: object) -> dict[str, object]:
        return {
            "statementId": f"{id_}-{day}", "recordId": id_, "recordType": type_,
            "recordStatus": status, "statementDate": day, "recordDetails": body,
        }  # fmt: skip

    about = {"subject": "e1", "interestedParty": "p1", "interests": [held(exact=30)]}
    more = {**about, "interests": [held(exact=70)]}
    trees = from_file(
        tmp_path,
        record("relationship", "r1", "updated", "2023-01-01", **more),
        record("relationship", "r1", "new", "2022-01-01", **about),
        record("relationship", "r2", "closed", "2024-01-01", **{**about, "interestedParty": "p2"}),
        record("entity", "e1", "new", "2022-01-01", name="Ex", entityType={"type": "legalEntity"},
               jurisdiction={"code": "GB"}, identifiers=[{"scheme": "GB-COH", "id": "01234567"}]),
        record("person", "p1", "new", "2022-01-01", names=[{"fullName": "محمد"}]),
        record("relationship", "r3", "new", "2022-01-01",
               subject={"reason": "unknown"}, interestedParty="p1"),
        {"statementId": "x"},
    )  # fmt: skip
    edges = [(o["owner"], o["owned"], o["percent"]) for o in told(trees.records, Ownership)]
    here = "GB-COH:01234567"
    assert edges == [("p1", here, 70), ("p2", here, 30), ("p2", here, 0)]
    assert {(p["id"], p["name"]) for p in told(trees.records, Person)} == {
        (here, "Ex"),
        ("p1", "محمد"),
    }
    assert [(p.row, p.field) for p in trees.problems] == [(6, "subject"), (7, "statementType")]


def test_a_wrong_lei_is_a_problem_and_the_statement_counts_without_it(tmp_path: Path) -> None:
    wrong = [{"scheme": "XI-LEI", "id": f"{A[:-1]}X"}]
    trees = from_file(tmp_path, entity("e1", identifiers=wrong), entity("e2", identifiers="odd"))
    assert [(p.row, p.field) for p in trees.problems] == [(1, "identifiers")]
    assert [one.get("lei") for one in told(trees.records, Person)] == [None, None]


def test_only_the_statements_upward_of_those_asked_for_are_told(tmp_path: Path) -> None:
    statements = (
        entity("e1", identifiers=[{"scheme": "GB-COH", "id": "1"}]),
        entity("e2"), person("p1"), entity("e9"), person("p9"), entity("e3"),
        ties("o1", "e2", "e1", held(exact=50)), ties("o2", "p1", "e2", held(exact=50)),
        ties("o3", "p9", "e9", held(exact=50)), ties("o4", "e1", "e3", held(exact=50)),
        ties("o5", "e1", "e2", held(exact=50)),
    )  # fmt: skip
    names = {"GB-COH:1": ("C1",)}
    path = write_json(tmp_path / "bods.json", list(statements))
    trees = read(path, names=names, only_about=["GB-COH:1"])
    assert [(o["owner"], o["owned"]) for o in told(trees.records, Ownership)] == [
        ("e2", "C1"),
        ("p1", "e2"),
        ("C1", "e2"),  # the loop is kept
    ]
    assert {p["id"] for p in told(trees.records, Person)} == {"C1", "e2", "p1"}
