"""The fields of a certification form: what is counted, what is described, and what is missing."""

import pytest

from knowntenant.certification.form import LEFT_OUT, ROW
from knowntenant.certification.items import DESCRIBED, ITEMS, SOURCES
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.certification.told import FORM, SUBMISSIONS, UPDATES, exempt, filed, reseller, rows
from tests.fitting import fits
from tests.law.toy import NPRM, both
from tests.world import START, Telling, World, controls, entity, individual, owns, world

ON = "2027-06-01"
VPS: Telling = (START, "product", {"id": "VPS", "kind": "vps"})


def account(id_: str, customer: str, product: str = "VPS", **keys: str) -> Telling:
    """Tell an account that is open."""
    told = {"id": id_, "customer": customer, "product": product, "state": "opened", **keys}
    return START, "account", told


def field(made: World, item: str, of: str = "", **readings: str) -> tuple[object, object]:
    """Give what stands in a field of the form, and what is missing of it."""
    answer = made.inquiry(ON, readings=readings).ask(FORM, of)
    found = rows(answer, "item")[item]
    return found["value"], found["gap"]


def test_every_field_of_the_pack_is_filled_and_every_setting_exists() -> None:
    items = set(NPRM.lists[ITEMS])
    assert items == set(rows(world().ask(ON, FORM), "item"))
    assert set(DESCRIBED) < items
    for source in SOURCES:
        names = {name for settings in DESCRIBED.values() for name in settings}
        assert names <= set(dir(source)) | set(source.__dataclass_fields__)


@both
def test_the_form_has_the_fields_of_its_pack_under_both_packs(pack: Pack) -> None:
    value = world().inquiry(ON, pack=pack).ask(FORM).value
    assert isinstance(value, tuple)
    assert all(fits(ROW, row) for row in value)
    left_out = LEFT_OUT.get(Law(pack).reading("D10").choice)
    assert [row["item"] for row in value] == [i for i in pack.lists[ITEMS] if i != left_out]


# --- Customers


def test_a_customer_with_two_accounts_is_one_and_a_us_person_counts_too() -> None:
    made = world(VPS, *entity("C1", "VN"), *entity("C2"), account("A1", "C1"), account("A2", "C1"))
    assert field(made.also(account("A3", "C2")), "customers") == ("2", None)


@pytest.mark.parametrize("state", ["closed", "refused", "requested"])
def test_who_has_no_open_account_is_no_customer(state: str) -> None:
    made = world(VPS, *entity("C1", "VN"), account("A1", "C1", state=state))
    assert field(made, "customers") == ("0", None)


def test_an_open_product_kind_leaves_the_number_open_unless_another_product_settles_it() -> None:
    managed: Telling = (START, "product", {"id": "M", "kind": "managed_service"})
    made = world(VPS, managed, *entity("C1", "VN"), account("A1", "C1", "M"))
    assert field(made, "customers") == ("at least 0", "whether M is an IaaS product is open")
    assert field(made.also(account("A2", "C1")), "customers") == ("1", None)


def test_an_account_whose_product_or_customer_is_not_told_counts() -> None:
    made = world((START, "account", {"id": "A1", "state": "opened"}))
    assert field(made, "customers") == ("1", None)


def test_places_are_given_on_the_other_reading_and_an_unknown_one_is_called_so() -> None:
    made = world(VPS, *entity("C1", "VN"), account("A1", "C1"), account("A2", "محمد"))
    assert field(made, "customers", D26="number-and-places")[0] == "2 (Vietnam: 1, not known: 1)"
    assert field(made, "customers")[0] == "2"


def test_what_is_held_through_a_foreign_reseller_counts_in_its_form_and_not_in_the_providers() -> (
    None
):
    through = account("A2", "C2", reseller="R1"), account("A3", "C3", reseller="R2")
    made = world(VPS, *reseller(), *reseller("R2", "US-TX"), account("A1", "C1"), *through)
    assert field(made, "customers") == ("2", None)
    assert field(made, "customers", "R1") == ("1", None)


# --- Owners


def test_foreign_owners_of_the_provider_are_counted_with_their_places() -> None:
    here, abroad = individual("Ann"), individual("Nguyễn", "VN")
    told = (START, "presence", {"person": "Nguyễn", "located": "DE"})
    made = world((START, "provider", {"id": "P"}), *here, *abroad, told)
    made = made.also(owns("Ann", "P", "50"), owns("Nguyễn", "P", "50"), controls("Ann", "P"))
    assert field(made, "owners_of_provider") == ("1 (Germany: 1)", None)


def test_an_owner_without_a_place_and_one_without_a_status_are_gaps() -> None:
    made = world((START, "provider", {"id": "P"}), *individual("Ann", "VN"))
    made = made.also(owns("Ann", "P", "50"), owns("Bo", "P", "50"))
    value, gap = field(made, "owners_of_provider")
    assert value == "at least 1 (not known: 1)"
    assert gap == "whether Bo is a foreign person is open; where Ann is located is not recorded"


def test_an_owner_of_two_customers_is_counted_once() -> None:
    made = world(VPS, *entity("C1", "VN"), *entity("C2", "CN"), *individual("李伟", "CN"))
    made = made.also(owns("李伟", "C1", "100"), owns("李伟", "C2", "100"), account("A1", "C1"))
    made = made.also(account("A2", "C2"), (START, "presence", {"person": "李伟", "located": "VN"}))
    assert field(made, "owners_of_customers") == ("1 (Vietnam: 1)", None)


