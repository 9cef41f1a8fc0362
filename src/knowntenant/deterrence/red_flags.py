"""Red flags: is a sign one, and what was done about it (7.301 red flag, 7.306(b)(3))."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import RedFlag, RedFlagResponse
from knowntenant.facts.types.red_flags import RESPONSE, Response
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO, ListOf

IS_ONE = "deterrence.is_red_flag"
RESPONSES = "deterrence.responses"
NONE_RECORDED = "no answer is recorded, not even that none is warranted"


@decides(IS_ONE, Declared(of="red_flag", answers=YES_NO))
def is_red_flag(inquiry: Inquiry, red_flag: str) -> Answer[Verdict]:
    """Say whether a sign points to possible malicious cyber activity.

    A person's judgement decides; without one, a sign of one of the three groups counts, since
    possible is enough. Unknown where neither is told.
    """
    told = inquiry.one(RedFlag, red_flag)
    judged = told.indicates_abuse if told else None
    verdict: Verdict
    if judged in (YES, NO):
        verdict, text = judged, f"{red_flag} was judged: {judged}"
    elif told is not None and told.category is not None:
        verdict, text = YES, f"{red_flag} is of the group {told.category}; nobody judged otherwise"
    else:
        verdict, text = UNKNOWN, f"nothing says whether {red_flag} points to malicious activity"
    refs = told.refs if told else ()
    return Answer(verdict, (inquiry.law.reason(IS_ONE, text, refs),))


@decides(RESPONSES, Declared(of="red_flag", answers=ListOf(RESPONSE)))
def responses(inquiry: Inquiry, red_flag: str) -> Answer[tuple[Response, ...]]:
    """Give what was done about a red flag; the conclusion that nothing was called for is one too.

    Empty, with a flag, where nothing at all is recorded about a sign that is a red flag.
    """
    is_one = is_red_flag(inquiry, red_flag)
    if inquiry.one(RedFlag, red_flag) is None:
        text = f"no red flag {red_flag} is told"
        return Answer(UNKNOWN, (inquiry.law.reason(RESPONSES, text),))
    told = {r.kind: r for r in inquiry.where(RedFlagResponse, flag=red_flag) if r.kind}
    taken = tuple(kind for kind in Response if kind in told)
    because = tuple(
        inquiry.law.reason(RESPONSES, f"{red_flag}: {kind}", told[kind].refs, part=kind)
        for kind in taken
    )
    nothing = (inquiry.law.reason(RESPONSES, f"{red_flag}: nothing done", part="respond"),)
    flags = (NONE_RECORDED,) if not taken and is_one.value is not NO else ()
    return Answer(taken, because or nothing, flags=flags).resting_on(is_one)
