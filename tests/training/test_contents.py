"""What an initial report holds and what it lacks, and who may call it final (7.308(d))."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from tests.training.lived import BOUGHT, DAY, abroad, deal, model
from tests.world import Telling, World, individual, owns, world

CONTENTS, FINAL = "training.report_contents", "training.may_finalise"


def gaps(made: World, day: str = DAY, **readings: str) -> dict[str, Verdict]:
    """Give the items of the report of T1 and whether each is a gap."""
    rows = made.inquiry(day, readings=readings).ask(CONTENTS, "T1").value
    assert isinstance(rows, tuple)
    return {row["item"]: row["gap"] for row in rows}


def contact(person: str, **keys: str) -> Telling:
    """Tell how a person is reached."""
    return DAY, "contact", {"person": person, **keys}


PERSON = world(*individual("B", "VN"), model(), deal())
FIRM = world(
    (DAY, "customer", {"id": "B", "kind": "entity", "name": "Sao Mai", "control_answered": "yes"}),
    abroad("B"),
    model(),
    deal(),
)


def test_of_an_individual_and_of_an_entity_different_items_are_asked() -> None:
    person, firm = gaps(PERSON), gaps(FIRM)
    assert set(person) - set(firm) == {"legal_name", "street_address"}
    assert set(firm) - set(person) == {
        "business_name",
        "ultimate_owner",
        "principal_place",
        "training_origins",
        "jurisdiction",
        "owner_names",
    }
    assert (person["legal_name"], person["street_address"]) == (NO, YES)
    assert (firm["business_name"], firm["jurisdiction"]) == (NO, NO)


@pytest.mark.parametrize(
    ("keys", "item", "gap"),
    [
        ({"street_address": "1 Lê Lợi"}, "street_address", NO),
        ({"military_box": "APO AE"}, "military_box", NO),
        ({"military_box": "APO AE", "street_address": "1 Lê Lợi"}, "street_address", NO),
        ({"email": "x@example.org"}, "email", NO),
        ({"phone": "+84 24 5550 100"}, "telephone", NO),
        ({"phone": "+84 24 5550 100"}, "email", YES),
    ],
)
def test_contact_points_fill_their_own_item(keys: dict[str, str], item: str, gap: object) -> None:
    assert gaps(PERSON.also(contact("B", **keys)))[item] is gap


@pytest.mark.parametrize("keys", [{"principal_place": "Huế"}, {"inquiries_address": "Huế"}])
def test_an_entity_has_a_place_or_an_address_for_inquiries(keys: dict[str, str]) -> None:
    assert gaps(FIRM.also(contact("B", **keys)))["principal_place"] is NO
    assert gaps(FIRM.also(contact("B", email="x@example.org")))["principal_place"] is YES


def test_owners_count_once_they_are_settled_and_every_one_of_them_is_named() -> None:
    assert gaps(FIRM)["owner_names"] is YES
    nameless: Telling = (DAY, "presence", {"person": "P1", "citizen": "VN"})
    owned = FIRM.also(owns("P1", "B", "100"), nameless)
    assert gaps(owned)["owner_names"] is YES
    named = owned.also(*individual("P1", "VN"))
    assert (gaps(named)["owner_names"], gaps(named)["ultimate_owner"]) == (NO, NO)


def test_an_entity_that_is_nobodys_and_shown_nowhere_lacks_everything() -> None:
    made = world((DAY, "customer", {"id": "B", "kind": "entity"}), model(), deal())
    found = gaps(made)
    assert {found["business_name"], found["jurisdiction"], found["owner_names"]} == {YES}


def test_whoever_stands_behind_an_individual_is_named_too() -> None:
    made = PERSON.also(deal(on_behalf_of="P2"))
    assert gaps(made)["ultimate_owner"] is YES
    assert gaps(made.also(*individual("P2", "VN")))["ultimate_owner"] is NO
    assert "ultimate_owner" not in gaps(PERSON.also(deal(on_behalf_of="B")))


ACCOUNT: Telling = (DAY, "account", {"id": "A1", "customer": "C1", "state": "opened"})


@pytest.mark.parametrize(
    ("told", "keys", "gap"),
    [
        ({"account": "A1", "token": "tok"}, {"account": "A1"}, NO),
        ({"customer": "C1", "wallet": "bc1q"}, {"account": "A1"}, NO),
        ({"customer": "C1", "other": "barter"}, {"customer": "C1"}, NO),
        ({"account": "A1", "token": "tok"}, {"customer": "C1"}, NO),
        ({"account": "A1", "means": "card"}, {"account": "A1"}, YES),
        ({"account": "A1", "token": "tok"}, {}, YES),
        ({"account": "A1", "token": "tok"}, {"account": "A9"}, YES),
    ],
)
def test_a_source_of_payment_of_the_account_or_its_customer_counts(
    told: dict[str, str], keys: dict[str, str], gap: object
) -> None:
    made = BOUGHT.also(ACCOUNT, (DAY, "payment", told), deal(**keys))
    assert gaps(made)["payment"] is gap


def test_compute_credits_are_a_source_of_payment() -> None:
    assert gaps(BOUGHT.also(deal(paid_with="compute_credits")))["payment"] is NO
    assert gaps(BOUGHT.also(deal(paid_with="money")))["payment"] is YES


def test_accesses_need_an_address_and_an_hour() -> None:
    made = BOUGHT.also(ACCOUNT, deal(account="A1"))
    timed: Telling = ("2027-05-01T09:00:00Z", "access", {"account": "A1", "ip": "203.0.113.9"})
    nowhere: Telling = ("2027-05-01", "access", {"account": "A1"})
    hourless: Telling = ("2027-05-01", "access", {"account": "A1", "ip": "203.0.113.9"})
    assert gaps(made)["ip_addresses"] is YES
    assert gaps(made.also(timed, nowhere))["ip_addresses"] is NO
    assert gaps(made.also(timed, hourless))["ip_addresses"] is YES


def test_each_item_of_the_run_is_met_by_its_own_field_and_d9_says_which_hardware_words() -> None:
    items = {
        "operations": ("operations", "2e26"),
        "start_date": ("starts_on", "2027-06-01"),
        "completion_date": ("completes_on", "2028-02-29"),
        "training_practices": ("practices", "by steps"),
        "accelerators": ("accelerators", "GH300"),
        "weights_policy": ("weights_policy", "two keepers"),
        "security_events": ("events_answered", "yes"),
    }
    for item, (field, text) in items.items():
        assert gaps(BOUGHT)[item] is YES
        assert gaps(BOUGHT.also(model(**{field: text})))[item] is NO
    assert gaps(BOUGHT.also(model(operations_high="2e26")))["operations"] is NO
    named = BOUGHT.also(model(ai_model="Falcon"))
    assert "ai_model" not in gaps(named)
    assert gaps(named, D9="ai-model")["ai_model"] is NO
    assert "accelerators" not in gaps(named, D9="ai-model")
    assert gaps(named, D9="both")["accelerators"] is YES


def test_a_run_whose_model_is_not_told_lacks_everything_of_the_run() -> None:
    made = world(abroad("B"), deal(model="", process="fine_tuning"))
    rows = made.ask(DAY, CONTENTS, "T1").value
    assert isinstance(rows, tuple)
    assert [row["of"] for row in rows if row["item"] == "operations"] == ["T1"]
    assert gaps(made)["operations"] is YES


def test_each_row_cites_its_clause_and_reasons_name_ids_only() -> None:
    answer = FIRM.ask(DAY, CONTENTS, "T1")
    assert isinstance(answer.value, tuple)
    clauses = [row["clause"] for row in answer.value]
    assert all(str(clause).startswith("7.308(d)(1)(i") for clause in clauses)
    assert [reason.clauses[0] for reason in answer.because[: len(clauses)]] == clauses
    assert "Sao Mai" not in " ".join(reason.text for reason in answer.because)


def test_nothing_is_reported_of_what_is_not_covered_and_nobody_is_flagged() -> None:
    assert BOUGHT.also(model(large="no")).ask(DAY, CONTENTS, "T1").value == ()
    assert world().ask(DAY, CONTENTS, "T1").value is UNKNOWN
    nobody = world(model(), deal(by="")).ask(DAY, CONTENTS, "T1")
    assert "by or for whom T1 is made has not been told" in nobody.flags


# --- Final


def report(**keys: str) -> Telling:
    """Tell a report about T1."""
    return DAY, "report", {"id": "P1", "kind": "initial", "about": "T1", **keys}


SIGNED = {"certified_by": "P9", "certified": "yes"}


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ((), UNKNOWN),
        ((report(),), NO),
        ((report(certified="yes"),), NO),
        ((report(certified_by="P9"), *individual("P9")), NO),
        ((report(**SIGNED),), UNKNOWN),
        ((report(**SIGNED), (DAY, "person", {"id": "P9", "kind": "individual"})), UNKNOWN),
        ((report(**SIGNED), (DAY, "person", {"id": "P9", "name": "Suharto"})), UNKNOWN),
        ((report(**SIGNED), (DAY, "person", {"id": "P9", "kind": "entity", "name": "X"})), NO),
        ((report(**SIGNED), *individual("P9")), YES),
    ],
)
def test_only_a_named_human_being_makes_a_report_final(
    told: tuple[Telling, ...], verdict: object
) -> None:
    assert world(*told).ask(DAY, FINAL, "P1").value is verdict


def test_the_certifier_is_shown_what_an_initial_report_lacks() -> None:
    made = BOUGHT.also(report(**SIGNED), *individual("P9"))
    assert "not complete: operations of M1" in made.ask(DAY, FINAL, "P1").flags
    follow_up = made.also((DAY, "report", {"id": "P1", "kind": "follow_up"}))
    assert follow_up.ask(DAY, FINAL, "P1").flags == ()
    full = BOUGHT.also(report(**SIGNED), *individual("P9"), model(operations="2e26"))
    assert "not complete: operations of M1" not in full.ask(DAY, FINAL, "P1").flags
