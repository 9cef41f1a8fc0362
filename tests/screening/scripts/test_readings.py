"""Tests of names in other scripts read in Latin letters."""

# ruff: noqa: RUF001 - names are written in their own script here

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.scripts.readings import pieces, readings
from knowntenant.screening.scripts.skeleton import skeleton

LETTERS = (
    "\u0621-\u064a\u067e\u0686\u06a9\u06af\u06cc \u0430-\u044f\u0451\u0454\u0456\u0457\u045e"
    "\uac00\uae40\ud79d\u674e\u738b\u5c71\u7530\u05d0\u05d5\u05d9\u05ea\u03b1\u03bf\u03c5\u0915"
    "\u094d\u0938\u0940\u30ab\u306a\u0e2a\u10d0\u0561\u12a0"
)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Сергей Кузнецов", "sergei kuznetsov"),
        ("Дмитрий Чайковский", "dmitry chaikovsky"),
        ("Евгений Ельцов", "yevgeniy yeltsov"),
        ("Пётр Фёдоров", "petr fedorov"),
        ("Олександр Григоренко", "oleksandr hryhorenko"),
        ("Уладзімір Каваль", "vladimir kaval"),
        ("Ђорђе Шарић", "djordje saric"),
        ("Ђорђе Шарић", "djordje sharich"),
        ("Тъмнев Щерев", "tamnev shterev"),
        ("محمد علي", "mohamed ali"),
        ("محمّد علی", "muhammad ali"),
        ("عبد الرحمن الخطيب", "abdul rahman al khatib"),
        ("عبدالرحمن", "abd al rahman"),
        ("عبد الله", "abdullah"),
        ("حبيب الله", "habibullah"),
        ("نورالدين", "noor al din"),
        ("أبو بكر", "abu bakr"),
        ("بن سالم", "ben salem"),
        ("محمدجان", "mohamed jan"),
        ("习近", "xi jin"),
        ("王小明", "wang xiaoming"),
        ("王小明", "wang xiao ming"),
        ("欧阳小明", "ouyang xiaoming"),
        ("曾小明", "zeng xiaoming"),
        ("陈大文", "chan dawen"),
        ("金英秀", "kim yong su"),
        ("田中花子", "tanaka hanako"),
        ("花子 田中", "hanako tanaka"),
        ("王 小明", "wang xiaoming"),
        ("कुमार", "kumar"),
        ("आनंद", "anand"),
        ("फ़िरोज़", "firoz"),
        ("ज़फ़र", "zafar"),
        ("लोकसभा", "loksabha"),
        ("ക", "k"),
        ("ইমরান", "imran"),
        ("Гусейн", "huseyn"),
        ("Джамал", "jamal"),
        ("高橋 一郎", "takahashi ichiro"),
        ("عدي", "uday"),
        ("قدير", "ghadir"),
        ("گل", "gul"),
        ("ابوالفرج", "abu al faraj"),
        ("محمدعبد الرحمن", "mohamed abd al rahman"),
        ("عزيز الرحمن", "azizurrahman"),
        ("金铁秀", "kim chol su"),
        ("موسى", "mousa"),
        ("深圳市科技有限公司", "shenzhen shike jiyou xiangong si"),
        ("王", "wang"),
        ("김영수", "kim yong su"),
        ("김영수", "kim yeongsu"),
        ("박 영수", "park yeong su"),
        ("이", "lee"),
        ("남궁영수", "namgung yong su"),
        ("たなか", "tanaka"),
        ("משה", "moshe"),
        ("דוד", "david"),
        ("Αλέξανδρος", "alexandros"),
        ("Παπαδόπουλος", "papadopoulos"),
        ("Μπάμπης", "babis"),
        ("अमिताभ", "amitabh"),
        ("बच्चन", "bachchan"),
        ("যাদব", "yadab"),
        ("გიორგი", "giorgi"),
        ("Արմեն", "armen"),
        ("አበበ", "abebe"),
        ("Nguyễn", "nguyen"),
    ],
)
def test_a_list_may_print_the_name_so(written: str, printed: str) -> None:
    assert pieces(written)
    found = {" ".join(words) for words in _all(pieces(written))} | set(readings(written))
    assert printed in found


def _all(parts: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for part in parts:
        lines = [[*line, spelling] for line in lines for spelling in part]
    return lines


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("زرقون", "zarqun"),
        ("ببنوس", "babnus"),
        ("سمجاي", "samjai"),
        ("قزلوند", "ghazalvand"),
        ("สมชาย", "somchai"),
        ("كسمور", "kasmour"),
        ("الاتحاد", "alittihad"),
    ],
)
def test_a_word_that_no_table_knows_has_the_right_consonants(written: str, latin: str) -> None:
    assert skeleton(latin) in {skeleton(reading.replace(" ", "")) for reading in readings(written)}


def test_the_likeliest_reading_comes_first_and_there_are_six_at_most() -> None:
    assert readings("Иван")[0] == "ivan"
    assert readings("김정은")[0] == "kim jong un"
    assert len(readings("عبد الرحمن محمد حسين قاسم")) == 6


def test_text_without_letters_has_no_reading() -> None:
    assert readings("") == ()
    assert readings("\u200b ... ") == ()
    assert readings("\ufffd") == ()


@given(st.one_of(st.text(max_size=30), st.from_regex(f"[{LETTERS}]{{0,20}}", fullmatch=True)))
def test_any_text_reads_as_few_lines_of_plain_words(text: str) -> None:
    found = readings(text)
    assert len(found) <= 6
    assert all(re.fullmatch("[a-z0-9]+(?: [a-z0-9]+)*", line) for line in found)


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњђћџ", min_size=1, max_size=12))
def test_a_cyrillic_word_is_one_piece_at_most(word: str) -> None:
    assert len(pieces(word)) <= 1


def test_a_pile_of_signs_is_read_quickly() -> None:
    before = time.process_time()
    readings("ا" + "\u064e\u0651" * 5_000)
    readings("م" * 3_000)
    assert time.process_time() - before < 1
