from knowntenant.facts.types.models import Item
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from knowntenant.training.model import decision_on
from tests.law.toy import TOY, packs
from tests.world import Telling, World, world

__all__ = ["packs"]
DAY, NEXT, LAST = "2028-02-28", "2028-02-29", "2028-03-01"
LARGE = "training.large_model"


def says(item: Item, verdict: str, day: str = DAY) -> Telling:
    return day, "model_evidence", {"model": "M1", "item": item, "verdict": verdict}


def decides(verdict: str, day: str = NEXT, who: str = "officer-7") -> Telling:
    return day, "model_decision", {"model": "M1", "verdict": verdict, "decided_by": who}


CAUGHT = world(says(Item.OTHER_PARAMETERS, "yes"), says(Item.DISINFORMATION, "yes"))
FREE = world(*(says(item, "no") for item in Item))


def flags(told: World, day: str) -> str:
    return "; ".join(told.ask(day, LARGE, "M1").flags)


def test_nothing_told_is_unknown_and_never_a_polite_no(packs: Pack) -> None:
    answer = world().inquiry(DAY, pack=packs).ask(LARGE, "M1")
    assert answer.value is UNKNOWN
    assert answer.flags[0] == (
        "a person decides: nobody has on M1; this is what the evidence comes to"
    )


def test_the_evidence_answers_until_a_person_decides() -> None:
    assert CAUGHT.ask(DAY, LARGE, "M1").value is YES
    assert FREE.ask(DAY, LARGE, "M1").value is NO


def test_a_person_prevails_over_the_evidence_and_the_contradiction_is_shown() -> None:
    told = CAUGHT.also(decides("no"))
    assert told.ask(NEXT, LARGE, "M1").value is NO
    assert flags(told, NEXT) == "the decision on M1 contradicts the evidence: yes"
    agreed = CAUGHT.also(decides("yes"))
    assert agreed.ask(NEXT, LARGE, "M1").value is YES
    assert flags(agreed, NEXT) == ""


def test_an_answer_given_after_the_decision_calls_for_another_look() -> None:
    told = world(decides("no")).also(says(Item.CBRN, "yes", LAST))
    assert flags(told, NEXT) == ""
    assert flags(told, LAST) == "answers about M1 are newer than the decision: look at it again"


def test_what_was_learned_after_the_decision_calls_for_another_look_however_old_it_is() -> None:
    day, kind, keys = says(Item.CBRN, "yes")
    late: Telling = (day, kind, {**keys, "learned": LAST})
    told = world(decides("no"), late)
    assert flags(told, NEXT) == ""
    assert "look at it again" in flags(told, LAST)
    assert "look at it again" not in flags(world(decides("no"), (day, kind, keys)), LAST)


def test_a_new_figure_of_the_model_calls_for_another_look_and_a_repeated_one_does_not() -> None:
    def figures(operations: str, day: str) -> Telling:
        return day, "model", {"id": "M1", "operations": operations, "large": "no"}

    told = world(figures("1e25", DAY), decides("no"))
    assert "look at it again" not in flags(told.also(figures("1e25", LAST)), NEXT)
    again = told.also(figures("2e26", LAST), decides("no", LAST))
    assert "look at it again" not in flags(again, LAST)
    newer: Telling = (LAST, "model", {"id": "M1", "operations": "2e26"})
    assert "look at it again" in flags(told.also(newer), LAST)
    same: Telling = (LAST, "model", {"id": "M1", "operations": "1e25"})
    assert "look at it again" not in flags(told.also(same), LAST)


def test_the_decision_told_last_counts_wherever_it_was_told() -> None:
    told = world(decides("no", DAY), (NEXT, "model", {"id": "M1", "large": "yes"}))
    assert told.ask(DAY, LARGE, "M1").value is NO
    assert told.ask(NEXT, LARGE, "M1").value is YES
    assert told.also(decides("no", LAST)).ask(LAST, LARGE, "M1").value is NO


def test_of_two_decisions_of_one_day_the_later_hour_counts() -> None:
    for first, second, expected in (("15", "14", YES), ("14", "15", NO)):
        told = world(
            (f"{NEXT}T{first}:00:00Z", "model", {"id": "M1", "large": "yes"}),
            (f"{NEXT}T{second}:00:00Z", "model_decision", {"model": "M1", "verdict": "no"}),
        )
        found = decision_on(told.inquiry(NEXT), "M1")
        assert found is not None
        assert found.verdict is expected


def test_a_decision_that_was_taken_back_is_none() -> None:
    told = world(
        (DAY, "model", {"id": "M1", "large": "yes"}), (NEXT, "model", {"id": "M1", "large": "none"})
    )
    assert told.ask(DAY, LARGE, "M1").value is YES
    assert told.ask(NEXT, LARGE, "M1").value is UNKNOWN


def test_a_model_told_of_without_a_verdict_is_not_decided() -> None:
    told = world((DAY, "model", {"id": "M1"}), (DAY, "model_decision", {"model": "M1"}))
    assert decision_on(told.inquiry(DAY), "M1") is None


def test_a_decision_that_leaves_it_open_gives_the_word_back_to_the_evidence() -> None:
    told = CAUGHT.also(decides("unknown"))
    assert told.ask(NEXT, LARGE, "M1").value is YES
    assert "a person decides: M1 was left open" in flags(told, NEXT)


# --- A published rule, which only the made-up pack has


def over(operations: str) -> Telling:
    return DAY, "model", {"id": "M1", "operations": operations}


def test_a_published_test_decides_whatever_a_person_says() -> None:
    told = FREE.also(over("4001"))
    assert told.inquiry(DAY, pack=TOY).ask(LARGE, "M1").value is YES
    answer = told.also(decides("no")).inquiry(NEXT, pack=TOY).ask(LARGE, "M1")
    assert answer.value is YES
    assert "a published test is met, so M1 counts as one whatever was decided" in answer.flags
    assert "7.308(b)(2)" in answer.clauses


def test_a_published_test_that_is_not_met_leaves_the_other_way_open() -> None:
    assert FREE.also(over("4000")).inquiry(DAY, pack=TOY).ask(LARGE, "M1").value is NO
    assert CAUGHT.also(over("4000")).inquiry(DAY, pack=TOY).ask(LARGE, "M1").value is YES
    assert FREE.inquiry(DAY, pack=TOY).ask(LARGE, "M1").value is UNKNOWN


def test_thresholds_that_nobody_published_never_decide() -> None:
    told = FREE.also((DAY, "model", {"id": "M1", "operations": "1e30", "biological": "yes"}))
    assert told.ask(DAY, LARGE, "M1").value is NO


# --- Modality


def test_a_modality_of_note_is_pointed_out_and_others_are_not() -> None:
    told = world((DAY, "model", {"id": "M1", "modality": ["text", "text-to-image"]}))
    found = [flag for flag in told.ask(DAY, LARGE, "M1").flags if flag.startswith("text")]
    assert len(found) == 1
    assert found[0].startswith("text_to_image: ")
