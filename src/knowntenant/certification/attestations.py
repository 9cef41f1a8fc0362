"""The six statements of a yearly certification, and whether the record supports them (7.304(b))."""

from datetime import date

from knowntenant.certification.filers import MUTING, filer, muted
from knowntenant.certification.items import GAPS
from knowntenant.certification.notifications import chain_of
from knowntenant.certification.support import Support, of_provider, of_reseller
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types.submissions import ATTESTED, Attested
from knowntenant.law.answer import Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, WHOLE, YES_NO, ListOf, Shape

ATTESTATIONS = "certification.attestations"
ROW = Shape(
    "attestation",
    {
        "attestation": ATTESTED, "clause": TEXT, "supported": YES_NO,
        "counted": WHOLE, "out_of": WHOLE, "why": TEXT,
    },
)  # fmt: skip


@decides(
    ATTESTATIONS,
    Declared(
        answers=ListOf(ROW),
        takes={"of": ID},
        asks=(GAPS, *MUTING),
        readings=("D2", "D36"),
    ),
)
def attestations(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give the six statements of the next yearly certification, and whether each can be signed.

    They speak of the time since the previous notification. supported: yes where the record shows
    it, no where it shows the opposite, unknown where it settles nothing; counted and out_of are
    the numbers behind that. A reseller's are its own word, unless facts at hand contradict it.
    """
    who = filer(inquiry, of)
    silenced = muted(inquiry, who)
    if silenced is not None:
        text = f"an exemption silences the certifications of {who or 'the provider'}"
        reason = inquiry.law.reason(ATTESTATIONS, text)
        return Answer((), (reason,), flags=("exempt",)).resting_on(silenced)
    last = chain_of(inquiry, who).last
    since = last.day if last else date.min
    found = of_reseller(inquiry, who, since) if who else of_provider(inquiry, since)
    rows = tuple(_row(inquiry, attested, support) for attested, support in found.items())
    reasons = tuple(_reason(inquiry, attested, support) for attested, support in found.items())
    flags = () if last else ("no previous notification: the first form has no such statements",)
    return Answer(rows, reasons, flags=flags)


def _row(inquiry: Inquiry, attested: Attested, support: Support) -> dict[str, object]:
    (clause,) = inquiry.law.cite(ATTESTATIONS, attested)
    return {
        "attestation": attested, "clause": clause, "supported": support.verdict,
        "counted": support.counted, "out_of": support.out_of, "why": support.why,
    }  # fmt: skip


def _reason(inquiry: Inquiry, attested: Attested, support: Support) -> Reason:
    text = f"{attested}: {support.why}"
    return inquiry.law.reason(ATTESTATIONS, text, support.facts, part=attested)
