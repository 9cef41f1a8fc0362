"""The three states of a measure, against a twin that lives through its days one by one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import UNKNOWN
from knowntenant.law.deadline import LastsDaysInclusive, NotBeforeDays
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import counted
from tests.law.toy import both
from tests.world import Telling, world

STATE, BINDING, ENDS = "measures.state", "measures.binding_from", "measures.ends_on"
READINGS = st.sampled_from(["three-states", "binding-at-once"])
ISSUED = date(2027, 2, 20)  # so that terms run over a leap day
NOTICES = st.lists(st.tuples(st.integers(0, 900), st.none() | st.integers(0, 900)), max_size=4)


def lived(pack: Pack, choice: str, notices: list[tuple[int, int | None]], day: int) -> object:
    """Walk from the issue to a day, reading the newspaper every evening."""
    law = Law(pack)
    left = law.deadline("measure_life", LastsDaysInclusive).days - 1  # the issue's day is day 1
    waiting = law.deadline("measure_earliest_duty", NotBeforeDays).days
    open_end = False
    for evening in range(day + 1):
        for published, until in sorted(notices, key=lambda one: (one[0], one[1] or 10_000)):
            if published == evening and (open_end or evening <= left):
                open_end = open_end or until is None
                left = left if open_end or until is None else max(left, until)
    if day > left:
        return UNKNOWN if open_end else "expired"
    binding = choice == "binding-at-once" or day >= waiting
    return "binding" if binding else "advisory"


@both
@given(notices=NOTICES, day=st.integers(0, 950), choice=READINGS)
def test_a_measure_stands_as_whoever_lives_through_its_days_sees_it(
    pack: Pack, notices: list[tuple[int, int | None]], day: int, choice: str
) -> None:
    told: list[Telling] = [(str(ISSUED), "order", {"id": "O1", "jurisdiction": "IR"})]
    for published, until in notices:
        keys = {"order": "O1"} if until is None else {
            "order": "O1", "until": str(counted(ISSUED, until)),
        }  # fmt: skip
        told.append((str(counted(ISSUED, published)), "extension", keys))
    inquiry = world(*told).inquiry(counted(ISSUED, day), pack=pack, readings={"D4": choice})
    assert inquiry.ask(STATE, "O1").value == lived(pack, choice, notices, day)


@both
@given(notices=NOTICES, day=st.integers(0, 950), choice=READINGS)
def test_state_binding_day_and_end_never_contradict_each_other(
    pack: Pack, notices: list[tuple[int, int | None]], day: int, choice: str
) -> None:
    told: list[Telling] = [(str(ISSUED), "order", {"id": "O1", "person": "P1"})]
    told += [
        (str(counted(ISSUED, published)), "extension", {"order": "O1", "until": "2029-06-30"})
        for published, _ in notices
    ]
    inquiry = world(*told).inquiry(counted(ISSUED, day), pack=pack, readings={"D4": choice})
    stands, first, last = (inquiry.ask(name, "O1").value for name in (STATE, BINDING, ENDS))
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert (stands == "expired") == (inquiry.day > last)
    assert (stands == "binding") == (first <= inquiry.day <= last)


ORDER: Telling = ("2027-01-10", "order", {"id": "O1", "jurisdiction": "IR"})


def test_before_its_issue_there_is_nothing() -> None:
    for question in (STATE, BINDING, ENDS):
        answer = world(ORDER).ask("2027-01-09", question, "O1")
        assert answer.value is None
        assert answer.because[0].text == "no determination O1 has been issued"


def test_the_words_say_from_when_and_until_when() -> None:
    made = world(ORDER)
    told = [made.ask(day, STATE, "O1").because[0] for day in ("2027-01-10", "2027-07-09")]
    assert told[0].text == "O1 asks nothing of a provider until 2027-07-09"
    assert told[0].clauses == ("7.307(a)(6)",)
    assert told[1].clauses == ("7.307(a)(4) s.2",)
    over = made.ask("2028-01-10", STATE, "O1").because[0]
    assert (over.text, over.clauses) == ("O1 ended on 2028-01-09", ("7.307(a)(5)",))
    assert over.facts == ("fact 1",)


def test_a_measure_lifted_within_an_extension_of_open_length_ends_all_the_same() -> None:
    made = world(
        ORDER,
        ("2027-12-01", "extension", {"order": "O1"}),
        ("2028-03-01", "order", {"id": "O1", "revoked_on": "2028-03-01"}),
    )
    assert made.ask("2028-02-29", STATE, "O1").value is UNKNOWN
    assert made.ask("2028-03-01", STATE, "O1").value == "expired"
    # Whether it still lasted when it was lifted stays open.
    assert made.ask("2028-03-01", ENDS, "O1").value is UNKNOWN
    before = world(
        ORDER,
        ("2027-12-01", "extension", {"order": "O1"}),
        ("2027-12-05", "order", {"id": "O1", "revoked_on": "2028-01-01"}),
    )
    assert before.ask("2027-12-05", ENDS, "O1").value == date(2027, 12, 31)


@pytest.mark.parametrize(("field", "words"), [("written", "in writing"), ("unclassified", "uncl")])
def test_a_fault_of_form_is_flagged_and_does_not_end_the_measure(field: str, words: str) -> None:
    made = world(("2027-01-10", "order", {"id": "O1", "jurisdiction": "IR", field: "no"}))
    answer = made.ask("2027-01-10", STATE, "O1")
    assert answer.value == "advisory"
    assert words in answer.flags[0]


def test_a_measure_lifted_before_anybody_had_to_act_binds_from_no_day() -> None:
    made = world(ORDER, ("2027-07-01", "order", {"id": "O1", "revoked_on": "2027-07-09"}))
    answer = made.ask("2027-07-01", BINDING, "O1")
    assert answer.value is None
    assert answer.because[0].text == "O1 ended on 2027-07-08, before any provider had to act"
    one_day = world(ORDER, ("2027-07-01", "order", {"id": "O1", "revoked_on": "2027-07-10"}))
    assert one_day.ask("2027-07-01", BINDING, "O1").value == date(2027, 7, 9)
