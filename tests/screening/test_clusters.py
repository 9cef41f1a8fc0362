import gzip
import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.cluster_joins import STRONG, contradict, joins
from knowntenant.screening.cluster_marks import marks_of
from knowntenant.screening.clusters import MOST_MEMBERS, Reason, cluster_of, clusters
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, NameKind
from tests.screening.listing import entry

REAL = Path(__file__).resolve().parents[3].joinpath("shared", "data", "watchlists")
LEI = Identifier(IdKind.LEI, "529900T8BM49AURSDO55")
OTHER_LEI = Identifier(IdKind.LEI, "5493001KJTIIGC8Y1R12")


def reasons(*entries: Entry) -> list[Reason]:
    """Give why the entries were joined; none where they were not."""
    return [join.reason for cluster in clusters(entries) for join in cluster.joins]


def test_a_name_in_two_scripts_and_orders_with_a_year_joins() -> None:
    one = entry("un:1", "IVAN PRIMEROV", born="1961-05-03", country="ru")
    other = entry("eu:1", "Приме́ров, Иван", born="1961")
    assert reasons(one, other) == [Reason.SAME_NAME_AND_YEAR]


@pytest.mark.parametrize(
    ("born", "joined"),
    [
        ("1964-02-29", Reason.SAME_NAME_AND_DAY),
        ("~1966", Reason.SAME_NAME_AND_YEAR),
        ("1963/1965", Reason.SAME_NAME_AND_YEAR),
        ("1964-02", Reason.SAME_NAME_AND_YEAR),
        ("1964-03-01", None),
        ("1965", None),
        ("not told", None),
        ("", None),
    ],
)
def test_dates_of_birth_have_to_agree(born: str, joined: Reason | None) -> None:
    one = entry("un:1", "Nguyễn Mẫu", born="1964-02-29")
    assert reasons(one, entry("eu:1", "Nguyen Mau", born=born)) == ([joined] if joined else [])


def test_a_person_of_one_name_is_joined_by_the_day_and_not_by_the_year() -> None:
    one = entry("un:1", "Sumarjo", born="1964-02-29", country="id")
    assert reasons(one, replace(one, id="eu:1", list_name="eu")) == [Reason.SAME_NAME_AND_DAY]
    year = entry("eu:1", "Sumarjo", born="1964", country="id")
    assert reasons(one, year) == []


def test_the_first_of_january_is_a_year_and_no_day() -> None:
    one = entry("un:1", "Ali Sample", born="1964-01-01")
    assert reasons(one, entry("eu:1", "Ali Sample", born="1964-01-01")) == [
        Reason.SAME_NAME_AND_YEAR
    ]


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("深圳蓝鲸云", True),  # five signs of Han count for two words
        ("深圳", False),
        ("محمد نموذجي", True),
        ("Harborgrid", False),
        ("Blue Whale", True),
        ("李 B", False),
    ],
)
def test_a_country_joins_names_of_two_words(name: str, *, joined: bool) -> None:
    one = entry("un:1", name, kind=Kind.ORGANIZATION, country="cn")
    other = entry("eu:1", name, kind=Kind.LEGAL_ENTITY, country="cn hk")
    assert reasons(one, other) == ([Reason.SAME_NAME_AND_COUNTRY] if joined else [])
    assert reasons(one, replace(other, countries=("hk",))) == []


def test_weak_aliases_never_join() -> None:
    one = entry("un:1", "Ali Sample", weak=("The Blue Whale",), country="ye")
    other = entry("eu:1", "Omar Muster", weak=("The Blue Whale",), country="ye")
    named = entry("uk:1", "The Blue Whale", country="ye")
    assert reasons(one, other, named) == []


def test_several_names_join_where_nothing_else_is_told() -> None:
    one = entry("un:1", "Ali Sample", aliases=("Omar Muster",))
    assert reasons(one, entry("eu:1", "Omar Muster")) == []
    other = entry("eu:1", "Omar Muster", aliases=("Sample, Ali",), country="ye")
    assert reasons(one, other) == [Reason.SEVERAL_NAMES]
    assert reasons(replace(one, countries=("iq",)), other) == []


def test_one_long_name_is_enough() -> None:
    one = entry("un:1", "Tarek Abu Sample al-Muster")
    assert reasons(one, entry("eu:1", "Tarek Abu Sample al Muster")) == [Reason.SEVERAL_NAMES]


