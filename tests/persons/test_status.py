"""US person or foreign person, with a twin that reads what is told day by day."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.places.table import find
from knowntenant.facts.reading import Given
from knowntenant.law.answer import UNKNOWN
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.toy import both
from tests.world import NO_READINGS, Telling, world

STATUS = "persons.status"
US, FOREIGN = "us_person", "foreign_person"
ON = "2027-02-01"
FIRST = date(2027, 1, 1)
LITERAL = {"D17": "literal"}
PLACES = st.sampled_from(["US", "US-DE", "PR", "VN", "DE", "UA-43", "none"])
LISTED = st.sampled_from(["US", "VN", "GU", "none"])


@st.composite
def presences(draw: st.DrawFn) -> list[tuple[int, dict[str, Given]]]:
    """Draw what is told of one person's whereabouts, in the order of its days."""
    keys: dict[str, st.SearchStrategy[str]] = {
        "located": PLACES,
        "citizen": LISTED,
        "resident": LISTED,
        "organised_in": PLACES,
        "headquartered_in": PLACES,
        "basis": st.sampled_from(["stated", "document", "ip_address"]),
    }
    days = sorted(draw(st.sets(st.integers(0, 30), max_size=5)))
    return [(day, draw(st.fixed_dictionaries({}, optional=keys))) for day in days]


# --- The twin: the words of 7.301, read of what stood on the day


def is_us(place: object) -> bool:
    """Tell whether a place as written is United States territory."""
    found = find(str(place)) if place not in {None, "none"} else None
    return found is not None and found.united_states


def by_the_words(told: list[tuple[int, dict[str, Given]]], day: int, kind: str, d17: str) -> object:
    """Walk from day to day, keep what stands, then ask of it what the definition asks."""
    stands: dict[str, Given] = {}
    for today in range(day + 1):
        for happened, keys in told:
            if happened == today and keys.get("basis") != "ip_address":
                stands |= keys
    known = {k: v for k, v in stands.items() if v != "none" and k != "basis"}
    if not known:
        return UNKNOWN
    if is_us(known.get("citizen")) or is_us(known.get("resident")):
        return US
    if is_us(known.get("organised_in")) or is_us(known.get("headquartered_in")):
        return US
    seat_is_abroad = "organised_in" in known or "headquartered_in" in known
    if kind == "entity" and seat_is_abroad and d17 != "literal":
        return FOREIGN
    return US if is_us(known.get("located")) else FOREIGN


@both
@given(told=presences(), day=st.integers(0, 35), kind=st.sampled_from(["individual", "entity"]))
def test_status_is_what_the_definition_says_of_what_stood_on_the_day(
    pack: Pack, told: list[tuple[int, dict[str, Given]]], day: int, kind: str
) -> None:
    tellings: list[Telling] = [("2026-01-01", "customer", {"id": "C1", "kind": kind})]
    for happened, keys in told:
        tellings.append((str(FIRST + timedelta(happened)), "presence", {"person": "C1", **keys}))
    d17 = Law(pack).reading("D17").choice
    answer = world(*tellings).inquiry(FIRST + timedelta(day), pack=pack).ask(STATUS, "C1")
    assert answer.value == by_the_words(told, day, kind, d17)


# --- Examples


def is_(
    keys: Mapping[str, Given], kind: str = "individual", readings: Mapping[str, str] = NO_READINGS
) -> object:
    """Give the status of somebody of whom this is told."""
    made = world(
        ("2025-01-01", "customer", {"id": "C1", "kind": kind}),
        ("2025-01-01", "presence", {"person": "C1", **keys}),
    )
    return made.inquiry(ON, readings=readings).ask(STATUS, "C1").value


def test_any_us_citizenship_residence_or_location_makes_an_individual_a_us_person() -> None:
    assert is_({"citizen": ["VN", "US"]}) == US
    assert is_({"citizen": "VN", "resident": "US"}) == US
    assert is_({"citizen": "VN", "located": "US-TX"}) == US
    assert is_({"citizen": "VN", "located": "PR"}) == US
    assert is_({"citizen": "VN", "resident": "DE", "located": "DE"}) == FOREIGN


def test_an_entity_is_where_it_is_organised_or_has_its_head_office() -> None:
    assert is_({"organised_in": "US-DE", "headquartered_in": "CN"}, "entity") == US
    assert is_({"organised_in": "KY", "headquartered_in": "US-CA"}, "entity") == US
    assert is_({"headquartered_in": "US-CA"}, "entity") == US
    assert is_({"located": "US-CA"}, "entity") == US
    assert is_({"organised_in": "KY"}, "entity") == FOREIGN


