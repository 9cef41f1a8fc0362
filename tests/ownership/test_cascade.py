"""The cascade of ownership against a slow obvious twin, and at more than real groups' sizes."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.ownership.cascade import Cascade, Rule, cascade
from tests.world import Telling, World, individual, owns, world

ON = "2027-02-01"
PEOPLE = ("P1", "P2", "P3")
ENTITIES = ("E1", "E2", "E3", "E4")
SHARES = st.sampled_from(["0", "1/3", "20", "25", "30", "49.99", "50", "50.01", "60", "100"])
Edges = dict[tuple[str, str], Fraction]
VIRTUAL = "?"


@st.composite
def edges(draw: st.DrawFn) -> Edges:
    """Draw who holds what, circles and too much of a whole included."""
    pairs = [(owner, owned) for owned in ENTITIES for owner in (*ENTITIES, *PEOPLE)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12))
    return {pair: Fraction(draw(SHARES)) for pair in chosen}


def told(holdings: Edges) -> World:
    facts: list[Telling] = [fact for person in PEOPLE for fact in individual(person, "VN")]
    facts += [(ON, "person", {"id": entity, "kind": "entity"}) for entity in ENTITIES]
    facts += [owns(owner, owned, str(share), ON) for (owner, owned), share in holdings.items()]
    return world(*facts)


def rule(
    marks: dict[str, Verdict],
    share: Fraction = Fraction(1, 2),
    joins: dict[str, Verdict] | None = None,
    name: str = "t",
) -> Rule:
    """Make a rule; joins: entities that it leaves alone, as US persons, or perhaps does."""
    left = joins or {}
    return Rule(name, share, lambda p: marks.get(p, NO), lambda p: left.get(p, YES))


def naive(holdings: Edges, marked: set[str], share: Fraction) -> set[str]:
    """Say whose holdings count, by asking everybody again and again until nothing changes."""
    counted = set(marked)
    while True:
        more = {
            entity
            for entity in ENTITIES
            if sum((s for (o, e), s in holdings.items() if e == entity and o in counted), 0)
            >= share * 100
        }
        if more <= counted:
            return counted
        counted |= more


def behind(holdings: Edges, ends: set[str]) -> set[str]:
    """Give everybody whom somebody of the ends stands behind, by asking again and again."""
    reached = set(ends)
    while True:
        more = {e for (o, e), s in holdings.items() if s and o in reached}
        if more <= reached:
            return reached
        reached |= more


def could_hold(holdings: Edges, marks: dict[str, Verdict], share: Fraction) -> set[str]:
    """Say whose holdings may count: somebody unknown, and listed, has whatever is not stated."""
    filled = dict(holdings)
    ends = set(PEOPLE)
    for entity in ENTITIES:
        held = sum((s for (_, e), s in holdings.items() if e == entity), Fraction(0))
        filled[VIRTUAL, entity] = max(100 - held, Fraction(0))
        if held < 100:
            ends.add(entity)
    circles = set(ENTITIES) - behind(holdings, ends)
    marked = {person for person, verdict in marks.items() if verdict is not NO}
    return naive(filled, {VIRTUAL, *marked, *circles}, share) - {VIRTUAL}


@given(
    holdings=edges(),
    marks=st.dictionaries(st.sampled_from([*PEOPLE, "E1"]), st.sampled_from([YES, UNKNOWN])),
    share=st.sampled_from([Fraction(1, 2), Fraction(1, 4), Fraction(60, 100)]),
    joins=st.dictionaries(st.sampled_from(ENTITIES), st.sampled_from([NO, UNKNOWN])),
)
def test_the_cascade_is_what_asking_again_and_again_gives(
    holdings: Edges, marks: dict[str, Verdict], share: Fraction, joins: dict[str, Verdict]
) -> None:
    inquiry = told(holdings).inquiry(ON)
    through = naive(holdings, {p for p, v in marks.items() if v is YES}, share)
    perhaps = could_hold(holdings, marks, share)
    for person in (*PEOPLE, *ENTITIES):
        found = cascade(inquiry, rule(marks, share, joins), person)
        own, reached = marks.get(person, NO), joins.get(person, YES)
        expected = YES if own is YES else UNKNOWN if own is UNKNOWN else NO
        if person in through and reached is YES:
            expected = YES
        elif expected is NO and person in perhaps and reached is not NO:
            expected = UNKNOWN
        assert found.verdict(person) is expected, person
        counted = {o for (o, e), s in holdings.items() if e == person and s and o in through}
        assert {edge.owner for edge in found.counted_owners(person)} == counted


@given(holdings=edges(), joins=st.dictionaries(st.sampled_from(ENTITIES), st.sampled_from([NO])))
def test_whom_a_rule_leaves_alone_frees_nobody_else(
    holdings: Edges, joins: dict[str, Verdict]
) -> None:
    inquiry = told(holdings).inquiry(ON)
    marks: dict[str, Verdict] = {"P1": YES}
    for person in set(ENTITIES) - joins.keys():
        reaching_all = cascade(inquiry, rule(marks), person).verdict(person)
        found = cascade(inquiry, rule(marks, joins=joins, name="some"), person)
        assert found.verdict(person) is reaching_all
    for person in joins:
        assert cascade(inquiry, rule(marks, joins=joins, name="some"), person).verdict(person) is NO


def test_the_links_that_count_lead_up_to_the_first_who_counts_itself() -> None:
    half, whole = Fraction(50), Fraction(100)
    held = {("P1", "E1"): whole, ("E1", "E2"): half, ("E2", "E1"): half, ("E2", "E3"): half}
    inquiry = told({**held, ("E3", "E4"): half}).inquiry(ON)
    reached = cascade(inquiry, rule({"P1": YES}, joins={"E1": NO, "E2": NO}), "E3")
    pairs = [(edge.owner, edge.owned) for edge in reached.counted_links("E3")]
    assert sorted(pairs) == sorted(set(held))
    assert [edge.owner for edge in reached.counted_links("E4")] == ["E3"]


@given(holdings=edges())
def test_more_owners_who_count_never_free_anybody(holdings: Edges) -> None:
    inquiry = told(holdings).inquiry(ON)
    order = [NO, UNKNOWN, YES]
    few = {p: cascade(inquiry, rule({"P1": YES}), p).verdict(p) for p in ENTITIES}
    both = rule({"P1": YES, "P2": YES}, name="more")
    for person, verdict in few.items():
        now = cascade(inquiry, both, person).verdict(person)
        assert order.index(now) >= order.index(verdict)


def of_chain(count: int, closing: tuple[Telling, ...] = (), share: str = "50") -> Inquiry:
    names = ["P1", *(f"E{n}" for n in range(count))]
    facts = [owns(owner, owned, share) for owner, owned in pairwise(names)]
    return world(*individual("P1", "VN"), *facts, *closing).inquiry(ON)


def found(inquiry: Inquiry, person: str) -> Cascade:
    return cascade(inquiry, rule({"P1": YES}), person)


@pytest.mark.parametrize(("share", "last"), [("50", YES), ("49.99", UNKNOWN)])
def test_a_chain_of_ten_thousand_entities_is_walked_without_recursion(
    share: str, last: Verdict
) -> None:
    assert found(of_chain(10_000, share=share), "E9999").verdict("E9999") is last


def test_a_circle_of_ten_thousand_entities_ends() -> None:
    closed = of_chain(10_000, (owns("E9999", "E0", "50"),))
    assert found(closed, "E5000").verdict("E5000") is YES
    names = [f"E{n}" for n in range(10_000)]
    alone = [owns(a, b, "100") for a, b in pairwise([*names, "E0"])]
    assert found(world(*alone).inquiry(ON), "E7").verdict("E7") is UNKNOWN


def test_ten_thousand_entities_of_one_holder_are_judged_at_once() -> None:
    facts = [owns("P1", f"E{n}", "50") for n in range(10_000)]
    inquiry = world(*individual("P1", "VN"), *facts).inquiry(ON)
    assert all(found(inquiry, f"E{n}").verdict(f"E{n}") is YES for n in range(10_000))


def test_somebody_whom_no_edge_names_is_judged_alone() -> None:
    made = world(*individual("P9", "VN"), (ON, "person", {"id": "E9", "kind": "entity"}))
    inquiry = made.inquiry(ON)
    assert found(inquiry, "P9").verdict("P9") is NO
    assert found(inquiry, "E9").verdict("E9") is UNKNOWN
    assert found(inquiry, "P1").verdict("P1") is YES
    barred = cascade(inquiry, rule({}, joins={"E9": NO}, name="barred"), "E9")
    assert barred.verdict("E9") is NO


def test_a_holding_that_has_ended_counts_no_more_and_one_of_unknown_size_leaves_it_open() -> None:
    made = told({("P1", "E1"): Fraction(60), ("P2", "E1"): Fraction(40)})
    sold = made.also(owns("P1", "E1", "0", "2027-03-01"), owns("P2", "E1", "100", "2027-03-01"))
    assert found(sold.inquiry(ON), "E1").verdict("E1") is YES
    assert found(sold.inquiry("2027-03-01"), "E1").verdict("E1") is NO
    unknown = world((ON, "ownership", {"owner": "P1", "owned": "E1"}))
    assert found(unknown.inquiry(ON), "E1").verdict("E1") is UNKNOWN
    assert found(unknown.inquiry(ON), "E1").counted_owners("E1") == ()
