from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from knowntenant.law.answer import Reason, Taken
from knowntenant.law.deadline import AtLeastYearsAfter, NoneInText, WithinDays
from knowntenant.law.law import Law, Silent
from knowntenant.law.loading import load_from
from tests.law.made import make
from tests.law.toy import NPRM, TOY

DAY = date(2028, 2, 29)


@pytest.fixture
def law(tmp_path: Path) -> Law:
    return Law(load_from(make(tmp_path)))


def test_the_law_counts_days_in_the_zone_of_its_pack(law: Law) -> None:
    assert law.zone is law.pack.zone


def test_the_reading_taken_is_the_packs_unless_another_is_chosen(law: Law) -> None:
    assert law.reading("D1") == Taken("D1", "wide", ("narrow",))
    assert Law(law.pack, {"D1": "narrow"}).reading("D1") == Taken("D1", "narrow", ("wide",))


def test_a_number_is_that_of_the_day(law: Law) -> None:
    assert law.number("share", DAY) == Fraction(100, 3)


def test_a_day_before_the_pack_begins_is_judged_by_its_first_numbers(law: Law) -> None:
    assert law.number("share", date(1999, 1, 1)) == law.number("share", law.pack.starts)


def test_the_law_is_silent_on_days_on_which_a_number_has_no_value(law: Law) -> None:
    with pytest.raises(Silent, match="pack made has no value of 'share' on 2030-01-01"):
        law.number("share", date(2030, 1, 1))


def test_a_deadline_is_given_with_the_mechanism_that_was_expected(law: Law) -> None:
    assert law.deadline("due", WithinDays).count == 10
    assert (law.is_policy("due"), law.is_policy("target")) == (False, True)
    assert law.deadline("target", NoneInText).target_days == 5


def test_the_law_is_silent_on_what_it_does_not_have_and_names_the_nearest(law: Law) -> None:
    with pytest.raises(Silent, match=r"pack made has no reading 'D2'\. Did you mean 'D1'\?"):
        law.reading("D2")
    with pytest.raises(Silent, match=r"no parameter 'shares'\. Did you mean 'share'\?"):
        law.number("shares", DAY)
    with pytest.raises(Silent, match=r"pack made has no deadline 'due \(AtLeastYearsAfter\)'"):
        law.deadline("due", AtLeastYearsAfter)
    with pytest.raises(Silent, match="pack made has no deadline"):
        law.deadline("duo", WithinDays)


def test_data_elements_are_those_of_the_kind_of_person_and_of_what_they_are_asked_per(
    law: Law,
) -> None:
    assert [e.name for e in law.elements("individual", "person")] == ["phone"]
    assert [e.name for e in law.elements("entity", "account")] == ["place"]
    assert law.elements("individual", "account") == ()


def test_a_word_list_has_a_row_or_none(law: Law) -> None:
    found = law.entry("kinds", "vps")
    assert found is not None
    assert (found.answer, found.clause, found.note) == ("yes", "7.9(a)", "")
    assert law.entry("kinds", "深圳") is None
    assert law.entry("colours", "vps") is None


def test_a_decision_cites_its_clauses_or_that_of_one_part_of_its_answer(law: Law) -> None:
    assert law.cite("made.due") == ("7.9(a)",)
    assert law.cite("made.state", "first") == ("7.9(a)",)
    assert law.cite("made.state", "second") == ("7.9(a)",)
    assert law.cite("made.other") == ()


def test_a_reason_rests_on_the_clauses_of_its_decision(law: Law) -> None:
    assert law.reason("made.due", "it is due", ("fact 1",)) == Reason(
        "it is due", ("7.9(a)",), ("fact 1",)
    )


def test_a_pack_has_a_clause_if_it_has_one_beneath_it(law: Law) -> None:
    assert law.pack.contains("7.9")
    assert law.pack.contains("§ 7.9(c)")
    assert not law.pack.contains("7.9(d)")


def test_a_clause_is_shown_under_its_old_number_or_the_new_one(law: Law) -> None:
    new = {"D25": "new-numbers"}
    assert Law(NPRM).label("7.302(a)") == "7.302(a)"
    assert Law(NPRM, new).label("7.302(a)") == "791.302(a)"
    assert Law(TOY, new).label("7.302(a)") == "77.302(a)"
    assert Law(NPRM, new).label("preamble: compliance period") == "preamble: compliance period"
    assert law.label("7.302(a)") == "7.302(a)"  # a pack without another number
