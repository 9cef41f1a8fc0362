"""The register and re-verification while an exemption stands, and from its revocation on."""

from knowntenant.law.answer import YES
from tests.deterrence.told import exemption
from tests.verification.stepped import individual
from tests.world import World

REGISTER, NEXT = "verification.unverified_register", "verification.next_review"
OVERDUE = "verification.reviews_overdue"
GRANTED, REVOKED = "2027-02-01", "2029-02-28"
MADE = individual(exemption(GRANTED, "granted"), exemption(REVOKED, "revoked"))


def seen(made: World, day: str) -> tuple[bool, object, object]:
    """Tell whether A1 is in the register, its next review, and who is overdue."""
    rows = made.ask(day, REGISTER).value
    assert isinstance(rows, tuple)
    return bool(rows), made.ask(day, NEXT, "A1").value, made.ask(day, OVERDUE).value


def test_all_is_silent_while_it_stands_and_back_on_the_day_of_the_revocation() -> None:
    plain = individual()
    assert seen(MADE, "2027-01-31") == seen(plain, "2027-01-31")
    assert seen(MADE, "2029-02-27") == (False, None, ())
    assert seen(MADE, REVOKED) == seen(plain, REVOKED)
    assert seen(MADE, REVOKED)[2] == ("C1",)


def test_the_review_is_known_despite_it_and_the_register_says_that_one_may_lift_it() -> None:
    inquiry = MADE.inquiry("2029-02-27")
    plain = individual().ask("2029-02-27", NEXT, "A1").value
    assert inquiry.ask(NEXT, "A1", despite_exemption=YES).value == plain
    assert "exemption X1 stands" in inquiry.ask(NEXT, "A1").because[0].text
    assert "an exemption lifts" in inquiry.ask(REGISTER).because[0].text


def test_accounts_held_through_a_reseller_leave_the_register_with_its_own_exemption() -> None:
    through = individual(("2027-01-02", "account", {"id": "A1", "reseller": "R1"}))
    own = exemption(GRANTED, "granted")
    theirs = exemption(GRANTED, "granted", "X2", reseller="R1")
    assert through.also(own).ask(GRANTED, REGISTER).value != ()
    assert through.also(own, theirs).ask(GRANTED, REGISTER).value == ()
