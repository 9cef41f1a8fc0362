from knowntenant.law.pack import Pack
from tests.law.toy import packs
from tests.world import World, entity, world

__all__ = ["packs"]

DAY = "2028-02-29"


def rows(told: World, **program: str) -> dict[tuple[str, str], object]:
    answer = told.inquiry(DAY, program=program).ask("risk.assessment")
    assert isinstance(answer.value, tuple)
    return {(str(row["heading"]), row["what"]): row["count"] for row in answer.value}


def test_an_empty_house_has_no_rows_and_says_so_under_every_heading(packs: Pack) -> None:
    answer = world().inquiry(DAY, pack=packs).ask("risk.assessment")
    assert answer.value == ()
    assert len(answer.flags) == 8


def test_it_counts_what_is_sold_and_how_accounts_are_opened() -> None:
    found = rows(
        world(
            *entity("C1", "VN"),
            ("2027-01-01", "product", {"id": "X1", "kind": "gpu_cloud", "accelerators": "yes"}),
            ("2027-01-01", "product", {"id": "X2"}),
            ("2027-01-01", "account",
             {"id": "A1", "customer": "C1", "product": "X1", "state": "opened"}),
            ("2027-01-01", "account", {"id": "A2", "customer": "C1", "state": "opened"}),
            ("2027-01-01", "account",
             {"id": "A3", "customer": "C1", "product": "X1", "state": "closed"}),
            ("2027-01-01", "payment", {"customer": "C1", "means": "crypto"}),
            ("2027-01-01", "payment", {"customer": "C1"}),
        )
    )  # fmt: skip
    assert found["services", "product lines of kind gpu_cloud"] == 1
    assert found["services", "product lines of kind not stated"] == 1
    assert found["services", "open accounts for X1"] == 1
    assert found["services", "open accounts for not stated"] == 1
    assert found["opening", "open accounts opened directly"] == 2
    assert found["opening", "open accounts with accelerators"] == 1
    assert found["opening", "means of payment: crypto"] == 1


def test_it_counts_whom_it_serves_by_status_kind_and_place() -> None:
    found = rows(
        world(
            *entity("深圳", "CN"),
            ("2027-01-01", "customer", {"id": "Nguyễn", "kind": "individual"}),
            ("2027-01-01", "presence", {"person": "Nguyễn", "citizen": "VN"}),
            ("2027-01-01", "customer", {"id": "محمد"}),
            ("2027-01-01", "customer", {"id": "王"}),
            ("2027-01-01", "presence", {"person": "王", "hq": "CN"}),
        )
    )
    assert found["customers", "foreign person"] == 3
    assert found["customers", "unknown"] == 1
    assert found["customers", "kind not stated: customers"] == 1
    assert found["customers", "from Vietnam"] == 1
    assert found["size", "customers"] == 4


def test_it_counts_what_went_wrong_before() -> None:
    found = rows(
        world(
            ("2027-01-01", "finding", {"id": "F1", "kind": "malicious_use"}),
            ("2027-01-01", "finding", {"id": "F2", "kind": "no_cip"}),
            ("2027-01-01", "finding", {"id": "F3"}),
            ("2027-01-01", "verification",
             {"person": "C1", "method": "documentary", "result": "failed"}),
            ("2027-01-01", "red_flag", {"id": "G1", "account": "A1"}),
            ("2027-01-01", "screening_hit", {"id": "H1", "person": "C1"}),
            ("2027-01-01", "contact",
             {"person": "C1", "email": "a@example.org", "phone": "+84 1", "address": "1 Hàng Bài"}),
        ),
        iaas_employees="48",
    )  # fmt: skip
    assert found["incidents", "malicious use through resellers"] == 1
    assert found["incidents", "findings: no_cip"] == 1
    assert found["incidents", "failed verification steps"] == 1
    assert found["incidents", "red flags"] == found["incidents", "screening hits"] == 1
    assert found["information", "persons with an e-mail address"] == 1
    assert found["information", "verification steps: documentary"] == 1
    assert found["size", "staff in IaaS and related services"] == 48


def review(id_: str, day: str, threats: str) -> World:
    return world((day, "program_review", {"id": id_, "threats_considered": threats}))


def test_only_a_review_that_weighed_threats_counts_and_the_last_one() -> None:
    made = review("V1", "2027-01-01", "yes").also(
        *review("V2", "2028-01-01", "no").told, *review("V3", "2027-06-01", "yes").told
    )
    answer = made.ask(DAY, "risk.threats_considered_on")
    assert str(answer.value) == "2027-06-01"
    none = review("V1", "2027-01-01", "no").ask(DAY, "risk.threats_considered_on")
    assert none.value is None
    assert none.flags != ()


def test_it_counts_how_accounts_were_last_reached() -> None:
    found = rows(
        world(
            ("2027-01-02", "access", {"account": "A1", "action": "use", "located": "VN"}),
            ("2027-01-01", "access", {"account": "A1", "action": "administration"}),
            ("2027-01-01", "access", {"account": "A2"}),
        )
    )
    assert found["access", "accounts last accessed for use"] == 1
    assert found["access", "accounts last accessed from Vietnam"] == 1
    assert len([row for row in found if row[0] == "access"]) == 2
