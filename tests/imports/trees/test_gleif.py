"""GLEIF's files in their three forms: parents, reasons for naming none, companies."""

from pathlib import Path

import pytest

from knowntenant.facts.places import find
from knowntenant.facts.types import Contact, Ownership, Parent, Person, Presence, UnnamedParent
from knowntenant.facts.types.exports import Level, WhyUnnamed
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.answer import YES
from tests.imports.trees.planting import lei, read, relation, told, write_csv, write_json

A, B, C = lei(1), lei(2), lei(3)
XML = f"""<?xml version="1.0" encoding="UTF-8"?>
<rr:RelationshipData xmlns:rr="http://www.gleif.org/data/schema/rr/2016">
 <rr:Header><rr:RecordCount>1</rr:RecordCount></rr:Header>
 <rr:RelationshipRecords><rr:RelationshipRecord>
  <rr:Relationship>
   <rr:StartNode><rr:NodeID>{A}</rr:NodeID><rr:NodeIDType>LEI</rr:NodeIDType></rr:StartNode>
   <rr:EndNode><rr:NodeID>{B}</rr:NodeID><rr:NodeIDType>LEI</rr:NodeIDType></rr:EndNode>
   <rr:RelationshipType>IS_ULTIMATELY_CONSOLIDATED_BY</rr:RelationshipType>
   <rr:RelationshipPeriods>
    <rr:RelationshipPeriod><rr:StartDate>2018-01-01T00:00:00Z</rr:StartDate>
     <rr:PeriodType>ACCOUNTING_PERIOD</rr:PeriodType></rr:RelationshipPeriod>
    <rr:RelationshipPeriod><rr:StartDate>2019-03-05T00:00:00Z</rr:StartDate>
     <rr:PeriodType>RELATIONSHIP_PERIOD</rr:PeriodType></rr:RelationshipPeriod>
   </rr:RelationshipPeriods>
   <rr:RelationshipStatus>ACTIVE</rr:RelationshipStatus>
  </rr:Relationship>
  <rr:Registration><rr:RegistrationStatus>PUBLISHED</rr:RegistrationStatus></rr:Registration>
 </rr:RelationshipRecord></rr:RelationshipRecords>
</rr:RelationshipData>"""


def in_json() -> dict[str, object]:
    periods = [
        {"StartDate": {"$": "2018-01-01"}, "PeriodType": {"$": "ACCOUNTING_PERIOD"}},
        {"StartDate": {"$": "2019-03-05"}, "PeriodType": {"$": "RELATIONSHIP_PERIOD"}},
    ]
    return {
        "Relationship": {
            "StartNode": {"NodeID": {"$": A}, "NodeIDType": {"$": "LEI"}},
            "EndNode": {"NodeID": {"$": B}, "NodeIDType": {"$": "LEI"}},
            "RelationshipType": {"$": "IS_ULTIMATELY_CONSOLIDATED_BY"},
            "RelationshipPeriods": {"RelationshipPeriod": periods},
            "RelationshipStatus": {"$": "ACTIVE"},
        },
        "Registration": {"RegistrationStatus": {"$": "PUBLISHED"}},
    }


def test_csv_xml_and_json_tell_the_same_parent_and_no_share(tmp_path: Path) -> None:
    (tmp_path / "rr.xml").write_text(XML, encoding="utf-8")
    files = (
        write_csv(tmp_path / "rr.csv", [relation(A, B, "ULTIMATELY")]),
        tmp_path / "rr.xml",
        write_json(tmp_path / "rr.json", {"relations": [in_json()]}),
    )
    for file in files:
        trees = read(file)
        assert not trees.problems
        parent = {"child": A, "parent": B, "ultimate": YES, "happened": "2019-03-05"}
        assert told(trees.records, Parent) == [parent]
        assert not told(trees.records, Ownership)
        assert {record.source for record in trees.records} == {"GLEIF level 2"}
        assert {record.learned.isoformat() for record in trees.records} == {"2026-11-24"}


