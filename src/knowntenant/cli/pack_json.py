"""A rule pack, and the difference between two, as values for JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from knowntenant.cli.scenario_json import pack_head
from knowntenant.law.deadline import MECHANISMS, Deadline
from knowntenant.law.inherit import leaves
from knowntenant.law.loading import resolved_tree
from knowntenant.law.pack import Pack

MISSING = None


def as_document(pack: Pack) -> str:
    """Give a pack as JSON: its head, clauses, parameters, deadlines, data elements and readings."""
    document = {
        **pack_head(pack),
        "title": pack.title,
        "parent": pack.parent or None,
        "source": pack.source,
        "last_verified_on": pack.last_verified_on,
        "zone": pack.zone.key,
        "effective": pack.effective,
        "expires": pack.expires,
        "not_verified": list(pack.not_verified),
        "change_log": [asdict(change) for change in pack.change_log],
        "clauses": [asdict(clause) for clause in pack.clauses.values()],
        "parameters": [asdict(parameter) for parameter in pack.parameters.values()],
        "deadlines": {
            name: {
                **asdict(deadline),
                "mechanism": mechanism(deadline),
                "policy": name in pack.policies,
            }
            for name, deadline in pack.deadlines.items()
        },
        "data_elements": [asdict(element) for element in pack.elements.values()],
        "lists": {
            name: [asdict(entry) for entry in listed.values()]
            for name, listed in pack.lists.items()
        },
        "readings": [
            {**asdict(reading), "choices": dict(reading.choices)}
            for reading in pack.readings.values()
        ],
        "thresholds": [{**asdict(one), "words": one.words} for one in pack.thresholds.values()],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, default=str)


def mechanism(deadline: Deadline) -> str:
    """Give the name of the mechanism by which a deadline counts."""
    return next(name for name, kind in MECHANISMS.items() if kind is type(deadline))


def differences(first: str, second: str) -> dict[str, Mapping[str, object]]:
    """Give every leaf in which two packs differ, inheritance resolved. Raises PackError."""
    one, other = leaves(resolved_tree(first)), leaves(resolved_tree(second))
    return {
        ".".join(path): {first: one.get(path, MISSING), second: other.get(path, MISSING)}
        for path in sorted({*one, *other})
        if one.get(path, MISSING) != other.get(path, MISSING)
    }
