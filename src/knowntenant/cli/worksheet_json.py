"""Worksheets on AI models, as a JSON document for programs."""

import json
from collections.abc import Sequence
from datetime import date

from knowntenant.cli.scenario_json import pack_head
from knowntenant.documents.worksheet import PREPARES, RESULT, Sheet


def as_document(sheets: Sequence[Sheet], as_of: date) -> str:
    """Give the worksheets as JSON, with the legal status of pack and thresholds."""
    document = {
        "as_of": as_of,
        "pack": pack_head(sheets[0].pack),
        "notice": PREPARES,
        "models": [_of(one) for one in sheets],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n"


def _of(one: Sheet) -> dict[str, object]:
    return {
        "model": one.model,
        "result": RESULT[one.result].partition(":")[0],
        "decided_by_a_person": one.decided,
        "dual_use": one.dual_use,
        "about": one.about,
        "flags": one.flags,
        "reasons": one.reasons,
        "items": [dict(row) for row in one.items],
        "thresholds": [
            {**row, "test": found.words, "source": found.source} for found, row in one.sets
        ],
    }
