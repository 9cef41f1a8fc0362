"""Blocked persons tied to a customer, in worlds made at random: exactly those, and no other."""

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.loading import load_pack
from tests.world import START, controls, owns, world

OFAC = load_pack("ofac")
DAY = "2026-01-01"
LISTED = st.sets(st.sampled_from(["P1", "P2", "P3"]))


@given(LISTED, LISTED)
def test_rows_are_the_blocked_and_flags_are_those_of_whom_it_is_open(
    listed: set[str], alerted: set[str]
) -> None:
    people = [(START, "person", {"id": one, "kind": "individual"}) for one in ("P1", "P2", "P3")]
    lists = [(START, "listed", {"person": one, "list_name": "sdn"}) for one in sorted(listed)]
    alerts = [
        (START, "screening_hit", {"id": f"H-{one}", "person": one, "listed": "sdn"})
        for one in sorted(alerted)
    ]
    answer = world(
        *people, *lists, *alerts, owns("P1", "C1", "5"), controls("P2", "C1", role="director"),
        controls("P3", "C1"),
    ).inquiry(DAY, pack=OFAC).ask("sanctions.blocked_connections", "C1")  # fmt: skip
    assert isinstance(answer.value, tuple)
    assert {row["person"] for row in answer.value} == listed
    assert {flag.split()[1].strip(",") for flag in answer.flags} == alerted - listed
    assert all(reason.clauses for reason in answer.because)
    assert len(answer.because) == max(1, len(listed))


def test_somebody_without_ties_has_no_blocked_ones_and_is_told_so() -> None:
    answer = world((START, "customer", {"id": "C1"})).inquiry(DAY, pack=OFAC).ask(
        "sanctions.blocked_connections", "C1"
    )  # fmt: skip
    assert answer.value == ()
    assert "no blocked person is shown" in answer.because[0].text
