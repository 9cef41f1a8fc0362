"""Why a hit has its score: words side by side, and a line for everything that moved the score."""

from dataclasses import replace

import pytest

from knowntenant.screening.entry import Entry, Kind, ListedName, NameKind
from knowntenant.screening.explanation import HOWS
from knowntenant.screening.hit import Hit, Line
from knowntenant.screening.matcher import LEAST_SCORE, Matcher
from knowntenant.screening.party import Party
from knowntenant.screening.vocabulary import How
from tests.screening.naming import asked_for, person


def only(entry: Entry, party: Party) -> Hit:
    (hit,) = Matcher([entry]).hits(party, LEAST_SCORE)
    return hit


def told(hit: Hit) -> dict[str, Line]:
    return {line.feature: line for line in hit.lines}


def test_every_way_of_going_together_has_words_of_its_own() -> None:
    assert len(HOWS) == len(How) == len(set(HOWS))


def test_words_stand_side_by_side_in_the_order_of_the_party() -> None:
    hit = only(person("1", "Siegfried Amber Lode Ostrowumov"),
               asked_for("Ostrowumof Humble Amberlode Siegfried"))  # fmt: skip
    sides = [(pair.asked, pair.listed, pair.how) for pair in hit.pairs]
    assert sides == [
        ("ostrowumof", "ostrowumov", "sounds the same"),
        ("humble", "", "only asked"),
        ("amberlode", "amber lode", "joined or split"),
        ("siegfried", "siegfried", "same"),
    ]


def test_words_that_only_the_list_has_stand_last() -> None:
    hit = only(person("1", "Siegfried Amber Ostrowumov"), asked_for("Siegfried Ostrowumov"))
    assert hit.pairs[-1].listed == "amber"
    assert hit.pairs[-1].how == "only listed"


def test_a_line_tells_the_two_values_that_were_compared() -> None:
    entry = replace(
        person("1", "Siegfried Ostrowumov", born="1964-02-29 1965", country="vn sy"),
        addresses=("Quay Street, Hanoi", "Elsewhere"),
    )
    party = replace(
        asked_for("Siegfried Ostrowumov"),
        birth_date="1964-02-29",
        countries=("vn", "us"),
        address="1 Quay Street, Hanoi",
    )
    lines = told(only(entry, party))
    for feature, asked, listed in (
        ("born_same_day", "1964-02-29", "1964-02-29, 1965"),
        ("country_same", "vn, us", "vn, sy"),
        ("address", "1 Quay Street, Hanoi", "Quay Street, Hanoi; Elsewhere"),
    ):
        assert (lines[feature].asked, lines[feature].listed) == (asked, listed)
        assert lines[feature].points > 0
    assert lines["matched"].asked == lines["matched"].listed == ""


def test_another_kind_is_told_with_both_kinds() -> None:
    ship = Entry("x:1", "x", Kind.VESSEL, (ListedName("Zolvik Ostrowumov Star"),))
    line = told(only(ship, asked_for("Zolvik Ostrowumov Star", Kind.ORGANIZATION)))["kind_other"]
    assert (line.asked, line.listed) == ("Organization", "Vessel")
    assert line.points < 0


def test_what_saw_nothing_has_no_line() -> None:
    lines = told(only(person("1", "Siegfried Ostrowumov"), asked_for("Siegfried Ostrowumov")))
    assert not {"asked_only", "country_other", "slips", "number_at_least"} & lines.keys()
    assert all(line.points and line.reason for line in lines.values())


@pytest.mark.parametrize(
    ("kind", "strength", "against"),
    [
        (Kind.ORGANIZATION, NameKind.WEAK, "weak_alias"),
        (Kind.LEGAL_ENTITY, NameKind.PRIMARY, "kind_untold"),
    ],
)
def test_the_same_name_is_lifted_to_a_least_score_in_a_line_of_its_own(
    kind: Kind, strength: NameKind, against: str
) -> None:
    entry = Entry("x:1", "x", kind, (ListedName("Trading Group", strength),))
    lines = told(only(entry, asked_for("Trading Group", Kind.ORGANIZATION)))
    assert lines["same_at_least"].points > 0
    assert lines[against].points < 0
