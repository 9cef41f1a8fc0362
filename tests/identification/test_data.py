"""The minimum data (A) to (F), against a twin that reads the list of the clause."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.identification.elements import FIELDS_OF
from knowntenant.law.answer import UNKNOWN
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.identification.asked import DAY, OF_ENTITY, OF_INDIVIDUAL, PIECES, entity_with
from tests.identification.asked import individual_with as alone_with
from tests.law.toy import NPRM, both
from tests.world import Telling, World, entity, individual, owns, world

MISSING, LOG = "identification.missing_data", "identification.access_log"
ON = "2027-02-01"
SUBSETS = st.sets(st.sampled_from(sorted(PIECES)))


def missing(made: World, **further: object) -> set[object]:
    """Give what is missing for the account."""
    value = made.ask(ON, MISSING, "A1", **further).value
    assert isinstance(value, tuple)
    return set(value)


# --- The twin: the list, row by row


def in_the_list(has: set[str], kind: str, law: Law) -> set[str]:
    """Read the list of 7.302(d)(1)(iii) from (A) to (F)."""
    exception = {"exception"} if law.reading("D22").choice != "literal" else set()
    address = (
        {"street", "box", *exception} if kind == "individual" else {"principal_place", "inquiries"}
    )
    rows = {
        "legal_name" if kind == "individual" else "business_name": {"name"},
        f"address_{kind}": address,
        f"use_locations_{kind}": {"use"},
        "payment": {"token", "wallet"},
        "email": {"email"},
        "telephone": {"phone"},
    }
    if law.reading("D21").choice != "literal":
        rows["signup_ip"] = {"ip"}
    if kind == "entity":
        rows["jurisdiction_of_organisation"] = {"organised"}
    return {name for name, enough in rows.items() if not enough & has}


@both
@given(has=SUBSETS, d21=st.sampled_from(["sign-up-ip", "literal"]))
def test_what_is_missing_is_what_the_list_asks_and_nobody_gave(
    pack: Pack, has: set[str], d21: str
) -> None:
    readings = {"D21": d21}
    for kind, made in (
        ("individual", alone_with(has - {"organised"})),
        ("entity", entity_with(has)),
    ):
        answer = made.inquiry(ON, pack=pack, readings=readings).ask(MISSING, "A1")
        assert isinstance(answer.value, tuple)
        assert set(answer.value) == in_the_list(has, kind, Law(pack, readings))


@given(has=SUBSETS, more=st.sampled_from(sorted(PIECES)))
def test_more_data_never_makes_more_missing(has: set[str], more: str) -> None:
    assert missing(entity_with({*has, more})) <= missing(entity_with(has))


def test_every_field_that_the_pack_names_can_be_looked_up() -> None:
    named = {f for element in NPRM.elements.values() for f in element.any_of}
    assert {field.split(".")[0] for field in named} <= {*FIELDS_OF, "ownership"}


# --- Examples


def test_a_complete_record_misses_nothing_and_says_so() -> None:
    answer = alone_with(OF_INDIVIDUAL).ask(ON, MISSING, "A1")
    assert answer.value == ()
    assert answer.because[0].text == "all data asked for A1 is there"
    assert [str(taken) for taken in answer.readings[:2]] == [
        "D21: sign-up-ip",
        "D22: exception-with-reason",
    ]
    assert missing(entity_with(OF_ENTITY)) == set()


def test_a_foreign_individual_without_a_phone_misses_it_by_its_clause() -> None:
    answer = alone_with({*OF_INDIVIDUAL} - {"phone"}).ask(ON, MISSING, "A1")
    assert answer.value == ("telephone",)
    assert answer.because[0].clauses == ("7.302(d)(1)(iii)(E)",)
    assert answer.because[0].text == "missing of C1: telephone number"


def test_an_fpo_box_stands_for_the_street_address_but_not_for_the_places_of_use() -> None:
    box = ({*OF_INDIVIDUAL} - {"street"}) | {"box"}
    assert missing(alone_with(box)) == set()
    answer = alone_with(box - {"use"}).ask(ON, MISSING, "A1")
    assert answer.value == ("use_locations_individual",)
    assert "7.302(d)(1)(iii)(B)(1)" in answer.clauses


def test_a_wallet_is_enough_and_no_card_is_demanded() -> None:
    assert missing(alone_with(({*OF_INDIVIDUAL} - {"token"}) | {"wallet"})) == set()
    assert missing(alone_with({*OF_INDIVIDUAL} - {"token"})) == {"payment"}


def test_d22_decides_whether_a_reason_stands_for_an_address() -> None:
    made = alone_with(({*OF_INDIVIDUAL} - {"street"}) | {"exception"})
    assert missing(made) == set()
    literal = made.inquiry(ON, readings={"D22": "literal"}).ask(MISSING, "A1")
    assert literal.value == ("address_individual",)
    assert "D22: literal" in [str(taken) for taken in literal.readings]


def test_d21_decides_whether_an_address_is_asked_for_before_there_is_a_log() -> None:
    made = alone_with({*OF_INDIVIDUAL} - {"ip"})
    answer = made.ask(ON, MISSING, "A1")
    assert answer.value == ("signup_ip",)
    assert "7.302(d)(1)(iii)(F)" in answer.clauses
    literal = made.inquiry(ON, readings={"D21": "literal"}).ask(MISSING, "A1")
    assert literal.value == ()
    assert "D21: literal" in [str(taken) for taken in literal.readings]


def test_an_entity_without_jurisdiction_and_owners_misses_two_clauses() -> None:
    made = world(
        (DAY, "customer", {"id": "C1", "kind": "entity"}),
        (DAY, "presence", {"person": "C1", "located": "VN"}),
        (DAY, "account", {"id": "A1", "customer": "C1"}),
        *(PIECES[piece] for piece in OF_ENTITY if piece != "organised"),
    )
    answer = made.ask(ON, MISSING, "A1")
    assert answer.value == ("jurisdiction_of_organisation", "beneficial_owner_names")
    assert answer.clauses[:2] == ("7.302(d)(1)(iii)(B)(4)", "7.302(d)(1)(iii)(B)(5)")


def test_an_owner_of_whom_no_name_is_known_leaves_the_names_missing() -> None:
    nameless: Telling = (DAY, "presence", {"person": "P2", "citizen": "US"})
    made = entity_with(OF_ENTITY).also(
        owns("P1", "C1", "60", "2027-01-02"), owns("P2", "C1", "40", "2027-01-02"), nameless
    )
    assert missing(made) == {"beneficial_owner_names"}


def test_of_a_us_customer_nothing_is_asked_but_of_its_foreign_owner_everything() -> None:
    made = world(
        *entity("C1"),
        *individual("P1"),
        *individual("P2", "VN"),
        owns("P1", "C1", "75"),
        owns("P2", "C1", "25"),
        (DAY, "account", {"id": "A1", "customer": "C1"}),
    )
    asked = {"address_individual", "use_locations_individual", "payment", "email", "telephone"}
    asked |= {"signup_ip"}
    assert missing(made) == asked
    assert missing(made, person="P2") == asked
    assert missing(made, person="P1") == set()
    use = (DAY, "contact", {"person": "P2", "use_locations": "VN"})
    assert missing(made.also(use)) == asked - {"use_locations_individual"}


def test_of_somebody_whose_kind_is_open_what_an_individual_gives_is_asked() -> None:
    made = world(
        (DAY, "account", {"id": "A1", "customer": "C1"}),
        (DAY, "presence", {"person": "C1", "located": "VN"}),
    )
    assert "legal_name" in missing(made)


def test_nothing_is_asked_of_an_all_us_account() -> None:
    made = world(
        (DAY, "customer", {"id": "C1", "kind": "individual"}),
        (DAY, "presence", {"person": "C1", "citizen": "US"}),
    )
    answer = made.ask(ON, MISSING, "C1")
    assert answer.value == ()
    assert answer.because[0].text == "nothing is asked for C1: it is out of scope"


def test_while_nobody_is_known_it_is_open_whom_to_ask() -> None:
    answer = world((DAY, "account", {"id": "A1", "customer": "C1"})).ask(ON, MISSING, "A1")
    assert answer.value is UNKNOWN


# --- The log


def test_the_log_keeps_address_action_and_time_in_utc_in_the_order_of_happening() -> None:
    made = world(
        ("2027-01-05", "access", {"account": "A1", "ip": "2001:DB8::1"}),
        ("2027-01-04T23:30:00-05:00", "access", {
            "account": "A1", "ip": "203.0.113.9", "action": "administration",
        }),
        ("2027-01-04", "access", {"account": "A2", "ip": "203.0.113.10"}),
        ("2027-01-09", "access", {"account": "A1", "ip": "203.0.113.11", "learned": "2027-02-09"}),
    )  # fmt: skip
    answer = made.ask(ON, LOG, "A1")
    assert answer.value == (
        {
            "ip": "203.0.113.9",
            "action": "administration",
            "at": datetime(2027, 1, 5, 4, 30, tzinfo=UTC),
        },
        {"ip": "2001:db8::1", "action": "use", "at": date(2027, 1, 5)},
    )
    assert answer.clauses == ("7.302(d)(1)(iii)(F)",)
    assert answer.facts == ("fact 1", "fact 2")


def test_a_corrected_entry_stays_in_the_log_beside_its_correction() -> None:
    made = world(
        ("2027-01-05", "access", {"account": "A1", "ip": "203.0.113.9", "label": "L1"}),
        ("2027-01-05", "access", {
            "account": "A1", "ip": "203.0.113.10", "corrects": "L1", "learned": "2027-01-07",
        }),
    )  # fmt: skip
    log = made.ask(ON, LOG, "A1").value
    assert isinstance(log, tuple)
    assert {entry["ip"] for entry in log} == {"203.0.113.9", "203.0.113.10"}
    early = made.ask("2027-01-06", LOG, "A1").value
    assert isinstance(early, tuple)
    assert [entry["ip"] for entry in early] == ["203.0.113.9"]


@pytest.mark.parametrize("action", ["use", "administration", "sign_up"])
def test_every_kind_of_action_is_logged(action: str) -> None:
    made = world(("2027-01-05", "access", {"account": "A1", "action": action}))
    log = made.ask(ON, LOG, "A1").value
    assert log == ({"ip": None, "action": action, "at": date(2027, 1, 5)},)


# --- A national identification number (D23)


@both
def test_the_number_is_asked_of_individuals_where_that_reading_is_taken_and_only_there(
    pack: Pack,
) -> None:
    asked = {"D23": "asked"}
    alone, entity_ = alone_with(OF_INDIVIDUAL), entity_with(OF_ENTITY)
    assert "national_id" in lacking(alone, pack, asked)
    assert "national_id" not in lacking(entity_, pack, asked)
    assert "national_id" not in lacking(alone, pack, {"D23": "not-asked"})
    for key in ("national_id", "national_id_exception"):
        made = alone.also((DAY, "customer", {"id": "C1", key: "none_given_out"}))
        assert "national_id" not in lacking(made, pack, asked)


def lacking(made: World, pack: Pack, readings: dict[str, str]) -> tuple[object, ...]:
    value = made.inquiry(ON, pack=pack, readings=readings).ask(MISSING, "A1").value
    assert isinstance(value, tuple)
    return value
