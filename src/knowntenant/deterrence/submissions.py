"""What a request for an exemption lacks before it can go in (7.306(e)(1), (b)(5)(i), D3)."""

from collections.abc import Iterator, Mapping

from knowntenant.deterrence.contents import adp_gaps
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Exemption
from knowntenant.facts.types.deterrence import AdpContent
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, YES_NO, ListOf, Shape

SUBMISSION = "deterrence.submission_gaps"
LACK = Shape("submission gap", {"gap": TEXT, "clause": TEXT, "blocks": YES_NO})
Row = dict[str, object]


@decides(SUBMISSION, Declared(of="exemption", answers=ListOf(LACK), readings=("D3",)))
def submission_gaps(inquiry: Inquiry, exemption: str) -> Answer[tuple[Row, ...]]:
    """Give what a request lacks, each with its clause and whether it blocks the submission.

    A written description of the ADP and the approval of the ADP block; so does each other gap of
    the ADP, where the wrong reference is read as (b) (D3). That it goes in electronically, and
    speaks to the factors that the Secretary weighs, is advisable and blocks nothing.
    """
    told = inquiry.one(Exemption, exemption)
    taken = (inquiry.law.reading("D3"),)
    if told is None:
        text = f"no request {exemption} is told"
        return Answer(UNKNOWN, (inquiry.law.reason(SUBMISSION, text),), taken)
    rows = tuple(
        dict(row)
        for row in (*_form(inquiry, told), *_contents(inquiry, told), *_factors(inquiry, told))
    )
    blocking = [row["gap"] for row in rows if row["blocks"] is YES]
    stopped = f"{exemption} cannot go in: {', '.join(map(str, blocking))}"
    text = stopped if blocking else f"nothing keeps {exemption} from going in"
    reasons = tuple(
        inquiry.law.reason(SUBMISSION, text, told.refs, part=part)
        for part in dict.fromkeys(map(_part, rows)) or ("written",)
    )
    on = (adp_gaps(inquiry, told.adp),) if told.adp else ()
    return Answer(rows, reasons, taken).resting_on(*on)


def _part(row: Mapping[str, object]) -> str:
    """Give the part of the answer, for its clause: a factor's clause is that of the form."""
    gap = str(row["gap"])
    return gap if gap in ("electronic", "approval") else "written"


def _form(inquiry: Inquiry, told: Exemption) -> Iterator[Row]:
    if told.written is not YES:
        yield _row(inquiry, "written", YES)
    if told.describes_adp is not YES:
        yield _row(inquiry, "description", YES)
    if told.electronic is not YES:
        yield _row(inquiry, "electronic", NO)


def _contents(inquiry: Inquiry, told: Exemption) -> Iterator[Row]:
    gaps = adp_gaps(inquiry, told.adp).value if told.adp else UNKNOWN
    if not isinstance(gaps, tuple):
        yield _row(inquiry, "adp", YES)
        yield _row(inquiry, "approval", YES)
        return
    literal = inquiry.law.reading("D3").choice == "literal"
    for gap in gaps:
        approval = gap["element"] is AdpContent.APPROVAL
        blocks = NO if literal and not approval else YES
        yield {"gap": str(gap["element"]), "clause": gap["clause"], "blocks": blocks}


def _factors(inquiry: Inquiry, told: Exemption) -> Iterator[Row]:
    for factor in inquiry.law.pack.lists.get("exemption_factors", {}).values():
        if factor.value not in (told.addresses or ()):
            yield {"gap": f"factor {factor.value}", "clause": factor.clause, "blocks": NO}


def _row(inquiry: Inquiry, gap: str, blocks: Verdict) -> Row:
    return {"gap": gap, "clause": inquiry.law.cite(SUBMISSION, gap)[0], "blocks": blocks}
