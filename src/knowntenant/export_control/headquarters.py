"""Is a company, or its ultimate parent, headquartered in Country Group D:5 or Macau, anywhere?"""

from knowntenant.export_control.parents import Ultimate, ultimate_parent
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.persons.kind import kind_of
from knowntenant.persons.seats import entry_of_place, head_presence, parts_of_place

HEADQUARTERS = "export_control.d5_headquarters"
LIST = "arms_embargoed_places"
DESTINATION = "only head offices are looked at, not where an item goes or from where it is used"
"""Said with every no: the place alone may call for a licence too."""


@decides(HEADQUARTERS, Declared(of="person", answers=YES_NO))
def d5_headquarters(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a company or its ultimate parent has its head office in Country Group D:5.

    Macau counts too, and Hong Kong is a part of China. Where the company itself is makes no
    difference. Unknown where a head office, or who stands above the company, is not stated; but
    where the chain of parents leads to D:5 as far as it is recorded, that counts, with a flag.
    An individual has no head office. A no says nothing of the place where items go, and is flagged.
    """
    found = _headquarters(inquiry, person)
    flags = (*found.flags, DESTINATION) if found.value is NO else found.flags
    return Answer(found.value, found.because, found.readings, flags)


def _headquarters(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    law = inquiry.law
    if kind_of(inquiry, person) is PersonKind.INDIVIDUAL:
        text = f"{person} is an individual and has no head office"
        return Answer(NO, (law.reason(HEADQUARTERS, text),))
    own, because = seat(inquiry, person, "own")
    if own is YES:
        return Answer(YES, (because,))
    ultimate = ultimate_parent(inquiry, person)
    if ultimate.open_:
        return _broken(inquiry, person, ultimate, because)
    if ultimate.company == person:
        text = f"nobody stands above {person}"
        alone = law.reason(HEADQUARTERS, text, ultimate.facts, part="parent")
        return Answer(own, (because, alone))
    of_parent, behind = seat(inquiry, ultimate.company, "parent")
    text = f"{ultimate.company} is the ultimate parent of {person}"
    chain = law.reason(HEADQUARTERS, text, ultimate.facts, part="parent")
    reasons = (behind, chain, because)
    if of_parent is YES:
        flag = f"{person} itself is not headquartered in D:5 or Macau; its ultimate parent is"
        return Answer(YES, reasons, (), (flag,) if own is NO else ())
    return Answer(UNKNOWN if UNKNOWN in (own, of_parent) else NO, reasons)


def _broken(inquiry: Inquiry, person: str, ultimate: Ultimate, own: Reason) -> Answer[Verdict]:
    """Give the answer for a chain of parents that may go on, as far as it is recorded.

    A head office in D:5 at its end counts until somebody above it is stated; one elsewhere leaves
    the answer open.
    """
    text = f"{ultimate.open_}, so the ultimate parent of {person} is not known"
    because = inquiry.law.reason(HEADQUARTERS, text, ultimate.facts, part="parent")
    near, behind = seat(inquiry, ultimate.company, "parent")
    if near is YES:
        flag = f"whether anybody stands above {ultimate.company} is not stated"
        return Answer(YES, (behind, because, own), (), (flag,))
    reasons = (because, own) if ultimate.company == person else (because, behind, own)
    return Answer(UNKNOWN, reasons, (), (ultimate.open_,))


def seat(inquiry: Inquiry, company: str, part: str) -> tuple[Verdict, Reason]:
    """Say whether a company's head office is in a place of the list, and why."""
    presence = head_presence(inquiry, company)
    place = presence.headquartered_in if presence else None
    if presence is None or place is None:
        text = f"where {company} has its head office is not stated"
        return UNKNOWN, inquiry.law.reason(HEADQUARTERS, text, part=part)
    entry = entry_of_place(inquiry.law, LIST, place)
    part_of = UNKNOWN if parts_of_place(inquiry.law, LIST, place) else NO
    verdict = Verdict(entry.answer) if entry else part_of
    counts = {
        YES: "on the list", NO: "not on the list", UNKNOWN: "of which the list is uncertain",
    }[verdict]  # fmt: skip
    text = f"{company} has its head office in {place}, {counts}"
    by_place = (entry.clause,) if entry else ()
    clauses = dict.fromkeys((*inquiry.law.cite(HEADQUARTERS, part), *by_place))
    return verdict, Reason(text, tuple(clauses), presence.refs)
