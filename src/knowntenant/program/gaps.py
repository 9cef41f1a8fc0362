"""What the written program leaves open or says twice over (7.302, 7.304(a)(1))."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.program import AfterFailure, Program, elements, written
from knowntenant.facts.program_setting import Mode
from knowntenant.facts.tier_rules import Factor, TierRule
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import UNKNOWN, YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, ListOf, Shape, choice
from knowntenant.law.law import Law

GAPS = "program.gaps"
NOT_WRITTEN = "not written"
MODE = choice("mode", "carried out by the software, vouched for, or told", Mode)
GAP = Shape("gap", {"element": TEXT, "clause": TEXT, "mode": MODE, "what": TEXT})


@dataclass(frozen=True, slots=True)
class Gap:
    """An element that is not written, or that another contradicts; `what` says which."""

    element: str
    clause: str
    what: str

    @property
    def mode(self) -> Mode:
        """How the element lives."""
        return elements()[self.element].mode


@decides(GAPS, Declared(answers=ListOf(GAP)))
def gaps(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give what the written program leaves open of 7.302 and 7.304(a)(1), and its contradictions.

    Unknown where no program was given: then nobody can say what it leaves open.
    """
    if not is_given(inquiry.program):
        return Answer(UNKNOWN, (inquiry.law.reason(GAPS, "no written program was given"),))
    found = tuple(gaps_of(inquiry.program, inquiry.law))
    rows: tuple[dict[str, object], ...] = tuple(
        {"element": gap.element, "clause": gap.clause, "mode": gap.mode, "what": gap.what}
        for gap in found
    )
    reasons = tuple(Reason(f"{gap.element}: {gap.what}", (gap.clause,)) for gap in found)
    none = (inquiry.law.reason(GAPS, "every element is written, and none contradicts another"),)
    return Answer(rows, reasons or none)


def is_given(program: Program) -> bool:
    """Tell whether there is a program at all; one that says nothing beyond defaults is none."""
    return program != Program()


def gaps_of(program: Program, law: Law) -> Iterator[Gap]:
    """Give the gaps of a program in the order in which its elements are declared."""
    said = {gap.element: gap for gap in _contradictions(program, law)}
    for element in elements().values():
        needed = element.clause and not element.may_be_empty
        if element.name in said:
            yield said[element.name]
        elif needed and not written(getattr(program, element.name)):
            yield Gap(element.name, element.clause, NOT_WRITTEN)


def _contradictions(program: Program, law: Law) -> Iterator[Gap]:
    checks = (_of_methods(program), _of_use(program), _of_numbers(program), _of_rules(program, law))
    for name, stands, what in chain.from_iterable(checks):
        if stands:
            yield Gap(name, elements()[name].clause, what)


Check = tuple[str, bool, str]
"""An element, whether something is wrong with it, and what."""


def _of_methods(program: Program) -> Iterator[Check]:
    documents, other = bool(program.accepted_documents), bool(program.non_documentary_methods)
    how = bool(program.document_validity)
    yield (
        "non_documentary_methods", not (documents or how or other),
        "neither documents nor other methods are written; identity is verified by one or both",
    )  # fmt: skip
    yield (
        "document_validity",
        documents and not how,
        "documents are accepted, their check is not written",
    )
    yield (
        "accepted_documents", how and not documents,
        "the check of documents is written, the documents accepted are not",
    )  # fmt: skip


def _of_use(program: Program) -> Iterator[Check]:
    use = program.provisional_use is YES
    limits = bool(program.provisional_permissions)
    yield "provisional_use", program.provisional_use is UNKNOWN, "neither yes nor no"
    yield (
        "provisional_permissions", use and not limits,
        "there is provisional use, and nothing limits it",
    )  # fmt: skip
    yield (
        "provisional_days", use and not program.provisional_days,
        "there is provisional use, and it lasts no day",
    )  # fmt: skip
    yield (
        "no_provisional_tiers", use and set(Tier) <= set(program.no_provisional_tiers),
        "there is provisional use, and no risk tier may have it",
    )  # fmt: skip
    restricts = program.after_failure is AfterFailure.RESTRICT
    yield (
        "after_failure", restricts and not limits,
        "accounts are restricted, and what they are limited to is not written",
    )  # fmt: skip


def _of_numbers(program: Program) -> Iterator[Check]:
    yield "attempts", not program.attempts, "no attempt: verification fails before it begins"
    for name in ("review_days_low", "review_days_medium", "review_days_high"):
        yield name, not getattr(program, name), "no day: there is no next re-verification"
    low, medium, high = (program.review_days(tier) for tier in Tier)
    yield "review_days_medium", medium > low > 0, "less often than at low risk"
    yield "review_days_high", high > min(medium, low) > 0, "less often than at a lower risk"
    for name in ("program_review_days", "staff_training_days"):
        yield name, not getattr(program, name), "no day: it is never due again"


def _of_rules(program: Program, law: Law) -> Iterator[Check]:
    yield "recheck_on_ip", program.recheck_on_ip is UNKNOWN, "neither yes nor no"
    always = [not rule.conditions for rule in program.tier_rules]
    yield "tier_rules", any(always[:-1]), "rows below one that holds always are never reached"
    known = law.pack.lists.get("product_kinds", {})
    for kind in (kind for rule in program.tier_rules for kind in _product_kinds(rule)):
        yield "tier_rules", kind not in known, f"the pack knows no product kind '{kind}'"


def _product_kinds(rule: TierRule) -> Iterator[str]:
    for factor, values in rule.conditions:
        if factor is Factor.PRODUCT_KIND:
            yield from values
