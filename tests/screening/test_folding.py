import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.entry import Identifier, IdKind
from knowntenant.screening.folding import folded_identifier, folded_name


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("NGUYỄN,  Văn Bình", "nguyen van binh"),
        ("Łukasz Żółw-Øre", "lukasz zolw ore"),
        ("Conor O\u2019Brien Jr.", "conor obrien jr"),
        ("مُحَمَّد", "محمد"),
        ("深圳\u200b公司", "深圳公司"),
        ("\uff21\uff23\uff2d\uff25", "acme"),
        ("Straße", "strasse"),
        ("C++ Works", "c++ works"),
        ("Beispiel G.m.b.H.", "beispiel gmbh"),
        ("A. B. Muster", "ab muster"),
        ("***", "***"),
        ("", ""),
    ],
)
def test_a_name_folds_to_its_letters(name: str, folded: str) -> None:
    assert folded_name(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("か", "が"),
        ("کمال", "کامل"),
        ("Li Wei", "Wei Li"),
        ("Unit 35", "Unit 3.5"),
        ("Unit A 3", "Unit A3"),
        ("กา", "กำ"),
        ("***", "+++"),
    ],
)
def test_other_names_stay_other_names(one: str, other: str) -> None:
    assert folded_name(one) != folded_name(other)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_and_nothing_folds_away(name: str) -> None:
    once = folded_name(name)
    assert bool(once) == bool(name.strip())
    if any(unicodedata.category(sign)[0] in "LN" for sign in name):
        assert folded_name(once) == once


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            Identifier(IdKind.PASSPORT, "B 12-3", "VN"),
            Identifier(IdKind.PASSPORT, "b123", "vn"),
            True,
        ),
        (Identifier(IdKind.PASSPORT, "B123"), Identifier(IdKind.TAX, "B123"), False),
        (Identifier(IdKind.PASSPORT, "B123", "vn"), Identifier(IdKind.PASSPORT, "B123"), False),
        (Identifier(IdKind.WALLET, "1AbC"), Identifier(IdKind.WALLET, "1abc"), False),
        (Identifier(IdKind.WALLET, "0xAbC"), Identifier(IdKind.WALLET, "0xabc"), True),
        (Identifier(IdKind.OTHER, "--"), Identifier(IdKind.OTHER, "-+"), False),
    ],
)
def test_identifiers_fold_by_how_they_are_written(
    one: Identifier, other: Identifier, *, same: bool
) -> None:
    assert (folded_identifier(one) == folded_identifier(other)) is same
