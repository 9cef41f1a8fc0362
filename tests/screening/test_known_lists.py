from knowntenant.law.loading import load_pack
from knowntenant.screening.known_lists import PACK_NAMES, WEIGHTS


def test_every_list_that_packs_name_is_weighed() -> None:
    assert set(PACK_NAMES) <= set(WEIGHTS)
    assert set(PACK_NAMES.values()) <= set(WEIGHTS)


def test_a_name_for_packs_is_one_that_the_pack_on_sanctions_knows() -> None:
    known = load_pack("ofac").lists["blocking_lists"]
    assert set(PACK_NAMES.values()) <= set(known)


def test_what_blocks_by_the_pack_weighs_most() -> None:
    entries = load_pack("ofac").lists["blocking_lists"]
    blocking = {name for name, entry in entries.items() if entry.answer == "yes"}
    assert {WEIGHTS[name] for name in blocking} == {max(WEIGHTS.values())}
