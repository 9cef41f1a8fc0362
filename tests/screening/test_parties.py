"""Who is screened, as what, and whom a hit on it concerns."""

from knowntenant.law.loading import load_pack
from knowntenant.screening.entry import Identifier, IdKind, Kind
from knowntenant.screening.known_party import party_of
from knowntenant.screening.parties import Role, Screened, Tie, whom_to_screen
from knowntenant.screening.party import Party
from tests.world import START, Telling, controls, owns, world

OFAC = load_pack("ofac")
DAY = "2028-02-29"


def screened(*told: Telling, day: str = DAY) -> dict[str, Screened]:
    """Give who is screened, by id."""
    found = list(whom_to_screen(world(*told).inquiry(day, pack=OFAC)))
    assert len({one.party.id for one in found}) == len(found)
    return {one.party.id: one for one in found}


def party(id_: str, *told: Telling) -> Party:
    """Give what is known of somebody."""
    return party_of(world(*told).inquiry(DAY, pack=OFAC), id_)


CUSTOMER = (START, "customer", {"id": "C1", "kind": "entity", "name": "深圳"})


def test_everybody_behind_a_customer_is_screened_once_with_whose_it_is() -> None:
    found = screened(
        CUSTOMER,
        (START, "customer", {"id": "C2", "kind": "entity"}),
        owns("E1", "C1", "60"), owns("P1", "E1", "1"), owns("P1", "C2", "100"),
        controls("P2", "C1", role="director"), controls("P3", "C1"),
        (START, "parent", {"child": "C2", "parent": "E9"}),
    )  # fmt: skip
    assert list(found)[:2] == ["C1", "C2"]
    assert found["C1"].ties == (Tie(Role.CUSTOMER, "C1"),)
    assert found["P1"].ties == (Tie(Role.OWNER, "C1", "E1"), Tie(Role.OWNER, "C2"))
    assert found["P1"].customers == ("C1", "C2")
    assert found["P2"].ties == (Tie(Role.DIRECTOR, "C1"),)
    assert found["P3"].ties == (Tie(Role.CONTROLLER, "C1"),)
    assert found["E9"].ties == (Tie(Role.PARENT, "C2"),)
    assert found.keys() == {"C1", "C2", "E1", "P1", "P2", "P3", "E9"}


def test_resellers_those_acted_for_and_holders_of_accounts_are_screened() -> None:
    found = screened(
        (START, "account", {"id": "A1", "customer": "C7", "state": "opened", "beneficiary": "B1"}),
        (START, "account", {"id": "A2", "state": "opened"}),
        (START, "on_behalf_of", {"holder": "A2", "person": "Nguyễn"}),
        (START, "reseller", {"id": "R1", "name": "محمد", "beneficiary": "B2"}),
        owns("P1", "B1", "50"), owns("P2", "R1", "50"),
    )  # fmt: skip
    assert found["C7"].ties == (Tie(Role.CUSTOMER, "C7"),)
    assert found["B1"].ties == (Tie(Role.PRINCIPAL, "C7"),)
    assert found["P1"].ties == (Tie(Role.OWNER, "C7", "B1"),)
    assert found["Nguyễn"].ties == (Tie(Role.PRINCIPAL, "A2"),)
    assert found["R1"].ties == (Tie(Role.RESELLER, "R1"),)
    assert found["R1"].party.name == "محمد"
    assert found["B2"].ties == (Tie(Role.PRINCIPAL, "R1"),)
    assert found["P2"].ties == (Tie(Role.OWNER, "R1"),)


def test_an_owner_who_has_sold_is_screened_no_more_and_one_to_come_not_yet() -> None:
    told = (CUSTOMER, owns("P1", "C1", "60"), ("2026-01-01", "ownership", {
        "owner": "P1", "owned": "C1", "percent": "0"}), ("2029-01-01", "ownership", {
        "owner": "P2", "owned": "C1", "percent": "60"}))  # fmt: skip
    assert screened(*told).keys() == {"C1"}
    assert screened(*told, day="2025-12-31").keys() == {"C1", "P1"}


def test_a_loop_of_owners_ends() -> None:
    found = screened(CUSTOMER, owns("E1", "C1", "50"), owns("C1", "E1", "50"))
    assert found.keys() == {"C1", "E1"}


def test_a_party_carries_what_the_facts_tell() -> None:
    found = party(
        "P1",
        (START, "person", {
            "id": "P1", "kind": "individual", "name": "Nguyễn Bình", "names_used": ["Bình", "Bình"],
            "birth_date": "1972-02-29", "national_id": "123"}),
        (START, "presence", {"person": "P1", "located": "UA-43", "citizen": ["VN", "UA"]}),
        (START, "contact", {"person": "P1", "street_address": "1 Example Street"}),
        (START, "evidence", {
            "id": "E1", "person": "P1", "kind": "Passport", "number": "X1", "issued_by": "VN"}),
        (START, "evidence", {"id": "E2", "person": "P1", "kind": "passport"}),
        (START, "evidence", {"id": "E3", "person": "P1", "kind": "letter", "number": "9"}),
        (START, "evidence", {"id": "E4", "person": "P1", "kind": "tax_card", "number": "T9"}),
    )  # fmt: skip
    assert found == Party(
        "P1", Kind.PERSON, "Nguyễn Bình", ("Bình",), "1972-02-29", ("ua", "vn"), "1 Example Street",
        (
            Identifier(IdKind.NATIONAL_ID, "123"),
            Identifier(IdKind.PASSPORT, "X1", "vn"),
            Identifier(IdKind.TAX, "T9"),
        ),
    )  # fmt: skip


def test_a_company_carries_its_lei_its_register_number_and_its_wallets() -> None:
    found = party(
        "C1",
        CUSTOMER,
        (START, "person", {"id": "C1", "lei": " 529900t8bm49aursdo55", "register_number":
            "GB-COH:01234567"}),
        (START, "contact", {"person": "C1", "principal_place": "2 Example Street"}),
        (START, "account", {"id": "A1", "customer": "C1", "state": "opened"}),
        (START, "payment", {
            "id": "M1", "account": "A1", "means": "crypto", "customer_identifier": "bc1q"}),
        (START, "payment", {"id": "M2", "customer": "C1", "means": "card", "account_number": "9"}),
    )  # fmt: skip
    assert (found.kind, found.address) == (Kind.ORGANIZATION, "2 Example Street")
    assert found.identifiers == (
        Identifier(IdKind.LEI, "529900T8BM49AURSDO55"),
        Identifier(IdKind.REGISTRATION, "01234567", "gb"),
        Identifier(IdKind.WALLET, "bc1q"),
    )


def test_a_register_that_is_no_countrys_gives_its_number_alone() -> None:
    for number in ("RA000585:55", "XX-ABC:55", "55"):
        told = (START, "person", {"id": "C1", "register_number": number})
        assert party("C1", told).identifiers == (Identifier(IdKind.REGISTRATION, "55"),)


def test_of_somebody_of_whom_nothing_is_told_there_is_the_id() -> None:
    assert party("X1", CUSTOMER) == Party("X1", Kind.LEGAL_ENTITY, "")


def test_an_ip_address_places_nobody_and_an_empty_contact_has_no_address() -> None:
    found = party(
        "P1",
        (START, "presence", {"person": "P1", "located": "RU", "basis": "ip_address"}),
        (START, "contact", {"person": "P1", "email": "a@example.com"}),
    )
    assert (found.countries, found.address) == ((), "")
