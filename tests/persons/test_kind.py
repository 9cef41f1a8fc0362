import pytest

from knowntenant.facts.types.persons import PersonKind
from knowntenant.persons.kind import is_entity, kind_of
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
