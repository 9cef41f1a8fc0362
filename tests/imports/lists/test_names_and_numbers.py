import pytest

from knowntenant.imports.lists.documents import numbers, told
from knowntenant.imports.lists.scripts import script_of
from knowntenant.imports.lists.spellings import spellings
from knowntenant.screening.entry import Identifier, IdKind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A B; C D", ("A B", "C D")),
        ("a) Ana b) Bea", ("Ana", "Bea")),
        ("Li Wei (李伟)", ("李伟", "Li Wei")),
        ("Lom Butayev (Butaev)", ("Lom Butayev", "Lom Butayev (Butaev)")),
        ("Ana (who was seen there in 2010)", ("Ana",)),
        ("Acme (Holdings) Ltd", ("Acme Ltd", "Acme (Holdings) Ltd")),
        ("Ana, (アナ),", ("アナ", "Ana")),
        ("", ()),
        (" ; ", ()),
    ],
)
def test_a_cell_of_names_is_taken_apart(text: str, names: tuple[str, ...]) -> None:
    assert spellings(text) == names


def test_a_single_name_may_hold_a_semicolon() -> None:
    assert spellings("Beispiel; Söhne", several=False) == ("Beispiel; Söhne",)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Nguyễn", ""),
        ("深圳", "Hani"),
        ("さくら会", "Jpan"),
        ("محمد", "Arab"),
        ("Мустер", "Cyrl"),
        ("김", "Hang"),
        ("Acme محمد مثال", "Arab"),
        ("2030 – №", ""),  # noqa: RUF001 - the dash is the case
        ("", ""),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "(1) A123456 (Afghan). Issued on 3 May 2010 (2) Passport no. 7654321",
            [("A123456", "af"), ("7654321", "")],
        ),
        (
            "a) Saudi Arabia 2135314355 b) Saudi Arabia 202112421",
            [
                ("2135314355", "sa"),
                ("202112421", "sa"),
            ],
        ),
        ("CAR Diplomatic Passport No D00000897 issued 5 April 2013", [("D00000897", "cf")]),
        ("Pakistani national ID no.54201-247561-5", [("54201-247561-5", "pk")]),
        ("Italian Fiscal Code: DAXMMD74T11Z352Z", [("DAXMMD74T11Z352Z", "it")]),
        ("issued in 1993, under name Somebody", []),
        ("Uganda Passport.", []),
        ("", []),
    ],
)
def test_numbers_are_read_out_of_the_sentences_of_documents(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(n.value, n.country) for n in numbers(IdKind.PASSPORT, text)] == found


def test_the_country_of_another_field_goes_before_the_words() -> None:
    [number] = numbers(IdKind.PASSPORT, "Passport no. 7654321 (Afghan)", "Chad")
    assert number.country == "td"


def test_free_words_give_only_numbers_that_say_what_they_are() -> None:
    text = (
        "(IMO number: 7408873). MMSI: 445539000. SWIFT/BIC: KDBKXXPY. SWIFT: DCXX KPPY. Company "
        "Number IMO 5434358. State Registration Number: 1037739044111 - Tax Registration Number: "
        "7725056162. LEI 5299000J2N45DDNE4Y28. Tel +963112240774. Seen on 12.05.2010."
    )
    assert set(told(text)) == {
        Identifier(IdKind.IMO, "7408873"),
        Identifier(IdKind.IMO, "5434358"),
        Identifier(IdKind.MMSI, "445539000"),
        Identifier(IdKind.SWIFT, "KDBKXXPY"),
        Identifier(IdKind.SWIFT, "DCXXKPPY"),
        Identifier(IdKind.REGISTRATION, "1037739044111"),
        Identifier(IdKind.TAX, "7725056162"),
        Identifier(IdKind.LEI, "5299000J2N45DDNE4Y28"),
    }
