"""Owners who joined untold, against a twin that compares the owners of every single day."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from knowntenant.ownership.owners import find_owners
from tests.law.calendar import counted
from tests.law.toy import both
from tests.world import Telling, World, owns, world

CLAUSE, UNTOLD = "privacy.owner_notice_clause", "privacy.owner_changes_untold"
FIRST = date(2028, 2, 20)
EVENTS = st.lists(
    st.tuples(
        st.integers(-3, 20),
        st.sampled_from(["P1", "P2", "李伟"]),
        st.sampled_from(["0", "30", "50"]),
    ),
    max_size=8,
)
SENT = st.lists(
    st.tuples(st.integers(-3, 20), st.sampled_from([(), ("P1",), ("P2", "李伟")])), max_size=3
)
OPENED: tuple[Telling, ...] = (
    ("2028-01-01", "customer", {"id": "C1", "kind": "entity", "control_answered": "yes"}),
    ("2028-01-01", "presence", {"person": "C1", "organised_in": "VN"}),
    (str(FIRST), "account", {"id": "A1", "customer": "C1", "state": "opened"}),
)


@both
@settings(max_examples=60)
@given(events=EVENTS, sent=SENT, day=st.integers(0, 25), term=st.integers(0, 10))
def test_whoever_was_no_owner_yesterday_is_added_today(
    pack: Pack,
    events: list[tuple[int, str, str]],
    sent: list[tuple[int, tuple[str, ...]]],
    day: int,
    term: int,
) -> None:
    told = [owns(owner, "C1", share, str(counted(FIRST, at))) for at, owner, share in events]
    told += [
        (str(counted(FIRST, at)), "notice",
         {"sender": "C1", "about": "owners_added", **({"concerns": list(named)} if named else {})})
        for at, named in sent
    ]  # fmt: skip
    inquiry = world(*OPENED, *told).inquiry(
        counted(FIRST, day), pack=pack, program={"owner_change_notice_days": str(term)}
    )
    since: dict[str, int] = {}
    before = set(find_owners(inquiry.on(FIRST), "C1").owners)
    for at in range(1, day + 1):
        now = set(find_owners(inquiry.on(counted(FIRST, at)), "C1").owners)
        since = {o: since.get(o, at) for o in now if o in since or o not in before}
        before = now
    untold = {
        owner: at
        for owner, at in since.items()
        if not any(
            owner in named if named else sent_on >= at for sent_on, named in sent if sent_on <= day
        )
    }
    rows = inquiry.ask(UNTOLD, "C1").value
    assert isinstance(rows, tuple)
    assert {row["owner"]: row["since"] for row in rows} == {
        owner: counted(FIRST, at) for owner, at in untold.items()
    }
    for row in rows:
        assert row["due"] == counted(row["since"], term)
        assert (row["late"] is YES) == (inquiry.day > row["due"])


def changed() -> World:
    return world(
        *OPENED, owns("P1", "C1", "60", "2028-01-01"), owns("P2", "C1", "40", "2028-02-29")
    )


def test_those_there_at_the_opening_were_not_added() -> None:
    assert changed().ask("2028-02-28", UNTOLD, "C1").value == ()
    (row,) = _rows(changed(), "2028-02-29")
    assert (row["owner"], row["since"], row["late"]) == ("P2", date(2028, 2, 29), NO)


def test_before_any_account_was_opened_nobody_is_added() -> None:
    made = world(*OPENED[:2], owns("P1", "C1", "60", "2028-01-01"), owns("P2", "C1", "40"))
    assert made.ask("2028-03-01", UNTOLD, "C1").value == ()


def test_an_all_us_customer_owes_no_word() -> None:
    us = [("2028-01-01", "presence", {"person": p, "citizen": "US"}) for p in ("P1", "P2")]
    seat = ("2028-01-02", "presence", {"person": "C1", "organised_in": "US-DE"})
    assert changed().also(seat, *us).ask("2028-03-01", UNTOLD, "C1").value == ()


def test_a_notice_about_something_else_tells_of_nobody() -> None:
    other = ("2028-03-01", "notice", {"sender": "C1", "about": "new_address"})
    assert len(_rows(changed().also(other), "2028-03-01")) == 1


def test_the_terms_bind_once_they_are_accepted() -> None:
    terms = ("2028-03-01", "notice", {"to": "C1", "about": "owners_added"})
    refused = ("2028-03-02", "notice", {**terms[2], "acknowledged": "no"})
    accepted = ("2028-03-03", "notice", {**terms[2], "acknowledged": "yes"})
    made = changed().also(terms, refused, accepted)
    days = ("2028-02-29", "2028-03-01", "2028-03-02", "2028-03-03")
    found = [made.ask(day, CLAUSE, "A1").value for day in days]
    assert found == [UNKNOWN, UNKNOWN, NO, YES]


def _rows(made: World, day: str) -> tuple[dict[str, object], ...]:
    value = made.ask(day, UNTOLD, "C1").value
    assert isinstance(value, tuple)
    return value
