"""Listed parties tied to a company other than by half of it: a red flag of the affiliates rule."""

from knowntenant.export_control.affiliates import affiliates_rule_applies, restricted_by
from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import UNKNOWN, YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, PERCENT, TEXT, ListOf, Shape
from knowntenant.ownership.connections import connections_of

CONNECTIONS = "export_control.restricted_connections"
ROW = Shape("restricted connection", {"person": ID, "as": TEXT, "entity": ID, "share": PERCENT})


@decides(CONNECTIONS, Declared(of="person", answers=ListOf(ROW)))
def restricted_connections(inquiry: Inquiry, person: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give every listed owner, director, other controller and parent of a person, and of whom.

    Listed, or held at the share by those who are. as: owner (of any share), parent, or the role;
    entity: the person itself, or one above it; share: where one is told. Whoever may be restricted
    is flagged, and so is the suspension of the rule, on whose days the ties are told all the same.
    """
    rows: list[dict[str, object]] = []
    because: list[Reason] = []
    open_: dict[str, None] = {}
    for one in connections_of(inquiry, person):
        stands = restricted_by(inquiry, one.person).verdict(one.person)
        if stands is YES:
            share = {} if one.share is None else {"share": one.share}
            rows.append({"person": one.person, "as": one.tie, "entity": one.of, **share})
            text = f"{one.person}, who is a listed party or held by such, is {one.tie} of {one.of}"
            because.append(inquiry.law.reason(CONNECTIONS, text, one.facts))
        elif stands is UNKNOWN:
            open_[f"whether {one.person}, {one.tie} of {one.of}, is restricted is open"] = None
    if rows and affiliates_rule_applies(inquiry).value is not YES:
        open_["the affiliates rule does not apply for sure; a tie is a sign to look at"] = None
    if not because:
        text = f"no listed party is shown to own, lead or stand above {person}"
        because.append(inquiry.law.reason(CONNECTIONS, text))
    return Answer(tuple(rows), tuple(because), (), tuple(open_))