def test_ships_are_joined_by_their_number_and_not_by_their_name() -> None:
    number = Identifier(IdKind.IMO, "9074729")
    one = entry("un:1", "Blue Whale", kind=Kind.VESSEL, country="pa", numbers=(number,))
    other = entry("eu:1", "Blue Whale", kind=Kind.VESSEL, country="pa")
    assert reasons(one, other) == []
    renamed = entry("eu:1", "Red Shark", kind=Kind.VESSEL, numbers=(number,))
    assert reasons(one, renamed) == [Reason.SAME_NUMBER]


def test_two_numbers_that_the_world_gives_once_are_two_targets() -> None:
    one = entry("un:1", "Blue Whale Ltd", kind=Kind.ORGANIZATION, country="cy", numbers=(LEI,))
    other = replace(one, id="eu:1", list_name="eu", identifiers=(OTHER_LEI,))
    assert reasons(one, other) == []
    assert reasons(one, replace(other, identifiers=(LEI, OTHER_LEI))) == [Reason.SAME_NUMBER]


@pytest.mark.parametrize(
    ("mine", "theirs", "name", "joined"),
    [
        ("X-123 4567", "x1234567", "Ali Muster", True),
        ("X1234567", "X1234567", "Omar Vzor", False),  # no word of the names agrees
        ("X123", "X123", "Ali Muster", False),  # too short to be anybody's own
        ("ABCDEFG", "ABCDEFG", "Ali Muster", False),  # hardly a number
        ("1111111", "1111111", "Ali Muster", False),
    ],
)
def test_a_passport_joins_where_a_word_of_the_name_agrees(
    mine: str, theirs: str, name: str, *, joined: bool
) -> None:
    one = entry("un:1", "Ali Sample", numbers=(Identifier(IdKind.PASSPORT, mine, "ye"),))
    other = entry("eu:1", name, numbers=(Identifier(IdKind.OTHER, theirs),))
    assert reasons(one, other) == ([Reason.SAME_NUMBER] if joined else [])


def test_the_same_number_of_two_countries_is_two_numbers() -> None:
    one = entry("un:1", "Ali Sample", numbers=(Identifier(IdKind.TAX, "7707083893", "ru"),))
    other = entry("eu:1", "Ali Muster", numbers=(Identifier(IdKind.TAX, "7707083893", "kz"),))
    assert reasons(one, other) == []


def test_a_wallet_joins_nobody_since_many_hands_may_hold_it() -> None:
    wallet = (Identifier(IdKind.WALLET, "1HgTestXyZ1234567890"),)
    one = entry("un:1", "Ali Sample", numbers=wallet)
    assert reasons(one, entry("eu:1", "Ali Muster", numbers=wallet)) == []


@pytest.mark.parametrize(
    "quoted",
    [
        {"remarks": "UN Ref: QDi.912. Also in Syria."},
        {"remarks": "UN Reference Number QDi.912"},
        {"remarks": "(UN Ref QI.S.912.05)"},
        {"numbers": (Identifier(IdKind.OTHER, "QDi.912"),)},
        {"numbers": (Identifier(IdKind.OTHER, "UN QDi.912"),)},
        {"numbers": (Identifier(IdKind.OTHER, "QI.S.912.05"),)},
    ],
)
def test_the_number_of_the_un_list_joins(quoted: dict[str, str]) -> None:
    listed = entry("un:QDi.912", "Ali Sample")
    quoting = replace(
        entry("uk:1", "SAMPLE Aly"),
        remarks=quoted.get("remarks", ""),
        identifiers=tuple(quoted.get("numbers", ())),  # type: ignore[arg-type] # as the cases say
    )
    assert reasons(listed, quoting) == [Reason.CROSS_REFERENCE]


def test_one_number_of_ofac_on_two_of_its_lists_is_one_target() -> None:
    one = entry("us_ofac:7", "Blue Whale Bank", kind=Kind.ORGANIZATION)
    other = replace(one, id="us_ofac:7:us_ssi", list_name="us_ssi")
    assert reasons(one, other) == [Reason.CROSS_REFERENCE]
    assert clusters([one, other])[0].id == "us_ofac:7"


def test_a_number_of_the_un_list_that_is_quoted_wrongly_joins_nobody() -> None:
    listed = entry("un:QDi.912", "Ali Sample")
    assert reasons(listed, entry("uk:1", "Omar Muster", remarks="UN Ref: QDi.912")) == []
    assert reasons(listed, entry("uk:1", "Ali Muster", remarks="brother of QDi.912")) == []
    assert reasons(listed, entry("uk:1", "Ali Muster", remarks="UN Ref: ZI.S.912.05")) == []


