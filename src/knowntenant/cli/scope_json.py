"""What `knowntenant scope` answers, as a JSON document for programs."""

import json
from collections.abc import Iterable

from knowntenant.cli.scenario_json import pack_head
from knowntenant.cli.scope_judged import Judged, Line
from knowntenant.cli.scope_text import WANTED
from knowntenant.law.answer import Answer
from knowntenant.law.pack import Pack
from knowntenant.law.problem import Problem
from knowntenant.law.scenario.shown import shown


def as_document(judged: Judged) -> str:
    """Give the pack with its status, every line with its answers, and who is a provider."""
    document = {
        "pack": pack_head(judged.pack),
        "products": [_line(line) for line in judged.lines],
        "us_iaas_providers": {
            person: _answer(answer) for person, answer in judged.providers.items()
        },
        "problems": [],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def as_problems(problems: Iterable[Problem], pack: Pack | None) -> str:
    """Give a document that holds problems only: nothing was judged."""
    document = {
        "pack": pack_head(pack) if pack is not None else None,
        "products": [],
        "us_iaas_providers": {},
        "problems": [{"where": p.where, "what": p.what, "remedy": p.remedy} for p in problems],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _line(line: Line) -> dict[str, object]:
    return {
        "id": line.id,
        "name": line.name or None,
        "kind": line.kind or None,
        "part_of": line.bundle or None,
        "in_scope": _answer(line.scope),
        "preamble_only": line.by_preamble,
        "us_product": {**_answer(line.us), "limbs": _listed(line.limbs)},
        "parts": [
            {"product": row["product"], "in_scope": shown(row["in_scope"])} for row in line.parts
        ],
        "settled_by": [
            {"of": row["of"], "fact": str(row["fact"]), "words": WANTED[str(row["fact"])]}
            for row in line.wanted
        ],
        "hint": line.hint or None,
    }


def _listed(answer: Answer[object]) -> list[str]:
    return [str(one) for one in answer.value] if isinstance(answer.value, tuple) else []


def _answer(answer: Answer[object]) -> dict[str, object]:
    return {
        "value": shown(answer.value),
        "clauses": list(answer.clauses),
        "reasons": [
            {"text": r.text, "clauses": list(r.clauses), "facts": list(r.facts)}
            for r in answer.because
        ],
        "flags": list(answer.flags),
    }