def test_a_relation_that_ended_or_is_no_longer_active_ends_on_its_day(tmp_path: Path) -> None:
    rows = [
        relation(A, B, **{"Relationship.Period.2.endDate": "2021-02-28T00:00:00Z"}),
        relation(B, C, **{"Relationship.RelationshipStatus": "INACTIVE"}),
    ]
    trees = read(write_csv(tmp_path / "rr.csv", rows))
    assert told(trees.records, Parent) == [
        {"child": A, "parent": B, "happened": "2019-03-05"},
        {"child": A, "parent": B, "ended": YES, "happened": "2021-02-28"},
        {"child": B, "parent": C, "happened": "2019-03-05"},
        {"child": B, "parent": C, "ended": YES, "happened": "2026-05-05"},
    ]


def test_a_wrong_check_digit_is_a_problem_of_its_row_and_the_other_rows_count(
    tmp_path: Path,
) -> None:
    rows = [relation(f"{A[:-1]}X", B), relation(A, f"{B}0"), relation(B, C)]
    trees = read(write_csv(tmp_path / "rr.csv", rows))
    assert [(p.file, p.row, p.field) for p in trees.problems] == [
        ("rr.csv", 2, "Relationship.StartNode.NodeID"),
        ("rr.csv", 3, "Relationship.EndNode.NodeID"),
    ]
    assert len(trees.records) == 1


def test_mistaken_records_are_passed_over_and_other_relations_are_counted(tmp_path: Path) -> None:
    rows = [
        relation(A, B, **{"Registration.RegistrationStatus": "ANNULLED"}),
        relation(A, B, **{"Relationship.RelationshipType": "IS_FUND-MANAGED_BY"}),
    ]
    trees = read(write_csv(tmp_path / "rr.csv", rows))
    assert (list(trees.records), list(trees.problems)) == ([], [])
    assert trees.left_out == {"GLEIF relations of the kind IS_FUND-MANAGED_BY": 1}


def test_a_branch_is_told_as_one_until_it_is_none_any_more(tmp_path: Path) -> None:
    kind = {"Relationship.RelationshipType": "IS_INTERNATIONAL_BRANCH_OF"}
    ended = {**kind, "Relationship.RelationshipStatus": "INACTIVE"}
    rows = [relation(A, B, **kind), relation(C, B, **ended)]
    trees = read(write_csv(tmp_path / "rr.csv", rows))
    branch = {"person": A, "branch_of": B, "happened": "2019-03-05"}
    assert told(trees.records, Presence) == [branch]


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        (["NATURAL_PERSONS"], WhyUnnamed.NATURAL_PERSONS),
        (["NON_CONSOLIDATING"], WhyUnnamed.NON_CONSOLIDATING),
        (["NO_KNOWN_PERSON"], WhyUnnamed.NO_KNOWN_PERSON),
        (["NATURAL_PERSONS", "NO_LEI"], WhyUnnamed.NO_LEI),
        (["CONSENT_NOT_OBTAINED", "LEGAL_OBSTACLES"], WhyUnnamed.NON_PUBLIC),
        (["SOMETHING_NEW"], WhyUnnamed.OTHER),
        ([], WhyUnnamed.OTHER),
    ],
)
def test_a_reason_for_naming_no_parent_is_told_and_no_silence(
    tmp_path: Path, reasons: list[str], expected: WhyUnnamed
) -> None:
    category = "ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT"
    numbered = {f"Exception.Reason.{n}": one for n, one in enumerate(reasons, start=1)}
    row = {"LEI": A, "Exception.Category": category, **numbered}
    exception = {
        "LEI": {"$": A},
        "ExceptionCategory": {"$": category},
        "ExceptionReason": [{"$": one} for one in reasons],
    }
    inner = "".join(f"<ExceptionReason>{one}</ExceptionReason>" for one in reasons)
    (tmp_path / "repex.xml").write_text(
        f"<ReportingExceptionData><Exceptions><Exception><LEI>{A}</LEI>"
        f"<ExceptionCategory>{category}</ExceptionCategory>{inner}"
        "</Exception></Exceptions></ReportingExceptionData>"
    )
    for file in (
        write_csv(tmp_path / "repex.csv", [row]),
        write_json(tmp_path / "repex.json", {"exceptions": [exception]}),
        tmp_path / "repex.xml",
    ):
        trees = read(file)
        unnamed = {"child": A, "level": Level.ULTIMATE, "reason": expected}
        assert told(trees.records, UnnamedParent) == [{**unnamed, "happened": "2020-01-01"}]


