from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.declaration import fact_types
from knowntenant.facts.reading import read_values
from knowntenant.imports.cells import BLANK, BLANK_WORDS, Bad, Guessed, cell_reader
from knowntenant.imports.mapping import Mapped
from knowntenant.imports.moments import Clock
from knowntenant.imports.parts import Column
from knowntenant.imports.signs import has_odd_signs
from knowntenant.imports.tables import TABLES
from knowntenant.law.kinds import DAY, ID, MOMENT, ListOf, Shape

FIELDS = [(fact.name, name) for fact in fact_types().values() for name in fact.fields]
EXAMPLES = [
    "深圳云雀有限公司", "محمد", "Nguyễn Bình", "VN", "Crimea", "Grmany", "yes", "No",
    "unknown", "none", "25", "24.99 %", "100/3", "1/0", "101", "203.0.113.9", "2001:db8::1",
    "300.1.1.1", "2028-02-29", "2027-02-30", "2027-03-01T09:30:00Z", "individual", "Entity",
    "opened", "card", "use", "low", "4111 1111 1111 1111", "5500-0000-0000-0004",
    "378282246310005", "+84 24 5550 1234", " C1 ", "7.300", "1e26", "1,000", "passed", "full",
    "no_cip", "no cip", "Wulandari",
]  # fmt: skip


def column_of(fact: str, name: str) -> Column:
    declared = fact_types()[fact].fields[name]
    return Column(
        name,
        declared.kind,
        declared.meaning,
        declared.sensitivity,
        declared.refers_to,
        (),
        needed=False,
    )


def as_the_registry_reads(fact: str, name: str, text: str) -> tuple[object, bool]:
    """The slow obvious twin: one row, one key, read by the registry's own reader."""
    values, problems = read_values(fact_types()[fact], {name: text}, "row 2")
    return values.get(name), any(
        f"'{name}'" in problem.what for problem in problems if name not in values
    )


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_cell_is_read_as_the_registry_reads_values(text: str) -> None:
    for fact, name in FIELDS:
        read = cell_reader("-", column_of(fact, name), Mapped())(text)
        value, bad = as_the_registry_reads(fact, name, text)
        assert bad is (isinstance(read, Bad) or read is BLANK), (fact, name)
        assert bad or read == value, (fact, name)


PLAIN_TEXT = st.text(min_size=1, max_size=30).filter(
    lambda text: text.strip() and not set(text) & set(";|\x1f")
)


@given(st.sampled_from(FIELDS), PLAIN_TEXT)
def test_any_cell_is_read_as_the_registry_reads_values(field: tuple[str, str], text: str) -> None:
    fact, name = field
    column = column_of(fact, name)
    read = cell_reader("-", column, Mapped())(text)
    if has_odd_signs(text):
        assert isinstance(read, Bad)
        return
    if read is BLANK or column.kind in (DAY, MOMENT):
        return
    value, bad = as_the_registry_reads(fact, name, text)
    assert isinstance(read, Bad) is bad
    assert bad or read == value


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_any_day_is_read_as_the_registry_reads_it(day: date) -> None:
    read = cell_reader("-", column_of("evidence", "expires"), Mapped())
    assert read(day.isoformat()) == day
    assert read((day + timedelta()).isoformat()) == day


@pytest.mark.parametrize("word", sorted(BLANK_WORDS))
def test_words_for_no_answer_are_no_answer(word: str) -> None:
    assert cell_reader("customers", TABLES["customers"].columns["phone"], Mapped())(word) is BLANK


def test_namibia_is_a_place_and_no_missing_answer() -> None:
    read = cell_reader("customers", TABLES["customers"].columns["located"], Mapped())
    assert str(read("NA")) == "Namibia"
    assert read("unknown") is BLANK


def test_a_word_of_other_systems_is_taken_for_ours_and_marked() -> None:
    read = cell_reader("customers", TABLES["customers"].columns["kind"], Mapped())
    assert read("Privatperson") == Guessed("individual", "individual")


def test_a_word_of_the_mapping_is_no_guess() -> None:
    mapped = Mapped(values={("customers", "kind"): {"privatperson": "entity"}})
    assert (
        cell_reader("customers", TABLES["customers"].columns["kind"], mapped)("Privatperson")
        == "entity"
    )


def test_a_list_is_divided_by_semicolons_and_bars() -> None:
    read = cell_reader("customers", TABLES["customers"].columns["citizen"], Mapped())
    assert [place.code for place in read("VN; US|DE")] == ["VN", "US", "DE"]  # type: ignore[attr-defined]  # read as places


@pytest.mark.parametrize(
    ("table", "column", "text", "remedy"),
    [
        ("owners", "percent", "24,99", "24.99"),
        ("customers", "kind", "xyzzy", "individual"),
        ("evidence", "expires", "2027-02-30", "2028-02-29"),
        ("payments", "token", "4111111111111111", "last four"),
        ("access", "ip", "300.1.1.1", "203.0.113.9"),
        ("accounts", "opened_on", "31.12.27", "Correct it"),
    ],
)
def test_every_cell_that_cannot_be_read_has_a_remedy(
    table: str, column: str, text: str, remedy: str
) -> None:
    bad = cell_reader(table, TABLES[table].columns[column], Mapped())(text)
    assert isinstance(bad, Bad)
    assert remedy in bad.remedy


def test_an_id_may_be_a_long_number() -> None:
    assert cell_reader("customers", TABLES["customers"].columns["id"], Mapped())("4111111111111111")
    assert TABLES["customers"].columns["id"].kind is ID


def test_a_shape_is_no_column() -> None:
    plain = column_of("access", "ip")
    column = replace(plain, kind=ListOf(Shape("pair", {})))
    with pytest.raises(TypeError, match="no column holds"):
        cell_reader("-", column, Mapped())


def test_the_clock_of_the_mapping_reads_the_times() -> None:
    mapped = Mapped(clock=Clock(ZoneInfo("Asia/Tokyo")))
    read = cell_reader("access", TABLES["access"].columns["at"], mapped)
    assert str(read("2027-03-01 09:00")) == "2027-03-01 09:00:00+09:00"


def test_parts_of_a_list_are_told_apart_by_its_mark_and_a_text_shows_it_as_a_semicolon() -> None:
    citizen = cell_reader("customers", TABLES["customers"].columns["citizen"], Mapped())
    assert [place.code for place in citizen("VN\x1fDE")] == ["VN", "DE"]  # type: ignore[attr-defined]  # the column holds places
    name = cell_reader("customers", TABLES["customers"].columns["name"], Mapped())
    assert name("深圳\x1fمحمد") == "深圳; محمد"
    assert name("two\r\nlines\tand a tab") == "two\r\nlines\tand a tab"
