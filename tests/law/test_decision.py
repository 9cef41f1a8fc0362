import pytest

from knowntenant.law import decision
from knowntenant.law.answer import YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides, decisions
from knowntenant.law.kinds import DAY, YES_NO


@pytest.fixture(autouse=True)
def _only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decision, "_REGISTRY", {})


def door(of: str) -> Answer[Verdict]:
    """Say  whether a door is open.

    This paragraph is for readers of the code.
    """
    return Answer(YES, flags=(of,))


def test_a_decision_is_registered_and_stays_the_function_it_was() -> None:
    declared = Declared(YES_NO, "account", {"day": DAY}, ("doors.kept",), ("D1",))
    assert decides("doors.open", declared)(door) is door
    found = decisions()["doors.open"]
    assert (found.name, found.decide, found.of, found.answers) == (
        "doors.open", door, "account", YES_NO,
    )  # fmt: skip
    assert (found.takes, found.asks, found.readings, found.composed) == (
        {"day": DAY}, ("doors.kept",), ("D1",), False,
    )  # fmt: skip


def test_a_decision_is_documented_by_the_first_paragraph_of_its_function() -> None:
    decides("doors.open", Declared(YES_NO))(door)
    assert decisions()["doors.open"].doc == "Say whether a door is open."


def test_a_decision_without_a_docstring_has_an_empty_documentation() -> None:
    decides("doors.open", Declared(YES_NO))(lambda: Answer(YES))
    assert decisions()["doors.open"].doc == ""


def test_two_functions_may_not_decide_the_same_question() -> None:
    decides("doors.open", Declared(YES_NO))(door)
    with pytest.raises(ValueError, match=r"two functions decide 'doors\.open'"):
        decides("doors.open", Declared(YES_NO))(door)


def test_nobody_can_change_the_registry_from_outside() -> None:
    assert not hasattr(decisions(), "__setitem__")
