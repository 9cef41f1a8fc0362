from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.record import Record
from knowntenant.facts.types import Account, Certification, Customer, OnBehalfOf, Product
from knowntenant.review.masking import Masking, masked
from knowntenant.review.personal_ids import PersonalIds, is_personal, personal_ids

DAY = date(2028, 2, 29)
MOST = 3


def _told(shape: type, **values: object) -> Record:
    return Record(ref="a.csv row 2", shape=shape, values=values, happened=DAY, learned=DAY)


@pytest.mark.parametrize(
    ("id_", "personal"),
    [
        ("Nguyễn Thị Bình", True), ("محمد علي", True), ("12 Main Street", True), ("(a b)", True),
        ("深圳", False), ("C-1", False), ("Kunde 17", False), ("12 34", False), ("", False),
    ],
)  # fmt: skip
def test_an_id_of_several_words_reads_like_a_name(id_: str, personal: bool) -> None:  # noqa: FBT001 - one of the cases
    assert is_personal(id_) is personal


def test_ids_that_read_like_names_are_masked_in_every_text() -> None:
    ids = personal_ids(
        [
            _told(OnBehalfOf, holder="C-1", person="Nguyễn Thị Bình"),
            _told(Customer, id="Nguyễn Thị"),
            _told(Account, id="A 1", customer="(Mai An)", product="virtual server"),
            _told(Product, id="virtual server"),
            _told(Certification, id="C1", covers=("R-1", "Ana Lima")),
        ]
    )
    text = "C-1 acts for Nguyễn Thị Bình, Nguyễn Thị; (Mai An) has A 1, a virtual server; Ana Lima"
    assert Masking(ids=ids).text(text) == (
        "C-1 acts for N… (masked), N… (masked); (… (masked) has A 1, a virtual server; A… (masked)"
    )
    assert Masking(shows_personal=True, ids=ids).text(text) == text


def _slowly(text: str, ids: set[str]) -> str:
    """Mask from left to right, the longest id first, beginning wherever a word begins."""
    out, at = "", 0
    while at < len(text):
        new = at == 0 or text[at - 1] == " "
        here = [i for i in sorted(ids, key=len, reverse=True) if new and text.startswith(i, at)]
        out += masked(here[0]) if here else text[at]
        at += len(here[0]) if here else 1
    return out


_WORDS = st.lists(st.sampled_from(("an", "bo", "c")), min_size=1, max_size=12).map(" ".join)
_IDS = st.sets(
    st.lists(st.sampled_from(("an", "bo", "c")), min_size=2, max_size=MOST).map(" ".join)
)


@given(_WORDS, _IDS)
def test_the_longest_id_is_masked_wherever_one_begins(text: str, ids: set[str]) -> None:
    found = personal_ids(_told(Customer, id=id_) for id_ in ids)
    assert Masking(ids=found).text(text) == _slowly(text, ids)


def test_without_such_ids_nothing_is_looked_for() -> None:
    assert list(PersonalIds().found_in("Nguyễn Thị Bình")) == []
