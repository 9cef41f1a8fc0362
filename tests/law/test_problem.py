import pytest

from knowntenant.law.problem import Problem, nearest


def test_a_problem_is_one_line_with_its_remedy() -> None:
    assert (
        str(Problem("pack.toml", "it is wrong.", "Do this.")) == "pack.toml: it is wrong. Do this."
    )
    assert str(Problem("pack.toml", "it is wrong")) == "pack.toml: it is wrong"


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("custmer", "Did you mean 'customer'?"),
        ("CUSTOMER", "Did you mean 'customer'?"),
        ("account_in_scope", "Did you mean 'scope.account_in_scope'?"),
        ("深圳", "Known here: customer, Presence, scope.account_in_scope."),
    ],
)
def test_a_misspelt_word_brings_up_the_nearest_known_ones(word: str, says: str) -> None:
    assert nearest(word, ("scope.account_in_scope", "customer", "Presence")) == says


def test_a_decision_named_without_its_room_is_found() -> None:
    assert (
        nearest("due", ("resellers.termination.due",))
        == "Did you mean 'resellers.termination.due'?"
    )


def test_at_most_three_near_words_are_named() -> None:
    assert nearest("D1", [f"D1{n}" for n in range(9)]).count("'") == 6


def test_of_many_known_words_a_dozen_are_listed() -> None:
    says = nearest("深圳", [f"row {n:02}" for n in range(20)])
    assert says.endswith("row 10, row 11, ...")
    assert "row 12" not in says
