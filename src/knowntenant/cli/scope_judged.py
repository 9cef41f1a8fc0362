"""Product lines judged under a pack: every answer that `knowntenant scope` shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.facts.record import Record
from knowntenant.facts.types import Product
from knowntenant.law.answer import Answer
from knowntenant.law.kinds import fold
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from knowntenant.law.problem import Problem, nearest
from knowntenant.obligations.registry import all_decisions
from knowntenant.scope.products import KINDS, PREAMBLE_ONLY

IN_SCOPE, PARTS, WANTED = (
    "scope.product_in_scope", "scope.bundle_parts", "scope.settling_facts",
)  # fmt: skip
US, US_LIMBS, PROVIDER = "scope.us_product", "scope.us_product_limbs", "scope.us_provider"


@dataclass(frozen=True, slots=True)
class Line:
    """A product line with its answers.

    parts: of a bundle; wanted: the facts that would settle what is open; hint: what may be meant by
    a kind that the pack does not know; bundle: of which it is part.
    """

    id: str
    name: str
    kind: str
    bundle: str
    scope: Answer[object]
    us: Answer[object]
    limbs: Answer[object]
    parts: tuple[Mapping[str, object], ...]
    wanted: tuple[Mapping[str, object], ...]
    hint: str

    @property
    def by_preamble(self) -> bool:
        """Whether the answer rests on the preamble alone, which is not regulatory text."""
        return PREAMBLE_ONLY in self.scope.flags and not self.parts


@dataclass(frozen=True, slots=True)
class Judged:
    """All lines, and of each person who owns or offers one whether it is a US IaaS provider."""

    pack: Pack
    lines: tuple[Line, ...]
    providers: Mapping[str, Answer[object]]


def refused(pack: Pack) -> list[Problem]:
    """Give the problem of a pack that says nothing of product lines."""
    if IN_SCOPE in pack.decided:
        return []
    what = f"pack {pack.name} says nothing of product lines."
    return [Problem("--pack", what, "Choose nprm-2024 or nprm-2024-strict.")]


def judged(records: Iterable[Record], ids: Iterable[str], pack: Pack, day: date) -> Judged:
    """Ask everything about the product lines named."""
    all_decisions()
    known = Known(Ledger(records, pack.zone), day)
    inquiry = Inquiry(known, Law(pack), Program(), day)
    persons = dict.fromkeys(
        person
        for line in inquiry.every(Product)
        for person in (line.owned_by, line.offered_by)
        if person
    )
    return Judged(
        pack,
        tuple(_line(inquiry, id_) for id_ in ids),
        {person: inquiry.ask(PROVIDER, person) for person in persons},
    )


def _line(inquiry: Inquiry, id_: str) -> Line:
    told = inquiry.one(Product, id_)
    kind = (told.kind if told else None) or ""
    return Line(
        id=id_,
        name=(told.name if told else None) or "",
        kind=kind,
        bundle=(told.part_of if told else None) or "",
        scope=inquiry.ask(IN_SCOPE, id_),
        us=inquiry.ask(US, id_),
        limbs=inquiry.ask(US_LIMBS, id_),
        parts=_rows(inquiry.ask(PARTS, id_)),
        wanted=_rows(inquiry.ask(WANTED, id_)),
        hint=_hint(inquiry, kind),
    )


def _rows(answer: Answer[object]) -> tuple[Mapping[str, object], ...]:
    rows = answer.value if isinstance(answer.value, tuple) else ()
    return tuple(row for row in rows if isinstance(row, Mapping))


def _hint(inquiry: Inquiry, kind: str) -> str:
    known = inquiry.law.pack.lists.get(KINDS, {})
    if not kind or fold(kind) in known:
        return ""
    return f"'{kind}' is not in the pack's list. {nearest(fold(kind), known)}"
