"""Who is a beneficial owner, with a twin that reads 'owns or controls' path by path."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.facts.reading import Given
from knowntenant.law.answer import UNKNOWN
from knowntenant.law.pack import Pack
from tests.law.toy import NPRM, both
from tests.ownership.graphs import ENTITIES, PEOPLE, ROOT, Held, holdings
from tests.world import (
    NO_READINGS,
    NOTHING,
    Telling,
    World,
    controls,
    entity,
    individual,
    owns,
    world,
)

BO, SHARE = "ownership.beneficial_owners", "ownership.share"
ON = "2027-02-01"
EXACT = Fraction(1, 10**9)
ANSWERED = ("2025-01-01", "customer", {"id": ROOT, "control_answered": "yes"})


def threshold(pack: Pack) -> Fraction:
    """Give the pack's share of a beneficial owner, in percent."""
    return pack.parameters["beneficial_owner_share"].values[0].value or Fraction(0)


def told(held: Held) -> tuple[Telling, ...]:
    """Tell everybody in a graph, and who holds what."""
    people = (telling for person in PEOPLE for telling in individual(person))
    entities = (telling for one in ENTITIES for telling in entity(one))
    edges = (
        owns(owner, owned, str(share * 100))
        for owned, owners in held.items()
        for owner, share in owners.items()
    )
    return (*people, *entities, *edges)


def owners_of(
    made: World,
    pack: Pack = NPRM,
    readings: Mapping[str, str] = NO_READINGS,
    program: Mapping[str, Given] = NOTHING,
) -> object:
    """Give the beneficial owners of the root on a day, as a set where they are known."""
    value = made.inquiry(ON, pack=pack, readings=readings, program=program).ask(BO, ROOT).value
    return set(value) if isinstance(value, tuple) else value


# --- Twins


def everything_under(person: str, pairs: list[tuple[str, str]]) -> set[str]:
    """Give what a person controls, one step after the other until nothing is added."""
    mine: set[str] = set()
    while True:
        more = mine | {over for by, over in pairs if by == person or by in mine}
        if more == mine:
            return mine
        mine = more


def owned_or_controlled(held: Held, mine: set[str], node: str = ROOT) -> Fraction:
    """Walk every path up from the root; one that reaches what is mine is mine to its end."""
    found = Fraction(0)
    for owner, share in held[node].items():
        if owner in mine:
            found += share
        elif owner in held:
            found += share * owned_or_controlled(held, mine, owner)
    return found


PAIRS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ENTITIES[1:])), max_size=2)
ABOVE = st.lists(
    st.tuples(st.sampled_from(ENTITIES[3:]), st.sampled_from(ENTITIES[:3])), max_size=2
)


@both
@settings(max_examples=60)
@given(held=holdings(cycles=False), by_people=PAIRS, by_entities=ABOVE)
def test_owners_are_those_who_own_or_control_the_share_or_the_customer(
    pack: Pack, held: Held, by_people: list[tuple[str, str]], by_entities: list[tuple[str, str]]
) -> None:
    pairs = list(dict.fromkeys((*by_people, *by_entities)))
    made = world(*told(held), *(controls(by, over) for by, over in pairs))
    expected = set()
    for person in PEOPLE:
        under = everything_under(person, pairs)
        share = owned_or_controlled(held, {person, *under} - {ROOT})
        assert made.inquiry(ON, pack=pack).ask(SHARE, ROOT, owner=person).value == share * 100
        if ROOT in under or share * 100 >= threshold(pack):
            expected.add(person)
    found = owners_of(made, pack=pack)
    assert found == expected or (found is UNKNOWN and not expected)


@both
@settings(max_examples=30)
@given(held=holdings(cycles=True), data=st.data())
def test_an_owner_who_leaves_makes_nobody_else_an_owner(
    pack: Pack, held: Held, data: st.DataObject
) -> None:
    edges = [(owner, owned) for owned, owners in held.items() for owner in owners]
    if not edges:
        return
    gone, owned = data.draw(st.sampled_from(edges))
    made = world(*told(held), ANSWERED)
    after = made.also(owns(gone, owned, "0", "2026-01-01"))
    before_set, after_set = owners_of(made, pack=pack), owners_of(after, pack=pack)
    if isinstance(after_set, set) and after_set:
        assert isinstance(before_set, set)
        assert after_set <= before_set


