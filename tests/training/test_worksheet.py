from datetime import date

from knowntenant.facts.types.models import Item
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from knowntenant.law.scenario.matching import legal_status
from tests.law.toy import NPRM, packs
from tests.world import World, world

__all__ = ["packs"]
DAY = "2028-02-29"
TOLD = world(
    ("2028-01-01", "model", {"id": "M1", "parameters": "70e9"}),
    (
        "2028-02-28",
        "model_evidence",
        {
            "model": "M1",
            "item": "cbrn",
            "verdict": "no",
            "evidence": "first evaluation",
            "decided_by": "officer-7",
        },
    ),
    (DAY, "model_evidence", {"model": "M1", "item": "cbrn", "verdict": "yes"}),
    (DAY, "model_evidence", {"model": "M1", "item": "wide contexts", "evidence": "still asked"}),
)


def rows(told: World, pack: Pack = NPRM) -> dict[object, dict[str, object]]:
    value = told.inquiry(DAY, pack=pack).ask("training.worksheet", "M1").value
    assert isinstance(value, tuple)
    return {row["item"]: row for row in value}


def test_every_question_has_a_clause_of_the_pack_and_words(packs: Pack) -> None:
    found = rows(TOLD, packs)
    assert list(found) == list(Item)
    for row in found.values():
        assert packs.contains(str(row["clause"]))
        assert str(row["question"]).endswith(("?", ")"))
        assert (row["needed"] is None) is (row["verdict"] is not UNKNOWN)
    assert legal_status(packs).endswith("not in force")


def test_an_answer_stands_with_its_day_and_evidence() -> None:
    row = rows(TOLD)[Item.CBRN]
    assert (row["verdict"], row["on"]) == (YES, date(2028, 2, 29))
    assert (row["evidence"], row["decided_by"]) == ("first evaluation", "officer-7")


def test_evidence_without_an_answer_leaves_the_question_open() -> None:
    row = rows(TOLD)[Item.WIDE_CONTEXTS]
    assert (row["verdict"], row["evidence"], row["on"]) == (UNKNOWN, "still asked", None)
    assert row["needed"]


def test_the_number_of_parameters_is_evidence_of_its_own() -> None:
    assert rows(TOLD)[Item.TENS_OF_BILLIONS]["evidence"] == "7e10 parameters told"
    assert rows(world())[Item.TENS_OF_BILLIONS]["evidence"] is None


def test_only_what_could_still_change_the_result_matters() -> None:
    found = rows(TOLD)
    assert found[Item.DISINFORMATION]["matters"] is YES
    assert found[Item.SAFEGUARDS]["matters"] is NO
    assert found[Item.OFFENSIVE_CYBER]["matters"] is NO  # one task of serious risk is enough
