"""Corporate trees that lie with an export, and what the packs then answer."""

from datetime import date
from pathlib import Path

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import read_program
from knowntenant.facts.types import Ownership, Parent, Person, Presence
from knowntenant.imports.export import Export
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.law import Law
from knowntenant.law.loading import load_pack
from knowntenant.obligations.registry import all_decisions
from tests.imports.exporting import AS_OF, of, read, said
from tests.imports.trees.planting import lei

A, B, C = lei(1), lei(2), lei(3)
CUSTOMERS = (
    "id,kind,name,located,lei,register_number\n"
    f"C1,entity,Ours,SG,{A.lower()},\nC2,entity,Two,SG,,gb-coh: 01234567\nC3,entity,Three,SG,{A},\n"
    "C4,entity,Four,SG,,\n"
)
ACCOUNTS = "id,customer,state,opened_on\nA1,C1,opened,2026-01-05\n"
RR = (
    "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType\n"
    f"{A},{B},IS_ULTIMATELY_CONSOLIDATED_BY\n{C},{B},IS_DIRECTLY_CONSOLIDATED_BY\n"
)
LEVEL_1 = (
    "LEI,Entity.LegalName,Entity.HeadquartersAddress.Country\n"
    f"{A},Theirs,MY\n{B},深圳,CN\n{C},Not ours,CN\n"
)
BODS = """[
 {"statementID": "e1", "statementType": "entityStatement",
  "identifiers": [{"scheme": "GB-COH", "id": "01234567"}]},
 {"statementID": "p1", "statementType": "personStatement", "names": [{"fullName": "محمد"}]},
 {"statementID": "o1", "statementType": "ownershipOrControlStatement",
  "subject": {"describedByEntityStatement": "e1"},
  "interestedParty": {"describedByPersonStatement": "p1"},
  "interests": [{"type": "shareholding", "share": {"minimum": 75}}]}
]"""
FILES = {
    "customers.csv": CUSTOMERS, "accounts.csv": ACCOUNTS, "trees/README.txt": "x",
    "trees/rr.csv": RR, "trees/lei2.csv": LEVEL_1, "trees/psc.json": BODS,
    "trees/own.csv": "owner,owned,share,owner_kind\nP4,C4,60,individual\nP5,C9,60,individual\n",
}  # fmt: skip


def ask(export: Export, pack: str, question: str, of_whom: str) -> object:
    assert question in all_decisions()
    law = Law(load_pack(pack), {})
    known = Known(Ledger(export.records, law.zone), AS_OF)
    inquiry = Inquiry(known, law, read_program({}, "test")[0], AS_OF)
    return inquiry.ask(question, of_whom).value


def test_the_folder_of_trees_tells_of_the_own_customers_and_of_nobody_else(tmp_path: Path) -> None:
    export = read(tmp_path, FILES)
    assert not export.problems
    parents = {(one.values["child"], one.values["parent"]) for one in of(export, Parent)}
    assert parents == {("C1", B), ("C3", B)}
    edges = {(one.values["owner"], one.values["owned"]) for one in of(export, Ownership)}
    assert edges == {("p1", "C2"), ("P4", "C4")}
    names = {one.values.get("name") for one in of(export, Person)}
    assert {"深圳", "محمد"} <= names
    assert names.isdisjoint({"Theirs", "Not ours"})
    assert said(export.notes, "trees", "of 4 files")
    assert all(one.learned == AS_OF for one in of(export, Parent))
    assert all(one.happened == date(2026, 1, 5) for one in of(export, Parent))


def test_the_packs_answer_with_what_the_trees_told(tmp_path: Path) -> None:
    listed = {"listed.csv": "person,list,happened\np1,sdn,2026-01-05\n"}
    export = read(tmp_path, {**FILES, **listed})
    assert ask(export, "ear-cloud", "export_control.d5_headquarters", "C1") is YES
    assert ask(export, "ear-cloud", "export_control.d5_headquarters", "C4") is UNKNOWN
    assert ask(export, "ofac", "sanctions.blocked", "C2") is YES
    assert ask(export, "ofac", "sanctions.blocked", "C4") is NO
    assert ask(export, "ofac", "sanctions.blocked", "C1") is UNKNOWN
    tie = {"person": "p1", "as": "owner", "entity": "C2", "share": 75}
    assert ask(export, "ofac", "sanctions.blocked_connections", "C2") == (tie,)


def test_the_customers_own_word_about_itself_goes_before_a_tree(tmp_path: Path) -> None:
    presences = {"presences.csv": "person,headquartered_in\nC1,SG\n"}
    export = read(tmp_path, {**FILES, **presences})
    seats = [
        one.values["headquartered_in"]
        for one in of(export, Presence)
        if one.values["person"] == "C1" and "headquartered_in" in one.values
    ]
    assert [str(seat) for seat in seats] == ["Singapore"]


def test_a_wrong_lei_of_a_customer_and_bad_rows_of_trees_are_problems(tmp_path: Path) -> None:
    files = {
        "customers.csv": f"id,kind,name,located,lei\nC1,entity,Ours,SG,{A[:-1]}X\n",
        "accounts.csv": ACCOUNTS,
        "trees/own.csv": "owner,owned,share,kind\nP1,C1,120,\nP1,C1,,fund manager\n",
        "trees/.hidden": "x",
        "trees/rr.csv": RR.replace("IS_DIRECTLY_CONSOLIDATED_BY", "IS_FUND-MANAGED_BY"),
        "trees/more.csv": f"owner,owned\n{C},C1\n",
        "trees/a.zip": "x",
    }
    export = read(tmp_path, files)
    assert said(export.problems, "customers.csv row 2", "'lei' is none")
    assert said(export.problems, "trees/own.csv row 2", "'percent'", "lies outside 0 to 100")
    assert said(export.problems, "trees/own.csv row 3", "'kind' is no kind of tie")
    assert said(export.problems, "trees/a.zip", "Unpack it first")
    assert said(export.notes, "1 left out", "IS_FUND-MANAGED_BY")
    assert said(export.notes, "No customer has an 'lei'")
    assert export.is_usable


def test_without_the_folder_nothing_is_said_of_trees(tmp_path: Path) -> None:
    export = read(tmp_path, {"customers.csv": CUSTOMERS, "accounts.csv": ACCOUNTS})
    assert not said(export.notes, "trees")
    assert not said(export.problems, "trees")
