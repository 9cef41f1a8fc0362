import pytest

from knowntenant.facts.declaration import type_of
from knowntenant.facts.types import Customer, Person
from knowntenant.facts.types.persons import PersonKind
from knowntenant.persons.kind import is_entity, kind_of, person
from tests.world import Telling, controls, owns, world

ENTITY, INDIVIDUAL = PersonKind.ENTITY, PersonKind.INDIVIDUAL


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (("2025-01-01", "customer", {"id": "C1", "kind": "entity"}), ENTITY),
        (("2025-01-01", "person", {"id": "C1", "kind": "individual"}), INDIVIDUAL),
        (("2025-01-01", "presence", {"person": "C1", "organised_in": "VN"}), ENTITY),
        (("2025-01-01", "presence", {"person": "C1", "headquartered_in": "VN"}), ENTITY),
        (("2025-01-01", "presence", {"person": "C1", "citizen": "VN"}), INDIVIDUAL),
        (("2025-01-01", "presence", {"person": "C1", "resident": "US"}), INDIVIDUAL),
        (("2025-01-01", "presence", {"person": "C1", "branch_of": "C2"}), ENTITY),
        (("2025-01-01", "presence", {"person": "C1", "located": "US"}), None),
        (("2025-01-01", "reseller", {"id": "C1"}), ENTITY),
        (owns("P1", "C1", "10"), ENTITY),
        (owns("C1", "E1", "10"), None),
        (controls("P1", "C1"), ENTITY),
        (controls("C1", "E1"), INDIVIDUAL),
        (("2025-01-01", "customer", {"id": "C1"}), None),
    ],
)
def test_a_kind_is_what_is_stated_or_what_the_other_facts_show(
    told: Telling, kind: PersonKind | None
) -> None:
    inquiry = world(told).inquiry("2027-02-01")
    assert kind_of(inquiry, "C1") is kind
    assert is_entity(inquiry, "C1") is (kind is ENTITY)


def test_what_is_stated_comes_before_what_the_other_facts_show() -> None:
    made = world(
        ("2025-01-01", "customer", {"id": "C1", "kind": "individual"}), owns("P1", "C1", "10")
    )
    assert kind_of(made.inquiry("2027-02-01"), "C1") is INDIVIDUAL


def test_of_a_customer_who_is_told_as_a_person_too_each_says_what_the_other_leaves_open() -> None:
    other = {
        "kind": "individual", "name": "Nguyễn", "names_used": ["阮"], "national_id": "1",
        "national_id_exception": "none_issued", "birth_date": "1980-02-29", "lei": "L1",
        "register_number": "GB-COH:1",
    }  # fmt: skip
    assert set(type_of(Person).fields) == {"id", *other}
    made = world(
        ("2025-01-01", "customer", {"id": "C1", "name": "محمد"}),
        ("2025-02-01", "person", {"id": "C1", **other}),
        ("2025-01-01", "customer", {"id": "C2", "kind": "entity"}),
        ("2025-02-01", "person", {"id": "C2", "kind": "individual"}),
    ).inquiry("2027-02-01")
    told = person(made, "C1")
    assert isinstance(told, Customer)
    assert (told.kind, told.name, told.names_used) == (INDIVIDUAL, "محمد", ("阮",))
    assert (told.birth_date, told.lei, told.register_number) == ("1980-02-29", "L1", "GB-COH:1")
    assert (told.national_id, told.national_id_exception) == ("1", "none_issued")
    assert told.told("kind") is not None
    assert told.told("name") is not None
    assert len(told.refs) == 2
    assert person(made, "C2") == made.one(Customer, "C2")
