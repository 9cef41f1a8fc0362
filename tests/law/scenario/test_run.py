from knowntenant.law.scenario.run import Run, run
from tests.law.scenario.made import PACK, MadeVocabulary, scenario

FACT = "facts: [{happened: 2027-01-05, account: {id: A1}}]\n"


def ran(text: str, vocabulary: MadeVocabulary | None = None) -> Run:
    read, reader = scenario("scenario: x\n" + text)
    assert reader.problems == []
    return run(read, PACK, vocabulary or MadeVocabulary())


def question(text: str) -> str:
    return f"{FACT}then: [{{as_of: 2027-03-01, {text}}}]\n"


def test_a_scenario_holds_when_every_answer_meets_every_check() -> None:
    found = ran(question("ask: made.day, of: A1, expect: 2027-03-11, citing: 7.303, reading: D13"))
    assert found.held
    assert found.outcomes[0].held
    assert found.problems == ()


def test_what_failed_comes_with_the_answer_and_its_reasons() -> None:
    found = ran(question("ask: made.day, of: A1, expect: 2027-03-12, flags: policy"))
    (outcome,) = found.outcomes
    assert not found.held
    assert [missed.check for missed in outcome.missed] == ["expect", "flags"]
    assert outcome.answer is not None
    assert outcome.answer.because[0].text == "counted"


def test_a_silent_pack_is_a_failed_expectation_with_its_message() -> None:
    found = ran(question("ask: made.silent, expect: none"))
    (outcome,) = found.outcomes
    assert outcome.answer is None
    assert outcome.missed[0].got == "pack toy has no deadline 'x'."
    assert outcome.missed[0].expected == "an answer of made.silent"


def test_chosen_readings_reach_the_law() -> None:
    vocabulary = MadeVocabulary()
    ran(
        "given: {readings: {d13: Literal}}\n" + question("ask: made.words, lacks: phone"),
        vocabulary,
    )
    assert vocabulary.law[0].chosen == {"D13": "literal"}


def test_nothing_is_judged_while_anything_is_wrong() -> None:
    vocabulary = MadeVocabulary()
    found = ran(
        "clause: 7.399\ngiven: {readings: {D13: latter}}\n"
        + question("ask: made.dya, expect: 3")
        + "  \n",
        vocabulary,
    )
    assert not found.held
    assert found.outcomes == ()
    assert vocabulary.made.asked == []
    assert [problem.what.split()[0] for problem in found.problems] == ["pack", "reading", "there"]


def test_subjects_are_not_judged_while_a_fact_is_untold() -> None:
    asked = "{as_of: 2027-03-01, ask: made.day, of: A9, expect: none}"
    read, _ = scenario(f"scenario: x\nfacts: [{{happened: 2027-01-05}}]\nthen: [{asked}]\n")
    assert run(read, PACK, MadeVocabulary()).problems == ()