# --- The share, to the last fraction


@both
def test_exactly_the_share_makes_an_owner_and_a_hair_less_does_not(pack: Pack) -> None:
    least = threshold(pack)
    for share, expected in ((least, {"P1", "P2"}), (least - EXACT, {"P2"})):
        made = world(
            *entity(ROOT),
            *individual("P1", "VN"),
            *individual("P2"),
            owns("P1", ROOT, str(share)),
            owns("P2", ROOT, str(100 - share)),
        )
        assert owners_of(made, pack=pack) == expected


@both
def test_shares_through_two_chains_add_up(pack: Pack) -> None:
    half = threshold(pack) / 2
    made = world(
        *entity(ROOT),
        *entity("E1"),
        *entity("E2", "KY"),
        *individual("P1", "VN"),
        *individual("P2"),
        owns("E1", ROOT, str(half)),
        owns("E2", ROOT, str(half)),
        owns("P2", ROOT, str(100 - 2 * half)),
        owns("P1", "E1", "100"),
        owns("P1", "E2", "100"),
    )
    assert owners_of(made, pack=pack) == {"P1", "P2"}
    alone = made.also(owns("P1", "E2", "0", "2026-01-01"), owns("P2", "E2", "100", "2026-01-01"))
    assert owners_of(alone, pack=pack) == {"P2"}


def test_an_answer_cites_the_prong_it_rests_on_and_the_reading() -> None:
    made = world(
        *entity(ROOT), *individual("P1"), *individual("P2", "VN"), owns("P1", ROOT, "100")
    ).also(controls("P2", ROOT, role="chief_executive"))
    answer = made.ask(ON, BO, ROOT)
    assert answer.value == ("P1", "P2")
    by_share, by_control = answer.because
    assert by_share.clauses == ("7.301 beneficial owner(2)",)
    assert by_share.text == "P1 owns or controls 100 % of C"
    assert by_control.clauses == ("7.301 beneficial owner(1)",)
    assert by_control.facts == ("fact 8",)
    assert [str(taken) for taken in answer.readings] == ["D16: multiply"]
    assert answer.readings[0].refused == ("direct", "widest")


def test_a_share_is_owned_from_the_day_it_was_bought_until_it_is_sold() -> None:
    made = world(
        *entity(ROOT),
        *individual("P1", "VN"),
        *individual("P2"),
        owns("P2", ROOT, "100"),
        owns("P1", ROOT, "30", "2027-02-28"),
        owns("P2", ROOT, "70", "2027-02-28"),
        owns("P1", ROOT, "0", "2028-02-29"),
        owns("P2", ROOT, "100", "2028-02-29"),
    )
    days = ("2027-02-27", "2027-02-28", "2028-02-28", "2028-02-29")
    assert [made.ask(day, BO, ROOT).value for day in days] == [
        ("P2",),
        ("P2", "P1"),
        ("P2", "P1"),
        ("P2",),
    ]


# --- Control


def test_someone_in_control_is_an_owner_without_a_share() -> None:
    made = world(*entity(ROOT), *individual("P1", "VN"), controls("P1", ROOT, role="trustee"))
    assert owners_of(made) == {"P1"}


def test_control_that_is_not_substantial_or_by_a_role_the_program_leaves_out_does_not_count() -> (
    None
):
    made = world(*entity(ROOT), *individual("P1"), *individual("P2", "VN"), owns("P1", ROOT, "100"))
    small = made.also(controls("P2", ROOT, substantial="no"))
    nominator = made.also(controls("P2", ROOT, role="nominator"))
    stated = made.also(controls("P2", ROOT, role="nominator", substantial="yes"))
    program = {"substantial_roles": ["chief_executive", "trustee"]}
    assert owners_of(small) == {"P1"}
    assert owners_of(nominator) == {"P1", "P2"}
    assert owners_of(nominator, program=program) == {"P1"}
    assert owners_of(stated, program=program) == {"P1", "P2"}


