from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.known import Known
from knowntenant.facts.record import Record
from knowntenant.facts.types import Access, Account, Contact, Customer, Ownership, Payment
from knowntenant.facts.types.accounts import AccountState
from tests.facts.told import END, FIRST, WASHINGTON, known, ledger, tell

OPENED, CLOSED = AccountState.OPENED, AccountState.CLOSED
LEAP = date(2028, 2, 29)
BEFORE, AFTER = date(2028, 2, 28), date(2028, 3, 1)


def test_a_later_telling_replaces_only_the_keys_that_it_names() -> None:
    found = known(
        tell(Account, FIRST, id="A1", customer="C1", state=OPENED),
        tell(Account, LEAP, id="A1", state=CLOSED),
    )
    before, after = found.one(Account, "A1", BEFORE), found.one(Account, "A1", LEAP)
    assert before is not None
    assert after is not None
    assert (before.customer, before.state) == ("C1", OPENED)
    assert (after.customer, after.state) == ("C1", CLOSED)
    assert len(after.records) == 2


def test_a_value_can_be_taken_away_again() -> None:
    found = known(
        tell(Account, FIRST, id="A1", reseller="R1"), tell(Account, LEAP, id="A1", reseller=None)
    )
    account = found.one(Account, "A1", LEAP)
    assert account is not None
    assert account.reseller is None
    assert found.where(Account, LEAP, reseller="none") == ()


def test_nothing_is_known_before_it_happened() -> None:
    found = known(tell(Account, LEAP, id="A1"))
    assert found.one(Account, "A1", BEFORE) is None
    assert found.every(Account, BEFORE) == ()
    assert found.one(Account, "A2", LEAP) is None


def test_what_is_learned_after_the_day_does_not_count() -> None:
    record = tell(Account, FIRST, learned=LEAP, id="A1")
    assert known(record, as_of=BEFORE).one(Account, "A1", END) is None
    assert known(record, as_of=LEAP).one(Account, "A1", FIRST) is not None


def test_of_two_days_the_later_one_in_the_world_wins_whatever_was_told_last() -> None:
    found = known(
        tell(Account, LEAP, id="A1", state=CLOSED), tell(Account, FIRST, id="A1", state=OPENED)
    )
    account = found.one(Account, "A1", END)
    assert account is not None
    assert account.state is CLOSED


def test_a_correction_counts_from_the_day_on_which_it_was_learned() -> None:
    told = (
        tell(Account, FIRST, ref="fact 1", id="A1", customer="C1", state=OPENED),
        tell(Account, FIRST, learned=LEAP, corrects="fact 1", id="A1", customer="C2"),
    )
    before = known(*told, as_of=BEFORE).one(Account, "A1", END)
    after = known(*told, as_of=LEAP).one(Account, "A1", FIRST)
    assert before is not None
    assert after is not None
    assert (before.customer, len(before.records)) == ("C1", 1)
    assert (after.customer, after.state, len(after.records)) == ("C2", OPENED, 1)


def test_a_correction_can_move_a_record_to_another_day() -> None:
    told = (
        tell(Account, FIRST, label="opened", id="A1", state=OPENED),
        tell(Account, LEAP, corrects="opened", id="A1"),
    )
    found = known(*told)
    assert found.one(Account, "A1", BEFORE) is None
    account = found.one(Account, "A1", LEAP)
    assert account is not None
    assert (account.begun, account.state) == (LEAP, OPENED)


def test_facts_are_found_by_what_they_refer_to_on_the_day() -> None:
    found = known(
        tell(Account, FIRST, id="A1", customer="C1", product="vps"),
        tell(Account, FIRST, id="A2", customer="C1", product="cdn"),
        tell(Account, LEAP, id="A1", customer="C2"),
    )
    assert [a.id for a in found.where(Account, BEFORE, customer="C1")] == ["A1", "A2"]
    assert [a.id for a in found.where(Account, LEAP, customer="C1")] == ["A2"]
    assert [a.id for a in found.where(Account, LEAP, customer="c2")] == ["A1"]
    assert [a.id for a in found.where(Account, BEFORE, customer="C1", product="cdn")] == ["A2"]
    assert found.where(Account, date(2027, 1, 4), customer="C1") == ()


def test_persons_are_linked_by_what_they_share() -> None:
    found = known(
        tell(Contact, FIRST, person="Nguyễn", phone="+84 24 3825 1234"),
        tell(Contact, FIRST, person="محمد", phone="+842438251234"),
        tell(Contact, FIRST, person="阮文", phone="+86 755 8888"),
        tell(Payment, FIRST, id="M1", wallet_address="WAL 1"),
    )
    linked = found.where(Contact, LEAP, phone="+84 243 825 1234")
    assert [contact.person for contact in linked] == ["Nguyễn", "محمد"]
    assert [payment.id for payment in found.where(Payment, LEAP, wallet_address="wal1")] == ["M1"]


def test_every_event_is_a_fact_of_its_own() -> None:
    found = known(*(tell(Access, day, account="A1") for day in (LEAP, FIRST, LEAP)))
    assert [a.begun for a in found.where(Access, LEAP, account="A1")] == [LEAP, FIRST, LEAP]
    assert len(found.every(Access, BEFORE)) == 1


def test_a_fact_of_two_keys_is_asked_for_by_both() -> None:
    found = known(tell(Ownership, FIRST, owner="P1", owned="C1", percent=25))
    edge = found.one(Ownership, ("P1", "C1"), LEAP)
    assert edge is not None
    assert edge.percent == 25
    assert found.one(Ownership, ("C1", "P1"), LEAP) is None


