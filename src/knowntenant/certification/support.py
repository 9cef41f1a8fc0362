"""Does the record support the statements of a yearly certification? (7.304(b)(1)-(6))."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from knowntenant.certification.failures import Failure, failures, unsettled
from knowntenant.certification.items import program_gaps
from knowntenant.facts.declaration import Fact
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import (
    Change,
    Product,
    ProgramReview,
    ProgramVersion,
    ResellerSubmission,
    Shortcoming,
)
from knowntenant.facts.types.changes import ChangeKind
from knowntenant.facts.types.submissions import Attested
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict


@dataclass(frozen=True, slots=True)
class Support:
    """Whether the record supports a statement: so many of so many, in words, on which facts."""

    verdict: Verdict
    counted: int
    out_of: int
    why: str
    facts: tuple[str, ...] = ()


def of_provider(inquiry: Inquiry, since: date) -> dict[Attested, Support]:
    """Say of each statement whether the record since a day supports the provider's making it."""
    failed, open_ = failures(inquiry, "", since), unsettled(inquiry, "", since)
    return {
        Attested.REVIEWED: _reviewed(inquiry, since),
        Attested.SERVICES: _services(inquiry, since),
        Attested.THREATS: _threats(inquiry, since),
        Attested.COMPLIES: _complies(inquiry, since),
        Attested.FAILURES_COUNTED: _counted(failed, open_),
        Attested.RESOLUTIONS_RECORDED: _resolutions(failed, open_),
    }


def of_reseller(inquiry: Inquiry, of: str, since: date) -> dict[Attested, Support]:
    """Give a reseller's statements: its own word since then, and no where facts speak against."""
    told = inquiry.one(ResellerSubmission, of)
    record = told.told("attests") if told else None
    fresh = record is not None and inquiry.day_of(record.happened) > since
    word = (told.attests or ()) if told and fresh else ()
    facts = told.refs if told else ()
    failed, open_ = failures(inquiry, of, since), unsettled(inquiry, of, since)
    numbers = {
        Attested.FAILURES_COUNTED: _counted(failed, open_),
        Attested.RESOLUTIONS_RECORDED: _resolutions(failed, open_),
    }
    found: dict[Attested, Support] = {}
    for attested in Attested:
        own = attested in word
        why = "the reseller states it" if own else "the reseller has not stated it"
        verdict = YES if own else UNKNOWN
        support = Support(verdict, int(own), 1, why, facts)
        number = numbers.get(attested)
        if number is not None:
            stands = number.verdict if number.verdict is NO else verdict
            support = replace(number, verdict=stands, why=f"{why}; {number.why}")
        found[attested] = support
    return found


def _reviewed(inquiry: Inquiry, since: date) -> Support:
    reviews = _since(inquiry, inquiry.every(ProgramReview), since)
    verdict = YES if reviews else NO
    return Support(verdict, len(reviews), 1, f"{len(reviews)} reviews since", _refs(reviews))


def _services(inquiry: Inquiry, since: date) -> Support:
    """Say whether a version, or a review that took services into account, followed each new one."""
    offered = inquiry.every(Product)
    told = [change for change in _changes(inquiry) if change.kind is ChangeKind.NEW_SERVICE]
    new = _come_up(inquiry, (*offered, *told), since)
    if not offered and not told:
        return Support(UNKNOWN, 0, 0, "no service is told, so no change of them can be seen")
    reviews = inquiry.every(ProgramReview)
    considered = [review for review in reviews if review.services_considered is YES]
    silent = [review for review in reviews if review.services_considered not in (YES, NO)]
    return _answered(inquiry, new, considered, silent, "new services")


def _threats(inquiry: Inquiry, since: date) -> Support:
    """Say whether each new threat was followed up; with none told, whether anybody looked."""
    told = [change for change in _changes(inquiry) if change.kind is ChangeKind.THREAT]
    new = _come_up(inquiry, told, since)
    reviews = inquiry.every(ProgramReview)
    considered = [review for review in reviews if review.threats_considered is YES]
    if not new:
        looked = _since(inquiry, considered, since)
        why = f"no new threat is told; {len(looked)} reviews looked for them"
        return Support(YES if looked else UNKNOWN, len(looked), 1, why, _refs(looked))
    silent = [review for review in reviews if review.threats_considered not in (YES, NO)]
    return _answered(inquiry, new, considered, silent, "new threats")


