"""What the ultimate consignee of licensed chips has to show."""

from dataclasses import replace

from knowntenant.law.loading import load_pack
from tests.world import START, Telling, world

PACK = load_pack("ear-cn-consignee-2026")
EVIDENCE = "export_control.consignee_evidence"


def held(item: str, have: str = "yes") -> Telling:
    return START, "consignee_evidence", {"consignee": "深圳", "item": item, "held": have}


def test_only_what_is_at_hand_is_not_missing() -> None:
    made = world(held("KYC against remote access"), held("third_party_test", "no"), held("else"))
    missing = made.inquiry(START, pack=PACK).ask(EVIDENCE, "深圳").value
    assert isinstance(missing, tuple)
    assert set(PACK.lists["consignee_evidence"]) - set(missing) == {"kyc_against_remote_access"}


def test_the_items_are_the_packs() -> None:
    assert world().inquiry(START, pack=replace(PACK, lists={})).ask(EVIDENCE, "深圳").value == ()
