# ruff: noqa: RUF001 - names are written in the scripts of their countries
"""The matcher by example: who is found, who is not, and what a hit tells."""

from dataclasses import replace

import pytest

from knowntenant.screening.algorithm import UnknownAlgorithmError
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, NameKind
from knowntenant.screening.matcher import LEAST_SCORE, Matcher, WordShares
from knowntenant.screening.party import Party
from tests.screening.naming import asked_for, person, thing

WALLET = Identifier(IdKind.WALLET, "1BoatSLRHtKNngkdXEeobR76b53LETtpyT")
BINH = person("1", "NGUYỄN, Văn Bình", "Bình Zolvik", born="1964-02-29", country="vn")
MATCHER = Matcher(
    [
        BINH,
        person("2", "Amber Lode", born="1961"),
        thing(Kind.ORGANIZATION, "3", "Zolvik Trading Company LLC", "深圳市安柏有限公司"),
        thing(Kind.VESSEL, "4", "Pearl of Zolvik", numbers=(Identifier(IdKind.IMO, "9074729"),)),
        thing(Kind.LEGAL_ENTITY, "5", "Quimbor Waxenstein"),
        thing(Kind.CRYPTO_WALLET, "6", WALLET.value, numbers=(WALLET,)),
        thing(Kind.PERSON, "7", "Siegfried Ostrowumov", numbers=(replace(WALLET, value="0xAb12"),)),
    ]
)


def found(party: Party) -> list[str]:
    return [hit.entry for hit in MATCHER.hits(party)]


@pytest.mark.parametrize(
    ("name", "kind", "entry"),
    [
        ("Nguyen Van Binh", Kind.PERSON, "x:1"),
        ("Binh Nguyen Van", Kind.PERSON, "x:1"),
        ("Nguyễn Văn Bình", Kind.LEGAL_ENTITY, "x:1"),
        ("Bin\u200bh Zоlvik", Kind.PERSON, "x:1"),
        ("Amberlode", Kind.PERSON, "x:2"),
        ("Zolvik Trading Co. Limited", Kind.ORGANIZATION, "x:3"),
        ("深圳市安柏有限公司", Kind.ORGANIZATION, "x:3"),
        ("Zolvik Tradings", Kind.LEGAL_ENTITY, "x:3"),
        ("PEARL OF ZOLVIK", Kind.VESSEL, "x:4"),
        ("Quimbor Waxenstein", Kind.PERSON, "x:5"),
        ("Quimbor Waxenstein", Kind.LEGAL_ENTITY, "x:5"),
    ],
)
def test_who_is_listed_is_found(name: str, kind: Kind, entry: str) -> None:
    assert found(asked_for(name, kind))[:1] == [entry]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Zolvik Trading Company LLC", Kind.PERSON),
        ("Nguyen Van Binh", Kind.ORGANIZATION),
        ("Tatiana Humbleton", Kind.PERSON),
        ("Trading Company LLC", Kind.ORGANIZATION),
        ("", Kind.PERSON),
        ("🙂", Kind.LEGAL_ENTITY),
    ],
)
def test_others_are_not_found(name: str, kind: Kind) -> None:
    assert found(asked_for(name, kind)) == []


def test_an_alias_of_the_party_counts_as_much_as_its_name() -> None:
    party = replace(asked_for("Tatiana Humbleton"), aliases=("", "Nguyen Van Binh"))
    (hit,) = MATCHER.hits(party)
    assert (hit.asked_name, hit.listed_name) == ("Nguyen Van Binh", "NGUYỄN, Văn Bình")


