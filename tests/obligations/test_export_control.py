"""Rows of export control and of the data rule, each only under the pack that decides it."""

import pytest

from knowntenant.law.loading import load_pack
from knowntenant.obligations.row import ObligationKind as Kind
from tests.world import START, Telling, World, world

CONSIGNEE, DSP = load_pack("ear-cn-consignee-2026"), load_pack("doj-dsp")
IN_CHINA: Telling = (START, "presence", {"person": "C1", "headquartered_in": "CN"})
TOLD = world(
    (START, "customer", {"id": "C1", "kind": "entity"}),
    IN_CHINA,
    (START, "listed", {"person": "C1", "list": "entity_list"}),
    (START, "classification", {"product": "GPU", "eccn": "3A090.a"}),
    (START, "export_red_flag", {"id": "F1", "customer": "C1", "kind": "residential_address"}),
    (START, "knowledge", {"id": "K1", "about": "C1", "of": "weapons_end_use"}),
    (START, "account", {"id": "A1", "customer": "C1", "product": "GPU", "state": "opened"}),
    (START, "consignee_evidence", {"consignee": "C1", "item": "third_party_test", "held": "no"}),
    (START, "presence", {"person": "US1", "organised_in": "US"}),
    (START, "presence", {"person": "E1", "organised_in": "CN", "headquartered_in": "CN"}),
    (START, "ownership", {"owner": "E1", "owned": "US1", "percent": "100"}),
    (START, "restricted_transaction", {"id": "T1", "by": "US1", "cloud": "yes"}),
)


def kinds(made: World, pack: str, on: str = "2026-12-01") -> list[tuple[object, object]]:
    found = made.inquiry(on, pack=load_pack(pack)).ask("obligations.open").value
    assert isinstance(found, tuple)
    return sorted((str(row["kind"]), str(row["of"])) for row in found)


@pytest.mark.parametrize(
    ("pack", "expected"),
    [
        (
            "ear-cloud",
            [
                ("hold_for_licence", "C1"),
                ("inquire_about_red_flag", "C1"),
                ("settle_licence_question", "C1"),
            ],
        ),
        ("affiliates-50", [("hold_for_licence", "C1")]),
        ("ear-cn-consignee-2026", [("collect_consignee_evidence", "C1")]),
        ("doj-dsp", [("audit_data_transactions", "T1"), ("report_data_transaction", "T1")]),
        ("rasa-preview", []),
        ("bis-702-7", []),
    ],
)
def test_each_pack_makes_the_rows_that_it_decides(
    pack: str, expected: list[tuple[object, object]]
) -> None:
    assert kinds(TOLD, pack) == expected


def test_a_customer_without_an_open_account_owes_nothing_more() -> None:
    closed = TOLD.also(("2026-11-20", "account", {"id": "A1", "state": "closed"}))
    assert kinds(closed, "ear-cloud") == []
    assert kinds(closed, "affiliates-50") == []
    again = closed.also(
        ("2026-11-21", "account", {"id": "A2", "customer": "C1", "state": "opened"})
    )
    assert kinds(again, "affiliates-50") == [("hold_for_licence", "C1")]


def test_a_prospective_customer_and_one_of_whom_only_an_account_is_told_count() -> None:
    listed = (START, "listed", {"person": "C1", "list": "meu"})
    stated = world((START, "customer", {"id": "C1"}), listed)
    account = world((START, "account", {"id": "A1", "customer": "C1"}), listed)
    for made in (stated, account):
        assert kinds(made, "affiliates-50") == [("hold_for_licence", "C1")]


def test_what_was_reported_audited_or_shown_is_owed_no_more() -> None:
    shown = [
        (START, "consignee_evidence", {"consignee": "C1", "item": item, "held": "yes"})
        for item in CONSIGNEE.lists["consignee_evidence"]
    ]
    assert kinds(TOLD.also(*shown), "ear-cn-consignee-2026") == []
    keys = {"id": "T1", "reported_for": "2026", "audited_for": "2026"}
    assert kinds(TOLD.also(("2026-11-30", "restricted_transaction", keys)), "doj-dsp") == []


def test_a_report_is_late_after_its_day() -> None:
    found = TOLD.inquiry("2026-03-02", pack=DSP).ask("obligations.open").value
    assert isinstance(found, tuple)
    (row,) = [row for row in found if row["kind"] is Kind.REPORT_DATA_TRANSACTION]
    assert (str(row["due"]), row["state"], row["clause"]) == ("2026-03-01", "late", "202.1103(c)")


def test_a_licence_question_that_the_facts_leave_open_is_to_be_settled() -> None:
    made = world(
        (START, "customer", {"id": "深圳", "kind": "entity"}),
        (START, "product", {"id": "GPU", "kind": "gpu_cloud", "accelerators": "yes"}),
        (START, "account", {"id": "A1", "customer": "深圳", "product": "GPU", "state": "opened"}),
    )
    found = made.inquiry("2028-02-29", pack=load_pack("ear-cloud")).ask("obligations.open").value
    assert isinstance(found, tuple)
    assert [(row["kind"], row["of"]) for row in found] == [(Kind.SETTLE_LICENCE_FACTS, "深圳")]
