"""Which notices are owed, to customers and by them."""

from datetime import date

from knowntenant.obligations.privacy import duties, of_customer
from tests.world import NOTHING, Telling, World, owns, world

ON = "2027-03-10"
FOREIGN: tuple[Telling, ...] = (
    ("2027-03-01", "presence", {"person": "C1", "organised_in": "VN"}),
    ("2027-03-01", "account", {"id": "A1", "customer": "C1", "state": "opened"}),
)


def rows(made: World, *, version: str = "") -> list[tuple[str, str, object, str]]:
    program = {"customer_notice_version": version} if version else NOTHING
    inquiry = made.inquiry(ON, program=program)
    found = (*duties(inquiry), *of_customer(inquiry, "C1"))
    return [(row.kind, row.of, row.due, row.state) for row in found]


def test_the_notice_is_owed_once_the_program_names_its_version() -> None:
    made = world(*FOREIGN)
    assert rows(made) == []
    assert rows(made, version="2") == [("give_customer_notice", "C1", None, "open")]
    given = made.also((ON, "notice", {"to": "C1", "about": "disclosure", "version": "2"}))
    assert rows(given, version="2") == []


def test_a_disclosure_is_told_of_where_the_law_lets_it() -> None:
    lawful = (ON, "disclosure", {"id": "D1", "person": "C1", "notice_lawful": "yes"})
    gagged = (ON, "disclosure", {"id": "D2", "person": "C1", "notice_lawful": "no"})
    assert rows(world(*FOREIGN, lawful, gagged)) == [("tell_of_disclosure", "D1", None, "open")]
    open_ = (ON, "disclosure", {"id": "D3", "person": "C1"})
    assert rows(world(*FOREIGN, open_)) == [("settle_disclosure", "D3", None, "open")]


def test_terms_that_were_not_accepted_are_to_be_accepted() -> None:
    terms = (ON, "notice", {"to": "C1", "about": "owners_added", "acknowledged": "no"})
    assert rows(world(*FOREIGN, terms)) == [("bind_customer_to_tell", "C1", None, "open")]
    yes = (ON, "notice", {"to": "C1", "about": "owners_added", "acknowledged": "yes"})
    assert rows(world(*FOREIGN, yes)) == []


def test_owners_who_joined_on_one_day_are_asked_about_once() -> None:
    made = world(
        *FOREIGN,
        owns("P1", "C1", "30", "2027-03-05"),
        owns("P2", "C1", "30", "2027-03-05"),
        owns("P3", "C1", "30", "2027-03-06"),
    )
    assert rows(made) == [
        ("ask_about_owners", "C1", date(2027, 4, 4), "open"),
        ("ask_about_owners", "C1", date(2027, 4, 5), "open"),
    ]
