"""US products by owner or place, US providers by who they are: tests independent of each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.pack import Pack
from knowntenant.scope.us_products import any_of, both
from tests.law.toy import both as packs_both
from tests.world import Telling, World, world

US, LIMBS, PROVIDER = "scope.us_product", "scope.us_product_limbs", "scope.us_provider"
DAY, ON = "2027-01-01", "2027-02-01"
OWNERS = {"": UNKNOWN, "E-US": YES, "E-NO": NO, "E-open": UNKNOWN}
PLACES = {"": UNKNOWN, "US-VA": YES, "PR": YES, "DE": NO, "HK": NO}
PERSONS: tuple[Telling, ...] = (
    (DAY, "presence", {"person": "E-US", "organised_in": "US-NY"}),
    (DAY, "presence", {"person": "E-NO", "organised_in": "NO"}),
)


def line(id_: str = "X1", **keys: str | list[str]) -> Telling:
    """Tell a line; keys that are empty are left out."""
    return DAY, "product", {"id": id_, **{key: value for key, value in keys.items() if value}}


@packs_both
@given(
    owner=st.sampled_from(sorted(OWNERS)),
    place=st.sampled_from(sorted(PLACES)),
    kind=st.sampled_from(["vps", "saas", "managed_service"]),
)
def test_either_limb_makes_an_iaas_product_a_us_one(
    pack: Pack, owner: str, place: str, kind: str
) -> None:
    told = line(kind=kind, owned_by=owner, operated_in=[place] if place else "")
    inquiry = world(*PERSONS, told).inquiry(ON, pack=pack)
    is_us = {OWNERS[owner], PLACES[place]}
    us = YES if YES in is_us else UNKNOWN if UNKNOWN in is_us else NO
    expected = {"vps": us, "saas": NO, "managed_service": NO if us is NO else UNKNOWN}
    assert inquiry.ask(US, "X1").value is expected[kind]
    met = [
        limb
        for limb, value in (
            ("owned_by_us_person", OWNERS[owner]),
            ("operated_in_us", PLACES[place]),
        )
        if value is YES
    ]
    limbs = inquiry.ask(LIMBS, "X1").value
    if kind == "saas":
        assert limbs == ()
    elif not met and us is UNKNOWN:
        assert limbs is UNKNOWN
    else:
        assert limbs == tuple(met)


def test_two_products_are_us_ones_for_two_reasons() -> None:
    made = world(
        *PERSONS,
        line("X1", kind="vps", owned_by="E-NO", operated_in=["US-VA", "NO"]),
        line("X2", kind="vps", owned_by="E-US", operated_in=["DE"]),
    )
    first, second = (made.ask(ON, US, id_) for id_ in ("X1", "X2"))
    assert (first.value, second.value) == (YES, YES)
    assert "X1 is run in US territory: US-VA" in [reason.text for reason in first.because]
    assert "X2 is owned by E-US, a US person: yes" in [reason.text for reason in second.because]
    assert first.clauses[0] == "7.301 us iaas product"
    assert {"fact 2", "fact 3"} <= set(first.facts)


def test_what_a_part_leaves_out_its_bundle_says() -> None:
    made = world(
        *PERSONS,
        line("B1", owned_by="E-NO", operated_in=["NO"]),
        line("X1", kind="vps", part_of="B1"),
        line("X2", kind="vps", part_of="B1", operated_in=["US"]),
        line("X3", kind="saas", part_of="B1", owned_by="E-US"),
    )
    assert [made.ask(ON, US, id_).value for id_ in ("X1", "X2", "X3", "B1")] == [NO, YES, NO, YES]
    assert made.ask(ON, LIMBS, "B1").value == ("operated_in_us",)


def test_what_is_not_stated_is_flagged() -> None:
    answer = world(line(kind="vps")).ask(ON, US, "X1")
    assert answer.value is UNKNOWN
    assert answer.flags == ("who owns X1 is not stated", "where X1 is run is not stated")
    assert world().ask(ON, US, "X1").value is UNKNOWN


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((line(kind="vps", owned_by="E-US"),), YES),
        ((line(kind="vps", offered_by="E-US", owned_by="E-NO"),), YES),
        ((line(kind="vps", offered_by="E-NO", owned_by="E-US"),), UNKNOWN),
        ((line(kind="saas", owned_by="E-US"),), NO),
        ((line(kind="managed_service", owned_by="E-US"),), UNKNOWN),
        ((line("X1", kind="saas", owned_by="E-US"), line("X2", owned_by="E-US")), UNKNOWN),
        ((), UNKNOWN),
        (((DAY, "reseller", {"id": "E-US", "state": "active"}),), YES),
        (((DAY, "account", {"id": "A1", "customer": "E-US", "offers_onward": "yes"}),), YES),
        (((DAY, "provider", {"id": "E-US"}), line(kind="cdn")), YES),
        (
            ((DAY, "provider", {"id": "E-US"}), (DAY, "provider", {"id": "P2"}), line(kind="cdn")),
            UNKNOWN,
        ),
    ],
)
def test_a_us_person_who_offers_any_iaas_product_is_a_us_provider(
    told: tuple[Telling, ...], expected: Verdict
) -> None:
    assert world(*PERSONS, *told).ask(ON, PROVIDER, "E-US").value is expected


def test_a_foreign_person_is_no_us_provider_and_somebody_unknown_may_be_one() -> None:
    made = world(
        *PERSONS,
        line("X1", kind="vps", owned_by="E-NO", operated_in=["US"]),
        line("X2", kind="vps", owned_by="E-open"),
    )
    assert made.ask(ON, US, "X1").value is YES
    answer = made.ask(ON, PROVIDER, "E-NO")
    assert answer.value is NO
    assert answer.clauses[0] == "7.301 us iaas provider"
    assert made.ask(ON, PROVIDER, "E-open").value is UNKNOWN


VERDICTS = st.sampled_from([YES, NO, UNKNOWN])


@given(one=VERDICTS, other=VERDICTS)
def test_an_unknown_verdict_could_turn_out_either_way(one: Verdict, other: Verdict) -> None:
    def turns(verdict: Verdict) -> tuple[Verdict, ...]:
        return (YES, NO) if verdict is UNKNOWN else (verdict,)

    pairs = [(a, b) for a in turns(one) for b in turns(other)]
    for joined, combine in ((both(one, other), all), (any_of((one, other)), any)):
        outcomes = {combine(value is YES for value in pair) for pair in pairs}
        assert joined is ({True: YES, False: NO}[outcomes.pop()] if len(outcomes) == 1 else UNKNOWN)


def test_nothing_is_yes_of_no_verdicts() -> None:
    assert any_of(()) is NO
    assert World(()).told == ()
