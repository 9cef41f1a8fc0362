"""Is a place a foreign jurisdiction? A region counts on its own, whoever governs it (7.301)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO, read_yes_no

FOREIGN = "scope.foreign_jurisdiction"
LISTED = "jurisdictions"


@decides(FOREIGN, Declared(answers=YES_NO, takes={"place": PLACE}))
def foreign_jurisdiction(inquiry: Inquiry, place: Place) -> Answer[Verdict]:
    """Say whether a place is a foreign jurisdiction.

    Any country, territory or region outside the jurisdiction of the United States in which somebody
    governs, in law or in fact, recognised or not. The pack's list has the places of which the table
    of places cannot tell that.
    """
    listed = inquiry.law.entry(LISTED, place.code)
    name = f"{place.name} ({place.code})"
    larger = f", {place.kind} within {place.within}" if place.within else f", {place.kind}"
    if listed is not None:
        verdict, text = read_yes_no(listed.answer), f"{name}: {listed.note}"
    elif place.united_states:
        verdict, text = NO, f"{name}{larger}: under the jurisdiction of the United States"
    else:
        verdict, text = YES, f"{name}{larger}: outside the jurisdiction of the United States"
    flags = (f"whether anybody governs {place.code} is not settled",)
    reason = inquiry.law.reason(FOREIGN, text)
    return Answer(verdict, (reason,), flags=flags if verdict is UNKNOWN else ())