def _answered(
    inquiry: Inquiry,
    new: list[Fact],
    considered: Iterable[Fact],
    silent: Iterable[Fact],
    what: str,
) -> Support:
    """Say how many changes a version of the program, or a review that says so, came after."""
    answers = [inquiry.day_of(f.begun) for f in (*considered, *inquiry.every(ProgramVersion))]
    perhaps = [inquiry.day_of(fact.begun) for fact in silent]
    days = [_known_on(inquiry, fact) for fact in new]
    met = sum(any(answer >= day for answer in answers) for day in days)
    open_ = sum(any(answer >= day for answer in (*answers, *perhaps)) for day in days)
    verdict = YES if met == len(days) else UNKNOWN if open_ == len(days) else NO
    why = f"{met} of {len(days)} {what} were followed by a version, or a review that says so"
    return Support(verdict, met, len(days), why, _refs(new))


def _complies(inquiry: Inquiry, since: date) -> Support:
    """Say what the last review found; an open shortcoming, or a gap in the program, is a no."""
    named = [s for s in inquiry.every(Shortcoming) if s.reseller is None]
    open_ = [s for s in named if s.resubmitted_on is None or s.resubmitted_on > inquiry.day]
    if open_:
        return Support(NO, 0, len(open_), f"{len(open_)} shortcomings are open", _refs(open_))
    gaps = program_gaps(inquiry)
    if gaps:
        return Support(NO, 0, len(gaps), f"left open by the program: {', '.join(gaps)}")
    reviews = _since(inquiry, inquiry.every(ProgramReview), since)
    said = [r for r in reviews if isinstance(r, ProgramReview) and r.complies in (YES, NO)]
    if not said:
        return Support(UNKNOWN, 0, 1, "no review since says whether the program complies")
    last = max(said, key=lambda review: inquiry.day_of(review.begun))
    verdict = last.complies or UNKNOWN
    why = f"review {last.id} found that it {'complies' if verdict is YES else 'does not comply'}"
    return Support(verdict, int(verdict is YES), 1, why, last.refs)


def _counted(found: list[Failure], open_: int) -> Support:
    why = f"{len(found)} times an identity could not be verified"
    why += f"; of {open_} steps the result is not recorded" if open_ else ""
    facts = tuple(ref for failure in found for ref in failure.facts)
    return Support(UNKNOWN if open_ else YES, len(found), len(found) + open_, why, facts)


def _resolutions(found: list[Failure], open_: int) -> Support:
    missing = [failure for failure in found if not failure.resolved]
    resolved = len(found) - len(missing)
    verdict = NO if missing else UNKNOWN if open_ else YES
    why = f"the resolution of {resolved} of {len(found)} is recorded"
    facts = tuple(ref for failure in missing for ref in failure.facts)
    return Support(verdict, resolved, len(found), why, facts)


def _changes(inquiry: Inquiry) -> list[Change]:
    return [change for change in inquiry.every(Change) if change.reseller is None]


def _since(inquiry: Inquiry, facts: Iterable[Fact], since: date) -> list[Fact]:
    """Give what was done after a day: a review of before stays one of before, whenever learned."""
    return [fact for fact in facts if inquiry.day_of(fact.begun) > since]


def _come_up(inquiry: Inquiry, facts: Iterable[Fact], since: date) -> list[Fact]:
    """Give what came up after a day; what was learned of later than it was came up only then."""
    return [fact for fact in facts if _known_on(inquiry, fact) > since]


def _known_on(inquiry: Inquiry, fact: Fact) -> date:
    first = fact.records[0]
    return max(inquiry.day_of(first.happened), inquiry.day_of(first.learned))


def _refs(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(ref for fact in facts for ref in fact.refs)
