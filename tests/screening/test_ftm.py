import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening import ftm
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, NameKind


def test_every_property_is_used_or_known_to_be_unused_and_never_both() -> None:
    assert not ftm.USED & ftm.UNUSED
    assert set(ftm.WRITTEN) == set(IdKind)


def test_parts_make_a_name_where_none_is_given_as_a_whole() -> None:
    given_parts = {"firstName": ("Bình",), "fatherName": ("Văn",), "lastName": ("Nguyễn", "阮")}
    assert ftm.combined(given_parts) == ["Bình Văn Nguyễn", "Bình Văn 阮"]
    party = ftm.party_of("q", Kind.PERSON, given_parts)
    assert (party.name, party.aliases) == ("Bình Văn Nguyễn", ("Bình Văn 阮",))
    whole = ftm.party_of("q", Kind.PERSON, given_parts | {"name": ("阮文平",), "alias": ("B",)})
    assert (whole.name, whole.aliases) == ("阮文平", ("B",))


def test_too_many_parts_end_soon() -> None:
    many = tuple(f"n{number}" for number in range(1000))
    made = ftm.combined({"firstName": many, "secondName": many, "lastName": ("x",) * 10**5})
    assert len(made) == ftm.MOST_COMBINED + 1
    assert ftm.combined({}) == []


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((), ""),
        (("1964-02-29T00:00:00", "1964"), "1964-02-29"),
        (("1963-02-29",), None),
        (("1964", "1965"), None),
        (("29.02.1964",), None),
        (("1964-13",), None),
    ],
)
def test_birth_dates_that_agree_give_the_most_precise(
    texts: tuple[str, ...], found: str | None
) -> None:
    assert ftm.birth_date(texts) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [("Russia", "ru"), ("VN", "vn"), ("UA-43", "ua"), ("Atlantis", ""), ("", "")],
)
def test_countries_are_read_by_code_or_name(text: str, code: str) -> None:
    assert ftm.country_code(text) == code


def test_an_aeroplane_registers_its_tail_number() -> None:
    (found,) = ftm.identifiers_of({"registrationNumber": ("EP-GOM",)}, Kind.AIRPLANE)
    assert found == Identifier(IdKind.TAIL_NUMBER, "EP-GOM")
    (found,) = ftm.identifiers_of({"registrationNumber": ("7",)}, Kind.ORGANIZATION)
    assert found.kind is IdKind.REGISTRATION


@given(
    st.sampled_from(list(Kind)),
    st.lists(st.builds(ListedName, st.text(min_size=1, max_size=5).filter(str.strip),
                       st.sampled_from([NameKind.PRIMARY, NameKind.ALIAS, NameKind.WEAK])),
             max_size=3),
    st.sampled_from([(), ("1964-02-29",), ("1961", "1962-03")]),
    st.lists(st.sampled_from([kind for kind in IdKind if kind is not IdKind.TAIL_NUMBER]),
             max_size=3, unique=True),
)  # fmt: skip
def test_an_entry_comes_back_from_its_properties(
    kind: Kind, names: list[ListedName], born: tuple[str, ...], ids: list[IdKind]
) -> None:
    if kind is Kind.AIRPLANE:
        ids = [one for one in ids if one is not IdKind.REGISTRATION]
    numbers = tuple(Identifier(one, f"{one} 1") for one in ids)
    entry = Entry("sdn:1", "sdn", kind, tuple(names), born, ("vn",), ("A 1",), numbers, ("SDGT",))
    written = {name: tuple(values) for name, values in ftm.properties_of(entry).items()}
    back = ftm.entry_of("sdn:1", "sdn", kind, written)
    assert set(back.names) == set(entry.names)
    assert (back.birth_dates, back.countries, back.addresses) == (born, ("vn",), ("A 1",))
    assert set(back.identifiers) == set(numbers)
    assert back.programmes == ("SDGT",)


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("~1964", ["1964"]),
        ("1960/1962", ["1960", "1961", "1962"]),
        ("1900/1999", ["1900", "1999"]),
        ("?/1962", ["?", "1962"]),
    ],
)
def test_what_followthemoney_cannot_say_is_said_as_near_as_it_can(
    told: str, written: list[str]
) -> None:
    entry = Entry("sdn:1", "sdn", Kind.PERSON, (), (told,))
    assert ftm.properties_of(entry) == {"birthDate": written}
