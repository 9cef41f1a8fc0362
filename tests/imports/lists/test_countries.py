import pytest

from knowntenant.facts.places import PLACES
from knowntenant.imports.lists.countries import country_code, country_codes
from knowntenant.imports.lists.demonyms import DEMONYMS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NO", "no"),
        ("VNM", "vn"),
        ("Viet Nam", "vn"),
        ("Iran (Islamic Republic of)", "ir"),
        ("Burma", "mm"),
        ("Afghan", "af"),
        ("UA-43", "ua"),
        ("Crimea", "ua"),
        ("Hong Kong", "hk"),
        ("Georgia", "ge"),
        ("中国香港", "hk"),
        ("Congolese", ""),
        ("USSR", ""),
        ("Springfield", ""),
        ("", ""),
    ],
)
def test_a_country_goes_by_code_name_or_people(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("text", "codes", "unknown"),
    [
        ("1) Qatar 2) Kuwait", ("qa", "kw"), 0),
        ("(a) Malaysia (b) Indonesia", ("my", "id"), 0),
        ("Qatar; Kuwait", ("qa", "kw"), 0),
        ("Syrian, Turkish", ("sy", "tr"), 0),
        ("DRC and Belgian nationalities", ("cd", "be"), 0),
        ("Bosnia and Herzegovina", ("ba",), 0),
        ("Korea, North", ("kp",), 0),
        ("Afghanistan (since 2009)", ("af",), 0),
        ("In Syria as at June 2013", ("sy",), 0),
        ("Possibly Ethiopian", ("et",), 0),
        ("Qatar / Atlantis", ("qa",), 1),
        ("(1) Russian (2) USSR (until 1991)", ("ru",), 1),
        ("Qatar " * 100, (), 1),
    ],
)
def test_a_cell_may_name_several(text: str, codes: tuple[str, ...], unknown: int) -> None:
    found, rest = country_codes(text)
    assert (found, len(rest)) == (codes, unknown)


def test_every_people_has_a_country_of_the_table() -> None:
    assert {code.upper() for code in DEMONYMS.values()} <= set(PLACES)
    assert len(DEMONYMS) > 150
