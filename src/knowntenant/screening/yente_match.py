"""The reply to `POST /match/{dataset}`, in yente's shape, made of hits without a server.

The request is read by `yente_request`, where the shape's source stands. Differences: a result at
the cutoff is given (yente wants it above), and results are entries of one list, with the other
entries of their target as `referents`. What yente has no place for stands under `knowntenant`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict

from knowntenant.screening import ftm
from knowntenant.screening.entry import Entry
from knowntenant.screening.hit import Hit, Line
from knowntenant.screening.yente_request import Query, Request

FORMAT = 1
"""Version of what stands under `knowntenant` in a reply."""


def response(
    request: Request,
    hits: Iterable[Hit],
    entries: Mapping[str, Entry],
    clusters: Mapping[str, str],
) -> dict[str, object]:
    """Make the reply of hits, whose party is the sender's key; what was excluded is left out.

    total: the number of results at or above the threshold, before the limit, as yente counts.
    """
    found: dict[str, dict[str, Hit]] = {query.party.id: {} for query in request.queries}
    members: dict[str, list[str]] = {}
    for entry in entries:
        members.setdefault(clusters.get(entry, entry), []).append(entry)
    for hit in hits:
        family = members[clusters.get(hit.entry, hit.entry)]
        best = found[hit.party].get(hit.entry)
        if _wanted(request, hit, entries[hit.entry], family) and not (
            best and best.score >= hit.score
        ):
            found[hit.party][hit.entry] = hit
    return {
        "responses": {
            query.party.id: _matches(
                request, query, found[query.party.id], entries, members, clusters
            )
            for query in request.queries
        },
        "limit": request.limit,
        "knowntenant": {"format": FORMAT, "algorithm": request.algorithm},
    }


def _wanted(request: Request, hit: Hit, entry: Entry, family: Collection[str]) -> bool:
    return (
        hit.score >= request.cutoff
        and entry.list_name in request.datasets
        and entry.kind.value not in request.exclude_schema
        and request.exclude_entity_ids.isdisjoint(family)
    )


def _matches(  # noqa: PLR0913, PLR0917 - all that a reply is made of
    request: Request,
    query: Query,
    found: Mapping[str, Hit],
    entries: Mapping[str, Entry],
    members: Mapping[str, list[str]],
    clusters: Mapping[str, str],
) -> dict[str, object]:
    ordered = sorted(found.values(), key=lambda hit: (-hit.score, hit.entry))
    results = []
    for hit in ordered[: request.limit]:
        family = members[clusters.get(hit.entry, hit.entry)]
        results.append(_result(hit, entries[hit.entry], family, request.threshold))
    reply: dict[str, object] = {
        "status": 200,
        "results": results,
        "total": {
            "value": sum(hit.score >= request.threshold for hit in ordered),
            "relation": "eq",
        },
        "query": {
            "id": query.party.id,
            "schema": query.schema,
            "properties": {name: list(values) for name, values in query.properties.items()},
        },
    }
    return reply | ({"knowntenant": {"unused": list(query.unused)}} if query.unused else {})


def _result(hit: Hit, entry: Entry, family: list[str], threshold: float) -> dict[str, object]:
    named = _by_feature(hit.lines)
    return {
        "id": entry.id,
        "caption": entry.names[0].text if entry.names else entry.id,
        "schema": entry.kind.value,
        "properties": ftm.properties_of(entry),
        "datasets": [entry.list_name],
        "referents": sorted(set(family) - {entry.id}),
        "target": True,
        "first_seen": None,
        "last_seen": None,
        "last_change": None,
        "score": hit.score,
        "match": hit.score >= threshold,
        "features": {name: line.value for name, line in named.items()},
        "explanations": {
            name: {
                "detail": line.reason,
                "score": line.value,
                "query": line.asked or None,
                "candidate": line.listed or None,
            }
            for name, line in named.items()
        },
        "knowntenant": {
            "algorithm": hit.algorithm,
            "asked_name": hit.asked_name,
            "listed_name": hit.listed_name,
            "pairs": [asdict(pair) for pair in hit.pairs],
            "lines": [asdict(line) for line in hit.lines],
        },
    }


def _by_feature(lines: Iterable[Line]) -> dict[str, Line]:
    """Give lines by the name of their feature; one that comes again gets a number."""
    found: dict[str, Line] = {}
    for line in lines:
        name, number = line.feature, 1
        while name in found:
            number += 1
            name = f"{line.feature} {number}"
        found[name] = line
    return found
