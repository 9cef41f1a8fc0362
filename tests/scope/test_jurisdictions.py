import pytest

from knowntenant.facts.places.table import PLACES, find
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.pack import Pack
from tests.law.toy import both
from tests.world import world

FOREIGN = "scope.foreign_jurisdiction"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hong Kong", YES),
        ("Crimea", YES),
        ("Taiwan", YES),
        ("Kosovo", YES),
        ("Germany", YES),
        ("Puerto Rico", NO),
        ("US-DE", NO),
        ("Guam", NO),
        ("Antarctica", UNKNOWN),
    ],
)
def test_a_place_is_judged_on_its_own(name: str, expected: Verdict) -> None:
    answer = world().ask("2027-01-01", FOREIGN, place=find(name))
    assert answer.value is expected
    assert answer.clauses == ("7.301 foreign jurisdiction",)
    assert bool(answer.flags) is (expected is UNKNOWN)


def test_a_region_is_named_with_what_it_lies_in() -> None:
    answer = world().ask("2027-01-01", FOREIGN, place=find("Crimea"))
    assert answer.because[0].text.startswith("Crimea (UA-43), disputed within UA: outside")


@both
def test_no_place_is_foreign_and_american(pack: Pack) -> None:
    inquiry = world().inquiry("2027-01-01", pack=pack)
    for place in PLACES.values():
        answer = inquiry.ask(FOREIGN, place=place)
        assert answer.value is not YES or not place.united_states
        assert answer.value is not NO or place.united_states