def test_whoever_controls_the_entity_in_control_is_in_control() -> None:
    made = world(*entity(ROOT), *entity("E1"), *individual("P1", "VN"), controls("E1", ROOT)).also(
        controls("P1", "E1")
    )
    assert owners_of(made) == {"P1"}


def test_a_circle_of_control_comes_to_an_end() -> None:
    made = world(
        *entity(ROOT), *entity("E1"), controls("E1", ROOT), controls(ROOT, "E1"), ANSWERED
    ).also(*individual("P1", "VN"), owns("P1", ROOT, "100"))
    assert owners_of(made) == {"P1"}


def test_what_a_controlled_entity_holds_counts_as_held_by_the_one_who_controls_it() -> None:
    made = world(
        *entity(ROOT),
        *entity("E1", "VG"),
        *individual("P1", "VN"),
        *individual("P2"),
        *individual("P3"),
        owns("P2", ROOT, "70"),
        owns("E1", ROOT, "20"),
        owns("P1", ROOT, "10"),
        owns("P3", "E1", "100"),
        controls("P1", "E1"),
    )
    assert made.ask(ON, SHARE, ROOT, owner="P1").value == 30
    assert made.ask(ON, SHARE, ROOT, owner="P3").value == 20
    assert owners_of(made) == {"P1", "P2"}


# --- What is still open


@pytest.mark.parametrize(
    ("more", "flag"),
    [
        ((), "100 % of C is not accounted for"),
        ((owns("P1", ROOT, "75"),), "25 % of C is not accounted for"),
        ((owns("P1", ROOT, "60"), owns("E1", ROOT, "40")), "the owners of E1 are not stated"),
        (
            (owns("E1", ROOT, "60"), owns("P2", ROOT, "40"), owns("P1", "E1", "50")),
            "30 % of C is not accounted for",
        ),
        (
            (owns("P1", ROOT, "80"), owns("P2", ROOT, "70")),
            "the stated shares of C sum to 150 %",
        ),
        (
            (owns("P1", ROOT, "60"), owns("E1", ROOT, "40"), owns("E1", "E1", "100")),
            "E1 is owned entirely by itself through others",
        ),
    ],
)
def test_what_keeps_the_list_from_being_complete_is_flagged(
    more: tuple[Telling, ...], flag: str
) -> None:
    made = world(*entity(ROOT), *entity("E1"), *individual("P1"), *individual("P2"), ANSWERED)
    answer = made.also(*more).ask(ON, BO, ROOT)
    assert answer.flags == (flag,)
    assert answer.value == UNKNOWN or answer.value in {("P1",), ("P1", "P2"), ("P2", "P1")}


def test_with_five_equal_owners_the_tool_asks_who_is_in_control_until_it_is_told() -> None:
    names = ("深圳", "محمد", "Nguyễn", "Sukarno", "Zoë")
    people = [telling for name in names for telling in individual(name, "VN")]
    made = world(*entity(ROOT), *people, *(owns(name, ROOT, "20") for name in names))
    asked = made.ask(ON, BO, ROOT)
    assert asked.value is UNKNOWN
    assert asked.flags == ("who exercises substantial control over C is not answered",)
    assert made.also(ANSWERED).ask(ON, BO, ROOT).value == ()
    assert owners_of(made.also(controls("Zoë", ROOT))) == {"Zoë"}


def test_an_entity_in_control_is_no_answer_until_an_individual_stands_behind_it() -> None:
    made = world(*entity(ROOT), *entity("E1", "KY"), *individual("P1"), *individual("P2", "VN"))
    many = made.also(*(owns(f"H{n}", ROOT, "10") for n in range(10)), controls("E1", ROOT))
    answer = many.ask(ON, BO, ROOT)
    assert answer.value is UNKNOWN
    assert answer.flags == ("who is behind E1, which controls C, is open",)
    assert owners_of(many.also(controls("P2", "E1"))) == {"P2"}


