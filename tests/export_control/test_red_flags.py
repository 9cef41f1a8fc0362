"""Red flags of diversion, and the duty to inquire."""

from knowntenant.law.answer import NO, YES
from knowntenant.law.loading import load_pack
from tests.world import START, Telling, world

EAR = load_pack("ear-cloud")
FLAGS, INQUIRE = "export_control.red_flags", "export_control.duty_to_inquire"


def flag(id_: str, **keys: str) -> Telling:
    return START, "export_red_flag", {"id": id_, "customer": "C1", **keys}


def test_every_sign_of_the_pack_has_a_question_and_cites_the_guidance() -> None:
    told = [flag(f"F{n}", kind=kind) for n, kind in enumerate(EAR.lists["diversion_red_flags"])]
    answer = world(*told).inquiry(START, pack=EAR).ask(FLAGS, "C1")
    assert isinstance(answer.value, tuple)
    assert len(answer.value) == 8
    assert [row for row in answer.value if row["ask"] == "what explains it"] == []
    assert answer.clauses == ("diversion guidance 2025-05-13: red flags",)
    assert answer.flags == ()


def test_a_sign_without_a_kind_is_kept_and_flagged() -> None:
    answer = world(flag("F1")).inquiry(START, pack=EAR).ask(FLAGS, "C1")
    assert answer.value == (
        {"id": "F1", "kind": "not_stated", "resolved": NO, "ask": "what explains it"},
    )
    assert answer.flags == ("red flag F1 is of a kind that the pack does not list",)


def test_a_flag_is_open_until_somebody_says_that_it_is_resolved() -> None:
    made = world(flag("F1", resolved="unknown"), flag("F2", resolved="yes"), flag("F3"))
    answer = made.inquiry(START, pack=EAR).ask(INQUIRE, "C1")
    assert answer.value is YES
    assert [text for text in answer.flags if "imputed" in text] == [
        "possible imputed knowledge: red flag F1 is not resolved",
        "possible imputed knowledge: red flag F3 is not resolved",
    ]
    assert world(flag("F2", resolved="yes")).inquiry(START, pack=EAR).ask(INQUIRE, "C1").value is NO


def test_another_customers_flags_do_not_count() -> None:
    made = world(flag("F1", customer="C2")).inquiry(START, pack=EAR)
    assert made.ask(INQUIRE, "C1").value is NO
