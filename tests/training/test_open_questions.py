from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from knowntenant.facts.types.models import Item
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.training.evidence import ABUSES, FOUNDATION, RISKS
from knowntenant.training.open_questions import of_concern, open_items, scale

MOST_OPEN = 6
Answers = dict[Item, Verdict]


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Draw an answer to every question, a few of them unknown."""
    said = {item: draw(st.sampled_from([YES, NO])) for item in Item}
    for item in draw(st.lists(st.sampled_from(list(Item)), max_size=MOST_OPEN, unique=True)):
        said[item] = UNKNOWN
    return said


ANSWERS = answers()
NOTHING = dict.fromkeys(Item, NO)


def completions(said: Answers) -> list[dict[Item, bool]]:
    """List every way in which the unanswered questions could be answered."""
    open_ = [item for item, verdict in said.items() if verdict is UNKNOWN]
    known = {item: verdict is YES for item, verdict in said.items()}
    ways = product((True, False), repeat=len(open_))
    return [{**known, **dict(zip(open_, way, strict=True))} for way in ways]


def plainly_dual_use(said: dict[Item, bool]) -> bool:
    return all(said[item] for item in FOUNDATION) and any(said[item] for item in RISKS)


def plainly(said: dict[Item, bool]) -> bool:
    """Say the definition in plain words of Python."""
    technical = plainly_dual_use(said) or said[Item.OTHER_PARAMETERS]
    return technical and any(said[item] for item in ABUSES)


def verdict(found: set[bool]) -> Verdict:
    return UNKNOWN if len(found) > 1 else YES if found == {True} else NO


@given(ANSWERS)
@example({**NOTHING, Item.OTHER_PARAMETERS: YES, Item.DISINFORMATION: UNKNOWN})
def test_what_the_answers_come_to_is_what_holds_however_the_open_ones_are_answered(
    said: Answers,
) -> None:
    ways = completions(said)
    assert of_concern(said) is verdict({plainly(way) for way in ways})
    assert scale(said) is verdict({plainly_dual_use(way) for way in ways})


@given(ANSWERS)
@example({**NOTHING, Item.OTHER_PARAMETERS: YES, Item.DISINFORMATION: UNKNOWN})
@example({**NOTHING, Item.OTHER_PARAMETERS: UNKNOWN, Item.DISINFORMATION: YES})
@example({**NOTHING, Item.OTHER_PARAMETERS: UNKNOWN})
@example({**NOTHING, Item.CBRN: UNKNOWN, Item.OTHER_ABUSE: YES})
@example({**dict.fromkeys(Item, YES), Item.OTHER_PARAMETERS: NO, Item.CBRN: UNKNOWN})
@example({**dict.fromkeys(Item, YES), Item.OTHER_PARAMETERS: NO, Item.BROAD_DATA: UNKNOWN})
def test_a_question_is_open_exactly_if_its_answer_alone_could_make_a_difference(
    said: Answers,
) -> None:
    ways = completions(said)
    turning = {
        item
        for item, answer in said.items()
        if answer is UNKNOWN
        and any(plainly({**way, item: True}) != plainly({**way, item: False}) for way in ways)
    }
    assert open_items(said) == turning
    assert Item.SAFEGUARDS not in turning


def test_every_question_belongs_to_the_definitions_once() -> None:
    listed = [*FOUNDATION, *RISKS, *ABUSES, Item.OTHER_PARAMETERS, Item.SAFEGUARDS]
    assert sorted(listed) == sorted(Item)
