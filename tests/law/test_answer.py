from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Taken


def test_a_verdict_is_printed_as_people_write_it() -> None:
    assert [str(verdict) for verdict in (YES, NO, UNKNOWN)] == ["yes", "no", "unknown"]


def test_a_reading_is_printed_with_its_defect() -> None:
    assert str(Taken("D13", "later", ("literal",))) == "D13: later"


def test_an_answer_names_each_clause_and_fact_once_in_order() -> None:
    answer = Answer(
        YES,
        (
            Reason("C1 is located in VN", ("7.301 us person",), ("fact 2", "fact 1")),
            Reason("so A1 is in scope", ("7.301 account", "7.301 us person"), ("fact 1",)),
        ),
    )
    assert answer.clauses == ("7.301 us person", "7.301 account")
    assert answer.facts == ("fact 2", "fact 1")


def test_an_answer_keeps_its_value_and_takes_over_the_reasons_of_those_it_rests_on() -> None:
    own, below = Reason("own", ("7.302(e)(2)",)), Reason("below", ("7.301 account",))
    taken = Taken("D13", "later")
    one = Answer(NO, (below,), (taken,), ("a flag",))
    other: Answer[str] = Answer(UNKNOWN, (below,), (taken,), ("a flag", "another"))
    whole = Answer(YES, (own,)).resting_on(one, other)
    assert whole == Answer(YES, (own, below), (taken,), ("a flag", "another"))


def test_an_answer_that_rests_on_nothing_else_stays_as_it_is() -> None:
    answer = Answer(YES, (Reason("because"),))
    assert answer.resting_on() == answer
