import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.clauses import covers, normal
from tests.law.toy import NPRM


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7.302(d)(1)(iii)(E)", "7.302(d)(1)(iii)(E)"),
        ("§ 7.302(d)", "7.302(d)"),
        ("§7.302(d)", "7.302(d)"),
        ("15 CFR 7.302(d)", "7.302(d)"),
        ("15 cfr § 7.303(e) s.2", "7.303(e) s.2"),
        ("Sec. 7.303(e) s.2", "7.303(e) s.2"),
        ("section  7.303(e)   s.3", "7.303(e) s.3"),
        ("7.301 Beneficial Owner(2)", "7.301 beneficial owner(2)"),
        ("7.301 “account”…", "7.301 “account”"),
        ("7.302(d)(1)(iii)(A)(1)", "7.302(d)(1)(iii)(A)(1)"),
    ],
)
def test_a_clause_is_known_however_people_write_it(written: str, meant: str) -> None:
    assert normal(written) == meant


def test_letters_of_different_levels_keep_their_case() -> None:
    assert normal("7.302(A)") != normal("7.302(a)")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("7.302(d)", "7.302(d)"),
        ("7.302(d)", "7.302(d)(1)(iii)(E)"),
        ("7.302", "7.302(a)"),
        ("7.301", "7.301 account"),
        ("7.303(e)", "7.303(e) s.2"),
        ("7.301 beneficial owner", "7.301 beneficial owner(2)"),
        ("§ 7.302(d)", "7.302(d)(2)"),
    ],
)
def test_a_paragraph_covers_itself_and_what_stands_beneath_it(whole: str, part: str) -> None:
    assert covers(whole, part)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("7.302(d)(1)", "7.302(d)"),
        ("7.302(d)(1)", "7.302(d)(10)"),
        ("7.30", "7.302"),
        ("7.302(d)", "7.302(D)"),
        ("7.303(e) s.1", "7.303(e) s.12"),
        ("7.301 us person", "7.301 us persons"),
    ],
)
def test_a_paragraph_covers_no_neighbour_and_nothing_above_it(whole: str, part: str) -> None:
    assert not covers(whole, part)


def test_the_packs_own_clauses_are_written_as_they_are_known() -> None:
    assert [name for name in NPRM.clauses if normal(name) != name] == []


@given(st.text(max_size=30))
def test_writing_a_clause_in_its_known_form_again_changes_nothing(text: str) -> None:
    assert normal(normal(text)) == normal(text)
