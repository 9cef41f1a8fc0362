"""docs/law.md: every clause, what it says in our words, what carries it out, and its cases."""

from collections.abc import Iterator

from knowntenant.documents import markdown
from knowntenant.documents.cases import all_cases
from knowntenant.law.decision import Decision
from knowntenant.law.loading import load_pack, pack_names
from knowntenant.law.pack import Clause, Pack
from knowntenant.law.scenario.matching import legal_status
from knowntenant.obligations.registry import all_decisions

CASES_AT = "src/knowntenant/law/packs"


def page() -> str:
    """Write the page from the packs, the registry of decisions and the cases."""
    packs = [load_pack(name) for name in pack_names()]
    return markdown.page(
        "The law, clause by clause",
        "Each clause in our own words, the decisions that carry it out and where they stand, and"
        f" the cases (below `{CASES_AT}/`) that are about the clause or ask one of its decisions.",
        *(part for pack in packs if not pack.parent for part in _of_pack(pack)),
        *(_child(pack) for pack in packs if pack.parent),
        *_gathering(packs),
    )


def place_of(decision: Decision) -> str:
    """Give file and function of a decision, as the sources have it."""
    function = decision.decide
    return f"src/{function.__module__.replace('.', '/')}.py::{function.__name__}"


def _of_pack(pack: Pack) -> Iterator[str]:
    clauses = pack.clauses.values()
    decided = sum(bool(clause.decision) for clause in clauses)
    yield f"## {pack.title}"
    yield f"Pack `{pack.name}` {pack.version}: {legal_status(pack)}. {pack.notice}"
    yield markdown.table(
        ("Clauses", "Carried out by a decision", "Not software", "Cases"),
        [
            [
                str(n)
                for n in (
                    len(clauses),
                    decided,
                    len(clauses) - decided,
                    all_cases().counts.get(pack.name, 0),
                )
            ]
        ],
    )
    yield markdown.table(
        ("Clause", "Binds", "Kind", "What it says, in our words", "Carried out by", "Cases"),
        (_row(clause) for clause in clauses),
    )


def _gathering(packs: list[Pack]) -> Iterator[str]:
    used = {name for pack in packs for name in pack.decided}
    others = [d for d in all_decisions().values() if d.name not in used]
    yield "Decisions that carry out no clause of their own, and gather the answers of others:"
    yield markdown.bullets(f"`{d.name}` (`{place_of(d)}`)" for d in others)


def _child(pack: Pack) -> str:
    status = legal_status(pack)
    return (
        f"Pack `{pack.name}` {pack.version} ({status}) has the clauses of `{pack.parent}` under"
        " other readings: see [divergences.md](divergences.md)."
    )


def _row(clause: Clause) -> tuple[str, ...]:
    decisions = [all_decisions()[name] for name in clause.decision]
    carried = "; ".join(f"`{d.name}` (`{place_of(d)}`)" for d in decisions)
    if clause.not_software:
        carried = f"not software: {clause.not_software}"
    return (clause.id, ", ".join(clause.who), clause.kind, clause.duty, carried, _cases(clause))


def _cases(clause: Clause) -> str:
    known = all_cases()
    found = dict.fromkeys(known.by_clause.get(clause.id, ()))
    for name in clause.decision:
        found |= dict.fromkeys(known.by_decision.get(name, ()))
    return ", ".join(found)
