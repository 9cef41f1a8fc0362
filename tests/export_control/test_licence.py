"""The licence question, and knowledge of barred end uses."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.loading import load_pack
from tests.world import START, Telling, world

EAR = load_pack("ear-cloud")
QUESTION, KNOWLEDGE = "export_control.licence_question", "export_control.knowledge"
IN_CHINA: Telling = (START, "presence", {"person": "C1", "headquartered_in": "CN"})
IN_JAPAN: tuple[Telling, ...] = (
    (START, "presence", {"person": "C1", "headquartered_in": "JP"}),
    (START, "parent", {"child": "C1", "parent": "C1", "ultimate": "yes"}),
)
CHIPS: Telling = (START, "classification", {"product": "GPU", "eccn": "3A090.a"})


def account(product: str = "GPU", state: str = "opened", id_: str = "A1") -> Telling:
    keys = {"id": id_, "customer": "C1", "state": state}
    return START, "account", {**keys, "product": product} if product else keys


def product(accelerators: str) -> Telling:
    return START, "product", {"id": "GPU", "accelerators": accelerators}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((IN_CHINA, CHIPS, account()), YES),
        ((IN_CHINA, CHIPS, account(state="requested")), YES),
        ((IN_CHINA, CHIPS, account(state="closed")), NO),
        ((IN_CHINA, CHIPS, account(product="")), UNKNOWN),
        ((IN_CHINA, account()), UNKNOWN),
        ((IN_CHINA, product("yes"), account()), UNKNOWN),
        ((IN_CHINA, product("no"), account()), NO),
        ((IN_CHINA, product("no"), account(), CHIPS, account("VPS", id_="A2")), YES),
        ((IN_CHINA,), NO),
        ((*IN_JAPAN, CHIPS, account()), NO),
        ((CHIPS, account()), UNKNOWN),
        ((account(),), UNKNOWN),
    ],
)
def test_both_a_seat_and_an_item_make_the_question(
    told: tuple[Telling, ...], expected: object
) -> None:
    made = world((START, "customer", {"id": "C1", "kind": "entity"}), *told)
    answer = made.inquiry(START, pack=EAR).ask(QUESTION, "C1")
    assert answer.value is expected
    assert any("counsel" in flag for flag in answer.flags) is (expected is not NO)


@pytest.mark.parametrize(
    ("eccn", "expected"),
    [
        ("4a090.A", YES),
        (" 3A090.b ", YES),
        ("ECCN 3A090.a", YES),
        ("ECCN: 4A090 b", YES),
        ("3A090a", YES),
        ("3A090.a.1", YES),
        ("3A090(a)", YES),
        ("3A090.a / 4A090.a", YES),
        ("EAR99, 3A090.b", YES),
        ("3A090.a or to be determined", YES),
        ("3A090", UNKNOWN),
        ("5A992", UNKNOWN),
        ("5A992.z", UNKNOWN),
        ("4A004.z", UNKNOWN),
        ("unknown", UNKNOWN),
        ("to be determined", UNKNOWN),
        ("z", UNKNOWN),
        ("3A090.tbd", UNKNOWN),
        ("not 3A090.a", UNKNOWN),
        ("EAR99 / tbd", UNKNOWN),
        (" / ", UNKNOWN),
        ("EAR99", NO),
        ("EAR 99", NO),
        ("3A090.c", NO),
        ("5A992.c", NO),
        ("4A994", NO),
    ],
)
def test_the_classification_is_read_as_people_write_it(eccn: str, expected: object) -> None:
    chips = (START, "classification", {"product": "GPU", "eccn": eccn})
    made = world(IN_CHINA, chips, account()).inquiry(START, pack=EAR)
    assert made.ask(QUESTION, "C1").value is expected


def test_of_somebody_without_a_head_office_there_the_destination_is_said_to_be_left_out() -> None:
    made = world(*IN_JAPAN, CHIPS, account()).inquiry(START, pack=EAR)
    assert any("only head offices" in flag for flag in made.ask(QUESTION, "C1").flags)


@pytest.mark.parametrize(
    ("element", "expected"),
    [("weapons_end_use", YES), ("military_intelligence_end_use", YES), ("other", NO)],
)
def test_only_knowledge_of_a_barred_end_use_counts(element: str, expected: object) -> None:
    made = world((START, "knowledge", {"id": "K1", "about": "C1", "of": element}))
    inquiry = made.inquiry(START, pack=EAR)
    assert inquiry.ask(KNOWLEDGE, "C1").value is expected
    assert inquiry.ask(KNOWLEDGE, "C2").value is NO


def test_an_open_red_flag_leaves_knowledge_open() -> None:
    made = world((START, "export_red_flag", {"id": "F1", "customer": "C1"})).inquiry(
        START, pack=EAR
    )
    assert made.ask(KNOWLEDGE, "C1").value is UNKNOWN
