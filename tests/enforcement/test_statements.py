"""Statements that live on although something overtook them."""

import pytest

from knowntenant.law.pack import Pack
from tests.law.toy import packs
from tests.world import Telling, World, world

__all__ = ["packs"]

CONTINUING = "enforcement.continuing_statements"
MADE, CHANGED, ON = "2027-04-15", "2028-02-01", "2028-02-29"


def stated(**keys: str) -> Telling:
    """Tell a statement in a certification."""
    return MADE, "statement", {"id": "S1", "kind": "cip", "field": "customers", **keys}


def overtaken(**keys: str) -> Telling:
    """Tell what overtook it."""
    return CHANGED, "statement_change", {"id": "K1", "statement": "S1", "now": "深圳", **keys}


def found(made: World, **readings: str) -> list[tuple[str, str]]:
    """Give remedy and clause of each statement that lives on."""
    value = made.inquiry(ON, readings=readings).ask(CONTINUING).value
    assert isinstance(value, tuple)
    return [(str(row["remedy"]), str(row["clause"])) for row in value]


NOTIFY, UPDATE = ("notify", "7.309(b)(1)"), ("update", "7.309(b)(3)")


def test_a_statement_that_nothing_overtook_stands(packs: Pack) -> None:
    answer = world(stated()).inquiry(ON, pack=packs).ask(CONTINUING)
    assert answer.value == ()
    assert answer.clauses == ("7.309(b)(3)",)


@pytest.mark.parametrize(
    ("of", "how", "any_change", "literal"),
    [
        ({}, {"material": "yes"}, NOTIFY, UPDATE),
        ({}, {}, NOTIFY, UPDATE),
        ({}, {"material": "no"}, UPDATE, UPDATE),
        ({}, {"ends_need": "yes"}, NOTIFY, NOTIFY),
        ({}, {"ends_need": "no", "material": "yes"}, NOTIFY, UPDATE),
        ({"kind": "other"}, {"material": "yes"}, UPDATE, UPDATE),
        ({"kind": "none"}, {"material": "yes"}, UPDATE, UPDATE),
        ({"kind": "exemption_request"}, {"material": "yes"}, NOTIFY, UPDATE),
    ],
)
def test_what_puts_it_right_depends_on_the_change_and_the_reading_of_d14(
    of: dict[str, str], how: dict[str, str], any_change: object, literal: object
) -> None:
    made = world(stated(**of), overtaken(**how))
    assert found(made) == [any_change]
    assert found(made, D14="literal") == [literal]


@pytest.mark.parametrize(
    ("told_on", "lives"),
    [("none", True), ("2028-02-28", False), ("2028-02-29", False), ("2028-03-01", True)],
)
def test_it_lives_on_until_the_department_is_told(told_on: str, *, lives: bool) -> None:
    assert bool(found(world(stated(), overtaken(told_on=told_on)))) is lives


def test_only_statements_to_the_department_live_on() -> None:
    assert found(world(stated(made_to="department"), overtaken())) == [NOTIFY]
    assert found(world(stated(made_to="reseller"), overtaken())) == []
    assert found(world(overtaken())) == []
    assert found(world(stated(), overtaken(statement="none"))) == []


def test_the_words_of_a_statement_are_never_told() -> None:
    made = world(stated(value="محمد"), overtaken(now="Nguyễn"))
    spoken = repr(made.ask(ON, CONTINUING))
    assert "محمد" not in spoken
    assert "Nguyễn" not in spoken


def test_a_slipped_planned_day_is_noted_or_corrected_as_d35_is_read() -> None:
    made = world(stated(kind="report", about="RP1"), overtaken(planned_day="yes"))
    assert found(made) == [("note_and_update", "7.309(b)(3)")]
    assert "check again" in made.ask(ON, CONTINUING).flags[1]
    assert found(made, D35="corrected-report") == [("corrected_report", "7.309(b)(3)")]
    unfiled = world(stated(kind="report"), overtaken(planned_day="yes"))
    assert found(unfiled, D35="corrected-report") == [("corrected_report", "7.309(b)(3)")]


def test_a_corrected_report_has_the_day_that_the_training_section_counts() -> None:
    made = world(
        (MADE, "transaction", {"id": "T1"}),
        (MADE, "report", {
            "id": "RP1", "about": "T1", "kind": "initial", "completes_on": "2027-09-01",
        }),
        (CHANGED, "knowledge", {"about": "RP1", "of": "inaccurate_report"}),
        stated(kind="report", about="RP1"),
        overtaken(planned_day="yes"),
    )  # fmt: skip
    inquiry = made.inquiry(ON, readings={"D35": "corrected-report"})
    value = inquiry.ask(CONTINUING).value
    assert isinstance(value, tuple)
    assert [str(row["due"]) for row in value] == ["2028-02-16"]