def test_dates_and_countries_move_a_score_both_ways() -> None:
    plain = asked_for("Nguyen Van Binh")
    scores = [
        dict(MATCHER.scores(party)).get("x:1", 0.0)
        for party in (
            replace(plain, birth_date="1964-02-29", countries=("vn",)),
            replace(plain, birth_date="1964-02-29"),
            plain,
            replace(plain, countries=("us",)),
            replace(plain, birth_date="1990-01-01", countries=("us",)),
        )
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("name", ["", "🙂", "Tatiana Humbleton"])
@pytest.mark.parametrize(
    ("number", "entry"),
    [
        (WALLET, "x:6"),
        (Identifier(IdKind.OTHER, "0xAB12"), "x:7"),
        (Identifier(IdKind.IMO, "IMO 9074729"), "x:4"),
    ],
)
def test_the_same_number_is_a_hit_whatever_the_names_and_kinds(
    kind: Kind, name: str, number: Identifier, entry: str
) -> None:
    (hit,) = MATCHER.hits(Party("C1", kind, name, identifiers=(number,)))
    assert hit.entry == entry
    assert hit.score > 0.9
    for line in hit.lines:
        assert line.feature != "number_at_least" or line.asked == line.listed == number.value
    assert hit.asked_name == (name if name.isascii() and name else number.value)


def test_a_number_that_tells_nobody_apart_is_no_hit() -> None:
    wrong = Identifier(IdKind.IMO, "9074728")
    ship = thing(Kind.VESSEL, "9", "Pearl", numbers=(wrong,))
    party = Party("C1", Kind.VESSEL, "Amber Star", identifiers=(wrong,))
    assert Matcher([ship]).hits(party) == []


def test_a_wallet_is_found_by_what_stands_in_the_field_of_its_name() -> None:
    assert found(asked_for(WALLET.value, Kind.CRYPTO_WALLET))[:1] == ["x:6"]


def test_a_weak_alias_counts_less_than_a_name() -> None:
    strong, weak = (
        Matcher([Entry("x:1", "x", Kind.PERSON, (ListedName("Amber Lode", kind),))])
        for kind in (NameKind.ALIAS, NameKind.WEAK)
    )
    party = asked_for("Amber Lode")
    (good,), (poor,) = strong.hits(party, LEAST_SCORE), weak.hits(party, LEAST_SCORE)
    assert good.score > poor.score
    assert "weak_alias" in {line.feature for line in poor.lines}


def test_the_best_name_of_an_entry_is_the_one_that_is_told() -> None:
    entry = person("1", "Amber", "Amber Lode", "Amber Lode Zolvik")
    (hit,) = Matcher([entry]).hits(asked_for("Amber Lode"))
    assert hit.listed_name == "Amber Lode"


def test_a_threshold_leaves_out_what_is_below_it_and_keeps_what_reaches_it() -> None:
    party = asked_for("Nguyen Van Binh")
    (hit,) = MATCHER.hits(party)
    assert [one.entry for one in MATCHER.hits(party, hit.score)] == ["x:1"]
    assert MATCHER.hits(party, hit.score + 1e-9) == []
    assert MATCHER.hits(party, 1.0) == []
    assert MATCHER.hits(party, 0.0)[0] == hit


def test_of_two_entries_with_one_id_both_are_searched_and_the_first_is_given() -> None:
    twins = [person("1", "Amber Lode"), person("1", "Siegfried Ostrowumov")]
    matcher = Matcher(twins)
    assert matcher.entry("x:1") == twins[0]
    assert [hit.entry for hit in matcher.hits(asked_for("Siegfried Ostrowumov"))] == ["x:1"]


def test_an_entry_without_names_and_a_list_without_entries_do_no_harm() -> None:
    assert Matcher([]).hits(asked_for("Amber Lode")) == []
    assert Matcher([person("1"), person("2", "", "🙂")]).hits(asked_for("Amber Lode")) == []


def test_an_entry_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        MATCHER.entry("x:99")


def test_an_unknown_algorithm_is_refused() -> None:
    with pytest.raises(UnknownAlgorithmError):
        Matcher([], "kt-0")
    assert MATCHER.algorithm == "kt-1"


def test_shares_are_those_of_the_list_or_those_that_were_frozen() -> None:
    assert MATCHER.shares.people["nguyen"] > 0
    frozen = WordShares({"amber": 0.5}, {})
    assert Matcher([BINH], shares=frozen).shares == frozen


def test_a_frequent_word_weighs_less_than_on_a_list_where_it_is_rare() -> None:
    often = WordShares({"ostrowumov": 0.2, "siegfried": 0.2}, {})
    party = asked_for("Siegfried Ostrowumov-Lode")
    entry = person("1", "Siegfried Ostrowumov")
    rare, frequent = (
        dict(Matcher([entry], shares=shares).scores(party)).get("x:1", 0.0)
        for shares in (WordShares({}, {}), often)
    )
    assert frequent < rare