def test_of_two_that_quote_one_number_the_one_of_the_same_name_is_joined() -> None:
    listed = entry("un:QDe.912", "Sample Credit Bank", kind=Kind.ORGANIZATION)
    right = entry("uk:1", "Sample Credit Bank", kind=Kind.ORGANIZATION, remarks="UN Ref QDe.912")
    wrong = entry("uk:2", "Muster Credit Bank", kind=Kind.ORGANIZATION, remarks="UN Ref QDe.912")
    assert cluster_of(clusters([listed, right, wrong])) == {
        "un:QDe.912": "uk:1",
        "uk:1": "uk:1",
        "uk:2": "uk:2",
    }


def test_a_person_is_no_firm() -> None:
    one = entry("un:1", "Blue Whale", country="cy")
    assert reasons(one, entry("eu:1", "Blue Whale", kind=Kind.ORGANIZATION, country="cy")) == []


def test_one_list_tells_its_targets_apart() -> None:
    one, other = (
        entry("un:1", "Ali Sample", country="ye"),
        entry("un:2", "Ali Sample", country="ye"),
    )
    assert reasons(one, other) == []
    assert reasons(one, other, entry("eu:1", "Ali Sample", country="ye")) == []


def test_one_list_with_one_man_twice_is_joined_by_name_and_day() -> None:
    one = entry("un:1", "Ali Sample", born="1964-02-29")
    assert reasons(one, replace(one, id="un:2")) == [Reason.SAME_NAME_AND_DAY]


def test_twins_with_one_nickname_stay_two() -> None:
    one = entry("un:1", "Ali Sample", aliases=("Los Gemelos",), born="1964-02-29")
    other = entry("un:2", "Omar Sample", aliases=("Los Gemelos",), born="1964-02-29")
    assert reasons(one, other) == []


def test_somebody_without_a_date_does_not_chain_two_namesakes() -> None:
    old = entry("un:1", "Ali Sample", born="1940", country="ye")
    young = entry("eu:1", "Ali Sample", born="1990", country="ye")
    between = entry("uk:1", "Ali Sample", country="ye")
    found = clusters([old, between, young])
    assert sorted(len(cluster.members) for cluster in found) == [1, 2]


def test_aliases_do_not_chain_two_targets_of_one_list() -> None:
    first = entry("un:1", "Ali Sample", country="ye")
    second = entry("un:2", "Omar Muster", country="ye")
    both = entry("eu:1", "Ali Sample", aliases=("Omar Muster",), country="ye")
    assert sorted(len(one.members) for one in clusters([first, second, both])) == [1, 2]


def test_a_generic_name_says_nothing() -> None:
    many = [entry(f"list{n}:1", "Trading Company", kind=Kind.ORGANIZATION, country="ae")
            for n in range(31)]  # fmt: skip
    assert reasons(*many) == []
    assert len(reasons(*many[:30])) == 29


def test_no_cluster_grows_beyond_bounds() -> None:
    chain = [
        entry(f"list{n}:1", f"Ali Sample {n}", aliases=(f"Ali Sample {n + 1}",), country="ye")
        for n in range(MOST_MEMBERS + 20)
    ]
    assert max(len(one.members) for one in clusters(chain)) == MOST_MEMBERS


def test_an_id_twice_counts_once_with_all_that_both_rows_say() -> None:
    rows = [entry("un:1", "Ali Sample"), entry("un:1", "Omar Muster", born="1964-02-29")]
    other = entry("eu:1", "Ali Sample", born="1964-02-29")
    (found,) = clusters([*rows, other])
    assert found.members == ("eu:1", "un:1")


def test_every_join_says_why_in_words() -> None:
    assert all(reason.words for reason in Reason)


