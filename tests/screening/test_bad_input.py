# ruff: noqa: RUF001 - names are written in the scripts of their countries
"""Whatever is asked or listed: no error, an answer in time, and disguises that do not help."""

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.screening.entry import Identifier, IdKind, Kind
from knowntenant.screening.matcher import LEAST_SCORE, Matcher
from knowntenant.screening.party import Party
from tests.screening.naming import asked_for, person, thing

LISTED = ("Siegfried Ostrowumov", "Mohammed Zolvikano", "Nguyễn Văn Bình", "Pascale Zeitoun")
PEOPLE = Matcher([person(str(number), name) for number, name in enumerate(LISTED)])
COMPANY = Matcher([thing(Kind.ORGANIZATION, "1", "Ostrowumov Pipeworks Trading LLC")])
SLOW = 3.0  # seconds of one answer, on a machine that is busy

BAD = {
    "nothing": "",
    "blanks": " \t\n",
    "one letter": "a",
    "five hundred letters": "Ostrowumov" * 50,
    "five hundred words": "a " * 250 + "Zolvik " * 250,
    "ten thousand marks": "Zo" + "\u0301" * 10_000 + "lvik",
    "nothing but marks": "\u0301" * 10_000,
    "emoji": "🙂🚢👨\u200d👩\u200d👧",
    "digits": "0123456789 " * 20,
    "right to left": "\u202evokivloZ\u202c \u2067x\u2069",
    "mixed scripts": "Zоlvіk 深圳 محمد Ζ김 ชื่อ",
    "a zero sign": "Zol\x00vik\x00",
    "half a sign": "Zolvik \ud800",
    "signs alone": "!@#$%^&*()[]{}<>?/\\|~`",
    "beyond the alphabet": "\U0010ffff\ufffe",
    "many initials": "a b c d e f g h i j k l m n o p",
    "many alike": "al " * 200,
    "han without end": "深圳" * 400,
    "arabic without end": "محمد" * 200,
}


@pytest.mark.parametrize("name", BAD.values(), ids=BAD.keys())
def test_bad_names_are_answered_in_time(name: str) -> None:
    for kind in Kind:
        for matcher in (PEOPLE, COMPANY):
            began = process_time()
            for hit in matcher.hits(asked_for(name, kind), LEAST_SCORE):
                assert LEAST_SCORE <= hit.score <= 1
            assert process_time() - began < SLOW


@pytest.mark.parametrize("name", BAD.values(), ids=BAD.keys())
def test_bad_names_on_a_list_do_no_harm(name: str) -> None:
    matcher = Matcher([person("1", name), thing(Kind.VESSEL, "2", name), person("3", LISTED[0])])
    assert "x:3" in [hit.entry for hit in matcher.hits(asked_for(LISTED[0]))]
    matcher.hits(asked_for(name, Kind.LEGAL_ENTITY))


@settings(max_examples=200)
@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=12), st.sampled_from(Kind))
def test_no_text_in_any_field_raises(name: str, other: str, born: str, kind: Kind) -> None:
    numbers = (Identifier(IdKind.OTHER, other), Identifier(IdKind.LEI, born))
    party = Party("C1", kind, name, (other,), born, (other,), other, numbers)
    for matcher in (PEOPLE, COMPANY):
        assert matcher.scores(party) == [
            (hit.entry, hit.score) for hit in matcher.hits(party, LEAST_SCORE)
        ]


UNSEEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u034f")
LOOKALIKE = str.maketrans({"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і"})


@given(st.sampled_from(LISTED), st.data())
def test_letters_that_nobody_sees_do_not_hide_a_name(name: str, data: st.DataObject) -> None:
    hidden = name
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(hidden)))
        hidden = hidden[:place] + data.draw(st.sampled_from(UNSEEN)) + hidden[place:]
    assert best(hidden) == best(name)


@given(st.sampled_from([LISTED[0], LISTED[1], LISTED[3]]), st.data())
def test_letters_that_look_alike_do_not_hide_a_name(name: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(name) - 1), max_size=5))
    disguised = "".join(
        sign.translate(LOOKALIKE) if place in places else sign for place, sign in enumerate(name)
    )
    assert best(disguised)[0] == best(name)[0]


def best(name: str) -> tuple[str, float]:
    """Give the first hit at the default threshold."""
    hit = PEOPLE.hits(replace(asked_for(name), countries=()))[0]
    return hit.entry, hit.score
