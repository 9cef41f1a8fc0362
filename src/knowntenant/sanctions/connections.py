"""Blocked persons near a customer who need not block it, but call for caution (FAQ 398)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import UNKNOWN, YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, PERCENT, TEXT, ListOf, Shape
from knowntenant.ownership.connections import connections_of
from knowntenant.sanctions.blocked import is_blocked

CONNECTIONS = "sanctions.blocked_connections"
ROW = Shape("blocked connection", {"person": ID, "as": TEXT, "entity": ID, "share": PERCENT})


@decides(CONNECTIONS, Declared(of="person", answers=ListOf(ROW)))
def blocked_connections(inquiry: Inquiry, person: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give every blocked owner, director, other controller and parent of a person, and of whom.

    as: owner (of any share), parent, or the role; entity: the person itself, or an entity above it
    through which the tie runs; share: where one is told. Whoever may be blocked is flagged. Whether
    the person is blocked by them is another question: control alone does not do it.
    """
    rows: list[dict[str, object]] = []
    because: list[Reason] = []
    open_: dict[str, None] = {}
    for one in connections_of(inquiry, person):
        stands = is_blocked(inquiry, one.person)
        if stands is YES:
            share = {} if one.share is None else {"share": one.share}
            rows.append({"person": one.person, "as": one.tie, "entity": one.of, **share})
            text = f"{one.person}, who is blocked, is {one.tie} of {one.of}"
            because.append(inquiry.law.reason(CONNECTIONS, text, one.facts))
        elif stands is UNKNOWN:
            open_[f"whether {one.person}, {one.tie} of {one.of}, is blocked is open"] = None
    if not because:
        text = f"no blocked person is shown to own, lead or stand above {person}"
        because.append(inquiry.law.reason(CONNECTIONS, text))
    return Answer(tuple(rows), tuple(because), (), tuple(open_))