NAMES = ("Ali Sample", "Sample, Ali", "Omar Muster", "深圳蓝鲸云", "محمد نموذجي", "Sumarjo")
some_entries = st.builds(
    Entry,
    id=st.builds("{}:{}".format, st.sampled_from(("un", "eu", "uk")), st.integers(1, 4)),
    list_name=st.just(""),
    kind=st.sampled_from((Kind.PERSON, Kind.LEGAL_ENTITY, Kind.ORGANIZATION)),
    names=st.lists(
        st.builds(ListedName, st.sampled_from(NAMES), st.sampled_from(NameKind)),
        min_size=1,
        max_size=3,
    ).map(tuple),
    birth_dates=st.lists(
        st.sampled_from(("1960", "1961-03-05", "~1962", "1990", "1964-02-29")), max_size=2
    ).map(tuple),
    countries=st.lists(st.sampled_from(("ye", "iq")), max_size=1).map(tuple),
    identifiers=st.lists(
        st.sampled_from((LEI, OTHER_LEI, Identifier(IdKind.PASSPORT, "X1234567", "ye"))), max_size=1
    ).map(tuple),
).map(lambda one: replace(one, list_name=one.id.partition(":")[0]))
worlds = st.lists(some_entries, max_size=9)


def slow(entries: list[Entry]) -> set[frozenset[str]]:
    """Join groups of ids by the sorted joins, looking through all groups every time."""
    marks = {}
    for one in entries:
        known = [other for other in entries if other.id == one.id]
        merged = Entry(
            id=one.id,
            list_name=one.list_name,
            kind=min(other.kind for other in known),
            names=tuple(name for other in known for name in other.names),
            birth_dates=tuple(day for other in known for day in other.birth_dates),
            countries=tuple(code for other in known for code in other.countries),
            identifiers=tuple(number for other in known for number in other.identifiers),
        )
        marks[one.id] = marks_of(merged)
    groups = {frozenset({number}) for number in marks}
    for join in joins(list(marks.values())):
        left = next(group for group in groups if join.first in group)
        right = next(group for group in groups if join.second in group)
        pairs = [(marks[a], marks[b]) for a in left for b in right]
        bad = any(contradict(a, b) for a, b in pairs)
        weak = join.reason not in STRONG and any(a.list_name == b.list_name for a, b in pairs)
        if left != right and not bad and not weak:
            groups = (groups - {left, right}) | {left | right}
    return groups


@given(worlds)
def test_clusters_are_what_joining_group_by_group_gives(entries: list[Entry]) -> None:
    assert {frozenset(one.members) for one in clusters(entries)} == slow(entries)


@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_lists_makes_no_difference(entries: list[Entry], chance: Random) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert clusters(shuffled) == clusters(entries)


@given(worlds)
def test_a_cluster_taken_alone_is_the_same_cluster(entries: list[Entry]) -> None:
    for cluster in clusters(entries):
        (again,) = clusters([one for one in entries if one.id in cluster.members])
        assert (again.id, again.members) == (cluster.id, cluster.members)


@given(worlds)
def test_no_two_members_contradict_each_other_and_nobody_is_lost(entries: list[Entry]) -> None:
    found = clusters(entries)
    assert sorted(cluster_of(found)) == sorted({one.id for one in entries})
    for cluster in found:
        assert cluster.id == min(cluster.members)
        assert len(cluster.joins) == len(cluster.members) - 1
    for cluster in clusters({one.id: one for one in entries}.values()):
        members = [marks_of(one) for one in {e.id: e for e in entries}.values()
                   if one.id in cluster.members]  # fmt: skip
        assert not any(contradict(one, other) for one, other in combinations(members, 2))


def test_real_lists_join_within_the_bounds_looked_at_by_eye() -> None:
    file = REAL / "entries.jsonl.gz"
    if not file.exists():
        pytest.skip(f"the real lists are not beside the repository: {file.name} is missing")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        entries = [_real(json.loads(line)) for line in lines]
    found = clusters(entries)
    lists = {one.id: one.list_name for one in entries}
    several = sum(len({lists[member] for member in one.members}) > 1 for one in found)
    assert 16_253 <= len(found) <= 17_000
    assert 1_900 <= several <= 2_331
    assert max(len(one.members) for one in found) <= 8


def _real(told: dict[str, list[str]]) -> Entry:
    numbers = [*told["identifiers"], *filter(None, [str(told.get("un_ref", ""))])]
    names: list[dict[str, str]] = told["names"]  # type: ignore[assignment] # objects, as the README says
    return Entry(
        id=str(told["id"]),
        list_name=str(told["list"]),
        kind=Kind(str(told["schema"])),
        names=tuple(
            ListedName(name["name"], NameKind(name["kind"].removesuffix("_2025"))) for name in names
        ),
        birth_dates=tuple(told["birth_dates"]),
        countries=tuple(told["countries"]),
        identifiers=tuple(Identifier(IdKind.OTHER, number) for number in numbers),
    )
