"""Since when provider or reseller knew of a covered transaction (D34)."""

from tests.training.lived import BOUGHT, DAY, KNOWN, abroad, deal, knows, model, said
from tests.world import world

DECLARED = {"D34": "declared-only"}
LATE = world(abroad("B"), model(learned="2027-05-20"), deal(learned="2027-05-12"))


def test_facts_that_show_it_are_knowledge_from_the_day_all_of_them_were_learned() -> None:
    assert said(LATE, "2027-05-19", KNOWN) == "None"
    assert said(LATE, "2027-06-01", KNOWN) == "2027-05-20"
    answer = LATE.ask("2027-06-01", KNOWN, "T1")
    assert "7.308(a)(1)" in answer.clauses
    assert str(answer.readings[0]) == "D34: facts-on-their-face"


def test_facts_learned_ahead_of_their_day_are_knowledge_from_that_day() -> None:
    made = world(abroad("B"), deal(learned="2027-04-01"), model(learned="2027-04-01"))
    assert said(made, "2027-06-01", KNOWN) == "2027-05-01"


def test_an_entry_may_come_first() -> None:
    assert said(LATE.also(knows("2027-05-13")), "2027-06-01", KNOWN) == "2027-05-13"
    assert said(LATE.also(knows("2027-05-25")), "2027-06-01", KNOWN) == "2027-05-20"


def test_by_the_other_reading_only_an_entry_counts_and_what_the_facts_show_is_flagged() -> None:
    answer = LATE.inquiry("2027-06-01", readings=DECLARED).ask(KNOWN, "T1")
    assert (answer.value, answer.flags) == (
        None,
        ("possible imputed knowledge: the facts show that T1 is covered",),
    )
    made = LATE.also(knows("2027-05-25"))
    known = made.inquiry("2027-06-01", readings=DECLARED).ask(KNOWN, "T1")
    assert (str(known.value), known.flags) == ("2027-05-25", ())


def test_the_reseller_knew_when_it_knew_and_the_provider_when_it_learned_of_that() -> None:
    made = world(knows("2027-05-03", by="reseller", learned="2027-05-09"))
    answer = made.ask("2027-06-01", KNOWN, "T1")
    assert str(answer.value) == "2027-05-03"
    told = "the provider since 2027-05-09, the reseller since 2027-05-03"
    assert answer.because[0].text.endswith(told)


def test_knowledge_of_something_else_or_of_a_later_day_is_none() -> None:
    other = world(knows("2027-05-03", of="increased_risk"))
    assert said(other, "2027-06-01", KNOWN) == "None"
    made = world(knows("2027-05-03", learned="2027-05-09"))
    inquiry = made.inquiry("2027-06-01")
    assert inquiry.on(inquiry.day.replace(month=5, day=8)).ask(KNOWN, "T1").value is None


def test_correcting_the_words_of_an_entry_does_not_move_its_day() -> None:
    made = world(
        knows("2027-05-03", label="k"),
        knows("2027-05-03", learned="2027-05-30", corrects="k", note="letter 7"),
    )
    assert said(made, "2027-06-01", KNOWN) == "2027-05-03"


def test_a_transaction_bought_with_eyes_open_is_known_at_once() -> None:
    assert said(BOUGHT, DAY, KNOWN) == DAY


def test_while_it_is_open_whether_it_is_covered_a_person_is_asked_if_that_is_knowledge() -> None:
    flag = "possible imputed knowledge: whether T1 is covered is open"
    assert world(deal()).ask(DAY, KNOWN, "T1").flags == (flag,)
    assert world(deal(), knows(DAY)).ask(DAY, KNOWN, "T1").flags == ()