HELD: Telling = (MADE, "exemption", {"id": "X1", "adp": "ADP1", "state": "granted"})


@pytest.mark.parametrize(
    ("name", "keys", "counts"),
    [
        ("adp_change", {"adp": "ADP1", "significant": "yes"}, True),
        ("adp_change", {"adp": "ADP1"}, False),
        ("adp_change", {"adp": "ADP1", "significant": "no"}, False),
        ("adp_change", {"adp": "ADP2", "significant": "yes"}, False),
        ("risk_change", {"material": "yes"}, True),
        ("risk_change", {}, False),
        ("risk_change", {"material": "yes", "adp": "ADP2"}, False),
        ("change", {"kind": "acquisition", "significant": "yes"}, True),
        ("change", {"kind": "acquisition"}, False),
        ("change", {"kind": "primary_contact", "significant": "yes"}, False),
        ("change", {"kind": "acquisition", "significant": "yes", "reseller": "R1"}, False),
    ],
)
def test_a_holder_tells_of_what_bears_on_the_adp(
    name: str, keys: dict[str, str], *, counts: bool
) -> None:
    change: Telling = (CHANGED, name, {"id": "K1", **keys})
    wanted = [("notify", "7.309(b)(2)")] if counts else []
    assert found(world(HELD, change)) == wanted
    assert found(world(change)) == []
    revoked: Telling = (ON, "exemption", {"id": "X1", "state": "revoked"})
    assert found(world(HELD, change, revoked)) == []
    granted_later: Telling = (ON, "exemption", {"id": "X1", "adp": "ADP1", "state": "granted"})
    assert found(world(granted_later, change)) == []


@pytest.mark.parametrize(
    ("day", "keys", "told"),
    [
        ("2028-02-02", {"change": "K1"}, True),
        ("2028-02-02", {"change": "K2"}, False),
        ("2028-02-02", {"kind": "annual"}, True),
        ("2028-01-31", {"kind": "annual"}, False),
    ],
)
def test_a_notification_ends_what_it_tells_of(
    day: str, keys: dict[str, str], *, told: bool
) -> None:
    change: Telling = (CHANGED, "adp_change", {"id": "K1", "adp": "ADP1", "significant": "yes"})
    sent: Telling = (day, "adp_notice", {"id": "N1", "exemption": "X1", **keys})
    assert (found(world(HELD, change, sent)) == []) is told


def test_an_exemption_on_no_adp_holds_its_maker_to_business_alone() -> None:
    bare: Telling = (MADE, "exemption", {"id": "X1", "state": "granted"})
    change: Telling = (CHANGED, "adp_change", {"id": "K1", "adp": "ADP1", "significant": "yes"})
    assert found(world(bare, change)) == []


def test_one_statement_can_be_asked_about() -> None:
    other: Telling = (MADE, "statement", {"id": "S2", "kind": "cip"})
    k2: Telling = (CHANGED, "statement_change", {"id": "K2", "statement": "S2"})
    made = world(stated(), overtaken(), other, k2)
    assert len(found(made)) == 2
    value = made.ask(ON, CONTINUING, of="S2").value
    assert isinstance(value, tuple)
    assert [row["change"] for row in value] == ["K2"]


def test_a_change_of_the_adp_that_nobody_judged_is_flagged_and_overtakes_nothing_yet() -> None:
    change: Telling = (CHANGED, "adp_change", {"id": "U1", "adp": "ADP1"})
    inquiry = world(HELD, change).inquiry(ON)
    flag = "X1: whether U1 is significant is not told"
    assert inquiry.ask(CONTINUING).value == ()
    assert inquiry.ask(CONTINUING).flags == (flag,)
    assert inquiry.ask(CONTINUING, of="X1").flags == (flag,)
    assert inquiry.ask(CONTINUING, of="X2").flags == ()


def test_a_statement_about_the_adp_of_an_exempt_provider_is_told_anew_by_any_reading() -> None:
    made = world(
        ("2028-02-03", "statement", {"id": "SAID", "kind": "adp", "value": "daily"}),
        ("2028-03-02", "statement_change", {"id": "NOW", "statement": "SAID", "material": "yes"}),
    )
    held = ("2028-02-29", "exemption", {"id": "EX", "provider": "ME", "state": "granted"})
    for told, clause in ((made, "7.309(b)(3)"), (made.also(held), "7.309(b)(2)")):
        inquiry = told.inquiry("2028-03-02", readings={"D14": "literal"})
        rows = inquiry.ask("enforcement.continuing_statements").value
        assert isinstance(rows, tuple)
        assert [row["clause"] for row in rows] == [clause]