def test_an_exception_of_a_strange_category_is_a_problem(tmp_path: Path) -> None:
    trees = read(write_csv(tmp_path / "repex.csv", [{"LEI": A, "Exception.Category": "OTHER"}]))
    assert [(p.row, p.field) for p in trees.problems] == [(2, "Exception.Category")]


def test_a_company_comes_with_its_names_numbers_and_places(tmp_path: Path) -> None:
    row = {
        "LEI": A,
        "Entity.LegalName": "深圳示例有限公司",
        "Entity.OtherEntityNames.OtherEntityName.1": "Shenzhen Example Co., Ltd.",
        "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.1": "SHENZHEN SHILI",
        "Entity.HeadquartersAddress.FirstAddressLine": "1 Example Road",
        "Entity.HeadquartersAddress.City": "Shenzhen",
        "Entity.HeadquartersAddress.Region": "CN-GD",
        "Entity.HeadquartersAddress.Country": "CN",
        "Entity.RegistrationAuthority.RegistrationAuthorityID": "RA000151",
        "Entity.RegistrationAuthority.RegistrationAuthorityEntityID": "914403001234567890",
        "Entity.LegalJurisdiction": "CN-GD",
        "Entity.EntityCategory": "GENERAL",
        "Registration.RegistrationStatus": "LAPSED",
    }
    trees = read(write_csv(tmp_path / "lei2.csv", [row]))
    assert told(trees.records, Person) == [
        {
            "id": A,
            "lei": A,
            "kind": PersonKind.ENTITY,
            "name": "深圳示例有限公司",
            "names_used": ("Shenzhen Example Co., Ltd.", "SHENZHEN SHILI"),
            "register_number": "RA000151:914403001234567890",
            "happened": "2020-01-01",
        }
    ]
    (presence,) = told(trees.records, Presence)
    assert (presence["organised_in"], presence["headquartered_in"]) == (find("CN"), find("CN"))
    (contact,) = told(trees.records, Contact)
    assert contact["principal_place"] == "1 Example Road, Shenzhen, CN-GD, CN"


def test_a_head_office_on_crimea_is_there_and_a_sole_proprietor_is_an_individual(
    tmp_path: Path,
) -> None:
    rows = [
        {
            "LEI": A,
            "Entity.LegalName": "X",
            "Entity.HeadquartersAddress.Region": "UA-43",
            "Entity.HeadquartersAddress.Country": "UA",
        },
        {"LEI": B, "Entity.LegalName": "Nguyễn", "Entity.EntityCategory": "SOLE_PROPRIETOR"},
    ]
    trees = read(write_csv(tmp_path / "lei2.csv", rows))
    (presence,) = told(trees.records, Presence)
    assert presence["headquartered_in"] == find("UA-43")
    assert [one["kind"] for one in told(trees.records, Person)] == ["entity", "individual"]


def test_level_one_in_xml_and_json_is_read_as_in_csv(tmp_path: Path) -> None:
    names = {"OtherEntityName": {"@type": "TRADING_OR_OPERATING_NAME", "$": "Trade"}}
    record = {
        "LEI": {"$": A},
        "Entity": {
            "LegalName": {"@xml:lang": "en", "$": "Example"},
            "OtherEntityNames": names,
            "HeadquartersAddress": {"Country": {"$": "SG"}},
        },
    }
    (tmp_path / "lei.xml").write_text(
        '<lei:LEIData xmlns:lei="x"><lei:LEIRecords><lei:LEIRecord>'
        f"<lei:LEI>{A}</lei:LEI><lei:Entity>"
        "<lei:LegalName>Example</lei:LegalName><lei:OtherEntityNames><lei:OtherEntityName>Trade"
        "</lei:OtherEntityName></lei:OtherEntityNames><lei:HeadquartersAddress><lei:Country>SG"
        "</lei:Country></lei:HeadquartersAddress></lei:Entity></lei:LEIRecord></lei:LEIRecords>"
        "</lei:LEIData>"
    )
    for file in (write_json(tmp_path / "lei.json", {"records": [record]}), tmp_path / "lei.xml"):
        trees = read(file)
        (person,) = told(trees.records, Person)
        assert (person["name"], person["names_used"]) == ("Example", ("Trade",))
        (presence,) = told(trees.records, Presence)
        assert presence["headquartered_in"] == find("SG")
