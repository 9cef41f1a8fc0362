from knowntenant.documents.forms import example_of, form_in_words, kinds_in
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, Shape
from knowntenant.persons.status import STATUS

ROW = Shape("row", {"status": STATUS, "days": ListOf(DAY)})


def test_a_form_is_said_in_words_with_all_of_its_words() -> None:
    assert form_in_words(YES_NO) == "yes/no"
    assert form_in_words(ListOf(ROW)) == (
        "list of row, a mapping with "
        "`status`: status (`us_person`, `foreign_person`); `days`: list of day"
    )


def test_an_example_is_a_value_as_written() -> None:
    assert example_of(STATUS) == "us_person"
    assert example_of(ListOf(ID)) == "[C1]"
    assert example_of(ListOf(ROW)) == "[{...}]"


def test_every_kind_in_a_form_is_found() -> None:
    assert kinds_in(ListOf(ROW)) == (STATUS, DAY)
    assert kinds_in(TEXT) == (TEXT,)
