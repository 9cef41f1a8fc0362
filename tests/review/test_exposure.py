from collections import Counter
from pathlib import Path

from knowntenant.review.exposure import OWNER, Exposure
from tests.review.provider import Provider, reviewed


def exposure(provider: Provider, tmp_path: Path) -> Exposure:
    """Review and give the counts."""
    return reviewed(provider, tmp_path).exposure


def test_foreign_customers_are_counted_by_place_and_ground(tmp_path: Path) -> None:
    made = Provider()
    made.individual("C-1", "محمد", "Egypt")
    made.individual("C-2", "Nguyễn", "", located="Vietnam", use_locations="Vietnam")
    made.individual("C-3", "Sukarno", "", resident="Indonesia", use_locations="Indonesia")
    made.entity("C-4", "深圳云科技", "China")
    made.entity("C-5", "Hafen AG", "", headquartered_in="Germany", use_locations="Germany")
    found = exposure(made, tmp_path)
    assert found.why == Counter(
        {
            ("Egypt", "a citizen there"): 1,
            ("Vietnam", "located there"): 1,
            ("Indonesia", "a permanent resident there"): 1,
            ("China", "organised there"): 1,
            ("Germany", "its head office is there"): 1,
        }
    )
    assert found.customers == Counter(foreign=5)
    assert found.accounts["yes"] == 5


def test_a_us_entity_with_a_foreign_owner_counts_where_the_owner_belongs(tmp_path: Path) -> None:
    made = Provider()
    made.entity("C-1", "Delaware One LLC", "US")
    made.owner("O-1", "C-1", "50", "China")
    made.owner("O-2", "C-1", "50", "US")
    found = exposure(made, tmp_path)
    assert found.customers == Counter(US=1)
    assert found.why == Counter({("China", OWNER): 1})


def test_a_branch_counts_where_its_entity_belongs_even_in_a_circle(tmp_path: Path) -> None:
    made = Provider()
    made.entity("C-1", "深圳云科技", "China")
    made.entity("C-2", "深圳云科技 (Berlin)", "", branch_of="C-1", use_locations="Germany")
    made.entity("C-3", "One", "", branch_of="C-4", use_locations="Germany")
    made.entity("C-4", "Other", "", branch_of="C-3", use_locations="Germany")
    found = exposure(made, tmp_path)
    assert found.why == Counter({("China", "organised there"): 2})
    assert found.customers["unknown"] == 2


def test_the_place_with_most_customers_comes_first() -> None:
    found = Exposure(why=Counter({("A", "x"): 1, ("B", "x"): 2, ("B", "y"): 1, ("C", "x"): 3}))
    assert [(place, why.total()) for place, why in found.by_place] == [("B", 3), ("C", 3), ("A", 1)]