def test_a_fact_is_put_together_once() -> None:
    found = known(tell(Customer, FIRST, id="C1"))
    assert found.one(Customer, "C1", LEAP) is found.one(Customer, ("C1",), LEAP)


def test_what_is_worked_out_about_all_facts_is_worked_out_once_for_what_was_known_then() -> None:
    asked: list[str] = []

    def compute() -> str:
        asked.append("computed")
        return "深圳"

    told = ledger([tell(Account, FIRST, id="A1")])
    for as_of in (LEAP, LEAP, END):
        assert Known(told, as_of).once(("graph",), compute) == "深圳"
    assert Known(told, END).once(("other",), compute) == "深圳"
    assert len(asked) == 3


def test_the_records_of_a_key_and_its_days_of_change_reach_into_the_future() -> None:
    noon = datetime(2028, 3, 1, 4, 30, tzinfo=UTC)
    one, two = tell(Account, noon, id="A1"), tell(Account, FIRST, id="A1")
    three, late = tell(Account, LEAP, id="A1"), tell(Account, AFTER, learned=END, id="A1")
    found = known(one, two, three, late, as_of=AFTER)
    assert found.records(Account, "A1") == (two, three, one)
    assert found.days_of_change(Account, ("A1",)) == (FIRST, LEAP)


@dataclass(frozen=True)
class Live:
    """A record of the slow twin: its place in the telling, and when it was taken back."""

    place: int
    record: Record
    values: dict[str, object]
    taken_back: date = date.max


def day(moment: date) -> date:
    return moment.astimezone(WASHINGTON).date() if isinstance(moment, datetime) else moment


def order(live: Live) -> tuple[object, ...]:
    at = live.record.happened
    hour = at.timestamp() if isinstance(at, datetime) else float("-inf")
    return (day(at), hour, day(live.record.learned), live.place)


def corrected(told: list[Record]) -> list[Live]:
    """Walk through the telling once for plain records and once for corrections."""
    plain = [record for record in told if record.corrects is None]
    lives = [Live(place, record, dict(record.values)) for place, record in enumerate(plain)]
    for mending in (record for record in told if record.corrects is not None):
        if isinstance(mending.corrects, date):
            same = [live for live in lives if live.values["id"] == mending.values["id"]]
            meant = sorted(
                (live for live in same if day(live.record.happened) == mending.corrects), key=order
            )[-1:]
        else:
            meant = [live for live in lives if live.record.label == mending.corrects][:1]
        values = dict(mending.values)
        for live in meant:
            back = min(live.taken_back, day(mending.learned))
            lives[live.place] = Live(live.place, live.record, live.values, back)
            values = live.values | values
        lives.append(Live(len(lives), mending, values))
    return lives


def slow(told: list[Record], key: str, on: date, as_of: date) -> dict[str, object] | None:
    """Put a fact together by looking at every record, in the order in which they happened."""
    seen = [
        live
        for live in corrected(told)
        if live.values["id"] == key
        and day(live.record.happened) <= on
        and day(live.record.learned) <= as_of
        and live.taken_back > as_of
    ]
    values: dict[str, object] = {}
    for live in sorted(seen, key=order):
        values |= live.values
    return values if seen else None


VALUED: dict[str, object] = dict.fromkeys(("id", "customer", "state", "product"))
DAYS = st.dates(date(2028, 2, 27), date(2028, 3, 3))
HOURS = st.datetimes(datetime(2028, 2, 27), datetime(2028, 3, 3), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given beside it
MOMENTS = DAYS | HOURS
VALUES = st.fixed_dictionaries(
    {"id": st.sampled_from(["A1", "A2"])},
    optional={
        "customer": st.sampled_from(["C1", "C2", None]),
        "state": st.sampled_from(list(AccountState)),
        "product": st.sampled_from(["vps", "cdn"]),
    },
)


@st.composite
def tellings(draw: st.DrawFn) -> list[Record]:
    told = []
    for number in range(draw(st.integers(1, 7))):
        happened = draw(MOMENTS)
        told.append(
            Record(
                ref=f"fact {number}",
                shape=Account,
                values=draw(VALUES),
                happened=happened,
                learned=happened + timedelta(days=draw(st.integers(0, 3))),
                label=f"L{number}",
                corrects=draw(st.none() | st.integers(0, 7).map("L{}".format) | DAYS),
            )
        )
    return told


@given(tellings(), DAYS, DAYS)
def test_a_fact_stands_as_looking_at_every_record_shows(
    told: list[Record], on: date, as_of: date
) -> None:
    found = Known(ledger(told), as_of)
    for key in ("A1", "A2"):
        fact, expected = found.one(Account, key, on), slow(told, key, on, as_of)
        assert (fact is None) is (expected is None)
        if fact is not None and expected is not None:
            assert {name: getattr(fact, name) for name in VALUED} == VALUED | expected


@given(tellings(), DAYS, DAYS, st.sampled_from(["C1", "C2"]))
def test_searching_by_reference_finds_what_looking_at_every_fact_finds(
    told: list[Record], on: date, as_of: date, customer: str
) -> None:
    found = Known(ledger(told), as_of)
    every = [fact for fact in found.every(Account, on) if fact.customer == customer]
    by_id = {fact.id: fact for fact in found.where(Account, on, customer=customer)}
    assert by_id == {fact.id: fact for fact in every}