def test_d17_decides_whether_an_office_in_the_us_makes_a_foreign_entity_a_us_person() -> None:
    office = {"organised_in": "KY", "located": "US-NY"}
    assert is_(office, "entity") == FOREIGN
    assert is_(office, "entity", readings=LITERAL) == US


def test_a_branch_is_what_its_head_is_and_a_subsidiary_is_a_person_of_its_own() -> None:
    made = world(
        ("2025-01-01", "presence", {"person": "Bank", "organised_in": "US-NY"}),
        ("2025-01-01", "presence", {"person": "London", "branch_of": "Bank", "located": "GB"}),
        ("2025-01-01", "presence", {"person": "Ltd", "organised_in": "GB"}),
        ("2025-01-01", "ownership", {"owner": "Bank", "owned": "Ltd", "percent": "100"}),
    )
    answer = made.ask(ON, STATUS, "London")
    assert answer.value == US
    assert answer.because[0].text == "Bank is organised under the law of New York"
    assert answer.facts == ("fact 1",)
    assert made.ask(ON, STATUS, "Ltd").value == FOREIGN


def test_branches_of_each_other_come_to_an_end() -> None:
    made = world(
        ("2025-01-01", "presence", {"person": "A", "branch_of": "B", "located": "VN"}),
        ("2025-01-01", "presence", {"person": "B", "branch_of": "A", "located": "VN"}),
    )
    assert made.ask(ON, STATUS, "A").value == FOREIGN


def test_a_branch_of_somebody_unknown_is_unknown() -> None:
    made = world(("2025-01-01", "presence", {"person": "A", "branch_of": "B"}))
    answer = made.ask(ON, STATUS, "A")
    assert answer.value is UNKNOWN
    assert answer.flags == ("status not known",)
    assert answer.because[0].text == "nothing is recorded that shows where B is or belongs"


def test_an_ip_address_alone_changes_no_status_and_gives_none() -> None:
    made = world(
        ("2025-01-01", "presence", {"person": "P1", "citizen": "US", "basis": "document"}),
        ("2027-01-01", "presence", {"person": "P1", "located": "VN", "basis": "ip_address"}),
        ("2027-01-01", "presence", {"person": "P2", "located": "VN", "basis": "ip_address"}),
    )
    assert made.ask(ON, STATUS, "P1").value == US
    assert made.ask(ON, STATUS, "P2").value is UNKNOWN


def test_status_has_a_beginning_and_an_end_also_round_a_leap_day() -> None:
    made = world(
        ("2028-02-28", "presence", {"person": "محمد", "citizen": "EG", "located": "EG"}),
        ("2028-02-29", "presence", {"person": "محمد", "located": "US-NJ"}),
        ("2028-03-01", "presence", {"person": "محمد", "located": "EG"}),
    )
    days = ("2028-02-27", "2028-02-28", "2028-02-29", "2028-03-01")
    assert [made.ask(day, STATUS, "محمد").value for day in days] == [UNKNOWN, FOREIGN, US, FOREIGN]


def test_what_is_learned_later_changes_the_answer_about_the_past_from_then_on_only() -> None:
    made = world(
        ("2027-01-01", "presence", {"person": "P1", "citizen": "US"}),
        ("2027-01-10", "presence", {"person": "P1", "citizen": "VN", "learned": "2027-01-20"}),
    )
    assert made.ask("2027-01-19", STATUS, "P1").value == US
    later = made.inquiry("2027-01-20")
    assert later.on(date(2027, 1, 9)).ask(STATUS, "P1").value == US
    assert later.on(date(2027, 1, 10)).ask(STATUS, "P1").value == FOREIGN


def test_an_instant_becomes_a_day_of_the_pack_and_not_of_the_machine() -> None:
    made = world(
        ("2027-01-01", "presence", {"person": "P1", "citizen": "VN", "located": "VN"}),
        ("2027-01-11T04:59:00Z", "presence", {"person": "P1", "located": "US-NY"}),
    )
    assert made.ask("2027-01-09", STATUS, "P1").value == FOREIGN
    assert made.ask("2027-01-10", STATUS, "P1").value == US


def test_an_answer_cites_the_definition_names_its_facts_and_the_reading() -> None:
    made = world(
        ("2025-01-01", "presence", {"person": "深圳", "organised_in": "CN"}),
    )
    answer = made.ask(ON, STATUS, "深圳")
    assert answer.value == FOREIGN
    assert "7.301 foreign person" in answer.clauses
    assert "7.301 us person" in answer.clauses
    assert answer.facts == ("fact 1",)
    assert [str(taken) for taken in answer.readings] == ["D17: dated-facts"]
    assert answer.because[0].text == "深圳 is organised in China, and nothing shows a US person"
