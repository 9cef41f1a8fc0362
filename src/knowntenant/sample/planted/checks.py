"""Planted: verification and what comes of it (7.302(d)(2), (d)(3), (e)(1), (f)(2))."""

from datetime import date

from knowntenant.sample.customers import foreign_entity, foreign_individual
from knowntenant.sample.days import plus
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.plain import close
from knowntenant.sample.planted.expected import shut, unverified
from knowntenant.sample.truth import Expected, Story

REVIEWS = "7.302(f)(2)"


def failed_then_passed(seat: Seat) -> Story:
    """A passport that was not legible, and another method that succeeded."""
    made = foreign_individual(seat)
    made.rows["evidence"][0].update(result="failed", showed="the photograph was not legible")
    made.check(made.id, made.row, plus(made.opened, 2), method="non_documentary")
    return Story((made,), why="another method succeeded where the document had not")


def doubtful_entity(seat: Seat) -> Story:
    """A foreign entity whose document left a doubt."""
    made = foreign_entity(seat)
    made.rows["evidence"][0].update(result="doubtful", showed="the seal differs from the register")
    return Story((made,), unverified(made, "identity_doubtful"))


def discrepancy_open(seat: Seat) -> Story:
    """A passport that passed in spite of a discrepancy nobody resolved."""
    made = foreign_individual(seat)
    made.rows["evidence"][0]["discrepancy"] = "the year of birth differs"
    return Story((made,), unverified(made, "identity_doubtful"))


def discrepancy_resolved(seat: Seat) -> Story:
    """A discrepancy that was resolved, and how."""
    made = foreign_individual(seat)
    made.rows["evidence"][0].update(
        discrepancy="the family name differs", resolution="a certificate of marriage was shown"
    )
    return Story((made,), why="it is recorded how the discrepancy was resolved")


def document_expired(seat: Seat) -> Story:
    """A passport that was no longer valid when it was looked at."""
    made = foreign_individual(seat)
    made.rows["evidence"][0]["expires"] = plus(made.opened, -1).isoformat()
    return Story((made,), unverified(made))


def document_not_described(seat: Seat) -> Story:
    """A passport that was relied on, without a copy or a description."""
    made = foreign_individual(seat)
    for cell in ("description", "copy", "showed"):
        del made.rows["evidence"][0][cell]
    return Story((made,), (Expected("record_incomplete", made.id, "7.302(e)(1)(ii)"),))


def finally_failed(seat: Seat) -> Story:
    """A forged passport; the account is still open."""
    made = foreign_individual(seat)
    _fail(made)
    failed = Expected("verification_failed", made.account, "7.302(d)(3)(iii)")
    return Story((made,), (failed, *unverified(made)[1:]))


def registered_again_after_failing(first: Seat, second: Seat) -> Story:
    """One who finally failed, and who signs up again with the same e-mail address."""
    before = foreign_individual(first, opened=date(2026, 10, 5), code="UA")
    _fail(before)
    close(before, date(2026, 11, 2))
    again = foreign_individual(second, opened=date(2027, 1, 11), code="UA")
    again.row["email"] = str(before.row["email"]).upper()
    back = Expected("reregistration", again.id, "7.304(a)(2)(ix)(E)")
    return Story((before, again), (back, shut(again)))


def never_verified(seat: Seat) -> Story:
    """A foreign individual with an open account whom nobody verified."""
    made = foreign_individual(seat)
    made.rows["evidence"].clear()
    return Story((made,), unverified(made))


def review_overdue(seat: Seat) -> Story:
    """A customer of the high tier whose yearly review is overdue."""
    made = foreign_individual(seat, opened=date(2026, 5, 4))
    made.row["tier"] = "high"
    return Story((made,), (Expected("review_overdue", made.id, REVIEWS),))


def review_due_soon(seat: Seat) -> Story:
    """A customer of the medium tier whose review falls due in six weeks."""
    made = foreign_individual(seat, opened=date(2025, 8, 11))
    made.row["tier"] = "medium"
    return Story((made,), (Expected("review_due_soon", made.id, REVIEWS),))


def identity_theft_claimed(seat: Seat) -> Story:
    """A customer who claims identity theft, nine days ago."""
    made = foreign_individual(seat)
    made.add("notices", id=f"N-{made.id}", sender=made.id, about="identity_theft",
             happened="2027-06-21")  # fmt: skip
    return Story((made,), (Expected("redress_to_open", made.id, "7.302(d)(3)(iv)"),))


def redress_under_way(seat: Seat) -> Story:
    """The same, for whom a case was opened."""
    made = foreign_individual(seat)
    made.add("notices", id=f"N-{made.id}", sender=made.id, about="identity_theft",
             happened="2027-06-21")  # fmt: skip
    made.add("redress", id=f"X-{made.id}", customer=made.id, ground="identity_theft",
             state="opened", happened="2027-06-22")  # fmt: skip
    return Story((made,), why="a case was opened on the day after the claim")


def _fail(made: Made) -> None:
    made.rows["evidence"][0].update(result="failed", final="yes", showed="the passport is forged")