@pytest.mark.parametrize(
    ("taken", "left_out"),
    [("owners-of-provider", "owners_of_customers"), ("owners-of-customers", "owners_of_provider")],
)
def test_a_reading_for_one_group_leaves_the_other_out(taken: str, left_out: str) -> None:
    answer = world().inquiry(ON, readings={"D10": taken}).ask(FORM)
    assert left_out not in rows(answer, "item")
    assert answer.flags == ()


# --- Words, accounts, the standard


def test_words_come_from_the_program_and_the_contact_is_not_repeated() -> None:
    contact = {f"contact_{what}": "Sukarno" for what in ("name", "title", "email", "phone")}
    program = {**contact, "identity_tools": "VerifyCo", "detection_tools": "NetWatch"}
    answer = world().inquiry(ON, program=program).ask(FORM)
    found = rows(answer, "item")
    assert found["identity_tools"]["value"] == "VerifyCo"
    assert found["primary_contact"]["value"] == "on file"
    assert found["detection_tools_and_use"]["gap"] == "not stated: detection_use"
    assert "Sukarno" not in str(answer)


def test_oversight_is_no_gap_where_there_are_no_foreign_resellers() -> None:
    assert field(world(), "reseller_oversight") == ("no foreign resellers", None)
    assert field(world(*reseller("R2", "US")), "reseller_oversight")[1] is None
    for place in ("VN", "none"):
        gap = field(world(*reseller("R1", place)), "reseller_oversight")[1]
        assert gap == "not stated: reseller_oversight"


def test_the_unverified_accounts_are_those_of_the_register_by_filer() -> None:
    made = world(VPS, *reseller(), *entity("C1", "VN"), account("A1", "C1"))
    made = made.also(account("A2", "C1", reseller="R1", deprovision_on="2027-07-01"))
    assert field(made, "unverified_accounts") == ("1 (A1)", "A1: deprovision_on")
    assert field(made, "unverified_accounts", "R1") == ("1 (A2)", None)


def test_the_standard_is_met_by_an_approved_version_of_a_program_without_gaps() -> None:
    made = world()
    assert field(made, "meets_standard")[1] == "no approved version of the program is told"
    made = made.also((START, "program_version", {"id": "V1", "approved_by": "the board"}))
    assert field(made, "meets_standard") == ("", "the written program was not given")
    answer = made.inquiry(ON, program={"identity_tools": "VerifyCo"}).ask(FORM)
    gap = str(rows(answer, "item")["meets_standard"]["gap"])
    assert gap.startswith("left open by the program: version, approved_by")
    assert "identity_tools" not in gap
    later: Telling = ("2027-05-01", "program_version", {"id": "V2"})
    assert field(made.also(later), "meets_standard")[1] is not None


# --- Resellers' forms


def test_a_resellers_number_is_its_own_and_places_may_be_missing() -> None:
    told: Telling = (START, "reseller_submission", {"reseller": "R1", "foreign_owners": "2"})
    made = world(*reseller(), told)
    assert field(made, "owners_of_provider", "R1") == ("2", "not stated: foreign_owner_places")
    assert field(made, "customers", "R1") == ("", "not stated: customers")
    assert field(made, "unverified_accounts", "R1") == ("", "not stated: unverified_accounts")
    none: Telling = (START, "reseller_submission", {"reseller": "R1", "foreign_owners": "0"})
    assert field(world(*reseller(), none), "owners_of_provider", "R1") == ("0", None)


@pytest.mark.parametrize(("said", "gap"), [("yes", None), ("no", "not attested: meets_standard")])
def test_a_reseller_attests_for_itself(said: str, gap: str | None) -> None:
    told: Telling = (START, "reseller_submission", {"reseller": "R1", "meets_standard": said})
    assert field(world(*reseller(), told), "meets_standard", "R1")[1] == gap


def test_of_a_reseller_that_handed_in_nothing_everything_is_missing() -> None:
    answer = world(*reseller()).ask(ON, SUBMISSIONS)
    assert isinstance(answer.value, tuple)
    (row,) = answer.value
    assert set(row["missing"]) == set(NPRM.lists[ITEMS])
    assert row["submitted_on"] is None


def test_resellers_that_are_exempt_or_in_the_us_hand_in_nothing() -> None:
    made = world(*reseller(), exempt(reseller="R1"), *reseller("R2", "US-TX"))
    answer = made.also(*reseller("R3", "none")).ask(ON, SUBMISSIONS)
    assert (answer.value, answer.flags) == ((), ("whether R3 is foreign is open",))


# --- What changed


def test_nothing_filed_is_nothing_to_bring_up_to_date() -> None:
    assert world().ask(ON, UPDATES).flags == ("no previous notification",)


def test_a_new_reseller_and_its_form_are_changes_of_their_own() -> None:
    made = world(filed("2027-01-05"), *reseller("R1", "VN", "2027-02-01"))
    answer = made.ask(ON, UPDATES)
    assert rows(answer, "item")["foreign_resellers"] == {
        "item": "foreign_resellers",
        "clause": "7.304(a)(2)(viii)",
        "was": "no foreign resellers",
        "now": "R1",
    }
    assert made.also(filed("2027-03-01", "C2", reseller="R1")).ask(ON, UPDATES, "R1").value == ()


def test_while_an_exemption_stands_there_is_no_form() -> None:
    made = world(filed("2027-01-05"), exempt("2027-02-01"))
    assert made.ask(ON, FORM).value == ()
    assert made.ask("2027-01-31", FORM).value != ()
    assert made.ask(ON, UPDATES).value == ()
