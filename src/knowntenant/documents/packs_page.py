"""docs/packs.md: which rule packs there are, their legal status, and what was not verified."""

from collections.abc import Iterator

from knowntenant.documents import markdown
from knowntenant.documents.cases import all_cases
from knowntenant.law.loading import load_pack, pack_names
from knowntenant.law.pack import Pack, Parameter
from knowntenant.law.scenario.matching import legal_status
from knowntenant.law.scenario.shown import shown


def page() -> str:
    """Write the page from the heads and numbers of all packs."""
    packs = [load_pack(name) for name in pack_names()]
    binding = [pack for pack in packs if pack.in_force]
    others = [pack for pack in packs if not pack.in_force]
    return markdown.page(
        "Rule packs",
        "A pack is a regime as data: clauses in our words, numbers, deadlines, lists, readings."
        " Every output names its pack and the pack's legal status. Under a pack that is not in"
        " force nothing can be filed. None of this is legal advice.",
        "`knowntenant pack list`, `pack show NAME` and `pack diff A B` print the same. What each"
        " clause says and what carries it out: [law.md](law.md).",
        markdown.table(("Pack", "Status", "Last verified", "Clauses", "Cases"), map(_row, packs)),
        "Lists of a pack (places, items, programmes) are as of the day it was last verified: a"
        " question about a past day is answered with them, whatever they held then. Numbers have"
        " days from which they hold.",
        "## In force, or with days on which they are",
        *(part for pack in binding for part in _of_pack(pack)),
        "## Not in force",
        *(part for pack in others for part in _of_pack(pack)),
    )


def _row(pack: Pack) -> tuple[str, ...]:
    count = all_cases().counts.get(pack.name, 0)
    clauses = str(len(pack.clauses))
    return (
        markdown.name(pack.name),
        legal_status(pack),
        str(pack.last_verified_on),
        clauses,
        str(count),
    )


def _of_pack(pack: Pack) -> Iterator[str]:
    yield f"### `{pack.name}`"
    yield f"{pack.title}. Status: {legal_status(pack)}. {pack.notice}"
    yield markdown.bullets(_about(pack))
    if pack.parameters:
        yield markdown.table(("Number", "Value", "Clause"), map(_number, pack.parameters.values()))
    if pack.not_verified:
        yield "Not verified, or left out for that:"
        yield markdown.bullets(pack.not_verified)


def _about(pack: Pack) -> Iterator[str]:
    yield f"Source: {pack.source}."
    verified = f"Last verified on {pack.last_verified_on}"
    yield f"{verified}. Version {pack.version}. Days: {pack.zone.key}."
    if pack.parent:
        yield f"Has the clauses of `{pack.parent}` under other readings."
    if pack.effective:
        yield f"In effect from {pack.effective}{f' to {pack.expires}' if pack.expires else ''}."
    yield from (f"{change.on}: {change.what}" for change in pack.change_log)


def _number(parameter: Parameter) -> tuple[str, ...]:
    values = "; ".join(f"{shown(v.value)} from {v.start}" for v in parameter.values)
    policy = "" if not parameter.policy or "policy" in parameter.label else " (policy, not law)"
    return f"{parameter.label}{policy}", f"{values} ({parameter.unit})", parameter.clause
