"""Controllers who are blocked, or may be."""

from knowntenant.law.answer import NO
from knowntenant.law.loading import load_pack
from tests.world import START, controls, owns, world

OFAC = load_pack("ofac")


def test_a_controller_with_an_open_alert_is_flagged_with_the_customer_and_its_account() -> None:
    inquiry = world(
        (START, "customer", {"id": "C1", "kind": "entity"}),
        (START, "person", {"id": "P1", "kind": "individual"}),
        (START, "account", {"id": "A1", "customer": "C1", "state": "opened"}),
        (START, "screening_hit", {"id": "H1", "person": "X1", "listed": "sdn"}),
        owns("P1", "C1", "100"), controls("X1", "C1"),
    ).inquiry("2028-02-29", pack=OFAC)  # fmt: skip
    blocked = inquiry.ask("sanctions.blocked", "C1")
    assert (blocked.value, blocked.flags) == (NO, ("caution: X1 controls C1, and may be blocked",))
    affected = inquiry.ask("sanctions.accounts_affected")
    open_ = "whether X1, who acts for C1 of A1, is blocked is open"
    assert (affected.value, affected.flags) == ((), (open_,))