def test_an_individual_has_no_beneficial_owner_and_someone_unknown_leaves_it_open() -> None:
    alone = world(("2027-01-01", "customer", {"id": "C", "kind": "individual"}))
    assert alone.ask(ON, BO, "C").value == ()
    nobody = world(("2027-01-01", "customer", {"id": "C"})).ask(ON, BO, "C")
    assert nobody.value is UNKNOWN
    assert nobody.flags == ("whether C is an individual or an entity is not stated",)


# --- The reading of D16


def test_d16_direct_leaves_chains_out_of_account() -> None:
    made = world(
        *entity(ROOT), *entity("E1"), *individual("P1", "VN"), *individual("P2"), ANSWERED
    ).also(owns("P2", ROOT, "60"), owns("E1", ROOT, "40"), owns("P1", "E1", "100"))
    assert owners_of(made) == {"P1", "P2"}
    assert owners_of(made, readings={"D16": "direct"}) == {"P2"}
    direct = made.inquiry(ON, readings={"D16": "direct"}).ask(SHARE, ROOT, owner="P1")
    assert direct.value == 0
    assert str(direct.readings[0]) == "D16: direct"


def test_d16_direct_does_not_ask_who_stands_above_an_entity() -> None:
    made = world(*entity(ROOT), *entity("E1"), ANSWERED, owns("E1", ROOT, "100"))
    assert made.ask(ON, BO, ROOT).value is UNKNOWN
    assert made.inquiry(ON, readings={"D16": "direct"}).ask(BO, ROOT).value == ()


def test_d16_widest_gives_a_majority_holder_all_that_the_held_entity_holds() -> None:
    made = world(
        *entity(ROOT),
        *entity("E1"),
        *individual("P1", "VN"),
        *individual("P2"),
        owns("P2", ROOT, "60"),
        owns("E1", ROOT, "40"),
        owns("P1", "E1", "51"),
        owns("P2", "E1", "49"),
        ANSWERED,
    )
    assert owners_of(made) == {"P2"}
    assert owners_of(made, readings={"D16": "widest"}) == {"P1", "P2"}
    widest = made.inquiry(ON, readings={"D16": "widest"})
    assert widest.ask(SHARE, ROOT, owner="P1").value == 40
    assert made.ask(ON, SHARE, ROOT, owner="P1").value == Fraction("20.4")


def test_d16_widest_adds_what_is_controlled_to_what_is_held_by_majority() -> None:
    made = world(
        *entity(ROOT),
        *entity("E1"),
        *entity("E2"),
        *individual("P1", "VN"),
        owns("E1", ROOT, "20"),
        owns("E2", ROOT, "10"),
        owns("P1", "E1", "51"),
        controls("P1", "E2"),
    )
    widest = made.inquiry(ON, readings={"D16": "widest"}).ask(SHARE, ROOT, owner="P1")
    assert widest.value == 30
    assert made.ask(ON, SHARE, ROOT, owner="P1").value == Fraction("20.2")


def test_d16_widest_always_asks_who_is_in_control() -> None:
    made = world(*entity(ROOT), *individual("P1"), owns("P1", ROOT, "100"))
    assert made.ask(ON, BO, ROOT).flags == ()
    widest = made.inquiry(ON, readings={"D16": "widest"}).ask(BO, ROOT)
    assert widest.flags == ("who exercises substantial control over C is not answered",)


# --- Shares as people read them


def test_a_closed_loop_leaves_the_share_of_somebody_outside_unknown() -> None:
    made = world(*entity(ROOT), owns("E1", ROOT, "100"), owns(ROOT, "E1", "100"))
    answer = made.ask(ON, SHARE, ROOT, owner="P1")
    assert answer.value is UNKNOWN
    assert answer.flags == ("C is owned entirely by itself through others",)


def test_a_rounded_share_says_that_it_was_rounded() -> None:
    made = world(*entity(ROOT), owns("P1", ROOT, "100/3"), owns("P2", ROOT, "12.5"))
    texts = [made.ask(ON, SHARE, ROOT, owner=who).because[0].text for who in ("P1", "P2")]
    assert texts[0] == "P1 owns or controls about 33.3333 % of C"
    assert texts[1] == "P2 owns or controls 12.5 % of C"
