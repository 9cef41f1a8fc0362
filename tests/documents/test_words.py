"""Words and flags of the page are those of the sources: a word that is renamed fails here."""

from pathlib import Path

import pytest

from knowntenant.documents.words import FLAGS, words_of
from knowntenant.law.loading import load_pack
from knowntenant.obligations.registry import all_decisions

SOURCES = Path(__file__).resolve().parents[2] / "src" / "knowntenant"
ROOMS = (
    "persons",
    "ownership",
    "scope",
    "identification",
    "verification",
    "retention",
    "resellers",
    "training",
    "sanctions",
    "export_control",
)
CODE = "".join(
    path.read_text(encoding="utf-8") for room in ROOMS for path in (SOURCES / room).rglob("*.py")
)
WORDS = words_of(load_pack("nprm-2024"))


@pytest.mark.parametrize("words", [words for words, _ in FLAGS])
def test_a_flag_of_the_page_is_a_flag_of_the_code(words: str) -> None:
    assert words in CODE


@pytest.mark.parametrize("name", sorted(WORDS))
def test_words_belong_to_a_decision_and_stand_in_code_or_pack(name: str) -> None:
    pack = load_pack("nprm-2024")
    known = {*pack.elements, *pack.parts.get(name, {})}
    assert name in all_decisions()
    assert [word for word in WORDS[name] if word not in known and f'"{word}"' not in CODE] == []
