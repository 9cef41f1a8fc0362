"""The ultimate parent of a company: as stated, else up the chain of majority owners."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Control, Ownership, Parent, UnnamedParent
from knowntenant.facts.types.exports import WhyUnnamed
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.answer import YES
from knowntenant.ownership.cascade import unstated
from knowntenant.persons.kind import kind_of


@dataclass(frozen=True, slots=True)
class Ultimate:
    """Where the chain of parents ends. open_: why that may not be its end; empty where settled."""

    company: str
    open_: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """The next company up, or none; whether the chain ends here; what keeps it open."""

    parent: str
    facts: tuple[str, ...]
    last: bool = False
    open_: str = ""


@remembered
def ultimate_parent(inquiry: Inquiry, company: str) -> Ultimate:
    """Follow the parents of a company to the end; it is its own where nobody stands above it.

    A statement of a parent goes before shares. By shares, a parent is a company that holds more
    than the pack's majority; a majority held by an individual ends the chain. A company that told a
    register why it names no parent is taken at its word: nobody stands above where natural persons
    are in control, and by any other reason somebody may. Where no holding is a majority, yet
    companies hold one together with whoever is not stated, or a company is told to be in control,
    somebody may stand above, and the chain is open.
    """
    seen = [company]
    facts: list[str] = []
    while True:
        step = _above(inquiry, seen[-1])
        facts += step.facts
        if step.open_ or not step.parent:
            return Ultimate(seen[-1], step.open_, tuple(facts))
        if step.parent in seen:
            return Ultimate(seen[-1], f"{company} stands above itself", tuple(facts))
        seen.append(step.parent)
        if step.last:
            return Ultimate(step.parent, "", tuple(facts))


def _above(inquiry: Inquiry, company: str) -> _Step:
    stated = [p for p in inquiry.where(Parent, child=company) if p.ended is not YES]
    ultimate = [p for p in stated if p.ultimate is YES]
    chosen = ultimate or stated
    facts = tuple(ref for parent in chosen for ref in parent.refs)
    if len(chosen) > 1:
        return _Step("", facts, open_=f"several parents of {company} are stated")
    if not chosen:
        return _by_shares(inquiry, company)
    parent = chosen[0].parent
    return _Step("" if parent == company else parent, facts, last=bool(ultimate))


def _by_shares(inquiry: Inquiry, company: str) -> _Step:
    majority = inquiry.law.number("parent_share", inquiry.day)
    edges = [edge for edge in inquiry.where(Ownership, owned=company) if edge.percent != 0]
    facts = tuple(_refs(edges))
    for edge in edges:
        if edge.surely is not None and edge.surely > majority:
            if _is_company(inquiry, edge.owner):
                return _Step(edge.owner, facts)
            return _controlled(inquiry, company, facts)
    unnamed = [u for u in inquiry.where(UnnamedParent, child=company) if u.ended is not YES]
    if unnamed:
        return _unnamed(inquiry, company, unnamed, facts)
    rest = unstated(edges) * 100
    if rest > majority:
        return _Step("", facts, open_=f"who stands above {company} is not stated")
    together = [edge for edge in edges if _is_company(inquiry, edge.owner)]
    if rest + sum((edge.surely or 0 for edge in together), rest * 0) > majority:
        names = ", ".join(edge.owner for edge in together)
        text = f"of the holders of {company} one alone has no majority, but {names} may have"
        return _Step("", facts, open_=f"{text} a parent in common, or hold what is not stated")
    return _controlled(inquiry, company, facts)


def _unnamed(
    inquiry: Inquiry, company: str, unnamed: list[UnnamedParent], facts: tuple[str, ...]
) -> _Step:
    """Take the reason why a company names no parent; natural persons alone end the chain."""
    facts = (*facts, *(ref for one in unnamed for ref in one.refs))
    others = [one for one in unnamed if one.reason is not WhyUnnamed.NATURAL_PERSONS]
    if not others:
        return _controlled(inquiry, company, facts)
    why = ", ".join(dict.fromkeys(one.reason or WhyUnnamed.OTHER for one in others))
    return _Step("", facts, open_=f"{company} names no parent to a register ({why})")


def _controlled(inquiry: Inquiry, company: str, facts: tuple[str, ...]) -> _Step:
    """End the chain, but for a company that is in control: it may stand above without a share."""
    for control in inquiry.where(Control, over=company):
        if control.counts and _is_company(inquiry, control.person):
            text = f"{control.person} controls {company} and may stand above it"
            return _Step("", (*facts, *control.refs), open_=text)
    return _Step("", facts)


def _is_company(inquiry: Inquiry, person: str) -> bool:
    """Tell whether somebody can be a parent: whoever is not known to be an individual."""
    return kind_of(inquiry, person) is not PersonKind.INDIVIDUAL


def _refs(edges: list[Ownership]) -> Iterator[str]:
    return (ref for edge in edges for ref in edge.refs)
