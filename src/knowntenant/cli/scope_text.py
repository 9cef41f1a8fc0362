"""What `knowntenant scope` answers, as lines for a terminal."""

from collections.abc import Iterator

from knowntenant.cli.scenario_text import described
from knowntenant.cli.scope_judged import Judged, Line
from knowntenant.law.answer import NO, YES, Answer, Reason
from knowntenant.law.pack import Entry, Pack
from knowntenant.scope.products import KINDS

_WIDTH = 9
_LIMBS = {"owned_by_us_person": "owned by a US person", "operated_in_us": "run in US territory"}
_DEPENDS = "depends: two limbs decide"
_LISTED = {"yes": "in scope", "no": "out of scope"}
WANTED = {
    "basic_computing": "whether it gives the customer processing, storage, networks or the like",
    "kind": "what kind of product it is",
    "operated_in": "where it is run",
    "own_software": "whether the customer can deploy and run software of its own choice on it",
    "owned_by": "who owns it",
    "presence": "where the owner is organised, or is a citizen or resident",
}
"""What each settling fact is, in plain words."""


def lines(judged: Judged) -> Iterator[str]:
    """Give every line with its answer and its grounds, who is a provider, a sum and the pack."""
    for line in judged.lines:
        yield from _of_line(line)
        yield ""
    for person, answer in judged.providers.items():
        yield f"{person}: a US IaaS provider, whatever its size: {answer.value}"
        yield from _because(answer, most=1)
    yield from ("",) if judged.providers else ()
    values = [line.scope.value for line in judged.lines if not line.bundle]
    within, out = values.count(YES), values.count(NO)
    yield f"{len(values)} offers: {within} in scope, {out} out, {len(values) - within - out} open."
    yield f"Pack {described(judged.pack)}. {judged.pack.notice}"


def kind_lines(pack: Pack) -> Iterator[str]:
    """Give the kinds of product that a pack knows, with its answer to each."""
    for entry in pack.lists.get(KINDS, {}).values():
        yield f"{entry.value:<21}{kind_answer(entry)}"
    yield f"Pack {described(pack)}. {pack.notice}"


def kind_answer(entry: Entry) -> str:
    """Give a kind's answer in words: in, out, or left to the two limbs."""
    return _LISTED.get(entry.answer, _DEPENDS)


def said(value: object, *, yes: str = "in scope", no: str = "out of scope") -> str:
    """Give an answer in words; what is not known is open."""
    return yes if value is YES else no if value is NO else "open"


def _of_line(line: Line) -> Iterator[str]:
    named = f"{line.name} ({line.id})" if line.name else line.id
    part = f", part of {line.bundle}" if line.bundle else ""
    only = ", for these parts only" if line.parts and line.scope.value is YES else ""
    yield f"{named}{part}: {said(line.scope.value)}{only}"
    if line.parts:
        yield _row("bundle", "it splits: each part is judged by itself")
        for row in line.parts:
            yield _row("part", f"{row['product']}: {said(row['in_scope'])}")
    yield from _because(line.scope)
    if line.by_preamble:
        yield _row("ground", "preamble, not regulatory text")
    yield _row("US", _us(line))
    yield from (_row("", reason.text) for reason in _about_us(line))
    if line.hint:
        yield _row("kind", line.hint)
    for row in line.wanted:
        yield _row("settle", f"{WANTED[str(row['fact'])]} ({row['fact']} of {row['of']})")
    for flag in line.scope.flags:
        yield _row("flag", flag)


def _us(line: Line) -> str:
    limbs = line.limbs.value if isinstance(line.limbs.value, tuple) else ()
    named = ", ".join(_LIMBS[limb] for limb in limbs)
    why = f": {named}" if named and line.us.value is YES else ""
    clauses = "; ".join(line.us.because[0].clauses)
    return (
        f"{said(line.us.value, yes='a US IaaS product', no='no US IaaS product')}{why}  [{clauses}]"
    )


def _about_us(line: Line) -> Iterator[Reason]:
    """Give the reasons that speak of owner and place, beside the one that sums them up."""
    summed, *others = line.us.because
    return (reason for reason in others if reason.clauses == summed.clauses)


def _because(answer: Answer[object], most: int | None = None) -> Iterator[str]:
    for reason in answer.because[:most]:
        facts = f"  ({', '.join(reason.facts)})" if reason.facts else ""
        yield _row("because", f"{reason.text}  [{'; '.join(reason.clauses)}]{facts}")


def _row(name: str, text: str) -> str:
    return f"    {name:<{_WIDTH}} {text}"
