import pytest

from knowntenant.imports.signs import has_odd_signs, without_halves, without_odd_signs


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x7f", "\x9b", "\ud800", "\r"])
def test_control_characters_and_halves_are_seen_and_marked(sign: str) -> None:
    assert has_odd_signs(f"Nguyễn{sign}Bình")
    assert without_odd_signs(f"Nguyễn{sign}Bình") == "Nguyễn\ufffdBình"


@pytest.mark.parametrize("text", ["深圳", "محمد", "a\tb\nc\r\nd", "no\u00a0break", ""])
def test_texts_of_people_stay_as_they_are(text: str) -> None:
    assert not has_odd_signs(text)
    assert without_odd_signs(text) == without_halves(text) == text


def test_half_a_character_becomes_a_sign_that_is_refused() -> None:
    text = without_halves("C\ud800")
    assert text.encode()
    assert has_odd_signs(text)
