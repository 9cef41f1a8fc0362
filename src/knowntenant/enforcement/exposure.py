"""Which prohibitions are touched on a day, by the facts or by a person's judgement (7.309(a))."""

from enum import StrEnum

from knowntenant.enforcement.limbs import ASKS, Shown, shown
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Conduct
from knowntenant.facts.types.enforcement import LIMB, Limb
from knowntenant.law.answer import NO, YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, ListOf, Shape, choice

EXPOSURE = "enforcement.exposure"
PEOPLE_JUDGE = "whether anything was violated is for people to judge"


class ShownBy(StrEnum):
    """What shows that a prohibition is touched."""

    FACTS = "facts"
    PERSON = "person"


TOUCHED = Shape(
    "touched prohibition",
    {
        "limb": LIMB, "of": ID, "clause": TEXT,
        "shown_by": choice("ground", "what shows it", ShownBy),
    },
)  # fmt: skip


@decides(
    EXPOSURE,
    Declared(
        answers=ListOf(TOUCHED), takes={"of": ID}, asks=ASKS,
        readings=("D14", "D35"),
    ),
)  # fmt: skip
def exposure(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give the prohibitions that are touched on the day, of what, and what shows it.

    Facts show missed filings, resellers without a program, supply against an order, suspensions
    left out and false statements. What a person judged about a prohibition counts beside the facts
    and before them. `of` narrows it to a subject ('provider' where it is the provider's own).
    """
    found = {(one.limb, one.of): one for one in shown(inquiry) if of in ("", one.of)}
    judged = {(c.limb, c.about): c for c in _judgements(inquiry, of) if c.limb and c.about}
    cleared = [pair for pair, c in judged.items() if c.touched is NO]
    people = {pair: c for pair, c in judged.items() if c.touched is YES}
    facts = {p: one for p, one in found.items() if not (one.doubt or p in cleared or p in people)}
    rows = [_row(inquiry, *pair, ShownBy.FACTS) for pair in facts]
    rows += [_row(inquiry, limb, str(about), ShownBy.PERSON) for limb, about in people]
    reasons = [_reason(inquiry, one) for one in facts.values()]
    reasons += [
        inquiry.law.reason(EXPOSURE, f"{about}: judged in {c.id}{_role(c)}", c.refs, part=limb)
        for (limb, about), c in people.items()
    ]
    nothing = [inquiry.law.reason(EXPOSURE, "no prohibition is shown to be touched")]
    flags = [one.doubt for one in found.values() if one.doubt]
    flags += [
        f"{judged[pair].id} judged {pair[0]} of {pair[1]} not touched{_role(judged[pair], ',')}"
        for pair in cleared
    ]
    answer = Answer(tuple(rows), tuple(reasons or nothing), flags=(PEOPLE_JUDGE, *flags))
    return answer.resting_on(*(one.answer for one in facts.values()))


def _judgements(inquiry: Inquiry, of: str) -> list[Conduct]:
    """Give what people judged, the latest last."""
    told = [c for c in inquiry.every(Conduct) if of in ("", c.about)]
    return sorted(told, key=lambda c: (inquiry.day_of(c.records[-1].happened), c.id))


def _role(judgement: Conduct, sign: str = "") -> str:
    """Name the role of who judged, where it is told."""
    return f"{sign} by {judgement.judged_by}" if judgement.judged_by else ""


def _row(inquiry: Inquiry, limb: Limb, of: str, by: ShownBy) -> dict[str, object]:
    clause = inquiry.law.cite(EXPOSURE, limb)[0]
    return {"limb": limb, "of": of, "clause": clause, "shown_by": by}


def _reason(inquiry: Inquiry, one: Shown) -> Reason:
    return inquiry.law.reason(EXPOSURE, f"{one.of}: {one.text}", one.answer.facts, part=one.limb)
