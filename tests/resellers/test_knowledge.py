"""Whose knowledge counts, of what, and from when (D34)."""

from tests.resellers.told import (
    CLOCKS,
    DECLARED,
    DUE,
    STATE,
    finding,
    knows,
    remedied,
    reseller,
    rows,
)
from tests.world import World

ON_ITS_FACE = reseller().also(finding("2027-04-01", remediated="no", learned="2027-04-09"))


def flags(made: World, day: str) -> tuple[str, ...]:
    """Give the flags of the clocks of R1."""
    return made.ask(day, CLOCKS, "R1").flags


def test_a_finding_that_shows_it_is_knowledge_from_the_day_it_was_learned() -> None:
    assert rows(ON_ITS_FACE, "2027-04-08") == []
    running = ("not_remediated", "2027-04-09", "2027-05-09", "running", "None")
    assert rows(ON_ITS_FACE, "2027-04-09") == [running]


def test_the_other_reading_of_d34_waits_for_somebody_to_state_the_knowledge() -> None:
    made = ON_ITS_FACE.also(knows("2027-04-20", about="F1", by="provider"))
    answer = made.inquiry("2027-04-19", readings=DECLARED).ask(CLOCKS, "R1")
    assert answer.value == ()
    assert answer.flags == ("possible imputed knowledge: finding F1 is unresolved",)
    assert answer.readings[1].refused == ("facts-on-their-face",)
    assert rows(made, "2027-04-20", **DECLARED)[0][1] == "2027-04-20"
    assert rows(made, "2027-04-20")[0][1] == "2027-04-09"


def test_a_finding_may_show_the_raised_risk_alone() -> None:
    made = reseller().also(finding("2027-04-01", increases_risk="yes"))
    assert [row[0] for row in rows(made, "2027-04-01")] == ["increased_risk"]


def test_what_the_reseller_knows_is_not_what_the_provider_knows() -> None:
    made = reseller().also(knows("2027-02-01", by="reseller"))
    assert rows(made, "2027-06-01") == []


def test_knowledge_of_something_else_starts_nothing() -> None:
    assert rows(reseller().also(knows("2027-02-01", "covered_transaction")), "2027-06-01") == []
    assert rows(reseller().also(knows("2027-02-01", about="R2")), "2027-06-01") == []


def test_what_an_entry_says_counts_from_the_telling_that_said_it() -> None:
    made = reseller().also(
        knows("2027-02-01", "other", id="K1"), knows("2027-02-11", "not_remediated", id="K1")
    )
    assert rows(made, "2027-02-28")[0][1] == "2027-02-11"


def test_a_finding_told_later_to_be_remediated_is_evidence_of_repair_and_undoes_no_knowledge() -> (
    None
):
    in_time = ON_ITS_FACE.also(finding("2027-05-09", remediated="yes"))
    assert rows(in_time, "2027-05-10")[0][3:] == ("cured", "2027-05-09")
    assert in_time.ask("2027-05-10", STATE, "R1").value == "good_standing"
    too_late = ON_ITS_FACE.also(finding("2027-05-10", remediated="yes"))
    assert rows(too_late, "2027-05-10")[0][3] == "overdue"


def test_a_risk_said_to_have_gone_was_known_all_the_same() -> None:
    made = reseller().also(
        finding("2027-04-01", increases_risk="yes"), finding("2027-04-10", increases_risk="no")
    )
    assert str(made.ask("2027-04-10", DUE, "R1").value) == "2027-05-01"


def test_a_finding_corrected_was_never_known() -> None:
    made = reseller().also(
        finding("2027-04-01", remediated="no"),
        finding("2027-04-01", remediated="unknown", corrects="2027-04-01", learned="2027-04-05"),
    )
    assert len(rows(made, "2027-04-04")) == 1
    assert rows(made, "2027-04-05") == []


def test_repair_that_names_only_the_finding_is_the_repair_of_its_reseller() -> None:
    repair = ("2027-04-20", "remediation", {"finding": "F1", "extent": "full"})
    assert rows(ON_ITS_FACE.also(repair), "2027-04-20")[0][3] == "cured"
    of_another = ("2027-04-20", "remediation", {"finding": "F1", "reseller": "R2"})
    assert rows(ON_ITS_FACE.also(of_another), "2027-04-20")[0][3] == "running"


def test_an_open_alert_is_flagged_until_it_is_known_or_put_right() -> None:
    made = reseller().also(finding("2027-01-10"))
    flag = ("possible imputed knowledge: finding F1 is unresolved",)
    assert flags(made, "2027-01-09") == ()
    assert flags(made, "2027-01-10") == flag
    assert flags(made.also(knows("2027-01-12", about="F1")), "2027-01-12") == ()
    assert flags(made.also(knows("2027-01-12")), "2027-01-12") == ()
    assert flags(made.also(remedied("2027-01-12", "partial")), "2027-01-12") == flag
    assert flags(made.also(remedied("2027-01-12")), "2027-01-12") == ()


def test_neither_old_knowledge_nor_old_repair_settles_a_new_alert() -> None:
    flag = ("possible imputed knowledge: finding F1 is unresolved",)
    assert flags(reseller().also(remedied("2027-01-01"), finding("2027-01-10")), "2027-01-10") == (
        flag
    )
    known = reseller().also(knows("2027-01-01", "increased_risk"), finding("2027-01-10"))
    assert flags(known, "2027-01-10") == flag


def test_an_alert_that_came_with_the_knowledge_is_settled_by_it() -> None:
    made = reseller().also(finding("2027-01-10"), knows("2027-01-10"))
    assert flags(made, "2027-01-10") == ()
