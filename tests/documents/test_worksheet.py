import tomllib
from fractions import Fraction

import pytest

from knowntenant.documents.worksheet import band, sheet
from knowntenant.documents.worksheet_blank import blank
from knowntenant.documents.worksheet_page import page
from knowntenant.facts.types.models import Item
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.toy import packs
from tests.world import world

__all__ = ["packs"]
F = Fraction
DAY = "2028-02-29"
TOLD = world(
    (
        DAY,
        "model_evidence",
        {"model": "M*1", "item": "cbrn", "verdict": "yes", "evidence": "<b>a|b</b>\n# c"},
    ),
    (DAY, "model_decision", {"model": "M*1", "verdict": "no", "decided_by": "officer-7"}),
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (UNKNOWN, "not known"),
        ({"low": F(10) ** 26, "likely": F(10) ** 26, "high": F(10) ** 26}, "1e26"),
        ({"low": F(1), "likely": None, "high": F(2)}, "at least 1, at most 2"),
        ({"low": None, "likely": F(2), "high": None}, "most likely 2"),
    ],
)
def test_a_band_is_told_in_words(value: object, words: str) -> None:
    assert band(value) == words


def test_a_sheet_holds_the_result_every_question_and_every_set(packs: Pack) -> None:
    found = sheet(TOLD.inquiry(DAY, pack=packs), "M*1")
    assert found.decided
    assert len(found.items) == len(Item)
    assert [one.name for one, _ in found.sets] == list(packs.thresholds)
    assert found.result is NO


def test_what_is_told_of_the_model_itself_stands_on_top() -> None:
    told = world(
        (
            DAY,
            "model",
            {
                "id": "M2", "parameters": "70e9", "biological": "no", "process": "Fine-tuning",
                "modality": ["text", "text-to-image"], "accelerators": "H100",
                "operations_low": "3", "operations_high": "2",
            },
        ),
        (DAY, "model", {"id": "M3", "process": "alchemy"}),
    )  # fmt: skip
    found = sheet(told.inquiry(DAY), "M2")
    assert found.about == {
        "operations": "at least 3, at most 2",
        "parameters": "7e10",
        "primarily biological sequence data": "no",
        "modality": "text, text to image",
        "process": "Fine-tuning (A model that has learned before learns more; nothing leaves this"
        " out.)",
        "accelerators": "H100",
    }
    assert any("contradicts itself" in flag for flag in found.flags)
    odd = sheet(told.inquiry(DAY), "M3").about
    assert odd == {"operations": "not known", "process": "alchemy"}


def test_a_sheet_shows_only_the_sets_chosen() -> None:
    found = sheet(TOLD.inquiry(DAY), "M*1", ("bis-702.7",))
    assert [one.name for one, _ in found.sets] == ["bis-702.7"]


def test_a_decision_that_leaves_it_open_is_none() -> None:
    told = TOLD.also((DAY, "model_decision", {"model": "M*1", "verdict": "unknown"}))
    assert not sheet(told.inquiry(DAY), "M*1").decided


def test_the_page_shows_the_status_and_takes_no_marks_from_what_others_wrote() -> None:
    text = page([sheet(TOLD.inquiry(DAY), "M*1"), sheet(TOLD.inquiry(DAY), "M2")])
    assert (
        "# Worksheet: M\\*1\n\nPack nprm-2024 1: proposed, reported withdrawn; not in force."
        in text
    )
    assert "**Result: not: no large AI model of concern** (as a person decided)." in text
    assert "**Result: unknown** (as the evidence stands; nobody has decided)." in text
    assert "| yes | \\<b\\>a\\|b\\</b\\> \\# c; 2028-02-29 |  |" in text
    assert "an answer would not change what the evidence comes to" in text
    assert text.count("Decided by: ____") == 2


def test_a_page_without_flags_has_no_list_of_them() -> None:
    told = TOLD.also((DAY, "model_decision", {"model": "M*1", "verdict": "yes"}))
    assert "To be looked at:" not in page([sheet(told.inquiry(DAY), "M*1")])


def test_a_blank_worksheet_is_toml_with_every_question_and_its_clause(packs: Pack) -> None:
    text = blank(Law(packs))
    (model,) = tomllib.loads(text)["model"]
    assert list(model["items"]) == list(Item)
    assert text.count("# To settle it: ") == len(Item)
    assert "[7.301 dual-use foundation model(1)(iii)]" in text
    assert "not in force." in text
    answers = [answer for item in model["items"].values() for answer in item.values()]
    assert set(answers) == {""}
    assert YES.value not in answers
